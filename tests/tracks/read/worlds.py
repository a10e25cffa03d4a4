"""A little world of positions, and one writer a format that puts it into bytes as that format would."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import math
import tarfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from overflight.records.source import Sha256, Source, SourceFile, SourceKind
from overflight.tracks.read import sniff_positions
from overflight.units import FPM_PER_MPS, FT_PER_M, KT_PER_MPS

START = dt.datetime(2024, 5, 4, 23, 58, 30, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Heard:
    """One position as it was heard; seconds count from START. Latitude may be anything that a file can hold."""

    seconds: float
    latitude: object
    longitude: object
    altitude_ft: float | None = 31_000
    on_ground: bool = False
    ground_speed_kt: float | None = 450
    track_deg: float | None = 95
    vertical_rate_fpm: float | None = -640
    callsign: str | None = "TST123"

    @property
    def at(self) -> dt.datetime:
        return START + dt.timedelta(seconds=self.seconds)

    @property
    def epoch_s(self) -> float:
        return self.at.timestamp()


def flown(count: int = 6) -> list[Heard]:
    """A descent to a field over midnight, heard every 20 seconds."""
    air = [
        Heard(20 * i, round(40 + 0.03 * i, 5), round(20 + 0.04 * i, 5), altitude_ft=9000 - 1000 * i)
        for i in range(count - 1)
    ]
    last = Heard(20 * count, 40.25, 20.25, altitude_ft=None, on_ground=True, ground_speed_kt=20, vertical_rate_fpm=0)
    return [*air, last]


@dataclass(frozen=True)
class Format:
    """How a world is written. The flags say what the format can carry, and in which words it is refused."""

    name: str
    write: Callable[[Sequence[Heard]], bytes]
    file_name: str
    has_address: bool = True
    has_rate: bool = True
    can_gzip: bool = True
    can_hold: tuple[str, ...] = ("nan", "null", "text")
    tolerance_ft: float = 1.0
    rows_before: int = 0


def source_file(
    folder: Path, name: str, content: bytes, *, format: str | None = None, is_synthetic: bool = False
) -> SourceFile:
    path = folder / name.replace("/", "_")
    path.write_bytes(content)
    sha = Sha256(hashlib.sha256(content).hexdigest())
    found = format or sniff_positions(content[: 64 * 1024], name)
    kind = SourceKind.POSITIONS if found else SourceKind.UNKNOWN
    source = Source(sha256=sha, name=name, kind=kind, format=found, size_bytes=len(content), is_synthetic=is_synthetic)
    return SourceFile(source=source, path=path)


def text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and math.isnan(value):
        return "NaN"
    return str(value)


def iso(at: dt.datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def csv(header: str, lines: Sequence[str]) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


def trace(world: Sequence[Heard], *, width: int = 14, icao: str = "abc123", **more: object) -> bytes:
    rows = []
    for h in world:
        details = {
            "type": "adsb_icao",
            "flight": (h.callsign or "").ljust(8),
            "squawk": "2143",
            "nav_modes": ["vnav", "tcas"],
        }
        row = [
            h.seconds, h.latitude, h.longitude, "ground" if h.on_ground else h.altitude_ft, h.ground_speed_kt, h.track_deg, 0,
            h.vertical_rate_fpm, details, "adsb_icao", 31_500, None, 280, 0.0, "receiver",
        ]  # fmt: skip
        rows.append(row[:width])
    return json.dumps(
        {"icao": icao, "r": "EP-TST", "t": "B742", "timestamp": START.timestamp(), "trace": rows, **more}
    ).encode()


def compact_trace(world: Sequence[Heard]) -> bytes:
    return json.dumps(json.loads(trace(world)), separators=(",", ":")).encode()


def tar_of(members: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return out.getvalue()


def tar_day(world: Sequence[Heard]) -> bytes:
    return tar_of(
        [("./heatmap/00.bin.ttf", b"x"), ("./traces/23/trace_full_abc123.json", gzip.compress(trace(world), mtime=0))]
    )


def generic(world: Sequence[Heard]) -> bytes:
    header = (
        "icao24,seen_at,latitude,longitude,altitude_ft,ground_speed_kt,track_deg,vertical_rate_fpm,on_ground,callsign"
    )
    return csv(header, [
        f"abc123,{iso(h.at)},{text(h.latitude)},{text(h.longitude)},{text(h.altitude_ft)},{text(h.ground_speed_kt)},"
        f"{text(h.track_deg)},{text(h.vertical_rate_fpm)},{h.on_ground},{h.callsign or ''}" for h in world
    ])  # fmt: skip


def metric(world: Sequence[Heard]) -> bytes:
    def over(value: float | None, unit: float) -> str:
        return "" if value is None else repr(value / unit)

    header = "hex;timestamp_ms;lat;lon;altitude_m;speed_kmh;heading;vertical_rate_mps;onground;flight"
    return csv(header, [
        f"0xABC123;{round(h.epoch_s * 1000)};{text(h.latitude)};{text(h.longitude)};{over(h.altitude_ft, FT_PER_M)};"
        f"{over(h.ground_speed_kt, 1000 / 1852)};{text(h.track_deg)};{over(h.vertical_rate_fpm, FPM_PER_MPS)};{int(h.on_ground)};"
        f"{h.callsign or ''}" for h in world
    ])  # fmt: skip


def parquet(world: Sequence[Heard]) -> bytes:
    out = io.BytesIO()
    rows = [[
        "abc123", h.at, h.latitude, h.longitude, h.altitude_ft, h.ground_speed_kt, h.track_deg, h.vertical_rate_fpm, h.on_ground, h.callsign
    ] for h in world]  # fmt: skip
    schema = {
        "icao24": pl.String, "seen_at": pl.Datetime("us", "UTC"), "latitude": pl.Float64, "longitude": pl.Float64,
        "altitude_ft": pl.Float32, "ground_speed_kt": pl.Float32, "track_deg": pl.Float32, "vertical_rate_fpm": pl.Int32,
        "on_ground": pl.Boolean, "callsign": pl.String,
    }  # fmt: skip
    pl.DataFrame(rows, schema=schema, orient="row").write_parquet(out)
    return out.getvalue()


def opensky_rows(world: Sequence[Heard]) -> pl.DataFrame:
    def over(value: float | None, unit: float) -> float | None:
        return None if value is None else value / unit

    rows = [[
        math.ceil(h.epoch_s), "abc123", h.latitude, h.longitude, over(h.ground_speed_kt, KT_PER_MPS), h.track_deg,
        over(h.vertical_rate_fpm, FPM_PER_MPS), (h.callsign or "").ljust(8), h.on_ground, False, False, "2143",
        over(h.altitude_ft, FT_PER_M), None, h.epoch_s, h.epoch_s, 0,
    ] for h in world]  # fmt: skip
    names = ("time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,"
             "lastposupdate,lastcontact,hour")  # fmt: skip
    return pl.DataFrame(
        [[text(v) if v is not None else None for v in row] for row in rows], schema=names.split(","), orient="row"
    )


def opensky(world: Sequence[Heard]) -> bytes:
    return opensky_rows(world).write_csv().encode()


def opensky_parquet(world: Sequence[Heard]) -> bytes:
    out = io.BytesIO()
    numbers = [
        "lat",
        "lon",
        "velocity",
        "heading",
        "vertrate",
        "baroaltitude",
        "geoaltitude",
        "lastposupdate",
        "lastcontact",
    ]
    opensky_rows(world).with_columns(pl.col(numbers).cast(pl.Float64), pl.col("time").cast(pl.Int64)).write_parquet(out)
    return out.getvalue()


def playback(world: Sequence[Heard]) -> bytes:
    return csv("Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction", [
        f'{round(h.epoch_s)},{iso(h.at)},{h.callsign or ""},"{text(h.latitude)},{text(h.longitude)}",'
        f"{text(h.altitude_ft or 0)},{text(h.ground_speed_kt)},{text(h.track_deg)}" for h in world
    ])  # fmt: skip


def granular(world: Sequence[Heard]) -> bytes:
    header = ("network_time,receiver_time,hex,callsign,latitude,longitude,no_position,altitude,squawk,speed,track,vspeed,"
              "on_ground,flags,position_class,,,")  # fmt: skip

    def clock(at: dt.datetime) -> str:
        return f"{at:%Y-%m-%d %H:%M:%S}Z.{at.microsecond // 1000:03d}"

    return csv(header, [
        f"{clock(h.at)},{clock(h.at)},0xabc123,{h.callsign or ''},{text(h.latitude)},{text(h.longitude)},P,{text(h.altitude_ft)},2143,"
        f"{text(h.ground_speed_kt)},{text(h.track_deg)},{text(h.vertical_rate_fpm)},{'G' if h.on_ground else 'A'},4,ADS-B,P:8,S:ADS-B"
        for h in world
    ])  # fmt: skip


def api_csv(world: Sequence[Heard]) -> bytes:
    return csv("timestamp,lat,lon,alt,gspeed,vspeed,track,squawk,callsign,source", [
        f"{iso(h.at)},{text(h.latitude)},{text(h.longitude)},{text(h.altitude_ft or 0)},{text(h.ground_speed_kt)},"
        f"{text(h.vertical_rate_fpm)},{text(h.track_deg)},0,{h.callsign or ''},ADSB" for h in world
    ])  # fmt: skip


def api_json(world: Sequence[Heard]) -> bytes:
    tracks = [{
        "timestamp": iso(h.at), "lat": h.latitude, "lon": h.longitude, "alt": h.altitude_ft or 0, "gspeed": h.ground_speed_kt,
        "vspeed": h.vertical_rate_fpm, "track": h.track_deg, "squawk": "0", "callsign": h.callsign, "source": "ADSB",
    } for h in world]  # fmt: skip
    return json.dumps([{"fr24_id": "35f2ffd9", "tracks": tracks}]).encode()


def records(world: Sequence[Heard]) -> bytes:
    return json.dumps([{
        "timestamp": round(h.epoch_s * 1000), "icao24": "abc123", "latitude": h.latitude, "longitude": h.longitude,
        "altitude": "ground" if h.on_ground else h.altitude_ft, "groundspeed": h.ground_speed_kt, "track": h.track_deg,
        "vertical_rate": h.vertical_rate_fpm, "callsign": h.callsign,
    } for h in world]).encode()  # fmt: skip


def lines(world: Sequence[Heard]) -> bytes:
    return b"".join(json.dumps({
        "now": h.epoch_s, "hex": "abc123", "lat": h.latitude, "lon": h.longitude, "alt_baro": "ground" if h.on_ground else h.altitude_ft,
        "gs": h.ground_speed_kt, "track": h.track_deg, "baro_rate": h.vertical_rate_fpm, "flight": h.callsign,
    }).encode() + b"\n" for h in world)  # fmt: skip


def sbs(world: Sequence[Heard]) -> bytes:
    return "".join(
        f"MSG,3,1,1,ABC123,1,{h.at:%Y/%m/%d},{h.at:%H:%M:%S}.{h.at.microsecond // 1000:03d},{h.at:%Y/%m/%d},{h.at:%H:%M:%S}.000,"
        f"{h.callsign or ''},{text(h.altitude_ft)},{text(h.ground_speed_kt)},{text(h.track_deg)},{text(h.latitude)},"
        f"{text(h.longitude)},{text(h.vertical_rate_fpm)},2143,0,0,0,{-1 if h.on_ground else 0}\n" for h in world
    ).encode()  # fmt: skip


def kml(world: Sequence[Heard]) -> bytes:
    points = "".join(
        f"<Placemark><TimeStamp><when>{iso(h.at)}</when></TimeStamp><description><![CDATA[<b>Altitude:</b> <span>"
        f"{h.altitude_ft or 0:,} ft</span> <b>Speed:</b> {h.ground_speed_kt} kt <b>Heading:</b> {h.track_deg}]]></description><Point>"
        f"<coordinates>{text(h.longitude)},{text(h.latitude)},{(h.altitude_ft or 0) / FT_PER_M}</coordinates></Point></Placemark>" for h in world
    )  # fmt: skip
    head = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>XX123/TST123</name>'
    return f"{head}{points}</Document></kml>".encode()


FORMATS = (
    Format("readsb_trace", trace, "trace_full_abc123.json"),
    Format("readsb_trace", compact_trace, "trace_full_abc123.json"),
    Format("readsb_trace", lambda world: trace(world, width=9), "trace_full_abc123.json"),
    Format("readsb_trace", lambda world: trace(world, width=15), "trace_full_abc123.json"),
    Format("readsb_tar", tar_day, "v2024.05.04-planes.tar"),
    Format("opensky_states", opensky, "states_2024-05-04.csv"),
    Format("positions_parquet", opensky_parquet, "states.parquet", can_gzip=False, can_hold=("nan", "null")),
    Format("flightradar24_csv", playback, "TST123_35f2ffd9.csv", has_address=False, has_rate=False),
    Format("flightradar24_granular", granular, "granular.csv"),
    Format("flightradar24_api", api_csv, "35f2ffd9_data.csv", has_address=False),
    Format("json_records", api_json, "tracks.json", has_address=False),
    Format("json_records", records, "sample.json"),
    Format("json_records", lines, "aircraft.jsonl"),
    Format("sbs", sbs, "feed.txt"),
    Format("kml", kml, "TST123.kml", has_address=False, has_rate=False),
    Format("positions_csv", generic, "positions.csv"),
    Format("positions_csv", metric, "positions.csv"),
    Format("positions_parquet", parquet, "positions.parquet", can_gzip=False, can_hold=("nan", "null")),
)


def with_bad(world: Sequence[Heard], place: int, latitude: object) -> list[Heard]:
    """The world with another latitude in one row."""
    return [replace(h, latitude=latitude) if i == place else h for i, h in enumerate(world)]
