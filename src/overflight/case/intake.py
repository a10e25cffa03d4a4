"""Takes in what the user points at: files, folders, archives; hashes each file and tells from its content what it is."""

from __future__ import annotations

import atexit
import datetime as dt
import gzip
import re
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from overflight.case.archives import MAX_RATIO, RATIO_FROM_BYTES, is_archive, unpack
from overflight.case.blobs import file_hash, pieces
from overflight.errors import UnreadableFile
from overflight.records.source import Source, SourceFile, SourceKind

HEAD_BYTES = 64 * 1024
"""As much of a file as is looked at to tell its format."""

TOLD = "told by the user"
"""The basis of a list's day that nothing but the user's word gives."""

DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")

SYNTHETIC_MARKS = (b'"synthetic"', b"\nsynthetic: true", b"# SYNTHETIC")
"""How JSON, front matter and plain tables say of themselves that they were made up."""

Sniffer = Callable[[bytes, str], str | None]


def gather(
    paths: Sequence[Path | str],
    *,
    kind: SourceKind | None = None,
    as_of: dt.date | None = None,
    to_the_end: bool = True,
    tell: Callable[[str], None] = lambda name: None,
) -> tuple[SourceFile, ...]:
    """The files behind the paths, folders walked and archives opened, each hashed and its format detected by content.

    kind: what the files are, where the user says so; as_of: the day that lists among them stood for. to_the_end: gunzip
    each gzip file to its end, so that a broken one is refused here; who reads the files next finds that out anyway.
    Hidden files are left out. A file of no known format comes back with kind `unknown`.
    Raises UnreadableFile for a path that is missing or cannot be read, and for a damaged gzip file or archive.
    """
    files = []
    for path, name in walk([Path(p) for p in paths]):
        tell(name)
        files.append(examine(path, name, kind=kind, as_of=as_of))
        if to_the_end:
            check_gzip(path, head_of(path))
    return tuple(files)


