"""Whether two names are one: a score that ranks, and the reasons a reader can check word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from overflight.parties.names.align import Alignment, Pair, align
from overflight.parties.names.order import order_conflict
from overflight.parties.names.registrations import compare_registrations, looks_like_registration
from overflight.parties.names.scripts import is_mixed
from overflight.parties.names.tables import WordClass
from overflight.parties.names.tokens import Token, tokens_of
from overflight.parties.names.words import plain_words

MATCH_AT = 0.70
"""Score from which two names count as one; the published contract."""
PERSON_SCHEMAS = frozenset({"Person"})
BODY_CLASSES = frozenset({WordClass.LEGAL, WordClass.FORM, WordClass.FIELD})

ASIDE_SHARE = 0.3
"""Weight left to a word in parentheses that has no answer: it explains the name, it is not the name."""
PERSON_COVER, BODY_COVER = 0.5, 0.9
"""Exponent of the share of the weight that both names have in common. Persons: middle names come and go, so half of the
weight still gives 0.71; bodies: a word more is often another body."""
REPEATED_SHARE = 0.1
"""Weight left to a word that its own name says once more."""
CROSSING_SHARE, CROSSING_COVER = 0.35, 0.45
"""Across scripts a name is translated in part: generic words weigh a third, and the cover counts less strictly."""
CONFLICT = 0.55
"""What it costs, as a share, when each name has a distinctive word that the other lacks."""
ORDER_COST = 0.02
"""What another order of the same words costs where the order does not matter: it ranks, it does not decide."""
ORDER_CONFLICT_CAP = 0.55
NOT_EQUAL_CAP = 0.995
"""Score of names that are alike in all but their spelling; 1.0 is for equal names alone."""


@dataclass(frozen=True, slots=True)
class NameComparison:
    """A score (0–1), whether it counts as a match, and why; missing_left and missing_right are words without an answer."""

    score: float
    match: bool
    reasons: tuple[str, ...]
    missing_left: tuple[str, ...] = ()
    missing_right: tuple[str, ...] = ()


def compare_names(a: str, b: str, schema: str | None = None) -> NameComparison:
    """How far two names are one name.

    schema: FollowTheMoney's word for what is named (`Person`, `Organization`, `Vessel`, …); None is judged by the words.
    Registrations compare exactly. A name that gives alternatives (`X / Y`, `X a.k.a. Y`) is the best of them.
    """
    if looks_like_registration(a) or looks_like_registration(b):
        exact = compare_registrations(a, b)
        if exact is not None:
            score, reason = exact
            return NameComparison(score, score >= MATCH_AT, (reason,))
    return _best_reading(a, b, _is_person(a, b, schema))


def _is_person(a: str, b: str, schema: str | None) -> bool:
    if schema is None or schema == "LegalEntity":
        words = (*tokens_of(a, False), *tokens_of(b, False))
        return not any(t.word_class in BODY_CLASSES for t in words)
    return schema in PERSON_SCHEMAS


def _best_reading(a: str, b: str, is_person: bool) -> NameComparison:
    best: NameComparison | None = None
    for left in readings(a):
        for right in readings(b):
            found = _compare(left, right, is_person)
            if best is None or found.score > best.score:
                best = found
    assert best is not None  # readings() gives at least one
    return best


@lru_cache(maxsize=1 << 14)
def readings(text: str) -> tuple[str, ...]:
    """A text and, where it gives several names for one party, each of them."""
    parts = [text]
    for mark in (" / ", "/", "·", ";", " a.k.a. ", " aka ", " f.k.a. ", " formerly "):
        parts = [p for part in parts for p in part.split(mark)]
    told = [p.strip() for p in parts if len("".join(plain_words(p))) >= 4]
    return (text, *told) if len(told) > 1 and len(told) == len(parts) else (text,)


def _compare(a: str, b: str, is_person: bool) -> NameComparison:
    left, right = tokens_of(a, is_person), tokens_of(b, is_person)
    if not left or not right:
        return NameComparison(0.0, False, ("one of the names has no letters",))
    score, found, conflict = weigh(a, b, is_person)
    reasons = tuple(_reasons(left, right, found, conflict, (a, b)))
    return NameComparison(
        score,
        score >= MATCH_AT,
        reasons,
        tuple(left[i].text for i in found.left_missing),
        tuple(right[j].text for j in found.right_missing),
    )


def weigh(a: str, b: str, is_person: bool) -> tuple[float, Alignment, str | None]:
    """The score of one reading, the alignment it rests on, and what the order of the words objects."""
    left, right = tokens_of(a, is_person), tokens_of(b, is_person)
    found = align(left, right)
    score = _score(left, right, found, is_person)
    conflict = order_conflict(left, right, found) if is_person else None
    if conflict is not None:
        score = min(score, ORDER_CONFLICT_CAP)
    if score > NOT_EQUAL_CAP and plain_words(a) != plain_words(b):
        score = NOT_EQUAL_CAP
    return round(max(0.0, min(1.0, score)), 4), found, conflict


def _score(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, is_person: bool) -> float:
    share = CROSSING_SHARE if not is_person and _is_crossing(a, b) else 1.0
    matched_a = sum(_weight(a[i], share) * p.likeness for p in found.pairs for i in p.left)
    matched_b = sum(_weight(b[j], share) * p.likeness for p in found.pairs for j in p.right)
    missing_a = sum(_missing_weight(a, i, share) for i in found.left_missing)
    missing_b = sum(_missing_weight(b, j, share) for j in found.right_missing)
    whole_a = sum(_weight(a[i], share) for p in found.pairs for i in p.left) + missing_a
    whole_b = sum(_weight(b[j], share) for p in found.pairs for j in p.right) + missing_b
    if whole_a <= 0 or whole_b <= 0:
        return 0.0
    cover = (matched_a / whole_a) * (matched_b / whole_b)
    exponent = PERSON_COVER if is_person else CROSSING_COVER if share < 1 else BODY_COVER
    if share < 1:
        missing_a = sum(_missing_weight(a, i, share) for i in found.left_missing if a[i].is_distinctive)
        missing_b = sum(_missing_weight(b, j, share) for j in found.right_missing if b[j].is_distinctive)
    conflict = min(missing_a / whole_a, missing_b / whole_b)
    score = cover**exponent * (1.0 - CONFLICT * conflict)
    return float(score - ORDER_COST * _disorder(found))


def _is_crossing(a: tuple[Token, ...], b: tuple[Token, ...]) -> bool:
    """Whether the two names are told in different scripts."""
    return {t.script for t in a if t.value is None} != {t.script for t in b if t.value is None}


def _weight(token: Token, share: float) -> float:
    return token.weight if token.is_distinctive else token.weight * share


def _missing_weight(tokens: tuple[Token, ...], at: int, share: float) -> float:
    """What a word without an answer weighs: little in parentheses, less where the name says it twice."""
    token = tokens[at]
    weight = _weight(token, share) * (ASIDE_SHARE * share if token.is_aside else 1.0)
    is_repeated = any(t.text == token.text for n, t in enumerate(tokens) if n != at)
    return weight * REPEATED_SHARE if is_repeated else weight


def _disorder(found: Alignment) -> float:
    """Share of neighbouring pairs that stand in another order on the other side."""
    places = [p.right[0] for p in found.pairs]
    return sum(y < x for x, y in pairwise(places)) / max(1, len(places) - 1)


HOW = {
    "same": "“{a}” is in both",
    "sounds": "“{a}” ≈ “{b}” ({like:.2f})",
    "means": "“{a}” means “{b}”",
    "joined": "“{a}” is “{b}” written together or apart",
    "initial": "“{a}” fits “{b}”",
    "abbreviates": "“{a}” abbreviates “{b}”",
}


def _reasons(
    a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, conflict: str | None, names: tuple[str, str]
) -> list[str]:
    if plain_words(names[0]) == plain_words(names[1]):
        return ["the names are equal"]
    out = [_pair_reason(a, b, p) for p in found.pairs]
    out += [f"“{a[i].text}” only in the first{_what(a[i])}" for i in found.left_missing]
    out += [f"“{b[j].text}” only in the second{_what(b[j])}" for j in found.right_missing]
    if conflict is not None:
        out.append(conflict)
    out += [
        f"“{w}” mixes Latin with look-alike letters"
        for n in names
        for w in plain_words(n)
        if not w.isascii() and is_mixed(w)
    ]
    return out


def _pair_reason(a: tuple[Token, ...], b: tuple[Token, ...], pair: Pair) -> str:
    left = " ".join(a[i].text for i in pair.left)
    right = " ".join(b[j].text for j in pair.right)
    return HOW[pair.how].format(a=left, b=right, like=pair.likeness)


def _what(token: Token) -> str:
    return " (distinctive)" if token.is_distinctive else f" ({token.word_class.value} word)"
