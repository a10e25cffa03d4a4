"""`overflight verify CASE|BUNDLE|DOSSIER`: re-hashes everything and walks the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verify(
    target: Annotated[Path, typer.Argument(help="A case, a bundle, or a dossier that lies in its case.")],
    against: Annotated[Path | None, typer.Option(help="For a dossier on its own: the bundle it belongs to.")] = None,
    rebuild: Annotated[
        bool, typer.Option(help="For a case: build it again in memory and compare the results.")
    ] = False,
) -> None:
    """Re-hash every file, walk the ledger, and name what is broken."""
    if target.suffix == ".zip":
        verify_bundle(target)
    elif target.is_file():
        verify_dossier(target, against)
    else:
        verify_case(target, rebuild=rebuild)


def verify_case(folder: Path, *, rebuild: bool) -> None:
    """A case folder, item by item."""
    from overflight.case import open_case
    from overflight.case.build import outputs_of
    from overflight.case.verify import differing, verify
    from overflight.cli.terminal import err, out, plural, working

    case = open_case(folder)
    with working("Verifying …") as tell:
        found = verify(case)
        broken = found.breakages
        if rebuild and not broken:
            broken = differing(case, outputs_of(case, tell)[1])
    for note in found.notes:
        err.print(f"note: {note}", markup=False)
    tell_broken([(b.item, b.what, b.now) for b in broken])
    out.print(
        f"Whole: {plural(found.entries, 'ledger line')}, {plural(found.blobs, 'admitted file')}, "
        f"{plural(found.outputs, 'result')} of the last build{', built again to the same bytes' if rebuild else ''}.",
        markup=False,
    )
    out.print(
        f"Ledger head {found.head}. Keep this line elsewhere: only it shows a ledger replaced as a whole.", markup=False
    )


def verify_bundle(path: Path) -> None:
    """A bundle, down to the last byte of the archive."""
    from overflight.case.bundle_check import LEDGER, check_bundle, read_archive, read_chain
    from overflight.cli.terminal import out, plural

    archive = read_bytes(path)
    tell_broken(list(check_bundle(archive)))
    files = read_archive(archive)[0]
    head = read_chain(files[LEDGER], files.get("ledger.head"))[-1]["hash"]
    out.print(f"Whole: {plural(len(files), 'file')} in the bundle. Ledger head {head}.", markup=False)


def verify_dossier(path: Path, against: Path | None) -> None:
    """A dossier or a file beside it by its hash, which the ledger of its case or bundle names."""
    import hashlib

    from overflight.case import open_case
    from overflight.cli.terminal import out

    sha256 = hashlib.sha256(read_bytes(path)).hexdigest()
    if against is None:
        known: set[str] = set(open_case(path.resolve().parent).last_outputs().values())
    else:
        verify_bundle(against)
        known = results_in(against)
    if sha256 not in known:
        tell_broken(
            [(path.name, "it is not what the last recorded build wrote", "Get it again, or build the case again.")]
        )
    out.print(f"{path.name} is what the last recorded build wrote, byte for byte.", markup=False)


def results_in(bundle: Path) -> set[str]:
    """The hashes of the results in a bundle: the dossier, the files beside it, and the findings."""
    import hashlib

    from overflight.case.bundle_check import read_archive

    files = read_archive(read_bytes(bundle))[0]
    return {
        hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name == "findings.json" or (name.startswith("dossier") and name.endswith(".html"))
    }


def tell_broken(broken: list[tuple[str, str, str]]) -> None:
    """One line an item on standard output, then exit 1; nothing if nothing is broken."""
    from overflight.cli.terminal import out

    for item, what, now in broken:
        out.print(f"BROKEN {item}: {what}. {now}", markup=False)
    if broken:
        raise typer.Exit(1)


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises UnreadableFile."""
    from overflight.case.blobs import pieces

    return b"".join(pieces(path))
