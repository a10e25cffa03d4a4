"""The score of two names: what the alignment of their words, the weights of these and the kind of the names make it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from overflight.parties.names.align import Alignment, Pair, align
from overflight.parties.names.korean_names import SAME, SLIP, korean_verdict
from overflight.parties.names.order import order_conflict
from overflight.parties.names.scripts import ABJADS
from overflight.parties.names.settings import NAMES, Policy
from overflight.parties.names.tables import WordClass
from overflight.parties.names.token import Token
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.words import are_equal

NAMING_CLASSES = frozenset({WordClass.DISTINCTIVE, WordClass.IMAGE, WordClass.INITIAL})
"""Classes of the words that name somebody; all others describe."""
TOLD_APART = NAMING_CLASSES | {WordClass.PLACE, WordClass.NUMBER}
"""Classes that conflict where each name has one that the other lacks, in any scripts."""
APART_CLASSES = TOLD_APART | {WordClass.FIELD}
"""The same in one script; across scripts another field may be one that was translated freely."""

TELLING = NAMING_CLASSES | {WordClass.FIELD, WordClass.NUMBER}
"""Classes of the words by which a body is known; a country or a form is common to thousands."""


class Kind(StrEnum):
    """What two names are names of: told by a schema, or left to the words, which are then read as a body's."""

    PERSON = "person"
    BODY = "body"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Side:
    """The weight of one name: in all; answered, by likeness; without an answer; of that in conflict; of that naming."""

    whole: float
    told: float
    missing: float
    apart: float
    named: float


@lru_cache(maxsize=1 << 13)
def weigh(a: str, b: str, kind: Kind, attested: frozenset[str] = frozenset()) -> tuple[float, Alignment, str | None]:
    """The score of one reading, the alignment it rests on, and what the naming culture objects or adds.

    attested: words of the first name that another name of the second's party bears; missing them tells little.
    """
    is_person = kind is Kind.PERSON
    left, right = tokens_of(a, is_person), tokens_of(b, is_person)
    found = align(left, right)
    score = _score(left, right, found, kind, attested)
    remark = order_conflict(left, right, found) if is_person else None
    if remark is not None:
        score = min(score, NAMES.order_conflict_cap)
    elif is_person and (remark := korean_verdict(left, right)) is not None:
        score = _korean(score, remark)
    if score > NAMES.not_equal_cap and not are_equal(a, b):
        score = NAMES.not_equal_cap
    return round(max(0.0, min(1.0, score)), 4), found, remark


def _korean(score: float, verdict: str) -> float:
    """A score with what the syllables of two Korean names say."""
    if verdict == SLIP:
        return score * NAMES.slip_share
    return max(score, NAMES.same_syllables) if verdict == SAME else min(score, NAMES.other_syllable_cap)


def _score(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, kind: Kind, attested: frozenset[str]) -> float:
    policy = _policy(a, b, kind)
    is_generic = policy is NAMES.body and not any(t.is_distinctive for t in (*a, *b))
    naming = TELLING if is_generic else NAMING_CLASSES
    x = _side(a, [(p.left, p.likeness) for p in found.pairs], found.left_missing, policy, naming, attested)
    y = _side(b, [(p.right, p.likeness) for p in found.pairs], found.right_missing, policy, naming)
    if min(x.whole, y.whole, x.told, y.told) <= 0:
        return 0.0
    alike = (x.told + y.told) / (x.whole - x.missing + y.whole - y.missing)
    cover = (1 - x.missing / x.whole) * (1 - y.missing / y.whole)
    named = (1 - min(1.0, x.named / x.whole)) * (1 - min(1.0, y.named / y.whole))
    conflict = min(1.0, x.apart / x.whole, y.apart / y.whole)
    score = alike**policy.alike * cover**policy.cover * named**policy.named * (1.0 - policy.conflict * conflict)
    score = (
        _capped_person(score, a, b, found, x, y) if kind is Kind.PERSON else _capped_body(score, a, b, found, policy)
    )
    return float(score - NAMES.order_cost * _disorder(found))


