"""The words of the dossier: labels, days, instants and counts. Tables that an editor can read and correct."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from overflight.records.claim import Claim, ClaimKind, DateAlternative, DateReading, Modality, Polarity, SpeakerType
from overflight.records.finding import CheckAnswer, Verdict
from overflight.records.movement import Endpoint, EndpointKind, Flight
from overflight.records.party import Answer, Basis, Listing, NameKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Said(NamedTuple):
    """How a verdict is called, and what it means in one sentence."""

    label: str
    meaning: str


VERDICTS: dict[Verdict, Said] = {
    Verdict.SUPPORTED: Said("Supported", "Evidence beside the reports shows it."),
    Verdict.PARTLY_SUPPORTED: Said("Partly supported", "Evidence shows a part of it; the rest could not be seen."),
    Verdict.CONSISTENT: Said("Consistent", "Evidence fits it but does not show it."),
    Verdict.DISPUTED: Said("Disputed", "Reports or evidence speak for it and against it."),
    Verdict.CONTRADICTED: Said("Contradicted", "Evidence that would have shown it shows otherwise."),
    Verdict.CANNOT_BE_CHECKED: Said("Cannot be checked", "Nothing in this case could show it or rule it out."),
}

ANSWERS: dict[CheckAnswer, str] = {
    CheckAnswer.SUPPORTS: "Supports",
    CheckAnswer.PARTLY: "Supports in part",
    CheckAnswer.CONSISTENT: "Consistent",
    CheckAnswer.CONTRADICTS: "Contradicts",
    CheckAnswer.CANNOT_BE_CHECKED: "Cannot be checked",
}

SHAPES: dict[str, str] = {
    "supported": "supported", "supports": "supported", "partly_supported": "partly", "partly": "partly", "consistent": "consistent",
    "disputed": "disputed", "contradicted": "contradicted", "contradicts": "contradicted", "cannot_be_checked": "unknown",
}  # fmt: skip
"""Which sign stands beside a verdict or an answer; the sign's shape says the same as its colour and its word."""

