"""Was the party listed, by that authority, at that time?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from overflight.assessment.authorities import authority_lists, authority_name
from overflight.assessment.checks.tables import DESIGNATION
from overflight.assessment.context import Context
from overflight.assessment.listing_text import basis_text
from overflight.assessment.when import Days, day_text, days_text
from overflight.records.claim import Claim, Polarity
from overflight.records.finding import Check, EvidenceId, Fact
from overflight.records.party import Answer, Listing, PartyId


def check_designation(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check: what the lists of that authority say of the party that the claims call listed."""
    claim = max(claims, key=lambda c: (c.polarity is Polarity.AFFIRMED, len(c.roles), c.date is not None, c.id))
    objects = tuple(f for c in claims for f in c.fillers("object"))
    if not objects:
        return ()
    filler = objects[0]
    party_name = filler.coref or filler.text
    authority = authority_name(claims)
    lists = authority_lists(claims, context.index.lists)
    parties = [p for f in objects for p in context.index.who(f) if context.index.parties[p].list in lists]
    denied = all(c.polarity is Polarity.DENIED for c in claims)
    blanks = {"party": party_name, "authority": authority, "date": "", "on": "", "basis": ""}
    if not lists:
        return (DESIGNATION.check("designation.no_list", blanks),)
    on = _day_of(claim, context)
    if denied:
        return (_denied(parties, on, blanks, context),)
    if not parties:
        return (DESIGNATION.check("designation.absent", blanks),)
    readings = context.readings(claims)
    return (_affirmed(tuple(dict.fromkeys(parties)), readings[0] if readings else None, blanks, context),)


def _affirmed(parties: Sequence[PartyId], days: Days | None, blanks: dict[str, str], context: Context) -> Check:
    listings = [listing for p in parties for listing in context.index.listings_of.get(p, ())]
    evidence = listing_ids(listings)
    if not listings:
        return DESIGNATION.check("designation.absent", blanks)
    if days is None:
        return DESIGNATION.check("designation.listed", {**blanks, "basis": basis_text(listings[0])}, evidence=evidence)
    blanks = {**blanks, "date": days_text(days)}
    for rule, wanted in (("designation.listed_then", True), ("designation.listed_start_unknown", None)):
        for listing in listings:
            if began_in(listing, days) is wanted:
                return DESIGNATION.check(rule, {**blanks, "basis": basis_text(listing)}, evidence=evidence)
    return DESIGNATION.check("designation.other_time", {**blanks, "basis": basis_text(listings[0])}, evidence=evidence)


def began_in(listing: Listing, days: Days) -> bool | None:
    """Whether a listing began in these days; None where its start is not known well enough to say."""
    if listing.from_on is not None:
        return Days(from_on=listing.from_on, to_on=listing.from_on).meets(days)
    if listing.absent_on is not None and listing.observed_from is not None:
        bracket = Days(from_on=listing.absent_on + dt.timedelta(days=1), to_on=listing.observed_from)
        if not bracket.meets(days):
            return False
        return True if days.length_days() is None or (bracket.length_days() or 0) <= (days.length_days() or 0) else None
    if listing.observed_from is not None and days.from_on is not None and days.from_on > listing.observed_from:
        return False
    return None


def _denied(parties: Sequence[PartyId], on: dt.date | None, blanks: dict[str, str], context: Context) -> Check:
    if on is None:
        if not parties:
            return DESIGNATION.check("designation.absent", blanks)
        return DESIGNATION.check("designation.listed_start_unknown", {**blanks, "basis": "the claim gives no day"})
    blanks = {**blanks, "on": day_text(on)}
    for party in parties:
        answer = context.designation(party, on)
        if answer is not None and answer.answer is Answer.YES:
            told = "; ".join(s.statement for s in answer.evidence) or answer.reason
            return DESIGNATION.check("designation.denied_but_listed", {**blanks, "basis": told})
    return DESIGNATION.check("designation.denied_and_absent", blanks)


def _day_of(claim: Claim, context: Context) -> dt.date | None:
    report = next((r for r in context.evidence.reports if r.doc == claim.doc), None)
    if claim.date is not None and claim.date.to_on is not None:
        return claim.date.to_on
    return report.published_on if report else None


def listing_ids(listings: Sequence[Listing]) -> tuple[EvidenceId, ...]:
    """What a check points at when it rests on these listings."""
    return tuple(dict.fromkeys(EvidenceId(f"listing:{x.party}/{x.programme or x.list}") for x in listings))
