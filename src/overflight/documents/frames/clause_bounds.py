"""Where the words that belong to one verb begin and end, and what helps it: tense, voice, mood."""

from __future__ import annotations

from overflight.documents.frames.forms import IRREGULAR
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist

SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
CLAUSES = frozenset(
    wordlist("ROOT conj ccomp xcomp advcl advcl:relcl acl acl:relcl parataxis csubj csubj:pass dep list appos")
)
_SKIPPED = frozenset(wordlist("""not n't never also then now only reportedly allegedly already later recently still
since secretly regularly
repeatedly routinely directly just long ever even first twice again personally actually initially apparently
quietly subsequently previously once all both therefore however often openly covertly being probably likely
possibly supposedly last"""))  # fmt: skip
_MODALS = frozenset(wordlist("can could may might will would shall should must 'll ’ll 'd ’d ca wo"))


def verb_group(tree: Tree, verb: int) -> tuple[int, tuple[str, ...]]:
    """Where the verb group begins, and its auxiliaries in order."""
    found: list[str] = []
    first = i = verb
    for i in range(verb - 1, max(-1, verb - 9), -1):
        word = tree.words[i]
        base = IRREGULAR.get(word.lower, word.lower)
        if (
            (
                base in {"be", "have", "do", "get"}
                and (base != "get" or tree.words[verb].tag == "VBN")
                and word.tag.startswith(("VB", "MD"))
            )
            or word.tag == "MD"
            or word.lower in _MODALS
            or (word.lower in {"'s", "’s", "'ve", "’ve", "'re", "’re"} and word.tag.startswith("VB"))
        ):
            found.append(word.lower)
            first = i
        elif word.lower == "to" and tree.words[verb].tag != "VBG":
            found.append("to")
            first = i
            break
        elif word.tag in {"RB", "RBR"} or word.lower in _SKIPPED:
            if word.lower in {"not", "n't", "n’t", "never"}:
                first = i
        else:
            break
    return first, tuple(reversed(found))


def is_passive(tree: Tree, verb: int, auxiliaries: tuple[str, ...]) -> bool:
    """Whether the verb stands in the passive: a form of be before a participle, or a bare participle after its noun."""
    word = tree.words[verb]
    if word.lower.endswith("ing"):
        return False
    if verb == 0 and word.tag == "VBN":
        return True
    bases = {IRREGULAR.get(a, a) for a in auxiliaries}
    if bases & {"be", "get"} or bases & {"'s", "’s", "'re", "’re"}:
        return True
    if tree.kid(verb, "nsubj:pass", "aux:pass") is not None and not auxiliaries:
        return True
    if auxiliaries:
        return False
    if word.dep == "conj" and word.tag == "VBN":
        head = word.head
        if tree.words[head].is_verb and tree.kid(verb, *SUBJECT) is None:
            return is_passive(tree, head, verb_group(tree, head)[1])
    return (
        word.tag == "VBN"
        and word.dep
        in {"acl", "advcl", "ROOT", "appos", "dep", "parataxis", "amod", "conj", "list", "acl:relcl", "xcomp"}
        and tree.kid(verb, "nsubj") is None
    )


def _is_clause_head(tree: Tree, word: Word) -> bool:
    return word.is_verb and (word.dep in CLAUSES or word.head == word.i) and word.dep not in {"amod", "compound"}


_PRICING = frozenset(wordlist("valued priced totalling totaling costing estimated"))
"""Participles that give a price or size of the goods before them, and end no clause."""


def right_bound(tree: Tree, verb: int) -> int:
    """The last word before the next clause begins."""
    for k in range(verb + 1, len(tree.words)):
        word = tree.words[k]
        if word.text in {";", "—", "–", ":"} or word.lower in {
            "who",
            "which",
            "whose",
            "whom",
            "because",
            "although",
            "while",
            "but",
            "whether",
            "where",
        }:
            return k - 1
        if word.text in {")"} and not any(tree.words[m].text == "(" for m in range(verb, k)):
            return k - 1
        if word.lower in _PRICING:
            continue
        if not _is_clause_head(tree, word) or (
            word.tag in {"VB", "VBG", "VBN"} and word.dep == "xcomp" and not tree.words[verb].is_verb
        ):
            continue
        bound = _clause_start(tree, k)
        if bound == verb + 1 and _has_object(tree, bound, k):
            bound = verb_group(tree, k)[0]
        return max(verb, bound - 1)
    return len(tree.words) - 1


def _has_object(tree: Tree, first: int, last: int) -> bool:
    """Whether a noun phrase between two verbs is the first one's object, whatever the tree makes of it (`whether the jet
    hauled cars to X could not be shown`).
    """
    words = tree.words
    return words[first].tag in {"DT", "CD", "JJ", "NN", "NNS", "VBN"} and any(
        w.tag in {"IN", "TO"} for w in words[first:last]
    )


_HEDGED_PARTICIPLES = frozenset(wordlist("thought believed said suspected understood reported alleged known presumed"))
"""Past forms that, without an auxiliary, describe the noun before them (`crates thought to hold rockets`)."""


def _clause_start(tree: Tree, verb: int) -> int:
    """Where the clause of a verb begins, walking left over its group, subject and conjunction."""
    start, auxiliaries = verb_group(tree, verb)
    subject = tree.kid(verb, *SUBJECT)
    is_participle = tree.words[verb].lower in _HEDGED_PARTICIPLES and not auxiliaries
    if subject is not None and subject.i < verb and not is_participle:
        below = [
            k for k in tree.below(subject.i, without=frozenset({"acl:relcl", "acl", "appos", "nmod"})) if k <= subject.i
        ]
        contiguous = subject.i
        while contiguous - 1 in below:
            contiguous -= 1
        start = min(start, contiguous)
    while start > 0 and (
        tree.words[start - 1].lower
        in RELATIVE | {"and", "or", "but", "as", "before", "after", "when", "then", "to", "while", "later"}
        or tree.words[start - 1].text in {",", "“", '"', "”"}
    ):
        start -= 1
    return start


_PARTICIPLES = frozenset(
    wordlist(
        "linked owned operated based accused involved headed led made run controlled tied affiliated backed known called"
    )
)


def _looks_reduced(tree: Tree, k: int) -> bool:
    """Whether a past form right behind its noun and before a preposition is a participle (`people linked to the Guards`)."""
    words = tree.words
    follows = k + 1 < len(words) and words[k + 1].tag in {"IN", "TO", "RP"}
    return bool(k) and words[k].lower in _PARTICIPLES and words[k - 1].is_noun and follows


def left_bound(tree: Tree, first: int) -> int:
    """The first word after the clause that stands before."""
    depth = 0
    for k in range(first - 1, -1, -1):
        word = tree.words[k]
        if word.text == ")":
            depth += 1
        elif word.text == "(":
            if depth == 0:
                return k + 1
            depth -= 1
        if depth:
            continue
        if word.text in {";", "—", "–", ":"}:
            return k + 1
        if word.lower in RELATIVE and word.tag in {"WP", "WDT", "WP$", "WRB", "IN"} and word.dep != "det":
            return k + 1
        if _is_clause_head(tree, word) and word.tag in {"VBD", "VBZ", "VBP"} and word.dep != "acl:relcl":
            if _looks_reduced(tree, k):
                continue
            return k + 1
        if word.lower in {"and", "but"} and k + 1 < first and tree.words[k + 1].is_verb:
            return k + 1
    return 0
