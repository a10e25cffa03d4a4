"""What was taken over with a sentence, what drifted on the way, and on whose day a relative date is read."""

from __future__ import annotations

import pytest

from overflight.assessment.settings import AssessmentSettings
from overflight.documents.lineage import trace_lineage
from overflight.documents.lineage.drift import drift_between, word_difference
from overflight.documents.lineage.events import same_event
from overflight.documents.lineage.keys import skeleton
from overflight.documents.lineage.place_words import place_concept
from overflight.documents.lineage.readings import compare_numbers, is_registration
from tests.assessment.builders import SIMURGH, claim, filler, reading
from tests.documents.lineage.builders import report, rewrite, wire

VALDORIA = ("Valdoria", "Valdoria,VA")
CRATES = filler("17 crates", "17 crates", min=17, max=17)


def crates(doc, **more):
    given = {
        "carrier": SIMURGH,
        "destination": VALDORIA,
        "object": "drone parts",
        "quantity": CRATES,
        "on": "2024-05-04",
    }
    return claim("transfer", doc, **{**given, **more})


def slots(child, parent):
    return {d.slot: (d.was, d.became) for d in drift_between(child, parent)}


def test_a_lost_hedge_is_drift():
    assert slots(crates("b"), crates("a", modality="believed")) == {"modality": ("believed", "reported")}


def test_a_figure_that_gains_at_least_is_drift():
    more = filler("at least 17 crates", "17.. crates", min=17)
    assert slots(crates("b", quantity=more), crates("a")) == {"quantity": ("17 crates", "at least 17 crates")}


def test_a_changed_item_is_drift_and_its_translation_is_not():
    assert "object" in slots(crates("b", object="drones"), crates("a"))
    assert "object" not in slots(crates("b", object="piezas de drones"), crates("a"))


def test_a_changed_day_is_drift():
    assert "date" in slots(crates("b", on="2024-05-11"), crates("a"))


def test_a_speaker_left_out_is_drift():
    told = crates("a", said_by=[("two customs officers", "anonymous")])
    assert slots(crates("b"), told)["attribution"] == ("two customs officers", None)


def test_what_was_unknown_and_became_an_assertion_is_drift():
    unknown = claim("flight", "a", pilot=("Parviz Ahmadi", "person:parviz-ahmadi"), polarity="unknown")
    flat = claim("flight", "b", pilot=("Parviz Ahmadi", "person:parviz-ahmadi"), modality="alleged")
    assert {d.became for d in drift_between(flat, unknown)} == {"alleged", "affirmed"}


def test_nothing_drifts_in_a_faithful_copy():
    assert drift_between(crates("b"), crates("a")) == ()


def test_a_word_difference_tells_what_was_lost_and_gained():
    was, became = "17 crates believed to hold drone parts", "17 crates of drone parts"
    assert word_difference(was, became) == (
        ("same", "17 crates"), ("lost", "believed to hold"), ("gained", "of"), ("same", "drone parts"),
    )  # fmt: skip


def test_claims_on_one_event_agree_more_than_claims_on_two():
    there = claim("flight", "a", on="2024-05-04", actor=SIMURGH, destination=("Mashhad", "Mashhad,IR"))
    again = claim("flight", "b", on="2024-05-04", actor=SIMURGH, destination=("Mashhad", "Mashhad,IR"))
    back = claim("flight", "b", on="2024-05-05", actor=SIMURGH, destination=("Yangon", "Yangon,MM"))
    assert same_event(there, again) >= AssessmentSettings().same_event > same_event(there, back)


def relative(text, first, **more):
    return reading(first, text=text, **more)


def test_a_relative_day_taken_over_with_its_sentence_is_read_on_the_ancestors_day():
    original = crates("wire", on=relative("last Thursday", "2024-05-02"))
    copied = crates("rewrite", on=relative("last Thursday", "2024-05-09"), said_by=[("Harbour Wire", "outlet")])
    traced = trace_lineage((wire(), rewrite()), (original, copied))
    (one,) = traced.inherited
    assert one.ancestor == "wire"
    assert str(one.reading.from_on) == "2024-05-02"
    assert one.reading.local_reading == "2024-05-09"
    assert str(one.reading.alternatives[0].from_on) == "2024-05-09"


def test_an_explicit_day_is_never_overruled_by_an_ancestor():
    original = crates("wire", on=relative("last Thursday", "2024-05-02"))
    explicit = crates("rewrite", on=relative("Thursday, 9 May 2024", "2024-05-09"))
    traced = trace_lineage((wire(), rewrite()), (original, explicit))
    assert traced.inherited == ()
    assert "date" in {d.slot for d in traced.drift}


