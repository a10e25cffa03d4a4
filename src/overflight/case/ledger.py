"""The case's ledger: one JSON object a line, each carrying the hash of the line before it.

Lines are only ever added. The file is replaced as a whole on each addition, so it is never half written; `ledger.head`
repeats the number and hash of the last line, so that a line cut off the end is noticed. Whoever replaces both files
consistently is found only by an outside anchor: a copy of the head kept elsewhere.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overflight.case.disk import write_atomically
from overflight.errors import CaseDamaged
from overflight.records.plain import instant_text

FIRST = "0" * 64
"""What the first line names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its number from 1, when, what happened, the details, the predecessor's hash and its own."""

    number: int
    at: str
    what: str
    details: Mapping[str, Any]
    previous: str
    hash: str

    def line(self) -> str:
        """The entry as the ledger stores it, without the line feed."""
        return canonical({**self.body(), "hash": self.hash})

    def body(self) -> dict[str, Any]:
        """All that the hash covers."""
        return {
            "number": self.number,
            "at": self.at,
            "what": self.what,
            "details": self.details,
            "previous": self.previous,
        }


def canonical(value: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no spaces, UTF-8: the form that is hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def entry_hash(body: Mapping[str, Any]) -> str:
    """SHA-256 of an entry's canonical form, the hash field left out."""
    return hashlib.sha256(canonical(body).encode("utf-8", "surrogatepass")).hexdigest()


class Ledger:
    """The chain of one case, read from disk and checked on the way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head_path = path.with_name("ledger.head")

    def entries(self) -> tuple[Entry, ...]:
        """All entries. Raises CaseDamaged naming the first line that does not hold."""
        return tuple(self._checked())

    def append(self, at: dt.datetime, events: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Adds events at one instant, all or none."""
        entries = list(self.entries()) if self.path.exists() else []
        before = len(entries)
        for what, details in events:
            previous = entries[-1].hash if entries else FIRST
            body = {
                "number": len(entries) + 1,
                "at": instant_text(at),
                "what": what,
                "details": json.loads(canonical(details)),
                "previous": previous,
            }
            entries.append(Entry(**body, hash=entry_hash(body)))
        if len(entries) == before:
            return
        text = "".join(entry.line() + "\n" for entry in entries)
        write_atomically(self.path, text.encode("utf-8", "surrogatepass"))
        write_atomically(self.head_path, canonical({"number": len(entries), "hash": entries[-1].hash}).encode() + b"\n")

    def _checked(self) -> Iterator[Entry]:
        previous = FIRST
        hashes = [FIRST]
        for number, line in enumerate(self._lines(), start=1):
            entry = parse(line, number)
            if entry.previous != previous or entry.number != number:
                raise damaged(number, "it does not follow from the line before it")
            if entry_hash(entry.body()) != entry.hash:
                raise damaged(number, "its content is not what its hash says")
            previous = entry.hash
            hashes.append(entry.hash)
            yield entry
        self._check_head(hashes)

    def _lines(self) -> list[bytes]:
        content = self.path.read_bytes()
        if content and not content.endswith(b"\n"):
            raise damaged(content.count(b"\n") + 1, "it is cut off")
        return content.split(b"\n")[:-1]

    def _check_head(self, hashes: list[str]) -> None:
        try:
            head = json.loads(self.head_path.read_bytes())
            number, hash_ = int(head["number"]), str(head["hash"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CaseDamaged(
                "the note of the ledger's last line is missing or unreadable",
                where="ledger.head",
                now="Restore it from a copy; without it a cut-off ledger cannot be told from a whole one.",
            ) from error
        if number >= len(hashes):
            raise CaseDamaged(
                f"the ledger ends at line {len(hashes) - 1}, but {number} lines were written",
                where="ledger.jsonl",
                now="Lines were removed from its end: restore the ledger from a copy.",
            )
        if hashes[number] != hash_:
            raise CaseDamaged(
                f"it does not name line {number} of the ledger", where="ledger.head", now="Restore both from a copy."
            )


def parse(line: bytes, number: int) -> Entry:
    """One line as an entry. Raises CaseDamaged where it is not one, byte for byte."""
    try:
        raw = json.loads(line.decode("utf-8", "surrogatepass"))
        entry = Entry(
            number=raw["number"],
            at=raw["at"],
            what=raw["what"],
            details=raw["details"],
            previous=raw["previous"],
            hash=raw["hash"],
        )
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(number, "it is not a ledger entry") from error
    if entry.line().encode("utf-8", "surrogatepass") != line:
        raise damaged(number, "its bytes are not those that were written")
    return entry


def damaged(number: int, why: str) -> CaseDamaged:
    """The error for a line that does not hold."""
    return CaseDamaged(
        f"line {number} of the ledger was changed: {why}",
        where="ledger.jsonl",
        now="Restore the ledger from a copy; what lies before this line still holds.",
    )
