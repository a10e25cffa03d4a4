"""Map, timeline and network: true to the case, cut where they must be, and free of collisions."""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
import world
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.publishing.dossier.axis import fit_axis
from overflight.publishing.dossier.clip import Frame, clip_area, clip_line, thin
from overflight.publishing.dossier.drift import word_changes
from overflight.publishing.dossier.index import Index
from overflight.publishing.dossier.labels import Labels, label_box, overlaps
from overflight.publishing.dossier.layout import Box, lay_out
from overflight.publishing.dossier.lineage import lineage_trees
from overflight.publishing.dossier.map import draw_map
from overflight.publishing.dossier.projection import fit, widest_empty_longitude
from overflight.publishing.dossier.svg import line_path
from overflight.publishing.dossier.timeline import draw_timeline
from overflight.publishing.dossier.tracks import great_circle, heard_and_silent, offset
from overflight.records.finding import CaseFindings, Lineage, LineageEdge
from overflight.reference.borders import natural_earth

PLACES = st.lists(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1, max_size=12)


@settings(max_examples=60)
@given(PLACES)
def test_every_place_of_the_case_lies_in_the_frame(places: list[tuple[float, float]]):
    projection = fit(places, width=960, max_height=620, min_height=380, margin=70)
    for place in places:
        x, y = projection.point(place)
        assert -1 <= x <= 961 and -1 <= y <= projection.height + 1


def test_a_case_across_the_antimeridian_is_drawn_as_one_piece():
    projection = fit([(-17.7, 177.4), (-13.8, -172.0)], width=960, max_height=620, min_height=380, margin=70)
    (line,) = projection.lines([(-17.7, 177.4), (-16, 179.9), (-15, -178), (-13.8, -172.0)])
    assert all(math.dist(a, b) < 700 for a, b in pairwise(line))


def test_a_case_round_the_world_is_cut_at_the_seam_and_never_drawn_across():
    places = [(50, -120), (50, 10), (35, 139), (-33, 151)]
    projection = fit(places, width=960, max_height=620, min_height=380, margin=70)
    assert not projection.is_azimuthal
    runs = projection.lines([(35, 139), (40, 170), (45, -160), (50, -120), (50, -40), (50, 10), (40, 70), (35, 139)])
    assert len(runs) > 1
    assert all(abs(a[0] - b[0]) < 400 for run in runs for a, b in pairwise(run))


def test_the_seam_lies_where_nothing_is():
    assert widest_empty_longitude([(0, 170), (0, -170)]) == pytest.approx(0)
    assert abs(widest_empty_longitude([(0, -10), (0, 10)])) == pytest.approx(180)


def test_a_silence_is_a_run_of_its_own_along_the_great_circle():
    flight = world.flights()[0]
    runs = heard_and_silent(flight.path)
    assert [silent for _, silent in runs] == [False, True, False]
    assert runs[1][0][0] == runs[0][0][-1] and runs[1][0][-1] == runs[2][0][0]


def test_the_great_circle_over_the_pole_goes_over_the_pole():
    assert max(latitude for latitude, _ in great_circle((60, 0), (60, 179))) > 85


def test_out_and_back_lie_on_two_sides():
    out = offset([(0, 0), (50, 0), (100, 0)], 3, 0, 100)
    back = offset([(100, 0), (50, 0), (0, 0)], 3, 0, 100)
    assert out[1][1] == pytest.approx(3) and back[1][1] == pytest.approx(-3)
    assert out[0] == (0, 0) and out[2] == (100, 0)


def test_only_a_known_end_is_drawn_as_known():
    index = Index(world.calm_case())
    figure = draw_map(index, natural_earth())
    assert figure is not None
    svg = str(figure.svg)
    assert len(re.findall('class="field seen"', svg)) == 3  # Korvath, Delhar and Tunmara by its observed departure
    assert len(re.findall('class="loose"', svg)) == 2
    inferred_only = replace(
        index.case, flights=(index.case.flights[2],), findings=(), unreported_flights=(), waybills=()
    )
    alone = draw_map(Index(inferred_only), natural_earth())
    assert alone is not None and 'class="field inferred"' in str(alone.svg)


def test_a_case_without_places_has_no_map():
    empty = CaseFindings(
        claims=(),
        facts=(),
        findings=(),
        flights=(),
        unreported_flights=(),
        parties=(),
        waybills=(),
        sources=(),
        warnings=(),
    )
    assert draw_map(Index(empty), natural_earth()) is None
    assert draw_timeline(Index(empty)) is None


POINTS = st.lists(st.tuples(st.floats(-200, 200), st.floats(-200, 200)), min_size=2, max_size=12)
FRAME = Frame(-50, -50, 50, 50)
WIDER = Frame(-50.001, -50.001, 50.001, 50.001)


