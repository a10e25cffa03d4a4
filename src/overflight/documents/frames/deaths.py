"""Numbers of dead, and who killed them: told by verbs of killing and dying, by tolls, by nouns, and by `dead` alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause, agent
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, quantity_filler, simple
from overflight.documents.frames.goods import is_name_of_unknown
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_at, phrase_position
from overflight.documents.frames.places import is_place
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_WHERE = frozenset({"in", "at", "near", "on", "outside", "around", "of", "off", "inside"})
_KILLERS = frozenset({Nature.FORCE, Nature.GOVERNMENT, Nature.PEOPLE, Nature.PERSON, Nature.ORGANISATION})
_DYING = frozenset({Nature.VICTIMS, Nature.PEOPLE, Nature.FORCE})
_VAGUE = frozenset({"thousands", "hundreds", "dozens", "scores", "several", "many", "tens"})
_SCALES = frozenset({"thousand", "hundred", "million"})
_TOLLS = frozenset({"toll", "dead", "fatalities", "killed", "deaths"})
_DEATHS = frozenset(wordlist("deaths fatalities death fatality killings"))
_COUNTED = frozenset(wordlist("dead killed slain murdered perished"))
"""Words that, right behind a number and its noun, make it a number of dead without a verb: `5 dockers dead`."""
_NO_PEOPLE = frozenset(wordlist("october june per percent cent year years day days km kilometres kilometers o'clock"))

Counted = tuple[tuple[Filler, ...], tuple[Filler, ...]]


def toll(sight: Sight, clause: Clause) -> Draft | None:
    """`the death toll has risen to 300`, `the number of dead stands at 40`, `the number of people killed has passed 3,000`."""
    words = sight.tree.words
    before = {w.lower for w in words[max(0, clause.verb - 14) : clause.verb]}
    if not _TOLLS & before or ("killed" in before and not {"number", "people"} & before):
        return None
    number = next((k for k in range(clause.verb + 1, clause.right + 1) if _is_count(sight, k)), None)
    if number is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity_filler(sight, number, _number_end(sight, number, clause.right)),
        "place": where_died(sight, clause.verb),
    }
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}.toll", roles)


def tolled(sight: Sight, clause: Clause) -> Draft | None:
    """`put the death toll at 44`, `put the number of dead at 44`."""
    words = sight.tree.words
    counted = next((w.i for w in words[clause.verb + 1 : clause.right + 1] if w.lower in _TOLLS), None)
    if counted is None:
        return None
    at = next((w.i for w in words[counted + 1 : clause.right] if w.lower in {"at", "as"}), None)
    if at is None or not any(_is_count(sight, k) for k in range(at + 1, min(at + 4, clause.right + 1))):
        return None
    number = next(k for k in range(at + 1, clause.right + 1) if _is_count(sight, k))
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity_filler(sight, number, _number_end(sight, number, clause.right)),
        "place": where_died(sight, clause.verb),
    }
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}.toll", roles)


def lives_lost(sight: Sight, clause: Clause) -> Draft | None:
    """`left 23 dead`, `claimed the lives of 15,000 civilians`."""
    words = sight.tree.words
    right = min(clause.right, len(words) - 1)
    lives = next(
        (
            p
            for p in sight.phrases
            if p.preposition == "of" and clause.verb < p.first and words[p.first - 2].lower == "lives"
        ),
        None,
    )
    if lives is None:
        lives = next((p for p in clause.complements if p.first > clause.verb and words[p.head].lower == "lives"), None)
    if lives is not None:
        taken = next((p for p in sight.phrases if p.first == clause.verb + 1), None)
        found = victims(sight, lives) or (victims(sight, taken) if taken is not None else None)
        if found is None:
            return None
        roles: dict[str, tuple[Filler, ...]] = {"quantity": found[0], "object": found[1]}
        if words[lives.head].lower == "lives" and taken in {lives, None}:
            roles["object"] = ()
        roles["place"] = where_died(sight, clause.verb)
        return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)
    dead = next((k for k in range(clause.verb + 1, right + 1) if words[k].lower == "dead"), None)
    number = next((k for k in range(clause.verb + 1, dead or 0) if _is_count(sight, k)), None)
    if dead is None or number is None or clause.lemma != "leave":
        return None
    roles = dict(_dead(sight, number, dead))
    roles["place"] = where_died(sight, clause.verb)
    return draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)


def casualties(sight: Sight, clause: Clause, nature: Nature) -> Draft | None:
    """`killed at least 47 civilians`, `more than 1,400 have been killed by …`, `47 people died`."""
    intransitive = clause.lemma in verbs.DIE
    dead = clause.subject if clause.is_passive or intransitive else clause.object
    number = victims(sight, dead) if dead is not None else None
    if number is None and dead is not None and dead is clause.subject:
        earlier = [p for p in sight.phrases if clause.left <= p.first < dead.first and p.nature in _DYING]
        number = next((counted for p in earlier if (counted := victims(sight, p)) is not None), None)
    if number is None:
        return None
    quantity, objects = number
    roles: dict[str, tuple[Filler, ...]] = {
        "quantity": quantity,
        "object": objects,
        "place": where_died(sight, clause.verb),
    }
    by = agent(clause) if clause.is_passive else None if intransitive else clause.subject
    if by is not None and by.nature in _KILLERS:
        roles["actor"] = (simple(sight, by),)
    made = draft(sight, clause, ClaimKind.CASUALTIES, None, f"casualties.{clause.lemma}", roles)
    if by is not None and not clause.is_passive:
        made = replace(made, also=((sight.tree.words[by.first].start, sight.tree.words[by.last].end),))
    return made


def victims(sight: Sight, phrase: Phrase) -> Counted | None:
    """The number of dead in a phrase and who they were; None where no number is told."""
    words = sight.tree.words
    number = next((k for k in range(phrase.first, phrase.last + 1) if _is_count(sight, k)), None)
    if number is None or phrase.nature is Nature.TIME or words[phrase.head].lower in _NO_PEOPLE:
        return None
    last = _number_end(sight, number, phrase.last)
    quantity = quantity_filler(sight, number, last)
    if phrase.head > last:
        return quantity, (sight.filler(last + 1, phrase.last, phrase.norm),)
    k = phrase_position(sight.phrases, phrase)
    following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
    if following is not None and following.preposition == "of" and following.first == phrase.last + 2:
        return quantity, (sight.filler(following.first, following.last, following.norm),)
    return quantity, ()


def where_died(sight: Sight, trigger: int) -> tuple[Filler, ...]:
    """Where people died: a place behind the trigger, else before it (`The shelling of X took 13 lives`), the nearest last."""
    placed = [
        p for p in sight.phrases if p.preposition in _WHERE and p.nature is not Nature.TIME and _is_site(sight, p)
    ]
    behind = [p for p in placed if p.first > trigger and p.preposition != "of"]
    of = [p for p in placed if p.first > trigger and p.preposition == "of"]
    before = [p for p in reversed(placed) if p.last < trigger and not _is_cut_off(sight, p.last, trigger)]
    found = next(iter((*behind[:1], *before[:1], *of[:1])), None)
    return (simple(sight, found, places=True),) if found is not None else ()


def _is_site(sight: Sight, phrase: Phrase) -> bool:
    if phrase.preposition in {"of", "on"} and phrase.nature is not Nature.PLACE:
        return is_name_of_unknown(sight, phrase)
    return is_place(sight, phrase)


def _is_cut_off(sight: Sight, last: int, trigger: int) -> bool:
    """Whether another sentence stands between a place and the trigger."""
    return any(w.text in {";"} or w.lower in {"but", "while"} for w in sight.tree.words[last + 1 : trigger])


def _is_count(sight: Sight, k: int) -> bool:
    """Whether a word is a number of people, and no part of a date."""
    word = sight.tree.words[k]
    if word.tag != "CD" and word.lower not in _VAGUE:
        return False
    phrase = phrase_at(sight.phrases, k)
    return phrase is None or phrase.nature is not Nature.TIME


def _number_end(sight: Sight, first: int, right: int) -> int:
    """The last word of the number that begins at a word: `13 thousand`, `forty-four`."""
    words = sight.tree.words
    last = first
    while last < right:
        if words[last + 1].tag == "CD" or words[last + 1].lower in _SCALES:
            last += 1
        elif words[last + 1].text == "-" and last + 2 <= right and words[last + 2].tag == "CD":
            last += 2
        else:
            break
    return last


def _number_start(sight: Sight, last: int) -> int:
    while last and sight.tree.words[last - 1].tag == "CD":
        last -= 1
    return last


def _dead(sight: Sight, number: int, dead: int) -> Iterator[tuple[str, tuple[Filler, ...]]]:
    """Quantity and object of `5 dockers dead`."""
    last = _number_end(sight, number, dead - 1)
    yield "quantity", quantity_filler(sight, number, last)
    if any(w.is_noun for w in sight.tree.words[last + 1 : dead]):
        yield "object", (sight.filler(last + 1, dead - 1),)


def counted_dead(sight: Sight, found: Sequence[Draft]) -> Iterator[Draft]:
    """Numbers of dead that no verb frame read: `Strike on the pier: 5 dockers dead`, `40 deaths`, `44 killed in raid`."""
    words = sight.tree.words
    for word in words:
        if _is_among(sight, word.i):
            roles = _named_dead(sight, word.i) or _told_among(sight, word.i)
        elif word.lower in _DEATHS:
            roles = _deaths(sight, word.i)
        elif word.lower in _COUNTED:
            roles = _adjective(sight, word.i)
        else:
            continue
        if not roles:
            continue
        start, end = min(roles["quantity"][0].start, word.start), max(roles["quantity"][0].end, word.end)
        if any(d.kind is ClaimKind.CASUALTIES and d.span()[0] < end and start < d.span()[1] for d in found):
            continue
        roles["place"] = where_died(sight, word.i)
        yield Draft(
            kind=ClaimKind.CASUALTIES,
            subtype=None,
            rule=f"casualties.{word.lower}",
            sentence=sight.index,
            verb=word.i,
            trigger=(start, end),
            left=words[0].start,
            right=words[-1].end,
            roles={role: fillers for role, fillers in roles.items() if fillers},
        )


def _is_among(sight: Sight, k: int) -> bool:
    words = sight.tree.words
    return (
        words[k].lower in {"dead", "victims", "killed", "fatalities"}
        and k >= 2
        and words[k - 2].lower in {"among", "amongst"}
    )


def _named_dead(sight: Sight, k: int) -> dict[str, tuple[Filler, ...]]:
    """`Among the dead were nine children`."""
    words = sight.tree.words
    if k + 1 >= len(words) or words[k + 1].lower not in {"were", "are", "was"}:
        return {}
    behind = next((p for p in sight.phrases if p.first > k), None)
    found = victims(sight, behind) if behind is not None else None
    return {"quantity": found[0], "object": found[1]} if found is not None else {}


def _told_among(sight: Sight, k: int) -> dict[str, tuple[Filler, ...]]:
    """`Two soldiers were among the dead`."""
    words = sight.tree.words
    if k < 3 or words[k - 3].lower not in {"were", "are", "was"}:
        return {}
    before = max((p for p in sight.phrases if p.last < k - 3), key=lambda p: p.last, default=None)
    found = victims(sight, before) if before is not None else None
    return {"quantity": found[0], "object": found[1]} if found is not None else {}


def _deaths(sight: Sight, k: int) -> dict[str, tuple[Filler, ...]]:
    """`more than 900 deaths`, `40 civilian deaths`."""
    phrase = phrase_at(sight.phrases, k)
    if phrase is None or phrase.head != k:
        return {}
    number = next((n for n in range(phrase.first, k) if _is_count(sight, n)), None)
    if number is None:
        return {}
    last = _number_end(sight, number, k - 1)
    roles = {"quantity": quantity_filler(sight, number, last)}
    if last + 1 < k:
        roles["object"] = (sight.filler(last + 1, k - 1),)
    return roles


def _adjective(sight: Sight, k: int) -> dict[str, tuple[Filler, ...]]:
    """`5 dockers dead`, `44 dead`, `nine herders killed`: a number, its noun, and the word that they are dead."""
    words = sight.tree.words
    trigger = k
    while k and words[k - 1].lower in {"is", "are", "were", "was", "feared", "confirmed"}:
        k -= 1
    if k < trigger and words[trigger].lower != "dead":
        return {}
    phrase = phrase_at(sight.phrases, k - 1) if k else None
    if phrase is None or phrase.nature is Nature.TIME or words[phrase.head].lower in _NO_PEOPLE:
        phrase = phrase_at(sight.phrases, k)
    if phrase is None and k and _is_count(sight, k - 1):
        return dict(_dead(sight, _number_start(sight, k - 1), k))
    if phrase is None or phrase.last < k - 1 or phrase.mention_kind is not None:
        return {}
    number = next((n for n in range(phrase.first, k) if _is_count(sight, n)), None)
    if number is None or any(w.is_verb for w in words[number:k]):
        return {}
    return dict(_dead(sight, number, k))
