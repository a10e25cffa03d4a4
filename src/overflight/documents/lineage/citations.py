"""Which reports a report names: outlets in any script, "this site", "a Spanish-language website"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from overflight.documents.lineage.keys import WORD, fold, key_of, skeleton
from overflight.documents.lineage.profile import Profile, Word
from overflight.records.source import ReportId

_ARABIC = re.compile(r"[\u0600-\u06ff]")

OWN = re.compile(
    r"\b(?:this (?:site|website|blog|newspaper|paper|magazine|newsletter|page|outlet)|"
    r"(?:we|I) (?:first )?(?:reported|broke|revealed|wrote)|our (?:earlier |first |previous )?(?:report|story|article|piece)|"
    r"este (?:sitio|periódico|medio|diario)|ce (?:site|journal)|questo (?:sito|giornale)|dies(?:e|er) (?:Seite|Zeitung|Blog))\b",
    re.IGNORECASE,
)
"""How an outlet speaks of its own earlier piece."""

LANGUAGES: Mapping[str, str] = {
    "english": "en", "spanish": "es", "french": "fr", "italian": "it", "portuguese": "pt", "german": "de",
    "russian": "ru", "arabic": "ar", "persian": "fa", "farsi": "fa", "burmese": "my", "chinese": "zh",
    "turkish": "tr", "ukrainian": "uk", "hebrew": "he",
}  # fmt: skip
DESCRIBED = re.compile(
    rf"\b({'|'.join(LANGUAGES)})(?:-language)?\s+(?:news\s+)?"
    r"(?:website|site|newspaper|paper|daily|weekly|magazine|outlet|blog|portal|press|media|radio|channel|service|agency)\b",
    re.IGNORECASE,
)
"""An outlet described by its language instead of named."""

SHORT_NAME = 5
"""Letters that the first word of an outlet's name must have to stand for it alone ("Meridian" for Meridian Wire)."""

GENERIC = frozenset(
    (  # noqa: SIM905
        "daily times news post herald journal press weekly monitor bulletin today world national report reports review "
        "global international agency wire service online independent observer chronicle tribune gazette center centre "
        "department ministry office institute group watch letter notes brief briefing blog network north south east west "
        "central horn river pacific atlantic black white blue green great middle africa asia europe america arab"
    ).split()
)
"""Words that many outlets bear; alone they name none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place where a report names another: whose name, in which words, where, and by what rule."""

    doc: ReportId
    outlet: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class OutletName:
    """The forms of one outlet's name."""

    outlet: str
    folded: tuple[str, ...]
    sounds: tuple[str, ...]
    concepts: frozenset[str]
    is_latin: bool = True
    acronym: str | None = None

    @property
    def can_be_short(self) -> bool:
        """Whether its first word alone names it."""
        first = self.folded[0]
        return len(self.folded) > 1 and len(first) >= SHORT_NAME and first not in GENERIC and not self.concepts


class OutletIndex:
    """The outlets of a case by the first word and the first sound of their names."""

    def __init__(self, names: Sequence[OutletName]) -> None:
        """names: one an outlet."""
        self.names = tuple(names)
        self.by_word: dict[str, list[OutletName]] = {}
        self.by_sound: dict[str, list[OutletName]] = {}
        for name in self.names:
            for word in {name.folded[0], *([fold(name.acronym)] if name.acronym else [])}:
                self.by_word.setdefault(word, []).append(name)
            for sound in {*sounding(name)[:1], *sounding(name)[-1:]}:
                self.by_sound.setdefault(sound, []).append(name)
        self.has_foreign_script = any(not name.is_latin for name in self.names if sounding(name))


def sounding(name: OutletName) -> tuple[str, ...]:
    """The sounds by which a name is known in another script; none for names of a single word."""
    heard = tuple(s for s in name.sounds if len(s) >= 2)
    return heard if len(heard) >= 2 else ()


ARTICLES = frozenset({"the", "la", "el", "le", "il", "die", "der", "das", "al", "los", "les"})


SHORTEST_ACRONYM = 3
"""Letters that an outlet's acronym has at least; two stand for too many things."""


def outlet_name(outlet: str, own_texts: Iterable[str] = ()) -> OutletName | None:
    """The forms under which an outlet may be named; None for one without a word of its own.

    own_texts: its reports in the case. Its initials are a name of it where it uses them itself ("(CPA) - A cargo plane").
    """
    words = [w for w in WORD.findall(outlet) if fold(w)]
    while words and fold(words[0]) in ARTICLES:
        words = words[1:]
    if not words:
        return None
    concepts = frozenset(k for w in words if (k := key_of(w)) and k.startswith("#"))
    is_latin = all(_is_latin(w) for w in words)
    initials = "".join(w[0] for w in words if w[0].isupper())
    uses_initials = len(initials) >= SHORTEST_ACRONYM and any(
        re.search(rf"\b{re.escape(initials)}\b", text) for text in own_texts
    )
    folded, sounds = tuple(fold(w) for w in words), tuple(skeleton(w) for w in words)
    return OutletName(outlet, folded, sounds, concepts, is_latin, initials if uses_initials else None)


