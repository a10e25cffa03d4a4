"""The words of events in the languages without a parser: what opens a claim, and the nouns that fill its roles.

Each language has a table in `events/`; its triggers are read with those of the language's general table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from overflight.documents.languages import forms_pattern, language_table
from overflight.records.claim import ClaimKind

NOUN_KINDS = ("aircraft", "vehicle", "people", "operator", "bodies", "victims", "held", "goods")
"""What the nouns of a table stand for; `held` are those who may be arrested."""


@dataclass(frozen=True, slots=True)
class EventWords:
    """The patterns of one language. triggers: kind, subtype and pattern, in a fixed order; nouns: by what they stand for.

    civil, combat: what makes a movement one of sports or timetables, and weapons ones that are used, not moved.
    conditional: what opens a sentence of something that is only supposed; off: what says that nothing came of it; reason: what
    stands between a designation or arrest and what it was for.
    """

    triggers: tuple[tuple[ClaimKind, str | None, re.Pattern[str]], ...]
    nouns: dict[str, re.Pattern[str]]
    conditional: re.Pattern[str]
    off: re.Pattern[str]
    civil: re.Pattern[str]
    combat: re.Pattern[str]
    reason: re.Pattern[str]


@lru_cache(maxsize=16)
def event_words(code: str) -> EventWords:
    """The words of a language; of one without a table in `events/`, its general triggers alone."""
    path = files(__package__).joinpath("events").joinpath(f"{code}.toml")
    raw = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    forms: dict[tuple[ClaimKind, str], list[str]] = {}
    for trigger in language_table(code).triggers:
        forms.setdefault((trigger.kind, trigger.subtype or ""), []).append(trigger.form)
    for key, more in raw.get("triggers", {}).items():
        kind, _, subtype = key.partition(".")
        forms.setdefault((ClaimKind(kind), subtype), []).extend(more)
    for key, less in raw.get("without", {}).items():
        kind, _, subtype = key.partition(".")
        own = forms[ClaimKind(kind), subtype]
        forms[ClaimKind(kind), subtype] = [form for form in own if form not in less]
    marks = raw.get("marks", {})
    return EventWords(
        triggers=tuple(
            (kind, subtype or None, forms_pattern(forms[kind, subtype], code)) for kind, subtype in sorted(forms)
        ),
        nouns={kind: forms_pattern(raw.get("nouns", {}).get(kind, ()), code) for kind in NOUN_KINDS},
        conditional=_opening(marks.get("conditional", ()), code),
        off=forms_pattern(marks.get("off", ()), code),
        civil=forms_pattern(marks.get("civil", ()), code),
        combat=forms_pattern(marks.get("combat", ()), code),
        reason=forms_pattern(marks.get("reason", ()), code),
    )


def _opening(forms: Sequence[str], code: str) -> re.Pattern[str]:
    """A pattern that finds any of the forms at the beginning of a sentence alone."""
    return re.compile(rf"\W*{forms_pattern(forms, code).pattern}", re.IGNORECASE)
