"""Make the shipped tables of airfields from the two OurAirports tables (public domain).

usage: python scripts/make_airports.py AIRPORTS.parquet RUNWAYS.parquet src/overflight/reference/data

AIRPORTS and RUNWAYS are OurAirports' airports.csv and runways.csv with all columns, as Parquet. Written are
`airfields.parquet`, `heliports.parquet` and `runway_ends.parquet`: the same input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

MICRO = 100_000
"""Coordinates are kept in whole 1e-5 degrees, about a metre: a third of the bytes of floats."""

TYPES = [
    "large_airport", "medium_airport", "small_airport", "seaplane_base", "balloonport", "closed", "heliport",
]  # fmt: skip
"""Types of OurAirports, largest first."""

MILITARY = (
    r"(?i)\bair ?base\b|\bair force\b|\bmilitary\b|\bAFB\b|\bRAF\b|\bnaval\b|\barmy\b|\bair station\b|\bMCAS\b"
    r"|\bbase a[eé]re|\bbase a[eé]rien|\bairfield \(military\)|\bjoint base\b|\bafs\b|\baaf\b|\bBAN\b|\bfliegerhorst\b"
)
"""Words by which names and keywords tell a military field; OurAirports has no column for it."""

HARD = r"(?i)asp|con|bit|pem|tar|seal|pav|mac|cement|concr|hard|brick"
SOFT = (
    r"(?i)turf|gr[aeos]|grs|dirt|earth|sand|water|soil|clay|snow|ice|gvl|gravel|laterite|coral|pi[cç]arra|^[gs]$|soft"
)
NM_PER_FT = 1 / 6076.12


def main() -> None:
    """Read, reduce, write."""
    airports_path, runways_path, folder = (Path(a) for a in sys.argv[1:4])
    airports, runways = pl.read_parquet(airports_path), pl.read_parquet(runways_path)
    fields = reduce_airports(airports, runways)
    folder.mkdir(parents=True, exist_ok=True)
    write(fields.filter(pl.col("type") != "heliport"), folder / "airfields.parquet")
    write(fields.filter(pl.col("type") == "heliport"), folder / "heliports.parquet")
    write(runway_ends(airports, runways), folder / "runway_ends.parquet")


def write(table: pl.DataFrame, path: Path) -> None:
    """Write one table, smallest bytes first."""
    table.write_parquet(path, compression="zstd", compression_level=19, statistics=False)
    print(f"{path}: {table.height} rows, {path.stat().st_size} bytes")


def reduce_airports(airports: pl.DataFrame, runways: pl.DataFrame) -> pl.DataFrame:
    """The columns that are shipped, by id, with the longest runway of each field."""
    words = pl.concat_str(pl.col("name"), pl.col("keywords"), separator=" ", ignore_nulls=True)
    return (
        airports.join(longest_runways(runways), left_on="id", right_on="airport_ref", how="left")
        .select(
            pl.col("id").cast(pl.Int32),
            "ident",
            pl.col("type").cast(pl.Enum(TYPES)),
            pl.col("name").str.strip_chars(),
            pl.col("latitude_deg").mul(MICRO).round().cast(pl.Int32).alias("latitude"),
            pl.col("longitude_deg").mul(MICRO).round().cast(pl.Int32).alias("longitude"),
            pl.col("elevation_ft").round().cast(pl.Int16),
            pl.col("iso_country").cast(pl.Categorical).alias("country"),
            pl.col("municipality").str.strip_chars(),
            (pl.col("scheduled_service") == "yes").alias("is_scheduled"),
            words.str.contains(MILITARY).alias("is_military"),
            pl.col("gps_code").alias("icao"),
            pl.col("iata_code").alias("iata"),
            pl.col("longest_runway_ft").cast(pl.Int32),
            pl.col("longest_is_hard"),
            pl.col("keywords").str.strip_chars(),
        )
        .sort("id")
    )


def surface() -> pl.Expr:
    """True hard, False soft, null not told."""
    return (
        pl.when(pl.col("surface").str.contains(HARD))
        .then(True)
        .when(pl.col("surface").str.contains(SOFT))
        .then(False)
        .otherwise(None)
    )


def longest_runways(runways: pl.DataFrame) -> pl.DataFrame:
    """Length (ft) of each field's longest open runway, else of its longest, and whether that one is hard."""
    return (
        runways.filter(pl.col("length_ft") > 0)
        .sort("airport_ref", pl.col("closed") == 1, -pl.col("length_ft"), "id")
        .group_by("airport_ref", maintain_order=True)
        .agg(
            pl.col("length_ft").first().clip(0, 20_000).alias("longest_runway_ft"),
            surface().first().alias("longest_is_hard"),
        )
    )


