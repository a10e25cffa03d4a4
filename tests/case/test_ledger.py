"""The ledger: a chain that shows every change to it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.case.ledger import Ledger
from overflight.errors import CaseDamaged

NOON = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


def a_ledger(folder: Path, lines: int = 4) -> Ledger:
    ledger = Ledger(folder / "ledger.jsonl")
    for number in range(lines):
        ledger.append(NOON, [("admission", {"name": f"file {number}", "größe": number})])
    return ledger


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    entries = a_ledger(tmp_path, 3).entries()
    assert [e.details["name"] for e in entries] == ["file 0", "file 1", "file 2"]
    assert [e.number for e in entries] == [1, 2, 3]
    assert entries[1].previous == entries[0].hash


def test_appending_nothing_changes_nothing(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    before = ledger.path.read_bytes()
    ledger.append(NOON, [])
    assert ledger.path.read_bytes() == before


def test_the_last_line_deleted_is_noticed(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[:-1]))
    with pytest.raises(CaseDamaged, match="4 lines were written"):
        ledger.entries()


def test_swapped_lines_are_named(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join([lines[0], lines[2], lines[1], lines[3]]))
    with pytest.raises(CaseDamaged, match="line 2 of the ledger"):
        ledger.entries()


def test_a_line_cut_off_by_a_crash_is_named(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    ledger.path.write_bytes(ledger.path.read_bytes()[:-9])
    with pytest.raises(CaseDamaged, match="line 4 of the ledger was changed: it is cut off"):
        ledger.entries()


def test_an_entry_rewritten_with_a_fresh_hash_breaks_the_next_line(tmp_path: Path) -> None:
    from overflight.case.bundle_check import canonical, entry_hash

    ledger = a_ledger(tmp_path)
    lines = ledger.path.read_bytes().splitlines()
    forged = json.loads(lines[1])
    forged["details"]["name"] = "another file"
    del forged["hash"]
    lines[1] = canonical({**forged, "hash": entry_hash(forged)}).encode()
    ledger.path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(CaseDamaged, match="line 3 of the ledger"):
        ledger.entries()


def test_a_head_that_is_behind_after_a_crash_is_no_damage(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path, 2)
    head = ledger.head_path.read_bytes()
    ledger.append(NOON, [("run", {})])
    ledger.head_path.write_bytes(head)
    assert len(ledger.entries()) == 3


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_flipped_bit_in_the_ledger_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    ledger = a_ledger(tmp_path_factory.mktemp("case"))
    content = bytearray(ledger.path.read_bytes())
    position = data.draw(st.integers(0, len(content) - 1))
    content[position] ^= 1 << data.draw(st.integers(0, 7))
    ledger.path.write_bytes(bytes(content))
    with pytest.raises(CaseDamaged):
        ledger.entries()
