"""The tree of one fact: who took it from whom, and what changed on the way."""

from __future__ import annotations

from dataclasses import replace

import world
from tests.assessment.builders import claim

from overflight.publishing import render_dossier
from overflight.publishing.dossier.fact_lineage import fact_trees
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.lineage import lineage_trees
from overflight.records.claim import ClaimId
from overflight.records.finding import Descent, Drift, Lineage, LineageEdge
from overflight.records.source import ReportId

WIRE, COPY, SECOND = (claim("transfer", doc, object="crates", quote="crates") for doc in ("wire", "copy", "second"))


def taken(child, parent):
    return Descent(claim=ClaimId(child.id), parent_claim=ClaimId(parent.id), evidence="test")


def changed(child, parent, was="about 40", became="nearly 60"):
    return Drift(
        parent=parent.doc,
        doc=child.doc,
        slot="quantity",
        was=was,
        became=became,
        parent_claim=parent.id,
        claim=child.id,
    )


def case_of(*claims, descents=(), drift=(), edges=()):
    calm = world.calm_case()
    finding = replace(world.case().findings[0], id="F1", claims=tuple(c.id for c in claims), checks=())
    reports = tuple(world.report(doc, "40 crates came, two men said. " * 20) for doc in sorted({c.doc for c in claims}))
    lineage = Lineage(descents=tuple(descents), drift=tuple(drift), edges=tuple(edges))
    return replace(calm, claims=claims, findings=(finding,), reports=reports, lineage=lineage)


def tree_of(*claims, **more):
    case = case_of(*claims, **more)
    return fact_trees(Index(case))(case.findings[0])


def outline(carriers):
    return {c.target: outline(c.children) for c in carriers}


def at(one):
    return f"claim-{one.id}"


def test_each_report_hangs_under_the_one_it_took_the_fact_from():
    tree = tree_of(WIRE, COPY, SECOND, descents=[taken(COPY, WIRE), taken(SECOND, COPY)])
    assert outline(tree) == {at(WIRE): {at(COPY): {at(SECOND): {}}}}


def test_reports_that_took_it_from_nobody_stand_side_by_side():
    assert outline(tree_of(WIRE, COPY, SECOND, descents=[taken(COPY, WIRE)])) == {
        at(WIRE): {at(COPY): {}},
        at(SECOND): {},
    }


def test_what_changed_stands_at_the_report_that_changed_it():
    (root,) = tree_of(WIRE, COPY, descents=[taken(COPY, WIRE)], drift=[changed(COPY, WIRE)] * 2)
    assert root.changes == ()
    assert root.children[0].changes == (("quantity", "about 40", "nearly 60"),)


def test_a_fact_of_one_report_has_no_tree():
    assert tree_of(WIRE) == ()


def test_a_circle_is_cut_where_it_closes_and_loses_nobody():
    tree = tree_of(WIRE, COPY, SECOND, descents=[taken(WIRE, COPY), taken(COPY, SECOND), taken(SECOND, WIRE)])
    assert str(outline(tree)).count("claim-") == 3


def test_the_dossier_shows_the_change_once_and_the_tree_of_the_case_points_to_it():
    edge = LineageEdge(
        doc=ReportId("copy"),
        parent="wire",
        relation="rewrite",
        is_direct=True,
        is_named=True,
        signals=("named",),
        evidence="",
    )
    case = case_of(WIRE, COPY, descents=[taken(COPY, WIRE)], drift=[changed(COPY, WIRE)], edges=[edge])
    page = render_dossier(case)
    assert "From whom to whom" in page
    assert page.count("<del>about 40</del>") + page.count("<del>about</del>") == 1
    assert '<a href="#finding-F1">F1</a> (quantity)' in page


def test_a_report_that_an_institution_published_is_a_root():
    own = LineageEdge(
        doc=ReportId("wire"), parent="ext:The Treasury", relation="cites", is_direct=True, is_named=True,
        signals=("own voice",), evidence="published by The Treasury itself",
    )  # fmt: skip
    case = case_of(WIRE, COPY, edges=[own])
    (root,) = lineage_trees(Index(case))
    assert (root.is_outside, root.voice) == (False, "published by The Treasury itself")
