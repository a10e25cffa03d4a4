"""Writes the bundled example case: SYNTHETIC position data, two invented reports, and excerpts of OFAC's public-domain list.

    python scripts/make_demo.py --ofac-history DIR --ofac-full DIR

--ofac-history: a clone of a git history of `sdn.csv`;
--ofac-full: a folder `ofac_<day>` with sdn.csv and alt.csv; may be given twice.
The reports live beside this script's output as plain files and are not touched. Same inputs, same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import math
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/overflight/demo/case"
LABEL = "SYNTHETIC example data made by scripts/make_demo.py; not a recording of any real flight"
ENTRIES = {"10391", "10465", "12927", "15460", "26344", "26345", "26346", "33594"}
SNAPSHOTS = ("2021-08-18", "2021-10-28", "2021-10-30", "2022-01-12", "2022-01-14", "2022-06-08")
EARTH_NM = 3440.065

FIELDS = {  # ident: latitude, longitude, elevation_ft, runway heading_deg
    "OIIE": (35.4161, 51.1522, 3305, 113),
    "OIMM": (36.2352, 59.6410, 3263, 134),
    "VYYY": (16.9073, 96.1332, 109, 31),
    "VIDP": (28.5665, 77.1031, 777, 105),
    "VTBS": (13.6811, 100.7470, 5, 15),
    "VECC": (22.6547, 88.4467, 16, 12),
}
RECEIVERS = (  # latitude, longitude, range_nm, lowest elevation of reception above the ground ft, first day, last day
    (35.5, 51.2, 190, 0, "2022-01-01", "2022-12-31"),
    (36.2, 59.6, 170, 0, "2022-01-01", "2022-12-31"),
    (28.6, 77.1, 210, 0, "2022-01-01", "2022-12-31"),
    (25.4, 82.9, 190, 0, "2022-01-01", "2022-12-31"),
    (22.6, 88.4, 190, 0, "2022-01-01", "2022-12-31"),
    (13.7, 100.7, 190, 0, "2022-01-01", "2022-12-31"),
    (16.9, 96.1, 150, 0, "2022-01-24", "2022-02-06"),
)


@dataclass(frozen=True)
class Leg:
    """One flown leg: take-off instant, ends, cruise level, callsign, and a stretch with the transponder off."""

    takeoff: str
    origin: str
    destination: str
    level_ft: int = 33000
    callsign: str = ""
    off: tuple[float, float] | None = None
    via: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Airframe:
    """An aircraft and what it flew."""

    hex: str
    registration: str
    type_code: str
    legs: tuple[Leg, ...] = field(default=())


def legs(days: tuple[str, ...], at: str, origin: str, destination: str, level_ft: int, number: int) -> tuple[Leg, ...]:
    return tuple(Leg(f"{day}T{at}", origin, destination, level_ft, f"SYN{number}0{i}") for i, day in enumerate(days))


AIRFRAMES = (
    Airframe(
        "731822",
        "EP-FAB",
        "B742",
        (
            Leg("2022-01-12T10:20", "OIIE", "OIMM", 29000, "QFZ9901"),
            Leg("2022-01-12T23:35", "OIMM", "VYYY", 33000, "QFZ9902"),
            Leg("2022-01-14T03:10", "VYYY", "OIMM", 32000, "QFZ9903"),
            Leg("2022-01-14T13:05", "OIMM", "OIIE", 28000, "QFZ9904"),
        ),
    ),
    Airframe(
        "731821",
        "EP-FAA",
        "B742",
        (
            Leg("2022-01-26T20:10", "OIIE", "VYYY", 33000, "QFZ9911", off=(0.62, 0.74)),
            Leg("2022-01-27T21:40", "VYYY", "OIIE", 32000, "QFZ9912"),
        ),
    ),
    *(
        Airframe(f"d0010{n}", f"SYN-{n:02d}", kind, legs(days, at, a, b, fl, n))
        for n, (kind, a, b, fl, at) in enumerate(
            (
                ("A320", "VIDP", "VECC", 35000, "23:20"),
                ("B738", "VECC", "VTBS", 36000, "02:10"),
                ("A333", "VIDP", "VTBS", 37000, "23:30"),
                ("A321", "VECC", "VIDP", 36000, "23:30"),
                ("A333", "VTBS", "VIDP", 38000, "23:05"),
            ),
            start=1,
        )
        for days in (("2022-01-12", "2022-01-13", "2022-01-26", "2022-01-27"),)
    ),
)  # fmt: skip


def vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    phi, lam = math.radians(latitude), math.radians(longitude)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def between(a: tuple[float, float], b: tuple[float, float], share: float) -> tuple[float, float]:
    """The point at a share of the great circle from a to b."""
    u, v = vector(*a), vector(*b)
    angle = math.acos(max(-1.0, min(1.0, sum(x * y for x, y in zip(u, v, strict=True)))))
    p, q = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
    x, y, z = (p * m + q * n for m, n in zip(u, v, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    u, v = vector(*a), vector(*b)
    return EARTH_NM * math.acos(max(-1.0, min(1.0, sum(x * y for x, y in zip(u, v, strict=True)))))


def bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    (la, lo), (lb, lp) = (tuple(map(math.radians, p)) for p in (a, b))
    y = math.sin(lp - lo) * math.cos(lb)
    x = math.cos(la) * math.sin(lb) - math.sin(la) * math.cos(lb) * math.cos(lp - lo)
    return math.degrees(math.atan2(y, x)) % 360


def along(start: tuple[float, float], heading_deg: float, nm: float) -> tuple[float, float]:
    """The point so many miles along a heading; flat earth, good for a few miles around a runway."""
    d = nm / 60
    return (
        start[0] + d * math.cos(math.radians(heading_deg)),
        start[1] + d * math.sin(math.radians(heading_deg)) / math.cos(math.radians(start[0])),
    )


@dataclass(frozen=True)
class Sample:
    at: datetime
    latitude: float
    longitude: float
    altitude_ft: float | None
    speed_kt: float
    track_deg: float
    rate_fpm: float
    callsign: str


def fly(leg: Leg) -> Iterator[Sample]:
    """Samples every 20 s from taxi-out to taxi-in: climb 1,800 ft/min, descent on three degrees, runway line at both ends."""
    lat_a, lon_a, elevation_a, heading_a = FIELDS[leg.origin]
    lat_b, lon_b, elevation_b, heading_b = FIELDS[leg.destination]
    a, b = (lat_a, lon_a), (lat_b, lon_b)
    out, final = along(a, heading_a, 6), along(b, heading_b + 180, 9)
    points = [along(a, heading_a, -0.8), out, *leg.via, final, along(b, heading_b, 0.6)]
    lengths = [distance(p, q) for p, q in zip(points, points[1:], strict=False)]
    total = sum(lengths)
    takeoff = datetime.fromisoformat(leg.takeoff).replace(tzinfo=UTC)
    for minute in range(-9, 0, 1):
        yield Sample(
            takeoff + timedelta(minutes=minute), *along(a, heading_a + 90, 0.4), None, 6.0, heading_a, 0.0, leg.callsign
        )
    flown, at, step_s, altitude = 0.0, takeoff, 20, float(elevation_a)
    while flown < total:
        left = total - flown
        glide = elevation_b + max(0.0, left - 1.2) * 318  # ft a mile on three degrees
        climb = elevation_a + (at - takeoff).total_seconds() / 60 * 1800
        new = min(climb, glide, leg.level_ft)
        speed = max(145.0, min(480.0, 160 + (new - min(elevation_a, elevation_b)) / 33000 * 330))
        share, index = flown, 0
        while index < len(lengths) - 1 and share > lengths[index]:
            share -= lengths[index]
            index += 1
        here = between(points[index], points[index + 1], min(1.0, share / lengths[index]))
        rate = (new - altitude) / step_s * 60
        altitude = new
        yield Sample(
            at,
            *here,
            round(altitude / 25) * 25,
            speed,
            bearing(here, points[index + 1]) if left > 0.3 else heading_b,
            rate,
            leg.callsign,
        )
        flown += speed * step_s / 3600
        at += timedelta(seconds=step_s)
    for minute in range(1, 8):
        yield Sample(
            at + timedelta(minutes=minute), *along(b, heading_b + 90, 0.4), None, 8.0, heading_b, 0.0, leg.callsign
        )


def heard(sample: Sample) -> bool:
    """Whether any invented receiver has line of sight; on the ground only within six miles of one."""
    day = sample.at.date().isoformat()
    for latitude, longitude, range_nm, _, first, last in RECEIVERS:
        if not first <= day <= last:
            continue
        away = distance((latitude, longitude), (sample.latitude, sample.longitude))
        horizon = 1.23 * (math.sqrt(max(0.0, sample.altitude_ft or 0)) + math.sqrt(300))
        if away < min(range_nm, horizon if sample.altitude_ft is not None else 20):
            return True
    return False


def trace_files() -> Iterator[tuple[str, dict[str, object]]]:
    """Trace files by UTC day and address."""
    for airframe in AIRFRAMES:
        days: dict[str, list[list[object]]] = {}
        for leg in airframe.legs:
            samples = list(fly(leg))
            count = len(samples)
            for n, s in enumerate(samples):
                hidden = leg.off is not None and leg.off[0] <= n / count <= leg.off[1]
                if hidden or not heard(s):
                    continue
                midnight = s.at.replace(hour=0, minute=0, second=0)
                days.setdefault(s.at.date().isoformat(), []).append(
                    [
                        round((s.at - midnight).total_seconds(), 2),
                        round(s.latitude, 5),
                        round(s.longitude, 5),
                        "ground" if s.altitude_ft is None else int(s.altitude_ft),
                        round(s.speed_kt, 1),
                        round(s.track_deg, 1),
                        0,
                        int(round(s.rate_fpm / 64) * 64),
                        {"flight": f"{s.callsign:8}", "type": "adsb_icao", "synthetic": True},
                        "adsb_icao",
                        None, None, None, None,
                    ]
                )  # fmt: skip
        for day, rows in sorted(days.items()):
            yield (
                f"traces/{day}/trace_full_{airframe.hex}.json",
                {
                    "synthetic": LABEL,
                    "icao": airframe.hex,
                    "r": airframe.registration,
                    "t": airframe.type_code,
                    "timestamp": datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp(),
                    "trace": rows,
                },
            )


def gzipped(content: bytes) -> bytes:
    """Gzip without a time of its own, so that the same content gives the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=9) as file:
        file.write(content)
    return buffer.getvalue()


