"""The case's ledger: one JSON object a line, each carrying the hash of the line before it.

Lines are only ever added. The file is replaced as a whole on each addition, so it is never half written; `ledger.head`
repeats the number and hash of the last line, so that a line cut off the end is noticed. Whoever replaces both files
consistently is found only by an outside anchor: a copy of the head kept elsewhere.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from overflight.case.bundle_check import FIRST, BrokenChain, canonical, entry_hash, read_chain
from overflight.case.disk import write_atomically
from overflight.errors import CaseDamaged, UnreadableFile
from overflight.records.plain import instant_text


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its number from 1, when, what happened, the details, the predecessor's hash and its own."""

    number: int
    at: str
    what: str
    details: Mapping[str, Any]
    previous: str
    hash: str


class Ledger:
    """The chain of one case, read from disk and checked on the way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head_path = path.with_name("ledger.head")

    def entries(self) -> tuple[Entry, ...]:
        """All entries. Raises CaseDamaged naming the first line that does not hold."""
        head = self.head_path.read_bytes() if self.head_path.exists() else None
        try:
            return tuple(Entry(**entry) for entry in read_chain(self.path.read_bytes(), head))
        except BrokenChain as error:
            item, what, now = error.broken
            raise CaseDamaged(what, where=item, now=now) from error
        except OSError as error:
            raise UnreadableFile(
                f"cannot be read ({error.strerror})", where=str(self.path), now="Check its permissions and the disk."
            ) from error

    def append(self, at: dt.datetime, events: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Adds events at one instant, all or none."""
        entries = list(self.entries()) if self.path.exists() else []
        before = len(entries)
        for what, details in events:
            body = {
                "number": len(entries) + 1,
                "at": instant_text(at),
                "what": what,
                "details": json.loads(canonical(dict(details))),
                "previous": entries[-1].hash if entries else FIRST,
            }
            entries.append(Entry(**body, hash=entry_hash(body)))
        if len(entries) == before:
            return
        text = "".join(canonical(asdict(entry)) + "\n" for entry in entries)
        write_atomically(self.path, text.encode("utf-8", "surrogatepass"))
        write_atomically(self.head_path, canonical({"number": len(entries), "hash": entries[-1].hash}).encode() + b"\n")
