"""What every check of a build shares: the evidence, the index of its ledger, and answers asked once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from overflight.assessment.evidence import Evidence
from overflight.assessment.fitting import FlightQuery
from overflight.assessment.origins import OriginIndex, index_origins
from overflight.assessment.party_index import Airframe, PartyIndex, build_party_index, full_marks, mark
from overflight.assessment.places import Place, place_of
from overflight.assessment.settings import AssessmentSettings
from overflight.assessment.when import Days, readings_of
from overflight.records.claim import Claim, ClaimId, Filler
from overflight.records.finding import InheritedTime, Question
from overflight.records.party import DesignationAnswer, PartyId

Ask = Callable[[str, dt.date], DesignationAnswer]
"""Was this party designated on that day."""


@dataclass(frozen=True)
class Context:
    """The evidence of one build and what can be looked up in it."""

    evidence: Evidence
    question: Question
    settings: AssessmentSettings
    index: PartyIndex
    claims: Mapping[ClaimId, Claim]
    inherited: Mapping[ClaimId, InheritedTime]
    origins: OriginIndex
    ask: Ask | None
    _asked: dict[tuple[str, dt.date], DesignationAnswer] = field(default_factory=dict, repr=False)

    def designation(self, party: PartyId, on: dt.date) -> DesignationAnswer | None:
        """The ledger's answer for this party and day; None where the case has no ledger."""
        if self.ask is None:
            return None
        if (party, on) not in self._asked:
            self._asked[party, on] = self.ask(party, on)
        return self._asked[party, on]

    def answers(self) -> tuple[DesignationAnswer, ...]:
        """Every answer given so far, sorted by party and day."""
        return tuple(self._asked[key] for key in sorted(self._asked))

    def readings(self, claims: Sequence[Claim]) -> tuple[Days, ...]:
        """The readings of these claims' dates: preferred ones first, of more reports before fewer."""
        firsts: dict[tuple[dt.date | None, dt.date | None], list[str]] = {}
        rest: dict[tuple[dt.date | None, dt.date | None], Days] = {}
        days_by: dict[tuple[dt.date | None, dt.date | None], Days] = {}
        for claim in claims:
            for i, days in enumerate(readings_of(claim, self.inherited.get(claim.id))):
                key = (days.from_on, days.to_on)
                days_by.setdefault(key, days)
                if i == 0:
                    firsts.setdefault(key, []).append(claim.doc)
                else:
                    rest.setdefault(key, days)
        ordered = sorted(firsts, key=lambda k: (-len(set(firsts[k])), _width(k), str(k)))
        ordered += [k for k in sorted(rest, key=str) if k not in firsts]
        return tuple(days_by[key] for key in ordered)

    def places(self, fillers: Sequence[Filler]) -> tuple[Place, ...]:
        """The places that fillers name, each once."""
        found = {p.name if p.is_country else p.fields[0].ident: p
                 for f in fillers if (p := place_of(f, self.settings)) is not None}  # fmt: skip
        return tuple(found.values())

    def operators(self, claims: Sequence[Claim]) -> tuple[Filler, ...]:
        """The fillers that may name who flew, each name once."""
        fillers = [f for c in claims for role in ("actor", "carrier", "aircraft") for f in c.fillers(role)]
        return tuple({(f.norm or f.coref or f.text): f for f in fillers}.values())

    def airframes(self, claims: Sequence[Claim]) -> tuple[Airframe, ...]:
        """The aircraft that the claims name by registration, else those that lists tie to the operator they name.

        A mark that neither a list nor a track knows is still the aircraft that is meant: no other stands in for it.
        """
        marks = {
            frame.registration or frame.icao24: frame
            for f in self.operators(claims)
            for frame in self._by_mark(f)
        }  # fmt: skip
        if marks:
            return tuple(marks[key] for key in sorted(marks, key=str))
        return self.operated(claims)

    def operated(self, claims: Sequence[Claim]) -> tuple[Airframe, ...]:
        """The aircraft that lists tie to the operator whom the claims name."""
        named = self.operators(claims)
        owners = [party for f in named for party in self.index.who(f)]
        return self.index.aircraft_of(owners, [f.coref or f.text for f in named])

    def _by_mark(self, filler: Filler) -> tuple[Airframe, ...]:
        frames = []
        for text in filter(None, (filler.norm, filler.text, filler.coref)):
            for party in self.index.by_mark.get(mark(text), ()):
                frames.append(self.index.airframe(party, "named in the claim, and listed"))
            for flight in self.evidence.flights:
                if flight.registration and mark(flight.registration) == mark(text):
                    frames.append(
                        Airframe(registration=flight.registration, icao24=None, party=None, why="named in the claim")
                    )
            frames += self.index.under_other_marks(text)
        if not frames and full_marks([filler]):
            frames.append(Airframe(registration=filler.norm, icao24=None, party=None, why="named in the claim"))
        return tuple(frames)

    def flight_query(self, claims: Sequence[Claim]) -> FlightQuery:
        """What these claims say of one flight or one series of flights."""
        origins = [f for c in claims for f in c.fillers("origin")]
        destinations = [f for c in claims for f in (c.fillers("destination") or c.fillers("place"))]
        named = self.operators(claims)
        operator = next((f.coref or f.text for f in named if self.index.who(f)), None)
        operator = operator or (named[0].coref or named[0].text if named else "an operator not named")
        return FlightQuery(
            airframes=self.airframes(claims),
            operator=operator,
            origins=self.places(origins),
            destinations=abroad_first(self.places(origins), self.places(destinations)),
            readings=self.readings(claims),
        )


def abroad_first(origins: tuple[Place, ...], destinations: tuple[Place, ...]) -> tuple[Place, ...]:
    """The destinations of a flight abroad: where a claim names fields abroad beside one in the country of departure, the
    latter is left out ("in the capital and in Rangoon" means the capital there, whichever it was read as).
    """
    home = {place.country for place in origins}
    abroad = tuple(place for place in destinations if place.country not in home)
    return abroad or destinations


def _width(key: tuple[dt.date | None, dt.date | None]) -> int:
    return (key[1] - key[0]).days if key[0] and key[1] else 10**6


def build_context(evidence: Evidence, question: Question, settings: AssessmentSettings) -> Context:
    """The shared look-ups of one build."""
    ask: Ask | None = None
    ledger = evidence.ledger
    if ledger is not None and ledger.parties:
        from overflight.parties import designated

        def ask(subject: str, on: dt.date) -> DesignationAnswer:
            return designated(ledger, subject, on)

    return Context(
        evidence=evidence,
        question=question,
        settings=settings,
        index=build_party_index(ledger),
        claims={claim.id: claim for claim in evidence.claims},
        inherited={i.claim: i for i in evidence.lineage.inherited},
        origins=index_origins(evidence.claims, evidence.lineage),
        ask=ask,
    )
