"""Movement lists: a row or verbless line that names an aircraft and places is a flight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.sentences import Sentence, cell_mark
from overflight.records.claim import ClaimKind, Filler

_CRAFT = frozenset({"aircraft_type", "registration", "flight_number"})
_FROM = re.compile(
    r"(?i)^\W*(?:from|origin|dep(?:arture)?(?: (?:airport|station|aerodrome))?|adep|departed|von|de|desde|da|откуда)\W*$"
)
_TO = re.compile(
    r"(?i)^\W*(?:to|dest(?:ination)?|arr(?:ival)?(?: (?:airport|station|aerodrome))?|ades|arrived|nach|a|hasta|куда)\W*$"
)
_ROUTE = re.compile(
    r"(?P<origin>[A-Z]{3,4}|[A-Z][\w’' ()]{2,30}?) ?(?:→|➝|->|–|—|-|\bto\b|"
    r"/) ?(?P<destination>[A-Z]{3,4}|[A-Z][\w’' ()]{2,30}?)(?=$|[|\t,;.(]| \d)"
)
_OFF = re.compile(
    r"(?i)\b(?:cancel+ed|cnl|cxl|not operated|did not operate|no show|withdrawn|diverted elsewhere|void)\b"
)
_OPEN = re.compile(r"(?i)\b(?:planned|scheduled|expected|sched|est|eta|etd|due|requested|slot|pending|forecast)\b")
_BEFORE = re.compile(r"(?i)(?:\b(?:from|ex|dep(?:arted)?|left|off|out of)|→?\bvia)\W*$")
_AT = re.compile(r"(?i)\b(?:on the (?:ground|apron|tarmac|ramp|stand)|parked|seen|on stand)\b")


_MOVED = re.compile(
    r"(?i)\b(?:on the (?:ground|apron|tarmac|ramp|stand)|parked|seen|spotted|on stand|inbound|outbound|arr|dep|bound for|off to"
    r"|(?:land|arriv|depart|touch|return|circl|divert)\w*)\b"
)
"""What makes a line of an aircraft and one place a movement."""


class Header:
    """Which columns of a table are origin and destination, as the last header row said."""

    def __init__(self) -> None:
        self.origin: int | None = None
        self.destination: int | None = None

    def read(self, cells: Sequence[str]) -> bool:
        """Take a row for the header, if it is one."""
        origin = next((k for k, c in enumerate(cells) if _FROM.match(c)), None)
        destination = next((k for k, c in enumerate(cells) if _TO.match(c)), None)
        if origin is None and destination is None:
            return False
        self.origin, self.destination = origin, destination
        return True


def row_drafts(scene: Scene, sentences: Sequence[Sentence], verbless: frozenset[int]) -> Iterator[Draft]:
    """The flights of the table rows, and of the lines without a verb; verbless: indices of sentences that have none."""
    header = Header()
    for index, sentence in enumerate(sentences):
        if sentence.kind != "row" and index not in verbless:
            continue
        text = scene.text[sentence.start : sentence.end]
        cells = _cells(scene.text, sentence)
        if sentence.kind == "row" and header.read([c.group() for c in cells]):
            continue
        if _OFF.search(text):
            continue
        draft = _row(scene, index, sentence, cells, header)
        if draft is not None:
            yield draft


def _cells(text: str, sentence: Sentence) -> list[re.Match[str]]:
    """The cells of a row, by the mark that it sets between them."""
    mark = cell_mark(text[sentence.start : sentence.end]) or "|"
    return list(re.compile(rf"[^{re.escape(mark)}\n]+").finditer(text, sentence.start, sentence.end))


def _row(scene: Scene, index: int, sentence: Sentence, cells: Sequence[re.Match[str]], header: Header) -> Draft | None:
    mentions = scene.within(sentence.start, sentence.end)
    craft = [m for m in mentions if m.kind in _CRAFT]
    places = [m for m in mentions if m.kind == "place"]
    roles: dict[str, tuple[Filler, ...]] = {}
    if craft:
        roles["aircraft"] = tuple(_filler(scene, m) for m in craft[:3])
    operator = next((m for m in mentions if m.kind in {"operator", "organisation"}), None)
    if operator is not None:
        roles["actor"] = (_filler(scene, operator),)
    roles |= _by_header(scene, cells, header) or _by_order(scene, sentence, places)
    where = roles.keys() & {"origin", "destination", "place"}
    dated = any(m.kind == "date" for m in mentions) or re.search(
        r"\b\d{1,2}[:.]?\d{2}\b", scene.text[sentence.start : sentence.end]
    )
    is_row = sentence.kind == "row"
    if not (where and (craft or (is_row and dated))) and not (is_row and craft and dated):
        return None
    if not is_row and not dated and len(where) < 2 and not _MOVED.search(scene.text, sentence.start, sentence.end):
        return None
    spans = [(f.start, f.end) for fs in roles.values() for f in fs]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    planned = _OPEN.search(scene.text, sentence.start, sentence.end) is not None
    return Draft(
        kind=ClaimKind.FLIGHT,
        subtype=None,
        rule="flight.row",
        sentence=index,
        verb=0,
        trigger=(start, end),
        left=sentence.start,
        right=sentence.end,
        roles=roles,
        modality="planned" if planned else "reported",
        polarity="affirmed",
    )


def _by_header(scene: Scene, cells: Sequence[re.Match[str]], header: Header) -> dict[str, tuple[Filler, ...]]:
    roles: dict[str, tuple[Filler, ...]] = {}
    for role, column in (("origin", header.origin), ("destination", header.destination)):
        if column is None or column >= len(cells):
            continue
        cell = cells[column]
        words = cell.group().strip()
        if not any(c.isalpha() for c in words):
            continue
        start = cell.start() + cell.group().index(words)
        place = next((m for m in scene.within(start, start + len(words)) if m.kind == "place"), None)
        roles[role] = (_filler(scene, place),) if place else (Filler(text=words, start=start, end=start + len(words)),)
    return roles


def _by_order(scene: Scene, sentence: Sentence, places: Sequence[MentionLike]) -> dict[str, tuple[Filler, ...]]:
    """Without a header: `X → Y`, `X to Y`, codes joined by a dash; else the first place and the last."""
    text = scene.text
    for first, second in pairwise(places):
        between = text[first.end : second.start].strip(" ()")
        if len(between) <= 8 and re.fullmatch(r"(?:\([A-Z]{3,4}\))? ?(?:→|➝|->|–|—|-|to|/|\|)? ?", between):
            return {"origin": (_filler(scene, first),), "destination": (_filler(scene, second),)}
    route = _ROUTE.search(text, sentence.start, sentence.end)
    if route and sentence.kind == "row" and route["origin"].isupper() and route["destination"].isupper():
        return {
            side: (Filler(text=route[side], start=route.start(side), end=route.end(side)),)
            for side in ("origin", "destination")
        }
    if len(places) >= 2:
        return {"origin": (_filler(scene, places[0]),), "destination": (_filler(scene, places[-1]),)}
    if len(places) == 1:
        before = text[max(sentence.start, places[0].start - 16) : places[0].start]
        side = (
            "origin"
            if _BEFORE.search(before)
            else "place"
            if _AT.search(text, sentence.start, sentence.end)
            else "destination"
        )
        return {side: (_filler(scene, places[0]),)}
    return {}


def _filler(scene: Scene, mention: MentionLike) -> Filler:
    return Filler(text=scene.text[mention.start : mention.end], start=mention.start, end=mention.end, norm=mention.norm)
