"""The invented case, rendered once, and a real browser where there is one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from overflight.publishing import render_dossier

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # other work on the same machine must not fail a test
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def dossier() -> str:
    """The invented case with hostile strings in every field."""
    import world

    return render_dossier(world.case())


@pytest.fixture(scope="session")
def calm_dossier() -> str:
    """The invented case without the hostile report."""
    import world

    return render_dossier(world.calm_case())


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium that is spoken to over a pipe."""
    from chromium import Chromium, find_chromium

    program = find_chromium()
    if program is None:
        pytest.skip("needs a Chromium on the path, and there is none")
    started = Chromium(program)
    yield started
    started.close()
