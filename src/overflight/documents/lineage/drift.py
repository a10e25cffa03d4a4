"""What changed along an edge: hedges, polarity, dates, figures, items, actors, places, attribution."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import SequenceMatcher

from overflight.documents.lineage.keys import WORD, content_keys, likeness
from overflight.documents.lineage.readings import compare_numbers, compare_parties
from overflight.documents.lineage.where import compare_places
from overflight.records.claim import Claim, DateReading, Filler, Modality, SpeakerType
from overflight.records.finding import Drift

FIRMNESS: dict[Modality, int] = {
    Modality.PLANNED: 0, Modality.SPECULATED: 1, Modality.ALLEGED: 2, Modality.BELIEVED: 2, Modality.REPORTED: 3,
}  # fmt: skip
"""Order in which a hedge is lost or gained; alleged and believed are alike."""

ROLE_SLOTS = (
    ("quantity", "quantity"), ("count", "quantity"), ("object", "object"), ("actor", "actor"), ("carrier", "actor"),
    ("recipient", "actor"), ("pilot", "actor"), ("origin", "place"), ("destination", "place"), ("place", "place"),
)  # fmt: skip
"""Which roles are compared, and under which slot their change is listed."""


def drift_between(child: Claim, parent: Claim) -> tuple[Drift, ...]:
    """Every change from the parent's claim to the child's, slot by slot; what one of them leaves open is no change."""
    return tuple(
        Drift(
            parent=parent.doc, doc=child.doc, slot=slot, was=was, became=became, parent_claim=parent.id, claim=child.id
        )
        for slot, was, became in _changes(child, parent)
    )


def _changes(child: Claim, parent: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    if FIRMNESS[child.modality] != FIRMNESS[parent.modality]:
        yield "modality", _hedge(parent), _hedge(child)
    if child.polarity is not parent.polarity:
        yield "modality", str(parent.polarity), str(child.polarity)
    yield from _date_change(child.date, parent.date)
    for role, slot in ROLE_SLOTS:
        left, right = parent.fillers(role), child.fillers(role)
        if left and right and _differ(role, left, right):
            yield slot, _text(left), _text(right)
    was, became = _speaker(parent), _speaker(child)
    if was and not became:
        yield "attribution", was, None


def _date_change(child: DateReading | None, parent: DateReading | None) -> Iterator[tuple[str, str, str]]:
    if child is None or parent is None:
        return
    mine, theirs = (child.from_on, child.to_on), (parent.from_on, parent.to_on)
    if mine != theirs and child.precision == parent.precision == "day":
        yield "date", _days(*theirs, parent.text), _days(*mine, child.text)


def _days(start: dt.date | None, end: dt.date | None, text: str) -> str:
    days = "…".join(dict.fromkeys(d.isoformat() for d in (start, end) if d)) or "no year"
    return f"{days} (“{text}”)"


SAME_MEANING = 0.7
"""Likeness of two phrases from which they say the same in other words."""


def _differ(role: str, left: tuple[Filler, ...], right: tuple[Filler, ...]) -> bool:
    if _text(left).casefold() == _text(right).casefold():
        return False
    if role in {"quantity", "count"}:
        return max(compare_numbers(a, b) for a in left for b in right) < 1 and _figures(left) != _figures(right)
    if role in {"origin", "destination", "place"}:
        return max(compare_places(a, b) for a in left for b in right) < 0
    if max(compare_parties(a, b) for a in left for b in right) >= SAME_MEANING:
        return False
    mine, theirs = _concepts(right), _concepts(left)
    if mine and theirs:
        return likeness(mine, theirs) < SAME_MEANING
    return (role == "object" and mine != theirs) or (role != "object" and _names(left) and _names(right))


def _figures(fillers: tuple[Filler, ...]) -> tuple[tuple[float | None, float | None], ...]:
    return tuple((f.min, f.max) for f in fillers)


def _concepts(fillers: tuple[Filler, ...]) -> frozenset[str]:
    return frozenset(k for f in fillers for k in content_keys(f.text) if k.startswith("#"))


def _names(fillers: tuple[Filler, ...]) -> bool:
    return any(f.norm or f.text[:1].isupper() for f in fillers)


def _text(fillers: tuple[Filler, ...]) -> str:
    return ", ".join(f.coref or f.text for f in fillers)


def _hedge(claim: Claim) -> str:
    return f"{claim.modality} (“{claim.hedge}”)" if claim.hedge else str(claim.modality)


def _speaker(claim: Claim) -> str | None:
    named = [a for a in claim.attribution if a.type not in (SpeakerType.UNSPECIFIED, SpeakerType.SELF)]
    return named[-1].text if named else None


def word_difference(was: str, became: str) -> tuple[tuple[str, str], ...]:
    """Two sentences word by word: (`same` | `lost` | `gained`, words), in reading order; for texts of one language."""
    left, right = WORD.findall(was), WORD.findall(became)
    matcher = SequenceMatcher(None, [w.casefold() for w in left], [w.casefold() for w in right], autojunk=False)
    found: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", " ".join(right[j1:j2])))
            continue
        if i2 > i1:
            found.append(("lost", " ".join(left[i1:i2])))
        if j2 > j1:
            found.append(("gained", " ".join(right[j1:j2])))
    return tuple(found)
