"""GEXF 1.3 for Gephi: parties, flights, reports and findings as nodes, and what joins them.

Every node that an edge names is declared.
"""

from __future__ import annotations

from overflight.publishing.dossier import wording
from overflight.publishing.dossier.index import Index
from overflight.publishing.exports.shared import xml_text
from overflight.publishing.text import one_line

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    '<graph defaultedgetype="directed">\n<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>\n'
)

Edge = tuple[str, str, str]


def export_gexf(index: Index) -> dict[str, bytes]:
    """One graph."""
    nodes, edges = graph(index)
    lines = [HEAD, "<nodes>\n"]
    for identity in sorted(nodes):
        label, kind = nodes[identity]
        value = f'<attvalues><attvalue for="kind" value="{xml_text(kind)}"/></attvalues>'
        lines.append(f'<node id="{xml_text(identity)}" label="{xml_text(one_line(label))}">{value}</node>\n')
    lines.append("</nodes>\n<edges>\n")
    for number, (source, target, label) in enumerate(sorted(edges)):
        ends = f'source="{xml_text(source)}" target="{xml_text(target)}"'
        lines.append(f'<edge id="{number}" {ends} label="{xml_text(one_line(label))}"/>\n')
    lines.append("</edges>\n</graph>\n</gexf>\n")
    return {"case.gexf": "".join(lines).encode()}


def graph(index: Index) -> tuple[dict[str, tuple[str, str]], set[Edge]]:
    """Nodes by id with label and kind, and edges between them."""
    nodes: dict[str, tuple[str, str]] = {}
    edges: set[Edge] = set()
    for party in index.case.parties:
        nodes[f"party:{party.party}"] = (party.caption, str(party.schema))
    for link in index.case.links:
        near, far = (
            f"party:{link.subject}",
            f"party:{link.object_party}" if link.object_party else f"name:{link.object_name}",
        )
        nodes.setdefault(near, (str(link.subject), "party not in this case"))
        nodes.setdefault(far, (link.object_name, "name on a list"))
        edges.add((near, far, link.kind))
    for report in index.case.reports:
        nodes[f"report:{report.doc}"] = (index.report_name(report.doc), "report")
    for edge in index.case.lineage.edges:
        parent = f"report:{edge.parent}"
        nodes.setdefault(parent, (index.report_name(edge.parent), "report not in this case"))
        nodes.setdefault(f"report:{edge.doc}", (edge.doc, "report not in this case"))
        edges.add((f"report:{edge.doc}", parent, edge.relation))
    for finding in index.case.findings:
        here = f"finding:{finding.id}"
        nodes[here] = (f"{finding.id} {finding.statement}", wording.VERDICTS[finding.verdict].label)
        for claim in finding.claims:
            if claim in index.claims:
                doc = f"report:{index.claims[claim].doc}"
                nodes.setdefault(doc, (index.claims[claim].doc, "report"))
                edges.add((doc, here, "claims"))
        for check in finding.checks:
            for identity in check.evidence:
                if identity.startswith("flight:") and identity.removeprefix("flight:") in index.flights:
                    flight = index.flights[identity.removeprefix("flight:")]
                    nodes[identity] = (wording.flight_name(flight), "flight")
                    edges.add((identity, here, str(check.answer)))
    return nodes, edges
