"""One list through time: which snapshots show an entry under which programme, and what that says of its listings."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import compress
from operator import is_not

from overflight.parties.descriptions import joined, merged
from overflight.parties.read.entry import Entry, Snapshot, StatedLink, Term
from overflight.records.party import Basis, Listing, Party
from overflight.records.plain import HIDDEN
from overflight.records.source import Sha256

TermKey = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSnapshot:
    """One snapshot that stands in the ledger: which list, which day and on what that day rests, where it lies."""

    list: str
    on: dt.date | None
    on_basis: str
    source: Sha256
    name: str
    entries: int
    is_complete: bool = True
    members: Members = field(metadata=HIDDEN, repr=False, compare=False)

    def row_of(self, entry: str) -> int | None:
        """The row of an entry in this snapshot, counted from 1; None where it is not there."""
        return self.members.row_of(entry)


@dataclass(frozen=True, slots=True)
class Members:
    """The entries of one snapshot in file order, as indices into the list's table of entry numbers: small for hundreds."""

    index: Mapping[str, int]
    order: array[int]
    rows: Mapping[str, int] | None

    def row_of(self, entry: str) -> int | None:
        """The row of an entry, counted from 1; None where it is not there."""
        at = self.index.get(entry)
        if at is None:
            return None
        try:
            place = self.order.index(at) + 1
        except ValueError:
            return None
        return self.rows.get(entry, place) if self.rows is not None else place


MANY = 30
"""Changed entries from which all rows are counted at once; fewer are looked up one by one."""


def _rows(snapshot: Snapshot) -> Mapping[str, int]:
    """The row of every entry of a snapshot."""
    if snapshot.rows is not None:
        return snapshot.rows
    return {entry: row for row, entry in enumerate(snapshot.raw, start=1)}


