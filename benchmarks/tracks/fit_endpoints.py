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

HEIGHTS = [300, 700, 1000, 1500, 2000, 3000, 4000, 5000, 6500, 8000, 10_000, 13_000, 16_000]
MINUTES = [1, 2, 3, 5, 7, 10]


def real_tables(shared: Path) -> dict[str, pl.DataFrame]:
    data = shared / "data/tracks"
    points = pl.read_parquet(data / "truth_points.parquet").drop_nulls(["latitude", "longitude"])
    keys = points["flight_key"].unique(maintain_order=True).to_list()
    hexes = pl.DataFrame({"flight_key": keys, "hex": keys})
    truth = points.join(hexes, on="flight_key").with_columns(
        icao24=pl.col("hex"),
        seen_at=(pl.col("seen_at_epoch_s") * 1e6).cast(pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
    )
    tables = {"truth": check_positions(truth.select([c for c in truth.columns if c not in ("source",)]))}
    for name in ("quickstart", "calfire", "qantas747"):
        rows = pl.DataFrame(
            json.loads(gzip.decompress((data / f"{name}.json.gz").read_bytes())), infer_schema_length=None
        )
        rows = rows.rename(
            {
                "altitude": "altitude_ft",
                "groundspeed": "ground_speed_kt",
                "track": "track_deg",
                "onground": "on_ground",
            },
            strict=False,
        )
        rows = rows.with_columns(
            seen_at=pl.from_epoch(pl.col("timestamp"), time_unit="ms")
            .dt.cast_time_unit("us")
            .dt.replace_time_zone("UTC")
        )
        tables[name] = check_positions(rows.drop_nulls(["latitude", "longitude"]))
    grid = []
    for path in sorted((data / "adsb_actions_grid").rglob("*.gz")):
        for line in gzip.decompress(path.read_bytes()).splitlines():
            r = json.loads(line)
            alt = r.get("alt_baro")
            grid.append(
                (
                    r["hex"],
                    r.get("flight"),
                    r["now"],
                    r.get("lat"),
                    r.get("lon"),
                    None if isinstance(alt, str) else alt,
                    r.get("gscp"),
                    r.get("track"),
                    alt == "ground",
                )
            )
    rows = pl.DataFrame(
        grid,
        schema=[
            "icao24",
            "callsign",
            "t",
            "latitude",
            "longitude",
            "altitude_ft",
            "ground_speed_kt",
            "track_deg",
            "on_ground",
        ],
        orient="row",
        infer_schema_length=None,
    )
    rows = rows.with_columns(
        seen_at=(pl.col("t") * 1e6).cast(pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC"),
        ground_speed_kt=pl.col("ground_speed_kt").cast(pl.Float32, strict=False),
        latitude=pl.col("latitude").cast(pl.Float64, strict=False),
        longitude=pl.col("longitude").cast(pl.Float64, strict=False),
    )
    tables["grid"] = check_positions(rows.drop_nulls(["latitude", "longitude"]))
    return tables


def samples(  # noqa: PLR0912 - one walk over ends and cuts
    name: str, table: pl.DataFrame, known: dict[str, tuple[str, str]]
):
    """Cut ends of every flight with a known end: reason matrices, which pair is true, groups."""
    settings = TracksSettings()
    run = Detection(table, settings, merge_receptions(()))
    fields = load_fields()
    idents = fields.airports.table["ident"].to_list()
    row_of = {ident: i for i, ident in enumerate(idents)}
    legs = run.legs
    found = find_endpoints(run, find_candidates(run))
    sides, truths = [], []
    per = {}
    for i, leg in enumerate(legs):
        per.setdefault(run.keys[leg.stretch], []).append(i)
    for i, leg in enumerate(legs):
        if not leg.is_heard_in_air or leg.air_last - leg.air_first < 8:
            continue
        key = run.keys[leg.stretch]
        for is_arrival in (False, True):
            end = found[2 * i + is_arrival]
            if key in known:
                if i != per[key][-1 if is_arrival else 0]:
                    continue
                truth = known[key][is_arrival]
            elif end.method is not None and end.method.value == "ground":
                truth = end.airport
            else:
                continue
            true_row = row_of.get(truth)
            if true_row is None:
                continue
            elev = np.nan_to_num(fields.elevation_ft[true_row])
            t = run.tracks.time_s[leg.air_first : leg.air_last + 1]
            h = run.tracks.altitude_ft[leg.air_first : leg.air_last + 1] - elev
            if is_arrival:
                t, h = t[::-1], h[::-1]
            since = np.abs(t - t[0])
            picks = set()
            for height in HEIGHTS:
                over = np.flatnonzero(h >= height)
                if len(over):
                    picks.add(int(over[0]))
            for minute in MINUTES:
                after = np.flatnonzero(since >= minute * 60)
                if len(after) and h[after[0]] < 20_000:
                    picks.add(int(after[0]))
            for k in sorted(picks):
                at = leg.air_last - k if is_arrival else leg.air_first + k
                sides.append(Side(leg=i, is_arrival=is_arrival, air=at, ground=None))
                truths.append(true_row)
    ends = describe_ends(run.tracks, legs, sides, [run.performances[leg.stretch] for leg in legs])
    pairs = pair_ends_with_fields(ends, fields)
    values = reasons(pairs, ends, fields, settings)
    print(name, "legs", len(legs), "ends", len(sides), "pairs", len(pairs.end), file=sys.stderr)
    return {"name": name, "ends": ends, "pairs": pairs, "values": values, "truth": np.array(truths), "fields": fields}


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
