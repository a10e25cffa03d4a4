"""Words and progress on the terminal: messages to standard error, results to standard output."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


@contextlib.contextmanager
def working(first: str) -> Iterator[Callable[[str], None]]:
    """A line on standard error that says what is being done, only on a terminal; yields a way to change its words."""
    if not err.is_terminal:
        yield lambda words: None
        return
    with err.status(first) as status:
        yield status.update


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun in the right number: one flight, several flights."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
