"""Who took what from whom: passages, citations, translations, reprints, hidden parents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.documents.lineage import trace_lineage
from tests.documents.lineage.builders import REWRITE, WIRE, report, reprint, rewrite, separate, translation, wire


def edges(*reports):
    traced = trace_lineage(reports, ())
    return {(e.doc, e.parent): e for e in traced.edges}


def clusters(*reports):
    return trace_lineage(reports, ()).clusters


def test_a_report_that_names_an_outlet_descends_from_its_piece():
    edge = edges(wire(), rewrite())["rewrite", "wire"]
    assert edge.is_named and edge.is_direct
    assert "Harbour Wire" in edge.evidence


def test_a_translation_that_names_nobody_descends_from_the_text_it_translates():
    edge = edges(wire(), translation())["translation", "wire"]
    assert not edge.is_named
    assert "translation" in edge.signals
    assert "hidden parent" in edge.evidence


def test_a_reprint_is_one_witness_with_its_original():
    copy = reprint(wire(), "copy", on="2024-05-07")
    assert edges(wire(), copy)["copy", "wire"].relation == "copy"
    assert clusters(wire(), copy) == (("copy", "wire"),)


def test_two_separate_pieces_on_one_event_stay_two():
    assert ("separate", "wire") not in edges(wire(), separate())
    assert clusters(wire(), separate()) == (("separate",), ("wire",))


def test_a_translation_counts_with_its_original():
    assert clusters(wire(), translation(), separate()) == (("separate",), ("translation", "wire"))


def test_no_report_descends_from_a_later_one():
    traced = trace_lineage((wire(), rewrite(), translation()), ())
    on = {r.doc: r.published_on for r in (wire(), rewrite(), translation())}
    assert all(on[e.parent] < on[e.doc] for e in traced.edges)


def test_an_undated_page_with_marks_of_machine_translation_is_the_descendant():
    page = report("page", "Valdoria () – " + WIRE.replace("believed", "believed of the. army") + "\nSource link\n")
    found = edges(wire(), page)
    assert ("page", "wire") in found and ("wire", "page") not in found
    assert "empty dateline" in found["page", "wire"].evidence


def test_a_parent_that_is_not_named_is_told_by_readings_that_only_it_has():
    drifted = REWRITE.replace("May 4", "May 11").replace("17 crates", "at least 23 crates").replace(
        "it was gone before dawn on May 5", "a colonel named Dragutin Velimirovic watched it leave for Port Orsk"
    )  # fmt: skip
    between = report("between", drifted, on="2024-05-08", outlet="Pelican Digest")
    last = report(
        "last",
        "Harbour Wire has found another freighter. Colonel Dragutin Velimirovic stood by on May 11 as the Antonov of Simurgh "
        "Air Cargo left Valdoria for Port Orsk, and no fewer than 23 crates stayed behind with the Lantern Brigade.",
        on="2024-05-10",
        outlet="Evening Lamp",
    )
    found = edges(wire(), between, last)
    assert ("last", "between") in found
    assert not found["last", "between"].is_named
    assert not found["last", "wire"].is_direct


def test_a_paragraph_of_background_joins_no_stories():
    background = (
        "\n\nKermanabad has for many years sent weapons to its friends on a handful of ageing freighters whose owners "
        "change their names with every new season of sanctions.\n"
    )
    first = report("first", WIRE + background, on="2024-05-06", outlet="Harbour Wire")
    other = report(
        "other",
        "A ship loaded with onions ran aground off Tarsis on Friday. The crew of eleven is safe. The captain blamed fog, the "
        "harbour master blamed the captain, and the insurers said that they would wait for the divers." + background,
        on="2024-06-01",
        outlet="Harbour Wire",
    )
    traced = trace_lineage((first, other), ())
    assert [e.relation for e in traced.edges] == ["background"]
    assert traced.clusters == (("first",), ("other",))


def test_an_outlet_is_recognised_in_another_script():
    russian = report(
        "russian",
        "Грузовой самолёт авиакомпании «Симург Эйр Карго» приземлился в Вальдории 4 мая, на борту было 17 ящиков, сообщает "
        "Харбор Вайр. Ан-26 прилетел из Керманабада; солдаты бригады «Лантерн» разгрузили его у военных ангаров. 5 мая "
        "самолёт улетел. Директор авиакомпании Парвиз Ахмади не ответил на звонки.",
        on="2024-05-09",
        outlet="Северный причал",
        language="ru",
    )
    assert edges(wire(), russian)["russian", "wire"].is_named


def test_hostile_text_does_no_harm():
    odd = [report("empty", ""), report("marks", "!!! … ??? \u202e\u200b"), report("digits", "9" * 5000)]
    assert trace_lineage(odd, ()).edges == ()


@settings(max_examples=10, deadline=None)
@given(st.permutations([wire(), rewrite(), translation(), separate()]))
def test_the_order_of_the_reports_does_not_matter(shuffled):
    assert trace_lineage(shuffled, ()) == trace_lineage((wire(), rewrite(), translation(), separate()), ())


@pytest.mark.parametrize("outlet", [None, "", "The", "…"])
def test_an_outlet_without_a_name_is_no_obstacle(outlet):
    odd = report("odd", WIRE, on="2024-05-10", outlet=outlet)
    assert ("odd", "wire") in edges(wire(), odd)
