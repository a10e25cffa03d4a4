"""What is asked of the lists and registries: was the party listed, is the link stated."""

from __future__ import annotations

from overflight.assessment.rules import Rule, Table
from overflight.records.finding import CheckAnswer as A

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
            sentence="{party} was listed on {on}, {days} after its listing began: {basis}.",
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
            sentence="{party} was not yet listed on {on}; it was put on {list} {days} later: {basis}.",
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
