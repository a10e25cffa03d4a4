"""Parties and the links that lists state between them, listed ones marked with the day and its basis."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index, anchor
from overflight.publishing.dossier.layout import Box, lay_out
from overflight.publishing.dossier.svg import (
    Point,
    drawing,
    element,
    group,
    link,
    n,
    shortened,
    text,
    text_width,
)
from overflight.records.party import Basis, Link, PartySchema

WIDTH_PX = 960.0
MOST_NODES = 60
NAME_PX, NOTE_PX = 12.0, 10.0
LONGEST_LINE = 26


KEY = (
    "A heavy edge on the left marks a listed party, with the day and its basis; a broken outline a name that is no entry "
    "of the lists in this case. To be linked is not to be listed."
)


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing, its caption and the links it shows."""

    svg: Markup
    words: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One party of the drawing: its lines of text and what kind it is."""

    identity: str
    lines: tuple[str, ...]
    note: str
    css: str
    target: str | None


def draw_network(index: Index) -> Network | None:
    """The network of the case, or nothing where no link is stated."""
    links = [each for each in index.case.links if each.subject in index.parties]
    if not links:
        return None
    degree = Counter(end for each in links for end in ends(each))
    names = sorted(degree, key=lambda name: (-degree[name], name))[:MOST_NODES]
    shown = set(names)
    kept = [each for each in links if shown.issuperset(ends(each))]
    nodes = [node(name, kept, index) for name in sorted(names)]
    boxes = [Box(*box_size(one)) for one in nodes]
    order = {one.identity: number for number, one in enumerate(nodes)}
    edges = sorted({(order[a], order[b]) for a, b in map(ends, kept) if a != b})
    places, height = lay_out(boxes, edges, width=WIDTH_PX)
    by_pair: dict[tuple[int, int], list[str]] = {}
    for each in kept:
        a, b = ends(each)
        if a != b:
            by_pair.setdefault((order[a], order[b]), []).append(each.kind.replace("_", " "))
    parts = [draw_edge(places[a], places[b], boxes[b], kinds) for (a, b), kinds in sorted(by_pair.items())]
    parts += [draw_node(one, places[number], boxes[number]) for number, one in enumerate(nodes)]
    parts += [
        draw_edge_words((places[a], boxes[a]), (places[b], boxes[b]), kinds)
        for (a, b), kinds in sorted(by_pair.items())
        if len(by_pair) <= 40
    ]
    left_out = len(degree) - len(names)
    many, joined_by = wording.count(len(nodes), "party", "parties"), wording.count(len(kept), "link")
    words = f"{many} and {joined_by} as the lists state them. {KEY}"
    if left_out:
        words += f" {wording.count(left_out, 'party', 'parties')} with fewer links are left to the table."
    svg = drawing(
        parts,
        size=(WIDTH_PX, height),
        title=f"Network of {many} and {joined_by}; the table below it gives the same.",
        name="network",
        css="network",
    )
    return Network(svg, words, tuple(links))


def ends(stated: Link) -> tuple[str, str]:
    """The two ends of a link: ids where they are parties of the case, else the name as printed."""
    return str(stated.subject), str(stated.object_party or f"name:{stated.object_name}")


def node(identity: str, links: list[Link], index: Index) -> Node:
    """One end of the links as a node."""
    party = index.parties.get(identity)
    if party is None:
        name = identity.removeprefix("name:")
        if not identity.startswith("name:"):
            name = next((each.object_name for each in links if each.object_party == identity), name)
        return Node(identity, wrapped(name), "", "outside", None)
    css = {PartySchema.PERSON: "person", PartySchema.AIRPLANE: "airplane"}.get(party.schema, "organisation")
    dated = [row for row in index.listings_of.get(identity, []) if row.from_on or row.observed_from]
    note = ""
    if index.listings_of.get(identity):
        css += " listed"
        note = "listed, day unknown"
    if dated:
        first = min(dated, key=lambda row: (row.from_on or row.observed_from, row.list))
        on = first.from_on or first.observed_from
        basis = {Basis.FIRST_SEEN: "first seen", Basis.STATED: "stated", Basis.PUBLISHED: "notice"}.get(
            first.from_basis, str(first.from_basis).replace("_", " ")
        )
        note = f"listed {on} ({basis if first.from_on else 'first seen'})"
    return Node(identity, wrapped(party.caption), note, css, anchor("party", identity))


def wrapped(name: str) -> tuple[str, ...]:
    """A name in at most three lines."""
    lines, line = [], ""
    for word in name.split():
        if line and len(line) + len(word) + 1 > LONGEST_LINE:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) > 3:
        lines = [*lines[:2], shortened(" ".join(lines[2:]), LONGEST_LINE)]
    return tuple(shortened(each, LONGEST_LINE + 4) for each in lines)


def box_size(one: Node) -> tuple[float, float]:
    """How much room a node takes."""
    bold = 1.08 if "listed" in one.css else 1.0
    width = max([text_width(line, NAME_PX) * bold for line in one.lines] + [text_width(one.note, NOTE_PX)])
    return width + 26, 12 + len(one.lines) * NAME_PX * 1.25 + (NOTE_PX * 1.3 if one.note else 0)


def draw_node(one: Node, at: Point, box: Box) -> Markup:
    """A box with its lines."""
    left, top = at[0] - box.width / 2, at[1] - box.height / 2
    radius = 12 if one.css.startswith("person") else 1 if one.css.startswith("organisation") else 5
    parts = [
        element("rect", x=n(left), y=n(top), width=n(box.width), height=n(box.height), rx=n(radius), class_="body")
    ]
    if "listed" in one.css:
        parts.append(element("path", d=f"M{n(left)} {n(top + 3)}v{n(box.height - 6)}", class_="bar"))
    y = top + 6 + NAME_PX
    for line in one.lines:
        parts.append(text(at[0], y, line, text_anchor="middle", class_="name"))
        y += NAME_PX * 1.25
    if one.note:
        parts.append(text(at[0], y - 1, one.note, text_anchor="middle", class_="note"))
    return link(one.target, group(parts, class_=f"node {one.css}"))


def draw_edge(a: Point, b: Point, box: Box, kinds: list[str]) -> Markup:
    """A line that ends at the box it points to."""
    tip = edge_of(box, a, b)
    return group(
        [
            element("title", ", ".join(kinds)),
            element("path", d=f"M{n(a[0])} {n(a[1])}L{n(tip[0])} {n(tip[1])}", class_="edge"),
            element("circle", cx=n(tip[0]), cy=n(tip[1]), r="2.6", class_="tip"),
        ]
    )


def draw_edge_words(a: tuple[Point, Box], b: tuple[Point, Box], kinds: list[str]) -> Markup:
    """What the link is, in the middle of the visible part of the line."""
    words = shortened(", ".join(sorted(set(kinds))), 30)
    leave, meet = edge_of(a[1], b[0], a[0]), edge_of(b[1], a[0], b[0])
    return text((leave[0] + meet[0]) / 2, (leave[1] + meet[1]) / 2 + 3, words, text_anchor="middle", class_="kind")


def edge_of(box: Box, a: Point, b: Point) -> Point:
    """Where the line from a meets the box round b."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    if not dx and not dy:
        return b
    share = min(
        (box.width / 2 + 3) / abs(dx) if dx else 1e9,
        (box.height / 2 + 3) / abs(dy) if dy else 1e9,
    )
    return b[0] + dx * min(share, 1), b[1] + dy * min(share, 1)
