"""Parquet: the tables of the CSV export with their types, for DuckDB, pandas, R and whatever else reads columns."""

from __future__ import annotations

import datetime as dt
import io

import polars as pl

from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.tables import Table, tables

TYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.Date(),
    dt.datetime: pl.Datetime("us", "UTC"),
}


def export_parquet(index: Index) -> dict[str, bytes]:
    """One file a table; instants are UTC, units stand in the names of the columns, unknown is null."""
    return {f"{name}.parquet": packed(one) for name, one in tables(index).items()}


def packed(table: Table) -> bytes:
    """A table as the bytes of a Parquet file. An empty table keeps its columns and their types."""
    schema = {column.name: TYPES[column.kind] for column in table.columns}
    out = io.BytesIO()
    pl.DataFrame(table.rows, schema=schema, orient="row").write_parquet(out, compression="zstd")
    return out.getvalue()
