"""Whether two names are one: a score that ranks, and the reasons a reader can check word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from overflight.parties.names.align import Alignment, Pair
from overflight.parties.names.registrations import compare_registrations, looks_like_registration
from overflight.parties.names.settings import NAMES
from overflight.parties.names.tables import WordClass
from overflight.parties.names.token import Token
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.weigh import Kind, weigh
from overflight.parties.names.words import are_equal, mixed_words, plain_words

MATCH_AT = NAMES.match_at
"""Score from which two names count as one; the published contract."""
AIRCRAFT_SCHEMAS = frozenset({None, "", "Airplane"})
"""Schemas under which a text may be a registration; `OMAHA` as a ship is a name."""
UNTOLD_SCHEMAS = frozenset({None, "", "LegalEntity"})
"""Schemas that leave it open whether a person or a body is named."""
BODY_CLASSES = frozenset({WordClass.LEGAL, WordClass.FORM, WordClass.FIELD})


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
    return compare_as(a, b, _kind(a, b, schema))


def compare_as(a: str, b: str, kind: Kind) -> NameComparison:
    """The same where it is known what the names are names of; registrations are not looked for."""
    return max(
        (_compare(left, right, kind) for left in readings(a) for right in readings(b)), key=lambda found: found.score
    )


def _kind(a: str, b: str, schema: str | None) -> Kind:
    if schema not in UNTOLD_SCHEMAS:
        return Kind.PERSON if schema == "Person" else Kind.BODY
    words = (*tokens_of(a, False), *tokens_of(b, False))
    return Kind.UNTOLD if any(t.word_class in BODY_CLASSES for t in words) else Kind.PERSON


_SEVERAL = re.compile(
    r"\s*[/·;]\s*|[\s(,]+(?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a|also known as|formerly(?: known as)?|alias|born)[\s.:,]+",
    re.IGNORECASE,
)
"""Where a text gives one name after another for the same party."""


@lru_cache(maxsize=1 << 14)
def readings(text: str) -> tuple[str, ...]:
    """A text and, where it gives several names for one party, each of them."""
    parts = _SEVERAL.split(text)
    told = [p.strip(" ()") for p in parts if len("".join(plain_words(p))) >= 4]
    return (text, *told) if len(told) > 1 and len(told) == len(parts) else (text,)


def _compare(a: str, b: str, kind: Kind) -> NameComparison:
    left, right = tokens_of(a, kind is Kind.PERSON), tokens_of(b, kind is Kind.PERSON)
    if not left or not right:
        return NameComparison(0.0, False, ("one of the names has no letters",))
    score, found, remark = weigh(a, b, kind)
    reasons = tuple(_reasons(left, right, found, remark, (a, b)))
    return NameComparison(
        score,
        score >= MATCH_AT,
        reasons,
        tuple(left[i].text for i in found.left_missing),
        tuple(right[j].text for j in found.right_missing),
    )


HOW = {
    "same": "“{a}” is in both",
    "sounds": "“{a}” ≈ “{b}” ({like:.2f})",
    "means": "“{a}” means “{b}”",
    "joined": "“{a}” is “{b}” written together or apart",
    "initial": "“{a}” fits “{b}”",
    "abbreviates": "“{a}” abbreviates “{b}”",
}


def _reasons(
    a: tuple[Token, ...], b: tuple[Token, ...], found: Alignment, remark: str | None, names: tuple[str, str]
) -> list[str]:
    if are_equal(*names):
        return ["the names are equal"]
    out = [_pair_reason(a, b, p) for p in found.pairs]
    out += [f"{_lone(a[i])} only in the first{_what(a[i])}" for i in found.left_missing]
    out += [f"{_lone(b[j])} only in the second{_what(b[j])}" for j in found.right_missing]
    if remark is not None:
        out.append(remark)
    out += [f"“{w}” mixes Latin with look-alike letters" for n in names for w in mixed_words(n)]
    return out


def _pair_reason(a: tuple[Token, ...], b: tuple[Token, ...], pair: Pair) -> str:
    left = " ".join(_said(a[i]) for i in pair.left)
    right = " ".join(_said(b[j]) for j in pair.right)
    return HOW[pair.how].format(a=left, b=right, like=pair.likeness)


def _said(token: Token) -> str:
    return " ".join(token.words) or token.text


def _lone(token: Token) -> str:
    """A word without an answer; of another script with how it is read, so that a reader sees what was compared."""
    is_read = not token.text.isascii() and token.latin != token.text and token.concept is None
    return f"“{_said(token)}” ({token.latin})" if is_read else f"“{_said(token)}”"


def _what(token: Token) -> str:
    return " (distinctive)" if token.is_distinctive else f" ({token.word_class.value} word)"
