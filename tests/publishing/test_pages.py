"""A dossier that is too large for one file: texts move beside it, links land across files, nothing is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import world

from overflight.publishing import render_dossier, render_pages

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]*)#([^"]*)"')


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render_pages(world.case(), most_bytes=1_000)


def named(pages: dict[str, str], part: str) -> list[str]:
    return [name for name in pages if re.fullmatch(rf"dossier-{part}-\d+\.html", name)]


def ids(page: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]*)"', page))


def test_a_case_of_usual_size_is_one_file_and_the_very_dossier():
    assert render_pages(world.case()) == {"dossier.html": render_dossier(world.case())}


def test_a_large_case_has_its_reports_in_files_beside_the_dossier(pages: dict[str, str]):
    texts = named(pages, "reports")
    assert len(texts) > 1
    assert len(pages["dossier.html"]) < len(render_dossier(world.case()))
    assert all('<div class="text"' in pages[name] for name in texts)
    assert '<div class="text"' not in pages["dossier.html"]


def test_flights_move_only_where_moving_the_reports_is_not_enough(pages: dict[str, str]):
    assert named(pages, "flights")
    size = len(pages["dossier.html"].encode())
    roomy = render_pages(world.case(), most_bytes=len(render_dossier(world.case()).encode()) - 1)
    assert not named(roomy, "flights") and len(roomy["dossier.html"].encode()) > size


def test_a_flight_beside_the_dossier_has_its_line_in_it_and_leads_to_where_it_stands_in_full(pages: dict[str, str]):
    for name in named(pages, "flights"):
        assert 'class="profile"' in pages[name]
        for flight in re.findall(r'<tbody class="flight" id="([^"]*)"', pages[name]):
            assert f'<a href="{name}#{flight}">' in pages["dossier.html"]
            assert f'<tr id="{flight}">' in pages["dossier.html"]
    assert 'class="profile"' not in pages["dossier.html"]


def test_a_case_of_tracks_alone_pages_too():
    tracks = replace(
        world.calm_case(), reports=(), claims=(), facts=(), findings=(), unreported_flights=(), waybills=()
    )
    pages = render_pages(tracks, most_bytes=1_000)
    assert set(pages) == {"dossier.html", *named(pages, "flights")} and len(pages) > 1


def test_every_link_lands_in_its_own_file_or_in_another(pages: dict[str, str]):
    across = 0
    for name, page in pages.items():
        for file, anchor in LINK.findall(page):
            assert anchor in ids(pages[file or name]), (name, file, anchor)
            across += bool(file)
    assert across > 20


def test_every_anchor_of_the_one_file_is_somewhere(pages: dict[str, str]):
    assert ids(render_dossier(world.case())) <= set().union(*map(ids, pages.values()))


def test_every_file_says_that_it_is_made_up_and_may_load_nothing(pages: dict[str, str]):
    for page in pages.values():
        assert 'class="synthetic-banner"' in page and "default-src &#39;none&#39;" in page


def test_the_same_case_gives_the_same_files(pages: dict[str, str]):
    assert render_pages(world.case(), most_bytes=1_000) == pages


def test_a_browser_opens_each_file_without_a_request_or_a_complaint(
    browser: Any, pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory
):
    folder = tmp_path_factory.mktemp("pages")
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    for name in [*list(pages)[:2], *named(pages, "flights")[:1]]:
        opened = browser.open(folder / name)
        seen = opened.seen()
        assert opened.evaluate("typeof window.pwned") == "undefined"
        opened.close()
        assert (seen.requests, seen.messages) == ([(folder / name).as_uri()], [])
