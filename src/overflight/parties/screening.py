"""Names and registrations against the lists: matches that rank, each with its reasons and the listings behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from overflight.parties.answers import answered
from overflight.parties.index import NameIndex
from overflight.parties.ledger import Ledger
from overflight.parties.names import MATCH_AT
from overflight.parties.names.compare import compare_as, readings
from overflight.parties.names.likeness import likeness
from overflight.parties.names.registrations import TYPING_HINT, looks_like_registration, normal_registration
from overflight.parties.names.token import Token
from overflight.parties.names.tokens import tokens_of
from overflight.parties.names.weigh import Kind, weigh
from overflight.parties.queries import ScreeningQuery, qualified
from overflight.parties.settings import SCREENING
from overflight.records.party import Match, NameKind, Party, PartyName, PartySchema


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The answer to one query: matches best first, an empty tuple where nobody is alike."""

    id: str
    name: str
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class ListedNames:
    """All names of a ledger in one order, and their index; made once, asked often."""

    ledger: Ledger

    @cached_property
    def rows(self) -> tuple[tuple[Party, PartyName], ...]:
        """Party and name, row by row; aircraft are found by registration alone."""
        return tuple(
            (party, name)
            for party in self.ledger.parties
            if party.schema is not PartySchema.AIRPLANE
            for name in _names_of(party)
        )

    @cached_property
    def index(self) -> NameIndex:
        """The index over the rows' names."""
        return NameIndex.of([name.text for _, name in self.rows])

    @cached_property
    def marks(self) -> dict[str, list[Party]]:
        """Listed aircraft by normalised registration."""
        found: dict[str, list[Party]] = {}
        for party in self.ledger.parties:
            if party.schema is PartySchema.AIRPLANE:
                for mark in sorted(
                    {normal_registration(i.value) for i in party.identifiers if "registration" in i.kind} - {None},
                    key=str,
                ):
                    found.setdefault(str(mark), []).append(party)
        return found


def _names_of(party: Party) -> tuple[PartyName, ...]:
    caption = PartyName(text=party.caption, kind=NameKind.PRIMARY, locator=party.locator)
    return party.names or (caption,)


def screen(
    ledger: Ledger,
    queries: Sequence[ScreeningQuery | str],
    *,
    on: dt.date | None = None,
    listed: ListedNames | None = None,
    most: int = SCREENING.most_shown,
) -> tuple[Screening, ...]:
    """Each name or registration against every name of the ledger, in the order asked.

    A registration matches exactly or not at all (one character off is a labelled typing hint below 0.7). on: adds to each
    listing whether it held that day. listed: the index of an earlier call on the same ledger. Ties between parties are
    ordered by party id; qualifiers (schema, country, birth date, gender) only lower a score.
    """
    known = listed or ListedNames(ledger)
    asked = [
        q if isinstance(q, ScreeningQuery) else ScreeningQuery(id=str(n), name=q) for n, q in enumerate(queries, 1)
    ]
    candidates = known.index.candidates([q.name for q in asked])
    return tuple(
        Screening(id=q.id, name=q.name, matches=_matches(known, q, rows, on, most))
        for q, rows in zip(asked, candidates, strict=True)
    )


def _matches(
    known: ListedNames, query: ScreeningQuery, rows: list[int], on: dt.date | None, most: int
) -> tuple[Match, ...]:
    by_mark: list[Match] = []
    if looks_like_registration(query.name):
        by_mark = [_with_listings(known.ledger, m, on) for m in _by_mark(known, query.name)]
        if any(match.match for match in by_mark):
            return tuple(by_mark[:most])
    best: dict[str, tuple[float, int]] = {}
    for row in rows:
        party, name = known.rows[row]
        score = _quick_score(query, name, party) * qualified(query, party)[0]
        if score >= SCREENING.least_shown and score > best.get(party.party, (0.0, 0))[0]:
            best[party.party] = (score, row)
    found = [(*_with_other_names(known, query, score, row), row) for score, row in best.values()]
    ranked = sorted(found, key=lambda hit: (-hit[0], known.rows[hit[2]][0].party))[:most]
    by_name = [
        _with_listings(known.ledger, _match(known, query, score, row, attested), on) for score, attested, row in ranked
    ]
    return tuple(sorted([*by_mark, *by_name], key=lambda match: (-match.score, match.party))[:most])


