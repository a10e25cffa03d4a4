"""A verb with its arguments: voice, subject (also one that the grammar leaves unsaid), object, and prepositional phrases."""

from __future__ import annotations

from dataclasses import dataclass

from overflight.documents.frames.forms import IRREGULAR, form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist

_CLAUSE = frozenset(
    wordlist("ROOT conj ccomp xcomp advcl advcl:relcl acl acl:relcl parataxis csubj csubj:pass dep list appos")
)
_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
_SKIPPED = frozenset(wordlist("""not n't never also then now only reportedly allegedly already later recently still
since secretly regularly
repeatedly routinely directly just long ever even first twice again personally actually initially apparently
quietly subsequently previously once all both therefore however often openly covertly being probably likely
possibly supposedly last"""))  # fmt: skip
_MODALS = frozenset(wordlist("can could may might will would shall should must 'll ’ll 'd ’d ca wo"))


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
        elif word.lower == "to":
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
    bases = {IRREGULAR.get(a, a) for a in auxiliaries}
    if bases & {"be", "get"} or bases & {"'s", "’s", "'re", "’re"}:
        return True
    if tree.kid(verb, "nsubj:pass", "aux:pass") is not None and not auxiliaries:
        return True
    if auxiliaries:
        return False
    if word.dep == "conj" and word.tag == "VBN":
        head = word.head
        if tree.words[head].is_verb and tree.kid(verb, *_SUBJECT) is None:
            return is_passive(tree, head, verb_group(tree, head)[1])
    return (
        word.tag == "VBN"
        and word.dep in {"acl", "advcl", "ROOT", "appos", "dep", "parataxis", "amod", "conj", "list", "acl:relcl"}
        and tree.kid(verb, "nsubj") is None
    )


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
    return lemma in _INTRANSITIVE or (
        following is not None
        and not following.preposition
        and not _without_times(tree, phrases, verb + 1, following.first)
    )


def clause_of(tree: Tree, phrases: tuple[Phrase, ...], verb: int, lemma: str) -> Clause:
    """The clause that a verb heads."""
    first, auxiliaries = verb_group(tree, verb)
    passive = is_passive(tree, verb, auxiliaries) and not _is_past_tense(tree, phrases, verb, lemma, auxiliaries)
    subject, is_own = _subject(tree, phrases, verb, first)
    left = _left_bound(tree, first)
    right = _right_bound(tree, verb)
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


def _owner(tree: Tree, i: int) -> int:
    """The verb nearest above a word that heads a clause."""
    for word in tree.up(i):
        if word.is_verb and (word.dep in _CLAUSE or word.head == word.i):
            return word.i
    return -1


def _is_clause_head(tree: Tree, word: Word) -> bool:
    return word.is_verb and (word.dep in _CLAUSE or word.head == word.i) and word.dep not in {"amod", "compound"}


_PRICING = frozenset(wordlist("valued priced totalling totaling costing estimated"))
"""Participles that give a price or size of the goods before them, and end no clause."""


def _finite_between(tree: Tree, low: int, high: int) -> bool:
    return any(tree.words[k].text in {";", ":"} for k in range(low, high))


def _right_bound(tree: Tree, verb: int) -> int:
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
        return max(verb, bound - 1)
    return len(tree.words) - 1


_HEDGED_PARTICIPLES = frozenset(wordlist("thought believed said suspected understood reported alleged known presumed"))
"""Past forms that, without an auxiliary, describe the noun before them (`crates thought to hold rockets`)."""


def _clause_start(tree: Tree, verb: int) -> int:
    """Where the clause of a verb begins, walking left over its group, subject and conjunction."""
    start, auxiliaries = verb_group(tree, verb)
    subject = tree.kid(verb, *_SUBJECT)
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
        in _RELATIVE | {"and", "or", "but", "as", "before", "after", "when", "then", "to", "while", "later"}
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


def _left_bound(tree: Tree, first: int) -> int:
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
        if word.lower in _RELATIVE and word.tag in {"WP", "WDT", "WP$", "WRB", "IN"} and word.dep != "det":
            return k + 1
        if _is_clause_head(tree, word) and word.tag in {"VBD", "VBZ", "VBP"} and word.dep != "acl:relcl":
            if _looks_reduced(tree, k):
                continue
            return k + 1
        if word.lower in {"and", "but"} and k + 1 < first and tree.words[k + 1].is_verb:
            return k + 1
    return 0


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
        own = tree.kid(above, *_SUBJECT)
        subject = phrase_at(phrases, own.i) if own is not None and own.lower not in _RELATIVE else None
        return subject or _antecedent_before(phrases, group_first)
    told = [p for p in phrases if above < p.first < marks[-1] and p.nature is not Nature.TIME]
    bare = next((p for p in told if not p.preposition and p.nature is not Nature.LIST), None)
    return bare or next((p for p in told if p.preposition in {"on", "against", "upon"}), None)


def _antecedent_before(phrases: tuple[Phrase, ...], first: int) -> Phrase | None:
    return max(
        (p for p in phrases if p.last < first and p.nature is not Nature.TIME), key=lambda p: p.last, default=None
    )


def _subject(tree: Tree, phrases: tuple[Phrase, ...], verb: int, first: int) -> tuple[Phrase | None, bool]:  # noqa: PLR0912
    """The subject phrase and whether the verb has it for its own (else it is taken over from another clause)."""
    blamed = _blamed(tree, phrases, verb)
    if blamed is not None:
        return blamed, False
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        word = tree.words[at]
        own = tree.kid(at, *_SUBJECT)
        if own is not None and own.dep == "expl":
            own = tree.kid(at, "nsubj", "nsubj:pass") or own
        if own is not None and own.lower not in _RELATIVE:
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
            antecedent = _antecedent(tree, phrases, at, own)
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
                own_of_noun = tree.kid(at, *_SUBJECT)
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


def _follows_conjunction(tree: Tree, first: int) -> bool:
    k = first - 1
    while k >= 0 and (tree.words[k].tag == "RB" or tree.words[k].text == ","):
        k -= 1
    return k >= 0 and tree.words[k].lower in {"and", "or", "but", "then"}


def _antecedent(tree: Tree, phrases: tuple[Phrase, ...], at: int, own: Word | None) -> Phrase | None:
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
    left = _left_bound(tree, first)
    free = [
        p for p in phrases if left <= p.first and p.last < first and not p.preposition and p.nature is not Nature.TIME
    ]
    return free[-1] if free else None


def _object(
    tree: Tree, phrases: tuple[Phrase, ...], verb: int, right: int, complements: tuple[Phrase, ...]
) -> Phrase | None:
    """The direct object: by the tree, else the first free phrase right after the verb; of a relative clause, its noun."""
    own = tree.kid(verb, "obj")
    behind = _free_behind(tree, phrases, verb, complements)
    if own is not None and own.lower in _RELATIVE:
        return behind if own.lower == "that" and behind is not None else _antecedent(tree, phrases, verb, own)
    if own is not None and own.i > verb:
        phrase = phrase_at(phrases, own.i)
        if phrase is not None and (not phrase.preposition or _is_split(tree, verb, phrase)):
            return phrase
    return behind


_SPLIT = {
    "in": form_index(wordlist("bring fly ship haul truck ferry send carry lift smuggle take")),
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
