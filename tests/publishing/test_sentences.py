"""What several reports say in the same words is printed once, with every report that says it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world

from overflight.publishing import render_dossier
from overflight.publishing.dossier.sentences import sentences
from overflight.records.claim import Attribution, Claim, ClaimKind, Modality, Polarity, SpeakerType

TEXT = "A Boeing 747 landed in Tunmara."


def told(doc: str, quote: str = "A Boeing 747 landed in Tunmara", **given: object) -> Claim:
    return replace(world.claim("wire", TEXT, TEXT[:-1], ClaimKind.FLIGHT), id=f"{doc}-1", doc=doc, quote=quote, **given)


def by_report(*claims: Claim) -> list[list[list[str]]]:
    return [[[c.doc for c in telling.claims] for telling in sentence.tellings] for sentence in sentences(claims)]


def test_reprints_of_one_sentence_are_one() -> None:
    assert by_report(told("a"), told("b"), told("c", "A Boeing 747  landed\nin Tunmara")) == [[["a", "b", "c"]]]


def test_the_words_of_the_first_report_are_printed() -> None:
    (sentence,) = sentences([told("a"), told("b", "a boeing 747 landed in tunmara")])
    assert sentence.first.quote == "A Boeing 747 landed in Tunmara"
    assert sentence.ids == "a-1 b-1"


@pytest.mark.parametrize(
    "other",
    [
        {"modality": Modality.ALLEGED},
        {"polarity": Polarity.DENIED},
        {"hedge": "may have"},
        {"date": world.LAST_THURSDAY},
        {"quote": "A Boeing 747 landed in Korvath"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_firmness_another_day_or_another_word_is_another_sentence(other: dict[str, object]) -> None:
    assert by_report(told("a"), told("b", **other)) == [[["a"]], [["b"]]]


def test_the_place_of_a_date_in_the_text_makes_no_other_sentence() -> None:
    later = replace(world.LAST_THURSDAY, start=700, end=713)
    assert by_report(told("a", date=world.LAST_THURSDAY), told("b", date=later)) == [[["a", "b"]]]


def test_reports_that_name_another_source_stand_apart_within_the_sentence() -> None:
    officials = (Attribution(text="officials", start=0, end=9, type=SpeakerType.ANONYMOUS),)
    assert by_report(told("a"), told("b", attribution=officials), told("c")) == [[["a", "c"], ["b"]]]


def test_the_dossier_prints_the_sentence_once_and_leads_to_each_report() -> None:
    case = world.calm_case()
    first = case.claims[0]
    again = replace(first, id="again-1", doc="persian", start=0, end=5)
    finding = replace(case.findings[0], claims=(first.id, again.id))
    page = render_dossier(replace(case, claims=(*case.claims, again), findings=(finding, *case.findings[1:])))
    card = page[page.index('id="finding-F1"') :].split("</article>")[0]
    assert card.count(first.quote) == 1
    assert "In the same words in 2 reports" in card
    assert 'href="#claim-again-1"' in card
