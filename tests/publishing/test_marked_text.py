"""Reports with marked words: every code point is there once, whatever overlaps, and every claim has its place."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import world
from hypothesis import given
from hypothesis import strategies as st

from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.dossier.reports import direction, language, marked_text, pieces, text_direction
from overflight.publishing.text import visible

TEXT = "The aircraft landed twice. It left again."


def words(markup: str) -> str:
    without_numbers = re.sub(r'<a class="ref.*?</a>', "", markup, flags=re.S)
    return unescape(re.sub(r"<[^>]*>", "", without_numbers))


def index_of(spans: list[tuple[int, int]], text: str = TEXT) -> Index:
    base = world.claims()[0]
    claims = tuple(
        replace(base, id=f"c{k}", doc="r", start=a, end=b, quote=text[a:b]) for k, (a, b) in enumerate(spans)
    )
    findings = tuple(replace(world.case().findings[0], id=f"F{k}", claims=(c.id,)) for k, c in enumerate(claims))
    return Index(replace(world.case(), claims=claims, findings=findings, reports=(world.report("r", text),)))


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_however_claims_overlap_the_text_reads_as_before(spans: list[tuple[int, int]]):
    index = index_of([(min(s), max(s)) for s in spans])
    assert words(marked_text(index.reports["r"], index)) == TEXT


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_every_claim_with_words_has_exactly_one_anchor(spans: list[tuple[int, int]]):
    sure = [(min(s), max(s)) for s in spans if s[0] != s[1]]
    index = index_of(sure)
    markup = str(marked_text(index.reports["r"], index))
    for number in range(len(sure)):
        assert markup.count(f'id="claim-c{number}"') == 1
        assert markup.count(f'href="#finding-F{number}"') == 1


def test_pieces_are_cut_where_a_claim_begins_or_ends():
    claims = list(index_of([(4, 12), (8, 19)]).case.claims)
    assert [(p.start, p.end, len(p.claims)) for p in pieces(len(TEXT), claims)] == [
        (0, 4, 0), (4, 8, 1), (8, 12, 2), (12, 19, 1), (19, len(TEXT), 0),
    ]  # fmt: skip


def test_a_span_outside_the_text_marks_nothing_and_breaks_nothing():
    index = index_of([(5, 9999), (-3, 4)])
    assert words(marked_text(index.reports["r"], index)) == TEXT


def test_markup_in_a_report_is_shown_and_never_made():
    index = Index(world.case())
    markup = str(marked_text(index.reports["hostile"], index))
    assert words(markup).startswith("Payloads <script>window.pwned=1</script>")
    assert set(re.findall(r"<(/?\w+)", markup)) <= {"mark", "/mark", "a", "/a", "span", "/span"}
    assert words(markup).count("⟨") == visible(world.HOSTILE).count("⟨")


def test_the_direction_is_that_of_most_letters():
    assert direction(next(r for r in world.reports() if r.doc == "persian")) == "rtl"
    assert direction(next(r for r in world.reports() if r.doc == "wire")) == "ltr"
    assert text_direction("123", "fa") == "rtl"


def test_a_language_that_is_no_language_tag_is_left_out():
    assert language(next(r for r in world.reports() if r.doc == "hostile")) is None
    assert language(world.report("x", "x", language="zh-Hant")) == "zh-Hant"


def test_two_ids_never_share_an_anchor():
    names = ["a/b", "a-b", "a b", "", "-", "ü", "a" * 80, "a" * 81, "claim:1"]
    assert len({anchor("x", name) for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", anchor("x", name)) for name in names)
