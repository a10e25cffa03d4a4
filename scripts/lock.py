"""Writes requirements/*.lock: every dependency pinned with hashes, for Linux, macOS and Windows alike. Run by `make lock`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run.lock": ["build"], "dev.lock": ["build", "dev"]}


def main() -> None:
    for name, groups in LOCKS.items():
        command = [
            "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes",
            "--no-header", "--no-emit-index-url", "--quiet", "--upgrade", "-o", f"requirements/{name}",
            *(part for group in groups for part in ("--group", group)),
        ]  # fmt: skip
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
