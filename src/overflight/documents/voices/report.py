"""Whose words a claim is: the speakers of its sentence, of its quotation, or those that the paragraph carries on to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from overflight.documents.footnotes import Footnotes
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.tree import Word
from overflight.documents.languages import LanguageTable
from overflight.documents.sentences import Sentence
from overflight.documents.voices.kinds import kind_of_words
from overflight.documents.voices.listener import Listener
from overflight.documents.voices.pronouns import Named, candidates
from overflight.documents.voices.quotation import Quotations
from overflight.documents.voices.saying import SHOWING
from overflight.documents.voices.sentence import INSIDERS, is_insider, settled_by, speeches_of, with_last
from overflight.documents.voices.speech import Speech, chain_of
from overflight.documents.voices.table_speakers import names_nobody, person_before, source_in
from overflight.documents.voices.tables import speeches_in
from overflight.documents.voices.turns import Turns
from overflight.records.claim import Attribution, ClaimKind, Filler, Polarity, SpeakerType

_CARRIED = frozenset({ClaimKind.FLIGHT, ClaimKind.TRANSFER, ClaimKind.VISIT, ClaimKind.MANUFACTURE})
"""Kinds that keep the speaker of the sentence before; designations and offices are mostly the writer's own background."""

_TELLING = frozenset({"reveal", "detail", "document", "expose", "describe", "uncover"})
"""Verbs by which a report is introduced whose content the next paragraph gives."""

SPEECH_MODALITY = {
    "claim": "alleged", "allege": "alleged", "accuse": "alleged", "charge": "alleged", "suspect": "alleged", "believe": "believed",
    "think": "believed", "reckon": "believed", "assess": "believed", "consider": "believed", "deem": "believed",
    "judge": "believed", "infer": "believed", "estimate": "reported",
    "fear": "speculated", "worry": "speculated", "speculate": "speculated", "guess": "speculated",
    "suggest": "speculated", "hint": "speculated",
}  # fmt: skip
"""What a verb of saying itself says of the firmness of what it reports."""


