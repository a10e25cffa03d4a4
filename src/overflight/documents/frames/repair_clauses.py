"""Clauses that the parser hangs upside down: a participle that swallows its sentence's verb, and `What X did was Y`."""

from __future__ import annotations

from dataclasses import replace

from overflight.documents.frames.construction_table import construction_forms
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.repair_verbs import with_root
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SWALLOWED = frozenset({"ccomp", "xcomp", "conj", "parataxis", "advcl", "acl"})


def with_freed_verb(tree: Tree) -> Tree:
    """The tree with the main verb freed from a participle (`A plane carrying drones landed in X`: the plane landed)."""
    words = tree.words
    for verb in words:
        if verb.tag not in _FINITE or verb.dep not in _SWALLOWED:
            continue
        swallower = words[verb.head]
        goods = tree.kid(verb.i, "nsubj")
        if goods is None and swallower.dep == "obj":
            goods, swallower = swallower, words[swallower.head]
        if goods is None or not _is_reduced(tree, swallower) or not swallower.i < goods.i < verb.i:
            continue
        between = words[swallower.i + 1 : verb.i]
        if any(w.tag in _FINITE | {"MD", "WDT", "WP"} or w.lower == "that" or w.text == "," for w in between):
            continue
        head = words[swallower.head]
        changed = list(words)
        is_main = not head.is_verb
        changed[verb.i] = replace(verb, dep=head.dep, head=verb.i if head.head == head.i else head.head)
        if not is_main:
            continue
        changed[head.i] = replace(head, dep="nsubj", head=verb.i)
        changed[goods.i] = replace(goods, dep="obj", head=swallower.i)
        return Tree.of(tuple(changed))
    return tree


def with_source_aside(tree: Tree) -> Tree:
    """The tree with the verb behind `According to X,` as its root, where the parser made the source the main thing."""
    words = tree.words
    comma = next((w.i for w in words if w.text == ","), len(words))
    root = next((w for w in words if w.dep == "ROOT"), None)
    if len(words) < 6 or words[0].lower != "according" or root is None or root.i > comma:
        return tree
    verb = next((w for w in words[comma + 1 :] if _is_bare_past(w)), None)
    subject = next((w for w in reversed(words[comma + 1 : verb.i]) if w.is_noun), None) if verb is not None else None
    if verb is None or subject is None or any(w.tag in {"WDT", "WP", "MD"} for w in words[comma + 1 : verb.i]):
        return tree
    subject = next((w for w in words[comma + 1 : verb.i] if w.dep in {"obj", "appos", "nsubj"} and w.is_noun), subject)
    changed = list(words)
    changed[root.i] = replace(root, dep="obl", head=verb.i)
    changed[verb.i] = replace(verb, tag="VBD" if verb.tag == "VBN" else verb.tag, dep="ROOT", head=verb.i)
    changed[subject.i] = replace(subject, dep="nsubj", head=verb.i)
    return Tree.of(tuple(changed))


def with_said_behind(tree: Tree) -> Tree:
    """The tree with its own main verb where the parser made `, X recalls` the main one (`The man went to Y, X recalls`)."""
    words = tree.words
    root = next((w for w in words if w.dep == "ROOT"), None)
    comma = next((w.i for w in reversed(words) if w.text == ","), 0)
    if root is None or not comma or root.i < comma or root.tag not in {"VBZ", "VBD"} or root.i < len(words) - 4:
        return tree
    if any(w.tag in _FINITE | {"MD"} for w in words[:comma]):
        return tree
    verb = next((w for w in words[:comma] if w.tag == "VBN" and w.dep == "acl" and w.lower in FORMS), None)
    if verb is None or words[verb.head].dep not in {"nsubj", "nsubj:outer", "dislocated", "obl"}:
        return tree
    changed = list(words)
    changed[verb.i] = replace(verb, tag="VBD", dep="ROOT", head=verb.i)
    changed[verb.head] = replace(words[verb.head], dep="nsubj", head=verb.i)
    changed[root.i] = replace(root, dep="parataxis", head=verb.i)
    return Tree.of(tuple(changed))


def with_described_root(tree: Tree) -> Tree:
    """The tree with its verb freed from the noun that the parser made the whole (`The Treasury announced sanctions against X`)."""
    words = tree.words
    for word in words[1:-1]:
        root = words[word.head]
        is_hidden = word.tag in {"VBD", "VBZ"} and word.dep in {"amod", "compound"} and root.i > word.i
        if is_hidden and root.dep == "ROOT" and words[word.i - 1].is_noun and words[-1].text == ".":
            freed = with_root(tree, word, word.tag)
            return Tree.of(tuple(replace(w, dep="obj", head=word.i) if w.i == root.i else w for w in freed.words))
    return tree


def with_interposed(tree: Tree) -> Tree:
    """The tree with a participle between commas as an aside of the subject (`A pilot, interviewed in Minsk, said that …`)."""
    words = tree.words
    for aside in words[2:-2]:
        if aside.tag != "VBD" or aside.dep not in {"ccomp", "advcl", "parataxis"} or words[aside.i - 1].text != ",":
            continue
        verb, subject = words[aside.head], tree.kid(aside.i, "nsubj")
        if verb.i < aside.i or words[verb.i - 1].text != "," or subject is None or tree.kid(verb.i, "nsubj"):
            continue
        if not verb.is_verb or subject.i > aside.i:
            continue
        changed = list(words)
        changed[aside.i] = replace(aside, tag="VBN", dep="acl", head=subject.i)
        changed[subject.i] = replace(subject, dep="nsubj", head=verb.i)
        return Tree.of(tuple(changed))
    return tree


