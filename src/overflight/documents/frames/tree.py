"""A sentence as words that hang on each other (Universal Dependencies), free of the parser that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word; start and end count code points of the report's text, head is the index of the word it hangs on."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int

    @property
    def is_verb(self) -> bool:
        """Whether it was tagged as a verb form."""
        return self.tag.startswith("VB")

    @property
    def is_noun(self) -> bool:
        """Whether it was tagged as a noun or a name."""
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        """Whether it was tagged as a name."""
        return self.tag.startswith("NNP") or (self.tag == "NN" and len(self.text) > 1 and self.text.isupper())


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's words and, for each, the words that hang on it, in text order."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> Tree:
        """The tree of words whose heads are set."""
        below: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head != word.i:
                below[word.head].append(word.i)
        return cls(words, tuple(tuple(c) for c in below))

    def kids(self, i: int, *deps: str) -> Iterator[Word]:
        """The words that hang on word i, by any of the relations (all where none is named)."""
        for child in self.children[i]:
            word = self.words[child]
            if not deps or word.dep in deps:
                yield word

    def kid(self, i: int, *deps: str) -> Word | None:
        """The first such word."""
        return next(self.kids(i, *deps), None)

    def below(self, i: int, *, without: frozenset[str] = frozenset()) -> list[int]:
        """Word i and all that hangs on it, sorted; branches of the named relations are cut off."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(c for c in self.children[at] if self.words[c].dep not in without and c != i)
        return sorted(set(found))

    def up(self, i: int) -> Iterator[Word]:
        """The words above word i, nearest first."""
        seen = {i}
        at = self.words[i].head
        while at not in seen:
            seen.add(at)
            yield self.words[at]
            at = self.words[at].head

    def governs(self, high: int, low: int) -> bool:
        """Whether word `low` hangs on word `high`, directly or not, or is it."""
        return high == low or any(word.i == high for word in self.up(low))
