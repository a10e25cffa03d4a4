"""The one clock of the house. The core never sees it."""

from __future__ import annotations

import datetime as dt
import os


def now() -> dt.datetime:
    """The present instant, UTC, to the second; `SOURCE_DATE_EPOCH` (epoch seconds) stands in for it where it is set."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed and fixed.isdigit():
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
