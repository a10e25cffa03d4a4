"""Who says so: from the outermost to the innermost speaker, within the sentence and carried through the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from overflight.documents.frames.clauses import clause_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index, noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Attribution, SpeakerType

_SAY = form_index(
    wordlist("""say tell report write claim add reveal confirm state find estimate announce declare allege note
    disclose argue insist
    recall explain describe suggest show indicate record assess believe suspect think conclude deny acknowledge admit testify
    warn maintain assert charge accuse reckon fear document detail publish cite hold know count relate recount observe stress
    underline remark contend affirm hint dispute reject post tweet reply respond register log list catch spot track identify
    uncover expose detect trace confide concede boast rule put see photograph picture calculate""")
)  # fmt: skip
"""From every form of the verbs of saying to the verb."""

_STATIVE = frozenset(
    wordlist("""show indicate record hold list log register count describe charge detail document publish know catch spot track
    identify uncover expose detect trace put see photograph picture rule""")
)  # fmt: skip
"""Verbs of saying only where their subject is a source (data show, a report details)."""

_ACCORDING = re.compile(
    r"(?:according to|as per|in the words of|on the word of|as reported by|as told to|per)\Z", re.IGNORECASE
)
_CITING = frozenset({"citing", "quoting", "cites", "quotes", "cited", "quoted", "referencing", "invoking"})
_SEEN_BY = frozenset(
    wordlist("""seen reviewed obtained cited published viewed collected shared compiled examined analysed analyzed released
issued consulted gathered provided""")
)

_TYPE_WORDS: tuple[tuple[SpeakerType, str], ...] = (
    (SpeakerType.SELF, "version entry bulletin"),
    (SpeakerType.IMAGERY, "image images imagery photograph photographs photo photos footage video videos picture pictures"),
    (SpeakerType.DATASET, "data records logs archive database traces tracks tracking track trace log dataset transponder "
        "signals feed"),
    (SpeakerType.DOCUMENT, "document documents manifest letter list form contract waybill invoice memo cable file files "
        "certificate documentation indictment paperwork note papers correspondence dossier filing"),
    (SpeakerType.OUTLET, "newspaper magazine agency outlet website site blog newsletter broadcaster daily paper weekly "
        "channel station media portal investigation journal press journalists reporters television wire"),
    (SpeakerType.REPORT, "report study analysis survey briefing inquiry panel"),
    (SpeakerType.NGO, "observatory committee watchdog ngo charity group association centre center institute monitor "
        "activists network union organisation organization campaigners foundation"),
    (SpeakerType.ANONYMOUS, "source sources official officials diplomat diplomats witness witnesses insider insiders employee "
        "employees agent worker workers officer officers resident residents soldiers pilots contacts "
        "contact staff engineer engineers mechanic mechanics loader loaders handler handlers informant "
        "informants defector defectors fighter fighters people person one man woman analyst executive "
        "dispatcher guard guards villager villagers driver trader porter controller spotter spotters"),
    (SpeakerType.OFFICIAL, "ministry minister government treasury police prosecutor prosecutors court embassy army military "
        "navy administration department office authorities authority customs spokesman spokeswoman "
        "spokesperson intelligence parliament council commission inspectors junta regime ambassador "
        "president state country"),
    (SpeakerType.UNSPECIFIED, "information known reports rumours rumors accounts"),
)  # fmt: skip
_TYPES = {word: kind for kind, text in _TYPE_WORDS for word in text.split()}
_OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Weekly|Daily|Gazette|Herald|Tribune|Journal|Wire|Agency|Press|Brief|Observer|Guardian|Mirror|Chronicle|Ledger|"
    r"Sentinel|Monitor|Telegraph|Review|Bulletin|Courier|Reuters|AFP|TASS|Xinhua|Bloomberg|Radio|TV|Television|Magazine|Standard|Dispatch|Today|Insider|Irrawaddy|Watch|Bitácora)\b"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying in a sentence: who, and which stretch of the text is theirs; depth counts from the outside.

    lemma: the verb of saying, empty for `according to`. is_backward: it confirms the sentence before (`X writes it`).
    """

    speaker: Attribution
    start: int
    end: int
    sentence: int
    at: int
    depth: int
    lemma: str = ""
    outer: Attribution | None = None
    is_backward: bool = False
    pronoun: str = ""


