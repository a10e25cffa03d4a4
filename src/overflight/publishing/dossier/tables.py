"""The wide tables of the dossier: their column heads, which a narrow screen shows beside each cell instead."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column's head, its shorter words for a narrow screen where they differ, and its class."""

    words: str
    narrow: str | None = None
    css: str | None = None


STACKS: dict[str, tuple[Column, ...]] = {
    "findings": (
        Column("No."),
        Column("What is claimed"),
        Column("Verdict"),
        Column("Grade", css="num"),
        Column("Origins", css="num"),
        Column("Changes"),
        Column("Said in"),
        Column("Evidence"),
    ),
    "checks": (Column("Question"), Column("Answer"), Column("Because"), Column("Evidence")),
    "flights": (
        Column("Aircraft"),
        Column("First heard (UTC)", "First heard"),
        Column("Last heard (UTC)", "Last heard"),
        Column("From"),
        Column("To"),
        Column("Silences", css="num"),
        Column("Distance", css="num"),
    ),
    "unreported": (
        Column("Flight"),
        Column("First heard (UTC)", "First heard"),
        Column("From and to"),
        Column("Why it is here"),
        Column("Parties"),
    ),
    "designations": (Column("Party"), Column("On"), Column("Answer"), Column("Shown by")),
    "listings": (
        Column("List and programme", "List"),
        Column("From"),
        Column("To"),
        Column("What the snapshots show", "Snapshots"),
    ),
    "sources": (Column("File"), Column("Taken for"), Column("SHA-256"), Column("Custody"), Column("Reliability")),
    "rejections": (Column("File"), Column("Reason"), Column("Count", css="num"), Column("First at row", css="num")),
    "rules": (Column("Rule"), Column("When"), Column("Gives"), Column("Sentence")),
    "thresholds": (Column("Setting"), Column("Value", css="num"), Column("Where the number comes from", "Why")),
}
"""By the name of the table: its class is `t-<name>`."""

NARROW = "@media screen and (max-width:58rem)"
"""As in the stylesheet: below this width a row becomes a card."""


def narrow_heads() -> str:
    """Rules that put a column's words before each of its cells on a narrow screen; said once, not in every row."""
    rules = [
        f'.t-{name} tr>:nth-child({number})::before{{content:"{column.narrow or column.words}"}}'
        for name, columns in STACKS.items()
        for number, column in enumerate(columns, 1)
    ]
    return f"{NARROW}{{{''.join(rules)}.stack .more-row td::before,.stack thead th::before{{content:none}}}}"
