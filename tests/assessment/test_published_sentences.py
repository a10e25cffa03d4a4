"""Docs, tables and findings print the same sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overflight.assessment.checks.tables import TABLES
from overflight.assessment.credibility import CREDIBILITY
from overflight.assessment.tables_text import tables_markdown
from overflight.assessment.verdicts import VERDICTS
from overflight.records.finding import Verdict
from tests.assessment.test_checks import THREE, carrier_claim, delegation, delegation_denied, found, listed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "methods" / "verdicts.md"
RULES = {rule.rule: rule for table in TABLES for rule in table.rules}


def test_the_page_prints_the_tables_word_for_word():
    assert tables_markdown() in PAGE.read_text(encoding="utf-8")


def test_no_two_rules_bear_one_name():
    names = [rule.rule for table in TABLES for rule in table.rules] + [row.rule for row in VERDICTS]
    assert len(names) == len(set(names))


def test_every_check_says_the_sentence_of_its_rule():
    result = found([delegation(), delegation_denied(), carrier_claim(), listed(on="2019-01-24")], THREE)
    checks = [c for f in result.findings for c in f.checks]
    assert checks
    for check in checks:
        parts = [re.escape(part) for part in re.split(r"\{\w+\}", RULES[check.rule].sentence)]
        assert re.match(".*".join(parts), check.because, re.DOTALL), check
        assert check.answer is RULES[check.rule].answer


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_a_row_and_a_grade_of_last_resort(verdict):
    assert any(row.verdict is verdict for row in VERDICTS)
    assert any(row.verdict is verdict and row.origins_at_least == 0 for row in CREDIBILITY)


def test_no_sentence_accuses():
    told = " ".join(rule.sentence for rule in RULES.values()).casefold()
    assert not re.search(r"\b(?:guilty|criminal|smuggler|culprit|illegal)\b", told)


def test_without_evidence_beside_the_reports_no_grade_is_better_than_3():
    beside = {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED}
    assert all(row.grade >= 3 for row in CREDIBILITY if row.verdict not in beside)
