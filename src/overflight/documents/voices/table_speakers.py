"""The words of a speaker in a language that has a table: from the first that names a source, as far as they belong to it."""

from __future__ import annotations

import re
from dataclasses import replace

from overflight.documents.voices.kinds import OUTLET_NAME, is_own
from overflight.documents.voices.listener import Listener, stretch_after
from overflight.records.claim import Attribution, SpeakerType

LONGEST = 8
"""Words of a speaker at most."""
_BODIES = frozenset({"organisation", "operator", "person", "government", "group"})
_NAME = re.compile(r"[^\W\d_a-zа-яё][\w’'-]+(?: (?:(?:al|el|bin|de|del|la|da|von|van|di) )?[^\W\d_a-zа-яё][\w’'-]+)+")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zа-яё][\w’'-]+")


def source_in(here: Listener) -> Attribution | None:
    """The data, document or report that a sentence speaks of: what `accordingly` after it points to."""
    found = [
        (m.start(), m.end(), kind)
        for kind in _RECORDED
        for m in here.find(f"speakers.{kind.value}", here.sentence.start, here.sentence.end)
    ]
    if not found:
        return None
    start, _, kind = min(found)
    speaker = speaker_in(here, start, stretch_after(here, start))
    return None if speaker is None else replace(speaker, type=kind)


_RECORDED = (SpeakerType.DATASET, SpeakerType.DOCUMENT, SpeakerType.REPORT, SpeakerType.IMAGERY)


def person_before(here: Listener, at: int) -> Attribution | None:
    """The person named last before a verb whose subject is a pronoun (`…, he said`): somebody, where papers spoke before."""
    text, start = here.scene.text, here.sentence.start
    subjects = here.table.grammar.get("subjects", ())
    if not any(w.lower().strip(",") in subjects for w in text[start:at].split()[-_ADJECTIVES:]):
        return None
    known = [m.start for m in here.scene.within(max(0, start - _EARLIER), start) if m.kind in _BODIES - {"person"}]
    names = [m for m in _NAME.finditer(text, max(0, start - _EARLIER), start) if m.start() not in known]
    if not names or here.table.code == "de":
        return None
    name = names[-1]
    return Attribution(text=name.group(), start=name.start(), end=name.end(), type=SpeakerType.NAMED)


_EARLIER = 300
"""Characters before a sentence in which the person of its pronoun is named: two or three sentences."""


def names_nobody(here: Listener) -> bool:
    """Whether a sentence says of itself that it is told, and not by whom (`se dice`)."""
    return next(here.find("unsaid", here.sentence.start, here.sentence.end), None) is not None


def name_behind(here: Listener, end: int) -> Attribution | None:
    """The name behind a description and a comma: `…, dijo el portavoz, Omar Salas.`"""
    name = re.compile(rf",\s+({_NAME.pattern})(?=\s*[,.;:]|\Z)").match(here.scene.text, end, here.sentence.end)
    if name is None:
        return None
    return Attribution(text=name.group(1), start=name.start(1), end=name.end(1), type=SpeakerType.NAMED)


def named_in(
    here: Listener, start: int, end: int, *, needs_kind: bool = False
) -> tuple[Attribution | None, Attribution | None]:
    """The speaker in a stretch, and the one it is known through."""
    through = next(here.find("through", start, end), None)
    stop = through.start() if through is not None else end
    speaker = speaker_in(here, start, stop, needs_kind=needs_kind)
    outer = speaker_in(here, through.end(), stretch_after(here, through.end())) if through is not None else None
    if outer is not None and is_own(outer.text, here.outlet):
        outer = None
    return speaker, outer


def speaker_in(here: Listener, start: int, end: int, *, needs_kind: bool = False) -> Attribution | None:
    """The words of a stretch as a speaker: from the first that names a source on, at most so many."""
    text = here.scene.text
    end = _before_date(here, start, end)
    found = anchor_in(here, start, end)
    if found is None and needs_kind:
        return None
    at, kind = found if found is not None else (start, SpeakerType.UNSPECIFIED)
    first = _with_article(here, start, at) if at - start < NEAR else at
    words = list(re.finditer(r"\S+", text[first:end]))[:LONGEST]
    if not words:
        return None
    first, last = first + words[0].start(), first + words[-1].end()
    last = _trimmed(text, first, last)
    if last <= first:
        return None
    if is_own(
        re.sub(r"^(?:l['’]|(?:le|la|les|el|los|il|lo|der|die|das|dem|den|o|a) )", "", text[first:last], flags=re.I),
        here.outlet,
    ):
        kind = SpeakerType.SELF
    norm = next((m.norm for m in here.scene.within(first, last) if m.norm and m.kind in _BODIES), None)
    return Attribution(text=text[first:last], start=first, end=last, type=kind, norm=norm)


def _before_date(here: Listener, start: int, end: int) -> int:
    """Where the words of a speaker end before a day: that belongs to what is said."""
    dates = (m.start for m in here.scene.within(start, end) if m.kind == "date" and m.start > start)
    first = next(dates, end)
    words = text_words(here, start, first)
    is_led = first < end and bool(words) and words[-1].group().lower() in {c.form for c in here.table.prepositions}
    return words[-1].start() if is_led else first


def text_words(here: Listener, start: int, end: int) -> list[re.Match[str]]:
    """The words of a stretch."""
    return list(re.compile(r"\S+").finditer(here.scene.text, start, end))


def without_listener(here: Listener, start: int, end: int) -> tuple[int, int]:
    """A stretch without the outlet that was told (`told the Daily`), which may stand before the speaker or behind."""
    told = _TOLD.get(here.table.code)
    if told is None:
        return start, end
    for lead in told.finditer(here.scene.text, start, end):
        first = (
            lead.start() if here.table.is_right_to_left else lead.end()
        )  # Arabic writes the word together with its noun
        named = next((m for m in here.find("speakers.outlet", first, end) if m.start() - lead.end() <= 1), None)
        last = named.end() if named is not None else _own_name_end(here, lead.end(), end)
        if last is None:
            continue
        last = _name_end(here, last, end)
        if lead.start() - start > 1:
            return start, lead.start()
        return (last, end) if anchor_in(here, last, end) is not None else (start, end)
    return start, end


def _own_name_end(here: Listener, start: int, end: int) -> int | None:
    """Where the report's own outlet, a reporter or a name in quotation marks ends that stands right here."""
    word = _NAMED.match(here.scene.text, start, end)
    if word is None:
        return None
    own = set(re.findall(r"\w{4,}", (here.outlet or "").lower()))
    is_own = bool(own & set(re.findall(r"\w{4,}", word.group().lower())))
    return word.end() if is_own or word.group().strip()[:1] in "«“„" or word.group().startswith("خبرنگار") else None


def _name_end(here: Listener, at: int, end: int) -> int:
    """Where the name behind a word for an outlet ends: capitals or quotation marks in a row."""
    name = re.compile(r"(?:\s+(?:[A-ZÀ-ÞА-Я][\w’'-]*|[«“„][^«»“”„]{2,40}[»”“]|d['’]\w+|de|del|di))*").match(
        here.scene.text, at, end
    )
    return name.end() if name is not None else at


_NAMED = re.compile(r"\s*(?:خبرنگار(?:ان)?\s*)?(?:[«“„][^«»“”„]{2,40}[»”“]|[\w’'-]+(?:\s[A-ZÀ-ÞА-Я][\w’'-]+)*)")
_TOLD = {
    "es": re.compile(r"\b(?:al?|para)\s(?=\S)(?:(?:el|la|los|este|esta)\s)?", re.I),
    "fr": re.compile(r"(?:\bà|\baux?)\s(?:l['’]|la\s|ce\s|cette\s)?", re.I),
    "it": re.compile(r"\b(?:all['’]|al?|alla|allo|ai)\s?(?:questo\s|questa\s)?", re.I),
    "pt": re.compile(r"(?:\ba|\bao|\bà)\s(?:este\s|esta\s)?", re.I),
    "de": re.compile(r"\b(?:dem|der|gegenüber)\s(?:der\s|dem\s)?", re.I),
    "ar": re.compile(r"(?<!\w)ل[ـ]?ل?(?=[\w«“])"),
    "fa": re.compile(r"(?<!\w)به\s"),
}
"""The words before the one who is told, by language; Russian has a case for it."""
NEAR = 24
"""Characters between the beginning of a stretch and its first source that still belong to it (articles, adjectives)."""


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»”"“'):
        end -= 1
    return end


def _with_article(here: Listener, start: int, at: int) -> int:
    """Where the words right before a source begin that belong to it: articles, numerals, adjectives, no preposition or name."""
    links = {c.form for c in here.table.prepositions} | _LINKS
    words = list(re.finditer(r"\S+", here.scene.text[start:at]))[-_ADJECTIVES:]
    begin = at
    for word in reversed(words):
        text = word.group()
        is_first = start + word.start() == here.sentence.start
        is_name = text[0].isupper() and not is_first and here.table.code != "de"
        if text.lower() in links or is_name or text[-1] in '»”",':
            break
        begin = start + word.start()
    return begin


_ADJECTIVES = 3
_LINKS = frozenset(
    (
        "y",
        "e",
        "et",
        "und",
        "и",
        "а",
        "но",
        "pero",
        "mais",
        "ma",
        "mas",
        "aber",
        "و",
        "à",
        "al",
        "a",
        "ao",
        "to",
        "aux",
        "au",
    )
)


def anchor_in(here: Listener, start: int, end: int) -> tuple[int, SpeakerType] | None:
    """The first word of a stretch that names a source, and its sort; a name behind a comma wins over none."""
    found = [(m.start(), kind) for kind in SpeakerType for m in here.find(f"speakers.{kind.value}", start, end)]
    found += [(m.start(), SpeakerType.OUTLET) for m in OUTLET_NAME.finditer(here.scene.text, start, end)]
    if found:
        return min(found)
    bodies = [m for m in here.scene.within(start, end) if m.kind in _BODIES]
    if bodies:
        official = bodies[0].kind in {"government", "group"}
        return bodies[0].start, SpeakerType.OFFICIAL if official else SpeakerType.NAMED
    name = _NAME.search(here.scene.text, start, end)
    if name is not None and not here.table.is_right_to_left:
        return name.start(), SpeakerType.NAMED
    states = [m for m in here.scene.within(start, end) if m.kind == "place"]
    if states and states[0].start - start < NEAR:
        return states[0].start, SpeakerType.OFFICIAL
    single = _CAPITAL.search(here.scene.text, start, end) if here.table.code != "de" else None
    if single is not None and single.start() > here.sentence.start:
        return single.start(), SpeakerType.NAMED
    return None
