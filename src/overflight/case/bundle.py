"""Makes one zip of a case that a stranger can check with nothing but Python: originals, ledger, findings, dossier, how-to."""

from __future__ import annotations

import hashlib
import shlex
from pathlib import Path

from overflight.case import bundle_check
from overflight.case.bundle_check import CONFIG, HEAD, LEDGER, MANIFEST, check_files, write_archive
from overflight.case.disk import write_atomically
from overflight.case.folder import Case
from overflight.errors import CaseDamaged, CaseError

MAX_BYTES = (1 << 32) - (1 << 24)
"""A zip's own offsets end at 4 GiB; larger cases are passed on as a folder, which `verify.py` checks just as well."""

HOW_TO = """\
What this is
============

A bundle of an overflight case: everything that was looked at, everything that was found, and the record of how it came about.

    dossier.html     open this first, in any browser, offline; it makes no request
    findings.json    the same findings for programs
    blobs/           every file that was admitted, byte for byte, named by the SHA-256 of its content
    ledger.jsonl     what happened to the case, one line an event, each carrying the hash of the line before it
    case.toml        what the case asks, in its owner's words
    MANIFEST.sha256  the SHA-256 of every file here (the form that sha256sum -c reads)
    verify.py        checks all of it; needs Python 3.11 or newer and nothing else

How to check it
===============

    python3 verify.py BUNDLE.zip

It names every item that does not hold. If all holds, it prints the ledger's head. Compare that with the head that the sender
gave you by another way: only this shows a bundle that somebody replaced as a whole.

Which original is which: the admissions in ledger.jsonl give the name of each blob. To find things again by hand, search the
ledger for the file's name; its "sha256" is the name of the blob.

What it does not show
=====================

That the originals were true when they were admitted. It shows that nothing was changed since.
"""


def make_bundle(case: Case, path: Path) -> int:
    """Writes the bundle and returns its size in bytes. The same case gives the same bytes.

    Raises CaseDamaged if the case itself does not verify, CaseError if it was never built or is too large for a zip.
    """
    with case.writing():
        members = case_files(case)
    broken = check_files(members, has_manifest=False)
    if broken:
        raise CaseDamaged(broken[0].what, where=broken[0].item, now=broken[0].now)
    if "dossier.html" not in members:
        raise CaseError(
            "this case was not built yet",
            where=str(case.path),
            now=f"Build it: overflight build {shlex.quote(str(case.path))}",
        )
    members["README.txt"] = HOW_TO.encode()
    members["verify.py"] = Path(bundle_check.__file__).read_bytes()
    if sum(map(len, members.values())) > MAX_BYTES:
        raise CaseError(
            "it is too large for one zip",
            where=str(case.path),
            now="Pass the folder on; `overflight verify` checks it too.",
        )
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(members.items())]
    members[MANIFEST] = "".join(lines).encode()
    archive = write_archive(members)
    write_atomically(path, archive)
    return len(archive)


def case_files(case: Case) -> dict[str, bytes]:
    """The files of a case that belong to its record: ledger, words, admitted files, results. Derived tables stay behind."""
    names = [LEDGER, HEAD, CONFIG, *case.last_outputs()]
    names += [e.details["name"] for e in case.ledger.entries() if e.what == "stamp"]
    names += sorted({f"blobs/{s.sha256[:2]}/{s.sha256}" for s in case.sources()})
    return {name: (case.path / name).read_bytes() for name in names if (case.path / name).exists()}
