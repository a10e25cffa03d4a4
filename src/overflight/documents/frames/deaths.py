"""Numbers of dead, and who killed them."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, place_of, quantity_filler, simple
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler


def toll(sight: Sight, clause: Clause) -> Draft | None:
    """`the death toll has risen to 300`, `the number of dead stands at 40`."""
    words = sight.tree.words
    before = [w.lower for w in words[clause.left : clause.verb]]
    if not {"toll", "dead", "fatalities"} & set(before):
        return None
    number = next(
        (
            w.i
            for w in words[clause.verb + 1 : clause.right + 1]
            if w.tag == "CD" and not any(p.first <= w.i <= p.last and p.nature is Nature.TIME for p in sight.phrases)
        ),
        None,
    )
    if number is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity_filler(sight, number, number),
        "place": place_of(sight, clause.complements),
    }
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}.toll", roles)


def lives_lost(sight: Sight, clause: Clause) -> Draft | None:
    """`left 23 dead`, `claimed the lives of 15,000 civilians`."""
    words = sight.tree.words
    right = min(clause.right, len(words) - 1)
    lowers = [w.lower for w in words[clause.verb + 1 : right + 1]]
    lives = next(
        (
            p
            for p in sight.phrases
            if p.preposition == "of" and p.first > clause.verb and words[max(0, p.first - 2)].lower == "lives"
        ),
        None,
    )
    if lives is None and "lives" in lowers:
        lives = next((p for p in clause.complements if p.first > clause.verb and words[p.head].lower == "lives"), None)
    dead = next((w.i for w in words[clause.verb + 1 : right + 1] if w.lower == "dead"), None)
    if lives is None and (dead is None or clause.lemma != "leave"):
        return None
    if lives is not None:
        found = victims(sight, lives)
        if found is None:
            return None
        roles: dict[str, tuple[Filler, ...]] = {"quantity": found[0], "object": found[1]}
    else:
        number = next(
            (k for k in range(clause.verb + 1, dead or right) if words[k].tag == "CD" or words[k].lower in _VAGUE), None
        )
        if number is None:
            return None
        roles = {"quantity": quantity_filler(sight, number, number)}
        who = next((w.i for w in words[number + 1 : dead] if w.is_noun), None)
        if who is not None:
            roles["object"] = (sight.filler(who, who),)
    roles["place"] = place_of(sight, clause.complements)
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)


def casualties(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`killed at least 47 civilians`, `more than 1,400 have been killed by …`, `47 people died`."""
    intransitive = clause.lemma in verbs.DIE
    dead = clause.subject if clause.is_passive or intransitive else clause.object
    if dead is None:
        return None
    number = victims(sight, dead)
    if number is None:
        return None
    quantity, objects = number
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity,
        "object": objects,
        "place": place_of(sight, clause.complements),
    }
    by = agent(clause) if clause.is_passive else None if intransitive else clause.subject
    if by is not None and by.nature in {
        Nature.FORCE,
        Nature.GOVERNMENT,
        Nature.PEOPLE,
        Nature.PERSON,
        Nature.ORGANISATION,
    }:
        roles["actor"] = (simple(sight, by),)
    d = draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)
    if by is not None and not clause.is_passive:
        d = replace(d, also=((sight.tree.words[by.first].start, sight.tree.words[by.last].end),))
    return d


_VAGUE = frozenset({"thousands", "hundreds", "dozens", "scores", "several", "many", "tens"})


def victims(sight: Sight, phrase: Phrase) -> tuple[tuple[Filler, ...], tuple[Filler, ...]] | None:
    """The number of dead in a phrase and who they were; None where no number is told."""
    words = sight.tree.words
    numbers = [k for k in range(phrase.first, phrase.last + 1) if words[k].tag == "CD" or words[k].lower in _VAGUE]
    if not numbers or words[phrase.head].lower in {"october", "june"}:
        return None
    last = numbers[0]
    while last + 1 <= phrase.last and (
        words[last + 1].tag == "CD" or words[last + 1].lower in {"thousand", "hundred", "million"}
    ):
        last += 1
    quantity = quantity_filler(sight, numbers[0], last)
    if phrase.head > last:
        return quantity, (sight.filler(last + 1, phrase.last, phrase.norm),)
    k = phrase_position(sight.phrases, phrase)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    if following is not None and following.preposition == "of" and following.first == phrase.last + 2:
        return quantity, (sight.filler(following.first, following.last, following.norm),)
    return quantity, ()