def excerpt(content: bytes) -> bytes:
    """The lines of the chosen entries, byte for byte."""
    lines = content.decode("latin-1").splitlines(keepends=True)
    return "".join(line for line in lines if next(csv.reader([line]), [""])[0].strip() in ENTRIES).encode("latin-1")


def snapshot(history: Path, day: str) -> bytes:
    """`sdn.csv` as it stood at the end of a day, UTC."""
    command = ["git", "-C", str(history)]
    commit = subprocess.run(
        [*command, "rev-list", "-1", f"--before={day}T23:59:59Z", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    return subprocess.run([*command, "show", f"{commit}:sdn.csv"], capture_output=True, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ofac-history", type=Path, required=True)
    parser.add_argument("--ofac-full", type=Path, required=True, action="append")
    options = parser.parse_args()
    for folder in ("traces", "lists"):
        shutil.rmtree(OUT / folder, ignore_errors=True)
    for name, trace in trace_files():
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzipped(json.dumps(trace, separators=(",", ":")).encode()))
    for day in SNAPSHOTS:
        path = OUT / f"lists/ofac-excerpt_{day}/sdn.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(excerpt(snapshot(options.ofac_history, day)))
    for folder in options.ofac_full:
        for name in ("sdn.csv", "alt.csv"):
            path = OUT / f"lists/ofac-excerpt_{folder.name.removeprefix('ofac_')}/{name}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(excerpt((folder / name).read_bytes()))


if __name__ == "__main__":
    main()
