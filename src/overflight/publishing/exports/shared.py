"""What several formats need: plain JSON bytes, XML text, ids from content, and the places a flight is known to have been."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from typing import Any

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.records.movement import Endpoint, EndpointKind, Flight

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_bytes(value: Any, *, indent: int | None = 1) -> bytes:
    """A value as JSON in UTF-8; not-a-number is refused."""
    return (json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False) + "\n").encode()


def xml_text(words: str) -> str:
    """Words inside an XML element or attribute, `]]>` included."""
    safe = _NOT_XML.sub("�", words)
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&apos;")):
        safe = safe.replace(sign, written)
    return safe.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def content_id(*parts: object, length: int = 40) -> str:
    """An id made from what it stands for."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:length]


def iso(at: dt.datetime) -> str:
    """An instant as ISO 8601 in UTC, to the second."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def as_of(index: Index) -> dt.datetime:
    """The instant that exports carry as theirs: when the last source was admitted. There is no clock here."""
    times = [source.admitted_at for source in index.case.sources if source.admitted_at]
    return max(times) if times else dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def end_place(flight: Flight, *, is_start: bool) -> tuple[str, float | None, float | None, str]:
    """Name, latitude, longitude and how it is known, of an end of a flight.

    An unheard end says so, and gives the first or last place heard.
    """
    end: Endpoint = flight.origin if is_start else flight.destination
    if end.airport is not None:
        return wording.place(end), end.latitude, end.longitude, end.reason
    at = flight.path[0 if is_start else -1] if flight.path else None
    latitude = end.seen_latitude if end.seen_latitude is not None else at.latitude if at else None
    longitude = end.seen_longitude if end.seen_longitude is not None else at.longitude if at else None
    said = "first heard" if is_start else "last heard"
    return (
        f"field not known; {said} here" if latitude is not None else "field not known",
        latitude,
        longitude,
        end.reason,
    )


def is_known(end: Endpoint) -> bool:
    """Whether an end was observed."""
    return end.kind is EndpointKind.OBSERVED
