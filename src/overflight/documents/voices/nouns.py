"""Nouns of telling: `the ministry's claim that …`, `reports by rebels that …`, `by X's account`, `…, a claim the army denies`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import kind_of_words
from overflight.documents.voices.speaker import can_speak, speaker_of
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import Span, whole
from overflight.records.claim import Attribution, SpeakerType

_TELLING = frozenset(
    wordlist("""claim claims statement statements allegation allegations assertion assertions denial denials admission account
    accounts testimony accusation accusations assessment conclusion belief suspicion suspicions estimate finding findings report
    reports version warning warnings insistence confession""")
)
_WAYS = frozenset(
    wordlist("account telling version words view estimate assessment reckoning estimates calculation word opinion")
)
"""Nouns by which one says whose word it is (`by the colonel's account`)."""
_DOUBTED = re.compile(
    r"(?:,|–|—) (?:a|an|the|which is a) (?:claim|charge|accusation|allegation|report|account|version)s?(?: that| which)? "
)


def by_noun(sight: Sight) -> Iterator[Speech]:
    """The acts of saying that nouns tell of."""
    for phrase in sight.phrases:
        head = sight.tree.words[phrase.head].lower
        if head in _WAYS and phrase.preposition in {"by", "in", "on"}:
            yield from _told(sight, phrase, whole(sight), 1)
        elif head in _TELLING and _opens_content(sight, phrase):
            words = sight.tree.words
            yield from _told(sight, phrase, (words[phrase.last].end, words[-1].end), 3)
    yield from _disputed(sight)


def _opens_content(sight: Sight, phrase: Phrase) -> bool:
    """Whether `that` follows the noun, at once or behind the one whose word it is."""
    words = sight.tree.words
    behind = [w.lower for w in words[phrase.last + 1 : phrase.last + 8]]
    if behind[:1] == ["that"]:
        return True
    return behind[:1] in (["by"], ["from"]) and "that" in behind


def _told(sight: Sight, phrase: Phrase, span: Span, depth: int) -> Iterator[Speech]:
    speaker = _owner(sight, phrase)
    if speaker is not None:
        yield Speech(speaker, *span, sight.index, sight.tree.words[phrase.first].start, depth)


def _owner(sight: Sight, phrase: Phrase) -> Attribution | None:
    """Whose word it is: the genitive before the noun, or the one behind `of`, `by`, `from`."""
    words = sight.tree.words
    mark = next((k for k in range(phrase.first + 1, phrase.head) if words[k].tag == "POS"), None)
    if mark is not None:
        start, end = words[phrase.first].start, words[mark - 1].end
        text = sight.scene.text[start:end]
        named = SpeakerType.NAMED if words[mark - 1].is_name else SpeakerType.ANONYMOUS
        return Attribution(text=text, start=start, end=end, type=kind_of_words(text) or named)
    following = sight.next_phrase(phrase)
    if following is None or following.first != phrase.last + 2 or following.preposition not in {"of", "by", "from"}:
        return None
    if following.nature is Nature.PRONOUN or not can_speak(sight, following, plainly=True):
        return None
    return speaker_of(sight, following)


def _disputed(sight: Sight) -> Iterator[Speech]:
    """`…, a claim the army denies`: who takes a stand to what stands before."""
    start, end = whole(sight)
    match = _DOUBTED.search(sight.scene.text, start, end)
    if match is None:
        return
    stand = _TAKES_STAND.search(sight.scene.text, match.end(), end)
    words = [w for w in sight.tree.words if stand is not None and match.end() <= w.start and w.end < stand.end()]
    phrase = phrase_at(sight.phrases, words[0].i) if words else None
    if phrase is None or phrase.nature is Nature.PRONOUN:
        return
    phrase = replace(phrase, last=min(phrase.last, words[-1].i), head=min(phrase.head, words[-1].i))
    if can_speak(sight, phrase, plainly=True):
        speaker = speaker_of(sight, phrase)
        yield Speech(speaker, start, match.start(), sight.index, speaker.start, 1, lemma="deny")


_TAKES_STAND = re.compile(r"\b(?:den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b")
