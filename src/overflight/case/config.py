"""`case.toml`: what the user says about a case, checked before anything relies on it."""

from __future__ import annotations

import dataclasses
import tomllib
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from overflight.errors import CaseError
from overflight.records.finding import Question
from overflight.settings import Settings

TEMPLATE = """\
# What this case asks. Edit freely; the next build reads it.
title = {title}
question = {question}

# Names, registrations and places to watch: flights of these airframes into these places are listed
# even where no report speaks of them. Parties named in the reports and places they name are watched anyway.
watched = {watched}
places = {places}

# A language model (OpenAI-compatible) may propose claims; they count for nothing until the editor accepts them:
# [model]
# address = "http://127.0.0.1:8080/v1"
# name = "default"
# allow_remote = false

# Thresholds can be changed by stage, for example:
# [tracks]
# min_gap_s = 600.0
"""


class ModelConfig(BaseModel):
    """A language model that may propose claims: where it listens, what it is called there, whether it may be elsewhere."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str
    name: str = "default"
    allow_remote: bool = False


class CaseConfig(BaseModel):
    """The content of `case.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = ""
    question: str = ""
    watched: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    model: ModelConfig | None = None
    tracks: dict[str, Any] = {}
    parties: dict[str, Any] = {}
    lineage: dict[str, Any] = {}
    assessment: dict[str, Any] = {}

    def asked(self) -> Question:
        """The question the pipeline is given."""
        return Question(title=self.title, question=self.question, watched=self.watched, places=self.places)

    def settings(self) -> Settings:
        """The defaults with what the case changes. Raises CaseError on a setting that does not exist."""
        default = Settings()
        return Settings(
            tracks=changed("tracks", default.tracks, self.tracks),
            parties=changed("parties", default.parties, self.parties),
            lineage=changed("lineage", default.lineage, self.lineage),
            assessment=changed("assessment", default.assessment, self.assessment),
        )


def changed(stage: str, default: Any, wanted: dict[str, Any]) -> Any:
    """A stage's settings with some of them changed."""
    known = {f.name for f in dataclasses.fields(default)}
    for name in wanted:
        if name not in known:
            raise CaseError(
                f'"{name}" is not a setting of [{stage}]',
                where="case.toml",
                now=f"Known are: {', '.join(sorted(known))}.",
            )
    return dataclasses.replace(default, **wanted)


def read_config(content: bytes) -> CaseConfig:
    """The case's own words. Raises CaseError naming the line or field that is wrong."""
    try:
        return CaseConfig.model_validate(tomllib.loads(content.decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"it is not valid TOML: {error}", where="case.toml", now="Correct it.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise CaseError(f"{field}: {first['msg']}", where="case.toml", now="Correct the field.") from error


def write_config(config: CaseConfig) -> bytes:
    """A fresh `case.toml` with its comments."""
    words = {name: toml_value(getattr(config, name)) for name in ("title", "question", "watched", "places")}
    return TEMPLATE.format(**words).encode()


def toml_value(value: str | tuple[str, ...]) -> str:
    """A string or a list of strings as TOML; JSON's escapes are valid in TOML's basic strings."""
    import json

    if isinstance(value, str):
        return json.dumps(value)
    return "[" + ", ".join(json.dumps(v) for v in value) + "]"
