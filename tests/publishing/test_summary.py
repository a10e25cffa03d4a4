"""The summary says what the case lacks before it says what the case shows."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import replace

import pytest

from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.summary import Line, outcome, summarise
from overflight.publishing.dossier.unknowns import not_known, not_read
from overflight.records.finding import CaseFindings, Verdict
from overflight.records.source import Rejection, Sha256, Source, SourceKind


def source(name: str, kind: SourceKind) -> Source:
    return Source(
        sha256=Sha256(hashlib.sha256(name.encode()).hexdigest()),
        name=name,
        kind=kind,
        format=None,
        size_bytes=1,
        admitted_at=dt.datetime(2031, 3, 6, tzinfo=dt.UTC),
    )


EMPTY = CaseFindings(
    claims=(),
    facts=(),
    findings=(),
    flights=(),
    unreported_flights=(),
    parties=(),
    waybills=(),
    sources=(),
    warnings=(),
)


def line_words(line: Line) -> str:
    return "; ".join(item.words for item in line.items)


def told(case: CaseFindings) -> str:
    """The summary as running text."""
    parts = summarise(Index(case))
    return " ".join(f"{p.title}. {p.lead} " + " ".join(f"{line_words(x)} {x.because}" for x in p.lines) for p in parts)


def test_a_report_that_could_not_be_read_is_said_in_the_summary() -> None:
    case = replace(EMPTY, sources=(source("scan.pdf", SourceKind.REPORT),), warnings=("scan.pdf: only pictures",))
    words = told(case)
    assert "No report of this case could be read." in words
    assert "One report could not be read: scan.pdf." in words
    assert "Nothing that was asked remained open" not in words


def test_a_case_without_reports_says_so_and_judges_nothing() -> None:
    words = told(replace(EMPTY, sources=(source("tracks.csv", SourceKind.POSITIONS),)))
    assert "There is no report in this case." in words
    assert "What falls or is disputed" not in words


def test_files_of_no_known_kind_and_rows_not_taken_are_counted_in_the_summary() -> None:
    files = tuple(source(f"{n}.bin", SourceKind.UNKNOWN) for n in range(5))
    rejected = Rejection(source=files[0].sha256, name="0.bin", reason="no time", count=1_200)
    words = told(replace(EMPTY, sources=files, rejections=(rejected,)))
    assert "Five files are of no known kind: 0.bin, 1.bin, 2.bin and 2 more." in words
    assert "1,200 rows of one file were not taken." in words


def test_without_position_data_no_flight_is_said_to_have_been_looked_for() -> None:
    words = told(EMPTY)
    assert "No flight could be read from position data in this case" in words
    assert "Where nobody was listening" not in words


def test_a_case_that_lacks_nothing_has_no_unknowns() -> None:
    assert [*not_read(Index(EMPTY)), *not_known(Index(EMPTY))] == []


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        ({Verdict.CANNOT_BE_CHECKED: 4}, "none of them can be checked"),
        ({Verdict.CANNOT_BE_CHECKED: 1}, "one cannot be checked"),
        ({Verdict.SUPPORTED: 2}, "all are supported"),
        ({Verdict.SUPPORTED: 1, Verdict.DISPUTED: 3}, "one is supported and three are disputed"),
    ],
)
def test_the_outcome_in_words(verdicts: dict[Verdict, int], words: str) -> None:
    assert outcome(Counter(verdicts)) == words