def _is_latin(word: str) -> bool:
    return all(ord(letter) < FIRST_BEYOND_LATIN for letter in word)


FIRST_BEYOND_LATIN = 0x0370
"""The first code point after the letters of Latin with their accents: Greek begins there."""


def find_citations(profile: Profile, words: Sequence[Word], outlets: OutletIndex) -> tuple[Citation, ...]:
    """Every outlet of the case that this report names, itself by "this site" included, first mention each."""
    text = profile.report.text
    folded = [fold(w) for w, _, _ in words]
    places: dict[str, list[int]] = {}
    for i, word in enumerate(folded):
        places.setdefault(word, []).append(i)
    sounds: dict[str, list[int]] = {}
    for i, (word, _, _) in enumerate(words):
        if outlets.by_sound and (not word.isascii() or (outlets.has_foreign_script and word[:1].isupper())):
            sounds.setdefault(skeleton(word), []).append(i)
    found = []
    near = {n.outlet: n for word in places for n in outlets.by_word.get(word, ())}
    near |= {n.outlet: n for sound in sounds for n in outlets.by_sound.get(sound, ())}
    for outlet in sorted(near):
        name = near[outlet]
        if outlet == profile.report.outlet:
            continue
        hit = _named(name, folded, places, words) or _sounding(name, words, sounds)
        if hit is not None:
            first, last, rule = hit
            start, end = words[first][1], words[last][2]
            found.append(
                Citation(doc=profile.doc, outlet=name.outlet, text=text[start:end], start=start, end=end, rule=rule)
            )
    found.extend(_own(profile))
    return tuple(found)


def _named(
    name: OutletName, folded: Sequence[str], places: Mapping[str, list[int]], words: Sequence[tuple[str, int, int]]
) -> tuple[int, int, str] | None:
    size = len(name.folded)
    for i in places.get(name.folded[0], ()):
        is_whole = tuple(folded[i : i + size]) == name.folded and words[i][0][:1].isupper()
        if is_whole and (size > 1 or not _is_part_of_a_name(i, words)):
            return i, i + size - 1, "named"
    for i in places.get(fold(name.acronym), ()) if name.acronym else ():
        if words[i][0] == name.acronym:
            return i, i, "named"
    if name.can_be_short:
        for i in places.get(name.folded[0], ()):
            if words[i][0][:1].isupper() and not _is_part_of_a_name(i, words):
                return i, i, "named"
    return None


def _is_part_of_a_name(i: int, words: Sequence[Word]) -> bool:
    """Whether a word stands inside a longer name ("Freight" in "Sagan Air Freight"): beside another word of a name."""
    before = i > 0 and _is_of_a_name(i - 1, words) and words[i][1] - words[i - 1][2] == 1
    is_opening = i == 1 or (i > 1 and words[i - 1][1] - words[i - 2][2] > 1)
    after = i + 1 < len(words) and _is_of_a_name(i + 1, words) and words[i + 1][1] - words[i][2] == 1
    return (before and not is_opening) or after


def _is_of_a_name(i: int, words: Sequence[Word]) -> bool:
    """Whether a word is capitalised and neither small, a figure nor a word of the field ("agency", "Monday")."""
    key = key_of(words[i][0])
    return words[i][0][:1].isupper() and key is not None and not key.startswith("#")


def _sounding(
    name: OutletName, words: Sequence[tuple[str, int, int]], sounds: Mapping[str, list[int]]
) -> tuple[int, int, str] | None:
    """Where a name stands in another script than its own; a genitive may turn its words around ("Курьер Нила")."""
    wanted = list(sounding(name))
    for order in (wanted, wanted[::-1]):
        for i in sounds.get(order[0], ()) if order else ():
            window = words[i : i + len(order)]
            is_other_script = any(_is_latin(word) != name.is_latin for word, _, _ in window)
            if is_other_script and [skeleton(word) for word, _, _ in window] == order:
                return i, i + len(order) - 1, "named in another script"
    return None


def _own(profile: Profile) -> Iterator[Citation]:
    match = OWN.search(profile.report.text)
    if match and profile.report.outlet:
        yield Citation(doc=profile.doc, outlet=profile.report.outlet, text=match.group(), start=match.start(),
                       end=match.end(), rule="its own earlier piece")  # fmt: skip


def described_languages(profile: Profile) -> tuple[tuple[str, Citation], ...]:
    """Outlets described by their language: the language and where it stands."""
    return tuple(
        (
            LANGUAGES[m.group(1).lower()],
            Citation(doc=profile.doc, outlet="", text=m.group(), start=m.start(), end=m.end(), rule="described"),
        )
        for m in DESCRIBED.finditer(profile.report.text)
    )
