"""The bundled example: what a stranger sees after one command."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from overflight.records.plain import Plain


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "example"
    run("demo", str(folder))
    return folder


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "overflight.cli", *words],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done


def findings(folder: Path) -> dict[str, list[dict[str, Plain]]]:
    import json

    return dict(json.loads((folder / "findings.json").read_bytes()))


def test_the_dossier_is_small_and_says_at_once_that_the_data_are_synthetic(demo: Path) -> None:
    html = (demo / "dossier.html").read_bytes()
    assert len(html) <= 300_000
    head = html[: html.index(b"</header>")]
    assert b"SYNTHETIC" in head


def test_every_verdict_has_a_reason_and_every_question_an_answer(demo: Path) -> None:
    for finding in findings(demo)["findings"]:
        assert finding["because"], finding["id"]
        checks = finding["checks"]
        assert isinstance(checks, list) and checks
        assert all(isinstance(c, dict) and c["because"] for c in checks)


def test_the_copied_last_thursday_is_resolved_and_the_other_reading_kept(demo: Path) -> None:
    dated = [c["date"] for c in findings(demo)["claims"] if "last Thursday" in str(c["quote"])]
    assert dated
    assert all(isinstance(d, dict) and d["from"] == "2022-01-13" and d["alternatives"] for d in dated)


def test_the_rotation_that_no_report_mentions_is_listed(demo: Path) -> None:
    found = findings(demo)
    flights = {f["flight_id"]: f for f in found["flights"]}
    unreported = {flights[u["flight"]]["registration"] for u in found["unreported_flights"]}
    assert "EP-FAA" in unreported


def test_the_example_verifies(demo: Path) -> None:
    assert "Whole" in run("verify", str(demo)).stdout


def test_one_flipped_byte_is_named(demo: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(demo, copy)
    blob = sorted(p for p in (copy / "blobs").rglob("*") if p.is_file())[3]
    content = bytearray(blob.read_bytes())
    content[len(content) // 2] ^= 1
    blob.chmod(0o644)
    blob.write_bytes(bytes(content))
    done = subprocess.run(
        [sys.executable, "-m", "overflight.cli", "verify", str(copy)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert blob.name in done.stdout


def test_the_same_bytes_under_another_hash_seed_time_zone_and_locale(tmp_path: Path) -> None:
    day = str(int(dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp()))
    made = []
    for number, (seed, zone, locale) in enumerate([("1", "Asia/Tehran", "C"), ("77", "America/Lima", "C.UTF-8")]):
        folder = tmp_path / str(number)
        run("demo", str(folder), PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale, SOURCE_DATE_EPOCH=day)
        made.append(((folder / "dossier.html").read_bytes(), (folder / "findings.json").read_bytes()))
    assert made[0] == made[1]
