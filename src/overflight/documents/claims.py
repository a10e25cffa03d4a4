"""A report's claims: sentences to trees, trees to drafts, drafts to grounded claims with firmness, day and speaker."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from overflight import __version__
from overflight.documents.coreference import Discourse
from overflight.documents.dating import DatedSentences, day_mentions, read_days
from overflight.documents.firmness import Clauses
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.engine import drafts_of
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.linear import drafts_in
from overflight.documents.frames.merge import merge_drafts
from overflight.documents.frames.phrases import find_phrases
from overflight.documents.frames.rows import row_drafts
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.units import Unit, units_of
from overflight.documents.hedges import modality_of
from overflight.documents.languages import language_table
from overflight.documents.mentions import find_mentions
from overflight.documents.model import parse
from overflight.documents.polarity import doubted_sentences, polarity_of
from overflight.documents.scope import governors_of
from overflight.documents.sentences import Sentence, split_sentences
from overflight.documents.short_names import with_short_names
from overflight.documents.time import as_ahead, as_past
from overflight.documents.voices import SPEECH_MODALITY, Voices, with_authorities
from overflight.records.claim import Attribution, Claim, ClaimId, ClaimKind, DateReading, Filler, Modality, Polarity
from overflight.records.party import KnownName
from overflight.records.source import Report

EXTRACTOR = f"overflight/{__version__}"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said of a draft beside its roles: how firmly, affirmed or not, by whom."""

    modality: Modality
    hedge: str | None
    polarity: Polarity
    attribution: tuple[Attribution, ...]


def extract_claims(report: Report, *, known_names: Sequence[KnownName] = ()) -> tuple[Claim, ...]:
    """The claims of a report in the order of their quotations; every span is the stored text, exactly.

    known_names: names of listed parties that occur in the text, for better mentions. A claim of which any span cannot be
    re-read from the text is dropped: it does not exist.
    """
    language = report.language or "en"
    sentences = within_reach(report.text, split_sentences(report.text, language))
    days = read_days(report, language)
    scene = Scene.of(report.text, [*find_mentions(report.text, language, known_names), *day_mentions(days)])
    claims = (
        _by_trees(report, scene, sentences, days)
        if language == "en"
        else _by_chunks(report, scene, sentences, days, language)
    )
    return grounded(report.text, claims)


LONGEST_SENTENCE = 1_200
"""Characters of one sentence that are read together. The longest sentence of the annotated reports has 420; what is longer is
a list without marks or an attack, and the frames look at each word of a sentence more than once."""