CREDIBILITY: dict[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""Information credibility of the Admiralty system (NATO AJP-2.1), 1 to 6."""

RELIABILITY: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}

KINDS: dict[ClaimKind, str] = {
    ClaimKind.FLIGHT: "Flight",
    ClaimKind.VISIT: "Visit",
    ClaimKind.TRANSFER: "Transfer",
    ClaimKind.DESIGNATION: "Designation",
    ClaimKind.ROLE: "Role",
    ClaimKind.MANUFACTURE: "Manufacture",
    ClaimKind.ARREST: "Arrest",
    ClaimKind.TRADE_TOTAL: "Trade total",
    ClaimKind.CASUALTIES: "Casualties",
}

MODALITIES: dict[Modality, str] = {
    Modality.REPORTED: "stated as fact",
    Modality.ALLEGED: "alleged",
    Modality.BELIEVED: "believed",
    Modality.SPECULATED: "speculated",
    Modality.PLANNED: "planned",
}

POLARITIES: dict[Polarity, str] = {
    Polarity.AFFIRMED: "",
    Polarity.DENIED: "denied",
    Polarity.UNKNOWN: "said to be unknown",
    Polarity.UNCONFIRMED: "said to be unconfirmed",
}

SPEAKERS: dict[SpeakerType, str] = {
    SpeakerType.OUTLET: "outlet",
    SpeakerType.REPORT: "report",
    SpeakerType.DOCUMENT: "document",
    SpeakerType.DATASET: "data set",
    SpeakerType.IMAGERY: "imagery",
    SpeakerType.OFFICIAL: "official",
    SpeakerType.NGO: "organisation",
    SpeakerType.NAMED: "named person",
    SpeakerType.ANONYMOUS: "not named",
    SpeakerType.UNSPECIFIED: "not specified",
    SpeakerType.SELF: "the report itself",
}

ENDPOINTS: dict[EndpointKind, str] = {
    EndpointKind.OBSERVED: "observed",
    EndpointKind.INFERRED: "inferred",
    EndpointKind.OUT_OF_AREA: "outside the area heard",
    EndpointKind.UNDETERMINED: "not heard",
}

BASES: dict[Basis, str] = {
    Basis.STATED: "stated by the list",
    Basis.PUBLISHED: "day of the notice",
    Basis.REPORTED: "from a publication outside the list",
    Basis.FIRST_SEEN: "first snapshot that shows it",
    Basis.LAST_SEEN: "last snapshot that shows it",
    Basis.CARRIED_OVER: "carried over from an earlier list",
    Basis.UNKNOWN: "unknown",
}

DESIGNATED: dict[Answer, str] = {
    Answer.YES: "Designated",
    Answer.NO: "Not designated",
    Answer.UNKNOWN: "Not known whether designated",
}

NAME_KINDS: dict[NameKind, str] = {
    NameKind.PRIMARY: "main name",
    NameKind.ALIAS: "also known as",
    NameKind.WEAK_ALIAS: "weak alias",
    NameKind.FORMER: "formerly",
    NameKind.ORIGINAL_SCRIPT: "original script",
}

RELATIONS: dict[str, str] = {
    "cites": "cites",
    "rewrite": "rewrites",
    "digest": "digests",
    "translation": "translates",
    "copy": "copies",
    "background": "takes background from",
}


def day(on: dt.date | None, unknown: str = "unknown") -> str:
    """A day in full: 13 January 2022."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}" if on else unknown


def short_day(on: dt.date) -> str:
    """A day in short: 13 Jan 2022."""
    return f"{on.day} {MONTHS[on.month - 1][:3]} {on.year}"


def days(from_on: dt.date | None, to_on: dt.date | None) -> str:
    """A closed stretch of days, as short as it can be said; an open side is named."""
    if from_on is None and to_on is None:
        return "no day can be read"
    if from_on is None:
        return f"up to {day(to_on)}"
    if to_on is None:
        return f"from {day(from_on)} on"
    if from_on == to_on:
        return day(from_on)
    if (from_on.month, from_on.day, to_on.month, to_on.day) == (1, 1, 12, 31):
        return str(from_on.year) if from_on.year == to_on.year else f"{from_on.year} to {to_on.year}"
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return f"{from_on.day} to {day(to_on)}"
    if from_on.year == to_on.year:
        return f"{from_on.day} {MONTHS[from_on.month - 1]} to {day(to_on)}"
    return f"{day(from_on)} to {day(to_on)}"


def instant(at: dt.datetime | None, unknown: str = "unknown") -> str:
    """An instant with its day, UTC: 2022-01-13 04:10 UTC."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC") if at else unknown


def clock(at: dt.datetime) -> str:
    """The time of day, UTC: 04:10."""
    return at.astimezone(dt.UTC).strftime("%H:%M")


def utc_day(at: dt.datetime) -> dt.date:
    """The UTC day of an instant."""
    return at.astimezone(dt.UTC).date()


def duration(seconds: float) -> str:
    """A length of time in hours and minutes: 5 h 30 min."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{round(seconds)} s"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours} h {rest:02d} min" if rest else f"{hours} h"
    return count(round(minutes / 1440), "day")


def long_time(total_days: int) -> str:
    """A stretch of days in the unit a reader would choose."""
    if total_days < 60:
        return count(total_days, "day")
    if total_days < 730:
        return count(round(total_days / 30.44), "month")
    years, rest = divmod(round(total_days / 30.44), 12)
    return f"{count(years, 'year')} {count(rest, 'month')}" if rest else count(years, "year")


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def count(total: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: 1 flight, 1,000 flights."""
    return f"{total:,} {noun if total == 1 else plural or noun + 's'}"


def number(value: int) -> str:
    """A number for running text: spelled out up to twelve."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else f"{value:,}"


def spelled(total: int, noun: str, plural: str | None = None) -> str:
    """A count for running text: two flights, 31 claims."""
    return f"{number(total)} {noun if total == 1 else plural or noun + 's'}"


def listed(items: Sequence[str]) -> str:
    """Items as English enumerates them: a, b and c; where one has a comma of its own, semicolons part them."""
    if len(items) < 2:
        return "".join(items)
    mark, last = ("; ", "; and ") if any(", " in item for item in items) else (", ", " and ")
    return f"{mark.join(items[:-1])}{last}{items[-1]}"


def firmness(claim: Claim) -> str:
    """How a claim is put: as fact, with a doubt and its words, or denied."""
    hedge = f" (“{claim.hedge}”)" if claim.hedge else ""
    polarity = POLARITIES[claim.polarity]
    if polarity and claim.modality is Modality.REPORTED:
        return f"{polarity}{hedge}"
    return " · ".join(filter(None, (f"{MODALITIES[claim.modality]}{hedge}", polarity)))


def first_sentences(words: str, longest: int = 200) -> str:
    """As many whole sentences as fit into so many letters, at least one."""
    kept = ""
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z“])", words):
        if kept and len(kept) + len(sentence) + 1 > longest:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def short_field(name: str) -> str:
    """A field's name as maps print it."""
    return name.replace("International Airport", "Intl").replace("International", "Intl").replace(" Airport", "")


