"""Positions that cannot be one aircraft's: wild points, spoofed stretches, a second emitter on the address.

A track that never outruns an aircraft is left alone. One that does is cut into runs at its jumps; the chain of runs
that an aircraft could have flown and that holds most positions is the track. What is left over is looked at again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from overflight.tracks.arrays import Tracks
from overflight.tracks.chains import (
    Run,
    best_chain,
    farthest_nm,
    goes_on,
    is_inside,
    joins,
    largest_part,
    stands_high,
    true_chain,
)
from overflight.tracks.geometry import Ints, apart_nm
from overflight.tracks.settings import TracksSettings

MOST_EMITTERS = 4
SECOND_EMITTER_S = 300.0
"""A second emitter is heard for longer than this."""

SHIFT_NM = 10.0
"""A lasting jump of no more than this, in one transmission, is an error of the position and not another flight."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A stretch of an airframe's positions that is not believed, or not its own, and the sentence to print."""

    airframe: int
    from_s: float
    to_s: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Emitters:
    """Tracks in which every stretch of `starts` is one emitter; airframe[i] is the stretch of the input it came from."""

    tracks: Tracks
    airframe: Ints
    number: Ints
    anomalies: tuple[Anomaly, ...]


def split_emitters(tracks: Tracks, settings: TracksSettings) -> Emitters:
    """The tracks without wild points and spoofed stretches, each emitter by itself."""
    count = len(tracks.starts) - 1
    distance, time = tracks.steps
    with np.errstate(invalid="ignore"):
        jumps = np.flatnonzero(distance > farthest_nm(time, settings))
    if not len(jumps):
        return Emitters(tracks, np.arange(count), np.zeros(count, dtype=np.int64), ())
    owner = np.searchsorted(tracks.starts, jumps, side="right") - 1
    label = np.zeros(len(tracks), dtype=np.int64)
    anomalies: list[Anomaly] = []
    for airframe in np.unique(owner):
        a, b = int(tracks.starts[airframe]), int(tracks.starts[airframe + 1])
        cuts = jumps[owner == airframe] + 1
        label[a:b], found = _untangle(tracks, int(airframe), a, b, cuts, settings)
        anomalies += found
    return _regroup(tracks, label, tuple(anomalies))


def _untangle(
    tracks: Tracks, airframe: int, a: int, b: int, cuts: Ints, settings: TracksSettings
) -> tuple[Ints, list[Anomaly]]:
    """Labels of the positions a to b (0 the track, 1… other emitters, -1 not believed), and why."""
    runs = list(zip([a, *cuts.tolist()], [*cuts.tolist(), b], strict=True))
    label = np.full(b - a, -1, dtype=np.int64)
    main = true_chain(tracks, runs, settings)
    _mark(label, a, main, 0)
    left = [run for run in runs if run not in set(main)]
    anomalies: list[Anomaly] = []
    wild: list[Odd] = []
    number = 0
    while left:
        chain = largest_part(tracks, best_chain(tracks, left, settings))
        left = [run for run in left if run not in set(chain)]
        odd = _odd(tracks, chain)
        is_long = odd.size >= settings.second_emitter_positions and odd.to_s - odd.from_s > SECOND_EMITTER_S
        if odd.size > 2 and (
            stands_high(tracks, chain) or (goes_on(tracks, main, chain) and _is_part(tracks, main, odd, is_long))
        ):
            anomalies.append(Anomaly(airframe, odd.from_s, odd.to_s, _spoof_sentence(tracks, main, odd)))
        elif is_long and number < MOST_EMITTERS - 1:
            number += 1
            _mark(label, a, chain, number)
            anomalies.append(Anomaly(airframe, -np.inf, np.inf, _emitter_sentence(tracks, main, odd)))
        else:
            wild.append(odd)
    return label, anomalies + _wild(airframe, wild, settings)


@dataclass(frozen=True, slots=True)
class Odd:
    """A chain that the track excludes: how many positions were sent in it, from when to when."""

    chain: list[Run]
    size: int
    from_s: float
    to_s: float


def _odd(tracks: Tracks, chain: list[Run]) -> Odd:
    last = chain[-1][1] - 1
    size = sum(end - first + int(tracks.repeats[first:end].sum()) for first, end in chain)
    return Odd(chain, size, float(tracks.time_s[chain[0][0]]), float(tracks.time_s[last] + tracks.held_s[last]))


