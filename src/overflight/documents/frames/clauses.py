"""A verb with its arguments: voice, subject, object and prepositional phrases."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.documents.frames.clause_bounds import CLAUSES, RELATIVE, is_passive, left_bound, right_bound, verb_group
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.subjects import antecedent_of, by_name, goes_on, subject_of
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and what belongs to it. Indices are words of the tree; phrases of the complements stand in text order.

    left, right: the first and the last word that may belong to this clause alone, where words stand in a row.
    auxiliaries: lower-case words before the verb that make its tense, voice and mood.
    """

    tree: Tree
    verb: int
    lemma: str
    is_passive: bool
    subject: Phrase | None
    subject_is_own: bool
    object: Phrase | None
    complements: tuple[Phrase, ...]
    auxiliaries: tuple[str, ...]
    group_first: int
    left: int
    right: int


_INTRANSITIVE = frozenset(
    wordlist("arrive depart return go come travel die continue proceed shuttle commute perish head touch stay remain")
)


def _is_past_tense(
    tree: Tree, phrases: tuple[Phrase, ...], verb: int, lemma: str, auxiliaries: tuple[str, ...]
) -> bool:
    """Whether a bare form tagged as a participle is a past tense: it cannot be passive, or its object stands right behind it."""
    if auxiliaries:
        return False
    following = next((p for p in phrases if p.first > verb and p.nature is not Nature.TIME), None)
    if following is not None and following.preposition and _is_split(tree, verb, following):
        return following.preposition in {"in", "out"} and following.nature is not Nature.PLACE
    return lemma in _INTRANSITIVE or (
        following is not None
        and not following.preposition
        and not _without_times(tree, phrases, verb + 1, following.first)
    )


def clause_of(tree: Tree, phrases: tuple[Phrase, ...], verb: int, lemma: str) -> Clause:
    """The clause that a verb heads."""
    first, auxiliaries = verb_group(tree, verb)
    passive = is_passive(tree, verb, auxiliaries) and not _is_past_tense(tree, phrases, verb, lemma, auxiliaries)
    subject, is_own = subject_of(tree, phrases, verb, first)
    subject = by_name(tree, phrases, subject)
    left = first if not is_own and goes_on(tree, verb, first) else left_bound(tree, first)
    if is_own and subject is not None and tree.words[verb].dep == "conj":
        left = max(left, _opening_of(tree, subject))
    right = right_bound(tree, verb)
    complements = tuple(
        p
        for p in phrases
        if (verb < p.first <= right)
        or (
            p.first > right
            and p.preposition
            and _owner(tree, p.head) == verb
            and not _finite_between(tree, verb, p.first)
        )
        or (left <= p.first < first and (subject is None or p.head != subject.head))
    )
    return Clause(
        tree=tree,
        verb=verb,
        lemma=lemma,
        is_passive=passive,
        subject=subject,
        subject_is_own=is_own,
        object=_object(tree, phrases, verb, right, complements),
        complements=complements,
        auxiliaries=auxiliaries,
        group_first=first,
        left=left,
        right=right,
    )


_WAY_TO_SUBJECT = 6
"""Words between a conjunction and the subject of the clause it joins (`and on Friday the third plane left`)."""


def _opening_of(tree: Tree, subject: Phrase) -> int:
    """Where a clause joined to another begins: behind the conjunction before its subject, 0 where none stands near."""
    for k in range(subject.first - 1, max(-1, subject.first - 1 - _WAY_TO_SUBJECT), -1):
        if tree.words[k].is_verb:
            return 0
        if tree.words[k].lower in {"and", "but", "or", "while"}:
            return k + 1 if any(w.is_verb for w in tree.words[:k]) else 0
    return 0


def _owner(tree: Tree, i: int) -> int:
    """The verb nearest above a word that heads a clause."""
    for word in tree.up(i):
        if word.is_verb and (word.dep in CLAUSES or word.head == word.i):
            return word.i
    return -1


def _finite_between(tree: Tree, low: int, high: int) -> bool:
    return any(tree.words[k].text in {";", ":"} for k in range(low, high))


def _object(
    tree: Tree, phrases: tuple[Phrase, ...], verb: int, right: int, complements: tuple[Phrase, ...]
) -> Phrase | None:
    """The direct object: by the tree, else the first free phrase right after the verb; of a relative clause, its noun."""
    own = tree.kid(verb, "obj")
    behind = _free_behind(tree, phrases, verb, complements)
    if own is not None and own.lower in RELATIVE:
        return behind if own.lower == "that" and behind is not None else antecedent_of(tree, phrases, verb, own)
    if own is not None and own.i > verb:
        phrase = phrase_at(phrases, own.i)
        if phrase is not None and (not phrase.preposition or _is_split(tree, verb, phrase)):
            return phrase
    return behind


_SPLIT = {
    "in": form_index(wordlist("bring fly ship haul truck ferry send carry lift smuggle take log talk guide wave")),
    "out": form_index(wordlist("turn churn fly ship send roll hand shell fork take bring")),
    "off": form_index(wordlist("drop load sell take hand")),
    "on": form_index(wordlist("pass sell take hand send")),
    "over": form_index(wordlist("hand sign bring turn fly ship")),
    "up": form_index(wordlist("pick load buy snap take round line haul")),
    "down": form_index(wordlist("set put hand gun shoot")),
}
"""Verbs with a small word of their own, by that word: the noun behind it is what they act on (`turns out bombs`)."""


def _is_split(tree: Tree, verb: int, phrase: Phrase) -> bool:
    """Whether the word between a verb and a phrase belongs to the verb (`brought in furniture`), and opens no place."""
    words = tree.words
    if phrase.first != verb + 2 or words[verb].lower not in _SPLIT.get(words[verb + 1].lower, ()):
        return False
    return words[verb + 1].tag == "RP" or phrase.nature not in {
        Nature.PLACE,
        Nature.TIME,
        Nature.AIRCRAFT,
        Nature.FLIGHT,
    }


def _free_behind(tree: Tree, phrases: tuple[Phrase, ...], verb: int, complements: tuple[Phrase, ...]) -> Phrase | None:
    """The first phrase behind a verb that no preposition governs, if only adverbs and small words lie between."""
    for phrase in complements:
        if phrase.first <= verb or phrase.nature is Nature.TIME:
            continue
        if phrase.preposition:
            if _is_split(tree, verb, phrase):
                return phrase
            continue
        between = _without_times(tree, phrases, verb + 1, phrase.first)
        if all(
            w.tag in {"RB", "RP", "JJ", "RBR"}
            or w.lower in {"up", "off", "out", "about", "over", "at", "least", "more", "than", "nearly", ",", '"', "“"}
            for w in between
        ):
            return phrase
        break
    return None


def _without_times(tree: Tree, phrases: tuple[Phrase, ...], low: int, high: int) -> list[Word]:
    """The words of a stretch but for times with their prepositions (`seized on Saturday 30 rifles`)."""
    times = [p for p in phrases if low <= p.first < high and p.nature is Nature.TIME]
    skipped = {k for p in times for k in range(p.first - (1 if p.preposition else 0), p.last + 1)}
    return [w for w in tree.words[low:high] if w.i not in skipped]


def agent(clause: Clause) -> Phrase | None:
    """The `by …` of a passive."""
    return next((p for p in clause.complements if p.preposition == "by" and p.first > clause.verb), None)


__all__ = ["Clause", "agent", "clause_of", "verb_group"]
