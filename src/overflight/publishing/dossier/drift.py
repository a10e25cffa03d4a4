"""What changed between a report and its descendant, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

Change = tuple[Literal["same", "del", "ins"], str]


def word_changes(was: str | None, became: str | None) -> list[Change]:
    """The words that stayed, went and came, in reading order. A side that says nothing is said to be silent."""
    if was is None or became is None:
        return [("del", was or "(not said)"), ("ins", became or "(left out)")]
    before, after = was.split(), became.split()
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            changes.append(("same", " ".join(before[a:b])))
            continue
        if a < b:
            changes.append(("del", " ".join(before[a:b])))
        if c < d:
            changes.append(("ins", " ".join(after[c:d])))
    return changes
