"""Verbs of saying with their subject: `X said that …`, `…, said X`, `X was told by Y`, `as X put it`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.clauses import Clause, clause_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import SOURCES, is_own, kind_of
from overflight.documents.voices.saying import CITING, PLAIN, SAYING, SHOWING, WITH_CONTENT, is_as, may_say
from overflight.documents.voices.speaker import (
    can_speak,
    hearer,
    is_surname,
    known_through,
    named_apposition,
    speaker_of,
)
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import Span, has_content, is_backward, said_by, whole
from overflight.documents.voices.surface import before_content
from overflight.records.claim import Attribution, SpeakerType

_TAKEN_OVER = frozenset(wordlist("conj parataxis ROOT acl:relcl ccomp acl dep advcl"))
"""Relations under which a verb of saying may take its subject from another clause."""


def by_verb(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    """The acts of saying that verbs tell of; outlet: the page's own name."""
    for word in sight.tree.words:
        lemma = SAYING.get(word.lower)
        if lemma is None or word.lower in CITING or (word.i and is_surname(sight.tree.words[word.i - 1], word)):
            continue
        speech: Speech | None = None
        if _is_verb(sight, word):
            speech = _spoken(sight, word, lemma, outlet) or _quoted_as(sight, word, outlet)
        speech = speech or _at_end(sight, word, lemma, outlet)
        speech = speech or before_content(sight, word, lemma, outlet, is_source=lemma in SHOWING)
        if speech is not None:
            yield speech
    yield from _certain(sight, outlet)


_SURE = frozenset(wordlist("sure certain adamant convinced positive confident clear categorical emphatic"))


def _certain(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    """`The loader is adamant that …`, `The loader was sure: …`: who is certain says so."""
    words = sight.tree.words
    for word in words[2:-2]:
        if word.lower not in _SURE:
            continue
        be = next((w for w in reversed(words[max(0, word.i - 3) : word.i]) if w.lower in _BEING), None)
        opens = words[word.i + 1].lower == "that" or words[word.i + 1].text == ":"
        phrase = next((p for p in sight.phrases if be is not None and p.last == be.i - 1), None)
        if opens and phrase is not None and can_speak(sight, phrase, plainly=True):
            yield _speech(sight, word, "insist", phrase, (word.end, whole(sight)[1]), outlet)


_BEING = frozenset(wordlist("is are was were remains remained"))


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
    described, stands_behind = found
    phrase = named_apposition(sight, described)
    if not may_say(sight, phrase, lemma, outlet) or _is_motive(sight, described):
        return None
    is_source = lemma != "add" and kind_of(sight.tree.words[phrase.head].lower) in SOURCES
    if lemma in WITH_CONTENT and not (stands_behind or is_source or has_content(sight, word.i, phrase)):
        return None
    span = whole(sight) if stands_behind or lemma == "put" or is_as(sight, phrase) else said_by(sight, word.i, phrase)
    if span is None:
        return _backward(_speech(sight, word, lemma, phrase, whole(sight), outlet)) if _closes(sight, lemma) else None
    speech = _speech(sight, word, lemma, phrase, span, outlet)
    if phrase is not described and kind_of(sight.tree.words[described.head].lower) is SpeakerType.OFFICIAL:
        speech = replace(speech, speaker=replace(speech.speaker, type=SpeakerType.OFFICIAL))
    points_back = _closes(sight, lemma) and not has_content(sight, word.i, phrase)
    if not is_as(sight, phrase) and (points_back or is_backward(sight, word.i, lemma, is_passive=clause.is_passive)):
        return _backward(speech)
    return speech


def _is_motive(sight: Sight, subject: Phrase) -> bool:
    """`because he feared for his job`: why somebody does something, and nothing that is said."""
    return bool(subject.first) and sight.tree.words[subject.first - 1].lower == "because"


def _backward(speech: Speech) -> Speech:
    return replace(speech, is_backward=True)


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
        depth=-1 if span == whole(sight) else _depth(sight.tree, word.i, phrase),
        lemma=lemma,
        outer=_told(sight, word.i, lemma, outlet) or known_through(sight, phrase, outlet),
        pronoun=head if phrase.nature is Nature.PRONOUN else "",
    )


def _closes(sight: Sight, lemma: str) -> bool:
    """`That is what the porter says.`, `So says the porter.`: a sentence that only names the speaker of the one before."""
    words = sight.tree.words
    return lemma in PLAIN and words[0].lower in {"that", "this", "so", "such"} and len(words) <= _CLOSING_WORDS


_CLOSING_WORDS = 12
"""Words of a sentence that only says whose the one before it is."""


def _depth(tree: Tree, verb: int, subject: Phrase) -> int:
    """How many verbs of saying a verb is the content of; those it is only joined to (`…, but Y denied …`) do not count."""
    before = [w.lower for w in tree.words[max(0, subject.first - 2) : subject.first]]
    if len(before) == 2 and before[0] == "," and before[1] in _CONTRASTS:
        return 0
    depth, below = 0, tree.words[verb]
    for word in tree.up(verb):
        if word.is_verb and SAYING.get(word.lower) and below.dep not in {"conj", "advcl"}:
            depth += 1
        below = word
    return depth


_CONTRASTS = frozenset(wordlist("but while whereas and although though yet"))
"""Words that join, behind a comma, what another speaker says."""


