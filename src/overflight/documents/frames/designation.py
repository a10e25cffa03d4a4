"""Designations: who put whom on a list or under sanctions, and the reason given."""

from __future__ import annotations

from overflight.documents.frames import verbs
from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, several, simple
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.movement import draft
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.ties import named_before
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_SANCTION_NOUNS = frozenset(
    {"sanction", "sanctions", "blacklist", "blacklists", "blacklisting", "designation", "embargo", "penalties"}
)
_LIST_NOUNS = frozenset({"list", "lists", "register", "sdn", "roster"})
_REASON = frozenset({"for", "over", "because", "because of", "after", "due to"})
_MEASURES = frozenset({"measures", "measure", "freeze", "freezes", "ban", "bans", "restrictions"})
_MEASURED = frozenset(
    wordlist("restrictive punitive asset assets travel visa entry financial sanctions freezing property targeted")
)
_NOT_TARGETS = frozenset({Nature.GOODS, Nature.TIME, Nature.MONEY, Nature.LIST, Nature.SOURCE})


def sanction_noun(sight: Sight, start: int, end: int) -> int | None:
    """The first noun in a row of words that stands for sanctions or a list of sanctioned names."""
    words = sight.tree.words
    for k in range(max(0, start), min(end, len(words))):
        lower = words[k].lower
        if lower in _SANCTION_NOUNS - {"embargo"}:
            if k + 1 < len(words) and words[k + 1].lower in _LIST_NOUNS:
                return k + 1
            return k
        if lower in _LIST_NOUNS and any(
            words[m].lower
            in {
                "sanctions",
                "designated",
                "sdn",
                "black",
                "terror",
                "terrorist",
                "entity",
                "denied",
                "ofac",
                "specially",
            }
            for m in range(max(0, k - 5), k)
        ):
            return k
    return None


def sanctions_in(sight: Sight, phrase: Phrase) -> int | None:
    """The word in a phrase that means sanctions, a measure like them, or a list of who is under them."""
    noun = sanction_noun(sight, phrase.first, phrase.last + 1)
    if noun is not None:
        return noun
    words = sight.tree.words
    before = {w.lower for w in words[phrase.first : phrase.head]}
    return phrase.head if words[phrase.head].lower in _MEASURES and before & _MEASURED else None


def authority(sight: Sight, noun: int) -> tuple[Filler, ...]:
    """Who imposed the sanctions that a noun names: `US sanctions`, `the sanctions of Washington`, `the EU's list`."""
    words = sight.tree.words
    phrase = phrase_at(sight.phrases, noun)
    if phrase is None:
        return ()
    inside = [
        m
        for m in sight.scene.within(words[phrase.first].start, words[noun].end)
        if m.kind in {"demonym", "government", "place", "organisation", "group"}
    ]
    if inside:
        m = inside[0]
        return (Filler(text=sight.scene.text[m.start : m.end], start=m.start, end=m.end, norm=m.norm),)
    names = [k for k in range(phrase.first, noun) if words[k].is_name or words[k].text.isupper()]
    if names:
        last = names[0]
        while last + 1 in names:
            last += 1
        return (sight.filler(names[0], last),)
    following = next((p for p in sight.phrases if p.first > noun), None)
    if following is not None and following.preposition in {"of", "by", "from"} and following.first <= noun + 3:
        return (simple(sight, following),)
    return ()


def reason(sight: Sight, verb: int, right: int) -> tuple[Filler, ...]:
    """The phrase after `for`, `over`, `because of` to the end of its clause."""
    words = sight.tree.words
    for k in range(verb + 1, len(words) - 1):
        word = words[k]
        if word.text in {";", "—"} or (word.lower in {"who", "which"}) or (word.text == ")"):
            return ()
        if (
            word.lower in {"for", "over", "because"}
            and words[k - 1].lower not in {"bound", "destined", "headed", "intended", "meant"}
            and word.tag in {"IN", "RP"}
        ):
            first = k + 2 if words[k + 1].lower == "of" else k + 1
            if _is_time(sight, first):
                continue
            last = _reason_end(sight, first)
            return (sight.filler(first, last),) if last >= first else ()
    return ()


def _is_time(sight: Sight, first: int) -> bool:
    phrase = phrase_at(sight.phrases, first)
    return phrase is not None and phrase.nature in {Nature.TIME}


def _reason_end(sight: Sight, first: int) -> int:
    words = sight.tree.words
    depth = 0
    for k in range(first, len(words)):
        if words[k].text == "(":
            depth += 1
        if words[k].text == ")":
            if depth == 0:
                return k - 1
            depth -= 1
        closes = words[k].text in {";", "—", ".", "”", '"'} or (
            words[k].text == "," and depth == 0 and _stops(sight, k)
        )
        if closes or (words[k].lower == "and" and k + 1 < len(words) and words[k + 1].tag in {"VBD", "VBZ"}):
            return k - 1
    return len(words) - 1


def _stops(sight: Sight, comma: int) -> bool:
    """Whether a comma ends the reason: a relative clause, an apposition or a new clause follows."""
    following = sight.tree.words[comma + 1 : comma + 4]
    return (
        bool(following)
        and following[0].lower not in {"and", "or"}
        and not (following[0].tag in {"NN", "NNS", "JJ"} and any(w.lower == "and" for w in following))
    )


