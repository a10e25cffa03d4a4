"""The lineage of one fact: the reports that carry it, each under the one it took it from, with what changed on that way."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from overflight.publishing.dossier.index import Index
from overflight.records.claim import Claim
from overflight.records.finding import Finding

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


def fact_tree(finding: Finding, index: Index) -> tuple[Carrier, ...]:
    """The trees of a fact that several reports carry; nothing where only one does."""
    mine: dict[str, list[Claim]] = defaultdict(list)
    for claim in (index.claims[c] for c in finding.claims if c in index.claims):
        mine[claim.doc].append(claim)
    if len(mine) < 2:
        return ()
    parent = _parents(mine, index)
    below: dict[str | None, list[str]] = defaultdict(list)
    for doc in sorted(mine, key=lambda d: _age(d, index)):
        below[parent.get(doc)].append(doc)
    return tuple(_carrier(doc, None, (mine, below), index) for doc in below[None])


def _parents(mine: Mapping[str, list[Claim]], index: Index) -> dict[str, str]:
    """For each report the one among them that it took the fact from; a loop is cut where it closes."""
    home = {claim.id: doc for doc, claims in mine.items() for claim in claims}
    taken: dict[str, str] = {}
    for descent in index.case.lineage.descents:
        doc, parent = home.get(descent.claim), home.get(descent.parent_claim)
        if doc is not None and parent is not None and doc != parent:
            taken.setdefault(doc, parent)
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
    index: Index,
) -> Carrier:
    mine, below = maps
    report = index.reports.get(doc)
    ids = {claim.id for claim in mine[doc]}
    return Carrier(
        name=index.report_name(doc),
        target=index.claim_anchor(mine[doc][0]),
        published=report.published_on if report else None,
        changes=tuple(
            dict.fromkeys(
                (d.slot, d.was, d.became)
                for d in index.case.lineage.drift
                if d.doc == doc and d.parent == parent and d.claim in ids
            )
        ),
        children=tuple(_carrier(child, doc, maps, index) for child in below.get(doc, ())),
    )
