"""The whole dossier as one HTML document that asks nothing of any network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from overflight import __version__
from overflight.assessment.naming import lower_article
from overflight.publishing.dossier import flight_words, rulings, silences, views, wording
from overflight.publishing.dossier.altitude import draw_profile
from overflight.publishing.dossier.drift import word_changes
from overflight.publishing.dossier.fact_lineage import fact_trees
from overflight.publishing.dossier.index import Index, anchor, cleaned_case, natural
from overflight.publishing.dossier.lineage import lineage_trees
from overflight.publishing.dossier.map import MapFigure, draw_map
from overflight.publishing.dossier.network import draw_network
from overflight.publishing.dossier.reports import direction, language, marked_text, text_direction
from overflight.publishing.dossier.rules import grade_rows, used_rules
from overflight.publishing.dossier.summary import summarise
from overflight.publishing.dossier.tables import STACKS, narrow_heads
from overflight.publishing.dossier.thresholds import thresholds
from overflight.publishing.dossier.timeline import draw_timeline
from overflight.publishing.text import one_line, visible
from overflight.records.finding import CaseFindings
from overflight.reference.borders import Borders, natural_earth

CONTENTS = (
    ("summary", "Summary"),
    ("map", "Map"),
    ("timeline", "Timeline"),
    ("findings", "Claims and verdicts"),
    ("flights", "Flights"),
    ("unreported", "Unreported flights"),
    ("parties", "Parties and listings"),
    ("network", "Network"),
    ("lineage", "Lineage"),
    ("waybills", "Waybills"),
    ("reports", "Reports in full"),
    ("sources", "Sources"),
    ("methods", "Methods"),
)


def render_dossier(
    findings: CaseFindings, *, borders: Borders | None = None, stage_settings: Sequence[object] = ()
) -> str:
    """The case as one offline HTML document, complete with scripts off. The same findings give the same text.

    borders: whose borders the map shows, by default those of Natural Earth. stage_settings: the settings records that the build
    used, whose thresholds are printed.
    """
    return rendered("dossier.html.j2", page_context(findings, borders=borders, stage_settings=stage_settings))


def rendered(template: str, context: Mapping[str, Any]) -> str:
    """A page from a template and what it tells."""
    return environment().get_template(template).render(context)


def page_context(
    findings: CaseFindings, *, borders: Borders | None = None, stage_settings: Sequence[object] = ()
) -> dict[str, Any]:
    """All that the templates of the dossier tell of a case."""
    index = Index(cleaned_case(findings))
    case = index.case
    drawn_map = draw_map(index, borders or natural_earth())
    title = one_line(case.asked.title) or "Untitled case"
    style = Markup(stylesheet(drawn_map, title))  # noqa: S704
    script = Markup(read("dossier.js"))  # noqa: S704
    rules = used_rules(case)
    chosen, others = views.flights_by_weight(index)
    return dict(
        views.helpers(index),
        ix=index,
        case=case,
        title=title,
        version=__version__,
        style=style,
        script=script,
        policy=content_policy(style, script),
        contents=CONTENTS,
        counts=views.counts(index),
        synthetic_words=views.synthetic_words(index),
        summary=summarise(index),
        map=drawn_map,
        timeline=draw_timeline(index),
        network=draw_network(index),
        lineage=lineage_trees(index),
        fact_tree=fact_trees(index),
        findings=sorted(case.findings, key=lambda f: natural(f.id)),
        verdicts_present=Counter(f.verdict for f in case.findings),
        flights=chosen,
        other_flights=others,
        profiles={f.flight_id: draw_profile(f) for f in chosen},
        rotations=views.rotations(index),
        parties=views.parties(index),
        designations=views.designations(index),
        reports=sorted(case.reports, key=lambda r: (r.published_on is None, r.published_on, r.doc)),
        sources=sorted(case.sources, key=lambda s: (s.kind, s.name, s.sha256)),
        thresholds=thresholds(stage_settings),
        rules=rules,
        rule_ids=frozenset(row.rule for row in rules),
        grades=grade_rows(),
        marked_text=lambda report: marked_text(report, index),
        elsewhere={},
        flight_pages={},
        other_pages={},
    )  # fmt: skip


@cache
def environment() -> Environment:
    """Templates that escape everything and fail on a misspelt name; plain strings pass the text gate once more."""
    made = Environment(
        loader=PackageLoader("overflight.publishing.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.globals.update(
        w=wording,
        rulings=rulings,
        of_all_unreported=flight_words.OF_ALL_UNREPORTED,
        silences=silences,
        stacks=STACKS,
        anchor=anchor,
        lower_article=lower_article,
        language=language,
        direction=direction,
        text_direction=text_direction,
        word_changes=word_changes,
    )
    return made


@cache
def read(name: str) -> str:
    """A file that comes with the templates."""
    return files("overflight.publishing.dossier").joinpath("templates", name).read_text("utf-8")


def stylesheet(drawn: MapFigure | None, title: str) -> str:
    """The one style: the fixed sheet, the map's filters, and the head of printed pages."""
    css = compact(read("dossier.css"))
    rules = [
        f"#f-{choice.css}:checked~.scroll .fl:not(.{choice.css}){{display:none}}"
        for choices in ((drawn.airframes, drawn.periods) if drawn else ())
        for choice in choices
    ]
    head = f'@page{{@top-left{{content:"{css_string(title)}"}}}}'
    return css + narrow_heads() + "".join(rules) + head


def compact(css: str) -> str:
    """A stylesheet without comments and without the spaces that say nothing."""
    bare = re.sub(r"\s*/\*.*?\*/|\n\s*", "", css, flags=re.S)
    return re.sub(r"\s*([{};])\s*|([:,])\s+", r"\1\2", bare).replace(";}", "}")


def css_string(words: str) -> str:
    """Words inside a CSS string: all that is not a plain letter, digit or space as an escape."""
    return "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in words[:90])


def content_policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; only this style and this script may act."""
    return (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(content: str) -> str:
    """A hash as a content policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
