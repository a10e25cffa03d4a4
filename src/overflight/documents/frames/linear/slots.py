"""The roles of each kind of claim, from its clause: one short function a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.linear.chunks import BODIES, Chunk
from overflight.documents.frames.linear.clause import Clause
from overflight.documents.frames.linear.offices import role_slots
from overflight.documents.frames.linear.taken import MONEY, Slots
from overflight.records.claim import ClaimKind

TRADES = frozenset({"sale", "purchase", "order", "supply"})
"""Transfers in which the one that acts is a party to them, not who carries."""
AGENTS = BODIES | {"craft", "vehicle", "place", "flight"}
TARGETS = frozenset({"body", "company", "person", "people", "name", "state", "craft", "vehicle", "plain"})
GOODS = frozenset({"goods", "cargo", "plain", "craft"})


def slots_of(clause: Clause) -> Slots | None:
    """The roles around a trigger; None where they do not make a claim of its kind."""
    return _FRAMES[clause.hit.kind](clause)


def _flight(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    subject = clause.subject(BODIES | {"craft", "goods", "cargo"})
    crafts = list(clause.having("craft"))
    if clause.hit.subtype in {"seen", "of"} and not crafts:
        return None
    if clause.hit.subtype == "of" and clause.hit.voice == "noun" and crafts[0] not in clause.after()[:1]:
        return None
    if subject is not None and subject.nature in {"goods", "cargo"} and not crafts:
        return _arrival(clause, subject)
    if subject is not None and not crafts and clause.hit.voice != "noun" and clause.is_personal(subject):
        return slots.pilot(subject) if slots.is_at_controls() else _journey(clause)
    for craft in crafts[:2]:
        slots.put("aircraft", clause.filler(craft))
    if not crafts and clause.pronoun is not None:
        slots.put("aircraft", clause.filler(clause.pronoun))
    if slots.is_at_controls():
        slots.pilot(next((c for c in clause.own if not c.marks & {"of", "speaker"} and clause.has_name(c)), None))
    slots.operator(subject)
    slots.places("destination")
    slots.goal()
    slots.counts()
    where = slots.has & {"origin", "destination", "via", "place", "pilot"}
    is_dated = any(True for _ in clause.having("date"))
    who = slots.has & {"aircraft", "actor", "count"}
    if where and (who or clause.hit.voice != "noun" or is_dated):
        return slots
    return slots if is_dated and (who or clause.is_heading) else None


def laden(clause: Clause) -> Slots | None:
    """`The plane took off with twelve tonnes of cartridges`: what a flight has with it is carried too."""
    if clause.hit.kind is not ClaimKind.FLIGHT or clause.hit.voice == "noun":
        return None
    crafts = [c for c in clause.having("craft") if c.is_bare]
    goods = next((c for c in clause.after() if "with" in c.marks and c.nature in {"goods", "cargo"}), None)
    if not crafts or goods is None or "of" in goods.marks:
        return None
    slots = Slots(clause, kind=ClaimKind.TRANSFER, subtype="transport")
    slots.object(goods)
    slots.put("carrier", clause.filler(crafts[0]))
    slots.put_chunk("carrier", next((c for c in clause.having("body", "company", "name") if "of" in c.marks), None))
    slots.places("destination")
    return slots


def _arrival(clause: Clause, goods: Chunk) -> Slots | None:
    """`Weapons arrived in the country` is a delivery."""
    slots = Slots(clause, kind=ClaimKind.TRANSFER, subtype="delivery")
    slots.object(goods)
    slots.places("destination")
    return slots if slots.has & {"destination", "origin"} else None


def _journey(clause: Clause) -> Slots | None:
    """A person or a group that flew or landed somewhere is a visit."""
    slots = _visit(clause)
    if slots is not None:
        slots.kind = ClaimKind.VISIT
    return slots


def _visit(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    visitors = frozenset({"people", "person", "authority", "state", "name"})
    led = (c for c in clause.own if c.nature == "people" and c.marks <= {"actor", "of"} and clause.is_joined(c))
    actor = clause.subject(visitors) or next(led, None)
    if actor is None or (any(True for _ in clause.having("craft")) and actor.nature not in {"people", "person"}):
        return None
    slots.put("actor", clause.name(clause.named(actor)))
    slots.places("destination", is_from_goal=clause.hit.subtype == "of")
    if "destination" not in slots.has:
        sides = clause.before()[:2] if clause.hit.subtype == "of" else clause.after()[:2]
        is_seen = {"place", "company"}
        goal = next((c for c in sides if c is not actor and c.nature in is_seen and _is_goal(clause, c)), None)
        slots.put_chunk("destination", goal)
    is_dated = any(True for _ in clause.having("date"))
    return slots if "destination" in slots.has or (is_dated and actor.nature in {"people", "person"}) else None


def _is_goal(clause: Clause, chunk: Chunk) -> bool:
    """Whether a place or a works is what was visited: the bare object, or behind `from` of verbs that take it."""
    return "origin" in chunk.marks if clause.hit.subtype == "of" else chunk.is_bare


def _transfer(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    if clause.hit.subtype in {"sale", "purchase"} and slots.money() is not None:
        return None  # a total of trade
    subject = clause.agent(AGENTS)
    goods = clause.object(frozenset({"goods", "cargo"}), but=subject) or slots.cargo(subject)
    people = {"people"} if subject is not None and subject.nature == "craft" else set()
    goods = goods or next((c for c in clause.own if any(m.norm == "fighters" for m in c.names)), None)
    goods = goods or clause.object(GOODS - {"craft"} | {"vehicle"} | people, but=subject)
    if goods is None:
        return None
    slots.object(goods)
    slots.listed(goods)
    if slots.is_receiving():
        _received(slots, subject if subject is not goods else None)
        subject = None
    elif subject is not None and subject is not goods:
        slots.put(_part(clause, subject), clause.name(subject))
    elif subject is None and clause.hit.voice == "active" and clause.pronoun is not None:
        slots.put("actor" if clause.hit.subtype in TRADES else "carrier", clause.filler(clause.pronoun))
    if subject is not None and subject.nature == "craft":
        slots.put_chunk(
            "carrier",
            next(
                (
                    c
                    for c in clause.having("body", "company", "name")
                    if "of" in c.marks and c.marker - subject.end <= 1
                ),
                None,
            ),
        )
    behalf = next(
        (
            c
            for c in clause.chunks
            if "actor" in c.marks
            and c is not subject
            and (c.nature in {"company", "body", "name"} or (c.nature in {"place", "state"} and c.marks == {"actor"}))
        ),
        None,
    )
    slots.put_chunk("actor", behalf if "actor" not in slots.has else None)
    for craft in clause.having("craft", "vehicle"):
        if craft is not goods and "carrier" not in slots.has and (craft.marks or craft.nature == "craft"):
            slots.put("carrier", clause.filler(craft))
    slots.recipient()
    slots.places("destination")
    is_military = goods.nature in {"goods"} or any(m.kind in {"goods", "weapon"} for m in goods.names)
    is_counted = "quantity" in slots.has
    who = slots.has & {"carrier", "actor", "recipient", "destination", "origin"}
    if is_military:
        return slots if who or is_counted or clause.is_denied else None
    if goods.nature == "cargo" or is_counted:
        is_said = clause.hit.voice == "active" and goods.nature == "cargo" and goods.start >= clause.hit.end
        return slots if who or is_said or clause.is_denied else None
    if slots.is_restricted() and slots.has & {"carrier", "actor"} and clause.hit.voice != "noun":
        return slots
    by_air = any(True for _ in clause.having("craft", "flight"))
    return slots if by_air and slots.has & {"carrier", "actor"} and clause.hit.voice != "noun" else None


def _part(clause: Clause, subject: Chunk) -> str:
    """What a subject is to a transfer: craft and companies carry, unless they trade; states and forces are a party."""
    if subject.nature in {"craft", "vehicle", "flight"}:
        return "carrier"
    is_carrier = subject.nature in {"company", "body", "name", "people"} and clause.hit.subtype not in TRADES
    return "carrier" if is_carrier else "actor"


def _received(slots: Slots, subject: Chunk | None) -> None:
    """Who receives, buys or orders, and from whom."""
    clause = slots.clause
    slots.put_chunk("recipient", subject)
    givers = AGENTS - {"craft", "vehicle"}
    sides = clause.own if clause.table.order == "SOV" else clause.after()
    giver = next((c for c in sides if c.marks & {"origin", "recipient", "actor"} and c.nature in givers), None)
    slots.put_chunk("actor", giver)


def _designation(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    authorities = frozenset({"state", "authority", "place"})
    if clause.hit.voice == "active":
        actor = clause.subject(authorities | {"body"})
        target = clause.marked("against", TARGETS | {"place", "pronoun"}) or clause.object(TARGETS, but=actor)
        target = target or clause.marked("recipient", TARGETS)
    else:
        actor = clause.marked("actor", authorities | {"body"}) or clause.marked("of", authorities | {"body"})
        target = clause.marked("against", TARGETS) if clause.hit.voice == "noun" else None
        target = target or clause.subject(TARGETS - {"state"}) or clause.subject(TARGETS)
        target = clause.named(target) if target is not None else None
        actor = actor or next((c for c in clause.after() if c.nature in authorities and c is not target), None)
        target = target or clause.marked("against", TARGETS)
    if target is actor:
        target = None
    slots.put_chunk("actor", actor)
    if target is not None:
        slots.put("object", clause.name(target))
    slots.reason()
    if target is None and (actor is None or (actor.nature == "place" and clause.hit.voice != "active")):
        return None
    return slots


def _manufacture(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    makers = frozenset({"body", "company", "name", "state", "authority", "place", "people"})
    if clause.hit.voice == "active":
        actor = clause.subject(makers)
        product = clause.object(frozenset({"goods", "plain", "craft", "cargo"}), but=actor)
    else:
        actor = (
            clause.marked("actor", makers) or clause.marked("of", makers) or clause.marked("place", makers - {"place"})
        )
        product = clause.subject(frozenset({"goods", "plain", "craft", "cargo"}))
    if actor is None or (product is None):
        return None
    slots.put("actor", clause.name(actor))
    slots.product(product)
    slots.places("place")
    is_arms = product.nature in {"goods", "craft", "cargo"} or any(m.kind in {"goods", "weapon"} for m in product.names)
    return slots if is_arms or actor.nature in {"body", "company", "name"} else None


def _arrest(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    is_seizure = clause.hit.subtype == "seizure"
    actors = frozenset({"authority", "state", "place", "body"})
    targets = (
        GOODS | {"vehicle"} if is_seizure else frozenset({"people", "person", "name", "plain", "craft", "vehicle"})
    )
    actor = clause.agent(actors)
    target = clause.object(targets, but=actor) or clause.marked("against", TARGETS)
    if clause.hit.voice == "active" and actor is None:
        actor = next((c for c in clause.around() if c.nature == "people" and c is not target), None)
    if is_seizure and target is None:
        beside = (c for c in clause.after()[:1] if c.nature in {"goods", "cargo"})
        target = next(beside, None) or slots.cargo(actor)
    if is_seizure and target is not None and target.nature in {"plain", "cargo"}:
        target = clause.object(frozenset({"goods"}), but=actor) or slots.cargo(actor) or target
    if actor is not None and actor is not target:
        slots.put("actor", clause.filler(actor))
    pronoun = clause.object_pronoun() if target is None and not is_seizure and actor is not None else None
    if pronoun is not None:
        slots.put("object", pronoun)
        slots.reason()
        slots.places("place")
        return slots
    if target is None:
        slots.places("place")
        return slots if clause.hit.voice == "passive" and "place" in slots.has and not is_seizure else None
    if is_seizure:
        slots.object(target)
        slots.put_goal()
    else:
        target = clause.named(target)
        slots.put("object", clause.name(target) if target.quantity is None else clause.thing(target))
        if target.quantity is not None and clause.hit.subtype != "charge":
            slots.put("quantity", target.quantity)
    slots.reason()
    slots.places("place")
    is_named = clause.hit.subtype == "charge" and clause.has_name(target)
    is_sure = target.nature != "plain" or "actor" in slots.has or target.quantity is not None or is_named
    return slots if is_sure or any(True for _ in clause.having("date", "place")) else None


def _trade_total(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    amount = slots.money()
    if amount is None:
        return None
    slots.put("quantity", amount)
    traders = frozenset({"place", "state", "body", "company", "name", "authority"})
    subject = clause.subject(traders)
    goods = clause.object(frozenset({"goods", "cargo"}), but=subject) or next(
        iter(clause.having("goods", "cargo")), None
    )
    goods = goods or clause.object(frozenset({"plain"}), but=subject)
    is_bought = {"origin"} if clause.hit.voice == "noun" else {"origin", "recipient"}
    origin = next((c for c in clause.own if c.marks & is_bought and c.nature in traders and c is not subject), None)
    other = next(
        (c for c in clause.own if c.marks & {"recipient", "destination"} and c.nature in traders and c is not subject),
        None,
    )
    is_sale = clause.hit.subtype == "sale"
    slots.put_chunk("actor" if is_sale else "recipient", subject)
    slots.put_chunk("actor", origin)
    slots.put_chunk("recipient", other if is_sale else None)
    if goods is not None:
        slots.put("object", clause.thing(goods))
    return slots if "object" in slots.has and slots.has & {"actor", "recipient"} else None


def _casualties(clause: Clause) -> Slots | None:
    slots = Slots(clause)
    numbers = [
        c
        for c in clause.own
        if c.quantity is not None
        and c.quantity.unit not in MONEY
        and c.nature in {"plain", "victims", "people", "state", "authority"}
    ]
    if not numbers:
        return None
    nearest = min(
        numbers, key=lambda c: (c.nature == "plain", min(abs(c.start - clause.hit.end), abs(clause.hit.start - c.end)))
    )
    if nearest.quantity is None:
        return None
    slots.put("quantity", nearest.quantity)
    if nearest.end > nearest.quantity.end:
        slots.put("object", clause.thing(nearest))
    slots.put_chunk("actor", clause.marked("actor", frozenset({"state", "authority", "people"})))
    slots.places("place")
    return slots


_FRAMES: Mapping[ClaimKind, Callable[[Clause], Slots | None]] = {
    ClaimKind.FLIGHT: _flight,
    ClaimKind.VISIT: _visit,
    ClaimKind.TRANSFER: _transfer,
    ClaimKind.DESIGNATION: _designation,
    ClaimKind.ROLE: role_slots,
    ClaimKind.MANUFACTURE: _manufacture,
    ClaimKind.ARREST: _arrest,
    ClaimKind.TRADE_TOTAL: _trade_total,
    ClaimKind.CASUALTIES: _casualties,
}
