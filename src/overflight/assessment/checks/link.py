"""Do lists or registries state the link that a claim asserts between two parties?"""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.checks.designation import listing_ids
from overflight.assessment.checks.tables import LINK
from overflight.assessment.context import Context
from overflight.assessment.party_index import normal_name
from overflight.records.claim import Claim, ClaimKind, Filler, Polarity
from overflight.records.finding import Check, Fact
from overflight.records.party import Link, PartyId


def check_link(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check where a claim ties two parties together that lists could know."""
    claim = max(claims, key=lambda c: (c.polarity is Polarity.AFFIRMED, len(c.roles), c.id))
    actors, objects = claim.fillers("actor"), claim.fillers("object")
    if (
        not actors
        or not objects
        or not (_is_named(actors) and (_is_named(objects) or claim.kind is ClaimKind.MANUFACTURE))
    ):
        return ()
    left = _known(actors, context)
    right = _known(objects, context)
    missing = [f[0].coref or f[0].text for f, known in ((actors, left), (objects, right)) if not known]
    blanks = {
        "subject": _name(actors),
        "object": _name(objects),
        "list": "",
        "kind": "",
        "missing": " or ".join(missing),
    }
    for link in _links(left, right, objects, actors, context):
        listed = context.index.parties.get(link.subject)
        return (
            LINK.check(
                "link.stated",
                {
                    **blanks,
                    "subject": context.index.caption(link.subject),
                    "object": link.object_name,
                    "list": listed.list if listed else "A list",
                    "kind": link.kind,
                },
                evidence=listing_ids(context.index.listings_of.get(link.subject, ())),
            ),
        )
    mention = _mention(left, objects, context) or _mention(right, actors, context)
    if mention:
        party = context.index.parties[mention]
        named = objects if mention in left else actors
        return (
            LINK.check(
                "link.described", {**blanks, "subject": party.caption, "list": party.list, "object": _name(named)}
            ),
        )
    if claim.kind is ClaimKind.MANUFACTURE and left:
        return (LINK.check("link.product", blanks),)
    if missing:
        return (LINK.check("link.unknown_party", blanks),)
    return (LINK.check("link.not_stated", blanks),)


def _is_named(fillers: Sequence[Filler]) -> bool:
    """Whether a filler can be a party at all: it has a norm, or a capital inside that is not its first letter's."""
    return any(f.norm or f.coref or any(c.isupper() for c in f.text[1:]) for f in fillers)


def _known(fillers: Sequence[Filler], context: Context) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(p for f in fillers for p in context.index.who(f)))


def _links(
    left: Sequence[PartyId],
    right: Sequence[PartyId],
    objects: Sequence[Filler],
    actors: Sequence[Filler],
    context: Context,
) -> list[Link]:
    found = []
    for these, those, names in ((left, right, objects), (right, left, actors)):
        wanted = {normal_name(f.coref or f.text) for f in names}
        for party in these:
            for link in context.index.links_of.get(party, ()):
                if link.object_party in those or normal_name(link.object_name) in wanted:
                    found.append(link)
    return found


def _mention(parties: Sequence[PartyId], names: Sequence[Filler], context: Context) -> PartyId | None:
    wanted = [normal_name(f.coref or f.text) for f in names]
    for party in parties:
        entry = context.index.parties[party]
        told = normal_name(" ".join([entry.remarks or "", *(i.value for i in entry.identifiers)]))
        if any(name and len(name) > 3 and f" {name} " in f" {told} " for name in wanted):
            return party
    return None


def _name(fillers: Sequence[Filler]) -> str:
    return fillers[0].coref or fillers[0].text
