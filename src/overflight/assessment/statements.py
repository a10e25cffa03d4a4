"""One line that says what a fact is about: a template a kind, filled with what is known; what is not known stays out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from overflight.assessment.asserted import firmest
from overflight.assessment.naming import ARTICLES, is_guessed_person, lower_article, name_of
from overflight.assessment.when import MONTHS, Days, days_text, interval_of
from overflight.documents.lineage.events import SLOTS
from overflight.records.claim import ROLES, Claim, ClaimKind, Filler, Polarity

TEMPLATES: Mapping[ClaimKind, tuple[tuple[str, str], ...]] = {
    ClaimKind.FLIGHT: (
        ("carrier times", "{carrier} flew{way} {times}"),
        ("count carrier", "{count} of {carrier}{way}"),
        ("count", "{count}{way}"),
        ("carrier way", "{carrier} flew{way}"),
        ("carrier", "flight of {carrier}"),
        ("", "flight{way}"),
    ),
    ClaimKind.VISIT: (
        ("actor destination", "{actor} travelled to {destination}"),
        ("actor", "visit of {actor}"),
        ("destination", "visit to {destination}"),
        ("", "visit"),
    ),
    ClaimKind.TRANSFER: (("", "{act}{goods}{from_}{to}{by}"),),
    ClaimKind.DESIGNATION: (
        ("actor object", "{actor} listed {object}"),
        ("object", "{object} was listed"),
        ("actor", "a listing by {actor}"),
        ("", "a listing"),
    ),
    ClaimKind.ROLE: (
        ("actor is_", "{actor} is {object}"),
        ("actor object", "{actor}: {object}"),
        ("actor", "position of {actor}"),
        ("object", "holder of the position of {object}"),
        ("", "a position"),
    ),
    ClaimKind.MANUFACTURE: (
        ("actor object", "{actor} makes {object}"),
        ("object", "manufacture of {object}"),
        ("actor", "manufacture by {actor}"),
        ("", "manufacture"),
    ),
    ClaimKind.ARREST: (("", "{act}{goods}{in_}{by}"),),
    ClaimKind.TRADE_TOTAL: (
        ("recipient goods", "{recipient} bought{bought}{from_}"),
        ("actor goods", "{actor} sold{bought}"),
        ("", "trade{goods}"),
    ),
    ClaimKind.CASUALTIES: (("", "{victims} killed{in_}{by}"),),
}
"""The first row whose roles are all known is used; `way` and the like are empty where nothing fills them."""

ACTS: Mapping[str, str] = {
    "delivery": "delivery", "transport": "transport", "smuggling": "smuggling", "supply": "supply", "sale": "sale",
    "purchase": "purchase", "support": "support", "order": "order", "seizure": "seizure", "charge": "charges against",
}  # fmt: skip
"""Subtypes of transfers and arrests as nouns."""

BOUGHT_FROM = frozenset({"purchase", "order"})
"""Subtypes whose actor is a seller and whose recipient acts."""

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|(?:.*[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                     r"|tenth|eleventh|twelfth|\w+teenth|\w+tieth|last|next|latest)")  # fmt: skip
"""A count that says which one of several it was: one flight."""

PEOPLE = frozenset({"pilot", "captain", "commander", "officer", "dealer", "broker", "smuggler", "trafficker", "engineer",
                    "general", "director", "businessman", "diplomat"})  # fmt: skip
"""Bare nouns for one person, which need an article."""

TIMES = ("times", "time", "once", "twice", "daily", "weekly", "veces", "fois", "volte", "mal")
"""How a count ends that says how often rather than how many."""


DENIED = "Denied: {told}"
"""How a matter is headed of which only denials speak."""


def statement_of(claims: Sequence[Claim]) -> str:
    """One line that says what the claims are about: in the words of the fullest of them, the others filling what it lacks.

    Only claims of the firmest polarity fill it: who is named by a denial alone is not said to have done it.
    """
    order = sorted(firmest(claims), key=lambda c: (not _is_latin(c), -_filled(c), c.id))
    full = order[0]
    words = {role: _words(order, role) for role in ROLES}
    if words["quantity"]:
        counted = next(c for c in order if c.fillers("quantity"))
        words["object"] = _words([counted, *order], "object")
    blanks = _blanks(full, words)
    row = next(text for needed, text in TEMPLATES[full.kind] if all(blanks[name] for name in needed.split()))
    told = _capital(row.format(**blanks)) + _when(order)
    return DENIED.format(told=told) if full.polarity is Polarity.DENIED else told


def specific_first(claim: Claim) -> tuple[int, str]:
    """A sort key: the claim with more slots filled first."""
    return (-_filled(claim), str(claim.id))


LAST_LATIN_LETTER = "\u024f"
"""Words are put together within one script where a claim in Latin letters tells the fact."""


def _is_latin(claim: Claim) -> bool:
    return all(letter <= LAST_LATIN_LETTER or not letter.isalpha() for letter in claim.quote)


def _filled(claim: Claim) -> int:
    return sum(
        bool(claim.fillers(row.slot)) or (row.slot == "date" and claim.date is not None) for row in SLOTS[claim.kind]
    )


def _words(order: Sequence[Claim], role: str) -> tuple[str, ...]:
    """The names in a role, of the first claim that gives any; a name that stands within another of them goes unsaid."""
    for claim in order:
        told = [f for f in claim.fillers(role) if claim.kind is not ClaimKind.TRANSFER or not is_guessed_person(f)]
        told = [f for f in told if not any(_is_within(f, other) for other in told)]
        names = tuple(dict.fromkeys(filter(None, map(name_of, told))))
        if names:
            return names
    return ()


def _is_within(one: Filler, other: Filler) -> bool:
    """Whether the report has the one's words inside the other's ("a freighter of Simurgh Air", "Simurgh Air")."""
    is_part = one.text != other.text and one.text in other.text
    return is_part and other.start <= one.start and one.end <= other.end


def _blanks(full: Claim, words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    said = {role: _and([lower_article(n) for n in names]) for role, names in words.items()}
    if full.kind is ClaimKind.FLIGHT:
        return {**said, **_flight(full, words)}
    kept = tuple(d for d in (words["destination"] or words["place"]) if d not in words["origin"])
    to = said["recipient"] or _and(kept)
    doer = said["actor"] if full.kind is not ClaimKind.TRANSFER else said["carrier"] or said["actor"]
    is_purchase = full.subtype in BOUGHT_FROM
    source = said["actor"] if full.kind is ClaimKind.TRADE_TOTAL or is_purchase else said["origin"]
    goods = _goods(said["object"], said["quantity"])
    is_arrest = full.kind is ClaimKind.ARREST
    act = ACTS.get(full.subtype or "", "arrest" if is_arrest else "transfer")
    if act == "supply" and "suppl" in goods.casefold():
        act = "delivery"
    if is_purchase:
        to, doer = "", to
    return {
        **said,
        "destination": _and(kept),
        "act": act,
        "goods": (f" {goods}" if act.endswith("against") else f" of {goods}") if goods else "",
        "bought": f" {goods}" if goods else "",
        "victims": goods or "people",
        "is_": "is" if said["object"].startswith(ARTICLES) else "",
        "from_": f" from {source}" if source else "",
        "to": f" to {to}" if to else "",
        "by": f" by {doer}" if doer and not (full.kind is ClaimKind.CASUALTIES and " killed" in goods) else "",
        "in_": f" in {said['place']}" if said["place"] else "",
    }


def _flight(full: Claim, words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    carriers = words["actor"] or words["carrier"] or words["aircraft"]
    carrier = _and([lower_article(c) for c in carriers])
    pilot = _and(words["pilot"])
    origin = _and(words["origin"])
    destination = _and([d for d in (words["destination"] or words["place"]) if d not in words["origin"]])
    count = _and(words["count"])
    is_often = count.casefold().endswith(TIMES)
    number = count if count and not is_often else ""
    return {
        "carrier": f"{carrier} (flown by {pilot})" if carrier and pilot else carrier or pilot,
        "way": "".join((f" from {origin}" if origin else "", f" to {destination}" if destination else "")),
        "times": count if is_often else "",
        "count": _counted(number) if number else "",
    }


def _counted(number: str) -> str:
    if "flight" in number.casefold() or "rotation" in number.casefold():
        return number
    if ORDINAL.fullmatch(number.casefold()):
        return f"{number} flight"
    return f"{number} flight" if number.casefold() in {"1", "one", "a", "single", "a single"} else f"{number} flights"


def _goods(goods: str, quantity: str) -> str:
    """Quantity and goods as English puts them: "21 crates of drone parts", "two missiles"."""
    if not quantity or quantity.casefold() in goods.casefold():
        return f"a {goods}" if goods in PEOPLE else goods
    if not goods or goods.casefold() in quantity.casefold():
        return quantity
    has_unit = len(quantity.split()) > 1 and quantity.rsplit(maxsplit=1)[-1][:1].isalpha()
    is_vague = quantity.casefold().endswith(
        ("thousands", "hundreds", "dozens", "scores", "millions", "billion", "million")
    )
    return f"{quantity} of {goods}" if has_unit or is_vague or "$" in quantity else f"{quantity} {goods}"


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _when(order: Sequence[Claim]) -> str:
    for claim in order:
        days = interval_of(claim.date)
        if days.is_known:
            return f", {when_text(days)}"
    return ""


def when_text(days: Days) -> str:
    """An interval in few words: a whole year or month by its name."""
    start, end = days.from_on, days.to_on
    if start is None or end is None or start.day != 1 or (end + dt.timedelta(days=1)).day != 1:
        return days_text(days)
    if start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    return days_text(days)
