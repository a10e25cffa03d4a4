"""Where reports differ, the dossier shows their words and not the keys by which they were brought together."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.differences import differences
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.views import grounds
from overflight.records.claim import Claim, ClaimKind, Filler, Modality, Polarity
from overflight.records.finding import Check, CheckAnswer, Fact, SlotReading

TEXT = "A Boeing 747 of Meridian landed."


def landed(number: int, aircraft: str, norm: str | None, **given: object) -> Claim:
    claim = world.claim("wire", TEXT, TEXT[:-1], ClaimKind.FLIGHT, **given)
    return replace(claim, id=f"c{number}", roles={"aircraft": (Filler(text=aircraft, start=0, end=5, norm=norm),)})


def shown(*claims: Claim, readings: tuple[tuple[str, str], ...]) -> list[str]:
    fact = Fact(
        fact="f", kind=ClaimKind.FLIGHT, statement="it landed", claims=tuple(c.id for c in claims),
        readings={"aircraft": tuple(SlotReading(value=value, docs=(doc,)) for value, doc in readings)},
    )  # fmt: skip
    found = differences(fact, Index(replace(world.calm_case(), claims=claims)))
    return [reading.words for _, rows in found for reading in rows]


def test_a_key_is_shown_in_the_words_of_the_reports() -> None:
    claims = landed(1, "a Boeing 747", "B747"), landed(2, "the jet", None)
    assert shown(*claims, readings=(("B747", "wire"), ("the jet", "retelling"))) == ["a Boeing 747", "the jet"]


def test_two_keys_of_one_wording_are_told_apart_by_the_key() -> None:
    claims = landed(1, "the freighter", "B742"), landed(2, "the freighter", "B744")
    assert shown(*claims, readings=(("B742", "wire"), ("B744", "retelling"))) == [
        "the freighter (B742)",
        "the freighter (B744)",
    ]


def test_firmness_is_told_in_the_words_that_stand_under_each_sentence() -> None:
    fact = Fact(
        fact="f", kind=ClaimKind.FLIGHT, statement="it landed", claims=(),
        readings={"modality": (SlotReading(value="reported", docs=("wire",)), SlotReading(value="believed", docs=("retelling",)))},
    )  # fmt: skip
    ((slot, rows),) = differences(fact, Index(world.calm_case()))
    assert (slot, [reading.words for reading in rows]) == ("firmness", ["stated as fact", "believed"])


def test_one_report_that_lists_several_things_does_not_differ_with_itself() -> None:
    claims = landed(1, "a Boeing 747", "B747"), landed(2, "an Airbus", "A306")
    assert shown(*claims, readings=(("B747", "wire"), ("A306", "wire"))) == []


def test_many_sentences_behind_a_check_stand_under_their_reports() -> None:
    claims = tuple(landed(number, "a Boeing 747", "B747") for number in range(5))
    index = Index(replace(world.calm_case(), claims=claims))
    check = Check(
        question="?", answer=CheckAnswer.CONSISTENT, because=".", evidence=tuple(f"claim:{c.id}" for c in claims)
    )
    assert grounds(check, index) == [("Harbour Wire", [f"claim-c{n}" for n in range(5)])]
    few = grounds(replace(check, evidence=check.evidence[:2]), index)
    assert [targets for _, targets in few] == [["claim-c0"], ["claim-c1"]]


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b", "c"], "a, b and c"),
        (["the airline, who admits it", "an image"], "the airline, who admits it; and an image"),
    ],
)
def test_items_with_commas_of_their_own_are_parted_by_semicolons(items: list[str], words: str) -> None:
    assert wording.listed(items) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "stated as fact"),
        ({"modality": Modality.ALLEGED, "hedge": "reportedly"}, "alleged (“reportedly”)"),
        ({"polarity": Polarity.DENIED}, "denied"),
        ({"modality": Modality.ALLEGED, "polarity": Polarity.UNKNOWN}, "alleged · said to be unknown"),
    ],
)
def test_a_denial_is_not_called_stated_as_fact(given: dict[str, object], words: str) -> None:
    assert wording.firmness(landed(1, "it", None, **given)) == words
