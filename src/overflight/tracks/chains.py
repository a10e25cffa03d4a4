"""Runs of positions between jumps, and the chains of them that one aircraft could have flown."""

from __future__ import annotations

import numpy as np

from overflight.tracks.arrays import Tracks
from overflight.tracks.geometry import Floats, separation_nm
from overflight.tracks.settings import TracksSettings

Run = tuple[int, int]
"""Positions between two jumps: the first, and the one after the last."""

LOOK_BACK = 400
"""Runs looked back at for a chain: bounds the work where two emitters alternate for hours."""
CONTIGUOUS_S = 420.0
"""A false stretch begins and ends within so many seconds of the true track: the transmitter never stopped. It is the
longest silence between two positions that a spoofed aircraft in ordinary reception showed, with a margin."""

MOMENT_S = 1800.0
"""So long the highest speed is allowed for; over more time the one that can be sustained."""

STANDING_FROM_FT, STANDING_NM, STANDING_S = 10_000.0, 6.0, 300.0
"""Above this height, within this distance of its middle, for so long: holding patterns are longer (Doc 8168: a minute and a
half outbound at 280 kt and two turns of four miles take 12 nm), jammed and spoofed receivers show circles of two."""

APART_S = 14_400.0
"""Odd stretches more than four hours apart are two occurrences."""


def farthest_nm(time_s: Floats, settings: TracksSettings) -> Floats:
    """How far apart two positions of one aircraft may lie after so many seconds: fast for a moment, less so for long."""
    moment_nm = settings.highest_speed_kt * np.minimum(time_s, MOMENT_S) / 3600
    return settings.jump_slack_nm + np.maximum(moment_nm, settings.sustained_speed_kt * time_s / 3600)


def true_chain(tracks: Tracks, runs: list[Run], settings: TracksSettings) -> list[Run]:
    """Of the two largest chains that exclude each other, the one that is believed.

    It is the larger, unless both come from one transmitter (one goes on where the other stops, at the same altitude) and
    the larger stands still high above the ground, as only a false position does, or lies between parts of the other
    that agree with each other.
    """
    main = best_chain(tracks, runs, settings)
    left = [run for run in runs if run not in set(main)]
    if not left:
        return main
    other = best_chain(tracks, left, settings)
    if not (goes_on(tracks, other, main) or goes_on(tracks, main, other)):
        return main
    inside = goes_on(tracks, other, main) and is_inside(other, main)
    stands = stands_high(tracks, main), stands_high(tracks, other)
    return other if stands == (True, False) or (inside and stands[0] == stands[1]) else main


def stands_high(tracks: Tracks, chain: list[Run]) -> bool:
    """Whether whatever of a chain is high up for minutes stays in one place: nothing with wings does that there."""
    places = np.concatenate([np.arange(first, end) for first, end in chain])
    high = places[tracks.altitude_ft[places] > STANDING_FROM_FT]
    ends = tracks.time_s[high] + tracks.held_s[high]
    found = False
    for part in np.split(high, np.flatnonzero(tracks.time_s[high[1:]] - ends[:-1] > CONTIGUOUS_S) + 1):
        if not len(part) or tracks.time_s[part[-1]] + tracks.held_s[part[-1]] - tracks.time_s[part[0]] < STANDING_S:
            continue
        middle = np.median(tracks.latitude[part]), np.median(tracks.longitude[part])
        if separation_nm(*middle, tracks.latitude[part], tracks.longitude[part]).max() > STANDING_NM:
            return False
        found = True
    return found


def best_chain(tracks: Tracks, runs: list[Run], settings: TracksSettings) -> list[Run]:
    """The runs, in order, that one aircraft could have flown and that hold most positions; the earliest of equals."""
    first = np.array([r[0] for r in runs])
    last = np.array([r[1] - 1 for r in runs])
    weight = (last - first + 1).astype(np.float64)
    best, before = weight.copy(), np.full(len(runs), -1)
    for j in range(1, len(runs)):
        i = np.arange(max(0, j - LOOK_BACK), j)
        far = separation_nm(
            tracks.latitude[last[i]], tracks.longitude[last[i]], tracks.latitude[first[j]], tracks.longitude[first[j]]
        )
        time = tracks.time_s[first[j]] - tracks.time_s[last[i]]
        fits = far <= farthest_nm(time, settings)
        if fits.any():
            gain = np.where(fits, best[i], -1.0)
            k = int(np.argmax(gain))
            best[j] += gain[k]
            before[j] = i[k]
    chain, j = [], int(np.argmax(best))
    while j >= 0:
        chain.append(runs[j])
        j = int(before[j])
    return chain[::-1]


def largest_part(tracks: Tracks, chain: list[Run]) -> list[Run]:
    """Of what is left over, one occurrence at a time: the part with most positions between long silences."""
    parts = [[chain[0]]]
    for run in chain[1:]:
        if tracks.time_s[run[0]] - tracks.time_s[parts[-1][-1][1] - 1] > APART_S:
            parts.append([])
        parts[-1].append(run)
    return max(parts, key=lambda part: sum(end - first for first, end in part))


def goes_on(tracks: Tracks, main: list[Run], chain: list[Run]) -> bool:
    """Whether a chain stands in for the track: the track is silent just then, and its altitude goes on through it."""
    found = joins(main, chain)
    return bool(found) and all(_is_one_transmitter(tracks, i, j) for i, j in found)


def joins(main: list[Run], chain: list[Run]) -> list[tuple[int, int]]:
    """Where the track passes to a chain and back: last position before and first after, none if both run at once."""
    a, b = chain[0][0], chain[-1][1] - 1
    if any(first < b and end - 1 > a for first, end in main):
        return []
    earlier = [end - 1 for first, end in main if end - 1 < a]
    later = [first for first, end in main if first > b]
    return ([(earlier[-1], a)] if earlier else []) + ([(b, later[0])] if later else [])


def is_inside(main: list[Run], chain: list[Run]) -> bool:
    """Whether a chain lies between parts of the track."""
    return main[0][0] < chain[0][0] and chain[-1][1] <= main[-1][0]


def _is_one_transmitter(tracks: Tracks, i: int, j: int) -> bool:
    time = tracks.time_s[j] - tracks.time_s[i] - tracks.held_s[i]
    climb = abs(tracks.altitude_ft[j] - tracks.altitude_ft[i])
    return bool(time <= CONTIGUOUS_S and (np.isnan(climb) or climb <= 1000 + 6000 * time / 60))