def test_a_day_without_a_year_on_a_page_without_a_date_takes_it_from_a_report_on_the_same_matter():
    dated = claim("visit", "dated", on=relative("4 May 2024", "2024-05-04"), actor="a delegation", destination=VALDORIA)
    bare = claim("visit", "bare", on=relative("May 4", "2025-05-04"), actor="a delegation", destination=VALDORIA)
    reports = (report("dated", "One thing.", on="2024-05-06"), report("bare", "Another thing."))
    (one,) = trace_lineage(reports, (dated, bare)).inherited
    assert (one.claim, str(one.reading.from_on)) == (bare.id, "2024-05-04")
    assert "neither its own date nor a year" in one.reading.reason


def test_a_claim_with_a_source_of_its_own_does_not_descend():
    original = crates("wire", said_by=[("two customs officers", "anonymous")])
    own = crates("rewrite", said_by=[("a satellite image", "imagery")])
    assert trace_lineage((wire(), rewrite()), (original, own)).descents == ()


def test_outside_origins_are_nodes_too():
    told = crates("wire", said_by=[("two customs officers", "anonymous")])
    traced = trace_lineage((wire(),), (told,))
    assert [(e.doc, e.parent) for e in traced.edges] == [("wire", "ext:two customs officers")]


def test_the_same_words_read_on_the_ancestors_day_are_no_drift():
    original = crates("wire", on=relative("last Thursday", "2024-05-02"))
    copied = crates("rewrite", on=relative("last Thursday", "2024-05-09"), said_by=[("Harbour Wire", "outlet")])
    assert "date" not in {d.slot for d in trace_lineage((wire(), rewrite()), (original, copied)).drift}


def marked(mark, **more):
    return claim("flight", on="2024-05-04", aircraft=(mark, mark), destination=VALDORIA, **more)


def test_registrations_of_digits_alone_tell_aircraft_apart():
    assert same_event(marked("UR-76022"), marked("UR-76022")) > same_event(marked("UR-76022"), marked("UR-76023"))


@pytest.mark.parametrize("norm", ["EP-TDA", "UR-76022", "RA-76842", "5A-DRS", "N4522V", "B-2447"])
def test_a_form_that_some_state_gives_is_a_registration(norm):
    assert is_registration(norm)


@pytest.mark.parametrize("norm", ["IL76", "B747", "C-130", "CONT", "MiG-29", "person:ali-reza"])
def test_a_type_of_aircraft_is_no_registration(norm):
    assert not is_registration(norm)


def test_a_flight_to_a_place_and_one_from_it_are_two():
    out = claim("flight", "a", actor=SIMURGH, origin=("Mashhad", "Mashhad,IR"))
    back = claim("flight", "b", actor=SIMURGH, destination=("Mashhad", "Mashhad,IR"))
    assert same_event(out, back) < 0 < same_event(out, out)


def test_figures_in_other_units_say_nothing_against_each_other():
    crates_, sights = filler("18 crates", min=18, max=18, unit="crates"), filler("432", min=432, max=432)
    assert compare_numbers(crates_, sights) == 0
    assert compare_numbers(crates_, filler("14 crates", min=14, max=14, unit="crates")) < 0


@pytest.mark.parametrize(("one", "other"), [("Sudan", "سودان"), ("Meridian", "ميريديان"), ("Kabul", "کابول")])
def test_a_name_sounds_the_same_with_its_long_vowels_written(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("word", ["Cyprus", "Chypre", "Zypern", "Кипре", "قبرص", "chypriotes"])
def test_a_state_and_its_people_are_one_concept_in_every_language(word):
    assert place_concept(word) == "#place CY"


@pytest.mark.parametrize("word", ["chile", "congress", "Конгресс", "niger"])
def test_a_word_that_only_looks_like_a_state_is_none(word):
    assert place_concept(word) is None


def test_one_person_on_two_boards_holds_two_offices():
    ahmadi = ("Parviz Ahmadi", "person:parviz-ahmadi")
    first = claim("role", "a", actor=ahmadi, object="the board of Ural Dynamo")
    same = claim("role", "b", actor=ahmadi, object="el consejo de Ural Dynamo")
    other = claim("role", "b", actor=ahmadi, object="the founder of Simurgh")
    assert same_event(first, same) >= AssessmentSettings().same_event > same_event(first, other)
