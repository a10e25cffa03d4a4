"""One text in many outlets on one day: no direction, no edge, and still one witness; sentences that came from elsewhere."""

from __future__ import annotations

import dataclasses

import pytest

from overflight.assessment.origins import count_origins, index_origins
from overflight.documents.lineage import trace_lineage
from tests.assessment.builders import SIMURGH, claim
from tests.documents.lineage.builders import TRANSLATION_ES, WIRE, report, reprint, separate, translation, wire

VALDORIA = ("Valdoria", "Valdoria,VA")


def landed(doc, text=WIRE, *, word="landed", **more):
    """The claim of a landing, where the word that tells it stands."""
    start = text.index(word)
    told = claim("flight", doc, on="2024-05-04", actor=SIMURGH, destination=VALDORIA, **more)
    return dataclasses.replace(told, start=start, end=start + len(word))


def origins(reports, claims):
    found = count_origins(claims, index_origins(claims, trace_lineage(reports, claims)))
    return found.min, found.max


def without_a_paragraph(text, number):
    paragraphs = text.split("\n\n")
    return "\n\n".join(p for i, p in enumerate(paragraphs) if i == 0 or i != number % len(paragraphs))


def copies(count, *, language="en", text=WIRE):
    return [
        report(
            f"{language}{i:02}", without_a_paragraph(text, i), on="2024-05-06", outlet=f"Paper {i}", language=language
        )
        for i in range(count)
    ]


def test_two_copies_of_one_day_have_no_edge_and_are_one_witness():
    pair = copies(2)
    traced = trace_lineage(pair, ())
    assert traced.edges == ()
    assert traced.clusters == (("en00", "en01"),)
    assert origins(pair, [landed("en00"), landed("en01")]) == (1, 1)


def test_two_separate_pieces_of_one_day_stay_two():
    apart = dataclasses.replace(separate(), published_on=wire().published_on)
    assert trace_lineage((wire(), apart), ()).clusters == (("separate",), ("wire",))


def test_thirty_outlets_with_one_text_in_two_languages_are_one_witness():
    english, spanish = copies(15), copies(15, language="es", text=TRANSLATION_ES)
    claims = [landed(r.doc, r.text) for r in english] + [landed(r.doc, r.text, word="aterrizó") for r in spanish]
    assert len(trace_lineage((*english, *spanish), ()).clusters) == 1
    assert origins((*english, *spanish), claims) == (1, 1)


@pytest.mark.parametrize("crowd", [0, 20])
def test_a_separate_piece_stays_apart_however_many_copy_the_other(crowd):
    clusters = trace_lineage((wire(), separate(), *copies(crowd)), ()).clusters
    assert ("separate",) in clusters and len(clusters) == 2


def test_a_claim_in_a_sentence_taken_over_is_no_witness_though_its_claim_was_not_found_there():
    other = claim("flight", "other", on="2024-05-04", actor=SIMURGH, destination=VALDORIA)
    told = [landed("translation", TRANSLATION_ES, word="aterrizó"), landed("copy")]
    copy = reprint(wire(), "copy", on="2024-05-07")
    found = trace_lineage((wire(), translation(), copy), told)
    assert {e.doc for e in found.echoes} == {"wire"}
    assert origins((wire(), translation(), copy), told) == (1, 1)
    assert origins((wire(), translation(), copy), [*told, other])[1] == 2


def test_a_claim_on_a_speaker_of_whom_the_parent_knows_nothing_is_its_own():
    own = landed("copy", said_by=[("Dragutin Velimirovic", "named", "person:dragutin-velimirovic")])
    copy = reprint(wire(), "copy", on="2024-05-07")
    assert trace_lineage((wire(), copy), [own]).echoes == ()


def test_a_paragraph_of_background_makes_no_copy_though_names_are_shared_elsewhere():
    background = (
        "\n\nA study of three winters counted 11 flights by small freighters from Valdoria to Port Orsk and Tarsis, and not "
        "one of them was searched by anybody who was paid to search it, the harbour pilots say.\n"
    )
    study = report(
        "study",
        "At half past one the lamps of the field go down to a third, and the turboprops of Simurgh Air Cargo start. A loader "
        "says that the papers spoke of tiles. Tiles need no guards, she says." + background,
        on="2024-02-01",
        outlet="Harbour Wire",
    )
    news = report("news", WIRE + background, on="2024-05-06", outlet="Harbour Wire")
    (edge,) = trace_lineage((study, news), ()).edges
    assert edge.relation == "background"


def test_two_who_retell_one_release_took_nothing_from_each_other():
    first = report("first", TRANSLATION_ES, on="2024-05-07", outlet="El Faro Austral", language="es")
    second = report(
        "second", TRANSLATION_ES.replace("hasta el lado", "al lado"), on="2024-05-09", outlet="Costa", language="es"
    )
    third = report("third", WIRE.replace("behind a screen of", "behind"), on="2024-05-08", outlet="Evening Lamp")
    found = {(e.doc, e.parent) for e in trace_lineage((wire(), first, second, third), ()).edges}
    assert ("third", "wire") in found and ("third", "first") not in found
    assert ("second", "third") not in found


FREE = """Seventeen crates thought to hold drone parts reached Valdoria on the first Saturday of May, it was learned on Tuesday.

Soldiers of the Lantern Brigade took them off an Antonov of Simurgh Air Cargo on the military side of the airport, behind a
row of trucks that screened the unloading from the terminal. Two officers of the customs know of it.

Kermanabad, where the plane had come from, has sold Valdoria radars worth 12 million dollars since 2019, the Institute for
Arms Ledgers reckons. The Antonov was gone again before dawn on the fifth.
"""


def test_a_free_rewrite_that_names_nobody_comes_from_the_text_it_retells():
    found = trace_lineage((wire(), report("free", FREE, on="2024-05-07", outlet="Daily Pelican")), ())
    (edge,) = found.edges
    assert (edge.doc, edge.parent, edge.is_named) == ("free", "wire", False)
    assert found.clusters == (("free", "wire"),)


def test_two_hands_on_one_event_retell_nothing_though_they_name_the_same_people():
    own = report(
        "own",
        "Parviz Ahmadi of Simurgh Air Cargo has a tailor in Valdoria, and the tailor has a window. An Antonov came in on the "
        "evening of May 4, he says, and men of the Lantern Brigade drove up. He sewed a button on and went home.\n\n"
        "The street lamps were out until five. A bakery on the corner saw lorries leave one by one, and nobody bought bread. "
        "Ahmadi has not collected his suit.",
        on="2024-05-08",
        outlet="Daily Pelican",
    )
    assert trace_lineage((wire(), own), ()).edges == ()