def within_reach(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, those beyond the longest cut at blanks."""
    kept: list[Sentence] = []
    for sentence in sentences:
        at = sentence.start
        while sentence.end - at > LONGEST_SENTENCE:
            blank = text.rfind(" ", at + 1, at + LONGEST_SENTENCE)
            cut = blank if blank > at else at + LONGEST_SENTENCE
            kept.append(replace(sentence, start=at, end=cut))
            at = cut
        kept.append(replace(sentence, start=at))
    return tuple(kept)


def _by_trees(report: Report, scene: Scene, sentences: Sequence[Sentence], days: Sequence[DateReading]) -> list[Claim]:
    """English: dependency frames, holes filled from chunks."""
    sights = _sights(scene, sentences)
    discourse = Discourse.of(sights)
    rows = frozenset(index for index, sentence in enumerate(sentences) if sentence.kind == "row")
    found = [d for sight in sights if sight.index not in rows for d in drafts_of(sight, discourse)]
    taken = {d.sentence for d in found if d.kind is ClaimKind.FLIGHT}
    listed = [d for d in row_drafts(scene, sentences, _verbless(sights)) if d.sentence not in taken]
    drafts = merge_drafts([*found, *listed], discourse)
    dated = DatedSentences.of(sentences, sights, days)
    voices = Voices.of(scene, sights, sentences, report.outlet)
    claims = []
    by_sentence: dict[int, list[Sight]] = {}
    for seen in sights:
        by_sentence.setdefault(seen.index, []).append(seen)
    doubts = doubted_sentences(report.text, sentences, frozenset(d.sentence for d in drafts))
    for draft in drafts:
        date = dated.reading(draft)
        judged = _judged(report.text, by_sentence, doubts, draft, voices)
        if date is not None:
            was_planned = (judged.hedge or "").lower().startswith(("was", "were", "had"))
            is_ahead = judged.modality is Modality.PLANNED and not was_planned
            date = as_ahead(date, report.published_on) if is_ahead else as_past(date)
        claims.append(_finished(report, sentences, draft, date, judged))
    return claims


def _by_chunks(
    report: Report, scene: Scene, sentences: Sequence[Sentence], days: Sequence[DateReading], language: str
) -> list[Claim]:
    """A language that the parser does not know: its tables over names, numbers and days."""
    table = language_table(language)
    dated = DatedSentences.of(sentences, (), days)
    drafts = [d for index, s in enumerate(sentences) for d in drafts_in(scene, table, index, s.start, s.end)]
    voices = Voices.heard(scene, sentences, table, report.outlet)
    claims = []
    merged = with_authorities(scene, language, sentences, merge_drafts(drafts, Discourse(())))
    clauses = Clauses.of(report.text, table, sentences, merged)
    for draft in merged:
        polarity = clauses.polarity(draft)
        speakers = voices.chain(draft, polarity)
        modality, hedge = clauses.modality(draft, is_told=bool(speakers))
        judged = Judged(modality, hedge, polarity, speakers)
        claims.append(_finished(report, sentences, draft, dated.reading(draft), judged))
    return claims


def _verbless(sights: Sequence[Sight]) -> frozenset[int]:
    """The sentences without a finite verb: headlines, list lines, notes."""
    finite = {"VBD", "VBZ", "VBP", "MD"}
    verbal = {s.index for s in sights if not s.is_insertion and any(w.tag in finite for w in s.tree.words)}
    return frozenset(s.index for s in sights if s.index not in verbal)


def grounded(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims whose every span is the text's own words, sorted, each once."""
    kept = {claim.id: claim for claim in claims if _is_grounded(text, claim)}
    return tuple(sorted(kept.values(), key=lambda c: (c.start, c.end, c.kind, c.id)))


def _is_grounded(text: str, claim: Claim) -> bool:
    spans = [(claim.start, claim.end, claim.quote)]
    spans += [(f.start, f.end, f.text) for fillers in claim.roles.values() for f in fillers]
    spans += [(a.start, a.end, a.text) for a in claim.attribution]
    if claim.date is not None:
        spans.append((claim.date.start, claim.date.end, claim.date.text))
    return all(0 <= start < end <= len(text) and text[start:end] == words for start, end, words in spans)


def _sights(scene: Scene, sentences: Sequence[Sentence]) -> tuple[Sight, ...]:
    """A sight for each sentence and each insertion; short names are given what their long forms mean."""
    units = [
        (index, unit, is_insertion)
        for index, sentence in enumerate(sentences)
        for unit, is_insertion in units_of(scene.text, sentence.start, sentence.end)
        if _is_prose(scene.text, unit)
    ]
    trees = parse(scene.text, [unit for _, unit, _ in units])
    sights = tuple(
        Sight(scene, tree, find_phrases(scene, tree), index, is_insertion)
        for (index, _, is_insertion), tree in zip(units, trees, strict=True)
        if tree.words
    )
    return with_short_names(sights)


def _is_prose(text: str, unit: Unit) -> bool:
    """Whether a long unit holds enough letters to be language; heaps of marks cost the tokenizer dearly."""
    length = sum(end - start for start, end in unit)
    return length < 200 or sum(c.isalpha() for start, end in unit for c in text[start:end]) * 4 > length


def _judged(
    text: str, sights: Mapping[int, Sequence[Sight]], doubts: frozenset[int], draft: Draft, voices: Voices
) -> Judged:
    """Firmness, polarity and speakers of an English draft, from its tree and its neighbours."""
    own = sights[draft.sentence]
    sight = next((s for s in own if _holds(s, draft)), own[0])
    governors = governors_of(sight, draft, draft.span())
    said = [SPEECH_MODALITY[s.lemma] for s in voices.own(draft) if s.lemma in SPEECH_MODALITY]
    modality, hedge = modality_of(text, sight, draft, governors, said)
    polarity = polarity_of(text, sight, draft, governors)
    if polarity is Polarity.AFFIRMED and draft.sentence in doubts:
        polarity = Polarity.UNCONFIRMED
    return Judged(modality, hedge, polarity, voices.chain(draft, polarity))


def _holds(sight: Sight, draft: Draft) -> bool:
    """Whether a draft was found in this unit of its sentence."""
    words = sight.tree.words
    return draft.verb < len(words) and draft.trigger[0] <= words[draft.verb].start < draft.trigger[1]


def _finished(
    report: Report, sentences: Sequence[Sentence], draft: Draft, date: DateReading | None, judged: Judged
) -> Claim:
    """The claim of a draft; its quotation is the smallest stretch of the sentence that holds trigger, roles and date."""
    start, end = draft.span()
    sentence = sentences[draft.sentence]
    if date is not None and sentence.start <= date.start < sentence.end:
        start, end = min(start, date.start), max(end, date.end)
    return Claim(
        id=claim_id(report, draft.kind, start, end, draft.rule),
        doc=report.doc,
        kind=draft.kind,
        subtype=draft.subtype,
        quote=report.text[start:end],
        start=start,
        end=end,
        modality=judged.modality,
        polarity=judged.polarity,
        roles={role: tuple(_outside(f, start, end) for f in fillers) for role, fillers in draft.roles.items()},
        date=date,
        attribution=judged.attribution,
        rule=draft.rule,
        extractor=EXTRACTOR,
        hedge=judged.hedge,
    )


def claim_id(report: Report, kind: ClaimKind, start: int, end: int, rule: str) -> ClaimId:
    """An id made of the report, the kind, the quotation's place and the rule."""
    digest = hashlib.sha256(f"{report.doc}|{kind}|{start}|{end}|{rule}".encode()).hexdigest()
    return ClaimId(f"{report.doc}-{digest[:10]}")


def _outside(filler: Filler, start: int, end: int) -> Filler:
    is_out = filler.end <= start or filler.start >= end
    return filler if filler.outside_quote == is_out else replace(filler, outside_quote=is_out)
