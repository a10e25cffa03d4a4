"""The dossier in a real Chromium: it asks for nothing, nothing in it runs, every link lands, and it fits."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest

PWNED = "typeof window.pwned"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory, dossier: str) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    path.write_text(dossier, encoding="utf-8")
    return path


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_opening_a_hostile_dossier_makes_no_request_and_is_blocked_nowhere(
    browser: Any, page_file: Path, scripts: bool
) -> None:
    page = browser.open(page_file, scripts=scripts)
    seen = page.seen()
    page.close()
    assert seen.requests == [page_file.as_uri()]
    assert seen.messages == []
    assert seen.dialogs == []


def test_no_planted_payload_runs(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file)
    try:
        assert page.evaluate(PWNED) == "undefined"
        assert page.evaluate("document.querySelectorAll('script').length") == 1
        assert (
            page.evaluate("document.querySelectorAll('img,iframe,object,embed,link,base,form,audio,video').length") == 0
        )
        assert (
            page.evaluate(
                "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length"
            )
            == 0
        )
        assert page.evaluate(
            "[...document.querySelectorAll('[href]')].every(e => e.getAttribute('href').startsWith('#'))"
        )
        page.evaluate(
            "[...document.querySelectorAll('a')].slice(0, 80).forEach(a => a.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
        )
        assert page.evaluate(PWNED) == "undefined"
    finally:
        page.close()


def test_every_internal_link_lands_on_something_that_is_there(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file)
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
    )
    page.close()
    assert lost == []


def test_ids_are_unique(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file)
    twice = page.evaluate(
        "(() => { const seen = {}; document.querySelectorAll('[id]').forEach(e => seen[e.id] = (seen[e.id] || 0) + 1); return Object.keys(seen).filter(k => seen[k] > 1); })()"
    )
    page.close()
    assert twice == []


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_the_page_is_never_wider_than_the_screen(browser: Any, page_file: Path, width: int) -> None:
    page = browser.open(page_file, width=width)
    across = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert across <= width


def test_the_map_filter_works_without_scripts(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file, scripts=False)
    count = "[...document.querySelectorAll('.map .fl')].filter(e => getComputedStyle(e).display !== 'none').length"
    before = page.evaluate(count)
    page.evaluate("document.getElementById('f-ac-1').checked = true")  # what a click on the label does
    after = page.evaluate(count)
    page.close()
    assert 0 < after < before


def test_a_link_marks_the_row_it_leads_to_without_scripts(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file, scripts=False)
    target = page.evaluate("document.querySelector('#findings-table a[href^=\"#claim-\"]').getAttribute('href')")
    page.evaluate(f"location.hash = {target!r}")
    changed = page.evaluate(
        "(() => { const m = document.querySelector('mark:target'); return m && getComputedStyle(m).backgroundColor !== getComputedStyle(document.querySelector('mark:not(:target)')).backgroundColor; })()"
    )
    page.close()
    assert changed is True


CONTRAST = """(() => {
  const lum = c => { const v = c.map(x => { x /= 255; return x <= .03928 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4); }); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const rgb = s => { const m = s.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m.slice(0, 3); };
  const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c) return c; } return rgb(getComputedStyle(document.body).backgroundColor); };
  const bad = new Set();
  document.querySelectorAll('body *:not(svg):not(svg *):not(script)').forEach(e => {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length) return;
    const style = getComputedStyle(e), ink = rgb(style.color), back = ground(e);
    const a = lum(ink) + .05, b = lum(back) + .05, ratio = Math.max(a, b) / Math.min(a, b);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && +style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
  });
  return [...bad];
})()"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_word_has_the_contrast_that_wcag_aa_asks_for(browser: Any, page_file: Path, theme: str) -> None:
    page = browser.open(page_file)
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
    bad = page.evaluate(CONTRAST)
    page.close()
    assert bad == []


LABELS = """(() => {
  const boxes = [...document.querySelectorAll('svg.map text.place, svg.map text.note, svg.map text.country, svg.map text.code')].map(e => ({words: e.textContent, kind: e.getAttribute('class'), box: e.getBoundingClientRect()}));
  const bad = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const a = boxes[i].box, b = boxes[j].box;
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 1 && y > 3) bad.push([boxes[i].words, boxes[j].words]);
  }
  return bad;
})()"""


def test_labels_of_the_map_do_not_collide(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file)
    bad = page.evaluate(LABELS)
    page.close()
    assert bad == []


def test_it_prints_with_every_folded_table_open(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file, scripts=False)
    pdf = base64.b64decode(page.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    page.close()
    assert pdf.startswith(b"%PDF") and len(pdf) > 50_000


def test_it_opens_quickly(browser: Any, page_file: Path) -> None:
    page = browser.open(page_file)
    page.close()
    assert page.load_s < 2.0