def _policy(a: tuple[Token, ...], b: tuple[Token, ...], kind: Kind) -> Policy:
    if kind is Kind.PERSON:
        return NAMES.person
    if not _is_crossing(a, b):
        return NAMES.body
    if kind is not Kind.BODY and not (_says_body(a) and _says_body(b)):
        return NAMES.crossing
    return NAMES.abjad_bodies if any(t.script in ABJADS for t in (*a, *b)) else NAMES.crossing_bodies


def _says_body(tokens: tuple[Token, ...]) -> bool:
    """Whether a name says that it is a body's: a form, a field in front, two fields, or generic words alone; a field behind may
    be a family name.
    """
    fields = [t for t in tokens if t.word_class is WordClass.FIELD]
    has_form = any(t.word_class in (WordClass.FORM, WordClass.LEGAL) for t in tokens)
    is_generic = not any(t.is_distinctive for t in tokens)
    return has_form or is_generic or len(fields) >= 2 or tokens[0].word_class is WordClass.FIELD


def _is_crossing(a: tuple[Token, ...], b: tuple[Token, ...]) -> bool:
    """Whether the two names are told in different scripts."""
    return {t.script for t in a if t.value is None} != {t.script for t in b if t.value is None}


def _capped_person(
    score: float, a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, x: Side, y: Side
) -> float:
    """A person's score with what is too little to know somebody by: initials, one name, common names and one more."""
    naming = [p for p in found.pairs if any(a[i].word_class in NAMING_CLASSES for i in p.left)]
    if all(p.how in ("initial", "abbreviates") for p in naming):
        score = min(score, NAMES.only_initials_cap)
    shared = sum(len(p.left) + len(p.right) - 1 for p in naming)
    if shared == 1 and max(sum(t.is_distinctive for t in tokens) for tokens in (a, b)) >= 2:
        score = min(score, NAMES.one_word_cap)
    if max(x.named, y.named) > 0:
        weight = sum(a[i].weight * p.likeness for p in found.pairs for i in p.left if a[i].is_distinctive)
        score *= _left_by(weight / NAMES.enough_evidence, NAMES.least_evidence)
    return score


def _capped_body(score: float, a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, policy: Policy) -> float:
    """A body's score with what is too little to know it by: short words spelled otherwise, common words, a parent's name."""
    if policy in (NAMES.crossing_bodies, NAMES.abjad_bodies):
        score *= _body_evidence(a, b, found, NAMES.enough_crossing_evidence, NAMES.least_crossing_evidence)
    else:
        score *= _body_evidence(a, b, found, NAMES.enough_body_evidence, NAMES.least_body_evidence)
    if policy is NAMES.abjad_bodies and _is_unit(a, b, found):
        score = min(score, NAMES.unit_cap)
    if policy is NAMES.body and _is_short_abbreviation(a, b, found):
        score = min(score, NAMES.short_abbreviation_cap)
    return min(score, _common_cap(a, b, found))


def _common_cap(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment) -> float:
    """Most that bodies score by a country or a form in common where both say more: `Iran Air` is not `Iran Alumina`."""
    if any(
        a[i].word_class in TELLING and b[j].word_class in TELLING for p in found.pairs for i in p.left for j in p.right
    ):
        return 1.0
    more = (a[i] for i in found.left_missing), (b[j] for j in found.right_missing)
    says_more = all(any(t.word_class in TELLING | {WordClass.FORM} and not t.is_aside for t in s) for s in more)
    return NAMES.common_cap if says_more else 1.0


def _is_short_abbreviation(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment) -> bool:
    """Whether a few letters are all that one name tells of the other, which has no generic word: they fit thousands of persons."""
    telling = [p for p in found.pairs if any(t.word_class in TELLING for t in (*_at(a, p.left), *_at(b, p.right)))]
    if not telling or any(p.how != "abbreviates" for p in telling):
        return False
    words = [t for p in telling for t in (*_at(a, p.left), *_at(b, p.right))]
    return min(len(t.text) for t in words) < NAMES.sure_abbreviation and all(t.is_distinctive for t in words)


