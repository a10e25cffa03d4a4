"""Passages that two reports share: sentences aligned by weighted keys and runs of words, rare ones counting most."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from overflight.documents.lineage.profile import Profile, SentenceKeys
from overflight.records.source import ReportId

KIND_WEIGHT: Mapping[str, float] = {"#": 1.0, "~": 1.6, "=": 1.6, "@": 2.0}
"""How much a kind of key tells, beside its rarity: concepts, names, numbers, days; 1.0 for stems. Names of one event are
in every report about it, so they count for less than their rarity alone would give."""

PRIOR_REPORTS = 8
"""Reports added to the count when rarity is measured, so that a case of two reports does not find every word common."""

SMALLEST_MATCH = 0.34
"""Weighted share of a sentence's keys that an aligned sentence of the other report must hold."""

SMALLEST_WEIGHT = 7.0
"""Sum of key weights below which an agreement is chance."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A sentence of one report and the sentence of another that it resembles most."""

    child: int
    parent: int
    share: float
    weight: float
    run: int


@dataclass(frozen=True)
class Rarity:
    """How much each key tells: log of reports over reports that hold it, times the weight of its kind."""

    reports: int
    counts: Mapping[str, int]

    def of(self, key: str) -> float:
        """The weight of a key."""
        rarity = math.log((self.reports + PRIOR_REPORTS) / max(1, self.counts.get(key, 1)))
        return max(0.0, rarity) * KIND_WEIGHT.get(key[:1], 1.0)

    @property
    def unit(self) -> float:
        """The weight of a stem that two reports share and no other has: what thresholds are multiples of."""
        return math.log((self.reports + PRIOR_REPORTS) / 2)

    def total(self, keys: Iterable[str]) -> float:
        """The weight of several keys."""
        return sum(self.of(key) for key in keys)


def measure_rarity(profiles: Sequence[Profile]) -> Rarity:
    """In how many reports each key stands."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts.update(profile.keys)
    return Rarity(len(profiles), counts)


def align(child: Profile, parent: Profile, rarity: Rarity) -> tuple[Alignment, ...]:
    """For each sentence of the child its best sentence of the parent, where one is good enough."""
    is_cross = child.language != parent.language
    theirs = [comparable(s, rarity, is_cross=is_cross) for s in parent.sentences]
    back = [rarity.total(keys) for keys in theirs]
    found = []
    for i, sentence in enumerate(child.sentences):
        mine = comparable(sentence, rarity, is_cross=is_cross)
        total = rarity.total(mine)
        best: tuple[float, float, int] | None = None
        for j, keys in enumerate(theirs):
            shared = rarity.total(mine & keys)
            score = 2 * shared / (total + back[j]) if shared else 0.0
            if shared >= SMALLEST_WEIGHT and (best is None or (score, shared) > best[:2]):
                best = (score, shared, j)
        if best is not None and best[0] >= SMALLEST_MATCH:
            found.append(Alignment(i, best[2], best[0], best[1], longest_run(sentence, parent.sentences[best[2]])))
    return tuple(found)


def comparable(sentence: SentenceKeys, rarity: Rarity, *, is_cross: bool) -> frozenset[str]:
    """The keys by which a sentence can be compared: across languages no stems, and no sounds that stand nowhere else."""
    if not is_cross:
        return sentence.keys
    return frozenset(k for k in sentence.keys if k[0] in "#=@" or (k[0] == "~" and rarity.counts.get(k, 0) > 1))


def longest_run(a: SentenceKeys, b: SentenceKeys) -> int:
    """The longest run of words that two sentences share."""
    best = 0
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(b.words):
        places[word].append(j)
    lengths: dict[int, int] = {}
    for word in a.words:
        lengths = {j: lengths.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max([best, *lengths.values()])
    return best


def coverage(child: Profile, found: Sequence[Alignment], rarity: Rarity, *, is_cross: bool) -> float:
    """Share of a report's weight that lies in its aligned sentences, each as far as it is matched."""
    whole = [rarity.total(comparable(s, rarity, is_cross=is_cross)) for s in child.sentences]
    total = sum(whole)
    return sum(a.share * whole[a.child] for a in found) / total if total else 0.0


def kept_order(found: Sequence[Alignment]) -> float:
    """Share of the aligned sentences that stand in the parent's order (longest rising run over their number)."""
    rising: list[int] = []
    for alignment in found:
        i = next((k for k, v in enumerate(rising) if v >= alignment.parent), len(rising))
        rising[i : i + 1] = [alignment.parent]
    return len(rising) / len(found) if found else 0.0


def candidates(
    profiles: Sequence[Profile], rarity: Rarity, *, most: int = 40
) -> Mapping[ReportId, tuple[ReportId, ...]]:
    """For each report the reports that share most weight of rare keys with it; keys of too many reports are passed over."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(profiles):
        for key in profile.keys:
            holders[key].append(i)
    widest = max(50, len(profiles) // 100)
    found = {}
    for i, profile in enumerate(profiles):
        shared: defaultdict[int, float] = defaultdict(float)
        for key in sorted(profile.keys):
            if len(holders[key]) <= widest:
                weight = rarity.of(key)
                for j in holders[key]:
                    shared[j] += weight
        shared.pop(i, None)
        best = sorted(shared, key=lambda j: (-shared[j], profiles[j].doc))[:most]
        found[profile.doc] = tuple(profiles[j].doc for j in best)
    return found
