"""Nouns, names and adverbs that the tagger takes for something else."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

_ADVERBS = frozenset(
    wordlist("nonstop non-stop direct empty solo home abroad overnight north south east west northwards southwards")
)


def with_adverbs(tree: Tree) -> Tree:
    """The tree with the manner of moving no object (`flew nonstop from X`)."""
    words = tree.words
    wrong = {
        w.i for w in words[1:-1]
        if w.lower in _ADVERBS and not w.tag.startswith("RB") and words[w.i - 1].lower in FORMS
        and words[w.i - 1].is_verb and words[w.i + 1].tag in {"IN", "TO", ".", ","}
    }  # fmt: skip
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="RB", dep="advmod") if w.i in wrong else w for w in words))


def with_routes(tree: Tree) -> Tree:
    """The tree with `runs` and `hops` nouns behind the route that was flown (`two more Ostrava–Gao runs`)."""
    words = tree.words
    wrong = {
        w.i
        for w in words[3:]
        if w.lower in {"runs", "hops", "shuttles"} and w.tag == "VBZ" and words[w.i - 2].tag == "HYPH"
    }
    if not wrong:
        return tree
    changed = []
    for word in words:
        if word.i in wrong:
            changed.append(replace(word, tag="NNS", dep="obj" if word.dep == "ccomp" else word.dep))
        elif word.head in wrong and word.i < word.head:
            changed.append(replace(word, dep="compound"))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))


def with_surname(tree: Tree) -> Tree:
    """The tree with a surname in capitals as the subject of the verb behind it, where it opens the sentence."""
    first, *rest = tree.words
    is_shouted = first.text.isupper() and first.text.isalpha() and len(first.text) > _LONGEST_ABBREVIATION
    if not is_shouted or not rest or first.is_noun or rest[0].tag not in {"VBD", "VBN", "VBZ"}:
        return tree
    verb = replace(rest[0], tag="VBD" if rest[0].tag == "VBN" else rest[0].tag)
    if first.dep == "ROOT":
        verb = replace(verb, dep="ROOT", head=verb.i)
    return Tree.of((replace(first, tag="NNP", dep="nsubj", head=verb.i), verb, *rest[1:]))


_LONGEST_ABBREVIATION = 4
"""Letters up to which a word in capitals is more often an abbreviation than a surname."""


def with_first_noun(tree: Tree) -> Tree:
    """The tree with its first word a common noun where only its place gave it a capital (`Landings of … were recorded`)."""
    if len(tree.words) < 2:
        return tree
    first, second = tree.words[:2]
    is_common = first.lower in NOUNS or noun_base(first.lower) in NOUNS
    if not first.tag.startswith("NNP") or not is_common or second.text[:1].isupper() or first.text.isupper():
        return tree
    return Tree.of((replace(first, tag="NNS" if first.tag == "NNPS" else "NN"), *tree.words[1:]))


FINITE_PLACES = frozenset({"ROOT", "conj", "ccomp", "xcomp", "dep", "cop", "aux", "aux:pass", "acl"})


_TRADE = frozenset(wordlist("imports exports sales purchases deliveries supplies shipments transfers transports"))


def is_told_by(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether a word is a finite verb, or a past before an amount that the tagger took for a participle."""
    if verb.tag == "VBN" and verb.i + 2 < len(words):
        after = words[verb.i + 2] if words[verb.i + 1].lower == "to" else words[verb.i + 1]
        return after.tag in {"$", "CD"}
    return verb.tag in {"VBD", "VBZ", "VBP"} and verb.dep in FINITE_PLACES


def with_trade_nouns(tree: Tree) -> Tree:
    """The tree with `imports` and the like a noun where another finite verb follows (`arms imports from X rose to …`)."""
    words = tree.words
    wrong = [
        w.i
        for w in words[1:-1]
        if w.lower in _TRADE
        and w.tag == "VBZ"
        and words[w.i - 1].tag in {"NN", "NNS", "JJ", "NNP"}
        and (words[w.i + 1].tag in {"IN", "TO"} or is_told_by(words, words[w.i + 1]))
        and any(is_told_by(words, v) for v in words[w.i + 1 :])
    ]
    if not wrong:
        return tree
    verb = {i: next(v.i for v in words[i + 1 :] if is_told_by(words, v)) for i in wrong}
    changed = []
    for word in words:
        if word.i in verb:
            changed.append(replace(word, tag="NNS", dep="nsubj", head=verb[word.i]))
        elif word.head in verb and word.i < word.head:
            changed.append(replace(word, dep="compound"))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))


_PEOPLE = frozenset({Nature.PEOPLE, Nature.FORCE, Nature.AIRCRAFT, Nature.GOODS, Nature.ORGANISATION})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl:agent", "obl", "nmod", "appos", "conj"})


def with_people(tree: Tree) -> Tree:
    """The tree with a noun where the tagger took it for an adjective without one (`The general spent three days in X`)."""
    wrong = {
        w.i
        for w in tree.words[1:]
        if w.tag == "JJ" and w.dep in _ARGUMENTS and NOUNS.get(w.lower) in _PEOPLE and not _goes_on(tree, w.i + 1)
    }
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="NN") if w.i in wrong else w for w in tree.words))


def _goes_on(tree: Tree, i: int) -> bool:
    return i < len(tree.words) and (tree.words[i].is_noun or tree.words[i].tag in {"JJ", "CD", "HYPH"})


def with_plurals(tree: Tree) -> Tree:
    """The tree with goods where the tagger took their plural for a verb behind a measure (`7.62 mm cartridges hidden in …`)."""
    words = tree.words
    wrong = {
        w.i: w.i - 1
        for w in words[2:]
        if w.tag == "VBZ" and w.lower not in FORMS and w.lower in NOUNS and words[w.i - 1].tag in {"CD", "JJ", "HYPH"}
    }
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="NNS") if w.i in wrong else w for w in words))


def with_sanctions(tree: Tree) -> Tree:
    """The tree with `sanctions` a noun where no object follows it (`subject to US sanctions for …`)."""
    words = tree.words
    wrong = [
        w.i
        for w in words
        if w.lower == "sanctions"
        and w.tag == "VBZ"
        and (w.i + 1 == len(words) or words[w.i + 1].tag in {"IN", ",", ".", "VBN", "VBD", "-RRB-", "CC", "MD"})
    ]
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="NNS") if w.i in wrong else w for w in words))
