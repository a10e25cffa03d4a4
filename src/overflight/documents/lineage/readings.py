"""How far two readings of one slot agree: dates, figures, parties, carriers, goods; from -1 over 0 to 1."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from overflight.documents.lineage.keys import WORD, content_keys, key_of, likeness, overlap, skeleton
from overflight.documents.lineage.states import state_of
from overflight.records.claim import DateReading, Filler
from overflight.reference.gazetteers import load_gazetteer


def compare_dates(a: DateReading | None, b: DateReading | None) -> float:
    """1 the same day, 0.8 the same longer stretch, 0.6 an overlap, 0.5 of other readings; -1 disjoint; 0 if one has none."""
    if a is None or b is None or (a.from_on is None and a.to_on is None) or (b.from_on is None and b.to_on is None):
        return 0.0
    if _overlaps(a.from_on, a.to_on, b.from_on, b.to_on):
        if a.precision == b.precision == "day":
            return 1.0
        return 0.8 if (a.from_on, a.to_on) == (b.from_on, b.to_on) else 0.6
    readings_a = [(a.from_on, a.to_on), *((x.from_on, x.to_on) for x in a.alternatives)]
    readings_b = [(b.from_on, b.to_on), *((x.from_on, x.to_on) for x in b.alternatives)]
    if any(_overlaps(*x, *y) for x in readings_a for y in readings_b):
        return 0.5
    return -1.0


def _overlaps(a_from: dt.date | None, a_to: dt.date | None, b_from: dt.date | None, b_to: dt.date | None) -> bool:
    if (a_from is None and a_to is None) or (b_from is None and b_to is None):
        return False
    return (a_from or dt.date.min) <= (b_to or dt.date.max) and (b_from or dt.date.min) <= (a_to or dt.date.max)


def compare_numbers(a: Filler, b: Filler) -> float:
    """1 the same bounds, 0.4 intervals that meet, -1 figures that cannot both hold; 0 if one has no figure or another unit.

    "18 crates" says nothing against "432 sights".
    """
    if (a.min is None and a.max is None) or (b.min is None and b.max is None):
        return 1.0 if a.text.casefold() == b.text.casefold() else 0.0
    if a.unit and b.unit and a.unit != b.unit:
        return 0.0
    if (a.min, a.max) == (b.min, b.max):
        return 1.0
    if a.unit != b.unit:
        return 0.0
    low = max(a.min if a.min is not None else float("-inf"), b.min if b.min is not None else float("-inf"))
    high = min(a.max if a.max is not None else float("inf"), b.max if b.max is not None else float("inf"))
    return 0.4 if low <= high else -1.0


_STATES = ("gov:", "mil:")
_NAMED = ("org:", "person:")

NEAR_NAME = 0.6
"""Share of the shorter name's words from which two names are spellings of one."""

WHOLE_NAME = 0.8
"""Share of their own words (Dice) from which two named bodies are one."""

PART_NAME = 0.4
"""What names are worth of which one is part of the other: a body and its branch, or a name cut short."""

DESCRIBED = 0.5
"""What the same words are worth where both only describe: every story has an Iranian airline and a cargo plane."""


def compare_parties(a: Filler, b: Filler) -> float:
    """1 the same name, down to 0 for words that share nothing; -1 where both are named and differ."""
    if a.norm and b.norm:
        left, right = a.norm.removeprefix("gov:").removeprefix("mil:"), b.norm.removeprefix("gov:").removeprefix("mil:")
        if left == right:
            return 1.0 if a.norm == b.norm else 0.8
        if a.norm.startswith(_NAMED) and b.norm.startswith(_NAMED):
            kinds = a.norm.split(":", 1)[0], b.norm.split(":", 1)[0]
            return _compare_names(left, right) if kinds[0] == kinds[1] else -1.0
        if a.norm.startswith(_STATES) and b.norm.startswith(_STATES):
            return -1.0
    mine, theirs = content_keys(name_words(a)), content_keys(name_words(b))
    if is_one_name(mine, theirs) and proper_words(a) & proper_words(b):
        return 0.9
    if name_words(a).isascii() != name_words(b).isascii() and overlap(sounds(a), sounds(b)) >= NEAR_NAME:
        return 0.8
    return DESCRIBED * likeness(mine, theirs)


def _compare_names(left: str, right: str) -> float:
    """0.9 spellings of one name, -1 different ones; of bodies, 0.4 where one name is part of the other."""
    mine, theirs = content_keys(left.rsplit(":", maxsplit=1)[-1]), content_keys(right.rsplit(":", maxsplit=1)[-1])
    if not is_one_name(mine, theirs):
        return -1.0
    is_whole = likeness(own_words(mine), own_words(theirs)) >= WHOLE_NAME
    return 0.9 if is_whole or left.startswith("person:") else PART_NAME


def compare_authorities(a: Filler, b: Filler) -> float:
    """1 two authorities of one state, -1 of two states, else as parties: who acts is the state, whatever office signs."""
    one, other = state_of(a.norm), state_of(b.norm)
    if one is None or other is None:
        return compare_parties(a, b)
    return 1.0 if one == other else -1.0


