"""Words and progress on the terminal: messages to standard error, results to standard output."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


class Telling:
    """Says on a progress line what is being done, and how far it has come where that is known."""

    def __init__(self, progress: Progress | None = None, task: TaskID | None = None) -> None:
        self._progress = progress
        self._task = task

    def __call__(self, words: str, done: int | None = None, of: int | None = None) -> None:
        """Changes the words, and the bar where a count is given."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=words, completed=done or 0, total=of)


@contextlib.contextmanager
def working(first: str) -> Iterator[Telling]:
    """A progress line on standard error, gone when the work is done; nothing at all where that is not a terminal."""
    if not err.is_terminal:
        yield Telling()
        return
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(24), TimeElapsedColumn()
    with Progress(*columns, console=err, transient=True) as progress:
        yield Telling(progress, progress.add_task(first, total=None))


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun in the right number: one flight, several flights."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
