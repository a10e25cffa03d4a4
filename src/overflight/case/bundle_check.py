#!/usr/bin/env python3
"""Checks an overflight bundle or case with nothing but Python's standard library.

    python3 verify.py BUNDLE.zip        or, in an unpacked bundle or a case folder:        python3 verify.py FOLDER

Eight steps; each thing that does not hold is named. Exit 0: all holds. Exit 1: something is broken. This file travels inside
every bundle as `verify.py`; overflight itself uses it too, so that both say the same.

    1 the archive is byte for byte what its entries make    5 every admitted file has the bytes that were admitted
    2 every file is what the manifest says                  6 the results are what the last build wrote
    3 the ledger's lines follow from each other             7 the case's own words are those the last build read
    4 nothing was cut off the ledger's end                  8 nothing lies here that nobody speaks of
"""

from __future__ import annotations

import hashlib
import json
import struct
import sys
import zlib
from pathlib import Path
from typing import Any, NamedTuple

FIRST = "0" * 64
MANIFEST, LEDGER, HEAD, CONFIG = "MANIFEST.sha256", "ledger.jsonl", "ledger.head", "case.toml"
KNOWN_BESIDE = ("verify.py", "README.txt", MANIFEST, LEDGER, HEAD, CONFIG)
LOCAL, CENTRAL, END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")
DOS_DAY = 0x21
"""1 January 1980: a bundle's entries have no time of their own."""


class Broken(NamedTuple):
    """An item that does not hold: its name, what is wrong, what to do."""

    item: str
    what: str
    now: str


class BrokenChain(Exception):
    """The ledger does not hold; carries the Broken item."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.what)
        self.broken = broken


# ------------------------------------------------------------------ the ledger


def canonical(value: dict[str, Any]) -> str:
    """JSON with sorted keys, no spaces, UTF-8: the form that is hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def entry_hash(entry: dict[str, Any]) -> str:
    """SHA-256 of an entry's canonical form, its own hash left out."""
    body = {key: value for key, value in entry.items() if key != "hash"}
    return hashlib.sha256(canonical(body).encode("utf-8", "surrogatepass")).hexdigest()


def read_chain(ledger: bytes, head: bytes | None) -> list[dict[str, Any]]:
    """The ledger's entries, oldest first. Raises BrokenChain naming the first line that does not hold."""
    if ledger and not ledger.endswith(b"\n"):
        raise line_broken(ledger.count(b"\n") + 1, "it is cut off")
    entries: list[dict[str, Any]] = []
    previous = FIRST
    for number, line in enumerate(ledger.split(b"\n")[:-1], start=1):
        entry = parse_entry(line, number)
        if entry["previous"] != previous or entry["number"] != number:
            raise line_broken(number, "it does not follow from the line before it")
        if entry_hash(entry) != entry["hash"]:
            raise line_broken(number, "its content is not what its hash says")
        previous = entry["hash"]
        entries.append(entry)
    check_head(entries, head)
    return entries


def parse_entry(line: bytes, number: int) -> dict[str, Any]:
    """One line as an entry, accepted only in the very bytes that were written."""
    try:
        entry = json.loads(line.decode("utf-8", "surrogatepass"))
        if set(entry) != {"number", "at", "what", "details", "previous", "hash"}:
            raise ValueError("other fields")
        written = canonical(entry).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError) as error:
        raise line_broken(number, "it is not a ledger entry") from error
    if written != line:
        raise line_broken(number, "its bytes are not those that were written")
    return dict(entry)


def check_head(entries: list[dict[str, Any]], head: bytes | None) -> None:
    """Whether the note of the last line agrees: behind is an interrupted write, ahead means lines were removed."""
    try:
        noted = json.loads(head or b"")
        number, hash_ = noted["number"], noted["hash"]
        if canonical(noted).encode() + b"\n" != head or not isinstance(number, int):
            raise ValueError("other bytes")
    except (ValueError, KeyError, TypeError) as error:
        what = "the note of the ledger's last line is missing or unreadable"
        now = "Restore it from a copy; without it a cut-off ledger cannot be told from a whole one."
        raise BrokenChain(Broken(HEAD, what, now)) from error
    if number > len(entries):
        what = f"the ledger ends at line {len(entries)}, but {number} lines were written"
        raise BrokenChain(Broken(LEDGER, what, "Lines were removed from its end: restore the ledger from a copy."))
    if (entries[number - 1]["hash"] if number else FIRST) != hash_:
        raise BrokenChain(Broken(HEAD, f"it does not name line {number} of the ledger", "Restore both from a copy."))


def line_broken(number: int, why: str) -> BrokenChain:
    """The error for a line that does not hold."""
    what = f"line {number} of the ledger was changed: {why}"
    return BrokenChain(Broken(LEDGER, what, "Restore the ledger from a copy; what lies before this line still holds."))


# ------------------------------------------------------------------ the archive


def write_archive(members: dict[str, bytes]) -> bytes:
    """A zip of stored entries in name order without times: the same members always give the same bytes."""
    body, central, offsets = bytearray(), bytearray(), 0
    for name in sorted(members):
        content, encoded = members[name], name.encode("utf-8")
        offsets = len(body)
        crc, size = zlib.crc32(content), len(content)
        body += (
            LOCAL.pack(b"PK\x03\x04", 20, 0x800, 0, 0, DOS_DAY, crc, size, size, len(encoded), 0) + encoded + content
        )
        central += CENTRAL.pack(
            b"PK\x01\x02", 20, 20, 0x800, 0, 0, DOS_DAY, crc, size, size, len(encoded), 0, 0, 0, 0, 0, offsets
        )  # fmt: skip
        central += encoded
    count = len(members)
    return bytes(body + central + END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), len(body), 0))


