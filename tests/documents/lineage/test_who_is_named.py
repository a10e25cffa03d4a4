"""When a name in a report makes its bearer a source: whole names, words of telling, authorities and their releases."""

from __future__ import annotations

import pytest

from overflight.documents.lineage import trace_lineage
from tests.documents.lineage.builders import REWRITE, WIRE, report, wire

CUSTOMS = """The customs service of Valdoria seized 17 crates of drone parts on May 4. They had been declared as tiles.

The crates were on board an Antonov of Simurgh Air Cargo which had come from Kermanabad. The pilot and a loader of the
airline were arrested. The goods are worth 12 million dollars. The receiver was the Lantern Brigade.
"""


def edges(*reports):
    return {(e.doc, e.parent) for e in trace_lineage(reports, ()).edges if not e.parent.startswith("ext:")}


def retold(first_sentence, outlet="Evening Lamp"):
    return report(
        "retold",
        f"{first_sentence} The Antonov left Valdoria on May 5 for Kermanabad, and Parviz Ahmadi had no time "
        "for questions. Our own evening began at the fish stall, where Mira Tolvanen had counted the lamps of an aeroplane. "
        "She sells smoked eel and remembers numbers. The welder next door slept badly, he says, and blames the noise. Their "
        "street has complained to the mayor about it since the winter, without an answer.",
        on="2024-05-09",
        outlet=outlet,
    )


def test_the_first_word_of_an_outlets_name_inside_another_name_names_no_outlet():
    harbour = report("wire", WIRE, on="2024-05-06", outlet="Simurgh Docket")
    assert ("retold", "wire") not in edges(harbour, retold("An Antonov of Simurgh Air Cargo was in town."))


def test_alone_the_first_word_of_an_outlets_name_stands_for_it():
    docket = report("wire", WIRE, on="2024-05-06", outlet="Pelican Docket")
    assert ("retold", "wire") in edges(docket, retold("An Antonov brought 17 crates, Pelican reported on Monday."))


@pytest.mark.parametrize("told", ["according to Harbour Wire", "Harbour Wire wrote"])
def test_an_outlet_beside_a_word_of_telling_is_a_source(told):
    assert ("retold", "wire") in edges(wire(), retold(f"The night was short, {told}."))


def test_an_outlet_whose_people_only_stood_by_is_no_source():
    assert ("retold", "wire") not in edges(wire(), retold("A photographer from Harbour Wire fell off a wall here."))


def test_of_one_day_the_authoritys_own_release_came_first():
    release = report("release", CUSTOMS, on="2024-05-06", outlet="Valdoria Customs Service")
    paper = report("paper", CUSTOMS.replace("had been", "were"), on="2024-05-06", outlet="Evening Lamp")
    assert edges(release, paper) == {("paper", "release")}


def test_an_authority_that_is_quoted_on_what_its_release_says_is_a_source():
    release = report("release", CUSTOMS, on="2024-05-06", outlet="Valdoria Customs Service")
    lawyer = report(
        "lawyer",
        "His client is a baker's son who wanted to see the sea, the lawyer told reporters outside the court. The customs "
        "service says that the 17 crates held drone parts for the Lantern Brigade. Nobody asked the baker.",
        on="2024-05-08",
        outlet="Evening Lamp",
    )
    assert ("lawyer", "release") in edges(release, lawyer)


def test_a_rewrite_is_known_by_its_passages_whoever_it_names():
    assert ("rewrite", "wire") in edges(wire(), report("rewrite", REWRITE, on="2024-05-07", outlet="Daily Pelican"))


SPOKEN = (
    '"There is no mystery in a box of lamps, and whoever opens one will find lamps in it," General Bojan Marek told '
    "reporters at the barracks of Valdoria on Monday."
)


def heard(doc, *, on, own):
    return report(doc, f"{SPOKEN}\n\n{own}", on=on, outlet=f"Paper {doc}")


def test_two_who_heard_one_speaker_copied_nothing_and_have_one_origin():
    first = heard("first", on="2024-05-06", own="Our reporter asked for the number of the aeroplane. He had forgotten it, the "
                  "general said, and laughed. The field has been closed to visitors since the floods of the winter.")  # fmt: skip
    second = heard("second", on="2024-05-07", own="Clarisse Omande of the defence committee has asked for the loading list "
                   "twice. She was promised it for the summer. Tea sellers at the gate have their own opinion of lamps.")  # fmt: skip
    traced = trace_lineage((first, second), ())
    assert traced.edges == ()
    assert traced.clusters == (("first", "second"),)


@pytest.mark.parametrize("told", ["the Nile Courier", "a Russian-language weekly"])
def test_an_outlet_of_another_script_is_known_by_its_sound_and_by_its_language(told):
    russian = report(
        "russian",
        "Самолёт Ан-26 авиакомпании «Симург» сел в Вальдории 4 мая, на борту было 17 ящиков. Солдаты разгрузили его ночью. "
        "5 мая он улетел в Керманабад. Директор Парвиз Ахмади молчит.",
        on="2024-05-06",
        outlet="Курьер Нила",
        language="ru",
    )
    later = report(
        "later",
        f"According to {told}, an An-26 of Simurgh landed in Valdoria on May 4 with 17 crates. Nobody at the field wants to "
        "have seen it. Tea is dear this year.",
        on="2024-05-09",
        outlet="Evening Lamp",
    )
    assert ("later", "russian") in edges(russian, later)


def test_two_readings_of_one_named_archive_have_one_origin():
    first = report(
        "first", "The open archive Opensand keeps what receivers hear. I count four nights of one aeroplane.",
        on="2024-05-06", outlet="Evening Lamp",
    )  # fmt: skip
    second = report(
        "second", "Data from Opensand show five landings in the fog, says our desk. Some nights had no receiver at all.",
        on="2024-05-09", outlet="Daily Pelican",
    )  # fmt: skip
    assert trace_lineage((first, second), ()).clusters == (("first", "second"),)


@pytest.mark.parametrize(("dateline", "is_one"), [("VALDORIA (EHW) -", True), ("VALDORIA -", False)])
def test_an_outlet_is_known_by_its_initials_where_it_uses_them_itself(dateline, is_one):
    agency = report("wire", WIRE.replace("VALDORIA, May 6 (Harbour Wire) -", dateline), on="2024-05-06",
                    outlet="Eastern Harbour Wire")  # fmt: skip
    later = retold("Seventeen crates came with an Antonov, EHW affirmed on Wednesday.")
    assert (("retold", "wire") in edges(agency, later)) is is_one


def test_every_outlet_of_a_list_is_a_source():
    ledger = report("ledger", "The tower of Valdoria logged an Antonov at 21:40 on May 4 and no flight plan with it. The shift "
                    "leader calls that unusual, and the ministry calls it nothing.", on="2024-05-06", outlet="Port Ledger")  # fmt: skip
    digest = report(
        "digest",
        "According to Harbour Wire, Port Ledger and the mayor, an Antonov of Simurgh Air Cargo came to Valdoria on May 4 without "
        "a flight plan and left 17 crates. The tower logged it at 21:40.\n\nThe second runway of Tarsis will be closed for "
        "repairs in June. Cold stores are wanted everywhere.",
        on="2024-05-09",
        outlet="Daily Pelican",
    )
    assert {("digest", "wire"), ("digest", "ledger")} <= edges(wire(), ledger, digest)
