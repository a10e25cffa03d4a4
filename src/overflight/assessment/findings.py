"""The stage on one page: claims become facts, facts are put to the evidence, and what stands is written down."""

from __future__ import annotations

from dataclasses import replace

from overflight.assessment.asserted import denial_text
from overflight.assessment.checks import run_checks
from overflight.assessment.context import Context, build_context
from overflight.assessment.credibility import grade_of
from overflight.assessment.evidence import Evidence
from overflight.assessment.facts import cluster_facts, merge_facts
from overflight.assessment.foresight import told_too_early
from overflight.assessment.involved import involved
from overflight.assessment.naming import with_full_names
from overflight.assessment.ordering import in_order
from overflight.assessment.origins import count_origins
from overflight.assessment.settings import AssessmentSettings
from overflight.assessment.unreported import find_unreported
from overflight.assessment.verdicts import judge
from overflight.assessment.waybills import write_waybills
from overflight.records.finding import CaseFindings, Fact, Finding, Question

NO_TRACK = ("flight.not_seen", "flight.no_positions", "flight.known_elsewhere", "flight.other_aircraft")
"""Rules that mark a reported flight without a track."""


def assess(evidence: Evidence, question: Question, settings: AssessmentSettings) -> CaseFindings:
    """What stands of the claims, given the evidence: facts, checks, verdicts, unreported flights, waybills. Pure."""
    evidence = replace(evidence, claims=with_full_names(evidence.claims))
    context = build_context(evidence, question, settings)
    gathered = cluster_facts(evidence.claims, evidence.lineage, settings)
    facts = in_order(merge_facts(gathered, evidence.merges, context.claims), context)
    findings = tuple(_find(number, fact, context) for number, fact in enumerate(facts, start=1))
    unreported = find_unreported(facts, context)
    waybills = write_waybills(facts, findings, context)
    parties, listings, links = involved(findings, unreported, context)
    return CaseFindings(
        claims=evidence.claims,
        facts=facts,
        findings=findings,
        flights=evidence.flights,
        unreported_flights=unreported,
        parties=parties,
        waybills=waybills,
        sources=evidence.sources,
        warnings=(*evidence.warnings, *told_too_early(evidence.claims, evidence.reports)),
        designations=context.answers(),
        listings=listings,
        links=links,
        rotations=evidence.rotations,
        lineage=evidence.lineage,
        rejections=evidence.rejections,
        untracked=tuple(f.id for f in findings if any(c.rule in NO_TRACK for c in f.checks)),
        reports=evidence.reports,
        asked=question,
    )


def _find(number: int, fact: Fact, context: Context) -> Finding:
    claims = tuple(context.claims[claim] for claim in fact.claims)
    checks = run_checks(fact, context)
    row = judge(checks, claims)
    origins = count_origins(claims, context.origins)
    grade = grade_of(row.verdict, origins)
    return Finding(
        id=f"F{number}",
        fact=fact.fact,
        kind=fact.kind,
        statement=fact.statement,
        claims=fact.claims,
        origins=origins,
        checks=checks,
        verdict=row.verdict,
        because=" ".join(filter(None, (row.sentence, denial_text(claims), grade.sentence))),
        credibility=grade.grade,
        drift=drift_of(fact, context),
        rule=row.rule,
    )


def drift_of(fact: Fact, context: Context) -> tuple[str, ...]:
    """What changed on the way between the reports of this fact, in words."""
    return tuple(
        f"{d.slot}: {d.was or 'nothing'} ({d.parent}) became {d.became or 'nothing'} ({d.doc})"
        for claim in fact.claims
        for d in context.origins.drift.get(claim, ())
    )
