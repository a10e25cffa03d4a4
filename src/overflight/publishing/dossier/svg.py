"""Small pieces of SVG. No style attributes (the content policy forbids them): classes and geometry only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

Point = tuple[float, float]
"""x to the right and y down, in pixels of the figure."""


def n(value: float) -> str:
    """A coordinate with at most one decimal, without needless noughts: 3, .5, -.5, 0."""
    text = f"{value:.1f}".removesuffix(".0")
    if text.startswith(("0.", "-0.")):
        return text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup one after the other."""
    return Markup("").join(parts)


def line_path(points: Sequence[Point]) -> str:
    """Path data of a polyline in relative steps; each step is rounded from where the pen truly is, so nothing drifts."""
    if not points:
        return ""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    steps = [f"M{n(x)} {n(y)}l"]
    for px, py in points[1:]:
        dx, dy = round(px - x, 1), round(py - y, 1)
        if dx == 0 and dy == 0:
            continue
        x, y = round(x + dx, 1), round(y + dy, 1)
        steps.append(f"{n(dx)} {n(dy)} ")
    if len(steps) == 1:
        return f"M{n(x)} {n(y)}h0"
    return "".join(steps).rstrip().replace(" -", "-")


def area_path(points: Sequence[Point]) -> str:
    """Path data of a closed polygon."""
    return line_path(points) + "z" if len(points) > 2 else ""


def element(name: str, content: str | Markup = "", **attributes: object) -> Markup:
    """One element; attribute names use `_` for `-` and end in `_` where Python keeps the word. None leaves one out."""
    given = joined(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), n(value) if isinstance(value, float) else value)
        for key, value in attributes.items()
        if value is not None
    )
    if content == "":
        return Markup("<{0}{1}/>").format(Markup(name), given)  # noqa: S704 - names are our own
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, content)  # noqa: S704 - names are our own


def text(x: float, y: float, words: str, **attributes: object) -> Markup:
    """A line of text."""
    return element("text", words, x=float(x), y=float(y), **attributes)


def group(parts: Iterable[Markup], **attributes: object) -> Markup:
    """Pieces under one group, nothing if there are none."""
    inside = joined(parts)
    return element("g", inside, **attributes) if inside else Markup("")


def link(target: str | None, content: Markup, **attributes: object) -> Markup:
    """Content that leads to a place in the dossier, or just the content where there is none."""
    return element("a", content, href=f"#{target}", **attributes) if target else content


def drawing(parts: Iterable[Markup], *, size: Point, title: str, name: str, css: str, role: str = "group") -> Markup:
    """A whole figure: scaled to its column, with a title that a screen reader says. A figure without links is an `img`."""
    return element(
        "svg",
        element("title", title, id=f"{name}-title") + joined(parts),
        viewBox=f"0 0 {n(size[0])} {n(size[1])}",
        class_=css,
        role=role,
        aria_labelledby=f"{name}-title",
    )


def shortened(words: str, longest: int) -> str:
    """At most so many characters, the cut shown by an ellipsis."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def shortened_words(words: str, longest: int) -> str:
    """The same, cut between words where one ends in the second half."""
    cut = shortened(words, longest)
    if cut == words or words[len(cut) - 1 : len(cut)].isspace():
        return cut
    whole, space, _ = cut.rpartition(" ")
    return f"{whole.rstrip(' ,;:–-')}…" if space and len(whole) > longest / 2 else cut


def text_width(words: str, size_px: float) -> float:
    """A generous guess of how wide words are in a sans-serif face: wide scripts count double."""
    units = sum(1.0 if ord(c) > 0x2E80 else 0.66 if c.isupper() or ord(c) > 0x600 else 0.54 for c in words)
    return units * size_px
