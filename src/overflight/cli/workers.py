"""All cores for work that the stages cut into jobs: the shell starts the processes, the stages know nothing of them."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.context import BaseContext
from typing import TypeVar

FOR_WORKERS = {
    # each process is one of as many as there are cores: threads of its own would only get in the way of the others
    "POLARS_MAX_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # memory that was taken once is kept for the next job: asking the system again costs more than a tenth of the time
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:-1,muzzy_decay_ms:-1",
    "MALLOC_MMAP_THRESHOLD_": "1073741824",
    "MALLOC_TRIM_THRESHOLD_": "1073741824",
}
"""What the libraries of a worker read from its environment as they start, unless the user has said otherwise."""

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

    def get_ready(self, modules: Sequence[str]) -> None:
        """Has every process start and import modules while the caller does something else."""
        for _ in range(self._processes):
            self._executor.submit(imported, modules)


def imported(modules: Sequence[str]) -> int:
    """How many modules there are, all of them imported."""
    return len([importlib.import_module(module) for module in modules])


@contextlib.contextmanager
def pool(processes: int | None = None, *, modules: Sequence[str] = ()) -> Iterator[Pool]:
    """A pool of fresh processes, gone afterwards. modules: what they need, imported once for all if possible."""
    count = processes or cores()
    with environment(FOR_WORKERS), ProcessPoolExecutor(count, mp_context=starting(modules)) as executor:
        yield Pool(executor, count)


def starting(modules: Sequence[str]) -> BaseContext:
    """How processes start: never as forks of this one, whose threads would not wake up in them.

    Where the system can, a process that has imported the modules and started no thread is forked; else each starts anew.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    return context


@contextlib.contextmanager
def environment(wanted: Mapping[str, str]) -> Iterator[None]:
    """These variables for processes that are started meanwhile, as far as the user has not set them."""
    added = [name for name in wanted if name not in os.environ]
    os.environ.update({name: wanted[name] for name in added})
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]
