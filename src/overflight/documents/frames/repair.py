"""Small corrections of trees where headlines, names and hidden verbs mislead the parser: all of them, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.frames.construction_table import construction_forms
from overflight.documents.frames.lexicon import NOUNS
from overflight.documents.frames.repair_clauses import (
    with_clefts,
    with_described_root,
    with_freed_verb,
    with_interposed,
    with_inverted_participle,
    with_said_behind,
    with_sensed_verb,
    with_source_aside,
)
from overflight.documents.frames.repair_nouns import (
    with_adverbs,
    with_first_noun,
    with_people,
    with_plurals,
    with_routes,
    with_sanctions,
    with_surname,
    with_trade_nouns,
)
from overflight.documents.frames.repair_verbs import with_hidden_verbs, with_root
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


_OPENERS = frozenset(wordlist("IN TO DT NNP NNPS PRP$ CD JJ RP NNS NN $"))


def repaired(tree: Tree) -> Tree:
    """The tree with a verb in the present tense recognised where a sentence would else have none (`X lands in Y`)."""
    for repair in (
        with_hidden_verbs,
        _with_main_verb,
        with_adverbs,
        with_routes,
        with_surname,
        _with_verbs,
        with_first_noun,
        with_sanctions,
        with_trade_nouns,
        with_people,
        with_plurals,
        _with_records,
        _with_progressive,
        with_described_root,
        with_source_aside,
        with_said_behind,
        with_interposed,
        with_sensed_verb,
        with_freed_verb,
        with_clefts,
        with_inverted_participle,
    ):
        tree = repair(tree)
    tree = _with_predicate_nouns(_with_saying(_with_gerund(tree)))
    between = _verb_between_names(tree)
    if between is not None:
        return with_root(tree, between)
    return tree if any(w.tag in _FINITE for w in tree.words) else _with_lone_verb(tree)


def _verb_between_names(tree: Tree) -> Word | None:
    """A verb in the present that the parser takes for a noun between two names: `X supplies Y`."""
    words = tree.words
    for word in words[1:-1]:
        is_between = words[word.i - 1].is_name and words[word.i + 1].is_name
        is_form = word.lower in FORMS and word.text.islower() and word.lower.endswith("s")
        if is_between and is_form and word.tag in {"NNS", "NN"}:
            return word
    return None


def _with_lone_verb(tree: Tree) -> Tree:
    """A tree without a verb with the word as its verb that has a verb's form and place, past or present."""
    words = tree.words
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
            return with_root(tree, word, "VBD")
        if is_past and before.is_name and after.tag in {"DT", "NNP", "PRP$", "NNPS"}:
            return with_root(tree, word, "VBD")
        is_form = (
            (word.lower in FORMS or word.lower in construction_forms())
            and word.text.islower()
            and word.lower.endswith("s")
            and word.tag in {"NNS", "NN", "NNP", "NNPS"}
        )
        is_behind_subject = before.is_noun or before.text == ")" or (before.tag == "RB" and words[word.i - 2].is_name)
        if is_form and is_behind_subject and after.tag in _OPENERS and before.dep != "case":
            return with_root(tree, word)
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


_NEVER_PASSIVE = frozenset(
    wordlist(
        "arrive depart return go come travel slip cross set stop touch stay remain head leave continue proceed shuttle refuel"
        " land taxi roll pull drop overnight turn put end terminate finish emerge appear reappear disappear vanish crash amount"
        " rise climb fall soar jump call pass belong"
    )
)
"""Verbs of moving that have no passive: without a helping verb their past form is the sentence's own verb."""


_DESCRIBING = frozenset({"acl", "acl:relcl", "obl", "appos", "dep"})


def _is_main(tree: Tree, word: Word) -> bool:
    """Whether a participle is the verb of its sentence: a verb of moving at its head noun, or any verb behind an insertion."""
    if word.lower not in FORMS or word.dep not in _DESCRIBING:
        return False
    if word.dep in {"obl", "appos", "dep"}:
        return FORMS[word.lower] in _NEVER_PASSIVE
    words = tree.words
    commas = [w.i for w in words[: word.i] if w.text == ","]
    closes = len(commas) > 1 and commas[-1] == word.i - 1 and words[commas[0] + 1].tag == "VBN"
    return closes or FORMS[word.lower] in _NEVER_PASSIVE


def _with_main_verb(tree: Tree) -> Tree:
    """The tree with such a verb as its root where the parser took it for a participle (`An unlit freighter slipped into X`)."""
    words = tree.words
    root = next((w for w in words if w.dep == "ROOT"), None)
    if root is None or root.is_verb or any(w.tag in _FINITE for w in words) or words[-1].text not in {".", "”"}:
        return tree
    verb = next((w for w in words if w.tag == "VBN" and w.i > root.i and _is_main(tree, w)), None)
    if verb is None:
        return tree
    subject = tree.kid(root.i, "nsubj") or words[verb.head]
    changed = []
    for word in words:
        if word.i == verb.i:
            changed.append(replace(word, tag="VBD", dep="ROOT", head=word.i))
        elif word.i == subject.i:
            changed.append(replace(word, dep="nsubj", head=verb.i))
        elif word.i == root.i:
            changed.append(replace(word, dep="obl", head=verb.i))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))


_PRESENT = frozenset({"VB", "VBP", "VBZ"})


