"""The engine on real tracks with known ends, cut as poor reception cuts them. Floors drop only with a reason."""

from __future__ import annotations

import gzip
import json

import polars as pl
import pytest

from overflight.tracks import TracksSettings, detect_flights
from overflight.tracks.schema import check_positions

TWO_IN_ONE = "pyfr24-39a8364d"
"""Its truth calls two flights one: it lands at 15:53 and takes off again at 18:46."""


@pytest.fixture(scope="module")
def truth(shared):
    known = (
        pl.read_csv(shared / "data/tracks/truth_flights.csv")
        .filter((pl.col("kind") == "full") & (pl.col("source") != "trrrj_cpr") & (pl.col("flight_key") != TWO_IN_ONE))
        .drop_nulls(["adep", "ades"])
    )
    points = pl.read_parquet(shared / "data/tracks/truth_points.parquet").drop_nulls(["latitude", "longitude"])
    points = points.join(known.select("flight_key"), on="flight_key").drop("source", "icao24")
    at = (pl.col("seen_at_epoch_s") * 1e6).cast(pl.Int64).cast(pl.Datetime("us")).dt.replace_time_zone("UTC")
    return {r["flight_key"]: (r["adep"], r["ades"]) for r in known.iter_rows(named=True)}, points.with_columns(
        seen_at=at
    )


def found(points: pl.DataFrame) -> dict[str, list]:
    flights: dict[str, list] = {}
    named = points.with_columns(registration=pl.col("flight_key"))
    for flight in detect_flights(check_positions(named), TracksSettings()):
        flights.setdefault(flight.registration, []).append(flight)
    return flights


def rates(known, flights):
    """(coverage, accuracy) of departures and of arrivals."""
    out = []
    for pick, end, which in ((0, "origin", 0), (-1, "destination", 1)):
        said = {k: getattr(f[pick], end).airport for k, f in flights.items()}
        said = {k: a for k, a in said.items() if a is not None}
        right = sum(known[k][which] == a for k, a in said.items())
        out.append((len(said) / len(known), right / max(1, len(said))))
    return out


@pytest.mark.parametrize(
    ("cut", "floors"),
    [
        # 10 of 64 departures lie thousands of miles before the first position: .84 is all there is
        ("nothing", [(0.80, 0.98), (0.95, 0.99)]),
        ("below 3000 ft", [(0.75, 0.97), (0.80, 0.95)]),
        ("5 minutes", [(0.65, 0.99), (0.80, 0.97)]),
        ("below 20000 ft", [(0.0, 1.0), (0.0, 1.0)]),
    ],
)
def test_ends_are_named_often_and_rightly(truth, cut, floors):
    known, points = truth
    t = pl.col("seen_at_epoch_s")
    if cut.startswith("below"):
        points = points.filter(pl.col("altitude_ft") >= int(cut.split()[1]))
    elif cut == "5 minutes":
        points = points.filter((t >= t.min().over("flight_key") + 300) & (t <= t.max().over("flight_key") - 300))
    for (coverage, accuracy), (least, rightly) in zip(rates(known, found(points)), floors, strict=True):
        assert coverage >= least
        assert coverage == 0 or accuracy >= rightly
    if cut == "below 20000 ft":
        assert all(f.destination.airport is None for fs in found(points).values() for f in fs)


@pytest.mark.parametrize(("minutes", "most"), [(0, 0), (20, 0), (60, 0), (120, 0)])
def test_holes_in_cruise_do_not_break_flights(truth, minutes, most):
    _, points = truth
    t = pl.col("seen_at_epoch_s")
    middle, span = (t.min() + t.max()) / 2, t.max() - t.min()
    if minutes:
        points = points.filter(
            (span.over("flight_key") > minutes * 60 + 3600) & ((t - middle.over("flight_key")).abs() > minutes * 30)
        )
    assert sum(len(f) > 1 for f in found(points).values()) <= most


def test_overflights_are_never_given_an_airport(shared):
    rows = pl.DataFrame(
        json.loads(gzip.decompress((shared / "data/tracks/switzerland.json.gz").read_bytes())), infer_schema_length=None
    ).rename({"altitude": "altitude_ft", "groundspeed": "ground_speed_kt", "track": "track_deg"})
    rows = rows.with_columns(
        icao24=pl.col("icao24") + "/" + pl.col("callsign").fill_null(""),
        seen_at=pl.from_epoch("timestamp", time_unit="ms").dt.cast_time_unit("us").dt.replace_time_zone("UTC"),
    )
    flights = detect_flights(check_positions(rows.drop_nulls(["latitude", "longitude"])), TracksSettings())
    assert len(flights) >= 1243
    assert not [f for f in flights if f.origin.airport or f.destination.airport]
