"""The dossier as a document: complete, closed to the network, linked within, and the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import world

from overflight.publishing import render_dossier
from overflight.records.finding import CaseFindings, Verdict

HERE = Path(__file__).parent


class Page(HTMLParser):
    """Ids, links, tags and text of a document."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self._quiet = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._quiet = tag in ("style", "script")
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._quiet = False

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module")
def page(dossier: str) -> Page:
    return Page(dossier)


@pytest.fixture(scope="module")
def calm(calm_dossier: str) -> Page:
    return Page(calm_dossier)


def test_every_internal_link_has_a_target_and_every_link_is_internal(page: Page):
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_no_id_stands_twice(page: Page):
    assert len(page.ids) == len(set(page.ids))


def test_a_file_that_was_admitted_under_two_names_is_two_rows_and_one_place():
    case = world.calm_case()
    twice = replace(case, sources=(*case.sources, replace(case.sources[0], name="again.csv")))
    page = Page(render_dossier(twice))
    assert len(page.ids) == len(set(page.ids))
    assert "again.csv" in page.text


def test_the_policy_names_the_hash_of_the_one_style_and_the_one_script(dossier: str):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', dossier)
    assert policy
    said = policy[1].replace("&#39;", "'")
    assert said.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        bodies = re.findall(rf"<{tag}>(.*?)</{tag}>", dossier, flags=re.S)
        assert len(bodies) == 1
        digest = base64.b64encode(hashlib.sha256(bodies[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in said


def test_the_page_head_of_print_cannot_be_closed_by_a_title():
    wild = '</style><script>window.pwned=9</script>";} body{background:url(https://evil.example)} \\'
    case = replace(world.case(), asked=replace(world.case().asked, title=wild))
    style = re.search(r"<style>(.*?)</style>", render_dossier(case), flags=re.S)
    assert style and style[1].endswith('"}}')
    assert "evil.example" not in style[1].replace("\\", "") or "url(" not in style[1]


def test_no_tag_that_could_load_send_or_move(page: Page):
    assert not {
        "img",
        "iframe",
        "object",
        "embed",
        "link",
        "base",
        "form",
        "audio",
        "video",
        "source",
        "image",
        "foreignObject",
    } & set(page.tags)
    assert not [
        name
        for name in page.attributes
        if name.startswith("on") or name in ("style", "src", "srcset", "action", "ping", "xlink:href")
    ]


def test_no_address_of_the_outside_world_is_in_style_or_script(dossier: str):
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", dossier, flags=re.S)
        assert body and not re.search(r"https?:|//[a-z]|url\(|@import", body[1])


def test_all_parts_are_there_and_in_the_contents(page: Page):
    for part in (
        "summary",
        "map",
        "timeline",
        "findings",
        "flights",
        "unreported",
        "parties",
        "network",
        "lineage",
        "waybills",
        "reports",
        "sources",
        "methods",
    ):
        assert part in page.ids
        assert f"#{part}" in page.links


def test_the_summary_says_what_stands_what_falls_what_nobody_reported_and_what_cannot_be_known(calm: Page):
    for words in (
        "What is claimed",
        "What stands",
        "What falls or is disputed",
        "What nobody reported",
        "What cannot be known from this case",
        "Three reports make nine claims about seven matters of fact.",
        "ZX-KSB, 2 May 2031",
    ):
        assert words in calm.text


def test_each_verdict_leads_to_its_sentence_and_its_evidence_row_in_one_click(dossier: str):
    for finding in world.calm_case().findings:
        row = re.search(
            rf'<tr class="r-\w+">\s*<th scope="row" class="s"><a href="#finding-{finding.id}">.*?</tr>',
            dossier,
            flags=re.S,
        )
        assert row
        assert 'href="#claim-' in row[0]
        if any(not e.startswith("claim:") for check in finding.checks for e in check.evidence):
            assert 'href="#flight-' in row[0] or 'href="#listing-' in row[0]


def test_the_rejected_reading_of_a_date_stands_beside_the_chosen_one(calm: Page):
    assert (
        "taken 6 March 2031 The Thursday before the day of publication, a Tuesday. Counted from 11 March 2031, the day of publication."
        in calm.text
    )
    assert "set aside 27 February 2031" in calm.text


def test_an_unheard_end_is_never_drawn_or_named_as_a_field(calm: Page):
    assert "not heard" in calm.text
    assert "field not known" in calm.text


def test_a_silence_carries_the_caveat_of_who_else_was_heard(calm: Page):
    assert "no others were heard there then, so it may have gone unheard rather than silent" in calm.text
    assert "14 others were heard there then, so this aircraft alone was silent" in calm.text


def test_a_listing_shows_the_basis_of_its_day_and_the_snapshots_round_it(calm: Page):
    assert "24 January 2029 (stated by the list)" in calm.text
    assert "Not in the snapshot of 30 December 2028." in calm.text
    assert "Present in the snapshot of 1 March 2031." in calm.text


def test_what_is_made_up_is_said_in_the_head_and_in_each_row(dossier: str, calm_dossier: str):
    head = calm_dossier[: calm_dossier.index("<main>")]
    assert "SYNTHETIC" in head and "5 of 5 sources" in head
    rows = re.findall(r'<tbody class="flight".*?</tbody>', calm_dossier, flags=re.S)
    assert len(rows) == 5 and all('class="syn"' in row for row in rows)
    sources = calm_dossier[calm_dossier.index('<section id="sources"') :]
    assert sources.count('class="syn"') == 5


def test_a_case_without_made_up_material_has_no_banner():
    case = world.calm_case()
    real = replace(
        case,
        sources=tuple(replace(s, is_synthetic=False) for s in case.sources),
        flights=tuple(replace(f, is_synthetic=False) for f in case.flights),
        reports=tuple(replace(r, is_synthetic=False) for r in case.reports),
    )
    page = render_dossier(real)
    assert "synthetic-banner" not in re.sub(r"<style>.*?</style>", "", page, flags=re.S)


def test_an_empty_case_is_a_dossier_that_says_so():
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
    page = Page(render_dossier(empty))
    assert "Untitled case" in page.text
    assert "There is no report in this case." in page.text
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_a_case_of_one_flight_at_one_field_still_draws_a_map():
    flight = world.flight(
        "ZX-ONE",
        "2031-01-01T00:00:00",
        0.5,
        world.field("XAKO", "2031-01-01T00:00:00"),
        world.nowhere(),
        way=(world.KORVATH, world.KORVATH),
        bend=0,
    )
    case = CaseFindings(
        claims=(),
        facts=(),
        findings=(),
        flights=(flight,),
        unreported_flights=(),
        parties=(),
        waybills=(),
        sources=(),
        warnings=(),
    )
    assert 'class="map"' in render_dossier(case)


def test_tables_have_captions_and_column_heads_and_figures_have_titles(dossier: str):
    tables = re.findall(r"<table.*?</table>", dossier, flags=re.S)
    assert tables and all("<caption>" in table and 'scope="col"' in table for table in tables)
    figures = re.findall(r'<svg [^>]*role="(?:img|group)".*?</svg>', dossier, flags=re.S)
    assert figures and all("<title " in figure for figure in figures)


def test_reports_carry_their_language_and_direction(dossier: str):
    assert re.search(r'<div class="text" lang="fa" dir="rtl">', dossier)
    assert re.search(r'<div class="text" lang="en" dir="ltr">', dossier)


def test_the_verdict_is_said_by_word_and_shape_not_by_colour_alone(dossier: str):
    for verdict in Verdict:
        if any(f.verdict is verdict for f in world.case().findings):
            assert re.search(
                rf'<use href="#sign-(\w+)"/></svg>{ {"supported": "Supported", "partly_supported": "Partly supported", "consistent": "Consistent", "disputed": "Disputed", "contradicted": "Contradicted", "cannot_be_checked": "Cannot be checked"}[verdict.value] }</span>',
                dossier,
            )


RENDER = "import sys; sys.path.insert(0, sys.argv[1]); import world, hashlib; from overflight.publishing import render_dossier; print(hashlib.sha256(render_dossier(world.case()).encode()).hexdigest())"


def test_the_bytes_are_the_same_under_other_hash_seeds_time_zones_and_locales(dossier: str):
    seen = {hashlib.sha256(dossier.encode()).hexdigest()}
    for seed, zone, locale in (("1", "Pacific/Kiritimati", "C"), ("77", "America/St_Johns", "tr_TR.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        done = subprocess.run(
            [sys.executable, "-c", RENDER, str(HERE)], env=environment, capture_output=True, text=True, check=True
        )
        seen.add(done.stdout.strip())
    assert len(seen) == 1


def many(reports: int, flights: int) -> CaseFindings:
    """A case of many reports and flights by copying the invented one."""
    base = world.calm_case()
    prose = (world.WIRE.split("\n\n")[1] + " ") * 30
    claims, findings, texts = [], [], []
    for number in range(reports):
        doc = f"r{number}"
        texts.append(
            world.report(
                doc, world.WIRE + "\n\n" + prose, outlet=f"Outlet {number}", published_on=world.day("2031-03-11")
            )
        )
        mine = [replace(c, id=f"{c.id}{number}", doc=doc) for c in base.claims if c.doc == "wire"]
        claims += mine
        findings += [replace(base.findings[k], id=f"F{number}-{k}", claims=(c.id,)) for k, c in enumerate(mine)]
    lines = []
    for number in range(flights):
        f = world.flights()[number % 5]
        lines.append(replace(f, flight_id=f"f{number}", registration=f"ZX-K{number % 12:02d}"))
    checks = tuple(world.check("Did it?", world.CheckAnswer.SUPPORTS, "Seen.", f"flight:f{k}") for k in range(12))
    findings[0] = replace(findings[0], checks=checks)
    return replace(
        base,
        claims=tuple(claims),
        findings=tuple(findings),
        reports=tuple(texts),
        flights=tuple(lines),
        unreported_flights=(),
    )


def test_two_hundred_reports_and_a_thousand_flights_stay_in_bounds():
    case = many(200, 1000)
    started = time.process_time()
    page = render_dossier(case)
    assert time.process_time() - started < 20
    assert len(page.encode()) < 8_000_000
