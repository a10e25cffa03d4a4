"""Verbs of saying with their subject: `X said that …`, `…, said X`, `X was told by Y`, `as X put it`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.clauses import Clause, clause_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import OUTLET_NAME, SOURCES, is_own, is_self, kind_of
from overflight.documents.voices.speaker import can_speak, hearer, known_through, named_apposition, speaker_of
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import Span, is_backward, said_by, whole
from overflight.records.claim import Attribution, SpeakerType

_PLAIN = frozenset(
    wordlist("""say tell write claim reveal confirm announce declare allege insist recall explain argue deny acknowledge admit
    testify maintain assert boast concede confide relate recount tweet reply respond remark contend affirm warn remember""")
)
"""Verbs that only speakers have."""
_SHOWING = frozenset(
    wordlist("""show indicate record hold list log register count describe charge detail document publish catch spot track
    identify uncover expose detect trace put see photograph picture rule know break""")
)
"""Verbs of saying only where their subject is a source (data show, a report details)."""
_HEARING = frozenset(wordlist("learn understand"))
"""Verbs by which a page or an outlet gives what it has heard (`this newspaper has learned`)."""
_OTHER = frozenset(
    wordlist("""report add state find estimate note disclose suggest assess believe suspect think conclude accuse reckon fear
    cite observe stress underline hint dispute reject dismiss refute post calculate judge infer swear repeat swear read""")
)
SAYING = form_index(_PLAIN | _SHOWING | _HEARING | _OTHER)
"""From every form of the verbs of saying to the verb."""

CITING = frozenset(wordlist("citing quoting cites quotes cited quoted referencing invoking"))
_UNSPOKEN = frozenset({"amod", "compound", "aux"})
_TAKEN_OVER = frozenset(wordlist("conj parataxis ROOT acl:relcl ccomp acl dep advcl"))
"""Relations under which a verb of saying may take its subject from another clause."""
_NEWS = re.compile(r" (?:\w+ )?broke (?:the|this) (?:story|news)\b")
_SPEAKING_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def by_verb(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    """The acts of saying that verbs tell of; outlet: the page's own name."""
    for word in sight.tree.words:
        lemma = SAYING.get(word.lower)
        if lemma is None or word.lower in CITING:
            continue
        speech = _spoken(sight, word, lemma, outlet) if _is_verb(sight, word) else _at_end(sight, word, lemma, outlet)
        if speech is not None:
            yield speech


def _is_verb(sight: Sight, word: Word) -> bool:
    """Whether a form of saying is a verb of its own; `rejected` right behind a noun phrase is one whatever the tree says."""
    if not word.is_verb or word.dep in {"compound", "aux"}:
        return False
    before = phrase_at(sight.phrases, word.i - 1) if word.i else None
    after = phrase_at(sight.phrases, word.i)
    return word.dep != "amod" or (before is not None and after is None and not before.preposition)


def _spoken(sight: Sight, word: Word, lemma: str, outlet: str | None) -> Speech | None:
    clause = clause_of(sight.tree, sight.phrases, word.i, lemma)
    found = _subject(sight, clause, word, lemma)
    if found is None:
        return None
    phrase, stands_behind = found
    phrase = named_apposition(sight, phrase)
    if not _may_say(sight, phrase, lemma, outlet):
        return None
    span = whole(sight) if stands_behind or lemma == "put" else said_by(sight, word.i, phrase)
    if span is None:
        return None
    speech = _speech(sight, word, lemma, phrase, span, outlet)
    return replace(
        speech, is_backward=lemma != "put" and is_backward(sight, word.i, lemma, is_passive=clause.is_passive)
    )


def _speech(sight: Sight, word: Word, lemma: str, phrase: Phrase, span: Span, outlet: str | None) -> Speech:
    speaker = speaker_of(sight, phrase)
    if is_own(speaker.text, outlet):
        speaker = replace(speaker, type=SpeakerType.SELF)
    head = sight.tree.words[phrase.head].lower
    return Speech(
        speaker=speaker,
        start=span[0],
        end=span[1],
        sentence=sight.index,
        at=word.start,
        depth=-1 if span == whole(sight) else _depth(sight.tree, word.i),
        lemma=lemma,
        outer=_told(sight, word.i, lemma, outlet) or known_through(sight, phrase, outlet),
        pronoun=head if phrase.nature is Nature.PRONOUN else "",
    )


def _depth(tree: Tree, verb: int) -> int:
    """How many verbs of saying a verb is the content of; those it is only joined to do not count."""
    depth, below = 0, tree.words[verb]
    for word in tree.up(verb):
        if word.is_verb and SAYING.get(word.lower) and below.dep not in {"conj", "advcl"}:
            depth += 1
        below = word
    return depth


