"""The walk through what is undecided: one claim after another, fact by fact; every decision is saved at once."""

from __future__ import annotations

from rich.text import Text

from overflight.cli.review_answers import ANSWERS, show
from overflight.cli.review_card import fact_card
from overflight.cli.review_session import Stop, Then, Walk
from overflight.errors import BadInput


def walk_through(walk: Walk, stops: tuple[Stop, ...]) -> int:
    """Shows each claim and asks, until the last or until the editor leaves. Returns how many are left."""
    at, shown = 0, None
    while at < len(stops):
        stop = stops[at]
        if stop.finding is not None and stop.finding is not shown:
            walk.console.print()
            walk.console.print(fact_card(stop.finding, f"claim {at + 1} of {len(stops)} to decide"))
        shown = stop.finding
        show(walk, stop)
        then = Then.STAY
        while then is Then.STAY:
            then = answer(walk, stop)
        if then is Then.QUIT:
            break
        at = max(0, at - 1) if then is Then.BACK else at + 1
    return sum(not walk.is_decided(stop.claim) for stop in stops)


def answer(walk: Walk, stop: Stop) -> Then:
    """Asks once and does what is answered; leaves at the end of input."""
    try:
        given = walk.ask(f"{stop.number}/{stop.of} ").strip().casefold()
        known = next((did for key, (word, did) in ANSWERS.items() if given in (key, word)), None)
        if known is None:
            walk.console.print(f"  Answer with one of: {', '.join(ANSWERS)}.", style="yellow", highlight=False)
            return Then.STAY
        return known(walk, stop)
    except BadInput as error:
        walk.console.print(Text(f"  {error}", "red"))
        return Then.STAY
    except (EOFError, KeyboardInterrupt):
        walk.console.print()
        return Then.QUIT
