"""The roles of a claim as they are filled: each word in one role only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from overflight.documents.frames.linear.chunks import Chunk
from overflight.documents.frames.linear.clause import Clause
from overflight.documents.frames.linear.words import key, noun_nature
from overflight.documents.languages import forms_pattern, language_table
from overflight.documents.quantity import read_quantities
from overflight.records.claim import ClaimKind, Filler

MONEY = frozenset({"USD", "EUR", "RUB", "GBP", "IRR", "CNY", "TRY", "JPY", "AED"})
"""Units of money."""


@dataclass(slots=True)
class Slots:
    """What is filled so far for one clause. kind, subtype: set where the subject makes another claim of the trigger."""

    clause: Clause
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    kind: ClaimKind | None = None
    subtype: str | None = None

    @property
    def has(self) -> set[str]:
        """The roles that are filled."""
        return set(self.roles)

    def put(self, role: str, filler: Filler) -> None:
        """Takes a filler for a role, unless its words are taken."""
        if all(filler.start >= f.end or filler.end <= f.start for fs in self.roles.values() for f in fs):
            self.roles.setdefault(role, []).append(filler)

    def put_chunk(self, role: str, chunk: Chunk | None) -> None:
        """Takes a phrase for a role, where there is one."""
        if chunk is not None:
            self.put(role, self.clause.name(chunk))

    def pilot(self, chunk: Chunk | None) -> Slots:
        """Takes a person at the controls."""
        if chunk is not None:
            self.put("pilot", self.clause.person(chunk))
        return self

    def is_at_controls(self) -> bool:
        """Whether the clause has words that put a person at the controls."""
        pattern = _pattern(self.clause.table.code, "controls")
        return pattern.search(self.clause.text, self.clause.left, self.clause.right) is not None

    def is_receiving(self) -> bool:
        """Whether the subject of a transfer is the one that gets the goods: of buying, ordering and verbs of receiving."""
        hit, code = self.clause.hit, self.clause.table.code
        if hit.voice == "passive":
            return False
        return (
            hit.subtype in _BOUGHT
            or _pattern(code, "receiving").search(self.clause.text, hit.start, hit.end) is not None
        )

    def is_restricted(self) -> bool:
        """Whether the clause has a word for `only`: what was moved is told against what others say was."""
        clause = self.clause
        return _pattern(clause.table.code, "only").search(clause.text, clause.left, clause.right) is not None

    def operator(self, subject: Chunk | None) -> None:
        """Who flies: a body or company as subject, behind `of` and `by`, or as one to whom the aircraft belongs."""
        owners = list(self.clause.having("body", "company", "name"))
        of = next((c for c in owners if c is subject or (c.marks & {"of", "actor"} and not _is_place_name(c))), None)
        owner = of or next((c for c in owners if "recipient" in c.marks and c.nature != "name"), None)
        if owner is not None:
            self.put("actor", self.clause.name(owner))
            return
        described = (c for c in self.clause.own if c.nature == "plain" and "of" in c.marks and self.clause.has_name(c))
        for chunk in [c for c in described if not c.marks & {"place"}][:1]:
            self.put("actor", self.clause.person(chunk))

    def places(self, default: str, *, is_from_goal: bool = False) -> None:
        """The places by their prepositions; one of `in` or `at` is the default of the kind.

        A name that no gazetteer knows is a place behind a preposition of place. is_from_goal: a verb whose goal stands
        behind `from`.
        """
        is_from = any("origin" in c.marks and c.nature == "place" for c in self.clause.own)
        for chunk in self.clause.own:
            if chunk.nature != "place" and not _is_place_name(chunk) and not self._is_unknown_place(chunk):
                continue
            role = _place_role(chunk, default)
            is_left = self.clause.hit.subtype == "from" and "goal" not in chunk.marks and not is_from
            if role == "destination" and "place" in chunk.marks and is_left:
                role = "origin"
            if role is not None:
                self.put("destination" if role == "origin" and is_from_goal else role, self._place(chunk))

    def goal(self) -> None:
        """The bare place that is reached or left (`reached Gao`, `left Gao`)."""
        clause = self.clause
        chunk = next((c for c in clause.after()[:1] if c.is_bare and c.nature == "place" and clause.is_joined(c)), None)
        if chunk is not None and clause.hit.voice != "noun":
            is_left = _pattern(clause.table.code, "leaving").search(clause.text, clause.hit.start, clause.hit.end)
            self.put("origin" if is_left else "destination", self._place(chunk))

    def _place(self, chunk: Chunk) -> Filler:
        """A place to the end of its name; words that follow the name are not its own."""
        head = next((m for m in chunk.names if m.kind == "place"), None)
        is_headed = (
            head is not None
            and noun_nature(self.clause.table.code, key(self.clause.text[chunk.start : chunk.end].split()[0])) == ""
        )
        if head is None or not is_headed or self.clause.table.is_right_to_left:
            return self.clause.filler(chunk)
        return Filler(text=self.clause.text[chunk.start : head.end], start=chunk.start, end=head.end, norm=head.norm)

    def _is_unknown_place(self, chunk: Chunk) -> bool:
        """In a script without capitals: one word or two that no table knows, behind `from` or `to` of a flight.

        In German one noun without an article behind `in`, `nach`, `aus`, where only names have none.
        """
        clause = self.clause
        words = clause.text[chunk.start : chunk.end].split()
        if clause.table.order == "V2":
            lead = clause.text[chunk.marker : chunk.start].strip().lower() if chunk.marks else ""
            is_lone = chunk.nature == "plain" and len(words) == 1 and lead in {"in", "nach", "aus"}
            return is_lone and key(words[0]) not in clause.table.grammar.get("abstract", ())
        return (
            clause.table.is_right_to_left
            and chunk.nature == "plain"
            and len(words) <= _PLACE_WORDS
            and bool(chunk.marks & _UNKNOWN_PLACES.get(clause.hit.kind, frozenset()))
            and not chunk.marks & {"speaker", "reason"}
        )

    def put_goal(self) -> None:
        """Where seized goods were going: behind a word for `bound for`."""
        for chunk in self.clause.chunks:
            is_near = self.clause.left <= chunk.start <= self.clause.right + _FAR
            is_short = (
                self.clause.table.is_right_to_left and chunk.nature == "plain" and chunk.end - chunk.start < _FAR // 2
            )
            if is_near and "goal" in chunk.marks and (chunk.nature == "place" or _is_place_name(chunk) or is_short):
                self.put("destination", self.clause.filler(chunk))

    def recipient(self) -> None:
        """Who receives: a body, a force or people behind `to` and `for` or in the case for it; a state without a preposition."""
        clause = self.clause
        is_moved = clause.hit.subtype in {"transport", "smuggling"}
        for chunk in clause.own:
            is_given = chunk.nature == "place" and ("destination" not in chunk.marks or self._is_given_state(chunk))
            is_party = chunk.nature in _PARTIES or (chunk.nature == "name" and not is_moved) or is_given
            if "recipient" in chunk.marks and is_party:
                self.put("recipient", clause.name(chunk))
                return
        endings = tuple(e.lstrip("*") for e in clause.table.grammar.get("dative", ()))
        for chunk in (*clause.after()[:2], *clause.before()[: 1 if clause.hit.voice == "passive" else 0]):
            words = clause.text[chunk.start : chunk.end].lower().split()
            is_given = words[-1].endswith(endings) if clause.table.order == "SVO" else words[0] in endings
            if (
                endings
                and chunk.is_bare
                and chunk.nature in _PARTIES | {"place"}
                and is_given
                and clause.hit.voice != "noun"
            ):
                self.put("recipient", clause.name(chunk))
                return

    def _is_given_state(self, chunk: Chunk) -> bool:
        """Whether a country behind `to` receives: of a sale or delivery, or where a party, no carrier, gives."""
        is_country = any(m.norm is not None and len(m.norm) == _COUNTRY for m in chunk.names)
        return is_country and (self.clause.hit.subtype in _GIVEN or "actor" in self.roles)

    def cargo(self, subject: Chunk | None) -> Chunk | None:
        """Goods behind `with`: a plane loaded with rifles, crates with engines."""
        return next(
            (
                c
                for c in self.clause.own
                if c is not subject and c.nature in {"goods", "cargo"} and c.marks & {"with", "of"}
            ),
            None,
        )

    def object(self, chunk: Chunk) -> None:
        """The goods with their number; of a container with contents the contents are the object."""
        clause = self.clause
        chunks = clause.chunks
        at = chunks.index(chunk)
        inside = chunks[at + 1] if at + 1 < len(chunks) else None
        counted = chunk
        if (
            chunk.quantity is None
            and chunk.marks & {"with", "of"}
            and at
            and chunks[at - 1].quantity is not None
            and _joins(clause, chunks[at - 1], chunk)
        ):
            counted = chunks[at - 1]
        elif (
            inside is not None
            and "with" in inside.marks
            and (chunk.quantity is not None or inside.marker - chunk.end <= 1)
            and (inside.nature in {"goods", "cargo"} or (chunk.quantity is not None and inside.nature == "plain"))
        ):
            chunk = inside
        if counted.quantity is not None:
            self.put("quantity", counted.quantity)
        filler = clause.thing(chunk)
        if filler.text and (
            counted.quantity is None or filler.start >= counted.quantity.end or filler.end <= counted.quantity.start
        ):
            self.put("object", _with_purpose(clause, chunk, filler))

    def listed(self, chunk: Chunk) -> None:
        """The goods that a word for `and` adds."""
        at = self.clause.chunks.index(chunk) + 1
        for other in self.clause.chunks[at : at + 1]:
            is_near = len(self.clause.text[chunk.end : other.start].split()) == 1
            if other.after_and and is_near and other.nature in {"goods", "cargo"} and other.marks == chunk.marks:
                if other.quantity is not None:
                    self.put("quantity", other.quantity)
                self.put("object", self.clause.thing(other))

    def product(self, chunk: Chunk) -> None:
        """What is made, with what it is for."""
        self.put("object", _with_purpose(self.clause, chunk, self.clause.thing(chunk)))

    def reason(self) -> None:
        """What stands behind a word for `because of`, to the next mark."""
        clause = self.clause
        match = _pattern(clause.table.code, "reasons").search(clause.text, clause.hit.head, clause.sentence[1])
        if match is None and clause.is_last:
            match = _pattern(clause.table.code, "reasons").search(clause.text, clause.left, clause.hit.start)
        if match is None:
            return
        stop = re.compile(r"[,;:.()\n]|$").search(clause.text, match.end(), clause.sentence[1])
        end = stop.start() if stop else clause.sentence[1]
        end = min(
            [
                end,
                *(c.start for c in clause.chunks if c.nature == "date" and c.start > match.end()),
                *([clause.hit.start] if match.end() < clause.hit.start else []),
            ]
        )
        is_kept = _pattern(clause.table.code, "suspicions").search(clause.text, match.start(), end) is not None
        text = clause.text[match.start() if is_kept else match.end() : end]
        start = (match.start() if is_kept else match.end()) + len(text) - len(text.lstrip())
        if text.strip():
            self.put("reason", Filler(text=text.strip(), start=start, end=start + len(text.strip())))

    def money(self) -> Filler | None:
        """The first sum of money of the clause."""
        clause = self.clause
        numbers = read_quantities(clause.text, clause.left, clause.right, clause.table.code)
        return next((q for q in numbers if q.unit in MONEY), None)

    def counts(self) -> None:
        """How many flights: a number or an ordinal right before the word for them, or a word for so many times."""
        clause = self.clause
        for number in read_quantities(clause.text, clause.left, clause.right, clause.table.code):
            between = clause.text[number.end : clause.hit.start]
            is_close = (
                number.end <= clause.hit.start and len(between.split()) <= 1 and not re.search(r"[,;:.]", between)
            )
            is_counted = clause.hit.voice == "noun" and is_close
            is_followed = _flights(clause.table.code).match(clause.text, number.end + 1) is not None
            if is_counted or is_followed or _times(clause.table.code).fullmatch(number.text):
                self.put("count", number)


_PARTIES = frozenset({"state", "people", "authority", "body", "company", "person"})
_BOUGHT = frozenset({"purchase", "order"})
_GIVEN = frozenset({"sale", "supply", "delivery"})
"""Transfers whose goods reach a party."""
_COUNTRY = 2
"""Letters of a country's norm."""
_PLACE_WORDS = 2
_MOVED = frozenset({"origin", "destination", "goal"})
_UNKNOWN_PLACES = {ClaimKind.FLIGHT: _MOVED, ClaimKind.VISIT: _MOVED, ClaimKind.ARREST: frozenset({"place"})}
"""The prepositions behind which a word that no table knows is a place, by kind."""
_FAR = 60
"""Characters behind a clause in which a relative clause says where seized goods were bound."""


