"""Small corrections of tags where the grammar of headlines and names misleads the tagger."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset({"IN", "TO", "DT", "NNP", "NNPS", "PRP$", "CD", "JJ", "RP", "NNS", "NN", "$"})


def repaired(tree: Tree) -> Tree:
    """The tree with a verb in the present tense recognised where a sentence would else have none (`X lands in Y`)."""
    words = tree.words
    if any(w.tag in _FINITE for w in words):
        return tree
    for word in words[1:-1]:
        before, after = words[word.i - 1], words[word.i + 1]
        is_form = (
            word.lower in FORMS
            and word.text.islower()
            and word.lower.endswith("s")
            and word.tag in {"NNS", "NN", "NNP", "NNPS"}
        )
        if is_form and (before.is_noun or before.text == ")") and after.tag in _OPENERS and before.dep != "case":
            return _with_root(tree, word)
    return tree


def _with_root(tree: Tree, verb: Word) -> Tree:
    """The tree with a word as its root verb: the noun phrase before it is the subject, what follows hangs on it."""
    changed = []
    for word in tree.words:
        if word.i == verb.i:
            changed.append(replace(word, tag="VBZ", dep="ROOT", head=verb.i))
        elif word.i == verb.i - 1:
            changed.append(replace(word, dep="nsubj", head=verb.i))
        elif word.head == verb.i or word.head == word.i:
            dep = "compound" if word.i < verb.i else "obl" if word.dep == "ROOT" else word.dep
            changed.append(replace(word, dep=dep, head=verb.i - 1 if word.i < verb.i - 1 else verb.i))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))