@given(POINTS)
def test_a_clipped_line_or_area_is_inside_the_frame(points: list[tuple[float, float]]):
    assert all(WIDER.holds(p) for run in clip_line(points, FRAME) for p in run)
    assert all(WIDER.holds(p) for p in clip_area(points, FRAME))


@given(POINTS)
def test_a_thinned_line_keeps_its_ends(points: list[tuple[float, float]]):
    kept = thin(points, 5)
    assert kept[0] == points[0] and kept[-1] == points[-1]
    assert len(kept) <= len(points)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=2, max_size=60))
def test_relative_steps_never_drift_from_the_line(points: list[tuple[float, float]]):
    numbers = [float(x) for x in re.findall(r"-?\d*\.?\d+", line_path(points).replace("h0", ""))]
    x, y = numbers[0] + sum(numbers[2::2]), numbers[1] + sum(numbers[3::2])
    assert (x, y) == pytest.approx(points[-1], abs=0.25)


def test_labels_take_free_places_and_what_is_not_needed_gives_way():
    labels = Labels(Frame(0, 0, 400, 200))
    first = labels.place((200, 100), ["Somewhere"], size_px=12, is_needed=True)
    second = labels.place((202, 101), ["Elsewhere"], size_px=12, is_needed=True)
    assert first and second
    assert not any(overlaps(a, b) for a, b in combinations(labels.taken, 2))
    crowded = Labels(Frame(0, 0, 30, 14))
    assert crowded.place((15, 7), ["no room at all here"], size_px=12, is_needed=False) is None
    assert label_box(0, 0, 10, 4, "middle") == Frame(-5, -2, 5, 2)


INSTANTS = st.lists(
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2040, 1, 1)).map(lambda at: at.replace(tzinfo=dt.UTC)),
    min_size=1,
    max_size=25,
)


@given(INSTANTS)
def test_time_runs_from_left_to_right_and_stays_in_the_figure(instants: list[dt.datetime]):
    axis = fit_axis(instants, 100, 900)
    xs = [axis.x(at) for at in sorted(instants)]
    assert xs == sorted(xs)
    assert all(99 <= x <= 901 for x in xs)
    assert all(100 <= tick.x <= 900 for tick in axis.ticks())


def test_years_without_events_are_left_out_and_counted():
    days = ["2019-01-24", "2022-01-13", "2022-01-14", "2022-01-21"]
    axis = fit_axis([world.at(f"{day}T00:00:00") for day in days], 0, 900)
    assert len(axis.segments) == 3
    assert axis.breaks()[0][1] == pytest.approx(1085, abs=2)


@pytest.mark.parametrize("total", [1, 2, 12, 60])
def test_no_two_boxes_of_a_network_overlap(total: int):
    boxes = [Box(90 + 37 * (k % 5), 30 + 12 * (k % 3)) for k in range(total)]
    edges = [(k, (k * 7 + 3) % total) for k in range(0, total, 2) if k != (k * 7 + 3) % total]
    places, height = lay_out(boxes, edges, width=960)
    frames = [
        Frame(x - b.width / 2, y - b.height / 2, x + b.width / 2, y + b.height / 2)
        for (x, y), b in zip(places, boxes, strict=True)
    ]
    assert not any(overlaps(a, b) for a, b in combinations(frames, 2))
    assert all(f.left >= 0 and f.right <= 960 and f.top >= 0 and f.bottom <= height for f in frames)


def test_the_same_network_is_laid_out_the_same():
    boxes = [Box(100, 30)] * 9
    assert lay_out(boxes, [(0, 1), (1, 2)], width=960) == lay_out(boxes, [(0, 1), (1, 2)], width=960)


def test_word_changes_name_what_went_and_what_came():
    assert word_changes("21 boxes of parts", "24 boxes of parts") == [
        ("del", "21"),
        ("ins", "24"),
        ("same", "boxes of parts"),
    ]
    assert word_changes("6 March", None) == [("del", "6 March"), ("ins", "(left out)")]


def test_a_lineage_that_runs_in_a_circle_still_shows_every_report_once():
    def edge(doc: str, parent: str) -> LineageEdge:
        return LineageEdge(
            doc=doc, parent=parent, relation="copy", is_direct=True, is_named=False, signals=(), evidence=""
        )

    circle = Lineage(edges=(edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("d", "ext:agency")))
    trees = lineage_trees(Index(replace(world.calm_case(), lineage=circle)))

    def names(node: object) -> list[str]:
        return [node.place.words, *(name for child in node.children for name in names(child))]  # type: ignore[attr-defined]

    assert sorted(name for tree in trees for name in names(tree)) == ["a", "agency", "b", "c", "d"]


def test_borders_know_the_largest_countries_and_close_every_ring():
    borders = natural_earth()
    assert {c.name for c in borders.countries[:6]} >= {"Russia", "China", "Brazil"}
    assert all(ring[0] == ring[-1] for ring in borders.land)
    assert "public domain" in borders.source