def _subject(sight: Sight, clause: Clause, word: Word, lemma: str) -> tuple[Phrase, bool] | None:
    """Who says it, and whether the words stand before the speaker (then the whole sentence is theirs)."""
    if (word.tag == "VBG" and not clause.auxiliaries) or clause.auxiliaries[:1] == ("to",):
        return None
    if clause.is_passive and lemma in SHOWING:
        return None
    if clause.is_passive:
        by = next((p for p in clause.complements if p.preposition == "by" and p.first > word.i), None)
        if clause.auxiliaries or by is not None:
            is_reached = clause.subject_is_own or word.dep in _TAKEN_OVER
            return (by, False) if by is not None and is_reached else None
    inverted = _behind_verb(sight, word) if lemma != "tell" else None
    if inverted is not None:
        return inverted, True
    other = _other_one(sight, word)
    if other is not None:
        return other, False
    if clause.subject is not None and clause.subject_is_own:
        return clause.subject, False
    tail = _before_tail(sight, word, lemma)
    if tail is not None:
        return tail, True
    return (clause.subject, False) if clause.subject is not None and word.dep in _TAKEN_OVER else None


def _behind_verb(sight: Sight, word: Word) -> Phrase | None:
    """The speaker right behind a verb that closes what is said: `…, wrote the weekly Zorya`."""
    words = sight.tree.words
    before = words[word.i - 1].lower if word.i else ""
    if before not in {",", "”", '"', "’", "so", "thus"} or word.tag == "VBG":
        return None
    behind = [p for p in sight.phrases if p.first > word.i]
    if behind and behind[0].preposition == "to" and behind[0].first == word.i + 2:
        behind = [p for p in behind[1:] if p.first == behind[0].last + 1]
    phrase = behind[0] if behind and not behind[0].preposition else None
    if phrase is not None and any(w.text in {",", "."} for w in words[word.i : phrase.first]):
        return None
    if (
        phrase is None
        or phrase.first > word.i + 5
        or phrase.nature in {Nature.TIME, Nature.PRONOUN}
        or not can_speak(sight, phrase, plainly=True)
    ):
        return None
    following = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    is_closed = following is None or following.text in {".", ",", ";", ":", "”"} or following.tag in {"IN", "WP", "TO"}
    return phrase if is_closed and (following is None or following.lower != "that") else None


_OTHERS = frozenset(wordlist("another others some many one"))


def _other_one(sight: Sight, word: Word) -> Phrase | None:
    """`Another said …`, `Others say …`: somebody else than the last speaker, without a noun."""
    i = word.i - 1
    if i < 0 or sight.tree.words[i].lower not in _OTHERS or (i and sight.tree.words[i - 1].text not in {",", ";", "."}):
        return None
    return Phrase(i, i, i, "", Nature.PEOPLE)


_TAIL_WORDS = 9
"""Words that may stand behind the verb at a sentence's end (`told Harbour Wire in a message on Monday`)."""


def _before_tail(sight: Sight, word: Word, lemma: str) -> Phrase | None:
    """Who speaks at the end of a sentence: `…, an official briefed on the matter told X.`"""
    words = sight.tree.words
    comma = next((k for k in range(word.i - 1, 0, -1) if words[k].text in {",", "”"}), None)
    if comma is None or word.tag not in {"VBD", "VBP", "VBZ"} or lemma in SHOWING:
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
    is_present = word.lower in {lemma, lemma + "s"}
    if not is_last or not (is_present if word.tag in {"NN", "NNS"} else word.tag != "VBG"):
        return None
    comma = next((k for k in range(word.i - 1, 0, -1) if words[k].text in {",", "”"}), None)
    first = comma + 2 if comma is not None and words[comma + 1].lower == "as" else (comma or 0) + 1
    phrase = next((p for p in sight.phrases if comma is not None and p.first == first), None)
    if phrase is not None and phrase.last == word.i and phrase.first < word.i:
        phrase = replace(phrase, last=word.i - 1, head=word.i - 1)
    if phrase is not None and (phrase.nature is Nature.PRONOUN or words[word.i - 1].lower in _BEING):
        return None
    if phrase is None or phrase.head == word.i or not may_say(sight, phrase, lemma, outlet):
        return None
    return _speech(sight, word, lemma, phrase, whole(sight), outlet)


def _quoted_as(sight: Sight, word: Word, outlet: str | None) -> Speech | None:
    """`The pilot is quoted as saying that …`, `can be heard saying that …`: the subject of the passive verb."""
    words = sight.tree.words
    if word.tag != "VBG":
        return None
    verb = next((k for k in range(word.i - 1, max(-1, word.i - 4), -1) if words[k].lower in _HEARD), None)
    if verb is None:
        return None
    clause = clause_of(sight.tree, sight.phrases, verb, words[verb].lower)
    if not clause.is_passive or clause.subject is None or not can_speak(sight, clause.subject, plainly=True):
        return None
    return _speech(sight, word, "quote", clause.subject, (word.end, whole(sight)[1]), outlet)


_HEARD = frozenset(wordlist("quoted cited heard recorded seen filmed reported"))


def _told(sight: Sight, verb: int, lemma: str, outlet: str | None) -> Attribution | None:
    """To whom it was said, where that is another outlet: `told La Bitácora that …`."""
    if lemma not in {"tell", "inform", "notify"}:
        return None
    phrase = next((p for p in sight.phrases if p.first == verb + 1), None)
    return hearer(sight, phrase, outlet) if phrase is not None else None
