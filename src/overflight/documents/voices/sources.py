"""Sources named beside a sentence: `according to X`, `citing X`, `based on X`, `in an interview with X`, `for what is known`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.voices.kinds import kind_of
from overflight.documents.voices.saying import CITING
from overflight.documents.voices.speaker import as_outer, hearer, known_through, speaker_of
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import whole
from overflight.records.claim import Attribution, SpeakerType

_ACCORDING = re.compile(
    r"(?<!\w)(?:according to|accord(?:ed|s) with|as per|in the words of|on the word of|going by|judging by|per"
    r"|as (?:first )?(?:reported|told|stated|claimed|described|noted|shown) (?:by|in|to))\Z",
    re.IGNORECASE,
)
_RESTING = frozenset({"leans", "relies", "based", "rests", "drawing", "draws", "drawn", "relying", "leaning", "basing"})
_TALK = re.compile(
    r"(?<!\w)(?:(?:interview|conversation|briefing|call|remarks?|comments?|statement|letter|message|e-?mail|talk)s?"
    r"|speaking|spoke|talking|talked|writing|confiding)(?: \w+){0,2}? (?:with|to|for|in|by)\Z",
    re.IGNORECASE,
)
"""What stands before the outlet that somebody has spoken to (`in an interview with X`, `speaking to X`)."""
_KNOWN = re.compile(
    r"(?<!\w)(?:[Ff]or|[Ff]rom|[Bb]y|[Gg]oing by|[Aa]ccording to) (?P<who>what (?:has been|"
    r"have been|is|was|has|we know|could be) ?(?:known|learned|learnt|reported|said|heard|gathered|"
    r"established)?)"
)


def by_source(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    """The sources that prepositions name, over the whole sentence."""
    for phrase in sight.phrases:
        if phrase.nature is Nature.TIME:
            continue
        if _is_according(sight, phrase) or _is_listed(sight, phrase) or _is_believed(sight, phrase):
            yield _source(sight, phrase, 1, known_through(sight, phrase, outlet))
        elif _is_cited(sight, phrase):
            cited = _source(sight, phrase, 2, _quoting(sight, phrase.first - 1, outlet))
            if cited.speaker.type not in {SpeakerType.SELF, SpeakerType.UNSPECIFIED}:
                yield cited
    yield from _unnamed(sight)


def heard_by(sight: Sight, outlet: str | None) -> Attribution | None:
    """The outlet that the speakers of a sentence have spoken to: `in an interview with X, the colonel said …`."""
    for phrase in sight.phrases:
        if _TALK.search(_before(sight, phrase)) is not None:
            heard = hearer(sight, phrase, outlet)
            if heard is not None:
                return heard
    return None


def _source(sight: Sight, phrase: Phrase, depth: int, outer: Attribution | None) -> Speech:
    start, end = whole(sight)
    at = sight.tree.words[phrase.first].start
    return Speech(speaker_of(sight, phrase), start, end, sight.index, at, depth, outer=outer)


def _before(sight: Sight, phrase: Phrase) -> str:
    words = sight.tree.words
    return sight.scene.text[words[0].start : words[phrase.first].start].rstrip()


def _is_according(sight: Sight, phrase: Phrase) -> bool:
    return bool(phrase.preposition) and _ACCORDING.search(_before(sight, phrase)) is not None


_LISTED = re.compile(
    r"(?<!\w)(?:listed|recorded|logged|shown|noted|down|appears?|appeared|registered|entered|documented|described|mentioned"
    r"|visible|seen|filed|reported|revealed|disclosed|set out|detailed)(?: [^\s.;:]+){0,5}? in\Z"
)
_RECORDS = frozenset({SpeakerType.DATASET, SpeakerType.DOCUMENT, SpeakerType.IMAGERY, SpeakerType.REPORT})
_SHEETS = frozenset({"sheet", "roster", "manifest", "schedule", "timetable", "log", "board"})
_SANCTIONS = re.compile(r"sanction|black|entity|watch|freeze|ban\b", re.IGNORECASE)
_BELIEVED = re.compile(r" (?:is|are) (?:to be (?:believed|trusted)|right|correct|anything to go by)\b")
_COMPILED = re.compile(
    r"(?<!\w)(?:compiled|collected|kept|logged|recorded|reported|noted|gathered|published|sent in) by\Z"
)


def _is_listed(sight: Sight, phrase: Phrase) -> bool:
    """`is down for 28 May in the slot list`, `recorded in the log`."""
    head = sight.tree.words[phrase.head].lower
    if (
        phrase.preposition == "on"
        and head in _SHEETS
        and sight.tree.words[phrase.first - 2].lower in {"is", "are", "was", "were"}
    ):
        return True
    if phrase.preposition != "in" or _SANCTIONS.search(sight.text(phrase.first, phrase.last)):
        return False
    return kind_of(head) in _RECORDS and _LISTED.search(_before(sight, phrase)) is not None


def _is_believed(sight: Sight, phrase: Phrase) -> bool:
    """`if the register is to be believed`, and who has made the list that a colon opens (`compiled by spotters:`)."""
    text, words = sight.scene.text, sight.tree.words
    before = _before(sight, phrase)
    if before.endswith((" if", "If")):
        return _BELIEVED.match(text, words[phrase.last].end) is not None
    opens_list = text[words[-1].end - 1] == ":"
    return opens_list and _COMPILED.search(before) is not None


_STRENGTH = re.compile(
    r"(?<!\w)(?:on the (?:strength|basis|evidence|authority|word) of|relying on|drawing on|with reference to|referring to)\Z"
)


def _is_cited(sight: Sight, phrase: Phrase) -> bool:
    words = sight.tree.words
    lead = words[phrase.first - 1].lower if phrase.first else ""
    if lead in CITING:
        return True
    if _STRENGTH.search(_before(sight, phrase)) is not None:
        return True
    return lead in {"on", "upon"} and phrase.first > 1 and words[phrase.first - 2].lower in _RESTING


def _quoting(sight: Sight, verb: int, outlet: str | None) -> Attribution | None:
    """Who quotes: `Harbour Wire quoted a diplomat as saying`, `Harbour Wire, which cited two officials`."""
    if sight.tree.words[verb].lower not in CITING:
        return None
    own = sight.tree.kid(verb, "nsubj")
    phrase = phrase_at(sight.phrases, own.i if own is not None else verb - 1)
    if phrase is None or phrase.nature is Nature.PRONOUN or phrase.last >= verb:
        return None
    return as_outer(speaker_of(sight, phrase), outlet)


def _unnamed(sight: Sight) -> Iterator[Speech]:
    """`for what has been known`, `from what was learned`: a source that is not named."""
    start, end = whole(sight)
    match = _KNOWN.search(sight.scene.text, start, end)
    if match:
        who = Attribution(
            text=match["who"], start=match.start("who"), end=match.end("who"), type=SpeakerType.UNSPECIFIED
        )
        yield Speech(who, start, end, sight.index, start, 1)


def with_hearer(speech: Speech, heard: Attribution | None) -> Speech:
    """A speech with the outlet it was given to, where it has none of its own."""
    if heard is None or speech.outer is not None or heard.start == speech.speaker.start:
        return speech
    return replace(speech, outer=heard)
