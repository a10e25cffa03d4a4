"""The lineage as trees: every report under the one it takes most from, with what changed on the way."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from overflight.publishing.dossier.index import Index, Place, natural
from overflight.records.finding import Drift, LineageEdge

OWN_WORD = frozenset({"own voice", "interview"})
"""Signals of reports that are somebody's own word as a whole."""

DEEPEST = 40
"""A chain of retellings longer than this is a loop or an attack; the rest is listed as a root of its own."""


@dataclass(frozen=True, slots=True)
class Node:
    """A report or an outside source in the tree: how it hangs on the one above, what changed, and who hangs on it.

    voice: why it is somebody's own word, where it is. changes: findings whose own trees show
    what changed on the way, each with its slots; drift: what no finding shows.
    """

    place: Place
    published: dt.date | None
    is_outside: bool
    edge: LineageEdge | None
    voice: str | None
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    drift: tuple[Drift, ...]
    others: tuple[Place, ...]
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """The edges of the case by child and by parent, and what changed by both."""

    parents: dict[str, list[LineageEdge]]
    children: dict[str, list[LineageEdge]]
    drift: dict[tuple[str, str], list[Drift]]


def lineage_trees(index: Index) -> tuple[Node, ...]:
    """The trees of the case, largest first; reports that neither give nor take are not in them."""
    edges = index.case.lineage.edges
    if not edges:
        return ()
    parents: dict[str, list[LineageEdge]] = defaultdict(list)
    for edge in edges:
        parents[edge.doc].append(edge)
    best = {doc: min(mine, key=lambda e: rank(e, index)) for doc, mine in parents.items()}
    main = {doc: edge for doc, edge in best.items() if not is_own_word(edge)}
    children: dict[str, list[LineageEdge]] = defaultdict(list)
    for doc in sorted(main):
        children[main[doc].parent].append(main[doc])
    drift: dict[tuple[str, str], list[Drift]] = defaultdict(list)
    for change in index.case.lineage.drift:
        drift[change.doc, change.parent].append(change)
    kin = Kin(parents, children, drift)
    roots = sorted(({edge.parent for edge in main.values()} | set(best)) - set(main))
    placed: set[str] = set()
    trees = [branch(root, None, index, kin, placed) for root in roots]
    for doc in sorted(set(main) - placed):  # what only a loop would reach
        if doc not in placed:
            trees.append(branch(doc, None, index, kin, placed))
    return tuple(sorted(trees, key=lambda node: (-weight(node), node.place.words)))


def rank(edge: LineageEdge, index: Index) -> tuple[bool, bool, bool, bool, str]:
    """The parent a report is hung under: one in the case comes first, then its own word, then what is direct and named."""
    return edge.parent not in index.reports, not is_own_word(edge), not edge.is_direct, not edge.is_named, edge.parent


def is_own_word(edge: LineageEdge) -> bool:
    """Whether an edge says that a report is its publisher's own word, or that of the person interviewed: it is a root."""
    return not OWN_WORD.isdisjoint(edge.signals)


def branch(
    name: str,
    edge: LineageEdge | None,
    index: Index,
    kin: Kin,
    placed: set[str],
    depth: int = 0,
) -> Node:
    """A node with all that hangs on it, each report once."""
    parents = kin.parents
    placed.add(name)
    report = index.reports.get(name)
    below = []
    for child in kin.children.get(name, []):
        if child.doc not in placed and depth < DEEPEST:
            below.append(branch(child.doc, child, index, kin, placed, depth + 1))
    above = edge.parent if edge else None
    others = [index.evidence(f"report:{e.parent}") if e.parent in index.reports else Place(index.report_name(e.parent), None)
              for e in parents.get(name, []) if e.parent != above and not is_own_word(e)]  # fmt: skip
    changed = kin.drift.get((name, above or ""), [])
    told = {d: fact for d in changed if (fact := finding_of(d, index)) is not None}
    return Node(
        place=index.evidence(f"report:{name}") if report else Place(index.report_name(name), None),
        published=report.published_on if report else None,
        is_outside=report is None,
        edge=edge,
        voice=next((e.evidence for e in parents.get(name, []) if is_own_word(e)), None),
        changes=changes_by_finding(told),
        drift=tuple(d for d in changed if d not in told),
        others=tuple(dict.fromkeys(others)),
        children=tuple(below),
    )


def changes_by_finding(told: Mapping[Drift, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each finding that tells of changes, once, with the slots that changed."""
    slots: dict[str, list[str]] = defaultdict(list)
    for change, finding in told.items():
        slots[finding].append(change.slot)
    return tuple((finding, tuple(dict.fromkeys(slots[finding]))) for finding in sorted(slots, key=natural))


def finding_of(drift: Drift, index: Index) -> str | None:
    """The finding in whose tree a change is shown: the one that holds both claims."""
    holding = [{f.id for f in index.findings_of.get(claim or "", ())} for claim in (drift.claim, drift.parent_claim)]
    return min(holding[0] & holding[1], default=None)


def weight(node: Node) -> int:
    """How many reports a tree holds."""
    return 1 + sum(weight(child) for child in node.children)
