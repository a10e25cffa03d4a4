"""Names and registrations against the lists: matches that rank, each with its reasons and the listings behind it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from overflight.parties.answers import answered
from overflight.parties.index import NameIndex
from overflight.parties.ledger import Ledger
from overflight.parties.names import MATCH_AT, compare_names
from overflight.parties.names.compare import readings, weigh
from overflight.parties.names.likeness import likeness
from overflight.parties.names.registrations import TYPING_HINT, looks_like_registration, normal_registration
from overflight.parties.names.token import Token
from overflight.parties.names.tokens import tokens_of
from overflight.records.party import Match, NameKind, Party, PartyName, PartySchema

LEAST_SHOWN = 0.36
"""Score below which a comparison is no candidate at all."""
MOST_SHOWN = 5
"""Candidates returned for one name asked, best first."""
SHIP_WORD_MORE = 0.60
"""Most that a ship scores by a body's reading alone: ships bear words as names, `Daniel Stone` is not the ship Daniel."""
CERTAIN = 0.95
"""Score from which the other names of an entry are not asked, and the most that they can lift one to."""
ATTESTED_AT = 0.80
"""Likeness from which a word of another name of the entry answers for a missing one."""
ATTESTED_CROSSING, LONG_ENOUGH = 0.90, 5
"""The same across scripts, and the letters that both words need: short words without vowels are like everything."""
NAME_SHARE: dict[NameKind, float] = {
    NameKind.PRIMARY: 1.0,
    NameKind.ALIAS: 1.0,
    NameKind.ORIGINAL_SCRIPT: 1.0,
    NameKind.FORMER: 0.98,
    NameKind.WEAK_ALIAS: 0.85,
}
"""What a list itself says of a name's worth: a weak alias alone is a match only where it is nearly word for word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningQuery:
    """One name or registration to be screened, with what else is known of it; None is not known."""

    id: str
    name: str
    schema: str | None = None
    country: str | None = None
    birth_date: str | None = None
    gender: str | None = None


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
    most: int = MOST_SHOWN,
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
        score = _quick_score(query.name, name, party) * _qualified(query, party)[0]
        if score >= LEAST_SHOWN and score > best.get(party.party, (0.0, 0))[0]:
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
    if score >= CERTAIN or len(party.names) < 2:
        return score, nothing
    is_person = _is_person(party)
    asked = tokens_of(query.name, is_person)
    _, found, conflict = weigh(query.name, name.text, is_person)
    missing = [asked[i] for i in found.left_missing if asked[i].is_distinctive]
    if conflict is not None or not missing:
        return score, nothing
    others = {t for n in party.names if n is not name for t in tokens_of(n.text, is_person) if t.is_distinctive}
    attested = frozenset(t.text for t in missing if any(_attests(t, o) for o in others))
    if not attested:
        return score, nothing
    better = weigh(query.name, name.text, is_person, attested)[0] * NAME_SHARE[name.kind] * _qualified(query, party)[0]
    return (max(score, min(better, CERTAIN)), attested) if better > score else (score, nothing)


def _attests(asked: Token, other: Token) -> bool:
    """Whether a word of another name of the entry is a missing word; across scripts only a long one nearly to the letter."""
    if asked.script is other.script:
        return likeness(asked, other) >= ATTESTED_AT
    is_long = min(len(asked.text), len(other.text)) >= LONG_ENOUGH
    return is_long and likeness(asked, other) >= ATTESTED_CROSSING


def _is_person(party: Party) -> bool:
    return party.schema is PartySchema.PERSON


def _quick_score(asked: str, name: PartyName, party: Party) -> float:
    is_person = _is_person(party)
    best = max(weigh(a, b, is_person)[0] for a in readings(asked) for b in readings(name.text))
    if party.schema is PartySchema.VESSEL and best >= MATCH_AT:
        best = min(best, max(SHIP_WORD_MORE, weigh(asked, name.text, True)[0]))
    return best * NAME_SHARE[name.kind]


def _match(known: ListedNames, query: ScreeningQuery, score: float, row: int, attested: frozenset[str]) -> Match:
    party, name = known.rows[row]
    compared = compare_names(query.name, name.text, "Person" if _is_person(party) else "Organization")
    reasons = [*compared.reasons]
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
        reasons=(*reasons, *_qualified(query, party)[1]),
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


Qualifier = Callable[[ScreeningQuery, Party], str | None]


def _other_schema(query: ScreeningQuery, party: Party) -> str | None:
    if query.schema is None or query.schema == PartySchema.LEGAL_ENTITY or party.schema is PartySchema.LEGAL_ENTITY:
        return None
    bodies = {"Organization", "Company", "PublicBody"}
    same = query.schema == party.schema or (query.schema in bodies and party.schema is PartySchema.ORGANIZATION)
    return None if same else f"asked for a {query.schema}, listed as a {party.schema.value}"


def _other_birth(query: ScreeningQuery, party: Party) -> str | None:
    asked = re.search(r"\b(1[89]|20)\d\d\b", query.birth_date or "")
    listed = {int(y) for text in party.birth_dates for y in re.findall(r"\b(?:1[89]|20)\d\d\b", text)}
    if asked is None or not listed or min(abs(int(asked.group()) - year) for year in listed) <= 1:
        return None
    return f"born {asked.group()}, listed as born {', '.join(map(str, sorted(listed)))}"


def _other_country(query: ScreeningQuery, party: Party) -> str | None:
    if not query.country or not party.countries:
        return None
    asked, listed = query.country.casefold(), {c.casefold() for c in party.countries}
    same_code = any(len(c) != len(asked) or c == asked for c in listed)
    return None if same_code else f"of {query.country}, listed with {', '.join(party.countries)}"


def _other_gender(query: ScreeningQuery, party: Party) -> str | None:
    listed = {i.value.casefold()[:1] for i in party.identifiers if i.kind == "gender" and i.value}
    asked = (query.gender or "").casefold()[:1]
    return f"asked for {query.gender}, listed otherwise" if asked and listed and asked not in listed else None


QUALIFIERS: tuple[tuple[Qualifier, float], ...] = (
    (_other_schema, 0.85),
    (_other_birth, 0.80),
    (_other_gender, 0.85),
    (_other_country, 0.95),
)
"""What else is known, and the share of the score that is left where it disagrees; agreement adds nothing."""


def _qualified(query: ScreeningQuery, party: Party) -> tuple[float, tuple[str, ...]]:
    """The share of a score that the qualifiers leave, and why."""
    share, reasons = 1.0, []
    for qualifier, left in QUALIFIERS:
        reason = qualifier(query, party)
        if reason is not None:
            share *= left
            reasons.append(reason)
    return share, tuple(reasons)
