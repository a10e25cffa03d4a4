"""Firmness, polarity and speakers of a claim from a language's cue tables, for languages without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.hedges import strongest
from overflight.documents.languages import LanguageTable, forms_pattern, language_table
from overflight.documents.sentences import Sentence
from overflight.records.claim import Attribution, Modality, Polarity, SpeakerType


@lru_cache(maxsize=256)
def _pattern(code: str, table: str, value: str) -> re.Pattern[str]:
    language = language_table(code)
    cues = {"hedges": language.hedges, "negations": language.negations, "speakers": language.speakers}
    if table in cues:
        return forms_pattern([c.form for c in cues[table] if c.value == value], code)
    return forms_pattern(
        {"hearsay": language.hearsay, "saying": language.saying, "according": language.according}[table], code
    )


def modality(scene: Scene, table: LanguageTable, draft: Draft) -> tuple[Modality, str | None]:
    """The strongest hedge of a draft's stretch; a verb form of hearsay makes it alleged."""
    found: list[tuple[Modality, str]] = []
    start, end = draft.left, max(draft.span()[1], draft.trigger[1])
    for value in (Modality.ALLEGED, Modality.BELIEVED, Modality.SPECULATED, Modality.PLANNED):
        match = _pattern(table.code, "hedges", value.value).search(scene.text, start, end)
        if match:
            found.append((value, match.group()))
    hearsay = _pattern(table.code, "hearsay", "").search(scene.text, start, min(len(scene.text), draft.right))
    if hearsay:
        found.append((Modality.ALLEGED, hearsay.group()))
    return strongest(found)


def polarity(scene: Scene, table: LanguageTable, draft: Draft, sentences: Sequence[Sentence]) -> Polarity:
    """Denied, unknown or unconfirmed where the draft's stretch says so, or the next sentence could not confirm it."""
    own = sentences[draft.sentence]
    if _pattern(table.code, "negations", "unknown").search(scene.text, own.start, draft.trigger[1]):
        return Polarity.UNKNOWN
    if _pattern(table.code, "negations", "denied").search(
        scene.text, max(draft.left, draft.trigger[0] - 60), draft.trigger[1]
    ):
        return Polarity.DENIED
    ends = [own]
    if draft.sentence + 1 < len(sentences) and sentences[draft.sentence + 1].paragraph == own.paragraph:
        ends.append(sentences[draft.sentence + 1])
    for sentence in ends:
        if _pattern(table.code, "negations", "unconfirmed").search(scene.text, sentence.start, sentence.end):
            return Polarity.UNCONFIRMED
    return Polarity.AFFIRMED


def speakers(
    scene: Scene, table: LanguageTable, draft: Draft, sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """Who says so in the draft's sentence, else in the nearest one before it in the paragraph."""
    index = draft.sentence
    while index >= 0 and sentences[index].paragraph == sentences[draft.sentence].paragraph:
        found = _spoken(scene, table, sentences[index])
        if found:
            return found
        index -= 1
    return ()


def _spoken(scene: Scene, table: LanguageTable, sentence: Sentence) -> tuple[Attribution, ...]:
    text = scene.text
    found: list[Attribution] = []
    for match in _pattern(table.code, "according", "").finditer(text, sentence.start, sentence.end):
        speaker = _after(scene, table, match.end(), sentence.end)
        if speaker is not None:
            found.append(speaker)
    if found:
        return tuple(found[:2])
    said = _pattern(table.code, "saying", "").search(text, sentence.start, sentence.end)
    if said is None:
        return ()
    speaker = _around(scene, table, said.start(), said.end(), sentence)
    return (speaker,) if speaker is not None else ()


_STOP = re.compile(r"[,;:.“”«»()\n]")


def _after(scene: Scene, table: LanguageTable, start: int, end: int) -> Attribution | None:
    """The words after `according to`, up to a mark and at most seven of them."""
    stop = _STOP.search(scene.text, start, end)
    last = stop.start() if stop else end
    words = list(re.finditer(r"\S+", scene.text[start:last]))[:6]
    if not words:
        return None
    return _speaker(scene, table, start + words[0].start(), start + words[-1].end())


def _around(scene: Scene, table: LanguageTable, start: int, end: int, sentence: Sentence) -> Attribution | None:
    """The speaker nearest to a verb of saying: a noun for a source, or a name."""
    nouns: list[tuple[int, int]] = []
    for value in SpeakerType:
        pattern = _pattern(table.code, "speakers", value.value)
        nouns += [(m.start(), m.end()) for m in pattern.finditer(scene.text, sentence.start, sentence.end)]
    names: list[MentionLike] = [
        m
        for m in scene.within(sentence.start, sentence.end)
        if m.kind in {"organisation", "operator", "person", "government", "group"}
    ]
    spans = [*nouns, *((m.start, m.end) for m in names)]
    spans = [s for s in spans if s[1] <= start or s[0] >= end]
    if not spans:
        return None
    best = min(spans, key=lambda s: (min(abs(start - s[1]), abs(s[0] - end)), s))
    if min(abs(start - best[1]), abs(best[0] - end)) > 60:
        return None
    return _speaker(scene, table, *best)


def _speaker(scene: Scene, table: LanguageTable, start: int, end: int) -> Attribution:
    text = scene.text[start:end]
    kind = next((v for v in SpeakerType if _pattern(table.code, "speakers", v.value).search(text)), SpeakerType.NAMED)
    norm = next((m.norm for m in scene.within(start, end) if m.norm and m.kind not in {"demonym", "place"}), None)
    return Attribution(text=text, start=start, end=end, type=kind, norm=norm)
