"""Words for the silences of flights: when, what physics allows in them, and what was heard of others."""

from __future__ import annotations

import datetime as dt

from overflight.publishing.dossier import wording
from overflight.records.movement import Flight, Gap, GapVerdict, Reception

GAPS: dict[GapVerdict, str] = {
    GapVerdict.AIRBORNE: "must have stayed airborne",
    GapVerdict.STOP_POSSIBLE: "a stop was possible",
    GapVerdict.STOPPED: "must have stopped",
}

RECEPTIONS: dict[Reception, str] = {
    Reception.OTHERS_HEARD: "others were heard there then, so this aircraft alone was silent",
    Reception.NOBODY_HEARD: "no others were heard there then, so it may have gone unheard rather than silent",
    Reception.UNKNOWN: "whether others were heard there then is not known, so it may have gone unheard rather than silent",
}

TOO_FEW_HEARD = "too little was heard of others there then, so it may have gone unheard rather than silent"


def until(from_at: dt.datetime, to_at: dt.datetime) -> str:
    """The end of a stretch of time, UTC: its time of day, and its day where that is another."""
    return (
        wording.clock(to_at)
        if wording.utc_day(from_at) == wording.utc_day(to_at)
        else wording.instant(to_at).removesuffix(" UTC")
    )


def heard_of_others(gap: Gap) -> str:
    """What the receivers heard of other aircraft in a silence, and what follows from it."""
    if not gap.others_heard:
        return RECEPTIONS[gap.reception]
    if gap.reception is not Reception.OTHERS_HEARD:
        return TOO_FEW_HEARD
    verb = "was" if gap.others_heard == 1 else "were"
    return f"{wording.spelled(gap.others_heard, 'other')} {verb} heard there then, so this aircraft alone was silent"


def gap_reason(gap: Gap) -> str:
    """The reason of a silence as a sentence; its length stands beside it already."""
    return wording.sentence(gap.reason.removeprefix(f"silent for {wording.duration(gap.silence_s)}: "))


def silences_inside(flight: Flight) -> list[Gap]:
    """The silences between a flight's first and last position; one that follows the last position is no part of it."""
    return [gap for gap in flight.gaps if gap.from_at < flight.last_seen_at]


def is_unheard(flight: Flight) -> bool:
    """Whether nothing was heard of a flight between its two ends: the aircraft left one field and was next heard at another."""
    return any(g.from_at <= flight.first_seen_at and g.to_at >= flight.last_seen_at for g in flight.gaps)
