"""The case folder: nothing is lost, nothing is half written, nobody writes beside somebody else."""

from __future__ import annotations

import datetime as dt
import errno
import multiprocessing
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from overflight.case import create, open_case
from overflight.case.blobs import blob_path
from overflight.case.config import CaseConfig, read_config, write_config
from overflight.case.intake import TOLD
from overflight.case.verify import verify
from overflight.errors import CannotWrite, CaseDamaged, CaseError, CaseLocked, NotACase
from overflight.records.source import SourceFile, SourceKind
from tests.case.builders import a_case, a_file


def test_admitted_bytes_come_back_with_their_source(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path, content=b"words")])
    (file,) = case.source_files()
    assert file.path.read_bytes() == b"words"
    assert file.source.name == "report.txt"
    assert file.source.admitted_at is not None


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path)])
    before = case.ledger.path.read_bytes()
    (again,) = case.admit([a_file(tmp_path)])
    assert not again.is_new
    assert case.ledger.path.read_bytes() == before


def test_the_same_bytes_under_two_names_are_two_admissions_of_one_blob(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path, "a.txt"), a_file(tmp_path, "b.txt")])
    assert [s.name for s in case.sources()] == ["a.txt", "b.txt"]
    assert len([p for p in (case.path / "blobs").rglob("*") if p.is_file()]) == 1


def test_a_blob_is_read_only(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path)])
    assert case.source_files()[0].path.stat().st_mode & 0o222 == 0


def test_a_new_case_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "notes.txt").write_text("mine")
    with pytest.raises(CaseError, match="something there already"):
        a_case(tmp_path)
    assert (tmp_path / "case" / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_no_case_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match="overflight new"):
        open_case(tmp_path)


def test_a_case_that_lost_its_words_is_opened_again_with_an_empty_case_file(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path)])
    (case.path / "case.toml").unlink()
    with pytest.raises(CaseDamaged, match=r"put an empty case\.toml there"):
        open_case(case.path)
    (case.path / "case.toml").write_bytes(b"")
    assert len(open_case(case.path).sources()) == 1


def test_a_case_that_lost_its_ledger_is_not_said_to_be_none(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.ledger.path.unlink()
    with pytest.raises(CaseDamaged, match=r"Restore ledger\.jsonl"):
        open_case(case.path)


def test_no_advice_to_make_a_case_where_something_lies(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotACase, match=r"overflight new my-case$"):
        open_case(tmp_path)


def retyped(file: SourceFile, **fields: Any) -> SourceFile:
    return replace(file, source=replace(file.source, **fields))


def test_a_known_file_is_read_as_something_else_only_where_that_is_asked(tmp_path: Path) -> None:
    case, file = a_case(tmp_path), a_file(tmp_path)
    case.admit([retyped(file, kind=SourceKind.UNKNOWN, format=None)])
    case.admit([file])
    assert case.sources()[0].kind is SourceKind.UNKNOWN
    (told,) = case.admit([file], retype=True)
    assert told.is_retyped and not told.is_new
    (source,) = case.sources()
    assert (source.kind, source.format, source.name) == (SourceKind.REPORT, "text", "report.txt")
    before = case.ledger.path.read_bytes()
    case.admit([file], retype=True)
    assert case.ledger.path.read_bytes() == before
    assert verify(case).breakages == ()


def test_a_told_day_stays_until_another_is_told(tmp_path: Path) -> None:
    case, file = a_case(tmp_path), a_file(tmp_path)
    first, second = dt.date(2021, 7, 7), dt.date(2022, 1, 1)
    a_list = retyped(file, kind=SourceKind.LIST)
    case.admit([retyped(a_list, as_of=first, as_of_basis=TOLD)])
    case.admit([a_list], retype=True)
    assert case.sources()[0].as_of == first
    case.admit([retyped(a_list, as_of=second, as_of_basis=TOLD)], retype=True)
    assert case.sources()[0].as_of == second


def hold(path: Path, ready: multiprocessing.synchronize.Event, done: multiprocessing.synchronize.Event) -> None:
    with open_case(path).writing():
        ready.set()
        done.wait(20)


def test_two_writers_at_once_are_refused_with_one_message(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(case.path, ready, done))
    other.start()
    try:
        assert ready.wait(20)
        with pytest.raises(CaseLocked, match="another command is writing"):
            case.admit([a_file(tmp_path)])
    finally:
        done.set()
        other.join(20)
    case.admit([a_file(tmp_path)])
    assert len(case.sources()) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs a system with RLIMIT_FSIZE")
def test_a_disk_that_fills_up_leaves_the_case_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path, "first.txt")])
    before = {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()}
    full = lambda descriptor: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left on device"))  # noqa: E731
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="the disk is full"):
        case.admit([a_file(tmp_path, "second.txt", b"other words")])
    monkeypatch.undo()
    assert {p: p.read_bytes() for p in case.path.rglob("*") if p.is_file()} == before
    assert verify(case).breakages == ()


def test_a_build_cut_short_after_its_ledger_line_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    with case.writing():
        case.record_run({"dossier.html": b"old"}, {})
        case.record_run({"dossier.html": b"new"}, {})
    (case.path / "dossier.html").rename(case._pending("dossier.html", case.last_outputs()["dossier.html"]))
    (case.path / "dossier.html").write_bytes(b"old")
    with case.writing():
        pass
    assert (case.path / "dossier.html").read_bytes() == b"new"


def test_pages_of_an_earlier_build_go_with_it(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    with case.writing():
        case.record_run({"dossier.html": b"large", "dossier-reports-1.html": b"a page"}, {})
        case.record_run({"dossier.html": b"small"}, {})
    assert not (case.path / "dossier-reports-1.html").exists()
    assert verify(case).breakages == ()


def test_verify_names_the_blob_that_one_flipped_byte_hit(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path, "a.txt", b"first"), a_file(tmp_path, "b.txt", b"second")])
    victim = blob_path(case.path, case.sources()[1].sha256)
    victim.chmod(0o644)
    victim.write_bytes(b"sEcond")
    (breakage,) = verify(case).breakages
    assert "b.txt" in breakage.what
    assert breakage.item.endswith(case.sources()[1].sha256)


def test_verify_names_a_changed_dossier(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    with case.writing():
        case.record_run({"dossier.html": b"as built"}, {})
    (case.path / "dossier.html").write_bytes(b"as edited")
    (breakage,) = verify(case).breakages
    assert breakage.item == "dossier.html"


def test_verify_of_an_untouched_case_finds_nothing(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    case.admit([a_file(tmp_path)])
    found = verify(case)
    assert (found.breakages, found.notes, found.blobs) == ((), (), 1)


def test_a_case_file_survives_a_round_trip() -> None:
    config = CaseConfig(title='A "title"\nof two lines', question="Why?", watched=("EP-FAB",), places=("မြန်မာ",))
    assert read_config(write_config(config)) == config


def test_a_setting_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(CaseError, match=r'"speed_of_light" is not a setting of \[tracks\]'):
        read_config(b"[tracks]\nspeed_of_light = 1").settings()


def test_a_misspelt_field_of_the_case_file_is_named() -> None:
    with pytest.raises(CaseError, match="titel"):
        read_config(b'titel = "x"')


def test_a_new_case_keeps_its_title(tmp_path: Path) -> None:
    create(tmp_path / "c", CaseConfig(title="Ostrava"))
    assert open_case(tmp_path / "c").config().title == "Ostrava"
