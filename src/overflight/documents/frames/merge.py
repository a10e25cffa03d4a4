"""One event with several triggers is one claim: drafts of one flight are joined, holes are filled from what was said before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.coreference import Discourse, Entity, outside, referred, with_country
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.ellipses import counts, is_elliptic
from overflight.documents.frames.lexicon import Nature
from overflight.records.claim import ClaimKind, Filler

_OPERATORS = frozenset({Nature.OPERATOR, Nature.ORGANISATION})


def merge_drafts(drafts: Sequence[Draft], discourse: Discourse) -> list[Draft]:
    """The drafts with the triggers of one event joined and the operator of `the plane` carried over."""
    merged: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.sentence, d.trigger)):
        partner = _partner(merged, draft)
        if partner is None:
            merged.append(draft)
        else:
            merged[partner] = _joined(merged[partner], draft)
    finished = [
        _with_operator(_of_reason(_with_flight(_with_transfer(d, merged), merged), merged), discourse) for d in merged
    ]
    finished = [_with_goal(_with_counted(d, discourse), k, finished, discourse) for k, d in enumerate(finished)]
    told = [
        replace(d, roles={role: tuple(referred(role, f, discourse) for f in fs) for role, fs in d.roles.items()})
        for d in finished
    ]
    return [replace(d, roles=with_country(d.roles, discourse)) for d in told]


def _partner(merged: Sequence[Draft], draft: Draft) -> int | None:
    """The place of the draft of the same sentence that tells the same event; drafts come sentence by sentence."""
    for k in range(len(merged) - 1, -1, -1):
        if merged[k].sentence != draft.sentence:
            return None
        if _is_same_event(merged[k], draft):
            return k
    return None


def _with_transfer(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """`delivered … to X on three flights`: the flights have the ends of the transfer that counts them."""
    if draft.rule != "flight.noun" or draft.roles.keys() & {"origin", "destination"}:
        return draft
    for other in drafts:
        if (
            other.kind is not ClaimKind.TRANSFER
            or other.sentence != draft.sentence
            or not _overlap(draft, other, "count")
        ):
            continue
        origin = other.roles.get("origin") or other.roles.get("actor", ())
        goal = other.roles.get("destination") or other.roles.get("recipient", ())
        ends = {"origin": origin, "destination": goal, "actor": other.roles.get("carrier", ())}
        kept = {
            role: tuple(replace(f, outside_quote=True) for f in fs)
            for role, fs in ends.items()
            if role not in draft.roles
        }
        return replace(draft.with_roles(**kept), also=())
    return draft


_UNLOADING = ("transfer.unload", "transfer.offload", "transfer.discharge", "transfer.take.delivery", "transfer.lower")


def _with_flight(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """`The plane that landed at X brought parts`: what a craft carries goes the way of its flight in the same sentence."""
    if draft.kind is not ClaimKind.TRANSFER or draft.roles.keys() & {"origin", "destination", "recipient"}:
        return draft
    flights = [d for d in drafts if d.kind is ClaimKind.FLIGHT and d.sentence == draft.sentence]
    if len(flights) != 1:
        return draft
    flight = flights[0]
    craft = (*flight.roles.get("aircraft", ()), *flight.roles.get("actor", ()))
    is_its = any(a.start < b.end and b.start < a.end for a in draft.roles.get("carrier", ()) for b in craft)
    is_unloaded = not draft.roles.get("carrier") and draft.rule.startswith(_UNLOADING)
    if not is_its and not is_unloaded:
        return draft
    ends = {role: flight.roles.get(role, ()) for role in ("origin", "destination")}
    if is_unloaded:
        ends = {"destination": ends["destination"], "carrier": flight.roles.get("aircraft", ())[:1]}
    return draft.with_roles(**{role: tuple(replace(f, outside_quote=True) for f in fs) for role, fs in ends.items()})


def _of_reason(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A transfer told as the reason of a designation is alleged by the authority that made it."""
    if draft.kind is not ClaimKind.TRANSFER:
        return draft
    for other in drafts:
        if other.kind not in {ClaimKind.DESIGNATION, ClaimKind.ARREST} or other.sentence != draft.sentence:
            continue
        if any(r.start <= draft.trigger[0] and draft.trigger[1] <= r.end for r in other.roles.get("reason", ())):
            alleges = other.kind is ClaimKind.DESIGNATION or other.subtype == "charge"
            authority = next(iter(other.roles.get("actor", ())), None) if alleges else None
            return replace(draft, modality="alleged", speaker=authority, takes_date=False)
    return draft


