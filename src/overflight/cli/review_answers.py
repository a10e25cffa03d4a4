"""What an editor can answer about a claim, and what each answer does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.columns import Columns
from rich.padding import Padding
from rich.text import Text

from overflight.assessment.review import FIELDS
from overflight.case.reviews import ALLOWED, RELIABILITY
from overflight.cli.review_card import claim_card
from overflight.cli.review_session import Stop, Then, Walk
from overflight.errors import BadInput
from overflight.publishing.text import one_line
from overflight.records.review import Review, ReviewAction

SCALE: Mapping[str, str] = {
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
}  # fmt: skip
"""The Admiralty scale of sources, in words."""

DATE, PERIOD = "date", ".."
"""The date as one field, and what stands between its days where it is a period."""

MOST_CHOICES = 20
"""Facts offered at once for merging."""


def show(walk: Walk, stop: Stop) -> None:
    """The claim's card, and below it what can be answered."""
    report = walk.reports.get(stop.claim["doc"])
    walk.console.print(claim_card(stop.claim, report, walk.held(stop.target), walk.reliability(stop.claim)))
    menu = [Text.assemble((key, "bold reverse"), f" {word}") for key, (word, _) in ANSWERS.items()]
    walk.console.print()
    walk.console.print(Padding(Columns(menu, padding=(0, 2)), (0, 2)))


def accept(walk: Walk, stop: Stop) -> Then:
    """The claim stands as it was read."""
    walk.save(Review(target=stop.target, action=ReviewAction.ACCEPT))
    return Then.NEXT


def reject(walk: Walk, stop: Stop) -> Then:
    """The claim was misread."""
    walk.save(Review(target=stop.target, action=ReviewAction.REJECT))
    return Then.NEXT


def correct(walk: Walk, stop: Stop) -> Then:
    """Asks which reading to correct, and for its value; the claim is shown again with it."""
    fields = fields_of(stop.claim)
    for number, (name, value) in enumerate(fields, start=1):
        walk.console.print(Text(f"  {number:>2}  {name:<18}", "bold").append(one_line(value) or "–", "dim"))
    picked = chosen([name for name, _ in fields], walk.ask("which, by number or name "), also=FIELDS)
    if picked is None:
        return Then.STAY
    value = walk.ask(f"{picked}{hint(picked)}, – for none ").strip()
    if value:
        corrections = {"date.from": value, "date.to": value} if picked == DATE else {picked: value}
        if picked == DATE and PERIOD in value:
            corrections["date.from"], _, corrections["date.to"] = (part.strip() for part in value.partition(PERIOD))
        walk.save(*(
            Review(target=stop.target, action=ReviewAction.CORRECT, field=name, value=none_or(told))
            for name, told in corrections.items()
        ))  # fmt: skip
        show(walk, stop)
    return Then.STAY


def hint(field: str) -> str:
    """What can be given for a field."""
    if field in ALLOWED:
        return f" ({', '.join(ALLOWED[field])})"
    return " (2022-01-13, or 2022-01-13..2022-01-15)" if field == DATE else ""


def merge(walk: Walk, stop: Stop) -> Then:
    """Asks which other fact of this kind the claim belongs to."""
    others = [
        f
        for f in walk.findings["findings"]
        if f["kind"] == stop.claim["kind"] and f is not stop.finding and f["claims"]
    ][:MOST_CHOICES]
    if not others:
        walk.console.print(f"  There is no other fact of this kind ({stop.claim['kind']}).", style="yellow")
        return Then.STAY
    for number, finding in enumerate(others, start=1):
        walk.console.print(Text(f"  {number:>2}  {finding['id']:<5}", "bold").append(one_line(finding["statement"])))
    name = chosen([f["id"] for f in others], walk.ask("one fact with which, by number or id "))
    if name is None:
        return Then.STAY
    other = next(f for f in others if f["id"] == name)
    walk.save(Review(target=stop.target, action=ReviewAction.MERGE, value=f"claim:{other['claims'][0]}"))
    return Then.NEXT


def note(walk: Walk, stop: Stop) -> Then:
    """Asks for a note; it stays with the claim."""
    words = walk.ask("note ").strip()
    if words:
        walk.save(Review(target=stop.target, action=ReviewAction.NOTE, value=words))
        show(walk, stop)
    return Then.STAY


def reliability(walk: Walk, stop: Stop) -> Then:
    """Asks how reliable the source is, A to F."""
    report = walk.reports.get(stop.claim["doc"])
    if report is None:
        walk.console.print("  The file of this report cannot be read; set it by: overflight review CASE source:…")
        return Then.STAY
    for letter, words in SCALE.items():
        walk.console.print(Text(f"   {letter}  ", "bold").append(words))
    letter = walk.ask(f"reliability, {RELIABILITY[0]} to {RELIABILITY[-1]} ").strip().upper()
    if letter:
        walk.save(Review(target=f"source:{report.source}", action=ReviewAction.RELIABILITY, value=letter))
        show(walk, stop)
    return Then.STAY


def undo(walk: Walk, stop: Stop) -> Then:
    """Takes back all decisions about the claim."""
    walk.save(Review(target=stop.target, action=ReviewAction.UNDO))
    show(walk, stop)
    return Then.STAY


ANSWERS: Mapping[str, tuple[str, Callable[[Walk, Stop], Then]]] = {
    "a": ("accept", accept),
    "c": ("correct", correct),
    "r": ("reject", reject),
    "m": ("merge", merge),
    "n": ("note", note),
    "f": ("source", reliability),
    "s": ("skip", lambda walk, stop: Then.NEXT),
    "b": ("back", lambda walk, stop: Then.BACK),
    "u": ("undo", undo),
    "q": ("quit", lambda walk, stop: Then.QUIT),
}
"""What can be answered: the key, its word, and what it does."""


def fields_of(claim: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The readings of a claim that can be corrected and are there, with their values; the date always, as one."""
    date = claim["date"] or {}
    days = [day for day in (date.get("from"), date.get("to")) if day]
    found = [(DATE, PERIOD.join(dict.fromkeys(days)))]
    for name in FIELDS:
        role, dot, _ = name.partition(".")
        if not dot:
            found.append((name, claim[name]))
        elif claim.get(role) and role != DATE:
            found.append((name, "; ".join(f["norm"] or f["text"] for f in claim[role])))
    return found


def chosen(names: list[str], given: str, also: Iterable[str] = ()) -> str | None:
    """The name that was given by number or in full; None where nothing was given. Raises BadInput for what is neither."""
    given = given.strip()
    if not given:
        return None
    if given.isdecimal() and 1 <= int(given) <= len(names):
        return names[int(given) - 1]
    for name in (*names, *also):
        if name.casefold() == given.casefold():
            return name
    raise BadInput(
        "this is none of them", where=one_line(given), now=f"Give a number from 1 to {len(names)}, or nothing."
    )


def none_or(value: str) -> str | None:
    """A value, or None for a dash."""
    return None if value in {"-", "–"} else value
