"""The designation ledger: parties, listings and links of all lists, each bound with its basis, each row with its place."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from overflight.errors import BadList
from overflight.parties.aircraft import AircraftIndex, Registry
from overflight.parties.exact_names import NameIndex
from overflight.parties.links import resolve_links
from overflight.parties.read import open_lists, open_registries
from overflight.parties.read.entry import Snapshot, StatedLink
from overflight.parties.read.starter_pack import LIST_NAME as OFAC
from overflight.parties.read.starter_pack import reported_starts, starter_registry, starter_snapshot
from overflight.parties.settings import PartiesSettings
from overflight.parties.timeline import ListSnapshot, Timeline
from overflight.records.party import Link, Listing, Party, PartyId
from overflight.records.source import Rejection, SourceFile

JOINING = {
    "un_reference": "UN reference number",
    "imo": "IMO number",
    "lei": "LEI",
    "uscc": "unified social credit code",
}
"""Identifiers that join entries of different lists, and what they are called; names join nothing."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Ledger:
    """Who was listed, where, under what, from when to when, and who is tied to whom.

    parties, listings and links (resolved when they are first asked for) are sorted by list and entry; snapshots by list
    and day. warnings are for people: a refused list among them never means that nobody is listed any more.
    """

    parties: tuple[Party, ...] = ()
    listings: tuple[Listing, ...] = ()
    stated_links: tuple[tuple[PartyId, StatedLink], ...] = ()
    snapshots: tuple[ListSnapshot, ...] = ()
    registries: tuple[Registry, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[PartyId, Party]:
        """Parties by their id."""
        return {party.party: party for party in self.parties}

    @cached_property
    def listings_of(self) -> dict[PartyId, tuple[Listing, ...]]:
        """Listings by party; a party without any is known and not listed."""
        return _grouped(self.listings, key=lambda listing: listing.party)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Stated ties, resolved to entries where the printed name is one entry's."""
        return resolve_links(self.stated_links, self.parties, self.names)

    @cached_property
    def links_from(self) -> dict[PartyId, tuple[Link, ...]]:
        """Links by the party that states them."""
        return _grouped(self.links, key=lambda link: link.subject)

    @cached_property
    def links_to(self) -> dict[PartyId, tuple[Link, ...]]:
        """Links by the party that they resolve to; ambiguous ones are under none."""
        found: dict[PartyId, list[Link]] = {}
        for link in self.links:
            if link.object_party is not None:
                found.setdefault(link.object_party, []).append(link)
        return {party: tuple(links) for party, links in found.items()}

    @cached_property
    def names(self) -> NameIndex:
        """Parties by the exact words of their names."""
        return NameIndex.of(self.parties)

    @cached_property
    def aircraft(self) -> AircraftIndex:
        """Listed aircraft by registration, address and airframe, and the registries beside them."""
        return AircraftIndex.of(self.parties, self.registries)

    @cached_property
    def joined(self) -> dict[tuple[str, str], tuple[PartyId, ...]]:
        """Parties by identifiers that tell one subject across lists: kind and value, folded."""
        found: dict[tuple[str, str], list[PartyId]] = {}
        for party in self.parties:
            for identifier in party.identifiers:
                if identifier.kind in JOINING:
                    found.setdefault((identifier.kind, identifier.value.strip().casefold()), []).append(party.party)
        return {key: tuple(dict.fromkeys(parties)) for key, parties in found.items()}

    @cached_property
    def snapshots_of(self) -> dict[str, tuple[ListSnapshot, ...]]:
        """Whole dated snapshots by list, oldest first."""
        whole = (s for s in self.snapshots if s.is_complete and s.on is not None)
        return _grouped(whole, key=lambda snapshot: snapshot.list)


def build_ledger(files: Sequence[SourceFile], settings: PartiesSettings | None = None) -> Ledger:
    """The ledger that these lists and registries allow: one snapshot, a folder of dated ones, a git history, or all of them.

    A list that is empty, truncated or of another layout is refused: a rejection and a warning, and what was there before
    stands. Raises BadList if not one of the files given can stand.
    """
    with _collector_paused():
        return _build(files, settings or PartiesSettings())


def _build(files: Sequence[SourceFile], settings: PartiesSettings) -> Ledger:
    refused: list[Rejection] = []
    warnings: list[str] = []
    bad: list[BadList] = []
    registries = open_registries(files, refused, bad)
    chains = open_lists(files, refused, bad)
    timelines: dict[str, Timeline] = {}
    sizes: dict[str, int] = {}
    for snapshot in heapq.merge(*chains, key=_order):
        refused.extend(snapshot.rejections)
        if (latest := _latest(timelines.get(snapshot.list_name))) and snapshot.on and snapshot.on < latest:
            refused.append(_late(snapshot, latest))
            continue
        if _is_truncated(snapshot, sizes.get(snapshot.list_name), settings):
            refused.append(_truncated(snapshot, sizes[snapshot.list_name]))
            continue
        if snapshot.is_complete and snapshot.on is not None:
            sizes[snapshot.list_name] = len(snapshot.raw)
        timelines.setdefault(snapshot.list_name, Timeline(snapshot.list_name)).put(snapshot)
    if bad and not timelines and not registries:
        raise bad[0]
    if settings.use_starter_pack:
        registries = (*registries, _stand_in(timelines, warnings))
    return _gather(timelines, registries, refused, warnings)


def _stand_in(timelines: dict[str, Timeline], warnings: list[str]) -> Registry:
    """Puts the starter pack where no list was given, its reported dates beside OFAC's own list; gives its registrations."""
    pack = starter_snapshot() if not timelines else None
    if pack is not None:
        timelines[pack.list_name] = Timeline(pack.list_name)
        timelines[pack.list_name].put(pack)
        day = pack.on.isoformat() if pack.on else "an unknown day"
        warnings.append(
            f"no list was given: the bundled starter pack stands in, {len(pack.raw)} entries of {pack.list_name} as of {day}"
        )
    if OFAC in timelines:
        timelines[OFAC].reported = reported_starts()
    return starter_registry()


@contextlib.contextmanager
def _collector_paused() -> Iterator[None]:
    """Python's cycle collector held off while a hundred thousand small records are made: half of the time otherwise."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _gather(
    timelines: dict[str, Timeline], registries: tuple[Registry, ...], refused: list[Rejection], warnings: list[str]
) -> Ledger:
    ordered = [timelines[name] for name in sorted(timelines)]
    parties: dict[PartyId, Party] = {}
    stated: list[tuple[PartyId, StatedLink]] = []
    for timeline in ordered:
        for entry in sorted(timeline.parties, key=_entry_order):
            party = timeline.parties[entry]
            parties.setdefault(party.party, party)
            stated.extend((party.party, link) for link in timeline.links.get(entry, ()))
    listings = sorted(
        (listing for timeline in ordered for listing in timeline.listings()),
        key=lambda x: (
            x.list,
            _entry_order(x.party),
            x.programme or "",
            x.measure or "",
            x.observed_from or dt.date.min,
        ),
    )
    snapshots = [s for timeline in ordered for s in (*timeline.snapshots, *timeline.partial)]
    found = tuple(parties.values())
    return Ledger(
        parties=found,
        listings=tuple(listings),
        stated_links=tuple(stated),
        snapshots=tuple(snapshots),
        registries=registries,
        rejections=tuple(sorted(refused, key=lambda r: (r.name, r.reason))),
        warnings=(
            *warnings,
            *(f"{r.name}: {r.reason}. What stood before still stands." for r in refused if "refused" in r.reason),
        ),
    )


def _order(snapshot: Snapshot) -> tuple[bool, dt.date, str]:
    return (snapshot.on is None, snapshot.on or dt.date.max, snapshot.name)


MAX_SORTED_DIGITS = 19
"""Digits up to which an entry number is put in order as a number; longer ones are text."""


def _entry_order(entry: str) -> tuple[str, int, str]:
    head, _, number = entry.rpartition(":")
    is_number = number.isascii() and number.isdigit() and len(number) < MAX_SORTED_DIGITS
    return (head, int(number), "") if is_number else (head, 0, number)


def _is_truncated(snapshot: Snapshot, before: int | None, settings: PartiesSettings) -> bool:
    is_dated = snapshot.is_complete and snapshot.on is not None
    return is_dated and before is not None and len(snapshot.raw) < settings.min_kept_share * before


def _latest(timeline: Timeline | None) -> dt.date | None:
    return timeline.snapshots[-1].on if timeline and timeline.snapshots else None


def _late(snapshot: Snapshot, latest: dt.date) -> Rejection:
    day = snapshot.on.isoformat() if snapshot.on else "no known day"
    return Rejection(
        source=snapshot.source.sha256,
        name=snapshot.name,
        reason=f"snapshot of {day} refused: its name or beginning gave another day, and {latest.isoformat()} was read before it",
        count=1,
    )


def _truncated(snapshot: Snapshot, before: int) -> Rejection:
    day = snapshot.on.isoformat() if snapshot.on else "no known day"
    return Rejection(
        source=snapshot.source.sha256,
        name=snapshot.name,
        reason=f"snapshot of {day} refused as truncated: {len(snapshot.raw)} entries after {before}",
        count=1,
    )


Row = TypeVar("Row")
Key = TypeVar("Key", bound=str)


def _grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, tuple[Row, ...]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {name: tuple(group) for name, group in found.items()}
