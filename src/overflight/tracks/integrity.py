"""Positions that cannot be one aircraft's: wild points, spoofed stretches, a second emitter on the address.

A track that never outruns an aircraft is left alone. One that does is cut into runs at its jumps; the chain of runs
that an aircraft could have flown and that holds most positions is the track. What is left over is looked at again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from overflight.tracks.arrays import Tracks
from overflight.tracks.geometry import Ints, apart_nm, separation_nm
from overflight.tracks.settings import TracksSettings

LOOK_BACK = 400
"""Runs looked back at for a chain: bounds the work where two emitters alternate for hours."""
MOST_EMITTERS = 4
CONTIGUOUS_S = 420.0
"""A false stretch begins and ends within so many seconds of the true track: the transmitter never stopped. It is the
longest silence between two positions that a spoofed aircraft in ordinary reception showed, with a margin."""

APART_S = 14_400.0
"""Odd stretches more than four hours apart are two occurrences."""


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
        is_jump = distance > settings.jump_slack_nm + settings.highest_speed_kt * time / 3600
    jumps = np.flatnonzero(is_jump)
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
    main = _best_chain(tracks, runs, settings)
    for first, end in main:
        label[first - a : end - a] = 0
    left = [run for run in runs if run not in set(main)]
    anomalies: list[Anomaly] = []
    wild, number = 0, 0
    wild_from, wild_to = np.inf, -np.inf
    while left:
        chain = _largest_part(tracks, _best_chain(tracks, left, settings))
        taken = set(chain)
        left = [run for run in left if run not in taken]
        size = sum(end - first + int(tracks.repeats[first:end].sum()) for first, end in chain)
        end = chain[-1][1] - 1
        from_s, to_s = float(tracks.time_s[chain[0][0]]), float(tracks.time_s[end] + tracks.held_s[end])
        is_long = size >= settings.second_emitter_positions and to_s - from_s > 300
        if _is_spoofed(tracks, main, chain) and size > 2:
            anomalies.append(Anomaly(airframe, from_s, to_s, _spoof_sentence(tracks, main, chain, size, to_s)))
        elif is_long and number < MOST_EMITTERS - 1:
            number += 1
            for first, end in chain:
                label[first - a : end - a] = number
            anomalies.append(Anomaly(airframe, -np.inf, np.inf, _emitter_sentence(tracks, main, chain, from_s, to_s)))
        else:
            wild += size
            wild_from, wild_to = min(wild_from, from_s), max(wild_to, to_s)
    if wild:
        verb = "position contradicts" if wild == 1 else "positions contradict"
        sentence = f"{wild} {verb} the rest of the track (faster than {settings.highest_speed_kt:.0f} kt) and left out"
        anomalies.append(
            Anomaly(
                airframe,
                wild_from,
                wild_to,
                sentence.replace("and left", "and was left" if wild == 1 else "and were left"),
            )
        )
    return label, anomalies


def _best_chain(tracks: Tracks, runs: list[tuple[int, int]], settings: TracksSettings) -> list[tuple[int, int]]:
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
        fits = far <= settings.jump_slack_nm + settings.highest_speed_kt * time / 3600
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


def _largest_part(tracks: Tracks, chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of what is left over, one occurrence at a time: the part with most positions between long silences."""
    parts = [[chain[0]]]
    for run in chain[1:]:
        if tracks.time_s[run[0]] - tracks.time_s[parts[-1][-1][1] - 1] > APART_S:
            parts.append([])
        parts[-1].append(run)
    return max(parts, key=lambda part: sum(end - first for first, end in part))


def _is_spoofed(tracks: Tracks, main: list[tuple[int, int]], chain: list[tuple[int, int]]) -> bool:
    """Whether a stretch stands in for the track: the track is silent just then, and its altitude goes on through it."""
    a, b = chain[0][0], chain[-1][1] - 1
    earlier = [end - 1 for first, end in main if end - 1 < a]
    later = [first for first, end in main if first > b]
    if any(first < b and end - 1 > a for first, end in main) or not (earlier or later):
        return False
    joins = []
    if earlier:
        joins.append((earlier[-1], a))
    if later:
        joins.append((b, later[0]))
    return all(_goes_on(tracks, i, j) for i, j in joins)


def _goes_on(tracks: Tracks, i: int, j: int) -> bool:
    time = tracks.time_s[j] - tracks.time_s[i] - tracks.held_s[i]
    climb = abs(tracks.altitude_ft[j] - tracks.altitude_ft[i])
    return bool(time <= CONTIGUOUS_S and (np.isnan(climb) or climb <= 1000 + 6000 * time / 60))


def _spoof_sentence(
    tracks: Tracks, main: list[tuple[int, int]], chain: list[tuple[int, int]], size: int, to_s: float
) -> str:
    a = chain[0][0]
    true = min((i for first, end in main for i in (first, end - 1)), key=lambda i: abs(int(i) - a))
    jump = apart_nm(tracks.latitude[true], tracks.longitude[true], tracks.latitude[a], tracks.longitude[a])
    return (
        f"false positions from {clock(tracks.time_s[a])} to {clock(to_s)}: the track jumps "
        f"{jump:.0f} nm to {tracks.latitude[a]:.2f}, {tracks.longitude[a]:.2f} while its altitude goes on; "
        f"{size} positions were cut out (spoofed or jammed satellite navigation looks like this)"
    )


def _emitter_sentence(
    tracks: Tracks, main: list[tuple[int, int]], chain: list[tuple[int, int]], from_s: float, to_s: float
) -> str:
    a = chain[0][0]
    overlaps = any(tracks.time_s[first] < to_s and tracks.time_s[end - 1] > from_s for first, end in main)
    how = "at the same time" if overlaps else "too far apart for one aircraft"
    return (
        f"two emitters used this address {how}: another track runs from {clock(from_s)} to {clock(to_s)} "
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