@dataclass(frozen=True, slots=True)
class Voices:
    """All acts of saying of a report, by sentence, with its quotations, footnotes and the turns of an interview.

    main_verbs: where each sentence's main verb stands, where a tree tells. unnamed: sentences with a source that nobody names
    (`is said to`), which do not go on with the speaker before.
    """

    speeches: Mapping[int, tuple[Speech, ...]]
    sentences: tuple[Sentence, ...]
    quotations: Quotations
    footnotes: Footnotes
    turns: Turns
    text: str
    main_verbs: Mapping[int, int] = field(default_factory=dict)
    unnamed: frozenset[int] = frozenset()

    @classmethod
    def of(cls, scene: Scene, sights: Sequence[Sight], sentences: Sequence[Sentence], outlet: str | None) -> Voices:
        """The voices of a report; pronouns are replaced by those they stand for."""
        text = scene.text
        quotations = Quotations.of(text)
        found: dict[int, tuple[Speech, ...]] = {}
        named: list[Named] = []
        for sight in sights:
            if sight.is_insertion:
                continue
            is_heading = sentences[sight.index].kind == "heading"
            told = speeches_of(sight, outlet, is_heading=is_heading)
            named += candidates(sight, told)
            found[sight.index] = tuple(
                settled_by(s, named[-_LOOKED_AT:], quotations) for s in told if not is_insider(s, quotations)
            )
        notes = Footnotes.of(text, sentences)
        main_verbs = {s.index: root.start for s in sights if not s.is_insertion and (root := _main_verb(s)) is not None}
        hearsay = frozenset(i for i, s in enumerate(sentences) if _HEARSAY.search(text, s.start, s.end))
        return cls(found, tuple(sentences), quotations, notes, Turns.of(scene, outlet), text, main_verbs, hearsay)

    @classmethod
    def heard(cls, scene: Scene, sentences: Sequence[Sentence], table: LanguageTable, outlet: str | None) -> Voices:
        """The voices of a report in a language without a parser; a verb without a speaker goes on with the last one."""
        found: dict[int, tuple[Speech, ...]] = {}
        last: Attribution | None = None
        for index, sentence in enumerate(sentences):
            here = Listener(scene, table, sentence, index, outlet)
            here_said = speeches_in(here)
            first = min((s.at for s in here_said if not s.pronoun), default=sentence.end)
            spoken = [s for s in here_said if not (s.pronoun and first < s.at)]
            is_paper = last is None or last.type in _PAPERS
            person = {s.at: person_before(here, s.at) for s in spoken if s.pronoun and is_paper}
            told = [settled for s in spoken if (settled := with_last(s, person.get(s.at) or last)) is not None]
            found[index] = tuple(told)
            last = next((s.speaker for s in reversed(told)), None) or source_in(here) or last
        text = scene.text
        notes = Footnotes.of(text, sentences)
        unnamed = frozenset(i for i, s in enumerate(sentences) if names_nobody(Listener(scene, table, s, i, outlet)))
        turns = Turns.of(scene, outlet)
        return cls(found, tuple(sentences), Quotations.of(text), notes, turns, text, unnamed=unnamed)

    def own(self, draft: Draft) -> tuple[Speech, ...]:
        """The acts of saying in the draft's sentence that cover it; what is told aside of a name (`X, its director`, `an airline
        under sanctions`) is the writer's where the speaker stands behind the whole sentence.
        """
        start, end = _heart(draft)
        is_aside = self._is_aside(draft)
        return tuple(
            s
            for s in self.speeches.get(draft.sentence, ())
            if (s.covers(start, end) or (draft.kind is ClaimKind.ROLE and s.lemma in SHOWING and start <= s.at < end))
            and not s.is_backward
            and not (is_aside and s.is_whole)
            and not (draft.kind is ClaimKind.ROLE and _is_of(s.speaker, draft))
        )

    def _names_source(self, note: Attribution) -> bool:
        """Whether a note names a sort of source and not a place and day alone; told for English only."""
        return kind_of_words(note.text) is not None or not self.main_verbs

    def _is_aside(self, draft: Draft) -> bool:
        is_said_of = _BEING.match(self.text, draft.trigger[0])
        if draft.trigger[0] > self.main_verbs.get(draft.sentence, len(self.text)):
            return False
        return draft.rule.endswith(".apposed") or (draft.rule.endswith(".under") and is_said_of is None)

    def chain(self, draft: Draft, polarity: Polarity) -> tuple[Attribution, ...]:
        """The speakers of a draft, from the outermost to the innermost."""
        if draft.speaker is not None:
            return (_authority(draft.speaker),)
        own = self.own(draft)
        asked = self.turns.at(draft.trigger[0])
        if asked is not None:
            return (asked, *(a for a in chain_of(own) if a.start != asked.start))
        quoted = self._quoted(draft, own)
        note = self.footnotes.of_sentence(self.text, self.sentences[draft.sentence]) if _carries(draft) else None
        if own or quoted:
            chain = (*chain_of(quoted), *chain_of(own))
            is_own_word = (
                all(a.type is SpeakerType.SELF for a in chain) and note is not None and kind_of_words(note.text)
            )
            return (*chain, note) if is_own_word and note is not None else chain
        if note is not None:
            return (note,)
        if not _carries(draft) or polarity is Polarity.UNKNOWN:
            return ()
        return self._confirmed_after(draft.sentence) or self._carried(draft.sentence)

    def _quoted(self, draft: Draft, own: Sequence[Speech]) -> tuple[Speech, ...]:
        """Who is quoted, where the draft stands in a quotation and nobody outside it speaks in its own sentence."""
        span = self.quotations.at(draft.trigger[0])
        if span is None or any(self.quotations.at(s.at) is None for s in own):
            return ()
        inside = [i for i, s in enumerate(self.sentences) if s.start < span[1] and span[0] < s.end]
        if not inside:
            return ()
        behind = [i for i in range(inside[-1] + 1, inside[-1] + 3) if self._same_paragraph(inside[-1], i)]
        before = range(inside[0] - 1, max(-1, inside[0] - _QUOTED_REACH), -1)
        is_opening = not any(self.speeches.get(i) for i in range(inside[0]) if self._same_paragraph(i, inside[0]))
        order = [*reversed(inside), *(behind if is_opening else ()), *before]
        for index in order:
            spoken = [s for s in self.speeches.get(index, ()) if self.quotations.at(s.at) is None and s.lemma]
            if spoken:
                return tuple(spoken)
        return ()

    def _confirmed_after(self, index: int) -> tuple[Attribution, ...]:
        """The speaker of the next sentence, where it only says that this one is so."""
        after = [s for s in self.speeches.get(index + 1, ()) if s.is_backward]
        if after and self._same_paragraph(index, index + 1):
            return chain_of(self.speeches[index + 1])
        return ()

    def _carried(self, index: int) -> tuple[Attribution, ...]:
        """The speakers of the nearest sentence before in the paragraph, or of a report announced at the end of the last one."""
        if index in self.unnamed:
            return ()
        for before in range(index - 1, -1, -1):
            spoken = [s for s in self.speeches.get(before, ()) if not s.is_backward and s.pronoun not in INSIDERS]
            if not self._same_paragraph(before, index):
                if self._opens_list(before, index):
                    return chain_of(spoken)
                told = [s for s in spoken if s.lemma in _TELLING and s.speaker.type in _ANNOUNCED]
                return chain_of(told) if self.sentences[before].paragraph == self.sentences[index].paragraph - 1 else ()
            if any(s.is_backward for s in self.speeches.get(before, ())) or self._is_writers(before):
                return ()
            if spoken:
                return chain_of(spoken)
        return ()

    def _opens_list(self, before: int, index: int) -> bool:
        """Whether a sentence with a colon at its end introduces the rows or lines that a later one stands among."""
        sentence = self.sentences[before]
        is_list = self.sentences[index].kind != "text" or sentence.paragraph == self.sentences[index].paragraph - 1
        return is_list and self.text[sentence.start : sentence.end].rstrip().endswith(":")

    def _is_writers(self, index: int) -> bool:
        """Whether a sentence is plainly the writer's: it says `we` or `I` outside a quotation and nobody speaks in it."""
        sentence = self.sentences[index]
        found = _WRITER.finditer(self.text, sentence.start, sentence.end)
        return not self.speeches.get(index) and any(self.quotations.at(m.start()) is None for m in found)

    def _same_paragraph(self, first: int, second: int) -> bool:
        return second < len(self.sentences) and self.sentences[first].paragraph == self.sentences[second].paragraph


