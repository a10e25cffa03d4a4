"""The sentences of a finding: what several reports say in the same words, as firmly and of the same day, is printed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from overflight.records.claim import Attribution, Claim, DateReading


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one sentence that name the same source by the same rule: they differ only in the report."""

    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The claim whose source and rule are printed for all."""
        return self.claims[0]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, in the words of the first report that has it, and who tells it."""

    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Claim:
        """The claim whose words, firmness and day are printed for all."""
        return self.tellings[0].first

    @property
    def ids(self) -> str:
        """The ids of its claims, for the script that lights them up together."""
        return " ".join(claim.id for telling in self.tellings for claim in telling.claims)


def sentences(claims: Iterable[Claim]) -> list[Sentence]:
    """The claims by what they say, in the order given; of each the tellings, in the order given."""
    alike: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_said(claim)].append(claim)
    return [Sentence(_tellings(group)) for group in alike.values()]


def _tellings(claims: Sequence[Claim]) -> tuple[Telling, ...]:
    sources: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        sources[tuple(_source(a) for a in claim.attribution), claim.rule].append(claim)
    return tuple(Telling(tuple(group)) for group in sources.values())


def _said(claim: Claim) -> Hashable:
    """What makes two claims one sentence on the page: their words but for spaces and case, their firmness, their day."""
    words = " ".join(claim.quote.split()).casefold()
    return words, claim.modality, claim.polarity, claim.hedge, _read(claim.date)


def _read(reading: DateReading | None) -> Hashable:
    """A reading of a date without its place in the text."""
    if reading is None:
        return None
    return reading.text, reading.from_on, reading.to_on, reading.reason, reading.anchor_on, reading.alternatives


def _source(attribution: Attribution) -> Hashable:
    return attribution.text.casefold(), attribution.type
