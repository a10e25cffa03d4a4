"""The air waybill that nobody filed: one an alleged consignment, each box filled by claims and evidence or marked unknown."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from overflight.assessment.asserted import asserted
from overflight.assessment.checks.movement import fitting_movements, movement_query
from overflight.assessment.checks.status import event_day, parties_of, status_of
from overflight.assessment.checks.tables import STATUS
from overflight.assessment.context import Context
from overflight.assessment.craft import is_craft
from overflight.assessment.fitting import FittingFlight, aircraft_text, field_text, is_heard, seen_text, unheard_text
from overflight.assessment.naming import is_guessed_person, name_of
from overflight.assessment.party_index import mark
from overflight.assessment.when import day_text, days_text
from overflight.records.claim import Claim, ClaimKind, Polarity
from overflight.records.finding import EvidenceId, Fact, Finding, PartyStatus, Waybill, WaybillBox

FLOWN = frozenset({"delivery", "transport", "smuggling", "supply", None})
"""Subtypes of transfer that name a consignment; a sale, an order or support in general is none."""

UNKNOWN_REASONS: Mapping[str, str] = {
    "shipper": "No report of this case says who sent it.",
    "consignee": "No report of this case says for whom it was.",
    "carrier": "No report of this case says who carried it.",
    "aircraft": "No report names the aircraft, and no single flight fits.",
    "from": "No report says where it was loaded.",
    "to": "No report says where it was unloaded.",
    "dates": "No report says when.",
    "routing": "No flight heard in this case fits the time and place.",
    "goods": "No report says what it was.",
    "quantity": "No report says how much it was.",
    "gross weight": "No report and no position shows the weight.",
    "right of reply": "No answer of the named parties is in this case. Ask them before publication.",
}
"""Every box, in the order of the paper form, and what is printed where nothing is known."""

ROLE_OF_BOX: Mapping[str, str] = {
    "shipper": "actor", "consignee": "recipient", "carrier": "carrier", "from": "origin", "to": "destination",
    "goods": "object", "quantity": "quantity",
}  # fmt: skip
"""Which claimed role fills which box."""

CLAIMED = "Said by {docs}; nothing beside the reports shows it."
SHOWN = "Said by {docs}; the flight heard agrees."
FROM_TRACK = "From the flight that fits; no report says so."
TOLD_BEFORE = "From the flight told just before it in {docs}; the report does not say that it was that one."
DENIALS = "Said in reply: {quotes}"


def write_waybills(facts: Sequence[Fact], findings: Sequence[Finding], context: Context) -> tuple[Waybill, ...]:
    """One waybill for each fact that alleges a consignment, in the order of the findings."""
    by_fact = {finding.fact: finding for finding in findings}
    found = []
    for fact in facts:
        claims = [context.claims[c] for c in fact.claims]
        if _is_consignment(claims):
            found.append(_write(fact, by_fact[fact.fact], claims, context))
    return tuple(found)


def told_before(claims: Sequence[Claim], context: Context) -> tuple[Claim, ...]:
    """The flights that the same reports tell just before the consignment in its paragraph, one a report: the nearest."""
    texts = {r.doc: r.text for r in context.evidence.reports}
    found = {}
    for claim in claims:
        if claim.doc not in texts:
            continue
        near = [
            c
            for c in context.claims.values()
            if c.kind is ClaimKind.FLIGHT
            and c.doc == claim.doc
            and 0 <= claim.start - c.start <= context.settings.told_before_chars
            and "\n\n" not in texts[claim.doc][c.start : claim.start]
        ]
        if near:
            found[claim.doc] = max(near, key=lambda c: (c.start, c.id))
    return tuple(found[doc] for doc in sorted(found))


TOLD_ROLES: Mapping[str, tuple[str, ...]] = {
    "carrier": ("actor", "carrier"), "aircraft": ("aircraft",), "from": ("origin",), "to": ("destination", "place"),
}  # fmt: skip
"""Which roles of a flight told before fill an empty box."""


def _from_told(box: WaybillBox, told: Sequence[Claim], context: Context) -> WaybillBox:
    docs = TOLD_BEFORE.format(docs=", ".join(str(c.doc) for c in told))
    ids = tuple(c.id for c in told)
    if box.box == "dates" and (readings := context.readings(told)):
        return WaybillBox(
            box=box.box,
            value=days_text(readings[0]),
            reason=docs,
            variants=tuple(days_text(d) for d in readings[1:]),
            claims=ids,
        )
    values = dict.fromkeys(
        name
        for c in told
        for role in TOLD_ROLES.get(box.box, ())
        for f in c.fillers(role)
        if not (box.box == "carrier" and is_craft(f)) and (name := name_of(f))
    )
    if box.box == "to":
        home = {name_of(f) for c in told for f in c.fillers("origin")}
        values = {name: None for name in values if name not in home}
    if not values:
        return box
    first, *others = values
    return WaybillBox(box=box.box, value=first, reason=docs, variants=tuple(others), claims=ids)


def _is_consignment(claims: Sequence[Claim]) -> bool:
    if claims[0].kind is not ClaimKind.TRANSFER or all(c.polarity is Polarity.DENIED for c in claims):
        return False
    if not any(c.subtype in FLOWN for c in claims):
        return False
    return any(c.fillers("carrier") or c.fillers("quantity") or c.fillers("aircraft") for c in claims)


def _write(fact: Fact, finding: Finding, everything: Sequence[Claim], context: Context) -> Waybill:
    claims = asserted(everything)
    told = told_before(claims, context)
    basis = claims if any(c.date for c in claims) and context.flight_query(claims).destinations else [*claims, *told]
    fitting = fitting_movements(movement_query(basis, context), context)
    one = fitting[0] if len({f.flight.flight_id for f in fitting}) == 1 else None
    boxes = [_claimed_box(box, claims, one) for box in ROLE_OF_BOX]
    boxes += [_aircraft_box(claims, one), _dates_box(claims, one, context), _routing_box(fitting)]
    boxes = [_from_told(box, told, context) if box.value is None else box for box in boxes]
    boxes += [
        WaybillBox(box="gross weight", value=None, reason=UNKNOWN_REASONS["gross weight"]),
        _reply_box(everything),
    ]
    order = list(UNKNOWN_REASONS)
    digest = hashlib.sha256(str(fact.fact).encode()).hexdigest()[:8]
    return Waybill(
        id=f"W-{digest}",
        title=fact.statement,
        finding=finding.id,
        claims=fact.claims,
        boxes=tuple(sorted(boxes, key=lambda b: order.index(b.box))),
        statuses=_statuses(claims, one, context),
    )


def _claimed_box(box: str, claims: Sequence[Claim], one: FittingFlight | None) -> WaybillBox:
    values: dict[str, list[Claim]] = {}
    for claim in claims:
        for filler in claim.fillers(ROLE_OF_BOX[box]):
            if box == "carrier" and is_craft(filler):
                continue
            if (name := name_of(filler)) and not is_guessed_person(filler):
                values.setdefault(name, []).append(claim)
    if not values:
        end = {"from": one and one.flight.origin, "to": one and one.flight.destination}.get(box)
        if one and end and is_heard(end):
            ids = (EvidenceId(f"flight:{one.flight.flight_id}"),)
            return WaybillBox(box=box, value=field_text(end), reason=FROM_TRACK, evidence=ids)
        return WaybillBox(box=box, value=None, reason=UNKNOWN_REASONS[box])
    first, *others = sorted(values, key=lambda v: (-len({c.doc for c in values[v]}), v))
    tellers = sorted({str(c.doc) for cs in values.values() for c in cs})
    return WaybillBox(
        box=box,
        value=first,
        reason=CLAIMED.format(docs=", ".join(tellers)),
        variants=tuple(others),
        claims=tuple(sorted({c.id for cs in values.values() for c in cs})),
    )


def _aircraft_box(claims: Sequence[Claim], one: FittingFlight | None) -> WaybillBox:
    said = [(c, f) for c in claims for f in (*c.fillers("aircraft"), *filter(is_craft, c.fillers("carrier")))]
    told = {name: c for c, f in said if (name := name_of(f))}
    docs = ", ".join(sorted({str(c.doc) for c in told.values()}))
    ids_of = tuple(sorted({c.id for c in told.values()}))
    if one is not None:
        flown = mark(one.flight.registration or "")
        is_named = bool(flown) and any(flown in {mark(f.norm or ""), mark(f.text)} for _, f in said)
        return WaybillBox(
            box="aircraft",
            value=aircraft_text(one.flight),
            reason=SHOWN.format(docs=docs) if is_named else FROM_TRACK,
            variants=tuple(name for name in sorted(told) if mark(name) != flown),
            claims=ids_of if is_named else (),
            evidence=(EvidenceId(f"flight:{one.flight.flight_id}"),),
        )
    if told:
        first, *others = sorted(told)
        return WaybillBox(
            box="aircraft", value=first, reason=CLAIMED.format(docs=docs), variants=tuple(others), claims=ids_of
        )
    return WaybillBox(box="aircraft", value=None, reason=UNKNOWN_REASONS["aircraft"])


def _dates_box(claims: Sequence[Claim], one: FittingFlight | None, context: Context) -> WaybillBox:
    readings = context.readings(claims)
    if not readings:
        return WaybillBox(box="dates", value=None, reason=UNKNOWN_REASONS["dates"])
    docs = ", ".join(sorted({str(c.doc) for c in claims if c.date is not None}))
    reason = SHOWN if one is not None and one.days is readings[0] else CLAIMED
    return WaybillBox(
        box="dates",
        value=days_text(readings[0]),
        reason=reason.format(docs=docs),
        variants=tuple(days_text(d) for d in readings[1:]),
        claims=tuple(sorted(c.id for c in claims if c.date is not None)),
    )


def _routing_box(fitting: Sequence[FittingFlight]) -> WaybillBox:
    if not fitting:
        return WaybillBox(box="routing", value=None, reason=UNKNOWN_REASONS["routing"])
    told = [". ".join(filter(None, (f"{aircraft_text(f.flight)}: {seen_text(f.flight)}", unheard_text(f.flight))))
            for f in fitting]  # fmt: skip
    several = f"{len(told)} flights fit; which of them it was is not said." if len(told) > 1 else FROM_TRACK
    return WaybillBox(
        box="routing",
        value=told[0],
        reason=several,
        variants=tuple(told[1:]),
        evidence=tuple(EvidenceId(f"flight:{f.flight.flight_id}") for f in fitting),
    )


def _reply_box(claims: Sequence[Claim]) -> WaybillBox:
    denials = [c for c in claims if c.polarity is Polarity.DENIED]
    if not denials:
        return WaybillBox(box="right of reply", value=None, reason=UNKNOWN_REASONS["right of reply"])
    quotes = "; ".join(f"“{c.quote}” ({c.doc})" for c in denials)
    return WaybillBox(
        box="right of reply",
        value="denied",
        reason=DENIALS.format(quotes=quotes),
        claims=tuple(c.id for c in denials),
    )


def _statuses(claims: Sequence[Claim], one: FittingFlight | None, context: Context) -> tuple[PartyStatus, ...]:
    on = (one.flight.last_seen_at.date() if one is not None else None) or event_day(claims, context)
    if on is None:
        return ()
    parties = list(parties_of(claims, context))
    if one is not None:
        parties += context.index.party_of(one.flight)
    found = []
    for party in dict.fromkeys(parties):
        rule, blanks = status_of(party, on, context)
        sentence = STATUS[rule].sentence.format(**blanks)
        found.append(
            PartyStatus(name=context.index.caption(party), sentence=sentence, answer=context.designation(party, on))
        )
    known = {normal for f in _named(claims) for normal in [f]}
    listed = {s.name.casefold() for s in found}
    for name in sorted(known):
        if name.casefold() not in listed and not any(context.index.named(name)):
            found.append(
                PartyStatus(name=name, sentence=f"No list of this case holds {name} on {day_text(on)}.", answer=None)
            )
    return tuple(found)


def _named(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(
        f.coref or f.text
        for c in claims
        for role in ("actor", "carrier", "recipient")
        for f in c.fillers(role)
        if (f.norm or "").startswith(("org:", "person:"))
    )