def runway_ends(airports: pl.DataFrame, runways: pl.DataFrame) -> pl.DataFrame:
    """One row a runway end whose direction is known: where it begins and which way it points (true degrees).

    Where OurAirports gives no threshold, the end is laid out from the field's reference point and `is_surveyed` is
    false; where it gives no heading either, the number painted on the runway (magnetic) stands for it.
    """
    fields = airports.select(pl.col("id").alias("airport_ref"), "latitude_deg", "longitude_deg", "type")
    both = runways.join(fields, on="airport_ref").filter((pl.col("type") != "heliport") & (pl.col("length_ft") > 600))
    ends = pl.concat([_end(both, "le", "he"), _end(both, "he", "le")])
    return (
        ends.filter(pl.col("heading").is_not_null() & pl.col("latitude").is_not_null())
        .select(
            pl.col("airport_ref").cast(pl.Int32).alias("id"),
            pl.col("runway").cast(pl.Int32),
            pl.col("end").str.slice(0, 4),
            pl.col("latitude").mul(MICRO).round().cast(pl.Int32),
            pl.col("longitude").mul(MICRO).round().cast(pl.Int32),
            pl.col("heading").mul(10).round().cast(pl.Int16).alias("heading_decideg"),
            pl.col("length_ft").clip(0, 20_000).cast(pl.Int32),
            pl.col("elevation_ft").round().cast(pl.Int16),
            pl.col("is_surveyed"),
            pl.col("is_hard"),
            (pl.col("closed") == 1).alias("is_closed"),
        )
        .sort("id", "runway", "end")
    )


def _end(runways: pl.DataFrame, this: str, other: str) -> pl.DataFrame:
    painted = pl.col(f"{this}_ident").str.extract(r"^(\d{1,2})").cast(pl.Float64) * 10
    painted = pl.when(painted.is_between(10, 360)).then(painted)
    lat, lon = pl.col(f"{this}_latitude_deg"), pl.col(f"{this}_longitude_deg")
    far_lat, far_lon = pl.col(f"{other}_latitude_deg"), pl.col(f"{other}_longitude_deg")
    surveyed = lat.is_not_null() & far_lat.is_not_null() & lon.is_not_null() & far_lon.is_not_null()
    near_field = (
        (lat - pl.col("latitude_deg")).abs().lt(0.1)
        & (far_lat - pl.col("latitude_deg")).abs().lt(0.1)
        & ((lon - far_lon).abs() + (lat - far_lat).abs()).gt(0.0005)
    )
    surveyed = surveyed & near_field.fill_null(False)
    drawn = (
        pl.arctan2((far_lon - lon) * lat.radians().cos(), far_lat - lat).degrees()
        % 360  # a runway is short: flat is true
    )
    stated = pl.col(f"{this}_heading_degT")
    back = (pl.col(f"{other}_heading_degT") + 180) % 360
    heading = pl.when(surveyed).then(drawn).otherwise(pl.coalesce(stated, back, painted))
    half_deg = pl.col("length_ft") * NM_PER_FT / 120
    laid_lat = pl.col("latitude_deg") - half_deg * heading.radians().cos()
    laid_lon = pl.col("longitude_deg") - half_deg * heading.radians().sin() / pl.col("latitude_deg").radians().cos()
    return runways.select(
        "airport_ref",
        pl.col("id").alias("runway"),
        pl.col(f"{this}_ident").fill_null("").alias("end"),
        pl.when(surveyed).then(lat).otherwise(laid_lat).alias("latitude"),
        pl.when(surveyed).then(lon).otherwise(laid_lon).alias("longitude"),
        (heading % 360).alias("heading"),
        "length_ft",
        pl.col(f"{this}_elevation_ft").alias("elevation_ft"),
        surveyed.alias("is_surveyed"),
        surface().alias("is_hard"),
        "closed",
    )


if __name__ == "__main__":
    main()
