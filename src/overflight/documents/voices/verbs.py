"""Verbs of saying with their subject: `X said that …`, `…, said X`, `X was told by Y`, `as X put it`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames.clauses import Clause, clause_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist
from overflight.documents.voices.kinds import OUTLET_NAME, SOURCES, is_own, is_self, kind_of
from overflight.documents.voices.speaker import (
    can_speak,
    hearer,
    is_surname,
    known_through,
    named_apposition,
    speaker_of,
    speaker_type,
)
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.stretch import Span, has_content, is_backward, said_by, whole
from overflight.records.claim import Attribution, SpeakerType

_PLAIN = frozenset(
    wordlist("""say tell write claim reveal confirm announce declare allege insist recall explain argue deny acknowledge admit
    testify maintain assert boast concede confide relate recount tweet reply respond remark contend affirm warn remember
    inform notify assure swear vow recollect reiterate describe""")
)
"""Verbs that only speakers have."""
_SHOWING = frozenset(
    wordlist("""show indicate record hold list log register count charge detail document publish catch spot track
    identify uncover expose detect trace put see photograph picture rule know break reflect attest prove demonstrate
    corroborate specify have list watch name""")
)
"""Verbs of saying only where their subject is a source (data show, a report details)."""
_HEARING = frozenset(wordlist("learn understand"))
"""Verbs by which a page or an outlet gives what it has heard (`this newspaper has learned`)."""
_OTHER = frozenset(
    wordlist("""report add state find estimate note disclose suggest assess believe suspect think conclude accuse reckon fear
    cite observe stress underline hint dispute reject dismiss refute post calculate judge infer repeat consider deem""")
)
SAYING = form_index(_PLAIN | _SHOWING | _HEARING | _OTHER) | {"broke": "break", "swore": "swear"}
"""From every form of the verbs of saying to the verb."""

_WITH_CONTENT = frozenset(wordlist("add find state note observe post consider deem have"))
"""Verbs that say something only with a clause, a quotation or a noun of knowledge (`added him to the list` does not)."""

CITING = frozenset(wordlist("citing quoting cites quotes cited quoted referencing invoking"))
_UNSPOKEN = frozenset({"amod", "compound", "aux"})
_TAKEN_OVER = frozenset(wordlist("conj parataxis ROOT acl:relcl ccomp acl dep advcl"))
"""Relations under which a verb of saying may take its subject from another clause."""
_NEWS = re.compile(r" (?:\w+ )?broke (?:the|this) (?:story|news)\b")
_KNOWING = re.compile(
    r" (?:has|have|had) (?:\w+ ){0,2}(?:evidence|proof|indications?|information|knowledge|reason to believe|grounds|doubt)\b"
    r"| (?:has|have|had) [^.;:]{2,50}? down (?:for|as)\b"
)
_PUT_AT = re.compile(r"\S+ puts? [^.;:]+ at (?:[^a-zA-Z]|a(?:bout|round|t least)|more|over|some|nearly)")
_SPEAKING_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})


def by_verb(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    """The acts of saying that verbs tell of; outlet: the page's own name."""
    for word in sight.tree.words:
        lemma = SAYING.get(word.lower)
        if lemma is None or word.lower in CITING or (word.i and is_surname(sight.tree.words[word.i - 1], word)):
            continue
        if _is_verb(sight, word):
            speech = _spoken(sight, word, lemma, outlet)
        else:
            speech = _at_end(sight, word, lemma, outlet) or _before_that(sight, word, lemma)
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
    is_source = lemma != "add" and kind_of(sight.tree.words[phrase.head].lower) in SOURCES
    if lemma in _WITH_CONTENT and not (stands_behind or is_source or has_content(sight, word.i, phrase)):
        return None
    span = whole(sight) if stands_behind or lemma == "put" or _is_as(sight, phrase) else said_by(sight, word.i, phrase)
    if span is None:
        return None
    speech = _speech(sight, word, lemma, phrase, span, outlet)
    return replace(
        speech,
        is_backward=not _is_as(sight, phrase) and is_backward(sight, word.i, lemma, is_passive=clause.is_passive),
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
        depth=-1 if span == whole(sight) else _depth(sight.tree, word.i, phrase),
        lemma=lemma,
        outer=_told(sight, word.i, lemma, outlet) or known_through(sight, phrase, outlet),
        pronoun=head if phrase.nature is Nature.PRONOUN else "",
    )


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
    first = comma + 2 if comma is not None and words[comma + 1].lower == "as" else (comma or 0) + 1
    phrase = next((p for p in sight.phrases if comma is not None and p.first == first), None)
    if phrase is None or phrase.head == word.i or not _may_say(sight, phrase, lemma, outlet):
        return None
    return _speech(sight, word, lemma, phrase, whole(sight), outlet)