def _at(tokens: tuple[Token, ...], places: tuple[int, ...]) -> tuple[Token, ...]:
    return tuple(tokens[i] for i in places)


def _is_unit(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment) -> bool:
    """Whether one name goes on with words of its own where both share generic words or a body that has units alone: each
    corps of the Guards bears their name.
    """
    shared = [t for p in found.pairs for t in (*(a[i] for i in p.left), *(b[j] for j in p.right))]
    if any(t.is_distinctive and not t.words for t in shared):
        return False
    more = (*(a[i] for i in found.left_missing), *(b[j] for j in found.right_missing))
    return any(t.is_distinctive and not t.words and not t.is_aside for t in more)


def _body_evidence(a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, enough: float, least: float) -> float:
    """The share of a body's score that thin evidence leaves where one name says more: a short word that is spelled otherwise
    resembles many, `Meyers` is not yet `Meir's Youth`.
    """
    more = (a[i] for i in found.left_missing), (b[j] for j in found.right_missing)
    if not any(t.word_class in APART_CLASSES and not t.is_aside for side in more for t in side):
        return 1.0
    weight = sum(_evidence(a, b, pair) for pair in found.pairs)
    return _left_by(weight / enough, least)


def _evidence(a: tuple[Token, ...], b: tuple[Token, ...], pair: Pair) -> float:
    weight = max(sum(a[i].weight for i in pair.left), sum(b[j].weight for j in pair.right))
    if pair.how in ("same", "means"):
        return weight
    letters = min(sum(len(a[i].latin) for i in pair.left), sum(len(b[j].latin) for j in pair.right))
    return weight * pair.likeness * min(1.0, letters / NAMES.sure_letters)


def _left_by(evidence: float, least: float) -> float:
    return min(1.0, least + (1.0 - least) * evidence)


def _side(
    tokens: tuple[Token, ...],
    pairs: list[tuple[tuple[int, ...], float]],
    missing: tuple[int, ...],
    policy: Policy,
    naming: frozenset[WordClass],
    attested: frozenset[str] = frozenset(),
) -> Side:
    """What one name weighs. naming: the classes of the words that name here; where none is distinctive, a field does."""
    share = policy.generic_share
    paired = sum(_weight(tokens[i], share) for places, _ in pairs for i in places)
    told = sum(_weight(tokens[i], share) * like for places, like in pairs for i in places)
    attested_lacks = apart = named = told_more = 0.0
    for i in missing:
        token = tokens[i]
        weight = _missing_weight(tokens, i, share)
        if token.text in attested:
            attested_lacks += weight * NAMES.attested_share
            continue
        if token.word_class in naming:
            named += weight
        if token.word_class not in NAMING_CLASSES:
            told_more += weight
        if token.word_class in (APART_CLASSES if share == 1 else TOLD_APART):
            apart += max(NAMES.least_apart, token.weight)
    lacks = attested_lacks + (named if naming is NAMING_CLASSES else 0.0) + min(NAMES.most_told_more, told_more)
    return Side(paired + lacks, told, lacks, apart, min(named, lacks))


def _weight(token: Token, share: float) -> float:
    return token.weight if token.is_distinctive else token.weight * share


def _missing_weight(tokens: tuple[Token, ...], at: int, share: float) -> float:
    """What a word without an answer weighs: little in parentheses, less where the name says it twice."""
    token = tokens[at]
    weight = _weight(token, share) * (NAMES.aside_share * share if token.is_aside else 1.0)
    is_repeated = any(t.text == token.text for n, t in enumerate(tokens) if n != at)
    return weight * NAMES.repeated_share if is_repeated else weight


def _disorder(found: Alignment) -> float:
    """Share of neighbouring pairs that stand in another order on the other side."""
    places = [p.right[0] for p in found.pairs]
    return sum(y < x for x, y in pairwise(places)) / max(1, len(places) - 1)
