"""A trigger and the noun phrases around it: which is its subject, which its object, which one each preposition announces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile

from overflight.documents.frames.linear.chunks import Chunk
from overflight.documents.frames.linear.triggers import Hit
from overflight.documents.frames.linear.words import key, marker_at, noun_nature, sort_of
from overflight.documents.languages import LanguageTable, forms_pattern, language_table
from overflight.records.claim import ClaimKind, Filler

NOT_NOUNS = frozenset({"date", "time", "count"})
"""Natures that neither act nor are acted upon."""


_GOING = frozenset({ClaimKind.FLIGHT, ClaimKind.VISIT})
"""Kinds whose verbs have no object."""
_LONG_FIELD = 30
"""Words between a verb and its subject behind it that are looked at for another verb."""
_LONGEST_NAME = 32
"""Characters of the longest name of a person in a script without capitals."""
_ADJACENT = 10
"""Characters between a noun and the verb behind it: a blank, and a particle of tense."""
_JOINED = 6
"""Characters before a clause in which its word for `and` may stand."""
_JOINED_LATE = 40
"""The same where the verb stands last and a source may follow the word for `and`."""
_NEGATED = 20
"""Characters before a trigger in which its negation stands: two auxiliaries."""
_OPENING = 24
"""Characters within which a trigger still opens its sentence: an article, an adjective, an ordinal."""


@dataclass(frozen=True, slots=True)
class Clause:
    """left, right: where this trigger's own roles may stand; chunks: those of the whole sentence, in order.

    is_told: somebody says it in the same sentence, before a word for `that`.
    """

    text: str
    table: LanguageTable
    hit: Hit
    left: int
    right: int
    sentence: tuple[int, int]
    chunks: tuple[Chunk, ...]
    is_told: bool = False

    @property
    def own(self) -> tuple[Chunk, ...]:
        """The phrases within the trigger's reach, without those that name who says so."""
        return tuple(
            c for c in self.chunks if self.left <= c.start and c.end <= self.right and "speaker" not in c.marks
        )

    def before(self) -> tuple[Chunk, ...]:
        """The phrases before the trigger, the nearest first."""
        return tuple(c for c in reversed(self.own) if c.end <= self.hit.start)

    def after(self) -> tuple[Chunk, ...]:
        """The phrases behind the trigger's first word, the nearest first."""
        return tuple(c for c in self.own if c.start >= self.hit.head)

    def around(self) -> tuple[Chunk, ...]:
        """The bare phrases on the side where the language puts its subject, then on the other."""
        first = [c for c in self.before() if (c.is_bare or self._is_described(c)) and c.nature not in NOT_NOUNS]
        second = [c for c in self.after() if c.is_bare and c.nature not in NOT_NOUNS and self.is_joined(c)]
        if (self.table.order == "VSO" and not self._is_led(first)) or (not first and self._is_inverted()):
            first, second = second, first
        return (*first, *second)

    def _is_described(self, chunk: Chunk) -> bool:
        """Whether a participle follows a phrase right behind a comma (`by Vera Roy, arrested in March`)."""
        return self.hit.voice == "passive" and self.text[chunk.end : self.hit.start].strip() in {",", "،", ")"}

    def _is_led(self, before: Sequence[Chunk]) -> bool:
        """Whether a noun stands right before an Arabic verb, as behind `that` and before `had`."""
        return (
            bool(before)
            and self.hit.start - before[0].end <= _ADJACENT
            and "،" not in self.text[before[0].end : self.hit.start]
        )

    def is_joined(self, chunk: Chunk) -> bool:
        """Whether no comma stands between the trigger and a phrase behind it: what follows one has a verb of its own."""
        between = self.text[self.hit.end : chunk.start]
        words = (sort_of(self.table.code, key(w)) == "verb" for w in between.split()[:_LONG_FIELD])
        return not re.search(r"[,،;:»”]", between) and not any(dropwhile(bool, words))

    def _is_inverted(self) -> bool:
        """Whether the subject follows the verb: nothing but words of time and place before it, a bare phrase right behind it."""
        bare = [c for c in self.before() if c.is_bare and c.nature not in NOT_NOUNS]
        behind = next(iter(self.after()), None)
        return not bare and behind is not None and behind.is_bare

    def subject(self, natures: Collection[str]) -> Chunk | None:
        """The bare phrase of some nature nearest to the trigger on its subject side, else the one on the other side."""
        if self.hit.voice == "noun":
            return self.marked("actor", natures) or self.marked("of", natures) or self._far(natures)
        every = [c for c in self.around() if c.nature in natures and not c.is_object]
        if self.is_last:
            near = [c for c in every if c.end <= self.hit.start and self._is_near(c)]
            every = near[-1:] or every
        elif self.table.order == "SVO" and self.hit.voice == "active" and self.pronoun is not None:
            every = [c for c in every if c.end <= self.hit.start]
        return next(iter(every), None) or self._shared(natures)

    def _shared(self, natures: Collection[str]) -> Chunk | None:
        """The subject of the clause before, where this one goes on with `and` or is what that subject says (`said that …`)."""
        if self.hit.voice == "noun" or self.pronoun is not None or self.table.order == "VSO":
            return None
        reach = _JOINED_LATE if self.table.order == "SOV" else _JOINED
        words = [key(w) for w in self.text[max(self.sentence[0], self.left - reach) : self.hit.start].split()]
        is_joined = self.is_told or any(sort_of(self.table.code, w) == "and" for w in words)
        own = [c for c in self.before() if c.is_bare and c.nature not in NOT_NOUNS]
        behind = [c for c in self.after()[:1] if c.is_bare and c.nature not in NOT_NOUNS | {"place"}]
        is_going = self.hit.kind in _GOING and bool(behind)
        if not is_joined or is_going or (own and not self.is_last):
            return None
        earlier = (c for c in self.chunks if c.end <= self.left and c.is_bare and not c.is_object)
        first = next((c for c in earlier if c.nature not in NOT_NOUNS), None)
        return first if first is not None and first.nature in natures else None

    def agent(self, natures: Collection[str]) -> Chunk | None:
        """Who acts: the subject of an active trigger; of a passive one the phrase behind `by`, or in a case for it."""
        if self.hit.voice != "passive":
            return self.subject(natures)
        endings = self.table.grammar.get("instrumental", ())
        in_case = (
            c
            for c in self.own
            if c.is_bare and c.nature in natures and c.nature in {"authority", "state", "company", "people"}
        )
        return self.marked("actor", natures) or next((c for c in in_case if self._ends_in(c, endings)), None)

    def _ends_in(self, chunk: Chunk, endings: Sequence[str]) -> bool:
        """Whether the first noun of a phrase has one of some endings of cases."""
        words = [w for w in self.text[chunk.start : chunk.end].lower().split() if noun_nature(self.table.code, key(w))]
        return bool(endings) and bool(words) and words[0].endswith(tuple(e.lstrip("*") for e in endings))

    @property
    def pronoun(self) -> Chunk | None:
        """A pronoun before the trigger that is its subject."""
        return next((c for c in self.before()[:3] if c.nature == "pronoun" and c.is_bare and self._is_near(c)), None)

    def object_pronoun(self) -> Filler | None:
        """A pronoun beside an active verb that stands for whom it acts upon (`nahm ihn fest`, `lo detuvo`)."""
        if self.hit.voice != "active":
            return None
        near = max(self.left, self.hit.start - _NEGATED), min(self.right, self.hit.end + _NEGATED)
        words = {*self.table.pronouns} - {
            *self.table.grammar.get("subjects", ()),
            *self.table.grammar.get("determiners", ()),
        }
        pattern = forms_pattern(sorted(words - {"se", "sich", "si"}), self.table.code)
        found = pattern.search(self.text, near[0], near[1])
        return None if found is None else _span(self.text, found.start(), found.end())

    def named(self, chunk: Chunk) -> Chunk:
        """The name that a description stands in apposition to: `Vera Roy, owner of the company, was arrested`."""
        at = self.chunks.index(chunk)
        before = self.chunks[at - 1] if at else None
        if (
            before is None
            or self.text[before.end : chunk.start].strip() not in {",", "،"}
            or before.marks - {"of", "origin", "with"}
        ):
            return chunk
        is_name = (
            before.nature in {"person", "body"}
            or (before.run is not None and before.nature == "name")
            or (self.table.is_right_to_left and before.nature == "plain" and before.end - before.start < _LONGEST_NAME)
        )
        return before if is_name else chunk

    def has_name(self, chunk: Chunk) -> bool:
        """Whether a phrase is a person or ends in two capitals or more."""
        return chunk.nature == "person" or (chunk.run is not None and len(self.text[slice(*chunk.run)].split()) > 1)

    def is_personal(self, chunk: Chunk) -> bool:
        """Whether a phrase is people, a state's body, or a name in apposition to people."""
        if chunk.nature in {"people", "person", "authority", "state"}:
            return True
        at = self.chunks.index(chunk)
        before = self.chunks[at - 1] if at else None
        return (
            chunk.nature == "name"
            and before is not None
            and before.nature == "people"
            and self.text[before.end : chunk.start].strip() in {",", "،"}
        )

    @property
    def is_denied(self) -> bool:
        """Whether the sentence has a word of denial: what is denied needs no party (`denied any delivery of arms`)."""
        particle = _particle(self.table.code).search(self.text, max(self.left, self.hit.start - _NEGATED), self.hit.end)
        return particle is not None or _denial(self.table.code).search(self.text, *self.sentence) is not None

    @property
    def is_heading(self) -> bool:
        """Whether the trigger opens its sentence (`A further landing on 12 October`)."""
        return self.hit.start - self.left < _OPENING

    def _far(self, natures: Collection[str]) -> Chunk | None:
        return next((c for c in self.before() if c.is_bare and c.nature in natures), None)

    def _is_near(self, chunk: Chunk) -> bool:
        """Whether no mark stands between a phrase and the trigger behind it."""
        return not re.search(r"[,،;:.]", self.text[chunk.end : self.hit.start])

    @property
    def is_last(self) -> bool:
        """Whether the trigger stands behind its subject and its object, as in Persian and in German participles."""
        if self.table.order == "SOV":
            return True
        return self.table.order == "V2" and not any(c.is_bare and c.nature not in NOT_NOUNS for c in self.after()[:1])

    def object(self, natures: Collection[str], but: Chunk | None = None) -> Chunk | None:
        """The bare phrase that is acted upon; a nominal trigger's stands behind a word for `of`."""
        if self.hit.voice == "noun":
            near = (c for c in self.after()[:2] if c.nature in natures and (c.is_bare or c is self.after()[0]))
            return self.marked("of", natures) or next(near, None)
        if self.hit.voice == "passive":
            return next((c for c in self.around() if c.nature in natures and c is not but), None)
        every = [c for c in self._object_side(natures) if c is not but]
        marked = next((c for c in every if c.is_object), None)
        bare = next((c for c in every if c.is_bare), None)
        led = next((c for c in every if "object" in c.marks or self._is_partitive(c)), None)
        return marked or bare or led or self._antecedent(natures, but)

    def _antecedent(self, natures: Collection[str], but: Chunk | None) -> Chunk | None:
        """The phrase that a relative clause is about, where its subject follows (`Vera Roy, whom Paris listed`)."""
        relatives = self.table.grammar.get("relatives", ())
        for chunk in self.before():
            following = [key(w) for w in re.findall(r"[^\s,،]+", self.text[chunk.end : self.hit.start])[:1]]
            if chunk is not but and chunk.nature in natures and following and following[0] in relatives:
                return chunk
        return None

    def _object_side(self, natures: Collection[str]) -> tuple[Chunk, ...]:
        """The phrases that may be objects; on the subject's side only goods, which a relative clause may follow."""
        before = [c for c in self.before() if c.nature in natures]
        after = [c for c in self.after() if c.nature in natures]
        return (*before, *after) if self.is_last else (*after, *(c for c in before if c.nature in {"goods", "cargo"}))

    def _is_partitive(self, chunk: Chunk) -> bool:
        """Whether a word for `of` right behind the verb is an article (`transporte des armes`)."""
        word = self.text[chunk.marker : chunk.start].strip().lower() if chunk.marks else ""
        return "of" in chunk.marks and word in self.table.grammar.get("partitive", ()) and self.is_joined(chunk)

    def marked(self, role: str, natures: Collection[str] | None = None) -> Chunk | None:
        """The phrase that a preposition gives a role, the nearest behind the trigger first."""
        return next(
            (
                c
                for c in (*self.after(), *self.before())
                if role in c.marks and (natures is None or c.nature in natures)
            ),
            None,
        )

    def having(self, *natures: str) -> Iterator[Chunk]:
        """The phrases of some natures in text order."""
        return (c for c in self.own if c.nature in natures)

    def filler(self, chunk: Chunk, *, is_outside: bool = False) -> Filler:
        """A phrase as a role's filler."""
        norm = next((m.norm for m in chunk.names if m.norm), None) if chunk.nature != "plain" else None
        return Filler(
            text=self.text[chunk.start : chunk.end],
            start=chunk.start,
            end=chunk.end,
            norm=norm,
            outside_quote=is_outside,
        )

    def name(self, chunk: Chunk) -> Filler:
        """A phrase by its name alone, where it has one: `Kivu Air` of `the Congolese airline Kivu Air`."""
        if chunk.nature in {"body", "company", "person", "name"}:
            known = [m for m in chunk.names if m.kind in {"organisation", "operator", "person"}]
            start = known[-1].start if known else chunk.run[0] if chunk.run is not None else chunk.start
            if not known and chunk.run is None and self.table.is_right_to_left and chunk.nature == "company":
                start = self._behind_first_word(chunk)
            start = self._behind_nouns(start, chunk.end)
            if start > chunk.start and not self._is_article(chunk.start, start):
                return self._quoted(start, chunk.end, known[-1].norm if known else None)
        if chunk.nature == "people" and chunk.run is not None and self._is_personal(chunk):
            return _span(self.text, *chunk.run)
        if chunk.nature == "people" and chunk.run is not None and self._behind_nouns(*chunk.run) > chunk.run[0]:
            return _span(self.text, self._behind_nouns(*chunk.run), chunk.end)
        if chunk.nature == "name":
            return self._quoted(chunk.start, chunk.end, None)
        return self.filler(chunk)

    def _quoted(self, start: int, end: int, norm: str | None) -> Filler:
        """A name with both its quotation marks."""
        first = start - 1 if start and self.text[start - 1] in '«“„"' else start
        is_open = self.text[first] in '«“„"'
        last = end + 1 if is_open and self.text[end : end + 1] in {"»", "”", "“", '"'} else end
        return _span(self.text, first if last > end else start, last, norm)

    def _behind_nouns(self, start: int, end: int) -> int:
        """Where the name begins behind the noun that says what it is: German nouns have capitals, as have first words."""
        words = list(re.finditer(r"\S+", self.text[start:end]))
        if self.table.order != "V2":
            words = words[:1]
        nouns = [m for m in words if noun_nature(self.table.code, key(m.group()))]
        last = next((m for m in reversed(nouns) if start + m.end() < end), None)
        is_first = self.table.order == "V2" or self.text[:start].rstrip()[-1:] in {"", ".", "\n"}
        return start + last.end() + 1 if last and is_first else start

    def _is_article(self, start: int, end: int) -> bool:
        return self.text[start:end].strip(" ’'").lower() in {a.strip("’'") for a in self.table.articles}

    def _behind_first_word(self, chunk: Chunk) -> int:
        """Where the name begins behind the word for a company, in scripts without capitals."""
        words = self.text[chunk.start : chunk.end].split(" ")
        is_pointed = words[0].startswith("ال") or sort_of(self.table.code, key(words[0])) == "article"
        return chunk.start if is_pointed or len(words) < 2 else chunk.start + len(words[0]) + 1

    def _is_personal(self, chunk: Chunk) -> bool:
        """Whether a person's name ends a description (`the businessman Vera Roy`), not a body's (`soldiers of the Guard`)."""
        if chunk.run is None or len(self.text[slice(*chunk.run)].split()) < 2:
            return False
        described = self.text[chunk.start : chunk.run[0]].replace("’", "'")
        for idiom in self.table.grammar.get("idioms", ()):
            described = described.replace(idiom, "")
        before = [key(w) for w in re.findall(r"[^\s’']+[’']?", described)]
        is_led = any(marker_at(self.table.code, [w], 0) is not None for w in before) and self.table.order != "V2"
        return bool(before) and not is_led and before[-1] not in self.table.articles

    def person(self, chunk: Chunk) -> Filler:
        """A phrase by the capitals at its end, where they are two or more: a person's name behind what describes it."""
        if (
            chunk.run is not None
            and len(self.text[slice(*chunk.run)].split()) > 1
            and self.text[chunk.run[0]] not in '«“„"'
        ):
            start = self._behind_nouns(*chunk.run)
            return _span(self.text, start, chunk.run[1])
        return self.name(chunk)

    def thing(self, chunk: Chunk) -> Filler:
        """A phrase without the number it begins with."""
        if chunk.quantity is not None and chunk.quantity.end < chunk.end:
            words = self.text[chunk.quantity.end : chunk.end]
            lead = next(
                (w for w in ("de ", "d'", "d’", "di ", "von ", "of ", "من ") if words.lstrip().startswith(w)), ""
            )
            start = chunk.quantity.end + len(words) - len(words.lstrip()) + len(lead)
            return _span(self.text, start, chunk.end, None)
        if chunk.marks and self._is_partitive(chunk):
            return _span(self.text, chunk.marker, chunk.end, None)
        return self.filler(chunk)


@lru_cache(maxsize=16)
def _particle(code: str) -> re.Pattern[str]:
    return forms_pattern(language_table(code).particles, code)


@lru_cache(maxsize=16)
def _denial(code: str) -> re.Pattern[str]:
    return forms_pattern([c.form for c in language_table(code).negations if c.value == "denied"], code)


def _span(text: str, start: int, end: int, norm: str | None = None) -> Filler:
    return Filler(text=text[start:end], start=start, end=end, norm=norm)