def _mark(label: Ints, start: int, chain: list[Run], number: int) -> None:
    for first, end in chain:
        label[first - start : end - start] = number


def _wild(airframe: int, wild: list[Odd], settings: TracksSettings) -> list[Anomaly]:
    """One sentence for all single positions and short runs that fit nothing."""
    if not wild:
        return []
    count = sum(odd.size for odd in wild)
    words = "position contradicts" if count == 1 else "positions contradict"
    out = "was left out" if count == 1 else "were left out"
    sentence = f"{count} {words} the rest of the track (faster than {settings.highest_speed_kt:.0f} kt) and {out}"
    return [Anomaly(airframe, min(odd.from_s for odd in wild), max(odd.to_s for odd in wild), sentence)]


def _is_part(tracks: Tracks, main: list[Run], odd: Odd, is_long: bool) -> bool:
    """Whether a chain that one transmitter sent is a false part of the track, and not a flight elsewhere."""
    return is_inside(main, odd.chain) or not is_long or _jump_nm(tracks, main, odd.chain) <= SHIFT_NM


def _jump_nm(tracks: Tracks, main: list[Run], chain: list[Run]) -> float:
    """How far the track jumps to a chain; where it runs beside the track, from the nearest edge of that."""
    edges = [i for first, end in main for i in (first, end - 1)]
    beside = [(min(edges, key=lambda i: abs(i - chain[0][0])), chain[0][0])]
    i, j = (joins(main, chain) or beside)[0]
    return apart_nm(tracks.latitude[i], tracks.longitude[i], tracks.latitude[j], tracks.longitude[j])


def _spoof_sentence(tracks: Tracks, main: list[Run], odd: Odd) -> str:
    a = odd.chain[0][0]
    doubt = "" if is_inside(main, odd.chain) else "; which of the two parts is the true one cannot be told for certain"
    return (
        f"false positions from {clock(odd.from_s)} to {clock(odd.to_s)}: the track jumps "
        f"{_jump_nm(tracks, main, odd.chain):.0f} nm to {tracks.latitude[a]:.2f}, {tracks.longitude[a]:.2f} while its altitude "
        f"goes on; {odd.size} positions were cut out (spoofed or jammed satellite navigation looks like this{doubt})"
    )


def _emitter_sentence(tracks: Tracks, main: list[Run], odd: Odd) -> str:
    a = odd.chain[0][0]
    overlaps = any(tracks.time_s[first] < odd.to_s and tracks.time_s[end - 1] > odd.from_s for first, end in main)
    how = "at the same time" if overlaps else "too far apart for one aircraft"
    return (
        f"two emitters used this address {how}: another track runs from {clock(odd.from_s)} to {clock(odd.to_s)} "
        f"near {tracks.latitude[a]:.2f}, {tracks.longitude[a]:.2f}; each is shown as flights of its own"
    )


def _regroup(tracks: Tracks, label: Ints, anomalies: tuple[Anomaly, ...]) -> Emitters:
    airframe = np.repeat(np.arange(len(tracks.starts) - 1), np.diff(tracks.starts))
    keep = label >= 0
    kept, airframe, label = tracks.take(keep), airframe[keep], label[keep]
    order = np.lexsort((np.arange(len(label)), label, airframe))
    airframe, label = airframe[order], label[order]
    new = np.flatnonzero((np.diff(airframe) != 0) | (np.diff(label) != 0)) + 1
    starts = np.concatenate([[0], new, [len(label)]]).astype(np.int64)
    heads = starts[:-1]
    return Emitters(kept.select(order, starts), airframe[heads], label[heads], anomalies)


def clock(time_s: float) -> str:
    """An instant as it is printed in sentences: day and time to the second, UTC."""
    return dt.datetime.fromtimestamp(round(float(time_s)), dt.UTC).strftime("%Y-%m-%d %H:%M:%SZ")


def instant(time_s: float) -> dt.datetime:
    """An aware instant of seconds since 1970, to the millisecond."""
    return dt.datetime.fromtimestamp(round(float(time_s), 3), dt.UTC)
