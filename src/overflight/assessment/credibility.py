"""Credibility on the Admiralty scale, 1 (confirmed) to 6 (cannot be judged), by table; never from a source's reliability."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.records.finding import Origins, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CredibilityRow:
    """A verdict, the least number of independent origins it needs for this grade, and the sentence."""

    verdict: Verdict
    origins_at_least: int
    grade: int
    sentence: str


V = Verdict

CREDIBILITY: tuple[CredibilityRow, ...] = (
    CredibilityRow(verdict=V.SUPPORTED, origins_at_least=2, grade=1,
                   sentence="Confirmed: evidence beside the reports shows it, and two origins say it."),
    CredibilityRow(verdict=V.SUPPORTED, origins_at_least=0, grade=2,
                   sentence="Probably true: evidence beside the reports shows it."),
    CredibilityRow(verdict=V.PARTLY_SUPPORTED, origins_at_least=2, grade=2,
                   sentence="Probably true: evidence shows part of it, and two origins say it."),
    CredibilityRow(verdict=V.PARTLY_SUPPORTED, origins_at_least=0, grade=3,
                   sentence="Possibly true: evidence shows part of it."),
    CredibilityRow(verdict=V.CONSISTENT, origins_at_least=0, grade=3,
                   sentence="Possibly true: evidence fits it without showing it."),
    CredibilityRow(verdict=V.CANNOT_BE_CHECKED, origins_at_least=2, grade=3,
                   sentence="Possibly true: two independent origins say it, and nothing else bears on it."),
    CredibilityRow(verdict=V.DISPUTED, origins_at_least=0, grade=4,
                   sentence="Doubtful: it is disputed."),
    CredibilityRow(verdict=V.CONTRADICTED, origins_at_least=0, grade=5,
                   sentence="Improbable: evidence speaks against it."),
    CredibilityRow(verdict=V.CANNOT_BE_CHECKED, origins_at_least=0, grade=6,
                   sentence="Cannot be judged: nothing bears on it but one origin at most."),
)  # fmt: skip
"""Read from the top; without a track, a list or a document beside the reports no row gives better than 3."""


def grade_of(verdict: Verdict, origins: Origins) -> CredibilityRow:
    """The first row of the table that holds."""
    return next(row for row in CREDIBILITY if row.verdict is verdict and origins.min >= row.origins_at_least)
