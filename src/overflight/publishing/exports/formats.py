"""The formats by name, and the one text gate in front of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.publishing.dossier.index import Index, cleaned_case
from overflight.publishing.exports.csv_tables import export_csv
from overflight.publishing.exports.ftm import export_ftm
from overflight.publishing.exports.geojson import export_geojson
from overflight.publishing.exports.gexf import export_gexf
from overflight.publishing.exports.kml import export_kml
from overflight.publishing.exports.parquet import export_parquet
from overflight.publishing.exports.prov import export_prov
from overflight.publishing.exports.stix import export_stix
from overflight.records.finding import CaseFindings

FORMATS: Mapping[str, Callable[[Index], dict[str, bytes]]] = {
    "ftm": export_ftm,
    "stix": export_stix,
    "geojson": export_geojson,
    "kml": export_kml,
    "gexf": export_gexf,
    "csv": export_csv,
    "prov": export_prov,
    "parquet": export_parquet,
}
"""Each format by the name it has on the command line."""


def export_case(findings: CaseFindings, to: str) -> dict[str, bytes]:
    """The findings in one format: bytes by file name. The same findings give the same bytes.

    Every string is made visible first: control characters, lone surrogates and hidden characters reach no file.
    Raises KeyError for a format that is not in FORMATS.
    """
    return FORMATS[to](Index(cleaned_case(findings)))
