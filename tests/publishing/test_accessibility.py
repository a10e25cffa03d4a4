"""axe-core finds nothing to object to in the dossier: light and dark, wide and narrow. It is spoken to over the DevTools pipe."""

from __future__ import annotations

import importlib.resources
import json
import os
from pathlib import Path
from typing import Any

import pytest

RUN = """axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(
  found.violations.map(v => [v.id, v.help, v.nodes.length, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))])))"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker's script, as a package of the workshop carries it; AXE names another copy."""
    if "AXE" in os.environ:
        return Path(os.environ["AXE"]).read_text(encoding="utf-8")
    pytest.importorskip("axe_core_python", reason="needs axe-core-python, which carries axe-core")
    return (importlib.resources.files("axe_core_python") / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(browser: Any, axe: str, dossier: str, tmp_path: Path, theme: str, width: int) -> None:
    path = tmp_path / "dossier.html"
    path.write_text(dossier, encoding="utf-8")
    page = browser.open(path, width=width)
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
    page.evaluate(axe + ";0")  # the page's own policy would refuse the script; the DevTools are above it
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    violations = json.loads(page.evaluate(RUN))
    page.close()
    assert violations == []


def test_axe_would_have_found_one(browser: Any, axe: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text("<!doctype html><title>x</title><img src='data:,'><p style='color:#eee;background:#fff'>pale</p>")
    page = browser.open(path)
    page.evaluate(axe + ";0")
    found = {rule for rule, *_ in json.loads(page.evaluate(RUN))}
    page.close()
    assert {"image-alt", "color-contrast", "html-has-lang"} <= found
