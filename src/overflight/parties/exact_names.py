"""Names in the plain sense: the same words in the same order, whatever their case, accents and punctuation."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from overflight.records.party import NameKind, Party, PartyId, PartyName, PartySchema

APOSTROPHES = "'’`ʼ"
"""Marks inside a word that do not part it: `Sa'id` and `Said` are one word."""

_ASCII = {n: None if chr(n) in APOSTROPHES else " " for n in range(128) if not chr(n).isalnum()}


def name_key(text: str) -> str:
    """The words of a name in their order, folded: `Qeshm-Fars  Air` and `QESHM FARS AIR` give one key.

    Letters keep their script: a Cyrillic А is not a Latin A, so that a look-alike never matches silently.
    """
    if text.isascii():
        return " ".join(text.casefold().translate(_ASCII).split())
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c) and c not in APOSTROPHES)
    return " ".join(kept.split())


def is_mixed_script(text: str) -> bool:
    """Whether one word has Latin letters beside Cyrillic or Greek ones: written to look like another word."""
    return any(len({_script(c) for c in word if c.isalpha()} & LOOK_ALIKE_SCRIPTS) > 1 for word in text.split())


LOOK_ALIKE_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK"}
"""Scripts whose letters pass for one another."""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def name_keys(name: str, schema: PartySchema) -> tuple[str, ...]:
    """The keys under which a listed name is found; a person's `FAMILY, Given` also as `Given FAMILY`."""
    key = name_key(name)
    family, comma, given = name.partition(", ")
    if comma and schema is PartySchema.PERSON:
        return (key, name_key(f"{given} {family}"))
    return (key,)


@dataclass(frozen=True, slots=True)
class NameHit:
    """A party found by one of its names."""

    party: PartyId
    name: PartyName


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Parties by the folded words of their names."""

    hits: dict[str, tuple[NameHit, ...]]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> NameIndex:
        """The index over all names of all parties."""
        found: dict[str, dict[PartyId, NameHit]] = {}
        for party in parties:
            for name in party.names:
                for key in name_keys(name.text, party.schema):
                    if key:
                        known = found.setdefault(key, {})
                        hit = known.get(party.party)
                        if hit is None or (hit.name.kind is NameKind.FORMER and name.kind is not NameKind.FORMER):
                            known[party.party] = NameHit(party.party, name)
        return cls({key: tuple(hits.values()) for key, hits in found.items()})

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Who bears this name, word for word; () where nobody does."""
        hits = self.hits.get(name_key(text), ())
        family, comma, given = text.partition(", ")
        if not hits and comma:
            hits = self.hits.get(name_key(f"{given} {family}"), ())
        return hits
