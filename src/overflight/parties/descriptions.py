"""How two descriptions of one party become one: the later stands, and what the earlier called it is kept."""

from __future__ import annotations

from dataclasses import replace

from overflight.parties.read.entry import StatedLink
from overflight.records.party import Identifier, NameKind, Party, PartyName


def merged(old: Party, new: Party, *, keep_missing: bool) -> Party:
    """The later description of a party, with what the earlier one called it.

    A name that the later description dropped stays as a former one; keep_missing leaves its kind, for a snapshot that
    lacks the table of aliases.
    """
    if old.names == new.names and old.identifiers == new.identifiers:
        return new
    texts = {name.text for name in new.names}
    kept = tuple(
        name
        if keep_missing and name.kind is not NameKind.PRIMARY
        else PartyName(text=name.text, kind=NameKind.FORMER, locator=name.locator)
        for name in old.names
        if name.text not in texts
    )
    return replace(
        new,
        names=new.names + kept,
        identifiers=new.identifiers + _former_registrations(old, new),
        countries=new.countries + tuple(c for c in old.countries if keep_missing and c not in new.countries),
    )


def _former_registrations(old: Party, new: Party) -> tuple[Identifier, ...]:
    marks = {i.value for i in new.identifiers if i.kind in ("registration", "former_registration")}
    return tuple(
        Identifier(kind="former_registration", value=i.value, locator=i.locator)
        for i in old.identifiers
        if i.kind in ("registration", "former_registration") and i.value not in marks
    )


def joined(old: tuple[StatedLink, ...], new: tuple[StatedLink, ...]) -> tuple[StatedLink, ...]:
    """Ties of two sources, each once."""
    seen = {(link.kind, link.object_name) for link in old}
    return old + tuple(link for link in new if (link.kind, link.object_name) not in seen)