def walk(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Every file with its name: relative to the folder that was pointed at, that folder's own name included.

    Raises UnreadableFile for a path that is neither a file nor a folder; inside folders such things are passed over.
    """
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            for file in sorted(p for p in root.rglob("*") if p.is_file()):
                relative = file.relative_to(root)
                if not any(part.startswith(".") for part in relative.parts):
                    yield from opened(file, PurePosixPath(root.name, *relative.parts).as_posix())
        else:
            refuse_device(path)
            yield from opened(path, path.name)


def refuse_device(path: Path) -> None:
    """Raises UnreadableFile for what is there but holds no bytes of its own: a device may never end, a pipe never begin."""
    if path.exists() and not path.is_file():
        raise UnreadableFile(
            "it is a device, a pipe or a socket, not a file",
            where=str(path),
            now="Save what it gives as a file, and give that.",
        )


def opened(path: Path, name: str) -> Iterator[tuple[Path, str]]:
    """The file itself, or the members of an archive that no reader takes as it is."""
    head = head_of(path)
    if is_archive(head) and detect(head, name) is None:
        for member, member_name in unpack(path, scratch_folder()):
            yield member, f"{name}/{member_name}"
    else:
        yield path, name


def examine(path: Path, name: str, *, kind: SourceKind | None, as_of: dt.date | None) -> SourceFile:
    """One file, hashed, its kind and format told from its first bytes."""
    head = head_of(path)
    detected = detect(head, name)
    found_kind, file_format = detected or (SourceKind.UNKNOWN, None)
    if kind is not None and found_kind is not kind:
        found_kind, file_format = kind, detect_as(kind, head, name)
    on, basis = snapshot_day(path, name, as_of) if found_kind is SourceKind.LIST else (None, None)
    return SourceFile(
        source=Source(
            sha256=file_hash(path),
            name=name,
            kind=found_kind,
            format=file_format,
            size_bytes=path.stat().st_size,
            as_of=on,
            as_of_basis=basis,
            is_synthetic=is_marked_synthetic(head, name),
        ),
        path=path,
    )


def refuse_bad_lists(files: Sequence[SourceFile]) -> tuple[str, ...]:
    """Reads the lists among the files once, at the door: warnings for those that are refused beside others that stand.

    Raises BadList if none of them can stand. Histories are left for the build, which takes their snapshots one by one.
    """
    from overflight.parties import PartiesSettings, build_ledger

    lists = [f for f in files if f.source.kind is SourceKind.LIST and f.source.format != "git-bundle"]
    return build_ledger(lists, PartiesSettings()).warnings if lists else ()


def sniffers() -> dict[SourceKind, Sniffer]:
    """Who knows which kind of file, in the order they are asked: the most telling formats first, plain text last."""
    from overflight.documents.read import sniff_report
    from overflight.parties.read import sniff_list
    from overflight.tracks.read import sniff_positions

    return {SourceKind.POSITIONS: sniff_positions, SourceKind.LIST: sniff_list, SourceKind.REPORT: sniff_report}


UNMISTAKABLE_REPORTS = frozenset({"headed", "pdf", "docx", "mhtml", "warc", "wacz"})
"""Formats of reports that no list and no position data come in; text, tables and pages may be either."""


def detect(head: bytes, name: str) -> tuple[SourceKind, str] | None:
    """Kind and format of a file, or None if nobody knows it."""
    from overflight.documents.read import sniff_report

    report = sniff_report(head, name)
    if report in UNMISTAKABLE_REPORTS:  # asked first: to read one, nobody need load the readers of positions
        return SourceKind.REPORT, report
    for kind, sniff in sniffers().items():
        file_format = sniff(head, name)
        if file_format is not None:
            return (SourceKind.REGISTRY if file_format.startswith("registry") else kind), file_format
    return None


def detect_as(kind: SourceKind, head: bytes, name: str) -> str | None:
    """The format of a file that the user says is of this kind, where its reader knows it."""
    sniff = sniffers().get(kind)
    return sniff(head, name) if sniff else None


def head_of(path: Path) -> bytes:
    """The first 64 KiB, and the last of a Parquet file, where its columns are named. Raises UnreadableFile."""
    head = b""
    for piece in pieces(path):
        head += piece
        if len(head) >= HEAD_BYTES:
            break
    head = head[:HEAD_BYTES]
    if head.startswith(b"PAR1"):
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - HEAD_BYTES))
            head += file.read()
    return head


def check_gzip(path: Path, head: bytes) -> None:
    """Reads a gzip file to its end, so that a truncated one or a bomb is refused at the door. Raises UnreadableFile."""
    if not head.startswith(b"\x1f\x8b"):
        return
    most = max(RATIO_FROM_BYTES, MAX_RATIO * path.stat().st_size)
    grown = 0
    try:
        with gzip.open(path) as file:
            while piece := file.read(1 << 20):
                grown += len(piece)
                if grown > most:
                    raise UnreadableFile(
                        f"it grows more than {MAX_RATIO}-fold on unpacking",
                        where=path.name,
                        now="Unpack it yourself, look at it, and add what you trust; nothing of it was taken.",
                    )
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        why = "the compressed data end too early" if isinstance(error, EOFError) else f"damaged compression ({error})"
        raise UnreadableFile(why, where=path.name, now="Get the file again; nothing of it was taken.") from error


def snapshot_day(path: Path, name: str, as_of: dt.date | None) -> tuple[dt.date | None, str | None]:
    """The day a list file stood for and on what that rests: the user's word, else a date in its name or folder's name."""
    if as_of is not None:
        return as_of, TOLD
    for words, basis in ((name, "date in the file's name"), (path.resolve().parent.name, "date in the folder's name")):
        found = DAY_IN_NAME.search(words)
        if found:
            try:
                return dt.date(*map(int, found.groups())), basis
            except ValueError:
                continue
    return None, None


def is_marked_synthetic(head: bytes, name: str) -> bool:
    """Whether the file says of itself, in its name or its first words, that it is synthetic."""
    if PurePosixPath(name).name.lower().startswith("synthetic"):
        return True
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, HEAD_BYTES)
        except zlib.error:
            return False
    return any(mark in head[:4096] for mark in SYNTHETIC_MARKS)


def scratch_folder() -> Path:
    """A fresh folder for unpacked archives, gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="overflight-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
