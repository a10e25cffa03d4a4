"""Who says so: from the outermost to the innermost speaker, within the sentence and carried through the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from overflight.documents.frames.clauses import clause_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index, noun_base
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.records.claim import Attribution, SpeakerType

_SAY = form_index(
    [
        "say",
        "tell",
        "report",
        "write",
        "claim",
        "add",
        "reveal",
        "confirm",
        "state",
        "find",
        "estimate",
        "announce",
        "declare",
        "allege",
        "note",
        "disclose",
        "argue",
        "insist",
        "recall",
        "explain",
        "describe",
        "suggest",
        "show",
        "indicate",
        "record",
        "assess",
        "believe",
        "suspect",
        "think",
        "conclude",
        "deny",
        "acknowledge",
        "admit",
        "testify",
        "warn",
        "maintain",
        "assert",
        "charge",
        "accuse",
        "reckon",
        "fear",
        "document",
        "detail",
        "publish",
        "cite",
        "hold",
        "estimate",
        "know",
        "count",
        "relate",
        "recount",
        "observe",
        "stress",
        "underline",
        "remark",
        "contend",
        "affirm",
        "hint",
        "dispute",
        "reject",
        "post",
        "tweet",
        "reply",
        "respond",
        "register",
        "log",
        "list",
    ]
)
_STATIVE = frozenset(
    [
        "show",
        "indicate",
        "record",
        "hold",
        "list",
        "log",
        "register",
        "count",
        "find",
        "describe",
        "charge",
        "detail",
        "document",
        "publish",
        "know",
    ]
)
"""Verbs of saying only where their subject is a source (data show, a report details)."""

_ACCORDING = re.compile(
    r"(?:according to|as per|in the words of|on the word of|as reported by|as told to|per)\Z", re.IGNORECASE
)
_CITING = frozenset({"citing", "quoting", "cites", "quotes", "cited", "quoted", "referencing", "invoking"})
_SEEN_BY = frozenset(
    {
        "seen",
        "reviewed",
        "obtained",
        "cited",
        "published",
        "viewed",
        "collected",
        "shared",
        "compiled",
        "examined",
        "analysed",
        "analyzed",
        "released",
        "issued",
        "consulted",
        "gathered",
        "provided",
    }
)

_TYPE_WORDS: tuple[tuple[SpeakerType, str], ...] = (
    (SpeakerType.SELF, "this"),
    (SpeakerType.IMAGERY, "image images imagery photograph photographs photo photos footage video videos picture pictures"),
    (SpeakerType.DATASET, "data records logs archive database traces tracks tracking track trace log dataset transponder signals feed"),
    (SpeakerType.DOCUMENT, "document documents manifest letter list form contract waybill invoice memo cable file files certificate documentation indictment paperwork note papers correspondence dossier filing"),
    (SpeakerType.OUTLET, "newspaper magazine agency outlet website site blog newsletter broadcaster daily paper weekly channel station media portal investigation journal press journalists reporters television wire"),
    (SpeakerType.REPORT, "report study analysis survey briefing inquiry panel"),
    (SpeakerType.NGO, "observatory committee watchdog ngo charity group association centre center institute monitor activists network union organisation organization campaigners foundation"),
    (SpeakerType.ANONYMOUS, "source sources official officials diplomat diplomats witness witnesses insider insiders employee employees agent worker workers officer officers resident residents soldiers pilots contacts contact staff engineer engineers mechanic mechanics loader loaders handler handlers informant informants defector defectors fighter fighters people person one man woman analyst executive dispatcher guard guards villager villagers driver trader porter controller spotter spotters"),
    (SpeakerType.OFFICIAL, "ministry minister government treasury police prosecutor prosecutors court embassy army military navy administration department office authorities authority customs spokesman spokeswoman spokesperson intelligence parliament council commission inspectors junta regime ambassador president state country"),
    (SpeakerType.UNSPECIFIED, "information known reports rumours rumors accounts"),
)  # fmt: skip
_TYPES = {word: kind for kind, text in _TYPE_WORDS for word in text.split()}
_OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Weekly|Daily|Gazette|Herald|Tribune|Journal|Wire|Agency|Press|Brief|Observer|Guardian|Mirror|Chronicle|Ledger|"
    r"Sentinel|Monitor|Telegraph|Review|Bulletin|Courier|Reuters|AFP|TASS|Xinhua|Bloomberg|Radio|TV|Television|Magazine|Standard|Dispatch|Today|Insider|Irrawaddy|Watch|Bitácora)\b"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying in a sentence: who, and which stretch of the text is theirs; depth counts from the outside."""

    speaker: Attribution
    start: int
    end: int
    sentence: int
    at: int
    depth: int
    outer: Attribution | None = None
    is_anaphoric: bool = False


def speeches_of(sight: Sight, outlet: str | None) -> tuple[Speech, ...]:
    """The acts of saying in a sentence; outlet: the page's own name, which is never listed."""
    found = [*_by_verb(sight, outlet), *_by_preposition(sight, outlet)]
    return tuple(sorted(found, key=lambda s: (s.depth, s.at)))


