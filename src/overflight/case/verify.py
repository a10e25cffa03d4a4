"""Checks a case against its own ledger, in four numbered steps, and names each item that does not hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from overflight.case.blobs import blob_path, file_hash
from overflight.case.folder import LEDGER, Case
from overflight.errors import CaseDamaged, UnreadableFile
from overflight.records.source import Sha256


@dataclass(frozen=True, slots=True)
class Breakage:
    """An item that is not what the ledger says, and what to do."""

    item: str
    what: str
    now: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what broke; `head` is the ledger's last hash, worth keeping somewhere else."""

    entries: int
    blobs: int
    outputs: int
    head: str | None
    breakages: tuple[Breakage, ...]
    notes: tuple[str, ...]


def verify(case: Case) -> Verification:
    """1 the ledger's chain and head; 2 every admitted file; 3 what the last run wrote; 4 what nobody admitted."""
    try:
        entries = case.ledger.entries()
    except (CaseDamaged, UnreadableFile) as error:
        broken = (Breakage(error.where or LEDGER, error.what, error.now or ""),)
        return Verification(entries=0, blobs=0, outputs=0, head=None, breakages=broken, notes=())
    names: dict[Sha256, str] = {}
    for source in case.sources():
        names.setdefault(source.sha256, source.name)
    outputs = case.last_outputs()
    breakages = (*broken_blobs(case, names), *broken_outputs(case, outputs))
    return Verification(
        entries=len(entries),
        blobs=len(names),
        outputs=len(outputs),
        head=entries[-1].hash if entries else None,
        breakages=breakages,
        notes=tuple(strangers(case, names)),
    )


def broken_blobs(case: Case, names: dict[Sha256, str]) -> Iterator[Breakage]:
    """Admitted files whose bytes are gone or changed."""
    for sha256, name in sorted(names.items(), key=lambda item: item[1]):
        path = blob_path(case.path, sha256)
        try:
            found = file_hash(path)
        except UnreadableFile:
            yield Breakage(f"blobs/{sha256[:2]}/{sha256}", f"{name} is gone or unreadable", "Add the file again.")
            continue
        if found != sha256:
            yield Breakage(
                f"blobs/{sha256[:2]}/{sha256}",
                f"the bytes of {name} were changed",
                "Restore it from a copy or add it again.",
            )


def broken_outputs(case: Case, outputs: dict[str, Sha256]) -> Iterator[Breakage]:
    """Results that are not what the last recorded run wrote."""
    for name, sha256 in sorted(outputs.items()):
        try:
            found = file_hash(case.path / name)
        except UnreadableFile:
            yield Breakage(name, "it is gone or unreadable", "Build the case again.")
            continue
        if found != sha256:
            yield Breakage(name, "it is not what the last recorded run wrote", "Build the case again.")


def differing(case: Case, outputs: Mapping[str, bytes]) -> tuple[Breakage, ...]:
    """The results that a fresh build makes otherwise than the last recorded one did."""
    recorded = case.last_outputs()
    return tuple(
        Breakage(
            name,
            "a fresh build gives other bytes",
            "The case's words, its settings or overflight itself changed since.",
        )
        for name, content in sorted(outputs.items())
        if hashlib.sha256(content).hexdigest() != recorded.get(name)
    )


def strangers(case: Case, names: dict[Sha256, str]) -> Iterator[str]:
    """Files among the blobs that no ledger line speaks of: left by an interrupted `add`, and harmless."""
    folder = case.path / "blobs"
    known = {blob_path(case.path, sha256) for sha256 in names}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path not in known:
            yield f"{path.relative_to(case.path).as_posix()} lies among the blobs but was never admitted"
