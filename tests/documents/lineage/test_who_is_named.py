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