def _is_bare_past(word: Word) -> bool:
    return word.tag in _FINITE | {"VBN"} and word.lower in FORMS and word.dep not in {"aux", "aux:pass", "cop", "amod"}


_SENSING = form_index(("hear", "see", "watch", "film", "notice", "observe", "let"))


def with_sensed_verb(tree: Tree) -> Tree:
    """The tree with a bare verb behind an aircraft that somebody hears or sees (`heard a heavy aircraft land at X`)."""
    words = tree.words
    if not any(w.lower in _SENSING for w in words):
        return tree
    for word in words[2:-1]:
        before = words[word.i - 1]
        is_bare = word.tag not in _FINITE | {"VBG", "VBN", "MD"} and FORMS.get(word.lower) == word.lower
        is_craft = NOUNS.get(before.lower) is Nature.AIRCRAFT and words[word.i + 1].tag in {"IN", "TO", "RP"}
        is_people = before.tag == "NNS" and words[word.i + 1].tag in _OBJECTS and word.tag != "NN"
        sensing = next((w for w in reversed(words[max(0, word.i - 6) : word.i - 1]) if w.lower in _SENSING), None)
        if not is_bare or not (is_craft or is_people) or sensing is None:
            continue
        changed = [
            replace(w, tag="VB", dep="ccomp", head=sensing.i) if w.i == word.i
            else replace(w, dep="nsubj", head=word.i) if w.i == before.i
            else _as_sensing(w) if w.i == sensing.i
            else replace(w, dep="obj", head=word.i) if is_people and _is_first_noun(words, word.i, w.i)
            else replace(w, head=before.i) if w.head == word.i and w.i < before.i
            else w
            for w in words
        ]  # fmt: skip
        return Tree.of(tuple(changed))
    return tree


_OBJECTS = frozenset({"DT", "CD", "JJ", "NNS", "NN", "VBN", "PRP$", "VBD"})


def _as_sensing(word: Word) -> Word:
    """A verb of seeing as the verb it is, where the tagger made it an adjective."""
    return replace(word, tag="VBD", dep="ccomp") if word.dep in {"amod", "compound"} else word


def _is_first_noun(words: tuple[Word, ...], verb: int, i: int) -> bool:
    return next((w.i for w in words[verb + 1 :] if w.is_noun), None) == i


def with_inverted_participle(tree: Tree) -> Tree:
    """The tree with the person behind `to be` as the subject of a participle before it (`Running the airline is X`)."""
    words = tree.words
    verb = words[0]
    if len(words) < 4 or not verb.lower.endswith("ing") or verb.lower not in construction_forms():
        return tree
    be = next((w for w in words[2:9] if w.lower in {"is", "was", "are", "were"}), None)
    who = next((w for w in words[be.i + 1 : be.i + 6] if w.is_noun and w.dep not in {"compound"}), None) if be else None
    if be is None or who is None or any(w.text == "," or w.is_verb for w in words[1 : be.i]):
        return tree
    thing = next((w for w in reversed(words[1 : be.i]) if w.is_noun), None)
    if thing is None:
        return tree
    changed = []
    for word in words:
        if word.i == verb.i:
            changed.append(replace(word, tag="VBZ", dep="ROOT", head=word.i))
        elif word.i == be.i:
            changed.append(replace(word, tag="RB", dep="advmod", head=verb.i))
        elif word.i == thing.i:
            changed.append(replace(word, dep="obj", head=verb.i))
        elif word.i == who.i:
            changed.append(replace(word, dep="nsubj", head=verb.i))
        else:
            changed.append(replace(word, head=verb.i) if word.dep == "ROOT" else word)
    return Tree.of(tuple(changed))


def _is_reduced(tree: Tree, verb: Word) -> bool:
    """Whether a participle describes the noun right before it."""
    if verb.tag != "VBG" or verb.dep not in {"acl", "acl:relcl", "amod"} or not verb.i:
        return False
    return tree.words[verb.head].is_noun and verb.head < verb.i


def with_clefts(tree: Tree) -> Tree:
    """The tree with what `What they sent was a load of blankets` says they sent as the object of its verb."""
    words = tree.words
    if len(words) < 5 or words[0].lower not in {"what", "all"}:
        return tree
    be = next((w for w in words[2:] if w.dep == "cop" and w.tag in _FINITE), None)
    verb = (
        next((w for w in words[1 : be.i] if w.is_verb and w.lower in FORMS and w.dep.startswith("acl")), None)
        if be
        else None
    )
    if be is None or verb is None or verb.head != 0 or any(w.text == "?" for w in words[-2:]):
        return tree
    told = words[be.head]
    changed = []
    for word in words:
        if word.i == verb.i:
            changed.append(replace(word, dep="ROOT", head=word.i))
        elif word.i == told.i:
            changed.append(replace(word, dep="obj", head=verb.i))
        elif word.i == be.i:
            changed.append(replace(word, tag="RB", dep="advmod", head=verb.i))
        elif word.i == 0:
            changed.append(replace(word, tag="RB", dep="discourse", head=verb.i))
        elif word.head == told.i and (word.i > told.i and word.dep.startswith(("obl", "punct", "advcl"))):
            changed.append(replace(word, head=verb.i))
        else:
            changed.append(word)
    return Tree.of(tuple(changed))
