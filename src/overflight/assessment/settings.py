"""Settings of the assessment stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""

    # which claims are one fact
    same_event: float = 0.5
    """Agreement of two claims (sum of slot weights) from which they speak of one event; set on invented reports."""

    same_event_if_related: float = 0.15
    """What may still speak for one event where one claim came from the other: their readings may differ, that is drift."""

    same_event_in_report: float = 0.3
    """The same for two claims of one report of which no slot speaks against it: a writer tells two events apart."""

    same_goods: float = 0.8
    """Agreement (0-1) of goods from which a transfer told without parties, place and day takes up another of its report."""

    # flights put to claims
    cruise_kt: float = 480.0
    """Ground speed for "could it have been there": knots; usual cruise of a large jet freighter."""

    largest_detour: float = 1.25
    """Way flown over great circle, a ratio: airways and closed airspace cost 5-20 % on long flights."""

    least_progress: float = 0.5
    """Share of the way (0-1) that must have been flown before silence counts as being on the way somewhere."""

    city_radius_nm: float = 35.0
    """A field this near serves a city, nautical miles: the farthest main airports lie about 30 NM out."""

    return_within_days: int = 10
    """Days between a flight and the flight back for both to be one trip: freighters wait for crews and cargo."""

    longest_single_event_days: int = 10
    """A claim about one flight whose words span more days than this names a period, not a day."""

    least_probability: float = 0.5
    """Probability (0-1) from which an inferred end counts as known; below it the end stays undetermined."""

    told_before_chars: int = 700
    """How far before a consignment a flight may be told to be its likely carrier, code points: within its paragraph."""

    longest_period_days: int = 200
    """Days beyond which a claimed period is too wide for one flight in it to say anything about the claim."""

    period_margin_days: int = 14
    """Days before the first and after the last claimed day in which a flight to a claimed place still belongs to the
    story, where the user watches neither the aircraft nor the place: reports of a trip name its neighbours within weeks."""
