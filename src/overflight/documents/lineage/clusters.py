"""Reports that share the origin of what they mainly say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from overflight.documents.lineage.keys import WORD, key_of, skeleton
from overflight.documents.lineage.library import Library
from overflight.documents.lineage.parenthood import Parenthood
from overflight.documents.lineage.place_words import place_concept
from overflight.documents.lineage.profile import Profile
from overflight.documents.lineage.quotes import heard_together
from overflight.documents.lineage.settings import LineageSettings
from overflight.documents.lineage.twins import Twins
from overflight.records.source import ReportId

DATA = frozenset({"#data", "#archive", "#network"})
"""Concepts beside which a data set is named."""

_DATASET_SOUND = 4
"""Consonants that a data set's name must have."""


OF_TEXT = frozenset({"variant", "retold"})
"""Signals of a parent whose text it is, though no sentence need be the same."""


def find_clusters(
    library: Library, parents: Iterable[Parenthood], twins: Twins = ()
) -> tuple[tuple[ReportId, ...], ...]:
    """Groups of reports whose main matter has one origin; a report alone is a group of one. Sorted."""
    group = {doc: doc for doc in library.profiles}

    def root(doc: ReportId) -> ReportId:
        while group[doc] != doc:
            doc = group[doc]
        return doc

    for parenthood in main_parents(parents, library):
        group[root(parenthood.doc)] = root(parenthood.parent)
    for one, other in (*twins, *heard_together(library)):
        group[root(one)] = root(other)
    by_data: dict[str, ReportId] = {}
    for doc in sorted(library.profiles):
        for name in sorted(dataset_names(library.profiles[doc], library.settings)):
            if name in by_data:
                group[root(doc)] = root(by_data[name])
            by_data.setdefault(name, doc)
    found: dict[ReportId, list[ReportId]] = {}
    for doc in sorted(library.profiles):
        found.setdefault(root(doc), []).append(doc)
    return tuple(sorted(tuple(docs) for docs in found.values()))


def main_parents(parents: Iterable[Parenthood], library: Library) -> tuple[Parenthood, ...]:
    """For each report the one parent that its main matter comes from: whose text it is, else whom it names first."""
    best: dict[ReportId, Parenthood] = {}
    for one in parents:
        if is_main(one, library):
            known = best.get(one.doc)
            best[one.doc] = one if known is None else max(known, one, key=lambda p: _mainness(p, library))
    return tuple(best[doc] for doc in sorted(best))


def _mainness(one: Parenthood, library: Library) -> tuple[bool, float, int, str]:
    is_text = library.is_copied(one.doc, one.parent) or not OF_TEXT.isdisjoint(one.signals)
    named_at = one.citation.start if one.citation else 10**9
    return (is_text, one.coverage if is_text else 0.0, -named_at, one.parent)


def is_main(parenthood: Parenthood, library: Library) -> bool:
    """Whether the report's main matter comes from this parent: its text does, or it says so near its top."""
    if parenthood.is_background:
        return False
    if library.is_copied(parenthood.doc, parenthood.parent) or not OF_TEXT.isdisjoint(parenthood.signals):
        return True
    if parenthood.citation is None:
        return False
    text = library.profiles[parenthood.doc].report.text
    return parenthood.citation.start <= library.settings.lead_share * len(text)


def dataset_names(profile: Profile, settings: LineageSettings) -> Mapping[str, tuple[str, int, int]]:
    """The data sets that a report names near its top ("the SkyHarvest archive"), by sound: the name as written, its place."""
    text = profile.report.text
    words = list(WORD.finditer(text[: int(settings.lead_share * len(text))]))
    opening = {s.start for s in profile.sentences}
    found: dict[str, tuple[str, int, int]] = {}
    for i, match in enumerate(words):
        if key_of(match.group()) not in DATA:
            continue
        for near in (*words[max(0, i - 1) : i], *words[i + 1 : i + 3]):
            word = near.group()
            between = text[min(match.end(), near.end()) : max(match.start(), near.start())]
            is_name = _is_trade_name(word) or (near.start() not in opening and _is_name(word, profile.language))
            if is_name and not re.search(r"[.;:,]", between):
                found.setdefault(skeleton(word), (word, near.start(), near.end()))
    return {sound: named for sound, named in found.items() if len(sound) >= _DATASET_SOUND}


def _is_trade_name(word: str) -> bool:
    """Whether a word has a capital inside, as data sets and nothing else in a sentence do: FlightRadar, OpenSky."""
    key = key_of(word)
    inner_capital = any(c.isupper() for c in word[1:]) and not word.isupper()
    return key is not None and not key.startswith("#") and word[:1].isupper() and inner_capital


def _is_name(word: str, language: str) -> bool:
    """Whether a word is capitalised and no word of the field, no place and no acronym; German writes every noun so."""
    key = key_of(word)
    is_plain = key is None or key.startswith("#") or place_concept(word) is not None
    return word[:1].isupper() and not word.isupper() and not is_plain and (language != "de" or _is_foreign(word))


def _is_foreign(word: str) -> bool:
    """Whether a German word has no ending that German nouns near "Daten" or "Archiv" have; names rarely have one."""
    return not re.search(r"(?:ung|ungen|heit|keit|schaft|en|er|e|s|n|t)$", word)


def members(clusters: Sequence[Sequence[ReportId]]) -> dict[ReportId, int]:
    """The number of each report's cluster."""
    return {doc: i for i, cluster in enumerate(clusters) for doc in cluster}
