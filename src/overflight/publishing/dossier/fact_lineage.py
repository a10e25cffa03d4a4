"""The lineage of one fact: the reports that carry it, each under the one it took it from, with what changed on that way."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from overflight.publishing.dossier.index import Index
from overflight.records.claim import Claim
from overflight.records.finding import Drift, Finding

DEEPEST = 40
"""A chain of retellings longer than this is a loop or an attack; what hangs below starts a tree of its own."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report that carries a fact: its name, where its claim stands, what changed on the way to it (slot, was, became), who took
    it from it.
    """

    name: str
    target: str | None
    published: dt.date | None
    changes: tuple[tuple[str, str | None, str | None], ...]
    children: tuple[Carrier, ...]


@dataclass(frozen=True)
class Retellings:
    """The lineage by claim, gathered once a dossier: what each claim was taken from, and what changed on the way to it."""

    index: Index
    taken: Mapping[str, tuple[str, ...]]
    changes: Mapping[str, tuple[Drift, ...]]


def fact_trees(index: Index) -> Callable[[Finding], tuple[Carrier, ...]]:
    """How the tree of each finding is had: of one that several reports carry; nothing where only one does."""
    taken: dict[str, list[str]] = defaultdict(list)
    changes: dict[str, list[Drift]] = defaultdict(list)
    for descent in index.case.lineage.descents:
        taken[descent.claim].append(descent.parent_claim)
    for drift in index.case.lineage.drift:
        changes[drift.claim or ""].append(drift)
    known = Retellings(index, {c: tuple(p) for c, p in taken.items()}, {c: tuple(d) for c, d in changes.items()})
    return lambda finding: _trees(finding, known)


def _trees(finding: Finding, known: Retellings) -> tuple[Carrier, ...]:
    mine: dict[str, list[Claim]] = defaultdict(list)
    for claim in (known.index.claims[c] for c in finding.claims if c in known.index.claims):
        mine[claim.doc].append(claim)
    if len(mine) < 2:
        return ()
    parent = _parents(mine, known)
    below: dict[str | None, list[str]] = defaultdict(list)
    for doc in sorted(mine, key=lambda d: _age(d, known.index)):
        below[parent.get(doc)].append(doc)
    return tuple(_carrier(doc, None, (mine, below), known) for doc in below[None])


def _parents(mine: Mapping[str, list[Claim]], known: Retellings) -> dict[str, str]:
    """For each report the one among them that it took the fact from; a loop is cut where it closes."""
    home: dict[str, str] = {claim.id: doc for doc, claims in mine.items() for claim in claims}
    taken: dict[str, str] = {}
    for claim in sorted(home):
        for parent in (home.get(p) for p in known.taken.get(claim, ())):
            if parent is not None and parent != home[claim]:
                taken.setdefault(home[claim], parent)
    found: dict[str, str] = {}
    for doc in sorted(taken):
        at, steps = taken[doc], 0
        while at != doc and at in found and steps < DEEPEST:
            at, steps = found[at], steps + 1
        if at != doc and steps < DEEPEST:
            found[doc] = taken[doc]
    return found


def _age(doc: str, index: Index) -> tuple[bool, str, str]:
    report = index.reports.get(doc)
    on = report.published_on if report else None
    return (on is None, on.isoformat() if on else "", doc)


def _carrier(
    doc: str,
    parent: str | None,
    maps: tuple[Mapping[str, list[Claim]], Mapping[str | None, list[str]]],
    known: Retellings,
) -> Carrier:
    mine, below = maps
    index = known.index
    report = index.reports.get(doc)
    return Carrier(
        name=index.report_name(doc),
        target=index.claim_anchor(mine[doc][0]),
        published=report.published_on if report else None,
        changes=tuple(
            dict.fromkeys(
                (d.slot, d.was, d.became)
                for claim in mine[doc]
                for d in known.changes.get(claim.id, ())
                if d.parent == parent
            )
        ),
        children=tuple(_carrier(child, doc, maps, known) for child in below.get(doc, ())),
    )
