"""Claims that English makes with a verb and a set place for each party, read from one table of constructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames.clauses import Clause, clause_of
from overflight.documents.frames.construction_table import (
    Construction,
    Place,
    construction_forms,
    constructions,
    nominals,
)
from overflight.documents.frames.designation import reason, sanctions_in
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, place_of
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_at, phrase_position
from overflight.documents.frames.scope import is_habit, is_unreal, is_unreal_sentence
from overflight.documents.frames.sorts import EXTRAS, SORTS, Filled, subtype_of_office
from overflight.documents.frames.tree import Word
from overflight.records.claim import ClaimKind

_PREPOSITIONS_OF_SECOND = frozenset({"", "as", "to"})
_VAGUE = frozenset(
    {"company", "companies", "firm", "firms", "business", "organisation", "organization", "entity", "outfit"}
)
"""Heads that leave it to the noun before them what is meant: `a front company`, `a shell firm`."""
_REACH = 9
"""Words that may lie between a theme and the phrase that completes it (`60 per cent of all the shares in X`)."""


def constructed(sight: Sight, found: Sequence[Draft]) -> Iterator[Draft]:
    """What the table reads in a sentence, except where a claim of the kind was found on the same words before."""
    seen = list(found)
    for made in (*_by_verbs(sight), *_by_nouns(sight)):
        if not any(_is_same(made, other) for other in seen):
            seen.append(made)
            yield made


def _by_verbs(sight: Sight) -> Iterator[Draft]:
    told = frozenset(w.lower for w in sight.tree.words)
    for word in sight.tree.words:
        verb = construction_forms().get(word.lower)
        if verb is None or not _is_verb(word):
            continue
        rows = tuple(row for row in constructions()[verb] if not any(told.isdisjoint(hint) for hint in row.hints))
        if not rows:
            continue
        clause = clause_of(sight.tree, sight.phrases, word.i, verb)
        if is_habit(clause):
            rows = tuple(row for row in rows if row.kind is ClaimKind.ROLE)
        elif is_unreal(sight, clause):
            continue
        made = next((m for row in rows if (m := _made(sight, clause, row)) is not None), None)
        if made is not None:
            yield made


def _by_nouns(sight: Sight) -> Iterator[Draft]:
    if is_unreal_sentence(sight):
        return
    for phrase in sight.phrases:
        for row in nominals().get(sight.tree.words[phrase.head].lower, ()):
            made = _named(sight, phrase, row)
            if made is not None:
                yield made
                break


def _named(sight: Sight, phrase: Phrase, row: Construction) -> Draft | None:
    """A row for nouns put to a phrase that its noun heads."""
    words = sight.tree.words
    behind = _attached(sight, phrase)
    last = behind[-1].last if behind else phrase.last
    roles: dict[str, Filled] = {}
    for place in row.places:
        filled = _of_noun(sight, phrase, behind, place)
        if filled:
            roles[place.role] = filled
        elif place.is_needed:
            return None
    return Draft(
        kind=row.kind,
        subtype=row.subtype,
        rule=f"{row.kind.value}.{words[phrase.head].lower}.noun",
        sentence=sight.index,
        verb=phrase.head,
        trigger=(words[phrase.head].start, words[phrase.head].end),
        left=words[phrase.first].start,
        right=words[last].end,
        roles=roles,
    )


def _of_noun(sight: Sight, phrase: Phrase, behind: Sequence[Phrase], place: Place) -> Filled:
    if place.where == "owner":
        return _of_owner(sight, phrase, place)
    if place.where in {"reason", "charge"}:
        return reason(sight, phrase.head, len(sight.tree.words) - 1)
    if place.where == "place":
        return place_of(sight, behind)
    wanted = place.where.split("|")
    found = (SORTS[place.sort](sight, p) for p in behind if p.preposition in wanted)
    return next((filled for filled in found if filled), ())


def _of_owner(sight: Sight, phrase: Phrase, place: Place) -> Filled:
    """Who stands before a phrase with an apostrophe; of sanctions (no sort told) whoever imposed them."""
    sort = "owner" if place.sort == "" else place.sort if place.sort.startswith("owned") else "owned"
    return SORTS[sort](sight, phrase)


def _attached(sight: Sight, phrase: Phrase) -> tuple[Phrase, ...]:
    """The prepositional phrases right behind a phrase, one after another, up to the next verb."""
    found: list[Phrase] = []
    end = phrase.last
    for following in sight.phrases[phrase_position(sight.phrases, phrase) + 1 :]:
        gap = sight.tree.words[end + 1 : following.first]
        if not following.preposition or any(w.is_verb or w.text in {",", ";", ":"} for w in gap):
            break
        found.append(following)
        end = following.last
    return tuple(found)


def _is_verb(word: Word) -> bool:
    return word.is_verb and word.dep not in {"aux", "aux:pass", "amod", "compound"}


def _is_same(made: Draft, other: Draft) -> bool:
    """Whether two drafts of a kind stand on one verb, or say it of the same object."""
    if made.kind is not other.kind:
        return False
    if made.verb == other.verb:
        return True
    objects = {(f.start, f.end) for f in other.roles.get("object", ())}
    return any((f.start, f.end) in objects for f in made.roles.get("object", ()))


def _made(sight: Sight, clause: Clause, row: Construction) -> Draft | None:
    if (row.is_passive_only and not clause.is_passive) or (row.is_negated and not _is_negated(sight, clause)):
        return None
    if row.particles and not _has_particle(sight, clause, row.particles):
        return None
    reading = _Reading(sight, clause, row)
    if row.nouns and not reading.has_noun():
        return None
    if row.subjects and not reading.has_subject():
        return None
    if row.at is not None and reading.at is None:
        return None
    roles: dict[str, Filled] = {}
    for place in row.places:
        if roles.get(place.role):
            continue
        filled = reading.filled(place)
        if filled:
            roles[place.role] = filled
        elif place.is_needed:
            return None
    subtype = row.subtype
    if row.kind is ClaimKind.ROLE and subtype is None:
        subtype = subtype_of_office(sight, roles["object"])
    made = draft(sight, clause, row.kind, subtype, f"{row.kind.value}.{clause.lemma}.{row.name}", dict(roles))
    if row.is_negated:
        made = replace(made, polarity="affirmed")
    if reading.at is not None:
        words = sight.tree.words
        made = replace(made, also=((words[reading.at.first].start, words[reading.at.last].end),))
    return replace(made, modality=row.modality) if row.modality is not None else made


def _is_negated(sight: Sight, clause: Clause) -> bool:
    words = sight.tree.words[max(0, clause.group_first - 1) : clause.verb]
    return any(w.lower in {"not", "n't", "n’t", "never", "no"} for w in words)


def _has_particle(sight: Sight, clause: Clause, particles: frozenset[str]) -> bool:
    """Whether one of some small words belongs to the verb: right behind it, or behind its object (`picked him up`)."""
    words = sight.tree.words
    if clause.verb + 1 < len(words) and words[clause.verb + 1].lower in particles:
        return True
    behind = clause.object.last + 1 if clause.object is not None else len(words)
    if behind >= len(words) or words[behind].lower not in particles:
        return False
    return words[behind].tag in {"RP", "JJ", "RB"} or phrase_at(sight.phrases, behind + 1) is None


def _inverted(sight: Sight, clause: Clause) -> Phrase | None:
    """The subject behind its verb, where only a prepositional phrase stands before (`Behind the airline stands X`)."""
    before = [p for p in sight.phrases if p.last < clause.group_first and p.nature is not Nature.TIME]
    behind = next((p for p in clause.complements if p.first > clause.verb), None)
    if not before or not all(p.preposition for p in before) or behind is None or behind.preposition:
        return None
    return behind if behind.first <= clause.verb + 2 and clause.lemma in _INVERTING else None


_INVERTING = frozenset({"be", "stand", "sit", "lie", "come", "appear", "figure"})


class _Reading:
    """One row put to one clause: finds the phrase of each place."""

    def __init__(self, sight: Sight, clause: Clause, row: Construction) -> None:
        self.sight, self.clause, self.row = sight, clause, row
        self.subject = clause.subject or _inverted(sight, clause)
        self.after = [p for p in clause.complements if p.first > clause.verb]
        self.at = self._prepositional(row.at.where, row.at.sort) if row.at is not None else None

    def has_noun(self) -> bool:
        noun = self._noun()
        if noun is None:
            return False
        if self.row.sanctions:
            return sanctions_in(self.sight, noun) is not None
        words = self.sight.tree.words[noun.first : noun.head + 1]
        return words[-1].lower in self.row.nouns or (
            words[-1].lower in _VAGUE and bool({w.lower for w in words} & self.row.nouns)
        )

    def has_subject(self) -> bool:
        subject = self.subject
        head = self.sight.tree.words[subject.head].lower if subject is not None else ""
        return head in self.row.subjects or noun_base(head) in self.row.subjects

    def filled(self, place: Place) -> Filled:
        extra = EXTRAS.get(place.where)
        if extra is not None:
            return extra(self.sight, self.clause)
        if place.where.endswith(".owner"):
            owned = {"at": self.at, "subject": self.subject}
            base = owned.get(place.where.removesuffix(".owner"), self._noun())
            return _of_owner(self.sight, base, place) if base is not None else ()
        if place.where == "theme.quantity":
            theme = self._theme()
            return SORTS["quantity"](self.sight, theme) if theme is not None else ()
        phrase = self._phrase(place)
        if phrase is None:
            return ()
        return SORTS[place.sort](self.sight, phrase)

    def _phrase(self, place: Place) -> Phrase | None:
        base, _, preposition = place.where.partition(".")
        if preposition:
            start = {
                "theme": self._noun(),
                "second": self._second(),
                "at": self.at,
                "subject": self.subject,
            }.get(base)
            start = start or self._prepositional(base, "")
            return self._behind(start, preposition.split("|"), place.sort) if start is not None else None
        if base == "agent":
            return self._agent()
        if base == "theme":
            return self._theme()
        if base == "at":
            return self.at
        if base == "subject":
            return self.subject
        if base == "second":
            return self._second()
        return self._prepositional(base, place.sort)

    def _agent(self) -> Phrase | None:
        if not self.clause.is_passive:
            return self.subject
        return next((p for p in self.after if p.preposition == "by"), None)

    def _theme(self) -> Phrase | None:
        clause = self.clause
        if clause.is_passive:
            return self.subject
        if clause.object is None and not any(p.where == "agent" for p in self.row.places):
            return self.subject
        return clause.object

    def _noun(self) -> Phrase | None:
        """The phrase that the row's noun heads: the predicate of `be`, else the theme."""
        if self.clause.lemma in {"be", "become", "remain", "act", "serve", "function"}:
            return self._second()
        return self._theme()

    def _second(self) -> Phrase | None:
        """The predicate, or the noun after the object: `named him director`, `was promoted to head of X`."""
        object_ = None if self.clause.is_passive or self.clause.lemma == "be" else self.clause.object
        bare = [p for p in self.after if p.preposition in _PREPOSITIONS_OF_SECOND]
        if self.clause.lemma in {"be", "become", "remain"} or self.clause.is_passive:
            return bare[0] if bare else None
        return next((p for p in bare if object_ is not None and p.first > object_.last), None)

    def _prepositional(self, prepositions: str, sort: str) -> Phrase | None:
        wanted = prepositions.split("|")
        for phrase in self.clause.complements:
            if self._preposition(phrase) in wanted and (not sort or SORTS[sort](self.sight, phrase)):
                return phrase
        return None

    def _preposition(self, phrase: Phrase) -> str:
        words = self.sight.tree.words
        if phrase.preposition == "to" and phrase.first > 1 and words[phrase.first - 2].lower == "subject":
            return "subject to"
        return phrase.preposition

    def _behind(self, start: Phrase, prepositions: list[str], sort: str) -> Phrase | None:
        """The first fitting phrase behind a phrase; nouns of the row's own set on the way are passed (`of the shares in X`)."""
        for phrase in self.sight.phrases[phrase_position(self.sight.phrases, start) + 1 :]:
            if phrase.first - start.last > _REACH:
                return None
            if self.sight.tree.words[phrase.head].lower in self.row.nouns:
                continue
            if phrase.preposition in prepositions and SORTS[sort](self.sight, phrase):
                return phrase
            if not phrase.preposition:
                return None
        return None