def _by_verb(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    words = sight.tree.words
    for word in words:
        lemma = _SAY.get(word.lower)
        if lemma is None or not word.is_verb or word.dep in {"amod", "compound", "aux"}:
            continue
        if word.lower in _CITING:
            continue
        clause = clause_of(sight.tree, sight.phrases, word.i, lemma)
        phrase = clause.subject
        if clause.is_passive:
            phrase = next((p for p in clause.complements if p.preposition == "by" and p.first > word.i), None)
        if word.tag == "VBG" and not clause.auxiliaries:
            continue
        if phrase is None or (
            not clause.subject_is_own and word.dep not in {"conj", "parataxis", "ROOT", "acl:relcl", "ccomp"}
        ):
            continue
        if not _can_speak(sight, phrase, lemma):
            continue
        scope = _scope(sight, word.i, phrase)
        if scope is None:
            continue
        speaker = speaker_of(sight, phrase)
        outer = _told(sight, word.i, lemma, outlet)
        depth = sum(1 for w in sight.tree.up(word.i) if _SAY.get(w.lower) and w.is_verb)
        yield Speech(speaker, *scope, sight.index, word.start, depth, outer)


def _can_speak(sight: Sight, phrase: Phrase, lemma: str) -> bool:
    head = sight.tree.words[phrase.head]
    if phrase.nature is Nature.PRONOUN:
        return lemma not in _STATIVE
    kind = _TYPES.get(head.lower) or _TYPES.get(noun_base(head.lower))
    if lemma in _STATIVE:
        return kind is not None or head.is_name
    return (
        phrase.nature
        in {
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
        or kind is not None
        or head.is_name
    )


def _scope(sight: Sight, verb: int, subject: Phrase) -> tuple[int, int] | None:
    """The stretch that is said: what follows the verb, or all before it where the verb closes the sentence."""
    words = sight.tree.words
    first, last = words[0].start, words[-1].end
    after = [w for w in words[verb + 1 :] if w.text not in {".", ",", "”", '"', "“"}]
    content = sight.tree.kid(verb, "ccomp", "parataxis", "obj", "xcomp", "csubj")
    before_content = next((w for w in sight.tree.kids(verb, "ccomp", "parataxis") if w.i < subject.first), None)
    comma_before = subject.first > 0 and words[subject.first - 1].text in {",", "”", '"', "“"}
    inverted = subject.first > verb
    if (
        (words[verb].dep == "parataxis" and words[verb].head < verb)
        or before_content is not None
        or (comma_before and verb > 3 and not any(w.is_verb for w in after[:6]))
        or inverted
    ):
        return first, last
    if not after and content is None:
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
    return bool(told) and (told in own or own in told)


def _by_preposition(sight: Sight, outlet: str | None) -> Iterator[Speech]:
    words = sight.tree.words
    first, last = words[0].start, words[-1].end
    for phrase in sight.phrases:
        before = sight.scene.text[words[0].start : words[phrase.first].start].rstrip()
        lead = words[phrase.first - 1].lower if phrase.first else ""
        if _ACCORDING.search(before) and phrase.preposition in {"according to", "to", "per", "of", "by"}:
            speaker = speaker_of(sight, phrase)
            yield Speech(
                speaker, first, last, sight.index, words[phrase.first].start, 1, _seen_by(sight, phrase, outlet)
            )
        elif lead in _CITING or (
            lead in {"on", "upon"}
            and phrase.first > 1
            and words[phrase.first - 2].lower in {"leans", "relies", "based", "rests", "drawing", "draws"}
        ):
            speaker = speaker_of(sight, phrase)
            if speaker.type in {
                SpeakerType.DATASET,
                SpeakerType.DOCUMENT,
                SpeakerType.ANONYMOUS,
                SpeakerType.OFFICIAL,
                SpeakerType.OUTLET,
                SpeakerType.REPORT,
                SpeakerType.NGO,
                SpeakerType.NAMED,
                SpeakerType.IMAGERY,
            }:
                yield Speech(speaker, first, last, sight.index, words[phrase.first].start, 2)


def _seen_by(sight: Sight, phrase: Phrase, outlet: str | None) -> Attribution | None:
    """The outlet through which a source is known: `data seen by the Asia Times`, `an employee quoted by …`."""
    k = next(n for n, p in enumerate(sight.phrases) if p.first == phrase.first)
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
    k = next(n for n, p in enumerate(sight.phrases) if p.first == phrase.first)
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


def chain_at(speeches: Sequence[Speech], start: int, end: int) -> tuple[Attribution, ...]:
    """The speakers of a claim that lies at start..end, from the outermost to the innermost."""
    middle = (start + end) // 2
    covering = [s for s in speeches if s.start <= middle < s.end or (s.start <= start and end <= s.end)]
    chain: list[Attribution] = []
    for speech in sorted(covering, key=lambda s: (s.depth, s.at)):
        for speaker in (speech.outer, speech.speaker):
            if speaker is not None and all(speaker.start != c.start for c in chain):
                chain.append(speaker)
    return tuple(sorted(chain, key=lambda a: a.type not in {SpeakerType.OUTLET, SpeakerType.REPORT}))