def read_archive(archive: bytes) -> tuple[dict[str, bytes], list[Broken]]:
    """The entries of a bundle, walked from the front, and what in the archive's own bytes is not as it was written."""
    members: dict[str, bytes] = {}
    starts: list[tuple[int, str]] = []
    at = 0
    while archive[at : at + 4] == b"PK\x03\x04":
        try:
            fields = LOCAL.unpack_from(archive, at)
            size, name_length = fields[8], fields[9]
            name = archive[at + LOCAL.size : at + LOCAL.size + name_length].decode("utf-8")
        except (struct.error, UnicodeDecodeError):
            break
        end = at + LOCAL.size + name_length + size
        starts.append((at, name))
        members[name] = archive[at + LOCAL.size + name_length : end]
        at = end
    starts.append((at, "the archive's list of entries"))
    if write_archive(members) == archive:
        return members, []
    return members, [archive_break(archive, write_archive(members), starts)]


def archive_break(archive: bytes, expected: bytes, starts: list[tuple[int, str]]) -> Broken:
    """The first place where the archive is not what its entries make, named by the entry it lies in."""
    differ = next((i for i, (a, b) in enumerate(zip(archive, expected)) if a != b), min(len(archive), len(expected)))  # noqa: B905
    item = starts[0][1] if starts else "the archive"
    for start, name in starts:
        if start <= differ:
            item = name
    what = f"the archive was changed at byte {differ + 1}"
    return Broken(item, what, "Get the bundle again; trust nothing of this item.")


# ------------------------------------------------------------------ the eight steps


def check_bundle(archive: bytes) -> list[Broken]:
    """All that is broken in a bundle."""
    members, broken = read_archive(archive)
    return [*broken, *check_files(members, has_manifest=True)]


def check_files(files: dict[str, bytes], *, has_manifest: bool) -> list[Broken]:
    """Steps 2 to 8 over the files of a bundle or case, by their names."""
    broken = check_manifest(files) if has_manifest else []
    try:
        entries = read_chain(files.get(LEDGER, b""), files.get(HEAD))
    except BrokenChain as error:
        return [*broken, error.broken]
    admitted = {e["details"]["sha256"]: e["details"]["name"] for e in entries if e["what"] == "admission"}
    runs = [e["details"] for e in entries if e["what"] == "run"]
    results = dict(runs[-1]["outputs"]) if runs else {}
    for sha256, name in sorted(admitted.items(), key=lambda item: item[1]):
        broken += compare(files, f"blobs/{sha256[:2]}/{sha256}", sha256, f"the bytes of {name}")
    for name, sha256 in sorted(results.items()):
        broken += compare(files, name, sha256, "what the last recorded build wrote")
    if runs and runs[-1].get("config"):
        broken += compare(files, CONFIG, runs[-1]["config"], "what the last recorded build read")
    stamps = {e["details"]["name"]: e["details"]["sha256"] for e in entries if e["what"] == "stamp"}
    for name, sha256 in sorted(stamps.items()):
        broken += compare(files, name, sha256, "the time stamp that was kept")
    spoken_of = {*stamps, *KNOWN_BESIDE, *results, *(f"blobs/{h[:2]}/{h}" for h in admitted)}
    broken += [
        Broken(n, "nothing speaks of it", "Ask who put it there.")
        for n in sorted(set(files) - spoken_of)
        if has_manifest
    ]
    return broken


def check_manifest(files: dict[str, bytes]) -> list[Broken]:
    """Every file against the manifest's hash of it, and the manifest against the files."""
    broken, listed = [], set()
    lines = files.get(MANIFEST, b"").split(b"\n")
    for line in lines[:-1]:
        try:
            sha256, name = line.decode("utf-8").split("  ", 1)
        except (UnicodeDecodeError, ValueError):
            broken.append(Broken(MANIFEST, "a line of it is not a hash and a name", "Get the bundle again."))
            continue
        listed.add(name)
        broken += compare(files, name, sha256, "what the manifest says")
    for name in sorted(set(files) - listed - {MANIFEST}):
        broken.append(Broken(name, "the manifest does not list it", "Get the bundle again."))
    return broken


def compare(files: dict[str, bytes], name: str, sha256: str, of_what: str) -> list[Broken]:
    """Nothing if the file has this hash."""
    if name not in files:
        return [Broken(name, "it is gone", "Get it again from a copy.")]
    if hashlib.sha256(files[name]).hexdigest() != sha256:
        return [Broken(name, f"it is not {of_what}", "Get it again from a copy.")]
    return []


def main(words: list[str]) -> int:
    """Checks what the command line names; prints what is broken and the ledger's head."""
    target = Path(words[1]) if len(words) > 1 else Path(__file__).resolve().parent
    if target.is_dir():
        files = {p.relative_to(target).as_posix(): p.read_bytes() for p in sorted(target.rglob("*")) if p.is_file()}
        broken = check_files(files, has_manifest=MANIFEST in files)
    else:
        archive = target.read_bytes()
        broken, files = check_bundle(archive), read_archive(archive)[0]
    for item, what, now in broken:
        print(f"BROKEN {item}: {what}. {now}")  # noqa: T201 - this file stands alone
    if not broken:
        last = files[LEDGER].split(b"\n")[-2]
        print(f"All holds: {len(files)} files. Ledger head {json.loads(last)['hash']}.")  # noqa: T201
        print("Compare the head with a copy kept elsewhere: only that shows a bundle replaced as a whole.")  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
