"""Which aircraft, places and days a case watches: what its question names, and what its claims bring with them."""

from __future__ import annotations

from overflight.assessment.context import Context
from overflight.assessment.party_index import Airframe, mark
from overflight.records.claim import ClaimKind, Polarity


def watched_airframes(context: Context) -> tuple[Airframe, ...]:
    """The aircraft of the watched parties, those listed, and those of the operators that claims name, by registration."""
    found: dict[str, Airframe] = {}
    for frame in (*asked_airframes(context), *_listed(context), *_claimed(context)):
        found.setdefault(mark(frame.registration or "") or str(frame.icao24), frame)
    return tuple(found[key] for key in sorted(found))


def asked_airframes(context: Context) -> tuple[Airframe, ...]:
    """The aircraft of the parties that the question watches, and those that it names by mark or address."""
    frames: list[Airframe] = []
    for name in context.question.watched:
        owners = context.index.named(name)
        frames += context.index.aircraft_of(owners, [name])
        frames += [context.index.airframe(p, "watched, and listed") for p in context.index.by_mark.get(mark(name), ())]
        frames += [
            Airframe(registration=f.registration, icao24=f.icao24, party=None, why="watched")
            for f in context.evidence.flights
            if mark(name) in {mark(f.registration or ""), mark(f.icao24 or "")}
        ]
    return tuple(frames)


def _listed(context: Context) -> tuple[Airframe, ...]:
    flown = {mark(f.registration) for f in context.evidence.flights if f.registration}
    return tuple(
        context.index.airframe(party, "listed")
        for value in sorted(flown)
        for party in context.index.by_mark.get(value, ())
    )


def _claimed(context: Context) -> tuple[Airframe, ...]:
    kinds = (ClaimKind.FLIGHT, ClaimKind.TRANSFER)
    claims = [c for c in context.evidence.claims if c.kind in kinds and c.polarity is not Polarity.DENIED]
    return tuple(frame for claim in claims for frame in context.airframes([claim]))