_NOUNS_TOO = frozenset(
    wordlist("reports claims records charges estimates documents notes states counts rules lists logs posts fears")
)
"""Forms that are nouns as often as verbs (`earlier reports that …`)."""


def _is_before(words: Sequence[Word], i: int, text: str) -> bool:
    return i + 1 < len(words) and words[i + 1].lower == text


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _before_that(sight: Sight, word: Word, lemma: str) -> Speech | None:
    """`A rival swears that …`, where the tree takes the verb for a noun: nothing but a noun phrase before it, `that` behind."""
    words = sight.tree.words
    is_form = word.tag in {"NN", "NNS"} and word.lower.endswith("s") and _is_before(words, word.i, "that")
    first = max((k + 1 for k in range(word.i) if words[k].text in {",", ";", ":", "“", '"', "(", "—", "–"}), default=0)
    before = words[first : word.i]
    if not is_form or not before or lemma in _WITH_CONTENT or any(w.tag in _FINITE for w in before):
        return None
    phrase = next((p for p in sight.phrases if p.first >= first), None)
    if (
        phrase is None
        or phrase.preposition
        or phrase.first >= word.i
        or words[word.i - 1].tag in {"DT", "JJ", "VBN", "PRP$"}
    ):
        return None
    head = replace(phrase, last=min(phrase.last, word.i - 1), head=min(phrase.head, word.i - 1))
    start, end = words[phrase.first].start, words[word.i - 1].end
    text = sight.scene.text[start:end]
    if lemma in _SHOWING and kind_of(words[head.head].lower) not in SOURCES:
        return None
    speaker = Attribution(text=text, start=start, end=end, type=speaker_type(sight, head, text), norm=phrase.norm)
    return Speech(speaker, word.end, whole(sight)[1], sight.index, word.start, 0, lemma)


def _may_say(sight: Sight, phrase: Phrase, lemma: str, outlet: str | None) -> bool:
    head = sight.tree.words[phrase.head]
    text = sight.text(phrase.first, phrase.last)
    if lemma in _HEARING:
        return is_self(text) or is_own(text, outlet) or (head.is_name and OUTLET_NAME.search(text) is not None)
    if phrase.nature is Nature.PRONOUN:
        return lemma not in _SHOWING and head.lower in _SPEAKING_PRONOUNS
    if lemma == "put":
        return _puts_it(sight, phrase) or (
            kind_of(head.lower) is not None and _PUT_AT.match(sight.text(phrase.last, -1)) is not None
        )
    if lemma == "break":
        return can_speak(sight, phrase) and _NEWS.match(sight.scene.text, sight.tree.words[phrase.last].end) is not None
    if lemma == "have" and _KNOWING.match(sight.scene.text, sight.tree.words[phrase.last].end) is not None:
        return can_speak(sight, phrase, plainly=True)
    if lemma in _SHOWING:
        return kind_of(head.lower) in _kinds_shown(sight, phrase, lemma) or OUTLET_NAME.search(text) is not None
    return can_speak(sight, phrase, plainly=lemma in _PLAIN)


def _kinds_shown(sight: Sight, phrase: Phrase, lemma: str) -> frozenset[SpeakerType]:
    """The sorts of source that show things; people without a name see and spot them, and show what `that` follows."""
    behind = [w.lower for w in sight.tree.words[phrase.last + 1 : phrase.last + 4]]
    return SOURCES | {SpeakerType.ANONYMOUS} if "that" in behind or lemma in _WITNESSING else SOURCES


_WITNESSING = frozenset(wordlist("see watch spot photograph picture count track identify name"))


def _is_as(sight: Sight, phrase: Phrase) -> bool:
    """`as Dubov tells it`, `as the diplomat put it`."""
    return bool(phrase.first) and sight.tree.words[phrase.first - 1].lower == "as"


def _puts_it(sight: Sight, phrase: Phrase) -> bool:
    """`as the diplomat put it`: a way of saying, whoever it is."""
    words = sight.tree.words
    return _is_as(sight, phrase) and [w.lower for w in words[phrase.last + 2 : phrase.last + 3]] == ["it"]


def _told(sight: Sight, verb: int, lemma: str, outlet: str | None) -> Attribution | None:
    """To whom it was said, where that is another outlet: `told La Bitácora that …`."""
    if lemma not in {"tell", "inform", "notify"}:
        return None
    phrase = next((p for p in sight.phrases if p.first == verb + 1), None)
    return hearer(sight, phrase, outlet) if phrase is not None else None
