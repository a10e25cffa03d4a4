"""Fit the weights of the endpoint reasons on tracks whose ends are known, and say how well they do on airports left out.

usage: python benchmarks/tracks/fit_endpoints.py SHARED [--synthetic POSITIONS.parquet] [--show]

SHARED holds data/tracks. A flight whose end was watched on the ground is its own truth: the track is then cut back, by
height and by minutes, and the fields near each cut compete. Weights maximise the likelihood of the true field among
its competitors and 'no field of the table'; every airport counts the same, however many flights use it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl
from scipy.optimize import minimize

from overflight.tracks import TracksSettings
from overflight.tracks.candidates import pair_ends_with_fields
from overflight.tracks.detection import Detection
from overflight.tracks.endpoints import find_candidates, find_endpoints
from overflight.tracks.ends import Side, describe_ends
from overflight.tracks.fields import load_fields
from overflight.tracks.reception import merge_receptions
from overflight.tracks.schema import check_positions
from overflight.tracks.scoring import NO_FIELD, WEIGHTS, no_field_reasons, reasons
from overflight.tracks.segment import Leg

HEIGHTS = [300, 700, 1000, 1500, 2000, 3000, 4000, 5000, 6500, 8000, 10_000, 13_000, 16_000]
MINUTES = [1, 2, 3, 5, 7, 10]


def real_tables(shared: Path) -> dict[str, pl.DataFrame]:
    """The real tracks as tables of positions, by the name of their collection."""
    data = shared / "data/tracks"
    tables = {"truth": known_flights(data / "truth_points.parquet")}
    for name in ("quickstart", "calfire", "qantas747"):
        tables[name] = opensky_sample(data / f"{name}.json.gz")
    return {**tables, "grid": one_cell(data / "adsb_actions_grid")}


def known_flights(path: Path) -> pl.DataFrame:
    """Flights with both ends known; each is taken for an aircraft of its own, named by its key."""
    points = pl.read_parquet(path).drop_nulls(["latitude", "longitude"]).drop("source")
    return check_positions(points.with_columns(icao24=pl.col("flight_key"), seen_at=at_epoch_s("seen_at_epoch_s")))


def opensky_sample(path: Path) -> pl.DataFrame:
    """Records as `traffic` writes them."""
    names = {"altitude": "altitude_ft", "groundspeed": "ground_speed_kt", "track": "track_deg", "onground": "on_ground"}
    rows = pl.DataFrame(json.loads(gzip.decompress(path.read_bytes())), infer_schema_length=None)
    placed = rows.rename(names, strict=False).drop_nulls(["latitude", "longitude"])
    return check_positions(placed.with_columns(seen_at=at_epoch_s(pl.col("timestamp") / 1000)))


def one_cell(folder: Path) -> pl.DataFrame:
    """Days of all traffic in one degree cell, a record a line."""
    lines = (
        json.loads(line) for p in sorted(folder.rglob("*.gz")) for line in gzip.decompress(p.read_bytes()).splitlines()
    )
    rows = pl.DataFrame([cell_row(r) for r in lines], schema=CELL, orient="row", strict=False)
    return check_positions(rows.with_columns(seen_at=at_epoch_s("t")).drop_nulls(["latitude", "longitude"]))


CELL = {"icao24": pl.String, "callsign": pl.String, "t": pl.Float64, "latitude": pl.Float64, "longitude": pl.Float64,
        "altitude_ft": pl.Float32, "ground_speed_kt": pl.Float32, "track_deg": pl.Float32, "on_ground": pl.Boolean}  # fmt: skip


def cell_row(r: dict) -> tuple:
    altitude = r.get("alt_baro")
    height = None if isinstance(altitude, str) else altitude
    place = (r.get("lat"), r.get("lon"), height, r.get("gscp"), r.get("track"))
    return (r["hex"], r.get("flight"), r["now"], *place, altitude == "ground")


def at_epoch_s(seconds: str | pl.Expr) -> pl.Expr:
    column = pl.col(seconds) if isinstance(seconds, str) else seconds
    return (column * 1e6).cast(pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")


Known = dict[str, tuple[str, str]]
"""Airports of departure and arrival by airframe key."""


def samples(name: str, table: pl.DataFrame, known: Known):
    """Cut ends of every flight with a known end: reason matrices, which pair is true, groups."""
    settings, fields = TracksSettings(), load_fields()
    run = Detection(table, settings, merge_receptions(()))
    sides, truths = [], []
    for i, is_arrival, row in true_ends(run, known):
        for k in cuts(run, run.legs[i], is_arrival, float(np.nan_to_num(fields.elevation_ft[row]))):
            sides.append(Side(leg=i, is_arrival=is_arrival, air=k, ground=None))
            truths.append(row)
    ends = describe_ends(run.tracks, run.legs, sides, [run.performances[leg.stretch] for leg in run.legs])
    pairs = pair_ends_with_fields(ends, fields)
    values = reasons(pairs, ends, fields, settings)
    print(name, "legs", len(run.legs), "ends", len(sides), "pairs", len(pairs.end), file=sys.stderr)
    return {"name": name, "ends": ends, "pairs": pairs, "values": values, "truth": np.array(truths), "fields": fields}


def true_ends(run: Detection, known: Known) -> Iterator[tuple[int, bool, int]]:
    """Leg, side and row of the true field, of the ends that are known or were watched on the ground."""
    row_of = {ident: i for i, ident in enumerate(run.fields.idents)}
    found = find_endpoints(run, find_candidates(run))
    of_key: dict[str, list[int]] = {}
    for i, leg in enumerate(run.legs):
        of_key.setdefault(run.keys[leg.stretch], []).append(i)
    for i, leg in enumerate(run.legs):
        if not leg.is_heard_in_air or leg.air_last - leg.air_first < 8:
            continue
        key = run.keys[leg.stretch]
        for is_arrival in (False, True):
            end, truth = found[2 * i + is_arrival], None
            if key in known:
                truth = known[key][is_arrival] if i == of_key[key][-1 if is_arrival else 0] else None
            elif end.method is not None and end.method.value == "ground":
                truth = end.airport
            if truth in row_of:
                yield i, is_arrival, row_of[truth]


def cuts(run: Detection, leg: Leg, is_arrival: bool, elevation_ft: float) -> list[int]:
    """Positions of a leg at which reception could have ended: by height over the field, and by minutes from the end."""
    t = run.tracks.time_s[leg.air_first : leg.air_last + 1]
    h = run.tracks.altitude_ft[leg.air_first : leg.air_last + 1] - elevation_ft
    if is_arrival:
        t, h = t[::-1], h[::-1]
    since = np.abs(t - t[0])
    picks = {int(over[0]) for height in HEIGHTS if len(over := np.flatnonzero(h >= height))}
    later = [int(after[0]) for minute in MINUTES if len(after := np.flatnonzero(since >= minute * 60))]
    picks |= {k for k in later if h[k] < 20_000}
    return [leg.air_last - k if is_arrival else leg.air_first + k for k in sorted(picks)]


SHARE = {"truth": 1.0, "quickstart": 0.5, "calfire": 0.3, "qantas747": 1.0, "grid": 0.3, "synthetic": 0.15}
"""How much a cut of each source counts: real airliners most; invented flights least."""
MOST_PER_AIRPORT = 19
"""Cuts of one airport count as this many: about one flight."""
ODDS = [n for n in WEIGHTS if n != "scheduled"]


def gather(sets, is_arrival: bool, names=None):
    """All cut ends of one side as matrices: reasons of pairs, their end, whether true, reasons of no field, weight."""
    x, end, true, none, weight, truth, offset = [], [], [], [], [], [], 0
    for s in sets:
        if names and s["name"] not in names:
            continue
        mine = np.flatnonzero(s["ends"].is_arrival == is_arrival)
        number = np.full(len(s["ends"]), -1)
        number[mine] = np.arange(len(mine)) + offset
        pick = number[s["pairs"].end] >= 0
        x.append(np.stack([s["values"][n] for n in ODDS], 1)[pick])
        end.append(number[s["pairs"].end[pick]])
        true.append((s["pairs"].field == s["truth"][s["pairs"].end])[pick])
        none.append(np.stack(list(no_field_reasons(s["ends"], s["fields"]).values()), 1)[mine])
        _, index, counts = np.unique(s["truth"][mine], return_inverse=True, return_counts=True)
        weight.append(SHARE[s["name"]] * np.minimum(1.0, MOST_PER_AIRPORT / counts[index]))
        truth.append(s["truth"][mine])
        offset += len(mine)
    return [np.concatenate(c) for c in (x, end, true, none, weight, truth)]


def probabilities(w, x, end, none):
    k = x.shape[1]
    score, base = x @ w[:k], none @ w[k:]
    top = base.copy()
    np.maximum.at(top, end, score)
    odds, rest = np.exp(score - top[end]), np.exp(base - top)
    total = rest.copy()
    np.add.at(total, end, odds)
    return odds / total[end], rest / total


def fit(x, end, true, none, weight, ridge: float):
    k = x.shape[1]
    has = np.zeros(len(weight), dtype=bool)
    has[end[true]] = True

    def loss(w):
        p, p_none = probabilities(w, x, end, none)
        right = p_none.copy()
        right[end[true]] = p[true]
        pull = weight[end] * (p - true)
        gradient = np.concatenate([x.T @ pull, none.T @ (weight * (p_none - ~has))]) / weight.sum()
        gradient[:k] += 2 * ridge * w[:k] / 100
        value = -(weight * np.log(np.maximum(right, 1e-12))).sum() / weight.sum() + ridge * (w[:k] ** 2).sum() / 100
        return value, gradient

    return minimize(loss, np.zeros(k + none.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def best_of(p, end, true, count: int):
    """Probability of the best field of each end, and whether it is the true one."""
    order = np.lexsort((p, end))
    last = np.append(np.diff(end[order]) != 0, True)
    best, right = np.zeros(count), np.zeros(count, dtype=bool)
    best[end[order][last]], right[end[order][last]] = p[order][last], true[order][last]
    return best, right


def main() -> None:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("shared", type=Path)
    a.add_argument("--synthetic", type=Path, help="positions of a synthetic case, schema POSITIONS")
    a.add_argument("--ridge", type=float, default=0.05)
    o = a.parse_args()
    truth = (
        pl.read_csv(o.shared / "data/tracks/truth_flights.csv")
        .filter(pl.col("kind") == "full")
        .drop_nulls(["adep", "ades"])
    )
    known = {r["flight_key"]: (r["adep"], r["ades"]) for r in truth.iter_rows(named=True)}
    sets = [samples(n, t, known) for n, t in real_tables(o.shared).items()]
    if o.synthetic:
        sets.append(samples("synthetic", check_positions(pl.read_parquet(o.synthetic)), {}))
    for is_arrival in (False, True):
        x, end, true, none, weight, airport = gather(sets, is_arrival)
        w = fit(x, end, true, none, weight, o.ridge)
        print(
            "arrivals" if is_arrival else "departures",
            {n: round(float(v), 2) for n, v in zip([*ODDS, *NO_FIELD], w, strict=True)},
        )
        real = gather(sets, is_arrival, {"truth"})
        p = np.zeros(len(real[1]))
        for fold in range(6):
            keep = airport % 6 != fold
            number = np.cumsum(keep) - 1
            pick = keep[end]
            w = fit(x[pick], number[end[pick]], true[pick], none[keep], weight[keep], o.ridge)
            test = (real[5] % 6 == fold)[real[1]]
            p[test] = probabilities(w, real[0], real[1], real[3])[0][test]
        best, right = best_of(p, real[1], real[2], len(real[4]))
        for threshold in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
            on = best >= threshold
            print(
                f"  airports left out, answered from {threshold}: {on.mean():.3f}, of these right {right[on].mean():.4f}"
            )
        for low, high in ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)):
            on = (best >= low) & (best < high)
            print(f"  said {best[on].mean():.3f}, right {right[on].mean():.3f}, {on.sum()} ends")


if __name__ == "__main__":
    main()
