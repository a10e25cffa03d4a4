"""The tracing of lineage on one page: profiles, parents, edges, clusters, claims taken over, inherited days, drift."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.documents.lineage.clusters import find_clusters
from overflight.documents.lineage.descents import find_descents, group_by_report
from overflight.documents.lineage.drift import drift_between
from overflight.documents.lineage.echoes import find_echoes
from overflight.documents.lineage.edges import edge_of
from overflight.documents.lineage.inherited import inherit_times
from overflight.documents.lineage.library import open_library
from overflight.documents.lineage.outside import outside_edges
from overflight.documents.lineage.parents import find_parents
from overflight.documents.lineage.profile import profile_of
from overflight.documents.lineage.settings import LineageSettings
from overflight.documents.lineage.twins import find_twins
from overflight.records.claim import Claim
from overflight.records.finding import Lineage
from overflight.records.source import Report

DEFAULTS = LineageSettings()


def trace_lineage(reports: Sequence[Report], claims: Sequence[Claim], settings: LineageSettings = DEFAULTS) -> Lineage:
    """Who took what from whom among these reports: edges with their evidence, clusters, descents, inherited days, drift.

    Reports are compared by what survives rewriting and translation; claims only say what was taken over. The order of
    the input does not matter. Two reports of the same text (a reprint) are parent and child by date.
    """
    ordered = sorted({r.doc: r for r in reports}.values(), key=lambda r: r.doc)
    known = {r.doc: r for r in ordered}
    claims_of = group_by_report(c for c in claims if c.doc in known)
    library = open_library(ordered, [profile_of(r) for r in ordered], settings)
    parents = find_parents(library)
    twins = find_twins(parents, library)
    taken = find_descents(parents, claims_of, library)
    descended = frozenset(claim.id for _, claim, _, _ in taken)
    inherited = inherit_times([(c, p) for _, c, p, _ in taken], [c for cs in claims_of.values() for c in cs], known)
    inherited_by = {one.claim for one in inherited}
    inside = [edge_of(one, library) for one in parents]
    outside = outside_edges(claims_of, descended, library)
    return Lineage(
        edges=tuple(sorted((*inside, *outside), key=lambda e: (e.doc, e.parent))),
        clusters=find_clusters(library, parents, twins),
        drift=tuple(
            d
            for _, child, parent, _ in taken
            for d in drift_between(child, parent)
            if d.slot != "date" or child.id not in inherited_by
        ),
        descents=tuple(descent for descent, _, _, _ in taken),
        inherited=inherited,
        echoes=find_echoes(parents, claims_of, descended, library),
        twins=twins,
    )
