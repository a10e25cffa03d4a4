"""What each language contributes: one table a language, read from a TOML file beside this one."""

from __future__ import annotations

from overflight.documents.languages.table import (
    LANGUAGES,
    Cue,
    LanguageTable,
    Trigger,
    contracted,
    fold,
    forms_pattern,
    language_table,
)

__all__ = ["LANGUAGES", "Cue", "LanguageTable", "Trigger", "contracted", "fold", "forms_pattern", "language_table"]
