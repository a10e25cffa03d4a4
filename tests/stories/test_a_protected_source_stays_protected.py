"""Redaction: the protected names, file names and guessable ids are absent from every byte of what is published."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.case import create
from overflight.case.build import build_case
from overflight.case.config import CaseConfig
from overflight.case.intake import gather
from overflight.publishing.redaction import BLOCK, Moves, RedactionRules, leaks, pattern_of, redact

HEADER = {
    "id": "talk-with-jose",
    "outlet": "José Marín’s notes",
    "date": "2022-01-21",
    "language": "en",
    "synthetic": True,
}
BODY = (
    "José Marín said that a cargo plane of Qeshm Fars Air flew from Mashhad to Yangon on 13 January 2022.\n\n"
    "The plane carried 21 crates, JOSE MARIN told us. Jose-Marin.pdf has the photographs.\n"
)
RULES = 'names = ["José Marín", "Marín"]\nfiles = ["talk with Jose Marin.txt"]\n'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("redact")
    report = folder / "talk with Jose Marin.txt"
    report.write_text(json.dumps(HEADER) + "\n---\n" + BODY, encoding="utf-8")
    case = create(folder / "case", CaseConfig(title="What José Marín saw"))
    case.admit(gather([report]))
    build_case(case)
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    words = ["redact", str(case.path), "--rules", str(folder / "rules.toml"), "-o", str(folder / "public")]
    done = subprocess.run([sys.executable, "-m", "overflight.cli", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Removed" in done.stderr and "Mar" not in done.stderr
    return folder / "public"


def test_no_byte_of_a_protected_name_is_left(published: Path) -> None:
    for file in published.rglob("*"):
        text = file.read_text(encoding="utf-8").casefold()
        assert not any(word in text for word in ("marín", "marin", "jose m", "josé m")), file.name


def test_the_hash_of_the_original_is_gone_too(published: Path) -> None:
    original = published.parent / "talk with Jose Marin.txt"
    sha256 = hashlib.sha256(original.read_bytes()).hexdigest()
    assert all(sha256[:16] not in f.read_text(encoding="utf-8") for f in published.rglob("*"))


def test_quotations_still_stand_in_the_text_that_is_shown(published: Path) -> None:
    findings = json.loads((published / "findings.json").read_bytes())
    assert findings["claims"]
    assert any(BLOCK in c["quote"] or BLOCK in a["text"] for c in findings["claims"] for a in [*c["attribution"], c])


def test_what_was_removed_is_told_by_count_only(published: Path) -> None:
    findings = json.loads((published / "findings.json").read_bytes())
    assert any(w.startswith("This is a redacted copy") for w in findings["warnings"])


@pytest.mark.parametrize(
    "written",
    ["Aung Ko", "AUNG KO", "aung  ko", "Aung-Ko", "Aung\u200bKo", "Áung Ko", "A\u0301ung Ko", "AungKo", "Aung_Ko"],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert leaks(written.encode(), RedactionRules(names=("Aung Ko",)))


@pytest.mark.parametrize("escaped", ["&#65;ung Ko", "Aung%20Ko", "\\u0041ung Ko"])
def test_a_name_behind_escapes_is_found(escaped: str) -> None:
    assert leaks(escaped.encode(), RedactionRules(names=("Aung Ko",)))


def test_other_names_are_left_alone() -> None:
    assert not leaks(b"Aung Min and Ko Aung", RedactionRules(names=("Aung Ko",)))


@given(st.text("ab XY", max_size=40), st.data())
def test_spans_move_with_the_text(text: str, data: st.DataObject) -> None:
    import re

    moves = Moves(text, re.compile(pattern_of("XY"), re.IGNORECASE))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new_start, new_end, words = moves.span(start, end)
    assert 0 <= new_start <= new_end <= len(moves.text)
    assert moves.text[new_start:new_end] == words
    if not any(s < end and start < e for s, e in zip(moves.starts, moves.ends, strict=True)):
        assert words == text[start:end]


def test_rules_that_protect_nothing_are_refused(published: Path) -> None:
    from overflight.errors import BadInput
    from overflight.records.finding import CaseFindings

    nothing = CaseFindings(
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
    with pytest.raises(BadInput, match="protect nothing"):
        redact(nothing, RedactionRules(), b"key")