def _is_place_name(chunk: Chunk) -> bool:
    """Whether a name that no gazetteer knows stands behind a preposition that only places have."""
    of_place = chunk.marks & {"via", "place", "origin", "goal"} or chunk.marks == {"destination"}
    return chunk.nature == "name" and bool(of_place) and not chunk.marks & {"of", "speaker", "reason", "against"}


def _joins(clause: Clause, first: Chunk, second: Chunk) -> bool:
    """Whether a container and its contents stand side by side."""
    return second.marker - first.end <= 1 and first.nature in {"plain", "cargo", "goods"}


def _with_purpose(clause: Clause, chunk: Chunk, filler: Filler) -> Filler:
    """Parts with what they are for: `spare parts for radars`."""
    at = clause.chunks.index(chunk) + 1
    if at >= len(clause.chunks):
        return filler
    following = clause.chunks[at]
    if (
        "for" in following.marks
        and following.marker - filler.end <= 1
        and following.nature in {"goods", "craft", "plain", "vehicle"}
    ):
        return Filler(
            text=clause.text[filler.start : following.end], start=filler.start, end=following.end, norm=filler.norm
        )
    return filler


def _place_role(chunk: Chunk, default: str) -> str | None:
    marks = chunk.marks
    if default == "place":
        return "place" if "place" in marks or (not marks & {"goal", "origin", "of", "actor"} and marks) else None
    if "between" in marks:
        return "destination" if chunk.after_and else "origin"
    if "via" in marks:
        return "via"
    if "origin" in marks:
        return "origin"
    if "destination" in marks or "goal" in marks:
        return "destination"
    if "place" in marks:
        return default
    return None


@lru_cache(maxsize=64)
def _pattern(code: str, name: str) -> re.Pattern[str]:
    return forms_pattern(language_table(code).grammar.get(name, ()), code)


@lru_cache(maxsize=16)
def _flights(code: str) -> re.Pattern[str]:
    """The nouns for flights."""
    nouns = [t.form for t in language_table(code).triggers if t.kind is ClaimKind.FLIGHT and t.voice == "noun"]
    return forms_pattern(nouns, code)


@lru_cache(maxsize=16)
def _times(code: str) -> re.Pattern[str]:
    """Twice, three times."""
    return forms_pattern([cue.form for cue in language_table(code).repetitions], code)
