"""Answers from outside, kept by the content of the question: the same question is asked once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from overflight.case.disk import write_atomically


def kept_answer(folder: Path, question: bytes, ask: Callable[[], bytes]) -> bytes:
    """The kept answer to this very question, else a fresh one, which is then kept."""
    path = folder / f"{hashlib.sha256(question).hexdigest()}.json"
    if path.exists():
        return path.read_bytes()
    answer = ask()
    write_atomically(path, answer)
    return answer


def answers_folder() -> Path:
    """Where answers are kept for this user, by the system's own custom."""
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "overflight" / "answers"
