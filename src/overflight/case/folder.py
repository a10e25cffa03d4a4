"""A case on disk: made, opened, locked, added to, built."""

from __future__ import annotations

import contextlib
import datetime as dt
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from overflight.case.blobs import blob_path, file_hash, keep
from overflight.case.clock import now
from overflight.case.config import CaseConfig, read_config, write_config
from overflight.case.disk import clear_write_errors, sync_folder, write_atomically
from overflight.case.intake import TOLD
from overflight.case.ledger import Ledger
from overflight.errors import CaseDamaged, CaseError, CaseLocked, NotACase
from overflight.records.plain import to_plain
from overflight.records.source import Sha256, Source, SourceFile, SourceKind

CONFIG, LEDGER, LOCK = "case.toml", "ledger.jsonl", ".lock"

RESTORE_LEDGER = (
    f"Restore {LEDGER} and ledger.head from a copy or a bundle of the case; without them nothing here is proven."
)
RESTORE_CONFIG = (
    f"Restore {CONFIG} from a copy or a bundle of the case. If there is none, put an empty {CONFIG} there: nothing that was "
    "admitted or decided is lost, but the title, what is watched and changed settings must be written into it again."
)
"""It is not made anew by itself: a build with other settings and nothing to watch would look like the old one."""


RETYPED = ("sha256", "name", "kind", "format", "as_of", "as_of_basis")
"""What a retyping says: the file, by content and name, and what is told of it anew."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What became of one file that was added."""

    source: Source
    is_new: bool
    is_retyped: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One investigation's folder."""

    path: Path

    @property
    def ledger(self) -> Ledger:
        """The chain of all that happened to this case."""
        return Ledger(self.path / LEDGER)

    def config(self) -> CaseConfig:
        """What the user says about the case, as `case.toml` stands now."""
        try:
            content = (self.path / CONFIG).read_bytes()
        except OSError as error:
            raise CaseError(
                f"cannot be read ({error.strerror})", where=str(self.path / CONFIG), now="Restore it."
            ) from error
        return read_config(content)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the case against a second writer. Raises CaseLocked at once if somebody has it."""
        lock = FileLock(self.path / LOCK, timeout=0)
        with clear_write_errors(self.path):
            try:
                lock.acquire()
            except Timeout:
                raise CaseLocked(
                    "another command is writing to this case",
                    where=str(self.path),
                    now="Wait until it is done, then try again.",
                ) from None
        try:
            self._finish_interrupted_run()
            yield
        finally:
            lock.release()

    def admit(
        self,
        files: Sequence[SourceFile],
        tell: Callable[[int, int], None] = lambda done, of: None,
        *,
        retype: bool = False,
    ) -> list[Admission]:
        """Keeps files by their content and writes each new one into the ledger.

        Known ones change nothing; with `retype` those that are read otherwise now than before are so from here on.
        """
        with self.writing():
            known = {(s.sha256, s.name): s for s in self.sources()}
            at, admissions = now(), list[Admission]()
            for number, file in enumerate(files, start=1):
                keep(self.path, file.path, file.source.sha256)
                key = (file.source.sha256, file.source.name)
                admissions.append(admission_of(file.source, known.get(key), retype=retype))
                known[key] = admissions[-1].source
                tell(number, len(files))
            events = [("admission", admission_details(a.source)) for a in admissions if a.is_new]
            events += [("retyping", retyping_details(a.source)) for a in admissions if a.is_retyped]
            self.ledger.append(at, events)
        return admissions

    def sources(self) -> tuple[Source, ...]:
        """Every admitted file, in the order of admission, as the user last said what it is and how reliable."""
        entries = self.ledger.entries()
        given = {
            e.details["target"].removeprefix("source:"): e.details["value"]
            for e in entries
            if e.what == "review" and e.details["action"] == "reliability"
        }
        retyped = {(e.details["sha256"], e.details["name"]): e.details for e in entries if e.what == "retyping"}
        return tuple(
            replace(
                admitted({**e.details, **retyped.get((e.details["sha256"], e.details["name"]), {})}, e.at),
                reliability=given.get(e.details["sha256"]),
            )
            for e in entries
            if e.what == "admission"
        )

    def source_files(self) -> tuple[SourceFile, ...]:
        """The admitted files and where their bytes lie, oldest admission first. Raises CaseDamaged for a missing blob."""
        files = []
        for source in self.sources():
            path = blob_path(self.path, source.sha256)
            if not path.exists():
                raise CaseDamaged(
                    "its bytes are gone from the case",
                    where=source.name,
                    now="Add the file again, or restore the case.",
                )
            files.append(SourceFile(source=source, path=path))
        return tuple(files)

    def record_run(self, outputs: Mapping[str, bytes], details: Mapping[str, Any]) -> None:
        """Writes what a build made: pending files first, then the ledger line with their hashes, then their names.

        A crash before the ledger line leaves the old files; after it, the next writer gives the new ones their names.
        """
        import hashlib

        earlier = set(self.last_outputs())
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in outputs.items()}
        for name, content in outputs.items():
            write_atomically(self._pending(name, hashes[name]), content)
        self.ledger.append(now(), [("run", {**details, "outputs": hashes})])
        self._name_outputs(hashes)
        for name in earlier - set(hashes):
            (self.path / name).unlink(missing_ok=True)

    def last_outputs(self) -> dict[str, Sha256]:
        """Hashes of the files that the last recorded run wrote, by name."""
        runs = [entry for entry in self.ledger.entries() if entry.what == "run"]
        return dict(runs[-1].details["outputs"]) if runs else {}

    def _finish_interrupted_run(self) -> None:
        self._name_outputs(self.last_outputs())

    def _name_outputs(self, hashes: Mapping[str, str]) -> None:
        for name, sha256 in hashes.items():
            pending = self._pending(name, sha256)
            if pending.exists() and file_hash(pending) == sha256:
                with clear_write_errors(self.path / name):
                    pending.replace(self.path / name)
                    sync_folder(self.path)

    def _pending(self, name: str, sha256: str) -> Path:
        return self.path / "work" / f"{name}.{sha256[:16]}.pending"


def create(path: Path, config: CaseConfig) -> Case:
    """A new case in a folder that does not exist yet or is empty."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CaseError("there is something there already", where=str(path), now="Name a folder that is new or empty.")
    case = Case(path)
    write_atomically(path / CONFIG, write_config(config))
    case.ledger.append(now(), [("creation", {"title": config.title})])
    return case


