"""`overflight verify` of single files: the dossier and those beside it are what the last build wrote, or they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from overflight.case.config import CaseConfig
from overflight.case.folder import create
from overflight.cli import app

OUTPUTS = {"dossier.html": b"first page", "dossier-flights-1.html": b"flights", "findings.json": b"{}"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    made = create(tmp_path / "case", CaseConfig(title="Case"))
    with made.writing():
        made.record_run(OUTPUTS, {})
    return made.path


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_every_file_that_the_build_wrote_is_known(case: Path, name: str) -> None:
    result = CliRunner().invoke(app, ["verify", str(case / name)])
    assert result.exit_code == 0
    assert f"{name} is what the last recorded build wrote" in result.output


def test_a_changed_file_beside_the_dossier_is_found(case: Path) -> None:
    (case / "dossier-flights-1.html").write_bytes(b"other flights")
    result = CliRunner().invoke(app, ["verify", str(case / "dossier-flights-1.html")])
    assert result.exit_code == 1
    assert "BROKEN dossier-flights-1.html" in result.output


def test_a_file_that_no_build_wrote_is_not_vouched_for(case: Path) -> None:
    assert CliRunner().invoke(app, ["verify", str(case / "case.toml")]).exit_code == 1
