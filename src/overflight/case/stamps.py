"""Time stamps (RFC 3161) of the ledger's head: proof, by somebody else's clock, that the ledger stood so by then.

Needs the extra `stamp` (rfc3161-client). A token is checked at its own time: that its certificate ran out since does not matter.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overflight.case.clock import now
from overflight.case.disk import write_atomically
from overflight.case.folder import Case
from overflight.errors import BadInput, CaseError, OverflightError

QUERY_TYPE = "application/timestamp-query"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One token: the ledger line it stamps, when the authority says it did, and whether it holds."""

    line: int
    at: dt.datetime
    holds: bool
    why: str


def stamp(case: Case, ask: Callable[[bytes], bytes], roots: bytes, authority: str) -> Stamp:
    """Has the ledger's head stamped, keeps the token in the case and enters it in the ledger.

    ask: sends a query to the authority and returns its answer. roots: PEM certificates the user trusts for it.
    Raises BadInput if the answer is no token or does not hold; then nothing is kept.
    """
    client = library()
    with case.writing():
        entries = case.ledger.entries()
        head = entries[-1]
        query = (
            client.TimestampRequestBuilder()
            .data(head.hash.encode())
            .hash_algorithm(client.HashAlgorithm.SHA256)
            .build()
        )
        answer = ask(query.as_bytes())
        found = check_token(answer, head.hash, head.number, roots)
        if not found.holds:
            raise BadInput(
                f"the time stamp does not hold: {found.why}",
                where=authority,
                now="Nothing was kept; check the certificates.",
            )
        name = f"stamps/{head.number:06d}.tsr"
        write_atomically(case.path / name, answer, read_only=True)
        details = {
            "name": name,
            "sha256": hashlib.sha256(answer).hexdigest(),
            "line": head.number,
            "hash": head.hash,
            "authority": authority,
        }
        case.ledger.append(now(), [("stamp", details)])
    return found


def check_stamps(case: Case, roots: bytes) -> tuple[Stamp, ...]:
    """Every token of the case against the ledger line it names, oldest first."""
    entries = case.ledger.entries()
    hashes = {entry.number: entry.hash for entry in entries}
    return tuple(
        check_token(read_token(case.path / e.details["name"]), hashes[e.details["line"]], e.details["line"], roots)
        for e in entries
        if e.what == "stamp"
    )


def check_token(answer: bytes, hash_: str, line: int, roots: bytes) -> Stamp:
    """Whether a token stamps this hash, signed by one whom the roots vouch for, at the token's own time."""
    client = library()
    from cryptography import x509

    try:
        token = client.decode_timestamp_response(answer)
        at = token.tst_info.gen_time
    except ValueError as error:
        raise BadInput("this is not a time stamp", where="time-stamp answer", now="Try another server.") from error
    try:
        certificates = x509.load_pem_x509_certificates(roots)
    except ValueError as error:
        raise BadInput("no certificate in it", where="trusted certificates", now="Give a PEM file.") from error
    why = "no trusted certificate vouches for it"
    for certificate in certificates:
        verifier = client.VerifierBuilder(roots=[certificate]).build()
        try:
            verifier.verify_message(token, hash_.encode())
            return Stamp(line, at, True, "signed by an authority that the certificates vouch for")
        except client.VerificationError as error:
            why = str(error)
    return Stamp(line, at, False, why)


def read_token(path: Path) -> bytes:
    """A kept token's bytes."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CaseError(f"cannot be read ({error.strerror})", where=path.name, now="Restore it from a copy.") from error


def library() -> Any:
    """The optional library, or an error that says how to get it."""
    try:
        import rfc3161_client
    except ImportError as error:
        raise OverflightError(
            "time stamps need an extra library",
            where="overflight stamp",
            now="Install it: pip install overflight[stamp]",
        ) from error
    return rfc3161_client