def open_case(path: Path) -> Case:
    """The case that lies there. Raises NotACase, and CaseDamaged for one that lost its own words or its ledger."""
    has_ledger, has_config = (path / LEDGER).is_file(), (path / CONFIG).is_file()
    if not has_ledger and not has_config:
        is_free = not path.exists() or (path.is_dir() and not any(path.iterdir()))
        now = f"Make one with: overflight new {shlex.quote(str(path)) if is_free else 'my-case'}"
        raise NotACase("this is not a case folder", where=str(path), now=now)
    if not has_ledger:
        raise CaseDamaged(f"the case has lost its {LEDGER}", where=str(path), now=RESTORE_LEDGER)
    if not has_config:
        raise CaseDamaged(f"the case has lost its {CONFIG}", where=str(path), now=RESTORE_CONFIG)
    return Case(path)


def admission_of(source: Source, known: Source | None, *, retype: bool) -> Admission:
    """What becomes of a file, given the source that the case knows of its bytes and name. A day that was told stays."""
    if known is None:
        return Admission(source, is_new=True)
    if not retype:
        return Admission(known, is_new=False)
    is_same = source.kind is known.kind
    day = known if is_same and source.as_of_basis != TOLD else source
    wanted = replace(known, kind=source.kind, format=source.format, as_of=day.as_of, as_of_basis=day.as_of_basis)
    return Admission(wanted, is_new=False, is_retyped=wanted != known)


def retyping_details(source: Source) -> dict[str, Any]:
    """What the ledger keeps where the user says that a file is something else: which file, and how it is read now."""
    details = admission_details(source)
    return {name: details[name] for name in RETYPED}


def admission_details(source: Source) -> dict[str, Any]:
    """What the ledger keeps of an admission; the instant is the entry's own."""
    details = to_plain(source)
    assert isinstance(details, dict)
    del details["admitted_at"]
    return details


def admitted(details: Mapping[str, Any], at: str) -> Source:
    """An admission as the source it admitted."""
    return Source(
        sha256=Sha256(details["sha256"]),
        name=details["name"],
        kind=SourceKind(details["kind"]),
        format=details["format"],
        size_bytes=details["size_bytes"],
        admitted_at=dt.datetime.fromisoformat(at.replace("Z", "+00:00")),
        as_of=dt.date.fromisoformat(details["as_of"]) if details["as_of"] else None,
        as_of_basis=details["as_of_basis"],
        origin=details["origin"],
        reliability=details["reliability"],
        is_synthetic=details["is_synthetic"],
    )
