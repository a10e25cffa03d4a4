"""Small corrections of tags where the grammar of headlines and names misleads the tagger."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset(wordlist("IN TO DT NNP NNPS PRP$ CD JJ RP NNS NN $"))


def repaired(tree: Tree) -> Tree:
    """The tree with a verb in the present tense recognised where a sentence would else have none (`X lands in Y`)."""
    tree = _with_saying(_with_gerund(_with_sanctions(_with_verbs(tree))))
    words = tree.words
    for word in words[1:-1]:
        between = words[word.i - 1].is_name and words[word.i + 1].is_name
        if (
            between
            and word.lower in FORMS
            and word.text.islower()
            and word.lower.endswith("s")
            and word.tag in {"NNS", "NN"}
        ):
            return _with_root(tree, word)
    if any(w.tag in _FINITE for w in words):
        return tree
    for word in words[1:-1]:
        before, after = words[word.i - 1], words[word.i + 1]
        is_past = (
            word.lower in FORMS
            and word.text.islower()
            and word.lower.endswith("ed")
            and word.tag in {"JJ", "VBN", "NN"}
        )
        is_told = words[-1].text == "." and before.is_noun and word.dep in {"amod", "compound"}
        if is_past and is_told and after.tag in {"NNS", "NN", "CD", "DT"} and word.tag in {"JJ", "NN"}:
            return _with_root(tree, word, "VBD")
        if is_past and before.is_name and after.tag in {"DT", "NNP", "PRP$", "NNPS"}:
            return _with_root(tree, word, "VBD")
        is_form = (
            word.lower in FORMS
            and word.text.islower()
            and word.lower.endswith("s")
            and word.tag in {"NNS", "NN", "NNP", "NNPS"}
        )
        if is_form and (before.is_noun or before.text == ")") and after.tag in _OPENERS and before.dep != "case":
            return _with_root(tree, word)
    return tree


def _with_verbs(tree: Tree) -> Tree:
    """The tree with subjects and marks that hang on an auxiliary hung on its verb (`that Iran had delivered`)."""
    words = tree.words
    moved = {
        w.i: words[w.head].head
        for w in words
        if w.dep in {"nsubj", "nsubj:pass", "mark"} and words[w.head].dep in {"aux", "aux:pass"} and w.head != w.i
    }
    if not moved:
        return tree
    return Tree.of(tuple(replace(w, head=moved[w.i]) if w.i in moved else w for w in words))


def _with_root(tree: Tree, verb: Word, tag: str = "VBZ") -> Tree:
    """The tree with a word as its root verb: the noun phrase before it is the subject, what follows hangs on it."""
    changed = []
    for word in tree.words:
        if word.i == verb.i:
            changed.append(replace(word, tag=tag, dep="ROOT", head=verb.i))
        elif word.i == verb.i - 1:
            changed.append(replace(word, dep="nsubj", head=verb.i))
        elif word.head in (verb.i, word.i):
            dep = "compound" if word.i < verb.i else "obl" if word.dep == "ROOT" else word.dep
            changed.append(replace(word, dep=dep, head=verb.i - 1 if word.i < verb.i - 1 else verb.i))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))


_SAYS = frozenset(
    wordlist("""reports says claims writes notes adds estimates assesses fears warns believes suspects states alleges
reckons argues insists""")
)


def _with_gerund(tree: Tree) -> Tree:
    """The tree with a verb recognised after `of` or `for` and before its goods (`accused Iran of shipping drones`)."""
    words = tree.words
    wrong = [
        w.i
        for w in words[1:-1]
        if w.lower.endswith("ing")
        and w.lower in FORMS
        and w.text.islower()
        and w.tag in {"NN", "JJ"}
        and words[w.i - 1].lower in {"of", "for", "by", "from", "in"}
        and words[w.i + 1].tag in {"NNS", "NNP", "JJ", "DT", "CD", "NN"}
        and w.dep in {"compound", "amod", "nmod:desc", "advcl", "acl"}
    ]
    if not wrong:
        return tree
    changed = list(words)
    for i in wrong:
        head = words[i].head
        if words[i].dep in {"advcl", "acl"}:
            changed[i] = replace(words[i], tag="VBG")
            continue
        above = words[head].head if head != i else i
        changed[i] = replace(words[i], tag="VBG", dep="advcl", head=above)
        changed[head] = replace(words[head], dep="obj", head=i)
    return Tree.of(tuple(changed))


def _with_sanctions(tree: Tree) -> Tree:
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


def _with_saying(tree: Tree) -> Tree:
    """The tree with a verb of saying recognised: `, Meridian reports.`, `HAM assesses with … that`, `intelligence fears that`."""
    words = tree.words
    for word in words[1:]:
        if word.lower not in _SAYS or not word.text.islower() or word.tag not in {"NNS", "NN", "NNP", "NNPS"}:
            continue
        before = words[word.i - 1]
        after = words[word.i + 1].lower if word.i + 1 < len(words) else "."
        first = word.i - 1
        while (
            first > 0
            and (words[first - 1].is_noun or words[first - 1].tag in {"DT", "JJ"})
            and words[first].tag != "DT"
        ):
            first -= 1
        opens = first == 0 or words[first - 1].text in {",", "”", '"', "“"}
        if (
            (before.is_noun or before.text[:1].isupper())
            and opens
            and after in {"that", "with", ".", ",", "”"}
            and (after not in {".", ","} or first > 0)
        ):
            changed = [
                replace(w, tag="VBZ", dep="parataxis" if first else "ROOT", head=_main(tree, word.i, first)) if w.i == word.i
                else replace(w, dep="nsubj", head=word.i) if w.i == word.i - 1
                else w if w.i < first or w.i > word.i
                else replace(w, dep="compound", head=word.i - 1)
                for w in words
            ]  # fmt: skip
            return Tree.of(
                tuple(replace(w, head=word.i) if w.head == word.i - 1 and w.i > word.i else w for w in changed)
            )
    return tree


def _main(tree: Tree, verb: int, first: int) -> int:
    """The root that a closing `, X reports` hangs on; itself where it opens the sentence."""
    if not first:
        return verb
    return next((w.i for w in tree.words if w.dep == "ROOT" and w.i != verb and not first <= w.i < verb), verb)
