"""The tables of lineage as Markdown: what docs/methods/lineage.md prints, word for word."""

from __future__ import annotations

from overflight.documents.lineage import descents, events
from overflight.documents.lineage.artefacts import ARTEFACTS
from overflight.documents.lineage.drift import FIRMNESS, ROLE_SLOTS
from overflight.documents.lineage.outside import OUTSIDE


def tables_markdown() -> str:
    """Signals, artefacts, outside origins, drift slots and slot weights."""
    parts = (
        _table(("signal", "printed"), [(f"`{s}`", text) for s, text in descents.SIGNALS.items()]),
        _table(("artefact", "what it shows"), [(a.name, a.shows) for a in ARTEFACTS]),
        _table(("speaker", "as an outside origin"), [(str(k), text) for k, text in OUTSIDE.items()]),
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
