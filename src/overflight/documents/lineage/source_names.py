"""Names of those whom reports rest on: one readable name for the many ways in which one outlet or authority is told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.documents.lineage.citations import GENERIC, LANGUAGES
from overflight.documents.lineage.keys import content_keys, overlap
from overflight.records.claim import Attribution, Claim, SpeakerType
from overflight.records.source import ReportId
from overflight.reference.places import find_place

MEDIA = (SpeakerType.OUTLET, SpeakerType.REPORT)
"""Speakers that are or publish reports."""

ARTICLE = re.compile(r"^(?:the|an?|el|la|los|las|le|les|il|lo|gli|un|una|une|der|die|das|ein|eine)\s+", re.IGNORECASE)

CAPITALISED = re.compile(r"(?<![\w’'])[A-Z][\w’'.&-]*(?:\s+(?:of\s+(?:the\s+)?|for\s+|and\s+|&\s+)?[A-Z][\w’'.&-]*)*")
"""A run of capitalised words: the name inside "an investigation by the Morning Courier news outlet"."""

ONE_OUTLET = 0.75
"""Share of the shorter name's words from which two names are one outlet's."""

Span = tuple[ReportId, int, int]


@dataclass(frozen=True)
class SourceNames:
    """The readable name of each speaker of a set of claims, by report and span."""

    by_span: Mapping[Span, str]

    def name(self, doc: ReportId, speaker: Attribution) -> str:
        """The name of a speaker, its own words where the claims did not hold it."""
        return self.by_span.get((doc, speaker.start, speaker.end)) or plain_name(speaker)


def source_names(claims: Sequence[Claim]) -> SourceNames:
    """The names of all speakers of these claims.

    An outlet bears the name that stands in capitals; one told without a name ("the paper", "a new report") is the outlet
    named nearest in its report. Others bear the fullest words that any report gives for their norm; a state whose one
    authority a report names is that authority.
    """
    spoken: defaultdict[ReportId, dict[Span, Attribution]] = defaultdict(dict)
    for claim in claims:
        for speaker in claim.attribution:
            spoken[claim.doc][claim.doc, speaker.start, speaker.end] = speaker
    fullest = _fullest(s for speakers in spoken.values() for s in speakers.values())
    found: dict[Span, str] = {}
    for doc in sorted(spoken):
        speakers = spoken[doc]
        found |= _media(speakers)
        found |= {
            span: fullest[_actor(s, speakers.values())]
            for span, s in speakers.items()
            if s.type not in MEDIA and s.norm
        }
    return SourceNames(by_span=found)


def plain_name(speaker: Attribution) -> str:
    """The words of one speaker without their article."""
    known = find_place(speaker.norm or "")
    return known.name if known is not None else ARTICLE.sub("", speaker.text)


def names_nobody(speaker: Attribution) -> bool:
    """Whether a speaker that was taken for a named one bears no name: "what is known" names nobody."""
    return speaker.type is SpeakerType.NAMED and not speaker.norm and speaker.text == speaker.text.lower()


def outlet_in(speaker: Attribution) -> str | None:
    """The outlet's name inside the words of a speaker; None where they only describe one."""
    runs = [ARTICLE.sub("", m.group()) for m in CAPITALISED.finditer(ARTICLE.sub("", speaker.text))]
    named = [run for run in runs if not _only_describes(run)]
    return max(named, key=len, default=None)


def _only_describes(run: str) -> bool:
    """Whether a capitalised run is no name: languages or peoples ("Burmese"), or one word that many outlets bear."""
    words = [w.casefold() for w in run.split()]
    return all(w in LANGUAGES for w in words) or (len(words) == 1 and words[0] in GENERIC | COMMON)


COMMON = frozenset({"sources", "media", "reports", "an", "a", "the"})
"""Words that open a sentence with a capital and name nobody."""


def _media(speakers: Mapping[Span, Attribution]) -> dict[Span, str]:
    media = {span: s for span, s in sorted(speakers.items()) if s.type in MEDIA}
    names: dict[Span, str] = {}
    for span, speaker in media.items():
        name = outlet_in(speaker)
        if name is not None:
            names[span] = name
    one = _one_name(sorted(set(names.values()), key=lambda n: (len(n), n)))
    told = {span: one[name] for span, name in names.items()}
    outlets = {span: name for span, name in told.items() if media[span].type is SpeakerType.OUTLET}
    for span, speaker in media.items():
        if span in told:
            continue
        if outlets and _has_no_name(speaker):
            nearest = min(outlets, key=lambda s: (s[1] > span[1], abs(s[1] - span[1])))
            told[span] = outlets[nearest]
        else:
            told[span] = ARTICLE.sub("", speaker.text)
    return told


def _has_no_name(speaker: Attribution) -> bool:
    return not any(w[:1].isupper() for w in ARTICLE.sub("", speaker.text).split())


def _one_name(names: Sequence[str]) -> Mapping[str, str]:
    """For each name the shortest that is the same outlet's."""
    kept: list[str] = []
    one: dict[str, str] = {}
    for name in names:
        keys = content_keys(name)
        same = next((k for k in kept if k == name or overlap(keys, content_keys(k)) >= ONE_OUTLET), None)
        if same is None:
            kept.append(name)
        one[name] = same or name
    return one


def _actor(speaker: Attribution, others: Iterable[Attribution]) -> str:
    """The norm under which a speaker is named: a state's is that of its one authority that the report names."""
    norm = speaker.norm or ""
    if len(norm) != 2:
        return norm
    authorities = {
        o.norm for o in others if o.type is SpeakerType.OFFICIAL and (o.norm or "").startswith(f"org:{norm.lower()}-")
    }
    return str(next(iter(authorities))) if len(authorities) == 1 else norm


def _fullest(speakers: Iterable[Attribution]) -> Mapping[str, str]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for speaker in speakers:
        if speaker.norm and speaker.type not in MEDIA:
            words[speaker.norm].add(plain_name(speaker))
    return {norm: max(told, key=lambda t: (t.isascii(), len(t), t)) for norm, told in words.items()}
