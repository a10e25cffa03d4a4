"""Whose deed a verb tells: its own subject, one taken over from another clause, or the one that is blamed for it."""

from __future__ import annotations

from overflight.documents.frames.clause_bounds import RELATIVE, SUBJECT, is_passive, left_bound, verb_group
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist

_BLAMING = form_index(
    wordlist("""sanction designate blacklist proscribe list add place put include target hit impose slap punish penalise
penalize name freeze ban bar arrest detain jail imprison apprehend charge indict prosecute sentence convict fine accuse suspect
blame expel try extradite fault criticise criticize condemn investigate probe sue dismiss sack acquit thank praise reward""")
)
"""Verbs whose object is the one who did what `for`, `over` or `of` with a gerund tells after them."""


def _blamed(tree: Tree, phrases: tuple[Phrase, ...], verb: int) -> Phrase | None:
    """Who did what a gerund after `for`, `over`, `of` tells, where the verb above designates, arrests, accuses or fines."""
    words = tree.words
    marks = [k for k in range(max(0, verb - 3), verb) if words[k].lower in {"for", "over", "of"}]
    if words[verb].tag != "VBG" or not marks or phrase_at(phrases, verb - 1) is not None:
        return None
    above = next((k for k in range(marks[-1] - 1, -1, -1) if words[k].is_verb and words[k].lower in _BLAMING), None)
    if above is None or any(words[k].tag in {"VBD", "VBZ", "VBP"} for k in range(above + 1, marks[-1])):
        return None
    group_first, auxiliaries = verb_group(tree, above)
    if is_passive(tree, above, auxiliaries):
        own = tree.kid(above, *SUBJECT)
        subject = phrase_at(phrases, own.i) if own is not None and own.lower not in RELATIVE else None
        return subject or _antecedent_before(phrases, group_first)
    told = [p for p in phrases if above < p.first < marks[-1] and p.nature is not Nature.TIME]
    bare = next((p for p in told if not p.preposition and p.nature is not Nature.LIST), None)
    return bare or next((p for p in told if p.preposition in {"on", "against", "upon"}), None)


def _antecedent_before(phrases: tuple[Phrase, ...], first: int) -> Phrase | None:
    return max(
        (p for p in phrases if p.last < first and p.nature is not Nature.TIME), key=lambda p: p.last, default=None
    )


def subject_of(tree: Tree, phrases: tuple[Phrase, ...], verb: int, first: int) -> tuple[Phrase | None, bool]:  # noqa: PLR0912
    """The subject phrase and whether the verb has it for its own (else it is taken over from another clause)."""
    blamed = _blamed(tree, phrases, verb)
    if blamed is not None:
        return blamed, False
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        word = tree.words[at]
        own = tree.kid(at, *SUBJECT)
        if own is not None and own.dep == "expl":
            own = tree.kid(at, "nsubj", "nsubj:pass") or own
        if own is not None and own.lower not in RELATIVE:
            phrase = phrase_at(phrases, own.i)
            if phrase is not None and phrase.nature is Nature.TIME:
                phrase = _nearest_before(tree, phrases, first) or phrase
            if phrase is not None and own.i < verb and phrase.preposition in {"with", "of", "by", "from", "at"}:
                phrase = _nearest_before(tree, phrases, first) or phrase
            if phrase is not None and not (own.i > verb and phrase.preposition):
                return phrase, at == verb
        if own is None and at == verb and word.dep == "amod" and _is_finite(tree, verb, first):
            near = _nearest_before(tree, phrases, first)
            if near is not None:
                return near, True
        if own is not None or word.dep in {"acl", "acl:relcl", "amod"}:
            antecedent = antecedent_of(tree, phrases, at, own)
            above = next((w.i for w in tree.up(at) if w.is_verb and w.i < at), None)
            if antecedent is not None and antecedent.nature in {Nature.TIME, Nature.LIST} and above is not None:
                at = above
                continue
            if antecedent is not None:
                return antecedent, at == verb
        if own is None and at == verb and _is_finite(tree, verb, first) and not _follows_conjunction(tree, first):
            near = _nearest_before(tree, phrases, first)
            if near is not None:
                return near, True
        if word.dep in {"conj", "advcl", "xcomp", "parataxis", "dep", "ccomp", "advcl:relcl"} and word.head != at:
            if word.dep == "xcomp":
                object_ = tree.kid(word.head, "obj")
                if object_ is not None:
                    phrase = phrase_at(phrases, object_.i)
                    if phrase is not None:
                        return phrase, False
            at = word.head
            if not tree.words[at].is_verb:
                phrase = phrase_at(phrases, at)
                own_of_noun = tree.kid(at, *SUBJECT)
                if own_of_noun is not None:
                    return phrase_at(phrases, own_of_noun.i), False
                if phrase is None or phrase.nature not in {Nature.TIME, Nature.LIST, Nature.OTHER}:
                    return phrase, False
                above = next((w.i for w in tree.up(at) if w.is_verb and w.i < verb), None)
                if above is None:
                    return phrase, False
                at = above
            continue
        break
    if at != verb and tree.words[at].is_verb:  # a verb joined to one before it has that one's subject
        first = verb_group(tree, at)[0]
    return _nearest_before(tree, phrases, first), False


