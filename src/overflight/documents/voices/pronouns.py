"""Whom `he added` means: the speaker or subject named last that fits the pronoun in number and kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import kind_of
from overflight.documents.voices.speaker import can_speak, named_apposition, speaker_of
from overflight.documents.voices.speech import Speech
from overflight.records.claim import Attribution, SpeakerType

_PERSON, _BODY, _MANY = "person", "body", "many"
_FITS = {"he": {_PERSON}, "she": {_PERSON}, "it": {_BODY}, "they": {_MANY, _BODY}}
_FEMALE = frozenset(wordlist("ms mrs miss spokeswoman woman mother sister wife daughter chairwoman businesswoman"))
_MALE = frozenset(wordlist("mr man father brother husband son chairman businessman"))
_REACH = 3
"""Sentences back in which the one a pronoun means may stand."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who may be meant by a later pronoun. sorts: what the name may stand for, where its words do not settle it."""

    speaker: Attribution
    sorts: frozenset[str]
    gender: str
    sentence: int
    has_spoken: bool
    is_subject: bool


def candidates(sight: Sight, speeches: Iterable[Speech]) -> tuple[Named, ...]:
    """Those named in a sentence: its speakers, and its other subjects that could speak."""
    spoken = {s.speaker.start: s.speaker for s in speeches if not s.pronoun}
    found = []
    for phrase in sight.phrases:
        start = sight.tree.words[phrase.first].start
        is_subject = sight.tree.words[phrase.head].dep.startswith("nsubj")
        is_where = phrase.nature is Nature.PLACE and bool(phrase.preposition)
        if phrase.nature is Nature.PRONOUN or is_where or not (start in spoken or can_speak(sight, phrase)):
            continue
        named = named_apposition(sight, phrase)
        speaker = spoken.get(start) or speaker_of(sight, named)
        found.append(
            Named(speaker, _sorts(sight, named), _gender(sight, phrase), sight.index, start in spoken, is_subject)
        )
    return tuple(found)


def _sorts(sight: Sight, phrase: Phrase) -> frozenset[str]:
    head = sight.tree.words[phrase.head]
    if phrase.nature is Nature.PERSON:
        return frozenset({_PERSON})
    if head.tag in {"NNS", "NNPS"} or " and " in sight.text(phrase.first, phrase.last):
        return frozenset({_MANY})
    if phrase.nature in {Nature.PEOPLE, Nature.VICTIMS} or kind_of(head.lower) is SpeakerType.ANONYMOUS:
        return frozenset({_PERSON})
    if phrase.nature is Nature.OTHER and head.is_name:
        return frozenset({_PERSON, _BODY})
    return frozenset({_BODY}) if phrase.nature is not Nature.OTHER or kind_of(head.lower) else frozenset({_PERSON})


def _gender(sight: Sight, phrase: Phrase) -> str:
    lowers = {w.lower for w in sight.tree.words[phrase.first : phrase.last + 1]}
    return "she" if lowers & _FEMALE else "he" if lowers & _MALE else ""


def resolved(speech: Speech, before: Iterable[Named]) -> Speech:
    """A speech with the speaker that its pronoun means; as it is where nobody fits."""
    fits = _FITS.get(speech.pronoun, set())
    fitting = [
        n
        for n in before
        if n.sorts & fits
        and n.speaker.start < speech.speaker.start
        and speech.sentence - n.sentence <= _REACH
        and (not n.gender or n.gender == speech.pronoun or speech.pronoun not in {"he", "she"})
    ]
    if not fitting:
        return speech
    best = max(fitting, key=lambda n: (_salience(n, speech), n.speaker.start))
    return replace(speech, speaker=best.speaker)


def _salience(named: Named, speech: Speech) -> float:
    """Who spoke and who is the subject stays in mind; each sentence between takes from it."""
    return 1.0 * named.has_spoken + 0.6 * named.is_subject - 0.7 * (speech.sentence - named.sentence)
