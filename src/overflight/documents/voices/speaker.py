"""The words of a speaker: a noun phrase with what belongs to it, its sort, and through whom it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.tree import Word
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import (
    NGO_NAME,
    OUTLET_NAME,
    RANKS,
    STATE_NAME,
    is_outlet,
    is_own,
    is_self,
    kind_of,
)
from overflight.records.claim import Attribution, SpeakerType

_BELONGS = (["of"], ["by"], ["in"], ["at"], ["from"], ["for"], ["with"], ["close", "to"])
"""Prepositions that join what belongs to a speaker (`data from X`, `a spokesman for the army`)."""

_SPEAKING = frozenset(
    {
        Nature.PERSON,
        Nature.PEOPLE,
        Nature.GOVERNMENT,
        Nature.ORGANISATION,
        Nature.OPERATOR,
        Nature.FORCE,
        Nature.SOURCE,
        Nature.PLACE,
        Nature.VICTIMS,
    }
)
_OFFICIAL = frozenset({Nature.GOVERNMENT, Nature.FORCE, Nature.PLACE})
_AGENTS = ("ers", "ors", "ists", "ants", "ees")
"""Endings of nouns for people who do something (smugglers, inspectors)."""

_SEEN_BY = frozenset(
    wordlist("""seen reviewed obtained cited published viewed collected shared compiled examined analysed analyzed released
    issued consulted gathered provided quoted interviewed verified leaked acquired inspected posted reported
    contacted reached approached""")
)
_GIVEN_TO = frozenset(wordlist("leaked sent given shown passed provided submitted supplied"))
KNOWN_THROUGH = _SEEN_BY | _GIVEN_TO
"""Participles by which a source is known through the one they name: `seen by X`, `leaked to X`."""


def speaker_of(sight: Sight, phrase: Phrase) -> Attribution:
    """A phrase as a speaker: its words with `of …` and `by …`, and what sort of source it is."""
    words = sight.tree.words
    last = phrase.last
    for following in _behind(sight, phrase):
        gap = [w.lower for w in words[last + 1 : following.first]]
        if gap not in _BELONGS or following.nature is Nature.TIME or phrase.nature is Nature.PERSON:
            break
        if gap == ["for"] and phrase.nature is not Nature.PEOPLE:
            break
        last = following.last
    if last + 1 < len(words) and is_surname(words[last], words[last + 1]):
        last += 1
    elif last > phrase.first and words[last].lower in _SHOWN and words[last - 1].text[:1].isupper():
        last -= 1
    start, end = words[phrase.first].start, words[last].end
    text = sight.scene.text[start:end]
    return Attribution(text=text, start=start, end=end, type=speaker_type(sight, phrase, text), norm=phrase.norm)


def is_surname(before: Word, word: Word) -> bool:
    """Whether `Said` behind a capitalised name is the surname (`Omar Said said`)."""
    return word.text == "Said" and before.text[:1].isupper() and before.text.isalpha()


_SHOWN = frozenset(
    wordlist("""show shows say says reveal reveals suggest suggests indicate indicates report reports claim claims
    conclude concludes state states find finds allege alleges add adds note notes confirm confirms
    put puts detail details list lists""")
)
"""Verbs that a tree may take for the last part of a name before them (`plans seen by the Dispatch show`)."""


def speaker_type(sight: Sight, phrase: Phrase, text: str) -> SpeakerType:
    """What sort of source a speaker is."""
    head = sight.tree.words[phrase.head]
    if is_self(text):
        return SpeakerType.SELF
    if head.is_name and NGO_NAME.search(text):
        return SpeakerType.NGO
    if (OUTLET_NAME.search(text) and head.is_name) or is_outlet(text):
        return SpeakerType.OUTLET
    if phrase.nature is Nature.PERSON:
        return SpeakerType.OFFICIAL if RANKS & set(text.lower().split()) else SpeakerType.NAMED
    kind = kind_of(head.lower)
    is_first = phrase.first == phrase.head == 0
    if kind is not None and not (head.is_name and not is_first and kind is SpeakerType.ANONYMOUS):
        return kind
    if STATE_NAME.search(text):
        return SpeakerType.OFFICIAL
    if phrase.nature in _OFFICIAL and not _is_town(phrase):
        return SpeakerType.OFFICIAL
    if phrase.nature in {Nature.ORGANISATION, Nature.OPERATOR}:
        return SpeakerType.NAMED
    if phrase.nature in {Nature.PEOPLE, Nature.VICTIMS}:
        return SpeakerType.ANONYMOUS
    return SpeakerType.NAMED if head.is_name or head.text[:1].isupper() else SpeakerType.UNSPECIFIED


_MUTE = frozenset(
    {
        Nature.AIRCRAFT,
        Nature.FLIGHT,
        Nature.GOODS,
        Nature.CONTAINER,
        Nature.SHIPMENT,
        Nature.MONEY,
        Nature.TIME,
        Nature.LIST,
        Nature.PRONOUN,
    }
)
"""What never says anything, whatever the verb."""


def _is_town(phrase: Phrase) -> bool:
    """Whether a phrase names a place that is no country: as a speaker, it is somebody of that name."""
    return phrase.nature is Nature.PLACE and len(phrase.norm or "") != 2


def can_speak(sight: Sight, phrase: Phrase, *, plainly: bool = False) -> bool:
    """Whether a phrase names somebody or something that says things; plainly: its verb is one that only speakers have."""
    head = sight.tree.words[phrase.head]
    if phrase.nature in _MUTE:
        return False
    return (
        phrase.nature in _SPEAKING
        or kind_of(head.lower) is not None
        or head.is_name
        or head.lower.endswith(_AGENTS)
        or plainly
    )


def named_apposition(sight: Sight, phrase: Phrase) -> Phrase:
    """The name that a description stands before (`a guard of the depot, Juan Salas`), else the phrase itself."""
    words = sight.tree.words
    if words[phrase.head].is_name or phrase.nature is Nature.PRONOUN:
        return phrase
    last = phrase.last
    for following in _behind(sight, phrase):
        gap = [w.lower for w in words[last + 1 : following.first]]
        is_name = (
            following.nature in {Nature.PERSON, Nature.OPERATOR, Nature.ORGANISATION} and words[following.head].is_name
        )
        if gap == [","] and is_name and not following.preposition:
            return following
        if gap not in (["of"], ["for"], ["at"], ["in"]):
            break
        last = following.last
    return phrase


def known_through(sight: Sight, phrase: Phrase, outlet: str | None) -> Attribution | None:
    """Through whom a source is known: `records obtained by a paper`, `a memo leaked to Harbour Wire`."""
    for following in _behind(sight, phrase):
        gap = {w.lower for w in sight.tree.words[phrase.last + 1 : following.first]}
        is_told = (following.preposition == "by" and gap & _SEEN_BY) or (
            following.preposition == "to" and gap & _GIVEN_TO
        )
        if is_told and _is_somebody(sight, following):
            return as_outer(speaker_of(sight, following), outlet)
        if following.preposition not in {"of", "from", "in", "at"}:
            return None
    return None


def _is_somebody(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names who has seen something, and not by what (`reached by phone`)."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    is_named = any(w.text[:1].isupper() for w in words)
    return is_named or kind_of(words[-1].lower) is not None or is_self(sight.text(phrase.first, phrase.last))


def as_outer(speaker: Attribution, outlet: str | None) -> Attribution | None:
    """Somebody as the one through whom another is known; the page itself is not listed."""
    return (
        None if is_own(speaker.text, outlet) or speaker.text.casefold().startswith(("this ", "us", "me")) else speaker
    )


def hearer(sight: Sight, phrase: Phrase, outlet: str | None) -> Attribution | None:
    """The outlet that was told something; people in general (`told reporters`), courts and parliaments pass nothing on."""
    if not can_speak(sight, phrase):
        return None
    heard = speaker_of(sight, phrase)
    head = sight.tree.words[phrase.head]
    is_name = head.is_name and heard.type in {SpeakerType.OUTLET, SpeakerType.NAMED, SpeakerType.NGO}
    if not (is_name or (heard.type is SpeakerType.OUTLET and head.lower not in _PRESS)):
        return None
    if heard.text.casefold().startswith("a "):
        return None
    kept = as_outer(heard, outlet)
    return None if kept is None else replace(kept, type=SpeakerType.OUTLET)


_PRESS = frozenset(wordlist("press media journalists reporters television journalist reporter correspondent"))


def _behind(sight: Sight, phrase: Phrase) -> Iterator[Phrase]:
    """The two phrases behind one."""
    k = phrase_position(sight.phrases, phrase)
    yield from sight.phrases[k + 1 : k + 3]
