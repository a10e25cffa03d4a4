"""One word of a name: what it says, what it sounds like, what it weighs and what it does there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from overflight.parties.names.scripts import Script, romanise, script_of
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.tables import WordClass, rarity

CLASS_WEIGHTS: dict[WordClass, float] = {
    WordClass.DISTINCTIVE: 1.0,
    WordClass.IMAGE: 0.7,
    WordClass.NUMBER: 0.7,
    WordClass.PLACE: 0.45,
    WordClass.FIELD: 0.35,
    WordClass.FORM: 0.15,
    WordClass.INITIAL: 0.25,
    WordClass.LEGAL: 0.03,
    WordClass.TITLE: 0.05,
    WordClass.PARTICLE: 0.05,
    WordClass.JOINT: 0.0,
}
"""Share of a distinctive word's weight; distinctive words are weighed by rarity besides."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    text: the plain word in its own script; latin: romanised; concept: what it means where the table knows; value: of a number;
    is_aside: it only explains the name; after_bin: it names a father; words: of a phrase; is_distinctive: missing it means
    another party; bones: its consonants, blurred.
    """

    text: str
    latin: str
    script: Script
    word_class: WordClass
    weight: float
    concept: str | None = None
    value: int | None = None
    is_aside: bool = False
    after_bin: bool = False
    words: tuple[str, ...] = ()
    is_distinctive: bool = field(init=False, compare=False)
    bones: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        is_distinctive = self.word_class in (WordClass.DISTINCTIVE, WordClass.IMAGE)
        object.__setattr__(self, "is_distinctive", is_distinctive)
        object.__setattr__(self, "bones", sound_keys(self.latin)[2])


@lru_cache(maxsize=1 << 16)
def make_token(text: str, word_class: WordClass, concept: str | None = None, value: int | None = None) -> Token:
    """The token of a plain word that does this in a name."""
    latin = romanise(text)
    weight = CLASS_WEIGHTS[word_class]
    if word_class is WordClass.DISTINCTIVE:
        weight *= rarity(latin)
    return Token(text, latin, script_of(text), word_class, weight, concept, value)


@lru_cache(maxsize=1 << 14)
def phrase_token(words: tuple[str, ...], word_class: WordClass, concept: str) -> Token:
    """The token of a generic phrase of several words."""
    return replace(make_token("".join(words), word_class, concept), words=words)
