"""What sort of thing a phrase may stand for, put to a construction's place: the role filler if it fits, else nothing.

A name that no gazetteer knows is taken for what its place asks for: whoever owns shares may be a person or a body.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overflight.documents.frames.act_sorts import ACT_EXTRAS, ACT_SORTS
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.lexicon import BRANCHES, Nature
from overflight.documents.frames.offices import office_subtype
from overflight.documents.frames.party_sorts import PARTY_SORTS, Filled, Sort, head_word, is_body, is_person
from overflight.documents.frames.phrases import phrase_at
from overflight.documents.frames.thing_sorts import THING_EXTRAS, THING_SORTS
from overflight.documents.frames.words import wordlist

_FRONTS = frozenset({"front", "cover", "façade", "facade", "shell", "proxy", "conduit", "cut-out"})
_SWAY = frozenset(
    wordlist(
        """control command direction authority supervision orders ownership umbrella auspices thumb wing tutelage aegis
        patronage heel"""
    )
)
_CUSTODY = frozenset(wordlist("custody detention jail prison handcuffs remand arrest cell cells bars lock-up"))


def _headed(nouns: frozenset[str]) -> Sort:
    return lambda sight, phrase: (sight.filler(phrase.first, phrase.last),) if head_word(sight, phrase) in nouns else ()


SORTS: Mapping[str, Sort] = {
    **PARTY_SORTS,
    **ACT_SORTS,
    **THING_SORTS,
    "branch": _headed(BRANCHES),
    "vehicle": lambda sight, phrase: (
        (simple(sight, phrase),) if phrase.nature in {Nature.VEHICLE, Nature.AIRCRAFT} else ()
    ),
    "way": _headed(frozenset({"way"})),
    "attachment": _headed(frozenset({"seizure", "arrest", "seal", "attachment", "lien"})),
    "sentence": _headed(frozenset({"sentence", "term"})),
    "trial": _headed(frozenset({"trial"})),
    "court": _headed(frozenset({"court", "judge", "magistrate", "tribunal"})),
    "hands": _headed(frozenset({"hands", "possession"})),
    "name": _headed(frozenset({"name", "names"})),
    "indictment": _headed(frozenset({"indictment", "complaint", "charge-sheet"})),
    "sway": _headed(_SWAY),
    "front": _headed(_FRONTS),
    "custody": _headed(_CUSTODY),
    "questioning": _headed(frozenset({"questioning", "interrogation", "suspicion", "charges"})),
}


EXTRAS: Mapping[str, Callable[[Sight, Clause], Filled]] = {**ACT_EXTRAS, **THING_EXTRAS}


def subtype_of_office(sight: Sight, filled: Filled) -> str:
    """Whether the office that fills a role is a director's, a membership, or another."""
    words = sight.tree.words
    first = next(w.i for w in words if w.start >= filled[0].start)
    last = max(w.i for w in words if w.end <= filled[0].end)
    phrase = phrase_at(sight.phrases, first)
    return office_subtype(sight, phrase, last) if phrase is not None else "office"


__all__ = ["EXTRAS", "SORTS", "Filled", "is_body", "is_person", "subtype_of_office"]
