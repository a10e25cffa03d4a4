"""Which words of a sentence govern a claim: its own stretch, and the verbs and nouns that its verb depends on."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.documents.frames.clauses import verb_group
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.tree import Tree
from overflight.documents.frames.words import wordlist

Span = tuple[int, int]

_OPEN = frozenset(
    wordlist("ccomp xcomp csubj csubj:pass obj advcl acl dep parataxis obl nmod nsubj nsubj:pass nsubj:outer conj")
)
"""Relations through which a governing word's doubt or denial reaches what hangs on it."""


@dataclass(frozen=True, slots=True)
class Governors:
    """own: the claim's clause up to its trigger; above: the groups of the verbs that govern it, nearest first;
    head: from the sentence's beginning to the trigger; whole: the claim's whole stretch without its reason.
    """

    own: Span
    above: tuple[Span, ...]
    head: Span
    whole: tuple[Span, ...]
    is_negated: bool


def governors_of(sight: Sight, draft: Draft, quote: Span) -> Governors:
    """The words that govern a draft, from the tree."""
    tree = sight.tree
    words = tree.words
    verb = min(draft.verb, len(words) - 1)
    left = max(draft.left, words[0].start)
    own = (min(left, draft.trigger[0]), draft.trigger[1])
    reasons = [(f.start, f.end) for f in draft.roles.get("reason", ())]
    return Governors(
        own=own,
        above=tuple(_above(tree, verb)),
        head=(words[0].start, draft.trigger[0]),
        whole=_without((min(own[0], quote[0]) if quote[0] > own[0] - 1 else quote[0], quote[1]), reasons),
        is_negated=_is_negated(sight, draft),
    )


def _above(tree: Tree, verb: int) -> list[Span]:
    found: list[Span] = []
    at = tree.words[verb].head if tree.words[verb].dep in {"cop", "aux"} else verb
    for word in tree.up(at):
        dep = tree.words[at].dep
        if dep not in _OPEN and dep != "acl:relcl":
            break
        if dep == "acl:relcl" and not _is_told(tree, at, word.lower):
            break
        if dep == "advcl" and not _is_content(tree, at):
            break
        if dep == "conj" and tree.kid(at, "nsubj", "nsubj:pass") is not None:
            break
        if word.is_verb or tree.kid(word.i, "cop") is not None:
            first, _ = verb_group(tree, word.i)
            cop = tree.kid(word.i, "cop")
            start = tree.words[min(first, cop.i if cop is not None else first)].start
            last = word.i
            while last + 1 < len(tree.words) and tree.words[last + 1].lower in {
                "to",
                "of",
                "that",
                "with",
                "high",
                "low",
                "moderate",
                "some",
                "confidence",
                "whether",
                "if",
                "about",
            }:
                last += 1
            found.append((start, tree.words[last].end))
        elif word.is_noun:
            last = word.i
            while last + 1 < len(tree.words) and tree.words[last + 1].lower in {"of", "that"}:
                last += 1
            first = word.i
            while first and (tree.words[first - 1].tag in {"JJ", "DT"} or tree.words[first - 1].dep == "amod"):
                first -= 1
            found.append((tree.words[first].start, tree.words[last].end))
        at = word.i
    return found


_TOLD = frozenset(
    wordlist("report reports claim claims allegation allegations accusation accusations rumour rumours rumor rumors "
    "suggestion suggestions assertion assertions suspicion suspicions idea notion story stories")
)  # fmt: skip


def _is_told(tree: Tree, at: int, noun: str) -> bool:
    """Whether a clause with `that` is what a noun of telling says (`false reports that X flew`)."""
    mark = tree.kid(at, "mark")
    return noun in _TOLD and mark is not None and mark.lower == "that"


def _is_content(tree: Tree, at: int) -> bool:
    """Whether an adverbial clause is the content of its verb (`accused of carrying`)."""
    mark = tree.kid(at, "mark", "case")
    head, verb = tree.words[tree.words[at].head], tree.words[at]
    if mark is None and head.lower.startswith(("den", "admi", "acknowl", "recall")) and 0 < verb.i - head.i <= _NEAR:
        return all(w.is_verb or w.tag == "RB" for w in tree.words[head.i + 1 : verb.i])
    return mark is not None and mark.lower in {"of", "that", "to", "whether"}


_NEAR = 4
"""Words from a verb to the participle that is its content (`denied having ever received`)."""


def _without(span: Span, holes: list[Span]) -> tuple[Span, ...]:
    parts: list[Span] = []
    at = span[0]
    for start, end in sorted(holes):
        if start >= at and end <= span[1]:
            parts.append((at, start))
            at = end
    parts.append((at, span[1]))
    return tuple(p for p in parts if p[0] < p[1])


_COMPARING = frozenset({"less", "more", "fewer", "only", "just", "merely", "least"})


def _is_negated(sight: Sight, draft: Draft) -> bool:
    """`did not fly`, `no delegation came`, `received no equipment`."""
    words = sight.tree.words
    for k in range(len(words)):
        word = words[k]
        is_particle = word.lower in {"not", "n't", "n’t", "never", "cannot"}
        if draft.trigger[0] <= word.start < draft.trigger[1] and is_particle:
            return k + 1 >= len(words) or words[k + 1].lower not in {"only", "just", "merely"}
    if [w.lower for w in words[max(0, draft.verb - 2) : draft.verb]] == ["yet", "to"]:
        return True
    for role in ("actor", "object", "aircraft", "carrier", "recipient", "quantity", "count", "pilot"):
        for filler in draft.roles.get(role, ()):
            if filler.outside_quote:
                continue
            first = next((w for w in words if w.start <= filler.start < w.end), None)
            if first is None:
                continue
            behind = words[first.i + 1].lower if first.i + 1 < len(words) else ""
            if first.lower == "not" and behind in _COMPARING:
                continue
            if first.lower in {"no", "neither", "none", "not"} or (
                first.i and words[first.i - 1].lower in {"no", "neither"}
            ):
                return True
    return False
