"""Which verbs say something, and who may be their subject."""

from __future__ import annotations

import re

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import OUTLET_NAME, SOURCES, is_own, is_self, kind_of, kind_of_words
from overflight.documents.voices.speaker import can_speak
from overflight.records.claim import SpeakerType

PLAIN = frozenset(
    wordlist("""say tell write claim reveal confirm announce declare allege insist recall explain argue deny acknowledge admit
    testify maintain assert boast concede confide relate recount tweet reply respond remark contend affirm warn remember
    inform notify assure swear vow recollect reiterate describe confess repeat""")
)
"""Verbs that only speakers have."""
SHOWING = frozenset(
    wordlist("""show indicate record hold list log register count charge detail document publish catch spot track
    identify uncover expose detect trace put see photograph picture rule know break reflect attest prove demonstrate
    corroborate specify have list watch name read receive obtain""")
)
"""Verbs of saying only where their subject is a source (data show, a report details)."""
_HEARING = frozenset(wordlist("learn understand"))
"""Verbs by which a page or an outlet gives what it has heard (`this newspaper has learned`)."""
_OTHER = frozenset(
    wordlist("""report add state find estimate note disclose suggest assess believe suspect think conclude accuse reckon fear
    cite observe stress underline hint dispute reject dismiss refute post calculate judge infer consider deem
    establish ascertain determine notice worry caution complain counter retort mention speculate guess volunteer predict
    stipulate quip shrug murmur mutter whisper scoff laugh joke opine emphasise emphasize signal""")
)
SAYING = form_index(PLAIN | SHOWING | _HEARING | _OTHER) | {"broke": "break", "swore": "swear"}
"""From every form of the verbs of saying to the verb."""

WITH_CONTENT = frozenset(
    wordlist("add find state note observe post consider deem have establish ascertain determine notice receive obtain")
)
"""Verbs that say something only with a clause, a quotation or a noun of knowledge (`added him to the list` does not)."""

CITING = frozenset(wordlist("citing quoting cites quotes cited quoted referencing invoking"))
_NEWS = re.compile(r" (?:\w+ )?broke (?:the|this) (?:story|news)\b")
_KNOWING = re.compile(
    r" (?:(?:has|have|had) )?(?:has|have|had|received|receives|obtained) (?:\w+ ){0,2}"
    r"(?:evidence|proof|testimony|intelligence|reports that|indications?|information|knowledge|reason to believe|grounds|doubt)\b"
    r"| (?:has|have|had) [^.;:]{2,50}? down (?:for|as)\b"
)
_PUT_AT = re.compile(r"\S+ puts? [^.;:]+ at (?:[^a-zA-Z]|a(?:bout|round|t least)|more|over|some|nearly)")
_SPEAKING_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def may_say(sight: Sight, phrase: Phrase, lemma: str, outlet: str | None) -> bool:
    """Whether a phrase may be the subject of a verb of saying; outlet: the page's own name."""
    head = sight.tree.words[phrase.head]
    text = sight.text(phrase.first, phrase.last)
    if lemma in _HEARING:
        return is_self(text) or is_own(text, outlet) or (head.is_name and OUTLET_NAME.search(text) is not None)
    if phrase.nature is Nature.PRONOUN:
        return lemma not in SHOWING and head.lower in _SPEAKING_PRONOUNS
    if lemma == "put":
        return _puts_it(sight, phrase) or (
            kind_of(head.lower) is not None and _PUT_AT.match(sight.text(phrase.last, -1)) is not None
        )
    if lemma == "break":
        return can_speak(sight, phrase) and _NEWS.match(sight.scene.text, sight.tree.words[phrase.last].end) is not None
    if (
        lemma in {"have", "receive", "obtain"}
        and _KNOWING.match(sight.scene.text, sight.tree.words[phrase.last].end) is not None
    ):
        return can_speak(sight, phrase, plainly=True)
    if lemma in SHOWING:
        kinds = _kinds_shown(sight, phrase, lemma)
        return kind_of(head.lower) in kinds or kind_of_words(text) in SOURCES or OUTLET_NAME.search(text) is not None
    return can_speak(sight, phrase, plainly=lemma in PLAIN)


def _kinds_shown(sight: Sight, phrase: Phrase, lemma: str) -> frozenset[SpeakerType]:
    """The sorts of source that show things; people without a name see and spot them, and show what `that` follows."""
    behind = [w.lower for w in sight.tree.words[phrase.last + 1 : phrase.last + 4]]
    return (
        SOURCES | {SpeakerType.ANONYMOUS, SpeakerType.UNSPECIFIED}
        if "that" in behind or lemma in _WITNESSING
        else SOURCES
    )


_WITNESSING = frozenset(wordlist("see watch spot photograph picture count track identify name"))


def is_as(sight: Sight, phrase: Phrase) -> bool:
    """`as Dubov tells it`, `as the diplomat put it`."""
    return bool(phrase.first) and sight.tree.words[phrase.first - 1].lower == "as"


_WAYS_OF_PUTTING = (["differently"], ["bluntly"], ["simply"], ["this"], ["like"], ["another"], ["plainly"], ["mildly"])


def _puts_it(sight: Sight, phrase: Phrase) -> bool:
    """`as the diplomat put it`: a way of saying, whoever it is."""
    behind = sight.tree.words[phrase.last + 1 : phrase.last + 7]
    at = next((k for k, w in enumerate(behind) if w.lower in {"put", "puts"}), None)
    if at is None or [w.lower for w in behind[at + 1 : at + 2]] != ["it"]:
        return is_as(sight, phrase) and [w.lower for w in behind[1:2]] == ["it"]
    return is_as(sight, phrase) or [w.lower for w in behind[at + 2 : at + 3]][:1] in _WAYS_OF_PUTTING
