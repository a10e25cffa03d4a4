"""What no track can show: what was on board, who flew."""

from __future__ import annotations

from overflight.assessment.rules import Rule, Table
from overflight.records.finding import CheckAnswer as A

CARGO = Table(
    question="Is what was on board shown by anything?",
    rules=(
        Rule(
            rule="cargo.not_shown",
            when="the claim says what or how much was carried",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No position, list or registry can show what was on board: {cargo} cannot be checked with what "
            "this case holds. A manifest, a photograph or a witness could.",
        ),
    ),
)

PILOT = Table(
    question="Is who flew the aircraft shown by anything?",
    rules=(
        Rule(
            rule="pilot.not_shown",
            when="the claim says who was at the controls",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No position, list or registry can show who flew: that {pilot} did cannot be checked with what "
            "this case holds.",
        ),
    ),
)

LOAD = Table(
    question="Could such an aircraft lift it?",
    rules=(
        Rule(
            rule="load.too_heavy",
            when="the weight claimed for the flights is more than the type named can lift, with a quarter to spare",
            answer=A.CONTRADICTS,
            sentence="{load} on {flights} is more than a {type} can lift: at most {most} tonnes. The figure cannot hold; that "
            "says nothing about the flight.",
        ),
    ),
)
