"""Every rule of every check, with the sentence it gives. The docs print these tables as they stand here."""

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
            "{operator}'s aircraft were unheard long enough for it.",
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
            sentence="The case holds no position of {operator}'s aircraft for {date}.",
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

CARGO = Table(
    question="Is what was on board shown by anything?",
    rules=(
        Rule(
            rule="cargo.not_shown",
            when="the claim says what or how much was carried",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No position, list or registry can show what was on board: {cargo} cannot be checked with what "
            "this case holds. A manifest, a photograph or a witness could.",
        ),
    ),
)

PILOT = Table(
    question="Is who flew the aircraft shown by anything?",
    rules=(
        Rule(
            rule="pilot.not_shown",
            when="the claim says who was at the controls",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No position, list or registry can show who flew: that {pilot} did cannot be checked with what "
            "this case holds.",
        ),
    ),
)

DESIGNATION = Table(
    question="Was the party listed, by that authority, at that time?",
    rules=(
        Rule(
            rule="designation.listed_then",
            when="a list of that authority shows the party from the time that the claim gives",
            answer=A.SUPPORTS,
            sentence="{party} was listed by {authority}: {basis}.",
        ),
        Rule(
            rule="designation.listed",
            when="a list of that authority shows the party, and the claim gives no time",
            answer=A.SUPPORTS,
            sentence="{party} is listed by {authority}: {basis}. The claim gives no date.",
        ),
        Rule(
            rule="designation.listed_start_unknown",
            when="the party is on the list in the claimed time or later, and when it was put there is not known",
            answer=A.PARTLY,
            sentence="{party} is listed by {authority}, but when it was put there is not known: {basis}.",
        ),
        Rule(
            rule="designation.other_time",
            when="the list gives a date of listing outside the claimed time",
            answer=A.CONTRADICTS,
            sentence="{party} was listed by {authority}, but not when the claim says ({date}): {basis}.",
        ),
        Rule(
            rule="designation.denied_and_absent",
            when="the claim says that the party is not listed, and no list of the case shows it",
            answer=A.CONSISTENT,
            sentence="No list in this case shows {party} on {on}, as the claim says.",
        ),
        Rule(
            rule="designation.denied_but_listed",
            when="the claim says that the party is not listed, and a list shows it on that day",
            answer=A.CONTRADICTS,
            sentence="The claim says that {party} is not listed, but {authority} listed it: {basis}.",
        ),
        Rule(
            rule="designation.absent",
            when="a list of that authority covers the time and does not show the party",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No list in this case shows a party of the name {party}. It may be listed under another name, "
            "or by an authority whose list is not here.",
        ),
        Rule(
            rule="designation.no_list",
            when="the case holds no list of that authority",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The case holds no list of {authority}, so the listing of {party} cannot be checked.",
        ),
    ),
)

STATUS = Table(
    question="Were the parties listed on the day?",
    rules=(
        Rule(
            rule="status.listed",
            when="a party named in the claim was listed on the day of the event",
            answer=A.CONSISTENT,
            sentence="{party} was listed on {on}, {days} days after it was put on {list}: {basis}.",
        ),
        Rule(
            rule="status.listed_start_unknown",
            when="a party named in the claim was listed on the day of the event, since when is not known",
            answer=A.CONSISTENT,
            sentence="{party} was listed on {on} on {list}; since when is not known: {basis}.",
        ),
        Rule(
            rule="status.not_listed",
            when="the lists cover the day and do not show the party",
            answer=A.CONSISTENT,
            sentence="{party} was not on any list of this case on {on}.",
        ),
        Rule(
            rule="status.listed_later",
            when="the party was put on a list only after the event",
            answer=A.CONSISTENT,
            sentence="{party} was not yet listed on {on}; it was put on {list} {days} days later: {basis}.",
        ),
        Rule(
            rule="status.unknown",
            when="the lists do not bracket the day",
            answer=A.CANNOT_BE_CHECKED,
            sentence="Whether {party} was listed on {on} cannot be told: {basis}.",
        ),
    ),
)

LINK = Table(
    question="Does a list or registry state this link?",
    rules=(
        Rule(
            rule="link.stated",
            when="a list or registry states a link between the two parties",
            answer=A.SUPPORTS,
            sentence="{list} states that {subject} is linked to {object} ({kind}). Linked is not listed.",
        ),
        Rule(
            rule="link.described",
            when="the entry of one party describes the other in its remarks or identifiers",
            answer=A.PARTLY,
            sentence="The entry of {subject} on {list} names {object} without saying how they are linked.",
        ),
        Rule(
            rule="link.not_stated",
            when="both parties are known to a list, and no link is stated",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The lists know {subject} and {object} and state no link between them, which does not exclude one.",
        ),
        Rule(
            rule="link.product",
            when="the maker is known to a list, and no list says what it makes",
            answer=A.CANNOT_BE_CHECKED,
            sentence="The lists know {subject} and do not say that it makes {object}. "
            "A maker of a part is not a party to its use.",
        ),
        Rule(
            rule="link.unknown_party",
            when="one of the parties is on no list or registry of this case",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No list or registry of this case holds {missing}, so the link cannot be checked.",
        ),
    ),
)

TOTALS = Table(
    question="Do other reports give another figure?",
    rules=(
        Rule(
            rule="totals.same",
            when="claims of different origin give the same figure for the same period",
            answer=A.CONSISTENT,
            sentence="Reports agree on the figure: {figures}.",
        ),
        Rule(
            rule="totals.differ",
            when="claims give figures for the same period that cannot both hold",
            answer=A.CONTRADICTS,
            sentence="Reports give different figures: {figures}.",
        ),
        Rule(
            rule="totals.only_one",
            when="no other claim gives a figure for the same period",
            answer=A.CANNOT_BE_CHECKED,
            sentence="No other report of this case gives a figure for the same thing and period: {figures}.",
        ),
    ),
)

AGREEMENT = Table(
    question="Do the reports agree?",
    rules=(
        Rule(
            rule="agreement.denied",
            when="one report affirms what another denies",
            answer=A.CONTRADICTS,
            sentence="{affirming} affirm it; {denying} deny it.",
        ),
        Rule(
            rule="agreement.not_known",
            when="one report affirms what another says is not known or not confirmed",
            answer=A.CONSISTENT,
            sentence="{affirming} affirm it; {doubting} say that it is not known or could not be confirmed.",
        ),
        Rule(
            rule="agreement.variants",
            when="reports give readings of a slot that cannot both hold",
            answer=A.CONSISTENT,
            sentence="Reports differ on the {slot}: {readings}. None of the readings is averaged away.",
        ),
    ),
)

TABLES: tuple[Table, ...] = (
    FLIGHT, COUNT, RECEPTION, MOVEMENT, CARGO, PILOT, DESIGNATION, STATUS, LINK, TOTALS, AGREEMENT,
)  # fmt: skip
"""In the order in which the dossier asks."""
