"""The parties that matter to a case: named in its claims, flown, or linked to those; with their listings and links."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.context import Context
from overflight.records.claim import ROLES
from overflight.records.finding import Finding, UnreportedFlight
from overflight.records.party import Link, Listing, Party, PartyId


def involved(
    findings: Sequence[Finding], unreported: Sequence[UnreportedFlight], context: Context
) -> tuple[tuple[Party, ...], tuple[Listing, ...], tuple[Link, ...]]:
    """Parties, their listings and the links among them and to their next neighbours, each sorted by party."""
    index = context.index
    core: set[PartyId] = set()
    for claim in context.claims.values():
        core |= {p for role in ROLES for f in claim.fillers(role) for p in index.who(f)}
    for flight in context.evidence.flights:
        core |= set(index.party_of(flight))
    for flight_without in unreported:
        core |= set(flight_without.parties)
    for name in context.question.watched:
        core |= set(index.named(name))
    links = {link for p in core for link in (*index.links_of.get(p, ()), *index.links_to.get(p, ()))}
    near = core | {link.object_party for link in links if link.object_party} | _aircraft(links, core, context)
    kept = sorted((p for p in near if p in index.parties), key=str)
    shown = [link for link in links if link.subject in near]
    return (
        tuple(index.parties[p] for p in kept),
        tuple(x for p in kept for x in index.listings_of.get(p, ())),
        tuple(sorted(shown, key=lambda x: (x.subject, x.kind, x.object_name, str(x.object_party)))),
    )


def _aircraft(links: set[Link], core: set[PartyId], context: Context) -> set[PartyId]:
    """Who is linked to a core party: aircraft of an operator, its directors."""
    return {link.subject for link in links if link.object_party in core}
