"""The parser's matrix products by numpy's own library, on one thread.

Two thirds of a report's time go into these products. The library that comes with spaCy is built for any processor and uses
none of its wide registers; numpy's is three times as fast. It would share one product among all cores, though, and burn
their time in waiting for each other; so it is held to one thread, which also keeps the order of every sum, and with it
the result, the same on any number of cores. Where it cannot be held, spaCy's own library stays. Decision 0075.
"""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

_FOLDERS = ("../numpy.libs", ".dylibs")
"""Where the wheels of numpy keep their library, seen from the package (Linux and Windows, macOS)."""
_SETTERS = (
    "scipy_openblas_set_num_threads64_",
    "scipy_openblas_set_num_threads",
    "openblas_set_num_threads64_",
    "openblas_set_num_threads",
)
"""What the library calls its setter of threads, from the newest builds to the oldest."""


def use_numpy_products(pipeline: Any) -> None:
    """Gives all layers of a loaded pipeline the products of numpy, where these can be held to one thread."""
    if not _is_held_to_one_thread():
        return
    ops = _products()
    for _, component in pipeline.pipeline:
        for layer in component.model.walk():
            layer.ops = ops


@cache
def _is_held_to_one_thread() -> bool:
    """Sets numpy's library to one thread for this process; False where it is not found."""
    package = Path(np.__file__).parent
    for library in sorted(path for folder in _FOLDERS for path in (package / folder).glob("*openblas*")):
        handle = ctypes.CDLL(str(library.resolve()))
        for name in _SETTERS:
            setter = getattr(handle, name, None)
            if setter is not None:
                setter(1)
                return True
    return False


def _products() -> Any:
    from thinc.api import NumpyOps

    class NumpyProducts(NumpyOps):  # type: ignore[misc]
        """The parser's arithmetic with its products taken from numpy."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            """The product of two matrices, each turned over first where asked."""
            return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    return NumpyProducts()
