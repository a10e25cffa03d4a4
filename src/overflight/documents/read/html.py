"""Web pages: the article's own text and every day the page names; navigation, advertisements and comments left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from overflight.documents.read.decode import decode
from overflight.documents.read.draft import Draft, day_of
from overflight.errors import BadReport
from overflight.records.source import DayCandidate

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD_BYTES = 4096

_DAY_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "article:modified_time", "og:updated_time", "last-modified",
)  # fmt: skip
"""Metadata names that hold a day, the most believed first: publishing times, bare dates, times of change last."""

MAX_DEPTH = 400
"""Nested elements; real pages stay below 60. Deeper ones exhaust the stack of the tree walkers."""


def read_html(data: bytes, where: str) -> Draft:
    """A page as a draft. The stored text is the article with a blank line between its blocks.

    Raises BadReport if the page holds no article text.
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    page, warnings = decode(data, where, declared=declared[1].decode("ascii") if declared else None)
    tree = _parse(page, where)
    linked = tuple(_linked_data(tree))
    metas = _metas(tree)
    notes = [*warnings, *_prune(tree, where)]
    text = _article(tree, where)
    return Draft(
        text=text,
        title=_first(metas.get("og:title"), _linked(linked, "headline"), _text(tree, "//h1"), _text(tree, "//title")),
        outlet=_first(metas.get("og:site_name"), _linked(linked, "publisher"), metas.get("application-name")),
        author=_first(_linked(linked, "author"), metas.get("author"), metas.get("article:author")),
        url=_first(_attribute(tree, "//link[@rel='canonical']/@href"), metas.get("og:url")),
        language=_language(tree),
        language_basis="html lang" if _language(tree) else None,
        days=_days(tree, metas, linked),
        is_synthetic=(metas.get("overflight:synthetic") or "").lower() == "true",
        warnings=tuple(notes),
    )


def _parse(page: str, where: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise _no_article(where) from error
    if _is_deeper(tree, MAX_DEPTH):
        raise BadReport(f"its elements are nested deeper than {MAX_DEPTH}", where=where, now="Save the page as text.")
    return tree


def _is_deeper(tree: Any, limit: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False


def _article(tree: Any, where: str) -> str:
    import trafilatura

    found = trafilatura.extract(
        tree, include_comments=False, include_tables=True, include_links=False, favor_precision=False, deduplicate=False
    )
    if not found or len(found.split()) < _LEAST_WORDS:
        raise _no_article(where)
    lines = [_plain_row(line.strip()) for line in found.splitlines()]
    return "\n\n".join(line for line in lines if line)


_LEAST_WORDS = 5
"""Words of the shortest article; what is left of a page of navigation alone is shorter."""


def _plain_row(line: str) -> str:
    """A line without the marks of an empty heading or of a table's frame; cells stay divided by ` | `."""
    if not re.search(r"[^\W_]", line):
        return ""
    return " | ".join(cell.strip() for cell in line.strip("|").split("|")) if line.startswith("|") else line


def _no_article(where: str) -> BadReport:
    return BadReport("the page holds no article text", where=where, now="Save the article itself as text or HTML.")


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content())
        except (ValueError, RecursionError):
            continue
        pending = [value]
        while pending:
            item = pending.pop(0)
            if isinstance(item, list):
                pending.extend(item[:50])
            elif isinstance(item, dict):
                yield item
                pending.extend(v for k, v in item.items() if k == "@graph")


def _linked(items: tuple[dict[str, Any], ...], key: str) -> str | None:
    for item in items:
        value = item.get(key)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _days(tree: Any, metas: dict[str, str], linked: tuple[dict[str, Any], ...]) -> tuple[DayCandidate, ...]:
    """Every day the page names, the most believed first: linked data, publishing metas, time elements, the rest."""
    found = [(_linked(linked, "datePublished"), "JSON-LD datePublished")]
    found += [(metas.get(name), f"meta {name}") for name in _DAY_METAS if "modif" not in name and "updat" not in name]
    found += [
        (node.get("datetime"), "time element")
        for node in tree.xpath("//article//time[@datetime] | //main//time[@datetime]")
    ]
    found += [(_linked(linked, "dateModified"), "JSON-LD dateModified")]
    found += [(metas.get(name), f"meta {name}") for name in _DAY_METAS if "modif" in name or "updat" in name]
    days = [DayCandidate(on=on, found_in=where) for value, where in found if (on := day_of(value))]
    guessed = None if days else _guessed_day(tree)
    return tuple(dict.fromkeys(days)) if days else ((guessed,) if guessed else ())


def _guessed_day(tree: Any) -> DayCandidate | None:
    from htmldate import find_date

    on = day_of(find_date(tree, extensive_search=False, original_date=True) or "")
    return DayCandidate(on=on, found_in="text of the page, by htmldate") if on else None


_STYLE = "translate(@style,' ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')"
_UNSEEN = (
    f"//body//*[contains({_STYLE},'display:none') or contains({_STYLE},'visibility:hidden') or "
    f"contains({_STYLE},'font-size:0') or contains({_STYLE},'color:#fff') or contains({_STYLE},'color:white') "
    "or @hidden][normalize-space(.)]"
)
_CLUTTER = frozenset(
    (  # noqa: SIM905
        "ad ads advert adverts advertisement advertising sponsored promo promotion comment comments disqus newsletter "
        "newsletter-signup cookie cookies cookie-banner consent related related-articles read-more share sharing social "
        "social-share breadcrumb breadcrumbs paywall subscribe popup"
    ).split()
)
"""Classes and ids of what surrounds an article; they must match as whole names."""


def _prune(tree: Any, where: str) -> Iterator[str]:
    """Takes out what a reader does not see, with a warning, and what surrounds the article, without one."""
    unseen = [node for node in tree.xpath(_UNSEEN) if node.tag not in ("body", "article", "main")]
    for node in unseen:
        node.drop_tree()
    if unseen:
        yield f"{where}: {len(unseen)} elements hold text that a reader does not see; it was left out"
    for node in tree.xpath("//body//*[@class or @id]"):
        names = f"{node.get('class', '')} {node.get('id', '')}".lower().split()
        if (
            node.tag not in ("body", "article", "main")
            and not _CLUTTER.isdisjoint(names)
            and node.getparent() is not None
        ):
            node.drop_tree()


def _language(tree: Any) -> str | None:
    value = (tree.get("lang") or "").strip().lower().split("-")[0]
    return value if re.fullmatch(r"[a-z]{2,3}", value) else None


def _first(*values: str | None) -> str | None:
    return next((value.strip() for value in values if value and value.strip()), None)


def _text(tree: Any, path: str) -> str | None:
    nodes = tree.xpath(path)
    return " ".join(nodes[0].text_content().split()) or None if nodes else None


def _attribute(tree: Any, path: str) -> str | None:
    values = tree.xpath(path)
    return str(values[0]) if values else None