_BEING = re.compile(r"(?:is|are|was|were|has|have|had|been|remains?|remained)\b")
_WRITER = re.compile(r"(?<!\w)(?:I|[Ww]e)(?!\w)")
_HEARSAY = re.compile(r"(?<!\w)(?:is|are|was|were) (?:\w+ )?(?:said|believed|thought|rumou?red|understood) to(?!\w)")
"""A source that is not named, and is none of those before."""
_LOOKED_AT = 60
"""Names before a pronoun that are weighed: more than any three sentences hold."""
_QUOTED_REACH = 5
"""Sentences before a quotation in which the one who is quoted may have spoken last."""
_PAPERS = frozenset({SpeakerType.DOCUMENT, SpeakerType.DATASET, SpeakerType.REPORT, SpeakerType.IMAGERY})
"""Sources for which no personal pronoun stands."""
_ANNOUNCED = frozenset({SpeakerType.OUTLET, SpeakerType.REPORT})


def _main_verb(sight: Sight) -> Word | None:
    return next((w for w in sight.tree.words if w.head == w.i and w.is_verb), None)


def _authority(filler: Filler) -> Attribution:
    return Attribution(
        text=filler.text, start=filler.start, end=filler.end, type=SpeakerType.OFFICIAL, norm=filler.norm
    )


def _is_of(speaker: Attribution, draft: Draft) -> bool:
    """Whether a claim is about the speaker's own office: nobody says of themselves who they are."""
    return any(f.start < speaker.end and speaker.start < f.end for fs in draft.roles.values() for f in fs)


def _carries(draft: Draft) -> bool:
    tie = (
        draft.kind is ClaimKind.ROLE
        and draft.rule.startswith(("role.affiliation", "role.control"))
        and not draft.rule.endswith(".apposed")
    )
    return draft.kind in _CARRIED or tie


_SEEN_RULES = (".seen", "hold.noun", "log.noun", "count.noun", "list.noun", "record.noun", "track.noun")


def _heart(draft: Draft) -> tuple[int, int]:
    """The words by which it is told whether a speech covers a draft: what was seen, else the trigger."""
    if draft.rule.endswith(_SEEN_RULES):
        seen: tuple[Filler, ...] = draft.roles.get("aircraft", ()) or draft.roles.get("count", ())
        if seen:
            return seen[-1].start, seen[-1].end
    return draft.trigger