def _subject(sight: Sight, clause: Clause, word: Word, lemma: str) -> tuple[Phrase, bool] | None:
    """Who says it, and whether the words stand before the speaker (then the whole sentence is theirs)."""
    if (word.tag == "VBG" and not clause.auxiliaries) or clause.auxiliaries[:1] == ("to",):
        return None
    if clause.is_passive and lemma in _SHOWING:
        return None
    if clause.is_passive:
        by = next((p for p in clause.complements if p.preposition == "by" and p.first > word.i), None)
        if clause.auxiliaries or by is not None:
            is_reached = clause.subject_is_own or word.dep in _TAKEN_OVER
            return (by, False) if by is not None and is_reached else None
    inverted = _behind_verb(sight, word)
    if inverted is not None:
        return inverted, True
    if clause.subject is not None and clause.subject_is_own:
        return clause.subject, False
    tail = _before_tail(sight, word, lemma)
    if tail is not None:
        return tail, True
    return (clause.subject, False) if clause.subject is not None and word.dep in _TAKEN_OVER else None


def _behind_verb(sight: Sight, word: Word) -> Phrase | None:
    """The speaker right behind a verb that closes what is said: `…, wrote the weekly Zorya`."""
    words = sight.tree.words
    if not word.i or words[word.i - 1].text not in {",", "”", '"', "’"} or word.tag == "VBG":
        return None
    phrase = next((p for p in sight.phrases if p.first == word.i + 1 and not p.preposition), None)
    if phrase is None or phrase.nature in {Nature.TIME, Nature.PRONOUN} or not can_speak(sight, phrase, plainly=True):
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    is_closed = following is None or following.text in {".", ",", ";", ":", "”"} or following.tag in {"IN", "WP", "TO"}
    return phrase if is_closed and (following is None or following.lower != "that") else None


_TAIL_WORDS = 9
"""Words that may stand behind the verb at a sentence's end (`told Harbour Wire in a message on Monday`)."""


def _before_tail(sight: Sight, word: Word, lemma: str) -> Phrase | None:
    """Who speaks at the end of a sentence: `…, an official briefed on the matter told X.`"""
    words = sight.tree.words
    comma = next((k for k in range(word.i - 1, 0, -1) if words[k].text in {",", "”"}), None)
    if comma is None or word.tag not in {"VBD", "VBP", "VBZ"} or lemma in _SHOWING:
        return None
    after = {w.lower for w in words[word.i + 1 :]}
    phrase = next((p for p in sight.phrases if p.first == comma + 1 and not p.preposition), None)
    if phrase is None or after & {"that", "who", "which", ","} or len(words) - word.i > _TAIL_WORDS:
        return None
    return phrase if phrase.nature in {Nature.PEOPLE, Nature.PERSON, Nature.SOURCE, Nature.ORGANISATION} else None


def _at_end(sight: Sight, word: Word, lemma: str, outlet: str | None) -> Speech | None:
    """`…, documents obtained by Harbour Wire reveal.`, where the tree takes the last word for a noun."""
    words = sight.tree.words
    is_last = word.i == len(words) - 1 or (word.i == len(words) - 2 and words[-1].text in {".", "”", '"'})
    if not is_last or word.tag not in {"NN", "NNS"} or word.lower not in {lemma, lemma + "s"}:
        return None
    comma = next((k for k in range(word.i - 1, 0, -1) if words[k].text in {",", "”"}), None)
    phrase = next((p for p in sight.phrases if comma is not None and p.first == comma + 1 and not p.preposition), None)
    if phrase is None or phrase.head == word.i or not _may_say(sight, phrase, lemma, outlet):
        return None
    return _speech(sight, word, lemma, phrase, whole(sight), outlet)


def _may_say(sight: Sight, phrase: Phrase, lemma: str, outlet: str | None) -> bool:
    head = sight.tree.words[phrase.head]
    text = sight.text(phrase.first, phrase.last)
    if lemma in _HEARING:
        return is_self(text) or is_own(text, outlet) or (head.is_name and OUTLET_NAME.search(text) is not None)
    if phrase.nature is Nature.PRONOUN:
        return lemma not in _SHOWING and head.lower in _SPEAKING_PRONOUNS
    if lemma == "put":
        return _puts_it(sight, phrase)
    if lemma == "break":
        return can_speak(sight, phrase) and _NEWS.match(sight.scene.text, sight.tree.words[phrase.last].end) is not None
    if lemma in _SHOWING:
        return kind_of(head.lower) in SOURCES or OUTLET_NAME.search(text) is not None
    return can_speak(sight, phrase, plainly=lemma in _PLAIN)


def _puts_it(sight: Sight, phrase: Phrase) -> bool:
    """`as the diplomat put it`: a way of saying, whoever it is."""
    words = sight.tree.words
    is_led = bool(phrase.first) and words[phrase.first - 1].lower == "as"
    return is_led and [w.lower for w in words[phrase.last + 2 : phrase.last + 3]] == ["it"]


def _told(sight: Sight, verb: int, lemma: str, outlet: str | None) -> Attribution | None:
    """To whom it was said, where that is another outlet: `told La Bitácora that …`."""
    if lemma != "tell":
        return None
    phrase = next((p for p in sight.phrases if p.first == verb + 1), None)
    return hearer(sight, phrase, outlet) if phrase is not None else None