def _is_finite(tree: Tree, verb: int, first: int) -> bool:
    word = tree.words[verb]
    if (
        word.tag in {"VBN", "VBD"}
        and first == verb
        and (word.dep == "amod" or (verb and tree.words[verb - 1].text == ","))
    ):
        return not is_passive(tree, verb, ()) or word.dep == "amod"
    return word.tag in {"VBD", "VBZ", "VBP"} or (first < verb and tree.words[first].tag in {"VBD", "VBZ", "VBP", "MD"})


def goes_on(tree: Tree, verb: int, first: int) -> bool:
    """Whether a verb is joined to one before it (`refuelled in Mersin and landed`): what stands between belongs to that one."""
    head = tree.words[verb].head
    return (
        tree.words[verb].dep == "conj"
        and head < first
        and tree.words[head].is_verb
        and _follows_conjunction(tree, first)
    )


def _follows_conjunction(tree: Tree, first: int) -> bool:
    k = first - 1
    while k >= 0 and (tree.words[k].tag == "RB" or tree.words[k].text == ","):
        k -= 1
    return k >= 0 and tree.words[k].lower in {"and", "or", "but", "then"}


def antecedent_of(tree: Tree, phrases: tuple[Phrase, ...], at: int, own: Word | None) -> Phrase | None:
    """The noun that a relative clause or participle hangs on; where that is no phrase, the one right before it."""
    head = tree.words[at].head
    phrase = phrase_at(phrases, head) if head < at else None
    start = own.i if own is not None and own.i < at else at
    near = max((p for p in phrases if p.last < start), key=lambda p: p.last, default=None)
    if phrase is not None and own is not None and own.lower == "who" and phrase.nature is not Nature.PERSON:
        phrase = _apposed_person(tree, phrases, phrase) or phrase
    if phrase is None:
        return near
    return phrase


def _apposed_person(tree: Tree, phrases: tuple[Phrase, ...], phrase: Phrase) -> Phrase | None:
    """The person whom a description stands behind (`Mehdi Karimi, a former pilot who …`)."""
    before = max((p for p in phrases if p.last < phrase.first), key=lambda p: p.last, default=None)
    is_apposed = before is not None and phrase.first == before.last + 2 and tree.words[before.last + 1].text == ","
    return before if is_apposed and before is not None and before.nature is Nature.PERSON else None


def _nearest_before(tree: Tree, phrases: tuple[Phrase, ...], first: int) -> Phrase | None:
    """The nearest phrase before the verb group that no preposition governs, in the same clause."""
    left = left_bound(tree, first)
    free = [
        p for p in phrases if left <= p.first and p.last < first and not p.preposition and p.nature is not Nature.TIME
    ]
    return free[-1] if free else None


_DESCRIBABLE = frozenset({Nature.PEOPLE, Nature.PERSON, Nature.ORGANISATION, Nature.OPERATOR})


def by_name(tree: Tree, phrases: tuple[Phrase, ...], subject: Phrase | None) -> Phrase | None:
    """A subject by the name in apposition to it (`Its director, Ruslan Hrynko, was held`, `Altai Cargo, a carrier, flew`)."""
    if subject is None or subject.nature not in _DESCRIBABLE or subject.preposition or tree.words[subject.head].is_name:
        return subject
    words = tree.words
    for named in phrases:
        is_named = words[named.head].is_name and not named.preposition and named.nature in _DESCRIBABLE | {Nature.OTHER}
        if not is_named or named.mention_kind in {"place", "date", "demonym"}:
            continue
        behind = named.first == subject.last + 2 and words[named.first - 1].text == ","
        is_closed = named.last + 1 < len(words) and words[named.last + 1].text == ","
        if behind and is_closed:
            return named
        if (
            named.last + 2 == subject.first
            and words[named.last + 1].text == ","
            and words[subject.first].lower in {"a", "an"}
        ):
            return named
    return subject