def compare_goods(a: Filler, b: Filler) -> float:
    """1 the same goods, down to 0 for words that share nothing; goods are described, not named."""
    if a.norm and a.norm == b.norm:
        return 1.0
    mine, theirs = content_keys(a.coref or a.text), content_keys(b.coref or b.text)
    return max(likeness(mine, theirs), TOLD_SHORTER * overlap(mine, theirs))


def compare_offices(a: Filler, b: Filler) -> float:
    """As goods, and -1 where each names a body and none is the other's: one person may sit on two boards."""
    bodies = tuple(_named_words(f) for f in (a, b))
    if all(bodies) and not bodies[0] & bodies[1]:
        return -1.0
    return compare_goods(a, b)


def _named_words(filler: Filler) -> frozenset[str]:
    """The sounds of the words of a filler that are names; acronyms are left out, as they stand for words told elsewhere."""
    words = (w for w in WORD.findall(filler.coref or filler.text) if w[:1].isupper() and not w.isupper())
    kept = (w for w in words if (key := key_of(w)) and not key.startswith("#") and key not in KINDS_OF_BODY)
    return frozenset(sound for w in kept if len(sound := skeleton(w)) >= LEAST_SOUND)


TOLD_SHORTER = 0.7
"""What goods are worth that are told in fewer of the same words: "drones" for "drone parts" is drift, not other goods."""


def name_words(filler: Filler) -> str:
    """The words by which a filler is compared: its name where it has one, else what it points at, else its own."""
    if filler.norm and filler.norm.startswith(_NAMED):
        return filler.norm.split(":", 1)[1].replace("-", " ")
    return filler.coref or filler.text


def proper_words(filler: Filler) -> frozenset[str]:
    """The own words of a filler that are written as names: in a norm, or not in lower case ("regime" is none)."""
    words = name_words(filler)
    if not (filler.norm or "").startswith(_NAMED):
        words = " ".join(w for w in words.split() if not w[:1].islower())
    return own_words(content_keys(words))


LEAST_SOUND = 3
"""Consonants that a word must have to be known in another script."""


def sounds(filler: Filler) -> frozenset[str]:
    """The sounds of the own words of a name, by which it is known in another script; none for concepts of the field."""
    words = (w for w in WORD.findall(name_words(filler)) if not (key_of(w) or "#").startswith("#"))
    heard = (skeleton(w) for w in words if w.casefold() not in KINDS_OF_BODY)
    return frozenset(sound for sound in heard if len(sound) >= LEAST_SOUND)


def is_one_name(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names are one, told shorter or longer ("Tondar" and "Tondar Air Cargo").

    The words that only say what kind of body it is ("air", "cargo", "company") must agree too, but make no name alone:
    two airlines of one country share them.
    """
    return overlap(a, b) >= NEAR_NAME and overlap(own_words(a), own_words(b)) >= NEAR_NAME


KINDS_OF_BODY = frozenset(
    ("air aviation aerial airway avia aero cargo sky llp ltd llc gmbh inc fze group trading logistic service force "  # noqa: SIM905
     "western eastern northern southern senior former local foreign two three several").split()
)  # fmt: skip
"""Stems that many names and descriptions bear beside the concepts of the lexicon; they tell none from another."""


def own_words(keys: frozenset[str]) -> frozenset[str]:
    """The words of a name that are its own: no concept of the field and no kind of body."""
    return frozenset(key for key in keys if not key.startswith("#")) - KINDS_OF_BODY


SAME_TYPE = 0.5
"""What the same type of aircraft, or the same description, is worth: many fly one."""


def compare_carriers(left: Sequence[Filler], right: Sequence[Filler]) -> float:
    """Agreement on who or what flew, by the surest thing that both tell: a registration, else a name, else a type."""
    marks = _marks(left), _marks(right)
    if all(marks):
        return 1.0 if marks[0] & marks[1] else -1.0
    mine, theirs = _names(left), _names(right)
    if mine and theirs:
        return max(compare_parties(a, b) for a in mine for b in theirs)
    return min(SAME_TYPE, max(compare_parties(a, b) for a in left for b in right))


def _marks(fillers: Sequence[Filler]) -> frozenset[str]:
    return frozenset(f.norm for f in fillers if f.norm and is_registration(f.norm))


def _names(fillers: Sequence[Filler]) -> tuple[Filler, ...]:
    return tuple(f for f in fillers if f.norm and f.norm.startswith(_NAMED))


@cache
def _registrations() -> re.Pattern[str]:
    forms = (form for entry in load_gazetteer("registrations") for form in entry.forms)
    return re.compile("|".join(sorted(forms)))


@lru_cache(maxsize=4096)
def is_registration(norm: str) -> bool:
    """Whether a norm is an aircraft's registration: a form that some state gives (EP-TDA, UR-76022, N4522V), or a
    nationality mark, a hyphen and letters.
    """
    if _registrations().fullmatch(norm):
        return True
    mark, hyphen, rest = norm.partition("-")
    return bool(hyphen) and mark.isalnum() and mark.isupper() and len(mark) <= 2 and rest.isalnum() and rest.isupper()
