"""A rule of assessment: an id, its condition in words, its answer, and the sentence that dossier and docs both print."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from overflight.records.finding import Check, CheckAnswer, EvidenceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of a table. `sentence` has named blanks; `when` is read by people, the code beside the table decides."""

    rule: str
    when: str
    answer: CheckAnswer
    sentence: str

    def blanks(self) -> tuple[str, ...]:
        """The names of the sentence's blanks, in the order they stand."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.sentence) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rules of one question."""

    question: str
    rules: tuple[Rule, ...]

    def __getitem__(self, rule: str) -> Rule:
        """The rule of that id. Raises KeyError if the table has none."""
        for row in self.rules:
            if row.rule == rule:
                return row
        raise KeyError(rule)

    def check(
        self,
        rule: str,
        blanks: Mapping[str, str] | None = None,
        *,
        evidence: tuple[EvidenceId, ...] = (),
        note: str = "",
        **more: object,
    ) -> Check:
        """The check that this rule gives, its blanks filled; `note` is a further sentence of particulars."""
        row = self[rule]
        filled = {**(blanks or {}), **more}
        because = row.sentence.format(**{name: str(filled[name]) for name in row.blanks()})
        return Check(
            question=self.question,
            answer=row.answer,
            because=f"{because} {note}".strip(),
            evidence=evidence,
            rule=row.rule,
        )
