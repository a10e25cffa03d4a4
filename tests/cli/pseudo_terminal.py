"""A command in a real pseudo-terminal: what it shows is read, and what is typed is sent."""

from __future__ import annotations

import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][A-Z0-9])")
"""What colours and moves the cursor."""

PROMPT = "› "
"""How every question ends."""

PATIENCE_S = 60.0
"""Longest wait for a prompt; the machine may be busy."""


class Terminal:
    """A command that runs as if a person sat before it. `seen` is all it showed so far, `raw` with its colours."""

    def __init__(self, *command: str, folder: Path, rows: int = 40, columns: int = 100) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "overflight.cli", *command],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=folder, env=environment, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.raw = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def seen(self) -> str:
        """What was shown, without colours."""
        return ESCAPES.sub("", self.raw).replace("\r", "")

    def asked(self, after: int = 0) -> str:
        """All that is shown past a place until something is asked or the command ends."""
        limit = time.monotonic() + PATIENCE_S
        while not self.seen[after:].endswith(PROMPT) and self._read():
            if time.monotonic() > limit:
                raise AssertionError(f"nothing was asked; what was shown: {self.seen[after:]}")
        return self.seen[after:]

    def answer(self, line: str) -> str:
        """Types a line; returns what is shown until the next question or the end."""
        after = len(self.seen)
        os.write(self._ours, line.encode() + b"\n")
        return self.asked(after)

    def end(self) -> int:
        """Reads to the end and returns the exit status."""
        while self._read():
            pass
        return self._process.wait(PATIENCE_S)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], 1.0)
        if not ready:
            return self._process.poll() is None
        try:
            content = os.read(self._ours, 65536)
        except OSError:
            return False
        self.raw += content.decode("utf-8", "replace")
        return bool(content)
