"""Verbs that the tagger took for something else: pasts inside what it holds for one noun phrase, `arms`, `shot dead`."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.construction_table import construction_forms
from overflight.documents.frames.goods import is_concrete
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECT = frozenset(wordlist("NNS NN DT CD JJ NNP NNPS PRP$ $"))
_PASTS = frozenset(
    wordlist("flew brought sold sent gave took bought built came went left hid dug drove threw bore cost")
)
"""Pasts that are nothing else, whatever tag they got."""
_SAYS = frozenset(wordlist("says said say"))


def with_hidden_verbs(tree: Tree) -> Tree:
    """The tree with its hidden verbs and its first number told."""
    return _with_past(_with_arms(_with_kills(_with_numbers(_with_names(_with_plain_pasts(tree))))))


_ONLY_PASTS = frozenset(wordlist("flew brought sold sent gave took bought went came drove threw arrived departed"))


def _with_plain_pasts(tree: Tree) -> Tree:
    """The tree with a past that is nothing else told as one, behind a number too (`A Boeing 747 flew from X`)."""
    words = tree.words
    wrong = {w.i for w in words[1:] if w.lower in _ONLY_PASTS and not w.is_verb and w.text.islower()}
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="VBD") if w.i in wrong else w for w in words))


_AFTER_NAME = frozenset({"VBZ", "VBD", "POS", "MD", ","})


def _with_names(tree: Tree) -> Tree:
    """The tree with a name where a capital stands inside a sentence, or opens it before a verb as no common noun would."""
    words = tree.words
    changed = list(words)
    for word in words[:2]:
        is_noun = word.tag == "NN" or (word.tag == "JJ" and word.dep.startswith("nsubj"))
        is_capital = is_noun and word.text[:1].isupper() and not word.text.isupper()
        is_known = word.i == 0 and (word.lower in NOUNS or not is_concrete(word.lower))
        follows = words[word.i + 1] if word.i + 1 < len(words) else None
        goes_on = follows is not None and (follows.tag in _AFTER_NAME or (word.i == 0 and follows.text[:1].isupper()))
        if is_capital and not is_known and goes_on and (word.i == 0 or words[0].is_noun):
            changed[word.i] = replace(word, tag="NNP")
    return Tree.of(tuple(changed)) if any(a is not b for a, b in zip(changed, words, strict=True)) else tree


def _with_past(tree: Tree) -> Tree:
    """The tree with a past recognised where a sentence has no other verb (`A Fokker 50 deposited phones at X`)."""
    words = tree.words
    finite = [w for w in words if w.tag in _FINITE]
    seeming = {
        w.i for w in finite if w.tag == "VBZ" and NOUNS.get(w.lower) is Nature.GOODS and words[w.i - 1].tag == "NN"
    }
    if any(w.i not in seeming and not _is_aside(tree, w) for w in finite):
        return tree
    for word in words[1:-1]:
        if _is_plural_present(tree, word):
            return with_root(tree, word, "VBP")
        if not _is_past(word) or not (words[word.i - 1].is_noun or words[word.i - 1].tag in {"CD", "JJ"}):
            continue
        is_sure = word.lower in _PASTS or words[-1].text == "."
        if (
            is_sure
            and words[word.i + 1].tag in _OBJECT
            and (word.tag not in {"VBD", "VBN"} or word.dep in {"amod", "compound"})
        ):
            tree = with_root(tree, word, "VBD")
            return Tree.of(
                tuple(replace(w, tag="NNS", dep="obj", head=word.i) if w.i in seeming else w for w in tree.words)
            )
    return tree


def _is_plural_present(tree: Tree, word: Word) -> bool:
    """Whether a base form is the verb of a plural subject (`Traders in Bor supply the rebels with fuel`)."""
    words = tree.words
    if FORMS.get(word.lower) != word.lower or word.tag != "NN" or words[-1].text != ".":
        return False
    is_behind = words[word.i - 1].is_noun and any(w.tag in {"NNS", "NNPS"} for w in words[: word.i])
    return is_behind and words[word.i + 1].tag in {"DT", "PRP$"} and word.text.islower()


def _is_past(word: Word) -> bool:
    known = word.lower in FORMS or word.lower in construction_forms()
    return word.text.islower() and (word.lower in _PASTS or (known and word.lower.endswith("ed")))


def _is_aside(tree: Tree, word: Word) -> bool:
    """Whether a verb of saying closes the sentence behind a comma (`…, panel says`)."""
    words = tree.words
    return (
        word.lower in _SAYS
        and word.i >= len(words) - 2
        and any(w.text == "," for w in words[max(0, word.i - 5) : word.i])
    )


_NUMBERS = frozenset(
    wordlist("""two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety""")
)


def _with_numbers(tree: Tree) -> Tree:
    """The tree with every number in words told as one (`killed fourteen herders`, `Two planes landed`)."""
    wrong = {w.i for w in tree.words if w.lower in _NUMBERS and w.tag != "CD" and (w.i == 0 or w.text.islower())}
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="CD") if w.i in wrong else w for w in tree.words))


def _with_kills(tree: Tree) -> Tree:
    """The tree with a verb in `shot dead`, which no noun phrase holds (`The gunmen shot dead nine herders`)."""
    words = tree.words
    for word in words[1:-1]:
        after = words[word.i + 1]
        if word.lower == "shot" and word.tag in {"NN", "JJ"} and after.lower in {"dead", "down"}:
            tree = with_root(tree, word, "VBD")
            return Tree.of(tuple(replace(w, dep="xcomp", head=word.i) if w.i == after.i else w for w in tree.words))
    return tree


def _with_arms(tree: Tree) -> Tree:
    """The tree with a verb in `X arms the militia`, where no other verb of the clause stands before or right behind."""
    words = tree.words
    for word in words[1:-1]:
        before, after = words[word.i - 1], words[word.i + 1]
        is_open = before.is_name and (after.tag in {"DT", "PRP$"} or after.is_name)
        is_first = not any(w.tag in _FINITE for w in words[: word.i])
        if word.lower == "arms" and word.tag == "NNS" and word.text.islower() and is_open and is_first:
            return with_root(tree, word)
    return tree


def with_root(tree: Tree, verb: Word, tag: str = "VBZ") -> Tree:
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
