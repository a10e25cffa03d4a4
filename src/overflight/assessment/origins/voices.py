"""Whose word a claim is: the speaker it rests on in the end, and when two speakers are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overflight.documents.lineage.institutions import Institution, institution_of
from overflight.documents.lineage.keys import content_keys, overlap
from overflight.documents.lineage.source_names import SourceNames, names_nobody
from overflight.documents.lineage.states import state_of
from overflight.records.claim import Attribution, Claim, Modality, SpeakerType
from overflight.records.source import ReportId
from overflight.reference.places import capital_of

OWN_SOURCES = (
    SpeakerType.DATASET, SpeakerType.IMAGERY, SpeakerType.DOCUMENT, SpeakerType.OFFICIAL, SpeakerType.NGO,
    SpeakerType.NAMED, SpeakerType.ANONYMOUS, SpeakerType.REPORT, SpeakerType.OUTLET,
)  # fmt: skip
"""Speakers that a report can rest on; `self` and `unspecified` name nobody."""

MEDIA = (SpeakerType.OUTLET, SpeakerType.REPORT)
"""Speakers whose own source is not known where their report is not in the case."""

INSTITUTIONS = (SpeakerType.OFFICIAL, SpeakerType.NGO)

ON_RECORD = (SpeakerType.OFFICIAL, SpeakerType.NGO, SpeakerType.NAMED, SpeakerType.DATASET, SpeakerType.IMAGERY)
"""Speakers that can be asked or looked at again; two of them in one report are two. Papers and unnamed people that one
report had may be one leak."""

SAME_NAME = 0.75
"""Share of the shorter name's words from which two speakers of one kind are one."""

HEADS = {"two": 2, "three": 3, "four": 4, "five": 5, "several": 2, "dos": 2, "deux": 2, "due": 2, "zwei": 2, "dois": 2,
         "два": 2, "две": 2, "двое": 2, "три": 3, "tres": 3, "trois": 3, "tre": 3, "drei": 3}  # fmt: skip
"""How many people an anonymous phrase counts; one where it counts none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker as origins are counted.

    key: the words of its name, after its kind; for people without a name those of their report. state: the state that
    an authority belongs to; is_state: the voice names only the state ("Washington"), so any of its authorities.
    """

    key: str
    label: str
    heads: int = 1
    state: str | None = None
    is_state: bool = False
    is_named: bool = True
    is_on_record: bool = False
    unnamed_kind: SpeakerType | None = None
    """The kind of an institution that is told without its name: "the department", "the union"."""


def voice_of(speaker: Attribution, doc: ReportId, names: SourceNames, states: Iterable[str] = ()) -> Voice:
    """The voice of a speaker. states: those whose authorities the report names; an unnamed ministry is the only one's."""
    known = sorted(set(states))
    institution = _institution(speaker)
    is_unnamed = speaker.type in INSTITUTIONS and not speaker.norm and institution is None
    state = state_of(speaker.norm) if speaker.type is SpeakerType.OFFICIAL else None
    if institution is not None:
        state = state or institution.state
    if speaker.type is SpeakerType.OFFICIAL and is_unnamed and len(known) == 1:
        state = known[0]
    return Voice(
        key=key_of_speaker(speaker, doc, names),
        label=names.name(doc, speaker),
        heads=max((HEADS.get(word, 1) for word in speaker.text.casefold().split()), default=1),
        state=state,
        is_state=state is not None and (is_unnamed or is_bare_state(speaker.norm, state)),
        is_named=speaker.type not in (SpeakerType.ANONYMOUS, *MEDIA),
        is_on_record=speaker.type in ON_RECORD,
        unnamed_kind=speaker.type if speaker.type in INSTITUTIONS and not speaker.norm else None,
    )


def is_one_voice(a: Voice, b: Voice) -> bool:
    """Whether two voices are one: the same name, or a state and one of its authorities."""
    if a.key == b.key or (a.state is not None and a.state == b.state and (a.is_state or b.is_state)):
        return True
    (kind_a, _, name_a), (kind_b, _, name_b) = a.key.partition(":"), b.key.partition(":")
    return (
        kind_a == kind_b != "anonymous" and overlap(frozenset(name_a.split()), frozenset(name_b.split())) >= SAME_NAME
    )


def innermost(claim: Claim) -> Attribution | None:
    """The speaker that a claim rests on in the end: the last of the chain that names somebody."""
    known = [a for a in claim.attribution if a.type in OWN_SOURCES and not names_nobody(a)]
    return known[-1] if known else None


def is_guess(claim: Claim) -> bool:
    """A speculation, or hearsay: a named speaker who repeats somebody unnamed."""
    if claim.modality is Modality.SPECULATED:
        return True
    types = [a.type for a in claim.attribution]
    return types[-1:] == [SpeakerType.ANONYMOUS] and SpeakerType.NAMED in types[:-1]


def key_of_speaker(speaker: Attribution, doc: ReportId, names: SourceNames) -> str:
    """What makes two speakers one: a name for those who have one, the report for those who have none."""
    if speaker.type is SpeakerType.ANONYMOUS:
        return f"anonymous:{doc}:{' '.join(sorted(content_keys(speaker.text)))}"
    if speaker.type in MEDIA:
        return f"named:{_joined(content_keys(names.name(doc, speaker)))}"
    if speaker.type is SpeakerType.DATASET:
        return data_key(speaker)
    institution = _institution(speaker)
    words = institution.name if institution else (speaker.norm or speaker.text).rpartition(":")[2]
    return f"named:{_joined(content_keys(words))}"


def _institution(speaker: Attribution) -> Institution | None:
    return institution_of(f"{speaker.norm or ''} {speaker.text}") if speaker.type is SpeakerType.OFFICIAL else None


def data_key(speaker: Attribution) -> str:
    """The key of a data set; flight data that nobody names are one."""
    if not speaker.norm and not _is_proper(speaker.text):
        return "dataset:public flight data"
    keys = content_keys(speaker.norm or speaker.text)
    return f"dataset:{_joined(frozenset(key for key in keys if not key.startswith('#')) or keys)}"


def _joined(keys: frozenset[str]) -> str:
    return " ".join(sorted(keys))


def _is_proper(text: str) -> bool:
    """Whether a phrase names something: a capital inside it that opens no sentence and is no acronym's ("ADS-B data")."""
    words = text.split()
    return any(w[:1].isupper() and not w.replace("-", "").isupper() for w in words[1:]) or any(
        c.isupper() for w in words[:1] for c in w[1:] if not w.replace("-", "").isupper()
    )


def is_bare_state(norm: str | None, state: str) -> bool:
    """Whether a norm names the state itself, by name or by its capital, and none of its authorities."""
    if norm in (state, f"gov:{state}"):
        return True
    capital = capital_of(state)
    return capital is not None and norm is not None and norm.rpartition(",")[0] == capital.name
