"""Ties between parties: resolved by exact name, ambiguous ones kept as candidates, walked as paths."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from overflight.parties.exact_names import NameIndex
from overflight.parties.read.entry import StatedLink
from overflight.records.party import Link, NameKind, Party, PartyId

if TYPE_CHECKING:
    from overflight.parties.ledger import Ledger


def resolve_links(
    stated: Iterable[tuple[PartyId, StatedLink]], parties: Sequence[Party], index: NameIndex
) -> tuple[Link, ...]:
    """The ties with the entry that the printed name stands for: one, several candidates, or none.

    A name resolves among the entries of the same list only; a primary name goes before an alias.
    """
    known = {party.party for party in parties}
    kept: dict[tuple[str, str], tuple[PartyId, ...]] = {}
    links = []
    for subject, link in stated:
        code = subject.partition(":")[0]
        if link.object_entry is not None and link.object_entry in known:
            found: tuple[PartyId, ...] = (PartyId(link.object_entry),)
        else:
            key = (code, link.object_name)
            if key not in kept:
                kept[key] = _bearers(index, link.object_name, code)
            found = tuple(party for party in kept[key] if party != subject)
        links.append(
            Link(
                subject=subject,
                kind=link.kind,
                object_name=link.object_name,
                object_party=found[0] if len(found) == 1 else None,
                candidates=found if len(found) > 1 else (),
                from_on=link.from_on,
                to_on=link.to_on,
                locator=link.locator,
            )
        )
    return tuple(links)


def _bearers(index: NameIndex, name: str, code: str) -> tuple[PartyId, ...]:
    hits = [hit for hit in index.find(name) if hit.party.startswith(f"{code}:")]
    primary = [hit for hit in hits if hit.name.kind is NameKind.PRIMARY]
    return tuple(sorted({hit.party for hit in primary or hits}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One tie of a path, in the direction in which it is stated; is_forward tells which way the walk took it."""

    link: Link
    is_forward: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPath:
    """A chain of ties from the subject to an end.

    end is the party reached, None where the printed name is no entry of the lists; candidates are the entries that bear
    it where several do. is_listed tells whether the end has a listing: linked is not listed.
    """

    start: PartyId
    steps: tuple[Step, ...]
    end: PartyId | None
    end_name: str
    candidates: tuple[PartyId, ...]
    is_listed: bool


def walk_links(ledger: Ledger, subject: str, depth: int = 2) -> tuple[LinkPath, ...]:
    """The shortest path to everything tied to the subject within `depth` ties, nearest first.

    Ties are walked both ways; an ambiguous tie ends its path, as does a name that is no entry. () where nobody bears the
    subject's name or mark.
    """
    from overflight.parties.subjects import find_parties

    paths: list[LinkPath] = []
    starts = [hit.party for hit in find_parties(ledger, subject)]
    reached = set(starts)
    named: set[tuple[str, str]] = set()
    edge: list[tuple[PartyId, PartyId, tuple[Step, ...]]] = [(start, start, ()) for start in starts]
    for _ in range(depth):
        following: list[tuple[PartyId, PartyId, tuple[Step, ...]]] = []
        for start, here, so_far in edge:
            for step, end, name in _steps(ledger, here):
                steps = (*so_far, step)
                if end is None:
                    if (start, name.casefold()) in named:
                        continue
                    named.add((start, name.casefold()))
                elif end in reached:
                    continue
                else:
                    reached.add(end)
                    following.append((start, end, steps))
                paths.append(
                    LinkPath(
                        start=start,
                        steps=steps,
                        end=end,
                        end_name=ledger.by_id[end].caption if end else name,
                        candidates=step.link.candidates if end is None else (),
                        is_listed=end is not None and end in ledger.listings_of,
                    )
                )
        edge = following
    return tuple(paths)


def _steps(ledger: Ledger, here: PartyId) -> Iterator[tuple[Step, PartyId | None, str]]:
    """The ties of one party, stated ones first, in a fixed order."""
    for link in sorted(ledger.links_from.get(here, ()), key=_link_order):
        yield Step(link=link, is_forward=True), link.object_party, link.object_name
    for link in sorted(ledger.links_to.get(here, ()), key=lambda x: (x.kind, x.subject)):
        yield Step(link=link, is_forward=False), link.subject, ""


def _link_order(link: Link) -> tuple[str, str, dt.date]:
    return (link.kind, link.object_name, link.from_on or dt.date.min)
