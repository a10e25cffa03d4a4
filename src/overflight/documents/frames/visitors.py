"""Who travelled: the leader and the group as two, each with what describes them."""

from __future__ import annotations

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.fillers import Sight, listed, simple
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.records.claim import Filler

TRAVELLERS = frozenset({Nature.PEOPLE, Nature.PERSON, Nature.FORCE})


def visitors(sight: Sight, subject: Phrase, clause: Clause) -> tuple[Filler, ...]:
    """The visitors: leader and group are two fillers (`its director toured X with a delegation`)."""
    own = [visitor(sight, p) for p in listed(sight, subject)]
    for phrase in clause.complements:
        if (
            phrase.preposition in {"with", "along with", "together with", "accompanied by"}
            and phrase.nature in TRAVELLERS
            and phrase.first > clause.verb
        ):
            own.append(visitor(sight, phrase))
    return tuple(own)


def visitor(sight: Sight, phrase: Phrase) -> Filler:
    """A visitor's phrase with `of …` and a participle that describes it (`a delegation linked to the Guards`)."""
    base = simple(sight, phrase)
    words = sight.tree.words
    last = max((w.i for w in words if w.start < base.end), default=phrase.last)
    for verb in sight.tree.kids(phrase.head, "acl"):
        if verb.tag == "VBN" and verb.i > last and words[last + 1].text != ",":
            below = [
                k for k in sight.tree.below(verb.i, without=frozenset({"acl:relcl", "advcl", "parataxis"})) if k > last
            ]
            inside = [p for p in sight.phrases if p.first > verb.i and p.head in below]
            if inside:
                return sight.filler(phrase.first, inside[-1].last, phrase.norm)
    return base
