"""The tables and thresholds of lineage as Markdown: what docs/methods/lineage.md prints, word for word."""

from __future__ import annotations

from overflight.documents.lineage import clusters, descents, edges, events, parents, passages
from overflight.documents.lineage.artefacts import ARTEFACTS
from overflight.documents.lineage.drift import FIRMNESS, ROLE_SLOTS
from overflight.documents.lineage.outside import OUTSIDE

THRESHOLDS: tuple[tuple[str, float, str], ...] = (
    ("coverage that makes a copy or rewrite, same language", parents.COPIED, "two reports of one event stay below .2"),
    (
        "the same across languages",
        parents.COPIED_ACROSS,
        "two reports of one event reach .29, translations .77 and more",
    ),
    (
        "coverage that an outlet's named piece needs",
        parents.NAMED_AT_LEAST,
        "else the outlet's name means another piece",
    ),
    ("or shared weight, in units of a rare word", parents.NAMED_UNITS, "for an outlet named by its name"),
    ("weight shared with a hidden parent alone, in units", parents.HIDDEN_UNITS, "unrelated pairs stay below 4"),
    ("how much more than what is shared with the named ancestor alone", parents.HIDDEN_RATIO, "a ratio"),
    ("words in a row that no two writers choose alike", parents.LONG_RUN, "background paragraphs"),
    ("part of a text within which its main source is named", clusters.LEAD, "news puts it first"),
    ("weighted share of two sentences that aligns them", passages.SMALLEST_MATCH, "Dice, over keys weighted by rarity"),
    ("coverage of a translation", edges.TRANSLATED, "below it, across languages, a rewrite or digest"),
    ("coverage of a copy", edges.COPY, "within a language"),
    ("agreement of two claims that makes them one event", events.SAME_EVENT, "sum of the weights below"),
    ("agreement from which one claim may come from another", descents.SAME_MATTER, "lower: readings drift"),
)
"""What is measured, the value, and where it comes from."""


def tables_markdown() -> str:
    """Signals, artefacts, outside origins, thresholds, drift slots and slot weights."""
    parts = (
        _table(("signal", "printed"), [(f"`{s}`", text) for s, text in descents.SIGNALS.items()]),
        _table(("artefact", "what it shows"), [(a.name, a.shows) for a in ARTEFACTS]),
        _table(("speaker", "as an outside origin"), [(str(k), text) for k, text in OUTSIDE.items()]),
        _table(("threshold", "value", "why"), [(what, f"{value:g}", why) for what, value, why in THRESHOLDS]),
        _table(("role", "listed as drift of"), [*ROLE_SLOTS, ("modality", "modality"), ("date", "date")]),
        _table(("modality", "firmness"), [(str(m), str(f)) for m, f in FIRMNESS.items()]),
        _table(
            ("kind", "slot", "speaks for one event", "speaks against it"),
            [
                (str(kind), row.slot, f"{row.agree:g}", f"{row.differ:g}")
                for kind, rows in events.SLOTS.items()
                for row in rows
            ],
        ),
    )
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])
