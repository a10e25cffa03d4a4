"""Passages that two reports share: sentences aligned by weighted keys and runs of words, rare ones counting most."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scipy.sparse import csr_matrix

from overflight.documents.lineage.profile import Profile, SentenceKeys
from overflight.documents.lineage.settings import LineageSettings
from overflight.records.source import ReportId

KIND_WEIGHT: Mapping[str, float] = {"#": 1.0, "~": 1.6, "=": 1.6, "@": 2.0}
"""How much a kind of key tells, beside its rarity: concepts, names, numbers, days; 1.0 for stems. Names of one event are
in every report about it, so they count for less than their rarity alone would give."""

PRIOR_REPORTS = 8
"""Reports added to the count when rarity is measured, so that a case of two reports does not find every word common."""

EVERYWHERE = 1.3
"""Least rarity of a key, as natural logarithm: what stands in more than a quarter of the reports counts alike. Where a whole
case tells one story, its names and figures stand everywhere and would weigh nothing, while words that one writer alone uses
would weigh all; then thirty translations of one release share nothing. Reports of one event by two hands stay apart up to 2.0."""

COMMON_KEY = 50
COMMON_SHARE = 0.01
"""A key that stands in more reports than both the number and the share brings no candidates: it would bring everybody."""

BLOCK = 500
"""Reports multiplied at a time: bounds memory, changes no result."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A sentence of one report and the sentence of another that it resembles most."""

    child: int
    parent: int
    share: float
    weight: float


GRAIN = 1_000_000
"""Weights are whole numbers of this fraction: their sums do not depend on the order of adding, hence on no hash seed."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each key tells: log of reports over reports that hold it, times the weight of its kind, in grains."""

    reports: int
    counts: Mapping[str, int]
    grains: Mapping[str, int]

    @property
    def unit(self) -> float:
        """The weight of a stem that two reports share and no other has: what thresholds are multiples of."""
        return math.log((self.reports + PRIOR_REPORTS) / 2)

    def of(self, key: str) -> float:
        """The weight of a key."""
        return self.grains[key] / GRAIN

    def total(self, keys: Iterable[str]) -> float:
        """The weight of several keys."""
        return sum(map(self.grains.__getitem__, keys)) / GRAIN


def measure_rarity(profiles: Sequence[Profile]) -> Rarity:
    """In how many reports each key stands, and what it weighs therefore."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts.update(profile.keys)
    size = len(profiles) + PRIOR_REPORTS
    rarity = {key: max(EVERYWHERE, math.log(size / n)) for key, n in counts.items()}
    grains = {key: round(GRAIN * value * KIND_WEIGHT.get(key[:1], 1.0)) for key, value in rarity.items()}
    return Rarity(len(profiles), counts, grains)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A report made ready for comparison within its language or across: keys and weight of each sentence, and where keys stand."""

    keys: tuple[frozenset[str], ...]
    weights: tuple[float, ...]
    places: Mapping[str, tuple[int, ...]]


def weigh(profile: Profile, rarity: Rarity, *, is_cross: bool) -> Weighed:
    """The report's sentences as they are compared."""
    keys = tuple(comparable(s, rarity, is_cross=is_cross) for s in profile.sentences)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, held in enumerate(keys):
        for key in held:
            places[key].append(j)
    return Weighed(keys, tuple(rarity.total(k) for k in keys), {key: tuple(at) for key, at in places.items()})


def comparable(sentence: SentenceKeys, rarity: Rarity, *, is_cross: bool) -> frozenset[str]:
    """The keys by which a sentence can be compared: across languages no stems, and no sounds that stand nowhere else."""
    if not is_cross:
        return sentence.keys
    return frozenset(k for k in sentence.keys if k[0] in "#=@" or (k[0] == "~" and rarity.counts[k] > 1))


def align(child: Weighed, parent: Weighed, rarity: Rarity, settings: LineageSettings) -> tuple[Alignment, ...]:
    """For each sentence of the child its best sentence of the parent, where one is good enough; runs are not counted yet."""
    found = []
    for i, mine in enumerate(child.keys):
        meets: defaultdict[int, int] = defaultdict(int)
        for key in mine & parent.places.keys():
            for j in parent.places[key]:
                meets[j] += rarity.grains[key]
        best: tuple[float, float, int] | None = None
        for j, grains in meets.items():
            shared = grains / GRAIN
            if shared < settings.smallest_weight:
                continue
            score = 2 * shared / (child.weights[i] + parent.weights[j])
            if best is None or (score, shared, -j) > best:
                best = (score, shared, -j)
        if best is not None and best[0] >= settings.smallest_match:
            found.append(Alignment(i, -best[2], best[0], best[1]))
    return tuple(found)


def longest_run(a: Sequence[str], b: Sequence[str]) -> int:
    """The longest run of words that two sentences share."""
    best = 0
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        places[word].append(j)
    lengths: dict[int, int] = {}
    for word in a:
        lengths = {j: lengths.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max([best, *lengths.values()])
    return best


def coverage(child: Weighed, found: Sequence[Alignment]) -> float:
    """Share of a report's weight that lies in its aligned sentences, each as far as it is matched."""
    total = math.fsum(child.weights)
    return math.fsum(a.share * child.weights[a.child] for a in found) / total if total else 0.0


def kept_order(found: Sequence[Alignment]) -> float:
    """Share of the aligned sentences that stand in the parent's order (longest rising run over their number)."""
    rising: list[int] = []
    for alignment in found:
        i = next((k for k, v in enumerate(rising) if v >= alignment.parent), len(rising))
        rising[i : i + 1] = [alignment.parent]
    return len(rising) / len(found) if found else 0.0


def candidates(
    profiles: Sequence[Profile], rarity: Rarity, settings: LineageSettings
) -> Mapping[ReportId, Mapping[ReportId, float]]:
    """For each report the reports that share most weight of rare keys with it, most first, and that weight.

    Too common keys are passed over.

    Sparse matrices do the counting: a report against all others is one row of a product.
    """
    rows, columns, values = [], [], []
    widest = max(COMMON_KEY, round(COMMON_SHARE * len(profiles)))
    known = sorted(key for key, count in rarity.counts.items() if 1 < count <= widest)
    column_of = {key: c for c, key in enumerate(known)}
    for i, profile in enumerate(profiles):
        for key in profile.keys:
            if key in column_of:
                rows.append(i)
                columns.append(column_of[key])
                values.append(math.sqrt(rarity.of(key)))
    matrix = csr_matrix((values, (rows, columns)), shape=(len(profiles), len(known)))
    least = settings.least_shared_units * rarity.unit
    found = {}
    for start in range(0, len(profiles), BLOCK):
        product = (matrix[start : start + BLOCK] @ matrix.T).tocsr()
        for r in range(product.shape[0]):
            i = start + r
            span = slice(product.indptr[r], product.indptr[r + 1])
            shared = [
                (-round(float(v), 6), profiles[j].doc)
                for j, v in zip(product.indices[span], product.data[span], strict=True)
                if j != i and v >= least
            ]
            found[profiles[i].doc] = {doc: -weight for weight, doc in sorted(shared)[: settings.most_candidates]}
    return found
