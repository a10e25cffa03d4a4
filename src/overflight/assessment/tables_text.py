"""The tables of rules as Markdown: what docs/methods/verdicts.md prints, word for word."""

from __future__ import annotations

from overflight.assessment.checks.tables import TABLES
from overflight.assessment.credibility import CREDIBILITY
from overflight.assessment.rules import Table
from overflight.assessment.unreported import SENTENCES
from overflight.assessment.verdicts import VERDICTS
from overflight.assessment.waybills import UNKNOWN_REASONS


def tables_markdown() -> str:
    """Every table of the stage, in the order in which the dossier asks."""
    return "\n\n".join((*(check_table(t) for t in TABLES), verdict_table(), grade_table(), other_sentences())) + "\n"


def check_table(table: Table) -> str:
    """One question with its rules: when each holds, what it answers, and the sentence that is printed."""
    rows = [f"| `{r.rule}` | {r.when} | {str(r.answer).replace('_', ' ')} | {r.sentence} |" for r in table.rules]
    return "\n".join((f"### {table.question}", "", "| rule | when | answer | sentence |", "|---|---|---|---|", *rows))


def verdict_table() -> str:
    """The verdict table, read from the top."""
    rows = [f"| `{r.rule}` | {r.when} | {str(r.verdict).replace('_', ' ')} | {r.sentence} |" for r in VERDICTS]
    return "\n".join(
        ("### Verdicts, read from the top", "", "| rule | when | verdict | sentence |", "|---|---|---|---|", *rows)
    )


def grade_table() -> str:
    """The credibility table, read from the top."""
    rows = [
        f"| {str(r.verdict).replace('_', ' ')} | {r.origins_at_least} | {r.grade} | {r.sentence} |" for r in CREDIBILITY
    ]
    head = "| verdict | independent origins, at least | grade | sentence |"
    return "\n".join(("### Credibility, read from the top", "", head, "|---|---|---|---|", *rows))


def other_sentences() -> str:
    """The sentences for flights that nobody reported, and for boxes of a waybill that stay empty."""
    flights = [f"| `{rule}` | {sentence} |" for rule, sentence in SENTENCES.items()]
    boxes = [f"| {box} | {reason} |" for box, reason in UNKNOWN_REASONS.items()]
    return "\n".join((
        "### Flights that nobody reported", "", "| rule | sentence |", "|---|---|", *flights, "",
        "### Boxes of a waybill that stay empty", "", "| box | printed |", "|---|---|", *boxes,
    ))  # fmt: skip
