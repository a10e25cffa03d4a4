"""The editor's decisions: written to the case ledger, read back for every build, and passed around as an editable table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from overflight.assessment.review import FIELDS
from overflight.case.clock import now
from overflight.case.folder import Case
from overflight.errors import BadInput
from overflight.publishing.exports.cells import guarded, unguarded
from overflight.records.claim import ROLES, Modality, Polarity
from overflight.records.review import Review, ReviewAction

STANDING = {"accepted": ReviewAction.ACCEPT, "rejected": ReviewAction.REJECT, "": ReviewAction.UNDO}
RELIABILITY = "ABCDEF"
"""Admiralty scale of a source, A (completely reliable) to F (cannot be judged); the user's to set, never derived."""

ALLOWED: dict[str, tuple[str, ...]] = {"modality": tuple(Modality), "polarity": tuple(Polarity)}
"""The words that a corrected field can hold, where it is one of a few."""

FIXED = ("target", "kind", "report", "quote")
EDITABLE = (
    "standing",
    "date.from",
    "date.to",
    "modality",
    "polarity",
    *(f"{role}.norm" for role in ROLES),
    "merge_with",
    "note",
)
REVIEW_COLUMNS = (*FIXED, *EDITABLE)


def reviews_of(case: Case) -> tuple[Review, ...]:
    """Every decision in the ledger, oldest first."""
    return tuple(
        Review(
            target=entry.details["target"],
            action=ReviewAction(entry.details["action"]),
            field=entry.details["field"],
            value=entry.details["value"],
            at=dt.datetime.fromisoformat(entry.at.replace("Z", "+00:00")),
        )
        for entry in case.ledger.entries()
        if entry.what == "review"
    )


def record_reviews(case: Case, reviews: Sequence[Review]) -> None:
    """Writes decisions into the ledger, all or none. Raises BadInput for one that makes no sense."""
    for review in reviews:
        check(review)
    check_days(reviews)
    with case.writing():
        case.ledger.append(
            now(),
            [
                ("review", {"target": r.target, "action": str(r.action), "field": r.field, "value": r.value})
                for r in reviews
            ],
        )


def check(review: Review) -> None:
    """Raises BadInput for a decision that could not be applied: what is wrong, where, what is possible."""
    value = review.value or ""
    if review.action is ReviewAction.RELIABILITY and value not in RELIABILITY:
        raise BadInput(f'"{value}" is not a reliability', where=review.target, now="Give a letter from A to F.")
    if review.action is not ReviewAction.CORRECT:
        return
    if review.field not in FIELDS:
        raise BadInput(
            f'"{review.field}" cannot be corrected', where=review.target, now=f"What can be: {', '.join(FIELDS)}."
        )
    allowed = ALLOWED.get(review.field)
    if allowed and value not in allowed:
        raise BadInput(
            f'"{value}" is not a {review.field}', where=review.target, now=f"Known are: {', '.join(allowed)}."
        )
    if review.field.startswith("date.") and value:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise BadInput(f'"{value}" is not a day', where=review.target, now="Write it as 2022-01-13.") from None


def check_days(reviews: Sequence[Review]) -> None:
    """Raises BadInput where one set of decisions lets a claim end before it begins."""
    days = {
        (r.target, r.field): dt.date.fromisoformat(r.value)
        for r in reviews
        if r.action is ReviewAction.CORRECT and (r.field or "").startswith("date.") and r.value
    }
    for (target, field), day in days.items():
        first = days.get((target, "date.from"))
        if field == "date.to" and first is not None and day < first:
            raise BadInput(f"{day} is before {first}", where=target, now="Give the earlier day first.")


def review_table(claims: Iterable[Mapping[str, Any]]) -> bytes:
    """The claims of `findings.json` as CSV to edit: one row a claim, the editable columns as they stand now."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(REVIEW_COLUMNS)
    for claim in claims:
        writer.writerow([guarded(cell) for cell in row_of(claim).values()])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def row_of(claim: Mapping[str, Any]) -> dict[str, str]:
    """One claim as the cells of its row, by column."""
    date = claim["date"] or {}
    words = (claim.get("review") or "").split("; ")
    return {
        "target": f"claim:{claim['id']}",
        "kind": f"{claim['kind']}, proposed by {by}"
        if (by := claim["extractor"]).startswith("model/")
        else claim["kind"],
        "report": claim["doc"],
        "quote": claim["quote"],
        "standing": words[0] if words[0] in STANDING else "",
        "date.from": date.get("from") or "",
        "date.to": date.get("to") or "",
        "modality": claim["modality"],
        "polarity": claim["polarity"],
        **{f"{role}.norm": norms(claim[role]) for role in ROLES},
        "merge_with": "",
        "note": next((w.removeprefix("note: ") for w in words if w.startswith("note: ")), ""),
    }


def norms(fillers: Sequence[Mapping[str, Any]]) -> str:
    """The norm that all fillers of a role share, or nothing."""
    found = {filler["norm"] or "" for filler in fillers}
    return found.pop() if len(found) == 1 else ""


def read_review_table(content: bytes, claims: Iterable[Mapping[str, Any]]) -> tuple[Review, ...]:
    """The decisions that an edited table makes: only cells that differ from what stands now. Read twice, it adds nothing.

    Raises BadInput for a missing column, a row of no claim, or a value that makes no sense, with the row's number.
    """
    now_by_target = {row["target"]: row for row in map(row_of, claims)}
    text = content.decode("utf-8-sig", "replace")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if text.split("\n")[0].count(";") > 5 else ",")
    missing = [c for c in ("target", *EDITABLE) if c not in (reader.fieldnames or ())]
    if missing:
        raise BadInput(
            f"the column {missing[0]} is missing", where="review table", now="Export the table again and edit that."
        )
    reviews: list[Review] = []
    for number, raw in enumerate(reader, start=2):
        row = {column: unguarded((raw.get(column) or "").strip()) for column in ("target", *EDITABLE)}
        stands = now_by_target.get(row["target"])
        if stands is None:
            raise BadInput(
                f'"{row["target"]}" is no claim of the last build',
                where=f"review table, row {number}",
                now="Build the case, then export again.",
            )
        reviews += changes(row, stands)
    for review in reviews:
        check(review)
    return tuple(reviews)


def changes(row: Mapping[str, str], stands: Mapping[str, str]) -> list[Review]:
    """The decisions in one row."""
    target, found = row["target"], []
    for column in EDITABLE:
        value = row[column]
        if value == stands[column]:
            continue
        if column == "standing":
            if value not in STANDING:
                raise BadInput(
                    f'"{value}" is not a standing', where=target, now="Write accepted, rejected, or nothing."
                )
            found.append(Review(target=target, action=STANDING[value]))
        elif column == "merge_with":
            found.append(Review(target=target, action=ReviewAction.MERGE, value=value))
        elif column == "note":
            found.append(Review(target=target, action=ReviewAction.NOTE, value=value))
        else:
            found.append(Review(target=target, action=ReviewAction.CORRECT, field=column, value=value))
    return found