def _with_other_names(
    known: ListedNames, query: ScreeningQuery, score: float, row: int
) -> tuple[float, frozenset[str]]:
    """The score and the words of the query that only another name of the same entry bears, where that makes a difference."""
    party, name = known.rows[row]
    nothing: frozenset[str] = frozenset()
    if score >= SCREENING.certain or len(party.names) < 2:
        return score, nothing
    kind = _kind(query, party)
    is_person = kind is Kind.PERSON
    asked = tokens_of(query.name, is_person)
    _, found, conflict = weigh(query.name, name.text, kind)
    missing = [asked[i] for i in found.left_missing if asked[i].is_distinctive]
    if conflict is not None or not missing:
        return score, nothing
    others = _distinctive_words(tuple([n.text for n in party.names if n is not name]), is_person)
    attested = frozenset(t.text for t in missing if any(_attests(t, o) for o in others))
    if not attested:
        return score, nothing
    better = weigh(query.name, name.text, kind, attested)[0] * _share(name) * qualified(query, party)[0]
    return (max(score, min(better, SCREENING.certain)), attested) if better > score else (score, nothing)


@lru_cache(maxsize=1 << 12)
def _distinctive_words(names: tuple[str, ...], is_person: bool) -> frozenset[Token]:
    """The distinctive words of some names."""
    return frozenset(t for name in names for t in tokens_of(name, is_person) if t.is_distinctive)


def _attests(asked: Token, other: Token) -> bool:
    """Whether a word of another name of the entry is a missing word; across scripts only a long one nearly to the letter."""
    if asked.script is other.script:
        return likeness(asked, other) >= SCREENING.attested_at
    is_long = min(len(asked.text), len(other.text)) >= SCREENING.attested_letters
    return is_long and likeness(asked, other) >= SCREENING.attested_crossing


BODY_SCHEMAS = frozenset({"Organization", "Company", "PublicBody"})


def _kind(query: ScreeningQuery, party: Party) -> Kind:
    """How both names are read: as a person's where the entry is one, as bodies' where the query says so too."""
    if party.schema is PartySchema.PERSON:
        return Kind.PERSON
    return Kind.BODY if query.schema in BODY_SCHEMAS else Kind.UNTOLD


def _share(name: PartyName) -> float:
    """The share of its score that the list's own word on a name leaves."""
    if name.kind is NameKind.WEAK_ALIAS:
        return SCREENING.weak_alias_share
    return SCREENING.former_share if name.kind is NameKind.FORMER else 1.0


def _quick_score(query: ScreeningQuery, name: PartyName, party: Party) -> float:
    kind = _kind(query, party)
    best = max(weigh(a, b, kind)[0] for a in readings(query.name) for b in readings(name.text))
    if party.schema is PartySchema.VESSEL and best >= MATCH_AT:
        best = min(best, max(SCREENING.ship_word_cap, weigh(query.name, name.text, Kind.PERSON)[0]))
    return best * _share(name)


def _match(known: ListedNames, query: ScreeningQuery, score: float, row: int, attested: frozenset[str]) -> Match:
    party, name = known.rows[row]
    reasons = [*compare_as(query.name, name.text, _kind(query, party)).reasons]
    if name.kind is not NameKind.PRIMARY:
        reasons.append(f"the list gives it as {name.kind.value.replace('_', ' ')}")
    reasons += [f"“{word}” is in another name of this entry" for word in sorted(attested)]
    return Match(
        party=party.party,
        caption=party.caption,
        schema=party.schema,
        matched_name=name.text,
        score=round(score, 4),
        match=round(score, 4) >= MATCH_AT,
        reasons=(*reasons, *qualified(query, party)[1]),
        locator=name.locator or party.locator,
    )


def _by_mark(known: ListedNames, mark: str) -> list[Match]:
    wanted = normal_registration(mark)
    if wanted is None:
        return []
    exact = [_aircraft(party, 1.0, f"registration {wanted} exactly") for party in known.marks.get(wanted, ())]
    if exact:
        return exact
    hint = "typing hint only: one character from {0}; registrations match exactly or not at all"
    near = sorted(m for m in known.marks if _one_apart(m, wanted))
    return [_aircraft(party, TYPING_HINT, hint.format(m)) for m in near for party in known.marks[m]]


def _one_apart(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _aircraft(party: Party, score: float, reason: str) -> Match:
    mark = next((i for i in party.identifiers if i.kind == "registration"), None)
    return Match(
        party=party.party,
        caption=party.caption,
        schema=party.schema,
        matched_name=mark.value if mark else party.caption,
        score=score,
        match=score >= MATCH_AT,
        reasons=(reason,),
        locator=(mark.locator if mark else None) or party.locator,
    )


def _with_listings(ledger: Ledger, match: Match, on: dt.date | None) -> Match:
    listings = ledger.listings_of.get(match.party, ())
    if on is not None:
        listings = tuple(answered(listing, on, ledger) for listing in listings)
    return replace(match, listings=listings)
