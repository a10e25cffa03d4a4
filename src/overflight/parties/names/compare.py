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
from overflight.parties.names.token import Token
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import plain_words

MATCH_AT = 0.70
"""Score from which two names count as one; the published contract."""
AIRCRAFT_SCHEMAS = frozenset({None, "", "Airplane"})
"""Schemas under which a text may be a registration; `OMAHA` as a ship is a name."""
PERSON_SCHEMAS = frozenset({"Person"})
BODY_CLASSES = frozenset({WordClass.LEGAL, WordClass.FORM, WordClass.FIELD})

ASIDE_SHARE = 0.3
"""Weight left to a word in parentheses that has no answer: it explains the name, it is not the name."""
ATTESTED_SHARE = 0.2
"""Weight left to a missing word that another name of the same entry bears: the entry knows it."""
MOST_TOLD_MORE = 0.5
"""Most that generic words without an answer weigh together: a long description of a body does not make it another."""
APART_CLASSES = frozenset(
    {WordClass.DISTINCTIVE, WordClass.IMAGE, WordClass.PLACE, WordClass.NUMBER, WordClass.FIELD, WordClass.INITIAL}
)
LEAST_APART = 0.6
"""Least weight of a word in a conflict: where each name has a word that the other lacks, a common one tells as well."""
REPEATED_SHARE = 0.1
"""Weight left to a word that its own name says once more."""
ORDER_COST = 0.02
"""What another order of the same words costs where the order does not matter: it ranks, it does not decide."""
ORDER_CONFLICT_CAP = 0.55
ONE_WORD_CAP = 0.65
"""Most that two persons score by one name in common: a family or a given name alone is nobody."""
ENOUGH_EVIDENCE, LEAST_EVIDENCE = 1.25, 0.7
"""Weight of the shared names (two rare names: 2.0, `Miguel Martinez`: 1.0) from which a missing one costs no more, and the
share of the score that is left where they weigh nothing."""
ONLY_INITIALS_CAP = 0.5
"""Most that a person's name scores by initials alone: `N. N.` fits thousands."""
NAMING_CLASSES = frozenset({WordClass.DISTINCTIVE, WordClass.IMAGE, WordClass.INITIAL})
TOLD_APART = NAMING_CLASSES | {WordClass.PLACE, WordClass.NUMBER}
"""Classes that conflict across scripts too: other generic words may be one word that was translated freely."""
NOT_EQUAL_CAP = 0.995
"""Score of names that are alike in all but their spelling; 1.0 is for equal names alone."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How the parts of a comparison make its score: exponents of the likeness of the paired words and of the share of the
    weight that is paired, the cost of distinctive words missing on both sides, the share of weight left to generic words,
    and an exponent more for distinctive words without an answer.
    """

    alike: float
    cover: float
    conflict: float
    generic_share: float = 1.0
    named: float = 0.0


PERSON = Policy(alike=1.0, cover=0.48, conflict=0.85)
"""Middle names come and go: a name that holds the other and twice its weight still scores 0.71."""
BODY = Policy(alike=0.85, cover=0.3, conflict=0.5, named=0.4)
"""A distinctive word more is another body (`Qeshm Air` scores 0.69 against `Qeshm Fars Air`), a generic one is a description."""
CROSSING = Policy(alike=0.8, cover=0.45, conflict=0.55, generic_share=0.8, named=0.9)
"""Across scripts, where a name may be a person's: a word without an answer is held against it, generic or not."""
CROSSING_BODIES = Policy(alike=0.35, cover=0.15, conflict=0.45, generic_share=0.35)
"""Across scripts, where both say that they are bodies: a word without an answer may be one that was translated freely, and
generic words weigh a third."""


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
    if schema in AIRCRAFT_SCHEMAS and (looks_like_registration(a) or looks_like_registration(b)):
        exact = compare_registrations(a, b)
        if exact is not None:
            score, reason = exact
            return NameComparison(score, score >= MATCH_AT, (reason,))
    return _best_reading(a, b, _is_person(a, b, schema))


def _is_person(a: str, b: str, schema: str | None) -> bool:
    if schema is None or schema in ("", "LegalEntity"):
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


@lru_cache(maxsize=1 << 13)
def weigh(
    a: str, b: str, is_person: bool, attested: frozenset[str] = frozenset()
) -> tuple[float, Alignment, str | None]:
    """The score of one reading, the alignment it rests on, and what the order of the words objects.

    attested: words of the first name that another name of the second's party bears; missing them tells little.
    """
    left, right = tokens_of(a, is_person), tokens_of(b, is_person)
    found = align(left, right)
    score = _score(left, right, found, is_person, attested)
    conflict = order_conflict(left, right, found) if is_person else None
    if conflict is not None:
        score = min(score, ORDER_CONFLICT_CAP)
    if score > NOT_EQUAL_CAP and not _are_equal(a, b):
        score = NOT_EQUAL_CAP
    return round(max(0.0, min(1.0, score)), 4), found, conflict