def _is_same_event(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one sentence tell one event: same kind, no slot that excludes the other."""
    if first.sentence != second.sentence or first.kind is not second.kind:
        return False
    if second.rule.endswith((".again", ".another")):
        return False
    if first.kind is ClaimKind.FLIGHT:
        if _is_another(first, second):
            return False
        return not any(
            _differ(first, second, role) for role in ("destination", "origin", "pilot", "count")
        ) and not _is_return(second)
    if first.kind is ClaimKind.DESIGNATION:
        return _overlap(first, second, "object")
    if first.kind is ClaimKind.TRANSFER:
        return _overlap(first, second, "object") and not any(_differ(first, second, r) for r in ("recipient",))
    if first.kind is ClaimKind.TRADE_TOTAL:
        return _overlap(first, second, "quantity")
    if first.kind is ClaimKind.ARREST and {first.rule, second.rule} <= _VERDICTS:
        return first.roles.get("object") == second.roles.get("object")
    return first.trigger == second.trigger or (_overlap(first, second, "object") and _overlap(first, second, "actor"))


_VERDICTS = frozenset({"arrest.convict", "arrest.sentence", "arrest.jail", "arrest.imprison"})
"""Who is convicted and jailed is so by one verdict."""


def _is_another(first: Draft, second: Draft) -> bool:
    """Whether one flight is told of `another` or `a second` than the other's aircraft."""
    crafts, others = first.roles.get("aircraft", ()), second.roles.get("aircraft", ())
    if not crafts or not others or _overlap(first, second, "aircraft"):
        return False
    return any(is_elliptic(f.text) for f in (*crafts, *others))


def _is_return(draft: Draft) -> bool:
    return draft.rule.startswith("flight.return")


def _differ(first: Draft, second: Draft, role: str) -> bool:
    a, b = first.roles.get(role), second.roles.get(role)
    return bool(a and b) and not ({f.text for f in a or ()} & {f.text for f in b or ()})


def _overlap(first: Draft, second: Draft, role: str) -> bool:
    return any(
        a.start < b.end and b.start < a.end for a in first.roles.get(role, ()) for b in second.roles.get(role, ())
    )


def _joined(first: Draft, second: Draft) -> Draft:
    roles: dict[str, tuple[Filler, ...]] = {**second.roles, **first.roles}
    return replace(
        first,
        roles=roles,
        also=(*first.also, second.trigger, *second.also),
        left=min(first.left, second.left),
        right=max(first.right, second.right),
        subtype=first.subtype or second.subtype,
    )


_GOODS = frozenset({Nature.GOODS, Nature.AIRCRAFT, Nature.CONTAINER})


def _with_counted(draft: Draft, discourse: Discourse) -> Draft:
    """`two more will be delivered`: what was told before is the object, and these words are its number."""
    objects = draft.roles.get("object", ())
    if draft.kind is not ClaimKind.TRANSFER or len(objects) != 1 or draft.roles.get("quantity", objects) != objects:
        number = draft.roles.get("quantity", ())
        if draft.kind is not ClaimKind.TRANSFER or len(objects) != 1 or not number:
            return draft
    text = objects[0].text
    if not is_elliptic(text) and text.lower() not in {"more", "further", "others"}:
        return draft
    whole = discourse.counted(objects[0].start, _GOODS)
    if whole is None:
        return draft
    trigger = (min(draft.trigger[0], objects[0].start), max(draft.trigger[1], objects[0].end))
    roles = {**draft.roles, "object": (_bare(outside(whole)),)}
    number = draft.roles.get("quantity", ())
    if counts(text) and not number:
        roles["quantity"] = objects
    elif len(number) == 1 and number[0].end + 1 == objects[0].start:
        roles["quantity"] = (replace(number[0], text=f"{number[0].text} {text}", end=objects[0].end),)
    return replace(draft, roles=roles, trigger=trigger)


_NUMBER = re.compile(r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some) ")


def _bare(filler: Filler) -> Filler:
    """Goods without their number."""
    number = _NUMBER.match(filler.text)
    if number is None:
        return filler
    return replace(filler, text=filler.text[number.end() :], start=filler.start + number.end())


_COMING_DOWN = ("flight.come", "flight.arrive", "flight.land", "flight.touch", "flight.follow", "flight.noun", "flight.count",
    "flight.be.noun", "flight.appear", "flight.put", "flight.drop")  # fmt: skip
_BACK_TO = 4
"""Sentences back in which the flight stands whose end a later one shares."""


def _with_goal(draft: Draft, k: int, drafts: Sequence[Draft], discourse: Discourse) -> Draft:
    """`The jet came back on 2 May`, `the last of them arrived at dawn`: one more flight goes where the one before went."""
    if draft.kind is not ClaimKind.FLIGHT or not draft.rule.startswith(_COMING_DOWN):
        return draft
    if draft.roles.keys() & {"destination", "place"}:
        return draft
    for other in reversed(drafts[:k]):
        if draft.sentence - other.sentence > _BACK_TO:
            break
        goal = other.roles.get("destination", ()) if other.kind is ClaimKind.FLIGHT else ()
        if goal and not any(
            f.norm is not None and f.norm == o.norm for f in goal for o in draft.roles.get("origin", ())
        ):
            return draft.with_roles(destination=tuple(replace(f, outside_quote=True) for f in goal[:1]))
    return draft


def _with_operator(draft: Draft, discourse: Discourse) -> Draft:
    """A flight of `it` or `the plane` has the operator last named with an aircraft."""
    if draft.kind is not ClaimKind.FLIGHT or draft.roles.get("actor") or not draft.roles.get("aircraft"):
        return draft
    craft = draft.roles["aircraft"][0]
    if craft.text.split()[0].casefold() in {"a", "an", "another", "no", "two", "three", "several"}:
        return draft
    definite = craft.text.split()[0].casefold() in {"the", "it", "its", "both", "they", "this", "that"}
    if craft.text.split()[0].casefold() == "the" and len(craft.text.split()) > 1 and is_elliptic(craft.text):
        definite = True
    if not definite and craft.norm is None:
        return draft
    operator: Entity | None = discourse.before(craft.start, _OPERATORS, within=3)
    if operator is None or not _flies(operator):
        return draft
    return draft.with_roles(actor=(outside(operator),))


_AIRLINE = re.compile(
    r"\b(?:air|airlines?|airways|airlift|aviation|avia|aero|cargo|wings|flights?|jets?|aerea|carrier|freighters?)\b",
    re.I,
)


def _flies(entity: Entity) -> bool:
    """Whether a body is an airline by what is known of it or by its name; any company owns no plane that is only `it`."""
    if entity.nature is Nature.OPERATOR:
        return True
    return _AIRLINE.search(f"{entity.text} {(entity.norm or '').replace('-', ' ')}") is not None