_ISO_DAY = re.compile(r"“[^”]*”|(?<![\w./-])(\d{4})-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?![\w/-]|\.\w)")


def with_long_days(words: str) -> str:
    """Words for running text: days as 2022-01-13 written in full, but for those inside quotation marks and names of files."""

    def written(found: re.Match[str]) -> str:
        year, month, on = found.groups()
        return f"{int(on)} {MONTHS[int(month) - 1]} {year}" if year else found.group()

    return _ISO_DAY.sub(written, words)


def sentence(words: str) -> str:
    """Words as a sentence: a capital at its head, days in full, a stop at its end."""
    words = with_long_days(words.strip())
    return capital(words) + ("" if not words or words[-1] in ".!?”" else ".")


def headline(words: str) -> str:
    """Words as a heading or a cell: a capital at their head, days in full, no stop."""
    return capital(with_long_days(words))


def capital(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def size(size_bytes: int) -> str:
    """A file size a person reads."""
    value = float(size_bytes)
    for unit in ("bytes", "kB", "MB"):
        if value < 1000:
            return f"{value:,.0f} {unit}" if unit == "bytes" or value >= 100 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:,.1f} GB"


def feet(altitude_ft: float | None) -> str:
    """An altitude, rounded to the hundred feet that transponders and eyes agree on."""
    return "unknown" if altitude_ft is None else f"{round(altitude_ft, -2):,.0f} ft"


def airframe(flight: Flight) -> str:
    """How an airframe is called: by its registration, else its address, else its callsign."""
    return flight.registration or flight.icao24 or (flight.callsigns[0] if flight.callsigns else "unknown airframe")


def place(end: Endpoint) -> str:
    """Where an end of a flight was, in one short phrase that never says more than is known."""
    if end.airport is None:
        return ENDPOINTS[end.kind]
    name = end.airport_name or end.icao or end.airport
    if end.kind is EndpointKind.INFERRED:
        return f"{name}, inferred" + (f" ({percent(end.probability)})" if end.probability is not None else "")
    return name


def place_code(end: Endpoint) -> str:
    """The end in four letters or so for a tight drawing: an unknown end is a question mark."""
    if end.airport is None:
        return "?"
    code = end.icao or end.airport
    return code if end.kind is EndpointKind.OBSERVED else f"{code}?"


def percent(probability: float) -> str:
    """A probability as a percentage; never 0 or 100, which would claim certainty."""
    return f"{min(99, max(1, round(probability * 100)))} %"


def route(flight: Flight) -> str:
    """Both ends of a flight."""
    return f"{place(flight.origin)} → {place(flight.destination)}"


def flight_name(flight: Flight) -> str:
    """A flight in a few words: EP-FAB, 13 Jan 2022, OIMM → ?."""
    codes = f"{place_code(flight.origin)} → {place_code(flight.destination)}"
    return f"{airframe(flight)}, {short_day(utc_day(flight.first_seen_at))}, {codes}"


ANCHORS: dict[str, str] = {
    "publication": "the day of publication",
    "event": "the event before it",
    "context": "the time that the text speaks of",
    "inherited": "a day of another report",
}


def counted_from(reading: DateReading) -> str:
    """From which day words were counted and what the page alone would say, as far as the rows beside it do not say so."""
    said = []
    anchor_on = reading.anchor_on
    if anchor_on and anchor_on.isoformat() not in reading.reason:
        said.append(f"Counted from {day(anchor_on)}, {ANCHORS.get(reading.anchor_kind, 'a day that the text gives')}.")
    rows: list[DateReading | DateAlternative] = [reading, *reading.alternatives]
    shown = {on.isoformat() for row in rows for on in (row.from_on, row.to_on) if on}
    if reading.local_reading and not set(re.findall(r"\d{4}-\d\d-\d\d", reading.local_reading)) <= shown:
        said.append(f"By this page alone: {with_long_days(reading.local_reading)}.")
    return " ".join(said)


def bound(on: dt.date | None, basis: Basis | None) -> str:
    """A bound of a listing with the basis it rests on."""
    if on is None:
        return "day unknown" if basis in (None, Basis.UNKNOWN) else f"day unknown ({BASES[basis]})"
    return day(on) + (f" ({BASES[basis]})" if basis else "")


def listing_name(listing: Listing) -> str:
    """A listing in a few words: OFAC SDN, SDGT."""
    return ", ".join(part for part in (listing.list, listing.programme, listing.measure) if part)