def _score(
    a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, is_person: bool, attested: frozenset[str]
) -> float:
    policy = PERSON if is_person else _body_policy(a, b)
    whole_a, told_a, missing_a, apart_a, named_a = _side(
        a, [(p.left, p.likeness) for p in found.pairs], found.left_missing, policy, attested
    )
    whole_b, told_b, missing_b, apart_b, named_b = _side(
        b, [(p.right, p.likeness) for p in found.pairs], found.right_missing, policy
    )
    if min(whole_a, whole_b, told_a, told_b) <= 0:
        return 0.0
    alike = (told_a + told_b) / (whole_a - missing_a + whole_b - missing_b)
    cover = (1 - missing_a / whole_a) * (1 - missing_b / whole_b)
    named = (1 - min(1.0, named_a / whole_a)) * (1 - min(1.0, named_b / whole_b))
    conflict = min(1.0, apart_a / whole_a, apart_b / whole_b)
    score = alike**policy.alike * cover**policy.cover * named**policy.named * (1.0 - policy.conflict * conflict)
    if all(p.how in ("initial", "abbreviates") for p in found.pairs if a[p.left[0]].word_class in NAMING_CLASSES):
        score = min(score, ONLY_INITIALS_CAP if is_person else 1.0)
    if is_person and _shares_one_word(a, b, found):
        score = min(score, ONE_WORD_CAP)
    if is_person and max(named_a, named_b) > 0:
        score *= _evidence(a, found)
    return float(score - ORDER_COST * _disorder(found))


def _shares_one_word(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment) -> bool:
    """Whether two persons have one name in common where either has two or more."""
    shared = sum(len(p.left) + len(p.right) - 1 for p in found.pairs if a[p.left[0]].word_class in NAMING_CLASSES)
    return shared == 1 and max(sum(t.is_distinctive for t in tokens) for tokens in (a, b)) >= 2


def _evidence(tokens: tuple[Token, ...], found: Alignment) -> float:
    """The share of a person's score that common names leave where the other name has one more: thousands are called so."""
    shared = sum(tokens[i].weight * p.likeness for p in found.pairs for i in p.left if tokens[i].is_distinctive)
    return min(1.0, LEAST_EVIDENCE + (1.0 - LEAST_EVIDENCE) * shared / ENOUGH_EVIDENCE)


def _side(
    tokens: tuple[Token, ...],
    pairs: list[tuple[tuple[int, ...], float]],
    missing: tuple[int, ...],
    policy: Policy,
    attested: frozenset[str] = frozenset(),
) -> tuple[float, float, float, float, float]:
    """Of one name: its whole weight, what of it is answered (by likeness), what has no answer, what of that conflicts, and
    what of it is distinctive.
    """
    share = policy.generic_share
    paired = sum(_weight(tokens[i], share) for places, _ in pairs for i in places)
    told = sum(_weight(tokens[i], share) * like for places, like in pairs for i in places)
    attested_lacks = apart = named = told_more = 0.0
    for i in missing:
        token = tokens[i]
        weight = _missing_weight(tokens, i, share)
        if token.text in attested:
            attested_lacks += weight * ATTESTED_SHARE
            continue
        if token.word_class in NAMING_CLASSES:
            named += weight
        else:
            told_more += weight
        if token.word_class in APART_CLASSES and (share == 1 or token.word_class in TOLD_APART):
            apart += max(LEAST_APART, token.weight)
    lacks = attested_lacks + named + min(MOST_TOLD_MORE, told_more)
    return paired + lacks, told, lacks, apart, named


def _body_policy(a: tuple[Token, ...], b: tuple[Token, ...]) -> Policy:
    if not _is_crossing(a, b):
        return BODY
    return CROSSING_BODIES if _says_body(a) and _says_body(b) else CROSSING


def _says_body(tokens: tuple[Token, ...]) -> bool:
    """Whether a name says that it is a body's: a form, a field in front, or two fields; a field behind may be a family name."""
    fields = [t for t in tokens if t.word_class is WordClass.FIELD]
    has_form = any(t.word_class in (WordClass.FORM, WordClass.LEGAL) for t in tokens)
    return has_form or len(fields) >= 2 or tokens[0].word_class is WordClass.FIELD


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
    if _are_equal(*names):
        return ["the names are equal"]
    out = [_pair_reason(a, b, p) for p in found.pairs]
    out += [f"“{a[i].text}” only in the first{_what(a[i])}" for i in found.left_missing]
    out += [f"“{b[j].text}” only in the second{_what(b[j])}" for j in found.right_missing]
    if conflict is not None:
        out.append(conflict)
    out += [f"“{w}” mixes Latin with look-alike letters" for n in names for w in _mixed_words(n)]
    return out


def _are_equal(a: str, b: str) -> bool:
    """Whether two names are the same words; disguised letters are never silently equal."""
    return plain_words(a) == plain_words(b) and not _mixed_words(a) and not _mixed_words(b)


def _mixed_words(name: str) -> list[str]:
    return [] if name.isascii() else [word for word in name.split() if is_mixed(word)]


def _pair_reason(a: tuple[Token, ...], b: tuple[Token, ...], pair: Pair) -> str:
    left = " ".join(a[i].text for i in pair.left)
    right = " ".join(b[j].text for j in pair.right)
    return HOW[pair.how].format(a=left, b=right, like=pair.likeness)


def _what(token: Token) -> str:
    return " (distinctive)" if token.is_distinctive else f" ({token.word_class.value} word)"
