"""One readable name for those whom a report rests on, however it speaks of them."""

from __future__ import annotations

import pytest

from overflight.documents.lineage.source_names import source_names
from overflight.records.claim import Attribution, Claim, ClaimId, ClaimKind, Modality, Polarity, SpeakerType
from overflight.records.source import ReportId


def names(*told: tuple[str, str, str | None]) -> list[str]:
    """The names of speakers (words, kind, norm) in the order in which one report has them."""
    speakers = [
        Attribution(text=text, start=100 * i, end=100 * i + len(text), type=SpeakerType(kind), norm=norm)
        for i, (text, kind, norm) in enumerate(told, start=1)
    ]
    claim = Claim(
        id=ClaimId("c"), doc=ReportId("r"), kind=ClaimKind.FLIGHT, subtype=None, quote="…", start=0, end=1,
        modality=Modality.REPORTED, polarity=Polarity.AFFIRMED, roles={}, date=None, attribution=tuple(speakers),
        rule="test", extractor="test",
    )  # fmt: skip
    found = source_names([claim])
    return [found.name(ReportId("r"), speaker) for speaker in speakers]


def test_an_outlet_bears_one_name_whatever_stands_around_it():
    told = names(
        ("An investigation by the Delta Times news outlet", "outlet", None), ("the Delta Times", "outlet", "person:x")
    )
    assert told == ["Delta Times", "Delta Times"]


@pytest.mark.parametrize("words", ["The paper", "the outlet", "a new report", "it", "the report"])
def test_words_without_a_name_stand_for_the_nearest_outlet_named(words):
    told = names(("the Delta Times", "outlet", None), (words, "outlet", None))
    assert told == ["Delta Times", "Delta Times"]


def test_a_report_before_the_first_name_is_the_outlet_that_follows():
    assert names(("a new report", "report", None), ("Harbour Wire", "outlet", None)) == ["Harbour Wire", "Harbour Wire"]


def test_of_two_outlets_the_nearer_one_before_is_meant():
    told = names(("Harbour Wire", "outlet", None), ("the Delta Times", "outlet", None), ("The paper", "outlet", None))
    assert told[2] == "Delta Times"


def test_a_described_outlet_keeps_its_description():
    assert names(("the Burmese newspaper", "outlet", None)) == ["Burmese newspaper"]


def test_a_state_whose_one_authority_is_named_is_that_authority():
    told = names(("the US Treasury Department", "official", "org:us-treasury"), ("the US", "official", "US"))
    assert told == ["US Treasury Department", "US Treasury Department"]


def test_an_organisation_is_written_as_reports_write_it():
    assert names(("the Prisoners' Aid Association (PAA)", "ngo", "org:paa")) == ["Prisoners' Aid Association (PAA)"]
