"""The table of constructions: what English says with a verb or noun and a set place for each party (constructions*.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from overflight.documents.frames.forms import form_index
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind

_TABLES = ("constructions.toml", "constructions_goods.toml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role is looked for, what sort of thing must stand there, and whether the row holds without it."""

    role: str
    where: str
    sort: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of the table; its columns are told at the head of constructions.toml."""

    name: str
    kind: ClaimKind
    subtype: str | None
    particles: frozenset[str]
    nouns: frozenset[str]
    subjects: frozenset[str]
    sanctions: bool
    at: Place | None
    is_passive_only: bool
    is_negated: bool
    modality: str | None
    places: tuple[Place, ...]
    hints: tuple[frozenset[str], ...]
    """Words of each of which the sentence must hold one, or the row cannot answer."""


@lru_cache(maxsize=1)
def constructions() -> Mapping[str, tuple[Construction, ...]]:
    """The rows of the table by the base form of their verbs, in the order of the table."""
    return _by_word("row", "verbs")


@lru_cache(maxsize=1)
def nominals() -> Mapping[str, tuple[Construction, ...]]:
    """The rows for nouns, by noun."""
    return _by_word("nominal", "nouns")


def _by_word(section: str, column: str) -> Mapping[str, tuple[Construction, ...]]:
    found: dict[str, list[Construction]] = {}
    for name in _TABLES:
        table = tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
        sets = {noun: frozenset(text.split()) for noun, text in table["nouns"].items()}
        for row in table[section]:
            made = _construction(row, sets)
            for word in row[column].split():
                found.setdefault(word, []).append(made)
    return {word: tuple(rows) for word, rows in found.items()}


def _construction(row: Mapping[str, Any], sets: Mapping[str, frozenset[str]]) -> Construction:
    noun = row.get("noun", "")
    nouns = sets.get(noun, frozenset(noun.split()))
    particles = frozenset(row.get("particle", "").split())
    at = _place("at", row["at"]) if "at" in row else None
    places = tuple(_place(role, one) for role, several in row["roles"].items() for one in several.split(","))
    alone = [p for p in places if p.is_needed and sum(q.role == p.role for q in places) == 1]
    hints = [nouns if noun != "sanction" else frozenset[str](), particles, *(_prepositions(p) for p in (at, *alone))]
    return Construction(
        name=row.get("subtype") or row["kind"],
        kind=ClaimKind(row["kind"]),
        subtype=row.get("subtype"),
        particles=particles,
        nouns=nouns,
        subjects=sets.get(row.get("subject", ""), frozenset(row.get("subject", "").split())),
        sanctions=noun == "sanction",
        at=at,
        is_passive_only=row.get("voice") == "passive",
        is_negated=row.get("negated", False),
        modality=row.get("modality"),
        places=places,
        hints=tuple(hint for hint in hints if hint),
    )


_OWN_PLACES = frozenset(
    wordlist("agent theme subject second at owner from way goal site place count reason charge bound deathplace")
)


def _prepositions(place: Place | None) -> frozenset[str]:
    """The first words of the prepositions that a place asks for; none where it asks for something else."""
    if place is None or not place.where or "." in place.where or place.where in _OWN_PLACES:
        return frozenset()
    several = place.where.split("|")
    return frozenset(text.split()[0] for text in several) if all(several) else frozenset()


def _place(role: str, text: str) -> Place:
    is_needed = not text.rstrip().endswith("?")
    where, _, sort = text.strip().removesuffix("?").partition(":")
    return Place(role, where.strip(), sort.strip(), is_needed)


@lru_cache(maxsize=1)
def construction_forms() -> Mapping[str, str]:
    """From every form of the table's verbs to the verb."""
    return form_index(sorted(constructions()))
