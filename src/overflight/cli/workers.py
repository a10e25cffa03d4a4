"""All cores for work that the stages cut into jobs: the shell starts the processes, the stages know nothing of them."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

JOBS_AHEAD = 2
"""Jobs handed out for each process before the first result is taken: enough to keep it busy, few enough to be held."""


def cores() -> int:
    """How many processes may run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """Maps in order over processes, never running far ahead of the results that were taken. tell: hears how far it is."""

    def __init__(self, executor: ProcessPoolExecutor, processes: int) -> None:
        self._executor = executor
        self._processes = processes
        self.tell: Callable[[str, int | None, int | None], None] | None = None

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterator[R]:
        """The results, in the order of the items."""
        waiting: deque[Future[R]] = deque()
        of = len(items) if isinstance(items, Sized) else None
        done = 0
        for item in items:
            waiting.append(self._executor.submit(function, item))
            if len(waiting) >= self._processes * JOBS_AHEAD:
                yield waiting.popleft().result()
                done = self._told(done + 1, of)
        while waiting:
            yield waiting.popleft().result()
            done = self._told(done + 1, of)

    def _told(self, done: int, of: int | None) -> int:
        if self.tell is not None:
            self.tell("Reading positions …" if of is None else "Finding flights …", done, of)
        return done

    def get_ready(self, module: str) -> None:
        """Has every process start and import a module while the caller does something else."""
        for _ in range(self._processes):
            self._executor.submit(imported, module)


def imported(module: str) -> str:
    """The name of a module, which is then there."""
    return importlib.import_module(module).__name__


@contextlib.contextmanager
def pool(processes: int | None = None) -> Iterator[Pool]:
    """A pool of fresh processes, gone afterwards; they are started anew, since a fork of threads may never wake up."""
    count = processes or cores()
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield Pool(executor, count)