_KNOWN = re.compile(
    r"(?<!\w)(?:[Ff]or|[Ff]rom|[Bb]y|[Gg]oing by|[Aa]ccording to) (?P<who>what (?:has been|"
    r"have been|is|was|has|we know|could be) ?(?:known|learned|learnt|reported|said|heard|gathered|"
    r"established)?)"
)


def speeches_of(sight: Sight, outlet: str | None) -> tuple[Speech, ...]:
    """The acts of saying in a sentence; outlet: the page's own name, which is never listed."""
    found = [*_by_verb(sight, outlet), *_by_preposition(sight, outlet), *_by_phrase(sight)]
    return tuple(sorted(found, key=lambda s: (s.depth, s.at)))


def _by_phrase(sight: Sight) -> Iterator[Speech]:
    """`for what has been known`, `it has been learned that`: a source that is not named."""
    words = sight.tree.words
    start, end = words[0].start, words[-1].end
    match = _KNOWN.search(sight.scene.text, start, end)
    if match:
        speaker = Attribution(
            text=match["who"], start=match.start("who"), end=match.end("who"), type=SpeakerType.UNSPECIFIED
        )
        yield Speech(speaker, start, end, sight.index, start, 1)


def _by_verb(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    words = sight.tree.words
    for word in words:
        lemma = _SAY.get(word.lower)
        if lemma is None or not word.is_verb or word.dep in {"amod", "compound", "aux"} or word.lower in _CITING:
            continue
        clause = clause_of(sight.tree, sight.phrases, word.i, lemma)
        if clause.is_passive and lemma in _STATIVE:
            continue
        phrase = clause.subject
        by = next((p for p in clause.complements if p.preposition == "by" and p.first > word.i), None)
        if clause.is_passive and (clause.auxiliaries or by is not None):
            phrase = by
        if (word.tag == "VBG" and not clause.auxiliaries) or (clause.auxiliaries[:1] == ("to",)):
            continue
        if phrase is None or (
            not clause.subject_is_own
            and word.dep not in {"conj", "parataxis", "ROOT", "acl:relcl", "ccomp", "acl", "dep", "advcl"}
        ):
            continue
        tail = _tail_speaker(sight, word.i, lemma) if not clause.subject_is_own else None
        phrase = _named_apposition(sight, tail or phrase)
        if not _can_speak(sight, phrase, lemma):
            continue
        is_whole = lemma == "put" or tail is not None
        scope = (words[0].start, words[-1].end) if is_whole else _scope(sight, word.i, phrase)
        if scope is None:
            continue
        speaker = speaker_of(sight, phrase)
        if is_own(speaker.text, outlet):
            speaker = replace(speaker, type=SpeakerType.SELF)
        depth = sum(1 for w in sight.tree.up(word.i) if _SAY.get(w.lower) and w.is_verb)
        if scope == (words[0].start, words[-1].end):
            depth = -1
        outer = _told(sight, word.i, lemma, outlet) or _seen_by(sight, phrase, outlet)
        yield Speech(
            speaker, *scope, sight.index, word.start, depth, lemma, outer,
            lemma != "put" and _is_backward(sight, word.i, clause.is_passive),
            words[phrase.head].lower if phrase.nature is Nature.PRONOUN else "",
        )  # fmt: skip


def _named_apposition(sight: Sight, phrase: Phrase) -> Phrase:
    """The name that a description stands before (`A union leader at the airport, Ramón Iriarte`), else the phrase itself."""
    words = sight.tree.words
    if words[phrase.head].is_name or phrase.nature is Nature.PRONOUN:
        return phrase
    k = phrase_position(sight.phrases, phrase)
    last = phrase.last
    for following in sight.phrases[k + 1 : k + 3]:
        gap = [w.lower for w in words[last + 1 : following.first]]
        if gap == [","] and following.nature is Nature.PERSON and not following.preposition:
            return following
        if gap not in (["of"], ["for"], ["at"], ["in"]):
            break
        last = following.last
    return phrase


_THAT = frozenset({"it", "that", "this", "these", "those", "so"})
_NEWS = frozenset(
    wordlist("information news account report reports claim claims version story details shipment flight flights visit")
)


def _is_backward(sight: Sight, verb: int, is_passive: bool) -> bool:
    """Whether what is said is a `that` or `this information` of the sentence before."""
    tree = sight.tree
    said = tree.kid(verb, "nsubj:pass") if is_passive else tree.kid(verb, "obj")
    if said is None or tree.kid(verb, "ccomp") is not None:
        return False
    if said.lower in _THAT:
        return True
    return (
        said.lower in _NEWS
        and any(w.lower in {"that", "this", "these", "the"} for w in tree.kids(said.i, "det"))
        and _SAY.get(tree.words[verb].lower) == "confirm"
    )


def _tail_speaker(sight: Sight, verb: int, lemma: str) -> Phrase | None:
    """Who speaks at the end of a sentence: `…, an official briefed on the matter told X.`"""
    words = sight.tree.words
    comma = next((k for k in range(verb - 1, 0, -1) if words[k].text in {",", "”"}), None)
    if comma is None or words[verb].tag not in {"VBD", "VBP", "VBZ"} or lemma in _STATIVE:
        return None
    after = {w.lower for w in words[verb + 1 :]}
    phrase = next((p for p in sight.phrases if p.first == comma + 1 and not p.preposition), None)
    if phrase is None or after & {"that", "who", "which", ","} or len(words) - verb > 9:
        return None
    return phrase if phrase.nature in {Nature.PEOPLE, Nature.PERSON, Nature.SOURCE, Nature.ORGANISATION} else None


def _puts_it(sight: Sight, phrase: Phrase) -> bool:
    """`as the diplomat put it`: a way of saying, whoever it is."""
    words = sight.tree.words
    is_led = bool(phrase.first) and words[phrase.first - 1].lower == "as"
    return is_led and [w.lower for w in words[phrase.last + 2 : phrase.last + 3]] == ["it"]


def _can_speak(sight: Sight, phrase: Phrase, lemma: str) -> bool:
    head = sight.tree.words[phrase.head]
    if phrase.nature is Nature.PRONOUN:
        return lemma not in _STATIVE and head.lower in {"it", "he", "she", "they", "we", "i"}
    kind = _TYPES.get(head.lower) or _TYPES.get(noun_base(head.lower))
    if lemma == "put" and _puts_it(sight, phrase):
        return True
    if lemma in _STATIVE:
        return kind in _SOURCES or _OUTLET_NAME.search(sight.text(phrase.first, phrase.last)) is not None
    speaks = {
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
    return (
        phrase.nature in speaks
        or kind is not None
        or head.is_name
        or head.lower.endswith(("ers", "ors", "ists", "ants"))
    )


_SOURCES = frozenset(
    {
        SpeakerType.IMAGERY,
        SpeakerType.DATASET,
        SpeakerType.DOCUMENT,
        SpeakerType.OUTLET,
        SpeakerType.REPORT,
        SpeakerType.NGO,
    }
)


def _scope(sight: Sight, verb: int, subject: Phrase) -> tuple[int, int] | None:
    """The stretch that is said: what follows the verb, or the whole sentence where the speaker stands behind it."""
    words = sight.tree.words
    first, last = words[0].start, words[-1].end
    following = words[verb + 1] if verb + 1 < len(words) else None
    heard = next((p for p in sight.phrases if p.first == verb + 1), None)
    if heard is not None and words[verb].lower in {"told", "tells", "tell"} and heard.last + 1 < len(words):
        following = words[heard.last + 1]
    closed = (
        following is None
        or following.text in {".", ",", ";", "”", '"', ")", "“", "’"}
        or following.lower
        in {"as", "after", "on", "in", "this", "last", "earlier", "to", "yesterday", "today", "late", "at"}
    )
    content_before = next((w for w in sight.tree.kids(verb, "ccomp", "parataxis") if w.i < subject.first), None)
    comma_before = subject.first > 0 and words[subject.first - 1].text in {",", "”", '"', "“", "–", "—"}
    is_tail = words[verb].dep == "parataxis" and words[verb].head < verb
    says_that = sight.tree.kid(verb, "ccomp", "xcomp", "obj")
    if (
        subject.first > verb
        or content_before is not None
        or (is_tail and comma_before)
        or (comma_before and closed and (says_that is None or says_that.i < verb))
    ):
        return first, last
    if following is None or (following.text == "." and says_that is None):
        return (first, words[subject.first].start) if subject.first > 1 else None
    return words[verb].end, last


def _told(sight: Sight, verb: int, lemma: str, outlet: str | None) -> Attribution | None:
    """To whom it was said, where that is another outlet: `told La Bitácora that …`."""
    if lemma != "tell":
        return None
    phrase = next((p for p in sight.phrases if p.first == verb + 1), None)
    if phrase is None or phrase.nature is Nature.PRONOUN:
        return None
    heard = speaker_of(sight, phrase)
    words = heard.text.casefold()
    if (
        heard.type is not SpeakerType.OUTLET
        and not _OUTLET_NAME.search(heard.text)
        and not sight.tree.words[phrase.head].is_name
    ):
        return None
    if is_own(words, outlet) or words.startswith(("this ", "a ")):
        return None
    return replace(heard, type=SpeakerType.OUTLET)


def is_own(name: str, outlet: str | None) -> bool:
    """Whether a name is the page's own outlet (`Meridian` for Meridian Wire)."""
    if not outlet:
        return False
    own = outlet.casefold().removeprefix("the ")
    told = name.casefold().removeprefix("the ")
    acronym = "".join(word[0] for word in own.split() if word[0].isalpha())
    return bool(told) and (told in own or own in told or (len(told) > 2 and told == acronym))


def _by_preposition(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    words = sight.tree.words
    first, last = words[0].start, words[-1].end
    for phrase in sight.phrases:
        before = sight.scene.text[words[0].start : words[phrase.first].start].rstrip()
        lead = words[phrase.first - 1].lower if phrase.first else ""
        if _ACCORDING.search(before) and phrase.preposition in {"according to", "to", "per", "of", "by"}:
            speaker = speaker_of(sight, phrase)
            yield Speech(
                speaker, first, last, sight.index, words[phrase.first].start, 1, outer=_seen_by(sight, phrase, outlet)
            )
        elif lead in _CITING or (
            lead in {"on", "upon"}
            and phrase.first > 1
            and words[phrase.first - 2].lower in {"leans", "relies", "based", "rests", "drawing", "draws"}
        ):
            speaker = speaker_of(sight, phrase)
            if speaker.type not in {SpeakerType.SELF, SpeakerType.UNSPECIFIED}:
                outer = _quoting(sight, phrase.first - 1, outlet) if lead in _CITING else None
                yield Speech(speaker, first, last, sight.index, words[phrase.first].start, 2, outer=outer)


def _quoting(sight: Sight, verb: int, outlet: str | None) -> Attribution | None:
    """Who quotes: `Harbour Wire quoted a diplomat as saying`."""
    own = sight.tree.kid(verb, "nsubj")
    phrase = next((p for p in sight.phrases if own is not None and p.first <= own.i <= p.last), None)
    if phrase is None or phrase.nature is Nature.PRONOUN or phrase.last >= verb:
        return None
    speaker = speaker_of(sight, phrase)
    return None if is_own(speaker.text, outlet) else speaker


def _seen_by(sight: Sight, phrase: Phrase, outlet: str | None) -> Attribution | None:
    """The outlet through which a source is known: `data seen by the Asia Times`, `an employee quoted by …`."""
    k = phrase_position(sight.phrases, phrase)
    for following in sight.phrases[k + 1 : k + 3]:
        gap = [w.lower for w in sight.tree.words[phrase.last + 1 : following.first]]
        if following.preposition == "by" and any(g in _SEEN_BY | {"quoted"} for g in gap):
            speaker = speaker_of(sight, following)
            return None if is_own(speaker.text, outlet) or speaker.text.casefold().startswith("this ") else speaker
        if following.preposition != "of":
            return None
    return None


def speaker_of(sight: Sight, phrase: Phrase) -> Attribution:
    """A phrase as a speaker: its words with `of …` and `by …`, and what sort of source it is."""
    tree = sight.tree
    last = phrase.last
    k = phrase_position(sight.phrases, phrase)
    for following in sight.phrases[k + 1 : k + 3]:
        gap = [w.lower for w in tree.words[last + 1 : following.first]]
        if (
            gap in (["of"], ["by"], ["in"], ["at"], ["from"])
            and following.nature is not Nature.TIME
            and phrase.nature is not Nature.PERSON
        ):
            last = following.last
        else:
            break
    start, end = tree.words[phrase.first].start, tree.words[last].end
    text = sight.scene.text[start:end]
    return Attribution(text=text, start=start, end=end, type=speaker_type(sight, phrase, text), norm=phrase.norm)


def speaker_type(sight: Sight, phrase: Phrase, text: str) -> SpeakerType:
    """What sort of source a speaker is."""
    head = sight.tree.words[phrase.head]
    lower = head.lower
    if text.casefold().startswith(("this site", "this newspaper", "this blog", "our ", "we", "an earlier version")):
        return SpeakerType.SELF
    if _OUTLET_NAME.search(text) and head.is_name:
        return SpeakerType.OUTLET
    if re.search(r"\b(?:newspaper|magazine|news outlet|agency|website|blog|daily)\b", text) and not re.search(
        r"\b(?:sources|officials?)\b", text
    ):
        return SpeakerType.OUTLET
    kind = _TYPES.get(lower) or _TYPES.get(noun_base(lower))
    if phrase.nature is Nature.PERSON:
        return SpeakerType.NAMED
    if kind is not None and not (head.is_name and kind in {SpeakerType.ANONYMOUS}):
        return kind
    if phrase.nature in {Nature.GOVERNMENT, Nature.FORCE, Nature.PLACE}:
        return SpeakerType.OFFICIAL
    if phrase.nature in {Nature.ORGANISATION, Nature.OPERATOR}:
        return SpeakerType.NAMED
    if phrase.nature in {Nature.PEOPLE, Nature.VICTIMS}:
        return SpeakerType.ANONYMOUS
    return SpeakerType.NAMED if head.is_name else SpeakerType.UNSPECIFIED


def type_of_words(text: str) -> SpeakerType | None:
    """The sort of source that some words name, by the last of them that tells."""
    lowers = [w.strip(".,;()").lower() for w in text.split()]
    if "confidential" in lowers or "anonymous" in lowers:
        return SpeakerType.ANONYMOUS
    kinds = [_TYPES.get(w) or _TYPES.get(noun_base(w)) for w in lowers]
    return next((k for k in reversed(kinds) if k is not None), None)


def chain_at(speeches: Sequence[Speech], start: int, end: int) -> tuple[Attribution, ...]:
    """The speakers of a claim that lies at start..end, from the outermost to the innermost."""
    return chain_of([s for s in speeches if not s.is_backward and _covers(s, start, end)])


def _covers(speech: Speech, start: int, end: int) -> bool:
    return speech.start <= (start + end) // 2 < speech.end or (speech.start <= start and end <= speech.end)


def chain_of(speeches: Sequence[Speech]) -> tuple[Attribution, ...]:
    """The speakers of some acts of saying: outlets and reports first, then as they are nested."""
    chain: list[Attribution] = []
    for speech in sorted(speeches, key=lambda s: (s.depth, s.at)):
        for speaker in (speech.outer, speech.speaker):
            if speaker is not None and all(speaker.start != c.start for c in chain):
                chain.append(speaker)
    return tuple(sorted(chain, key=lambda a: a.type not in {SpeakerType.OUTLET, SpeakerType.REPORT}))
