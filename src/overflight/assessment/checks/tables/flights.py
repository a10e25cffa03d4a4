"""What is asked of the flights: did it take place, how often, could it have been heard, does one fit."""

from __future__ import annotations

from overflight.assessment.rules import Rule, Table
from overflight.records.finding import CheckAnswer as A

FLIGHT = Table(
    question="Did such a flight take place?",
    rules=(
        Rule(
            rule="flight.both_ends",
            when="an aircraft of the operator was seen at both ends of the route in the claimed time",
            answer=A.SUPPORTS,
            sentence="{aircraft} was seen on this route: {seen}.",
        ),
        Rule(
            rule="flight.claimed_ends",
            when="every end that the claim names was seen, in the claimed time",
            answer=A.SUPPORTS,
            sentence="{aircraft} was seen where the claim places it: {seen}.",
        ),
        Rule(
            rule="flight.departure_only",
            when="the departure was seen, the aircraft went that way, and the arrival was not heard",
            answer=A.PARTLY,
            sentence="{aircraft}: {seen}. {unheard}. The departure and the direction are supported; "
            "the arrival in {destination} is not shown by any position.",
        ),
        Rule(
            rule="flight.arrival_only",
            when="the arrival was seen, and where the flight began was not heard",
            answer=A.PARTLY,
            sentence="{aircraft}: {seen}. {unheard}. The arrival is supported; "
            "the departure from {origin} is not shown by any position.",
        ),
        Rule(
            rule="flight.direction_only",
            when="neither end was heard, but the aircraft was seen on the way in the claimed time",
            answer=A.CONSISTENT,
            sentence="{aircraft}: {seen}. {unheard}. The track lies on the way, but neither end of it was heard.",
        ),
        Rule(
            rule="flight.other_reading",
            when="no flight fits the preferred reading of the date; one fits another reading of the same words",
            answer=A.CONSISTENT,
            sentence="No flight fits {date}, the preferred reading of the date. Read as {alternative}, one fits: {seen}.",
        ),
        Rule(
            rule="flight.beside_midnight",
            when="no flight is on the claimed day in UTC or by the sun where it flew; one is in another time zone",
            answer=A.CONSISTENT,
            sentence="No flight fits {date} in UTC or by the sun where it flew. In another time zone one is on that day: {seen}.",
        ),
        Rule(
            rule="flight.other_aircraft",
            when="the aircraft named was not seen there; another of the operator flew the route in the claimed time",
            answer=A.CONSISTENT,
            sentence="No position shows {aircraft} on this flight during {date}. Another aircraft of {operator} flew the "
            "route then: {seen}.",
        ),
        Rule(
            rule="flight.elsewhere",
            when="the aircraft named was heard so closely elsewhere that the flight does not fit between",
            answer=A.CONTRADICTS,
            sentence="The aircraft was heard elsewhere during {date}, and no silence in between was long enough for "
            "this flight: {elsewhere}.",
        ),
        Rule(
            rule="flight.known_elsewhere",
            when="the same holds for every known aircraft of the operator, but the claim names no aircraft",
            answer=A.CANNOT_BE_CHECKED,
            sentence="Every aircraft that the lists tie to {operator} was heard elsewhere during {date}: {elsewhere}. "
            "It may fly others that no list names.",
        ),
        Rule(
            rule="flight.not_seen",
            when="there is position data of that time, no flight fits, and a silence would have allowed it",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No position shows such a flight during {date}. That is not evidence of absence: "
            "{aircraft} was unheard long enough for it.",
        ),
        Rule(
            rule="flight.no_aircraft",
            when="no aircraft is known to belong to the operator named",
            answer=A.CANNOT_BE_CHECKED,
            sentence="Neither the lists nor the claim say which aircraft {operator} flies, so no track can be put to it.",
        ),
        Rule(
            rule="flight.no_operator",
            when="the claim names neither an operator nor an aircraft that could be looked for",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The claim names no operator and no registration, so no track can be put to it.",
        ),
        Rule(
            rule="flight.no_date",
            when="the claim gives no time",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The claim gives no time that could be compared with tracks.",
        ),
        Rule(
            rule="flight.no_positions",
            when="there is no position of these aircraft at that time",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The case holds no position of {aircraft} for {date}.",
        ),
    ),
)

COUNT = Table(
    question="How many such flights were there?",
    rules=(
        Rule(
            rule="count.as_many",
            when="as many flights fit as the claim says, both ends seen",
            answer=A.SUPPORTS,
            sentence="{claimed} claimed for {date}; {fitting} fit: {flights}.",
        ),
        Rule(
            rule="count.as_many_in_part",
            when="as many flights fit as the claim says, but not all of their ends were heard",
            answer=A.PARTLY,
            sentence="{claimed} claimed for {date}; {fitting} fit, {complete} of them with every end that the claim "
            "names: {flights}.",
        ),
        Rule(
            rule="count.more",
            when="more flights fit than the claim says",
            answer=A.PARTLY,
            sentence="{claimed} claimed for {date}; {fitting} fit, so the count is too low or leaves some out: {flights}.",
        ),
        Rule(
            rule="count.fewer",
            when="fewer flights fit than the claim says, and silences allow more",
            answer=A.CONSISTENT,
            sentence="{claimed} claimed for {date}; {fitting} fit: {flights}. "
            "Others may have flown unheard, so the count is neither shown nor refuted.",
        ),
        Rule(
            rule="count.none",
            when="no flight fits",
            answer=A.CANNOT_BE_CHECKED,
            sentence="{claimed} claimed for {date}; no flight that fits was heard, which does not show that there was none.",
        ),
    ),
)

RECEPTION = Table(
    question="Could it have been seen at all?",
    rules=(
        Rule(
            rule="reception.seen",
            when="the flight was heard from end to end",
            answer=A.SUPPORTS,
            sentence="Yes: it was heard at both ends.",
        ),
        Rule(
            rule="reception.others_heard",
            when="the aircraft was silent where and when others were heard",
            answer=A.CONSISTENT,
            sentence="In part: others were heard where and when {aircraft} was silent ({gaps}). "
            "A silence has many causes; it is not guilt.",
        ),
        Rule(
            rule="reception.nobody_heard",
            when="nobody was heard where and when the aircraft was silent",
            answer=A.CANNOT_BE_CHECKED,
            sentence="In part: nobody else was heard where and when {aircraft} was silent ({gaps}), so nothing follows.",
        ),
        Rule(
            rule="reception.unknown",
            when="it is not known whether anybody was heard there then",
            answer=A.CANNOT_BE_CHECKED,
            sentence="Whether anybody could have been heard there then is not known; "
            "absence of a track is not absence of a flight.",
        ),
    ),
)

MOVEMENT = Table(
    question="Was there a flight that fits?",
    rules=(
        Rule(
            rule="movement.fits",
            when="a flight of a named or watched party into the place fits the time",
            answer=A.CONSISTENT,
            sentence="A flight fits: {seen}. A flight shows neither who nor what was on board.",
        ),
        Rule(
            rule="movement.none",
            when="no flight that fits was heard",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No flight that fits was heard, which does not show that there was none.",
        ),
        Rule(
            rule="movement.no_time_or_place",
            when="the claim gives no time or no place to look at",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The claim gives no {missing}, so no flight can be put to it.",
        ),
    ),
)
