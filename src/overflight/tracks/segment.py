"""Tracks into flights: cut where the aircraft was seen on the ground, or where physics and a long silence demand it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from overflight.tracks.arrays import Tracks
from overflight.tracks.geometry import Floats, Ints
from overflight.tracks.settings import TracksSettings

MOVED_NM = 5.0
"""Two positions on the ground farther apart than the largest airport lie at two airports: a flight lies between."""
TAXI_S = 2700.0
"""Time on the ground that belongs to a flight at either end: 45 minutes; what came before is parking."""
FLICKER_S = 120.0
"""Neighbours closer than this in time are one movement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One flight as positions: first to last with its taxiing, air_first to air_last in the air, all inclusive.

    air_first > air_last: nothing was heard in the air. ground_before and ground_after are the neighbouring positions on
    the ground, of this leg or of its neighbours, None where the aircraft was not seen on the ground in between.
    """

    stretch: int
    first: int
    last: int
    air_first: int
    air_last: int
    ground_before: int | None
    ground_after: int | None

    @property
    def is_heard_in_air(self) -> bool:
        """Whether any position in the air belongs to it."""
        return self.air_first <= self.air_last


@dataclass(frozen=True, slots=True)
class Blocks:
    """Runs of positions in one state: first and last position (inclusive), the stretch they lie in, and the state."""

    first: Ints
    last: Ints
    stretch: Ints
    is_ground: NDArray[np.bool_]


def find_blocks(tracks: Tracks, ground: NDArray[np.bool_], settings: TracksSettings) -> Blocks:
    """The track as runs on the ground and in the air, also cut at silences in the air and at jumps between airports."""
    distance, time = tracks.steps
    with np.errstate(invalid="ignore"):
        is_cut = tracks.is_first()[1:] | (np.diff(ground.astype(np.int8)) != 0)
        is_cut |= ~ground[1:] & (time >= settings.min_silence_s)
        is_cut |= ground[1:] & (distance > MOVED_NM)
    first = np.concatenate([[0], np.flatnonzero(is_cut) + 1]).astype(np.int64)[: len(tracks)]
    last = np.append(first[1:], len(tracks))[: len(first)] - 1
    stretch = np.searchsorted(tracks.starts, first, side="right") - 1
    return Blocks(first, last, stretch, ground[first])


def settle_flicker(
    tracks: Tracks, ground: NDArray[np.bool_], speed_kt: Floats, settings: TracksSettings
) -> NDArray[np.bool_]:
    """The states without flicker: touch-and-goes and false ground flags count as air, hops while taxiing as ground."""
    blocks = find_blocks(tracks, ground, settings)
    if len(blocks.first) < 3:
        return ground
    time, inner = tracks.time_s, slice(1, -1)
    lasts_s = (time[blocks.last] - time[blocks.first])[inner]
    slowest = np.fmin.reduceat(speed_kt, blocks.first)[inner]
    fastest = np.fmax.reduceat(speed_kt, blocks.first)[inner]
    since = time[blocks.first[1:-1]] - time[blocks.last[:-2]]
    until = time[blocks.first[2:]] - time[blocks.last[1:-1]]
    same = (blocks.stretch[1:-1] == blocks.stretch[:-2]) & (blocks.stretch[1:-1] == blocks.stretch[2:])
    other = (blocks.is_ground[:-2] != blocks.is_ground[1:-1]) & (blocks.is_ground[2:] != blocks.is_ground[1:-1])
    near = same & other & (since <= FLICKER_S) & (until <= FLICKER_S)
    entry, leave = speed_kt[blocks.last[:-2]], speed_kt[blocks.first[2:]]
    with np.errstate(invalid="ignore"):
        touch = near & blocks.is_ground[inner] & (lasts_s <= settings.touch_and_go_s)
        touch &= (slowest > settings.slow_kt) | ((entry > 200) & (leave > 200) & (since + lasts_s + until < FLICKER_S))
        hop = near & ~blocks.is_ground[inner] & (lasts_s <= 60) & ~(fastest > 100)
    state = blocks.is_ground.copy()
    state[inner] ^= touch | hop
    return np.repeat(state, blocks.last - blocks.first + 1)


def cut_legs(
    tracks: Tracks,
    blocks: Blocks,
    is_two_flights: Callable[[int, int], bool],
) -> list[Leg]:
    """The flights of all stretches, in order.

    is_two_flights(last heard, next heard) judges a silence in the air, by position numbers.
    """
    legs: list[Leg] = []
    bounds = np.flatnonzero(np.diff(blocks.stretch)) + 1
    for group in np.split(np.arange(len(blocks.first)), bounds):
        legs += _legs_of_one(tracks, blocks, group.tolist(), is_two_flights)
    return legs


def _legs_of_one(
    tracks: Tracks,
    blocks: Blocks,
    group: list[int],
    is_two_flights: Callable[[int, int], bool],
) -> list[Leg]:
    airs: list[tuple[int, int]] = []
    before: list[int | None] = []
    after: list[int | None] = []
    previous: int | None = None
    for block in group:
        first, last = int(blocks.first[block]), int(blocks.last[block])
        if blocks.is_ground[block]:
            if previous is not None and blocks.is_ground[previous]:
                airs.append((first, first - 1))
                before.append(previous)
                after.append(block)
            elif airs and previous is not None:
                after[-1] = block
        elif (
            previous is not None
            and not blocks.is_ground[previous]
            and not is_two_flights(int(blocks.last[previous]), first)
        ):
            airs[-1] = (airs[-1][0], last)
        else:
            airs.append((first, last))
            before.append(previous if previous is not None and blocks.is_ground[previous] else None)
            after.append(None)
        previous = block
    return _with_ground(tracks, blocks, airs, before, after)


def _with_ground(
    tracks: Tracks, blocks: Blocks, airs: list[tuple[int, int]], before: list[int | None], after: list[int | None]
) -> list[Leg]:
    shared = {b for b in before if b is not None} & {b for b in after if b is not None}
    part = {block: _parting(tracks, int(blocks.first[block]), int(blocks.last[block])) for block in shared}
    legs = []
    for (a, b), origin, end in zip(airs, before, after, strict=True):
        first, last = a, b
        if a > b and origin is not None and end is not None:
            first, last = int(blocks.last[origin]), int(blocks.first[end])
        else:
            if origin is not None:
                first = _taxi_out(tracks, part.get(origin, int(blocks.first[origin])), a)
            if end is not None:
                last = _taxi_in(tracks, b, part.get(end, int(blocks.last[end]) + 1) - 1)
        legs.append(
            Leg(
                stretch=int(np.searchsorted(tracks.starts, first, side="right")) - 1,
                first=first,
                last=last,
                air_first=a,
                air_last=b,
                ground_before=None if origin is None else int(blocks.last[origin]),
                ground_after=None if end is None else int(blocks.first[end]),
            )
        )
    return legs


def _taxi_out(tracks: Tracks, first: int, air_first: int) -> int:
    since = tracks.time_s[max(air_first - 1, first)] - TAXI_S
    return first + int(np.searchsorted(tracks.time_s[first:air_first], since))


def _taxi_in(tracks: Tracks, air_last: int, last: int) -> int:
    until = tracks.time_s[min(air_last + 1, last)] + TAXI_S
    return air_last + int(np.searchsorted(tracks.time_s[air_last + 1 : last + 1], until, side="right"))


def _parting(tracks: Tracks, first: int, last: int) -> int:
    """The position at which a stay on the ground passes from the arrival to the next departure.

    It is where the aircraft was silent longest, counting the silences at both ends; without any, the middle of the stay.
    """
    waits = np.diff(tracks.time_s[first - 1 : last + 2])
    if waits.max() < FLICKER_S:
        middle = (tracks.time_s[first] + tracks.time_s[last]) / 2
        return int(first + np.searchsorted(tracks.time_s[first : last + 1], middle))
    return int(first + int(np.argmax(waits)))
