"""A trigger and its surroundings, in languages without a parser: the mentions, nouns and prepositions around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from overflight.documents.frames.event_words import event_words
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.languages import LanguageTable
from overflight.records.claim import ClaimKind, Filler

CRAFT = frozenset({"aircraft_type", "registration", "flight_number"})
BODIES = frozenset({"organisation", "operator", "group", "government"})
GOODS = frozenset({"goods", "weapon"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in the text."""

    start: int
    end: int
    kind: ClaimKind
    subtype: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A trigger's surroundings in its sentence: where its roles may stand."""

    scene: Scene
    table: LanguageTable
    hit: Hit
    sentence: int
    left: int
    right: int
    masked: tuple[tuple[int, int], ...] = ()

    def mentions(self, *kinds: str) -> tuple[MentionLike, ...]:
        """The mentions of some kinds in the stretch, without those of its speakers and goods that are part of a name."""
        return tuple(
            m
            for m in self.scene.within(self.left, self.right)
            if m.kind in kinds
            and not any(start <= m.start < end for start, end in self.masked)
            and not (m.kind in GOODS and _is_in_name(self.scene.text, m))
        )

    def nouns(self, kind: str) -> Iterator[Filler]:
        """Common nouns of one kind (`aircraft`, `people` …) in the stretch, each with what belongs to it."""
        for match in event_words(self.table.code).nouns[kind].finditer(self.scene.text, self.left, self.right):
            if any(start <= match.start() < end for start, end in self.masked):
                continue
            start, end = _with_article(self, match.start()), _with_complement(self, match.end())
            yield Filler(text=self.scene.text[start:end], start=start, end=end)


_COMPLEMENT = re.compile(
    r" ((?:de|du|des|d[’']|del|della|dei|delle|di|da|do|das|dos|der|von|aus|из|من|از) ?)?(?:l[ae] |l[’']|el |los |las )?([^\W\d_]+)"
)
_DESCRIBING = frozenset({"demonym", "government", "organisation", "operator", "group", "place"})


def _with_complement(stretch: Stretch, end: int) -> int:
    """Where a noun ends with what tells whose or what sort it is (`una misión de técnicos rusos`)."""
    text = stretch.scene.text
    for _ in range(3):
        match = _COMPLEMENT.match(text, end, stretch.right)
        if match is None:
            return end
        named = [m for m in stretch.scene.within(match.start(2), match.start(2) + 60) if m.start == match.start(2)]
        told = max((m.end for m in named if m.kind in _DESCRIBING and (match[1] or m.kind != "place")), default=None)
        if told is not None:
            end = told
        elif match[1] and match[2].islower():
            end = match.end(2)
        else:
            return end
    return end


def _is_in_name(text: str, mention: MentionLike) -> bool:
    """Whether a word for goods is only a part of a capitalised name (`Kavir Motors`)."""
    before = re.search(r"(\w+) $", text[max(0, mention.start - 24) : mention.start])
    return (
        text[mention.start].isupper()
        and before is not None
        and before.group(1)[:1].isupper()
        and mention.kind == "goods"
    )


def filler_of(stretch: Stretch, mention: MentionLike) -> Filler:
    """A mention with its article; prefixed letters of Arabic stay with the word."""
    text = stretch.scene.text
    start = mention.start if mention.kind == "place" else _with_article(stretch, mention.start)
    while stretch.table.is_right_to_left and start > stretch.left and text[start - 1].isalpha():
        start -= 1
    return Filler(text=text[start : mention.end], start=start, end=mention.end, norm=mention.norm)


_ELIDED = {
    "d'": "de", "d’": "de", "dall'": "da", "dall’": "da", "dell'": "di", "dell’": "di", "all'": "a", "all’": "a", "nell'": "in",
    "nell’": "in", "al": "a", "del": "de", "dal": "da", "dalla": "da", "nel": "in", "nella": "in", "alla": "a",
        "do": "de", "da": "da",
}  # fmt: skip
"""Prepositions that have swallowed an article, or lost a vowel to the next word."""


def preposition_roles(stretch: Stretch, start: int) -> tuple[str, ...]:
    """The roles that the preposition right before a mention announces, an article between them not minding."""
    text = stretch.scene.text[max(stretch.left, start - 28) : start].lower()
    words = [_ELIDED.get(w, w) for w in re.sub(r"([’'])$", r"\1 ", text.rstrip()).split()]
    if (
        words
        and words[-1] in stretch.table.articles
        and not any(c.form == words[-1] for c in stretch.table.prepositions)
    ):
        words = words[:-1]
    joined = " " + " ".join(words)
    found = [c for c in stretch.table.prepositions if joined.endswith((f" {c.form}", f"’{c.form}"))]
    longest = max((len(c.form) for c in found), default=0)
    roles = [c.value for c in found if len(c.form) == longest]
    if not roles and stretch.table.is_right_to_left:
        roles = [
            c.value
            for c in stretch.table.prepositions
            if len(c.form) == 1 and stretch.scene.text[start : start + 1] == c.form
        ]
    return tuple(roles)


def _with_article(stretch: Stretch, start: int) -> int:
    """Where a noun begins with the article or number word right before it."""
    before = stretch.scene.text[max(stretch.left, start - 6) : start]
    article = re.search(r"(?<!\w)(\w+)[ ’']$", before)
    if article and article.group(1).lower() in stretch.table.articles:
        return start - len(before) + article.start(1)
    return start