def designation(sight: Sight, clause: Clause) -> Draft | None:
    """`was sanctioned by X in 2019 for …`, `X blacklisted it`: a verb that alone means a designation."""
    roles: dict[str, tuple[Filler, ...]] = {}
    target = clause.subject if clause.is_passive else clause.object
    if (
        clause.is_passive
        and not clause.auxiliaries
        and (target is None or target.nature in _NOT_TARGETS or not clause.subject_is_own)
    ):
        target = _behind_be(sight, clause) or target
    if target is None or target.nature in _NOT_TARGETS:
        return None
    roles["object"] = several(sight, named_before(sight, target) or target)
    if clause.is_passive:
        agent = next((p for p in clause.complements if p.preposition == "by" and p.first > clause.verb), None)
        if agent is not None:
            roles["actor"] = (simple(sight, agent),)
    elif clause.subject is not None:
        roles["actor"] = (simple(sight, clause.subject),)
    roles["reason"] = reason(sight, clause.verb, clause.right)
    return draft(sight, clause, ClaimKind.DESIGNATION, None, f"designation.{clause.lemma}", roles)


def _behind_be(sight: Sight, clause: Clause) -> Phrase | None:
    """The subject of `Also sanctioned today was X`."""
    words = sight.tree.words
    be = next((w.i for w in words[clause.verb + 1 : clause.verb + 7] if w.lower in {"was", "were", "is", "are"}), None)
    return None if be is None else next((p for p in sight.phrases if p.first == be + 1), None)


def listing(sight: Sight, clause: Clause) -> Draft | None:
    """`was put under US sanctions`, `added it to the blacklist`, `imposed sanctions on X`: a verb and a noun together."""
    words = sight.tree.words
    noun = sanction_noun(sight, clause.verb + 1, min(clause.verb + 14, clause.right + 1))
    if noun is None:
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    target = clause.subject if clause.is_passive else clause.object
    on_target = next(
        (
            p
            for p in clause.complements
            if p.preposition in {"on", "against", "upon"} and p.first > noun and p.nature is not Nature.TIME
        ),
        None,
    )
    if (target is not None and target.first <= noun <= target.last) or (
        on_target is not None
        and clause.lemma in {"impose", "slap", "place", "put"}
        and not clause.is_passive
        and (target is None or target.nature is Nature.LIST)
    ):
        target = on_target
    if target is None or target.nature in _NOT_TARGETS:
        return None
    roles["object"] = several(sight, named_before(sight, target) or target)
    roles["actor"] = authority(sight, noun)
    if not roles["actor"]:
        agent = next((p for p in clause.complements if p.preposition == "by" and p.first > clause.verb), None)
        if agent is not None:
            roles["actor"] = (simple(sight, agent),)
        elif not clause.is_passive and clause.subject is not None and clause.subject.first != target.first:
            roles["actor"] = (simple(sight, clause.subject),)
    elif (
        not clause.is_passive
        and clause.subject is not None
        and clause.subject.first != target.first
        and clause.lemma not in {"be", "remain"}
    ):
        roles["actor"] = (simple(sight, clause.subject),)
    roles["reason"] = reason(sight, noun, clause.right)
    d = draft(sight, clause, ClaimKind.DESIGNATION, None, f"designation.{clause.lemma}.noun", roles)
    return _reaching(d, words[noun].end)


def freezing(sight: Sight, clause: Clause) -> Draft | None:
    """`froze the assets of X`: a sanction, though no word says so."""
    words = sight.tree.words
    assets = clause.subject if clause.is_passive else clause.object
    if assets is None or words[assets.head].lower not in {"assets", "funds", "accounts", "property"}:
        return None
    owner = next((p for p in sight.phrases if p.first == assets.last + 2 and p.preposition == "of"), None)
    if owner is None or not words[owner.head].is_name:
        return None
    roles: dict[str, tuple[Filler, ...]] = {
        "object": several(sight, owner),
        "reason": reason(sight, clause.verb, clause.right),
    }
    by = (
        clause.subject
        if not clause.is_passive
        else next((p for p in clause.complements if p.preposition == "by"), None)
    )
    if by is not None:
        roles["actor"] = (simple(sight, by),)
    return draft(sight, clause, ClaimKind.DESIGNATION, None, f"designation.{clause.lemma}", roles)


def _reaching(d: Draft, end: int) -> Draft:
    from dataclasses import replace

    return replace(d, trigger=(d.trigger[0], max(d.trigger[1], end)))


def standing(sight: Sight, noun: int, subject: Phrase | None) -> Draft | None:
    """`an airline under US sanctions`, `has been on the sanctions list since …`, `(subject to US sanctions for …)`."""
    from overflight.records.claim import ClaimKind as Kind

    words = sight.tree.words
    phrase = phrase_at(sight.phrases, noun)
    if phrase is None or subject is None or subject.nature in _NOT_TARGETS:
        return None
    lead = words[phrase.first - 1].lower if phrase.first else ""
    earlier = [w.lower for w in words[max(0, phrase.first - 3) : phrase.first]]
    if not (lead in {"under", "on"} or earlier[-2:] == ["subject", "to"] or "by" in earlier):
        return None
    first = phrase.first - (2 if earlier[-2:] == ["subject", "to"] else 1)
    while first > subject.last + 1 and (
        words[first - 1].tag.startswith(("VB", "RB", "MD")) or words[first - 1].lower in {"not", "n't", "yet", "still"}
    ):
        first -= 1
    roles = {
        "object": (simple(sight, subject),),
        "actor": authority(sight, noun),
        "reason": reason(sight, noun, len(words) - 1),
    }
    return Draft(
        kind=Kind.DESIGNATION,
        subtype=None,
        rule="designation.under",
        sentence=sight.index,
        verb=noun,
        trigger=(words[first].start, words[noun].end),
        left=words[subject.first].start,
        right=words[noun].end,
        roles={k: v for k, v in roles.items() if v},
    )


__all__ = ["designation", "listing", "reason", "sanction_noun", "sanctions_in", "standing", "verbs"]