def _with_predicate_nouns(tree: Tree) -> Tree:
    """The tree with a noun where be or an apposition allows no verb (`is the logistics arm of`, `the sanctions register`)."""
    words = tree.words
    joined = {w.head for w in words if w.dep == "cop"}
    wrong = {
        w.i
        for w in words[1:]
        if w.tag in _PRESENT
        and words[w.i - 1].is_noun
        and (
            w.i in joined
            or w.dep == "appos"
            or (w.lower in NOUNS and w.lower not in FORMS)
            or (w.tag == "VB" and _closes_noun_phrase(words, w.i))
            or (words[w.i - 1].lower in _LISTED and w.lower in _LISTING)
        )
    }
    if not wrong:
        return tree
    return Tree.of(tuple(replace(w, tag="NNS" if w.tag == "VBZ" else "NN") if w.i in wrong else w for w in words))


_CAUSING = frozenset(
    wordlist("help helps helped make makes made let lets see saw seen hear heard watch watched have has had")
)


def _closes_noun_phrase(words: Sequence[Word], i: int) -> bool:
    """Whether a bare verb stands where only a noun can: right behind `the customs`, with nothing that lets one do it."""
    opens = words[i - 2].tag in {"DT", "PRP$", "POS", "JJ"} if i > 1 else False
    return opens and not any(w.lower in _CAUSING or w.tag == "MD" for w in words[:i])


_LISTED = frozenset({"sanctions", "asset", "assets", "travel", "visa"})


_LISTING = frozenset({"register", "list", "registers", "lists", "freeze", "freezes", "ban", "bans"})


_RECORDS = frozenset(
    wordlist("""records filings documents papers files registers data statements manifests accounts lists images pictures
photographs logs""")
)


_NAMING = frozenset(wordlist("name list show identify give describe record report place put"))


def _with_records(tree: Tree) -> Tree:
    """The tree with a verb of naming behind the records that name (`Company records name Y as its director`)."""
    words = tree.words
    for word in words[1:-1]:
        before, after = words[word.i - 1], words[word.i + 1]
        is_open = after.text[:1].isupper() or after.tag in {"DT", "CD", "PRP$", "PRP"} or after.lower == "as"
        if word.lower in _NAMING and not word.is_verb and before.lower in _RECORDS and is_open:
            tree = with_root(tree, word, "VBP")
            return Tree.of(tuple(replace(w, tag="NNS") if w.i == before.i else w for w in tree.words))
    return tree


_BEING = frozenset(wordlist("been is are was were be"))


def _with_progressive(tree: Tree) -> Tree:
    """The tree with a verb recognised between a form of be and its object (`has been shipping shells to X`)."""
    words = tree.words
    for word in words[1:-1]:
        if not (
            word.lower.endswith("ing") and word.lower in FORMS and word.tag in {"NN", "JJ"} and word.text.islower()
        ):
            continue
        k = word.i - 1
        while k > 0 and words[k].tag == "RB":
            k -= 1
        if words[k].lower not in _BEING or words[word.i + 1].tag not in {
            "NNS",
            "NNP",
            "NNPS",
            "DT",
            "JJ",
            "CD",
            "PRP$",
        }:
            continue
        head = word.head if word.dep in {"compound", "amod"} and word.head > word.i else word.i
        subject = tree.kid(head, "nsubj", "nsubj:outer")
        changed = []
        for w in words:
            if w.i == word.i:
                above = words[head]
                root = word.i if above.dep == "ROOT" or head == word.i else above.head
                changed.append(replace(w, tag="VBG", dep=above.dep if head != word.i else w.dep, head=root))
            elif head != word.i and w.i == head:
                changed.append(replace(w, dep="obj", head=word.i))
            elif head != word.i and w.head == head and (w.i < word.i or w.dep == "nmod"):
                changed.append(replace(w, head=word.i, dep={"cop": "aux", "nmod": "obl"}.get(w.dep, w.dep)))
            else:
                changed.append(w)
        return Tree.of(tuple(changed)) if subject is not None or head == word.i else tree
    return tree


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


def _with_saying(tree: Tree) -> Tree:
    """The tree with a verb of saying recognised: `, Meridian reports.`, `HAM assesses with … that`, `intelligence fears that`."""
    words = tree.words
    for word in words[1:]:
        if word.lower not in _SAYS or not word.text.islower() or word.tag not in {"NNS", "NN", "NNP", "NNPS"}:
            continue
        before = words[word.i - 1]
        after = words[word.i + 1].lower if word.i + 1 < len(words) else "."
        first = word.i - 1
        while first > 0 and words[first].tag != "DT" and _goes_back(words, first):
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


def _goes_back(words: Sequence[Word], first: int) -> bool:
    """Whether the word before one belongs to the same speaker; both halves of a name with a hyphen do."""
    if words[first - 1].is_noun or words[first - 1].tag in {"DT", "JJ"}:
        return True
    return "-" in {words[first - 1].text, words[max(0, first - 2)].text}


def _main(tree: Tree, verb: int, first: int) -> int:
    """The root that a closing `, X reports` hangs on; itself where it opens the sentence."""
    if not first:
        return verb
    return next((w.i for w in tree.words if w.dep == "ROOT" and w.i != verb and not first <= w.i < verb), verb)