def changed_entries(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """Entries that came, went or are printed otherwise. What is the same object is not looked at: hundreds of versions of
    fifteen thousand lines pass here.
    """
    others = compress(after, map(is_not, map(before.get, after), after.values()))
    return {entry for entry in others if before.get(entry) != after[entry]} | (before.keys() - after.keys())


@dataclass(slots=True)
class Run:
    """Consecutive snapshots that show one entry under one programme and measure."""

    entry: str
    term: Term
    first: int
    last: int
    is_open: bool = True


@dataclass(slots=True)
class Timeline:
    """Snapshots of one list put in one after the other, oldest first; `listings` and `parties` say what came of it."""

    list_name: str
    snapshots: list[ListSnapshot] = field(default_factory=list)
    partial: list[ListSnapshot] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    links: dict[str, tuple[StatedLink, ...]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    facts: list[tuple[str, Term, dt.date | None]] = field(default_factory=list)
    reported: Mapping[tuple[str, str | None], Term] = field(default_factory=dict)
    _open: dict[str, dict[TermKey, Run]] = field(default_factory=dict)
    _raw: Mapping[str, object] = field(default_factory=dict)
    _index: dict[str, int] = field(default_factory=dict)

    def put(self, snapshot: Snapshot) -> None:
        """Takes in the next snapshot: a whole dated one as an observation, any other as facts that it states."""
        if snapshot.is_complete and snapshot.on is not None:
            self._observe(snapshot)
        else:
            self._take_facts(snapshot)

    def _observe(self, snapshot: Snapshot) -> None:
        now = len(self.snapshots)
        self.snapshots.append(self._record(snapshot))
        before, after = self._raw, snapshot.raw
        changed = changed_entries(before, after)
        counted = _rows(snapshot) if len(changed) > MANY else {}
        for entry in sorted(changed):
            row = counted.get(entry) or self.snapshots[-1].row_of(entry)
            read = snapshot.parse(entry, row) if entry in after else None
            if read is not None:
                self._describe(entry, read, has_aliases=snapshot.has_aliases)
            self._move(entry, () if read is None else read.terms, now)
        self._raw = after

    def _record(self, snapshot: Snapshot) -> ListSnapshot:
        index = self._index
        if not snapshot.raw.keys() <= index.keys():
            for entry in sorted(snapshot.raw.keys() - index.keys()):
                index[entry] = len(index)
        return ListSnapshot(
            list=self.list_name,
            on=snapshot.on,
            on_basis=snapshot.on_basis,
            source=snapshot.source.sha256,
            name=snapshot.name,
            entries=len(snapshot.raw),
            is_complete=snapshot.is_complete,
            members=Members(index, array("i", map(index.__getitem__, snapshot.raw)), snapshot.rows),
        )

    def _take_facts(self, snapshot: Snapshot) -> None:
        self.partial.append(self._record(snapshot))
        for entry, row in _rows(snapshot).items():
            read = snapshot.parse(entry, row)
            if entry in self.parties:
                self.parties[entry] = merged(read.party, self.parties[entry], keep_missing=True)
            else:
                self.parties[entry] = read.party
            self.links[entry] = joined(self.links.get(entry, ()), read.links)
            self.facts.extend((entry, term, snapshot.on) for term in read.terms)

    def _describe(self, entry: str, read: Entry, *, has_aliases: bool) -> None:
        known = self.parties.get(entry)
        self.parties[entry] = read.party if known is None else merged(known, read.party, keep_missing=not has_aliases)
        self.links[entry] = read.links

    def _move(self, entry: str, terms: tuple[Term, ...], now: int) -> None:
        """Opens runs of terms that came, closes runs of terms that went."""
        was = self._open.get(entry, {})
        stays: dict[TermKey, Run] = {}
        for term in terms:
            key = (term.programme, term.measure)
            run = was.pop(key, None)
            if run is None:
                run = Run(entry=entry, term=term, first=now, last=now)
                self.runs.append(run)
            elif term.from_on is not None:
                run.term = term
            stays[key] = run
        for run in was.values():
            run.is_open, run.last = False, now - 1
        self._open[entry] = stays

    def listings(self) -> Iterator[Listing]:
        """Every interval of every entry, programme by programme, with the basis of its bounds."""
        facts: dict[tuple[str, str | None], list[tuple[Term, dt.date | None]]] = {}
        for entry, term, on in self.facts:
            facts.setdefault((entry, term.programme), []).append((term, on))
        used: set[tuple[str, str | None]] = set()
        earlier: dict[tuple[str, TermKey], dt.date] = {}
        for run in self.runs:
            which = (run.entry, run.term.programme)
            key = (run.entry, (run.term.programme, run.term.measure))
            used.add(which)
            term = with_facts(run.term, [*(fact for fact, _ in facts.get(which, ())), *self._reports(which)])
            yield from self._bounds(run, term, after=earlier.get(key))
            earlier[key] = self._day(run.last if not run.is_open else len(self.snapshots) - 1)
        for which, told in facts.items():
            if which not in used:
                for term, on in told:
                    yield self._fact_listing(which[0], with_facts(term, self._reports(which)), on)

    def _reports(self, which: tuple[str, str | None]) -> list[Term]:
        return [self.reported[which]] if which in self.reported else []

    def _bounds(self, run: Run, term: Term, *, after: dt.date | None) -> Iterator[Listing]:
        last = len(self.snapshots) - 1 if run.is_open else run.last
        seen_on = self._day(run.first)
        absent_on = self._day(run.first - 1) if run.first else None
        gone_on = None if run.is_open else self._day(run.last + 1)
        base = Listing(
            party=self.parties[run.entry].party,
            list=self.list_name,
            programme=term.programme,
            measure=term.measure,
            from_on=term.from_on,
            from_basis=term.from_basis,
            to_on=term.to_on,
            to_basis=term.to_basis,
            observed_from=seen_on,
            observed_to=self._day(last),
            absent_on=absent_on,
            gone_on=gone_on,
            reason=term.reason,
            locator=term.locator,
        )
        if gone_on is not None and term.to_on is None:
            base = replace(base, to_on=base.observed_to, to_basis=Basis.LAST_SEEN)
        if absent_on is None or (term.from_on is not None and term.from_on > absent_on):
            yield base
            return
        later = replace(base, from_on=seen_on, from_basis=Basis.FIRST_SEEN)
        if term.from_on is None:
            yield later
        elif self.snapshots[run.first - 1].row_of(run.entry) is not None:
            dated = f"the list dates the entry {term.from_on.isoformat()}"
            yield replace(later, reason=f"added to an entry that was listed already; {dated}")
        else:
            stated = f"the list gives {term.from_on.isoformat()}, yet the snapshot of {absent_on.isoformat()} lacks it"
            if after is None:
                yield self._earlier(run, base, term.from_on, stated)
            yield replace(later, reason=f"listed again: {stated}")

    def _earlier(self, run: Run, base: Listing, from_on: dt.date, stated: str) -> Listing:
        """The listing that a start before a snapshot without the entry belongs to; how it ended nothing tells."""
        return replace(
            base,
            to_on=None,
            to_basis=Basis.UNKNOWN,
            observed_from=None,
            observed_to=None,
            absent_on=None,
            gone_on=self._first_absence(run, from_on),
            reason=f"an earlier listing: {stated}",
        )

    def _first_absence(self, run: Run, from_on: dt.date) -> dt.date:
        """The first snapshot on or after a day, before the run: all of these lack the entry."""
        return next(self._day(i) for i in range(run.first) if self._day(i) >= from_on)

    def _fact_listing(self, entry: str, term: Term, on: dt.date | None) -> Listing:
        return Listing(
            party=self.parties[entry].party,
            list=self.list_name,
            programme=term.programme,
            measure=term.measure,
            from_on=term.from_on,
            from_basis=term.from_basis,
            to_on=term.to_on,
            to_basis=term.to_basis,
            observed_from=term.observed_from or on,
            observed_to=term.observed_to or on,
            absent_on=term.absent_on,
            gone_on=term.gone_on,
            reason=term.reason,
            locator=term.locator,
        )

    def _day(self, at: int) -> dt.date:
        on = self.snapshots[at].on
        assert on is not None
        return on


def with_facts(term: Term, facts: Iterable[Term]) -> Term:
    """The term with a start that another source gives, where the list itself gives none."""
    if term.from_on is not None:
        return term
    for fact in facts:
        if fact.from_on is not None:
            return replace(
                term, from_on=fact.from_on, from_basis=fact.from_basis, reason=fact.reason, locator=fact.locator
            )
    return term
