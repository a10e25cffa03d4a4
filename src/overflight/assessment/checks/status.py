"""Were the parties that a claim names listed on the day of the event, and how long had they been?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from overflight.assessment.checks.designation import listing_ids
from overflight.assessment.checks.tables import STATUS
from overflight.assessment.context import Context
from overflight.assessment.fitting import fitting_flights, flights_of
from overflight.assessment.listing_text import basis_text, observed_text
from overflight.assessment.when import day_text
from overflight.records.claim import Claim
from overflight.records.finding import Check, Fact
from overflight.records.party import Answer, DesignationAnswer, PartyId

NAMING = ("actor", "carrier", "aircraft", "recipient", "pilot")
"""Roles whose fillers are parties to an event."""


BY_NUMBER = ", found by its entry number"
"""How the ledger was asked here, which is not how the party was found: a claim or a track names it."""


def check_status(_: Fact, claims: Sequence[Claim], context: Context) -> tuple[Check, ...]:
    """One check a party known to a list, for the day that the event is put to."""
    on = event_day(claims, context)
    if on is None:
        return ()
    return tuple(status_check(party, on, context) for party in parties_of(claims, context))


def event_day(claims: Sequence[Claim], context: Context) -> dt.date | None:
    """The first day of the preferred reading, where that is one event's and not a period's."""
    readings = context.readings(claims)
    if not readings or readings[0].from_on is None:
        return None
    length = readings[0].length_days()
    return readings[0].from_on if length and length <= context.settings.longest_single_event_days else None


def parties_of(claims: Sequence[Claim], context: Context) -> tuple[PartyId, ...]:
    """The listed parties that claims name, and the listed aircraft that flew the flights that fit."""
    found = [p for c in claims for role in NAMING for f in c.fillers(role) for p in context.index.who(f)]
    query = context.flight_query(claims)
    if query.airframes and query.readings:
        flights = flights_of(query.airframes, context.evidence.flights)
        for fit in fitting_flights(query, flights, query.readings[0], context.settings):
            found.extend(context.index.party_of(fit.flight))
    return tuple(dict.fromkeys(found))


def status_check(party: PartyId, on: dt.date, context: Context) -> Check:
    """The designation of one party on one day, as a sentence."""
    rule, blanks = status_of(party, on, context)
    listings = context.index.listings_of.get(party, ())
    return STATUS.check(rule, blanks, evidence=listing_ids(listings))


def status_of(party: PartyId, on: dt.date, context: Context) -> tuple[str, dict[str, str]]:
    """Which rule of the status table holds, and its blanks."""
    answer = context.designation(party, on)
    blanks = {"party": context.index.caption(party), "on": day_text(on), "days": "", "list": "", "basis": ""}
    if answer is None or answer.answer is Answer.UNKNOWN:
        return "status.unknown", {**blanks, "basis": _told(answer)}
    listings = context.index.listings_of.get(party, ())
    begun = [x for x in listings if x.from_on is not None and x.from_on <= on]
    later = [x for x in listings if x.from_on is not None and x.from_on > on]
    if answer.answer is Answer.YES:
        if begun:
            first = min(begun, key=lambda x: (x.from_on or on, x.list, x.programme or ""))
            days = (on - first.from_on).days if first.from_on else 0
            return "status.listed", {
                **blanks, "days": _days(days), "list": first.list, "basis": _with_brackets(basis_text(first), answer),
            }  # fmt: skip
        shown = next((x for x in answer.listings if x.party == party), listings[0] if listings else None)
        name = shown.list if shown else "a list"
        basis = "; ".join(filter(None, (observed_text(shown) if shown else "", _told(answer))))
        return "status.listed_start_unknown", {**blanks, "list": name, "basis": basis}
    if later:
        first = min(later, key=lambda x: (x.from_on or on, x.list, x.programme or ""))
        days = (first.from_on - on).days if first.from_on else 0
        return "status.listed_later", {**blanks, "days": _days(days), "list": first.list, "basis": basis_text(first)}
    return "status.not_listed", blanks


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _with_brackets(basis: str, answer: DesignationAnswer) -> str:
    """The basis and the snapshots on both sides of the day."""
    brackets = [s.statement for s in answer.evidence if "snapshot" in s.statement]
    return "; ".join([basis, *brackets])


def _told(answer: DesignationAnswer | None) -> str:
    if answer is None:
        return "the case holds no list"
    told = (s.statement.removesuffix(BY_NUMBER) for s in answer.evidence)
    return "; ".join(told) or answer.reason or "no snapshot brackets the day"
