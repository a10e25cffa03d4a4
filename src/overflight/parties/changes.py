"""What changed between two states of the lists: who came, who went, whose programmes or names are others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from overflight.parties.ledger import Ledger
from overflight.records.party import Listing, NameKind, Party, PartyId
from overflight.records.source import Locator

KINDS = ("came", "went", "renamed", "programme added", "programme removed", "alias added", "alias removed")
"""Kinds of changes, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of one entry; `was` and `became` are a name or a programme, None where there is none."""

    kind: str
    list: str
    party: PartyId
    caption: str
    was: str | None
    became: str | None
    locator: Locator | None


def diff_lists(before: Ledger, after: Ledger) -> tuple[Change, ...]:
    """The changes from the last snapshots of one ledger to those of another, list by list, sorted.

    Only lists that both hold are compared: a list that is missing on one side says nothing.
    """
    old, new = _standing(before), _standing(after)
    shared = {name for name, _ in old} & {name for name, _ in new}
    changes = [
        change
        for key in old.keys() | new.keys()
        if key[0] in shared
        for change in _changes(key[0], before.by_id.get(key[1]), after.by_id.get(key[1]), old.get(key), new.get(key))
    ]
    return tuple(
        sorted(changes, key=lambda c: (c.list, KINDS.index(c.kind), len(c.party), c.party, c.was or "", c.became or ""))
    )


def _standing(ledger: Ledger) -> dict[tuple[str, PartyId], set[str]]:
    """Programmes by list and party, of the listings that stand at the end."""
    found: dict[tuple[str, PartyId], set[str]] = {}
    for listing in ledger.listings:
        if _stands(listing):
            found.setdefault((listing.list, listing.party), set()).add(_under(listing))
    return found


def _stands(listing: Listing) -> bool:
    return listing.gone_on is None and listing.to_basis is None


def _under(listing: Listing) -> str:
    return " · ".join(part for part in (listing.programme, listing.measure) if part) or "no programme"


def _changes(
    name: str, old: Party | None, new: Party | None, had: set[str] | None, has: set[str] | None
) -> Iterator[Change]:
    party = new or old
    assert party is not None

    def change(kind: str, was: str | None, became: str | None) -> Change:
        place = party.locator if kind != "went" or old is None else old.locator
        return Change(
            kind=kind, list=name, party=party.party, caption=party.caption, was=was, became=became, locator=place
        )

    if had is None or has is None:
        came = had is None
        under = ", ".join(sorted((has if came else had) or ()))
        yield change("came" if came else "went", None if came else under, under if came else None)
        return
    yield from (change("programme added", None, under) for under in has - had)
    yield from (change("programme removed", under, None) for under in had - has)
    if old is not None and new is not None:
        if old.caption != new.caption:
            yield change("renamed", old.caption, new.caption)
        yield from (change("alias added", None, text) for text in _aliases(new) - _aliases(old))
        yield from (change("alias removed", text, None) for text in _aliases(old) - _aliases(new))


def _aliases(party: Party) -> set[str]:
    return {name.text for name in party.names if name.kind is not NameKind.PRIMARY and name.text != party.caption}
