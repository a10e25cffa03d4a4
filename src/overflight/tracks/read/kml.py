"""KML tracks, as Flightradar24 and FlightAware export them: points with times, or `gx:Track`.

Coordinates are longitude, latitude, altitude in metres. Points of Flightradar24 carry altitude and speed as words in their
description too; those are taken, being the measured ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import polars as pl
from lxml import etree

from overflight.errors import BadPositions
from overflight.records.source import SourceFile
from overflight.tracks.read.accept import Raw
from overflight.tracks.read.files import plain_head, read_plain
from overflight.tracks.read.filling import fill
from overflight.tracks.settings import TracksSettings
from overflight.units import FT_PER_M

FORMAT = "kml"
ALTITUDE = re.compile(r"Altitude:\s*(?:<[^>]*>\s*)*(-?[\d,]+)\s*ft", re.IGNORECASE)
SPEED = re.compile(r"Speed:\s*(?:<[^>]*>\s*)*([\d,]+)\s*k(?:t|nots)", re.IGNORECASE)
HEADING = re.compile(r"Heading:\s*(?:<[^>]*>\s*)*(\d+)", re.IGNORECASE)
CALLSIGN = re.compile(r"^[A-Z0-9-]{3,8}$")

Point = tuple[str | None, str | None, str | None, float | None, float | None, float | None]
"""Time, latitude, longitude as written; altitude ft, ground speed kt, track deg."""


def sniff(head: bytes, name: str) -> str | None:
    """The format's name for XML whose root is `kml` and which says when."""
    text = plain_head(head)
    return FORMAT if re.search(rb"<(\w+:)?kml[\s>]", text[:2048]) and re.search(rb"<(\w+:)?when>", text) else None


def read(files: Sequence[SourceFile], settings: TracksSettings) -> Iterator[Raw]:
    """Rows of tracks; a row is the number of the point in the file."""
    for file in files:
        root = parsed(read_plain(file.path, file.source.name), file.source.name)
        points = list(points_of(root))
        columns = ("seen_at", "latitude", "longitude", "altitude_ft", "ground_speed_kt", "track_deg")
        types = dict(zip(columns, (pl.String,) * 3 + (pl.Float64,) * 3, strict=True))
        table = pl.DataFrame(points, schema=types, orient="row").with_columns(
            pl.lit(callsign_of(root), dtype=pl.String).alias("callsign"),
            pl.when(pl.col("altitude_ft") == 0).then(pl.lit(True)).alias("on_ground"),
            pl.when(pl.col("altitude_ft") != 0).then(pl.col("altitude_ft")).alias("altitude_ft"),
        )
        raw, _ = fill(table, file, 1, settings, {})
        yield raw


def parsed(body: bytes, name: str) -> etree._Element:
    """The document, without entities and without the network. Raises BadPositions."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise BadPositions(
            f"it is no XML that can be read ({error.msg})", where=name, now="Export it again."
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPositions(
            "it declares its own document type, which tracks have no use for", where=name, now="Export it again."
        )
    return root


def points_of(root: etree._Element) -> Iterator[Point]:
    """The points, in the order of the document."""
    for element in root.iter():
        kind = local(element)
        if kind == "Track":
            whens = [child.text for child in element if local(child) == "when"]
            coords = [child.text for child in element if local(child) == "coord"]
            for when, coord in zip(whens, coords, strict=False):
                yield point(when, (coord or "").split(), "")
        elif kind == "Placemark":
            whens = [e.text for e in element.iter() if local(e) == "when"]
            places = [e.text for p in element.iter() if local(p) == "Point" for e in p if local(e) == "coordinates"]
            words = " ".join(e.text or "" for e in element if local(e) == "description")
            if len(whens) == 1 and places:
                yield point(whens[0], (places[0] or "").strip().split(","), words)


def point(when: str | None, coordinates: Sequence[str], words: str) -> Point:
    """One point from its coordinates and description."""
    padded: list[str | None] = [*coordinates[:3], None, None, None]
    longitude, latitude, metres = padded[:3]
    told = number_in(ALTITUDE, words)
    try:
        altitude_ft = float(metres) * FT_PER_M if metres is not None else None
    except ValueError:
        altitude_ft = None
    return (
        when,
        latitude,
        longitude,
        altitude_ft if told is None else told,
        number_in(SPEED, words),
        number_in(HEADING, words),
    )


def number_in(pattern: re.Pattern[str], words: str) -> float | None:
    """The number that a pattern finds in a description."""
    found = pattern.search(words[:10_000])
    return float(found[1].replace(",", "")) if found and len(found[1]) < 12 else None


def callsign_of(root: etree._Element) -> str | None:
    """The flight in the document's name: `JL516/JAL516` gives its last part."""
    name = next((e.text for e in root.iter() if local(e) == "name" and e.text), "")
    last = re.split(r"[/\s]", name.strip().upper())[-1]
    return last if CALLSIGN.match(last) else None


def local(element: etree._Element) -> str:
    """An element's name without its namespace; that of comments and the like is nobody's."""
    return str(element.tag).rpartition("}")[2]
