"""Offices beside a name: `Farid K., managing director of X`, `airline chairman Hamid T.`"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from overflight.documents.frames import verbs
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import DIRECTORS, NOUNS, OFFICES, TITLES, Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind

BODIES = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.GOVERNMENT, Nature.FORCE, Nature.OTHER})
RUNS = frozenset({Nature.ORGANISATION, Nature.OPERATOR})
_PERSONS = frozenset({Nature.PERSON, Nature.PEOPLE})


def is_person_name(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase names a person (a rank before the name belongs to it)."""
    words = sight.tree.words
    names = [w for w in words[phrase.first : phrase.last + 1] if w.is_name]
    if phrase.nature is Nature.PERSON or phrase.mention_kind == "person":
        return bool(names)
    if phrase.mention_kind not in {None, "place"} or not words[phrase.head].is_name:
        return False
    return words[phrase.first].lower in TITLES and len(names) >= 2


def office_head(sight: Sight, phrase: Phrase) -> str | None:
    """The word of office that a phrase turns on, if it names one: `Tondar's chief pilot`, `a board member of X`."""
    words = sight.tree.words
    head = words[phrase.head]
    lower = noun_base(head.lower)
    if lower in OFFICES or head.lower in OFFICES:
        return lower
    if head.lower in {"general", "forces", "staff"} and phrase.head > phrase.first:
        before = noun_base(words[phrase.head - 1].lower)
        return before if before in OFFICES else None
    return None


def office_subtype(sight: Sight, phrase: Phrase, last: int) -> str:
    """Director for those who run a company or sit on its board, else office; a member is a membership."""
    lowers = [w.lower for w in sight.tree.words[phrase.first : last + 1]]
    head = noun_base(sight.tree.words[phrase.head].lower)
    if head == "member":
        return "director" if "board" in lowers else "membership"
    if head == "minister" or "pilot" in lowers or "pilots" in lowers or "union" in lowers or "navigator" in lowers:
        return "office"
    if head in DIRECTORS or "chairman" in lowers:
        named = [p for p in sight.phrases if phrase.first <= p.first <= last]
        if any(p.nature in {Nature.GOVERNMENT, Nature.FORCE} and p.head != phrase.head for p in named) or (
            head in {"president"} and len(named) == 1
        ):
            return "office"
        return "director"
    return "office"


_MARKS = ([","], ["("], ["–"], ["—"], ["-"])
_PASSING = frozenset(
    wordlist("then now currently formerly once also himself herself himself later previously still until")
)
"""Words that may stand between the mark and the office: `X, then deputy commander of Y`."""


def apposed_offices(sight: Sight) -> Iterator[Draft]:
    """`Farid Khosravani, managing director of X`; `Its managing director, Farid Khosravani`; `the airline's head Y`."""
    for k in range(len(sight.phrases) - 1):
        before = _office_before(sight, k)
        yield from before or _office_behind(sight, k)


def _office_before(sight: Sight, k: int) -> tuple[Draft, ...]:
    """`Its managing director, Farid Khosravani`."""
    phrase = sight.phrases[k]
    if not office_head(sight, phrase) or _is_title_only(sight, phrase):
        return ()
    last = with_places(sight, phrase)
    after = next((p for p in sight.phrases[k + 1 :] if p.first > last), None)
    if after is None or after.preposition or not is_person_name(sight, after):
        return ()
    gap = [w.lower for w in sight.tree.words[last + 1 : after.first]]
    return (_office(sight, after, phrase, last),) if gap in ([], [","]) else ()


def _office_behind(sight: Sight, k: int) -> tuple[Draft, ...]:
    """`Farid Khosravani, 44, then managing director of X`; `Khosravani, appointed last year as director of X`."""
    words, person = sight.tree.words, sight.phrases[k]
    if not is_person_name(sight, person) and not _is_surname_before_office(sight, k):
        return ()
    end, j = person.last, k + 1
    if _is_age(sight, sight.phrases[j], end) and j + 1 < len(sight.phrases):
        end, j = sight.phrases[j].last, j + 1
    office = sight.phrases[j]
    if office.preposition not in {"", "as"} or not office_head(sight, office) or words[office.first].tag == "WP$":
        return ()
    gap = [w.lower for w in words[end + 1 : office.first] if w.lower not in _PASSING]
    is_appointed = (
        bool(gap)
        and gap[-1] == "as"
        and len(gap) <= _LONGEST_APPOINTMENT
        and any(g in verbs.FORMS and verbs.FORMS[g] in verbs.APPOINT for g in gap)
    )
    if gap not in _MARKS and not is_appointed:
        return ()
    last = with_places(sight, office)
    if office.last + 1 < len(words) and words[min(last + 1, len(words) - 1)].is_name:
        return ()
    return (_office(sight, person, office, last),)


def _is_surname_before_office(sight: Sight, k: int) -> bool:
    """`Idris, the airline's chief executive, …`: a single name with a definite office behind a comma."""
    words, name, office = sight.tree.words, sight.phrases[k], sight.phrases[k + 1]
    is_joined = office.first == name.last + 2 and words[name.last + 1].text == ","
    is_own = words[office.first].lower in {"the", "its", "their"} and words[office.head].tag == "NN"
    return is_joined and is_own and is_single_name(sight, name)


_LONGEST_APPOINTMENT = 7
"""Words between a name and its office where a participle joins them (`, appointed last year as`)."""


def _is_age(sight: Sight, phrase: Phrase, end: int) -> bool:
    """`, 44,` behind a name."""
    words = sight.tree.words
    is_number = phrase.first == phrase.last and words[phrase.first].text.isdigit()
    return is_number and phrase.first == end + 2 and words[end + 1].text == ","


def offices_inside(sight: Sight) -> Iterator[Draft]:
    """`Polesie's deputy director Viktar Salaviou`, `airline chairman Hamid Torabi`: office and name in one phrase."""
    words = sight.tree.words
    for phrase in sight.phrases:
        if not is_person_name(sight, phrase):
            continue
        offices = [
            k for k in range(phrase.first, phrase.last)
            if noun_base(words[k].lower) in OFFICES and words[k].text.islower() and words[k].is_noun
        ]  # fmt: skip
        if not offices or not words[offices[-1] + 1].is_name:
            continue
        last = offices[-1]
        if not any(
            w.is_name or w.tag in {"POS", "PRP$"} or NOUNS.get(noun_base(w.lower)) in RUNS
            for w in words[phrase.first : last]
        ):
            continue
        office = replace(phrase, last=last, head=last)
        person = replace(phrase, first=last + 1)
        yield _office(sight, person, office, last)


def with_places(sight: Sight, phrase: Phrase) -> int:
    """The end of an office: `of …`, and `at …`, `in …`, `for …` of the body it belongs to."""
    words = sight.tree.words
    last = phrase.last
    k = phrase_position(sight.phrases, phrase)
    for following in sight.phrases[k + 1 :]:
        gap = [w.lower for w in words[last + 1 : following.first]]
        if gap in (["of"], ["and"]) or (
            gap in (["in"], ["at"], ["for"], ["with"], ["to"])
            and following.nature in BODIES | {Nature.PLACE}
            and following.nature is not Nature.OTHER
        ):
            if gap == ["and"] and office_head(sight, following) is None:
                break
            last = following.last
        else:
            break
    return last


def _is_title_only(sight: Sight, phrase: Phrase) -> bool:
    """A bare rank before a name is part of the name: `General Quijada`."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return all(w.lower in TITLES for w in words)


def _office(sight: Sight, person: Phrase, office: Phrase, last: int) -> Draft:
    words = sight.tree.words
    first, end = min(person.first, office.first), max(person.last, last)
    subtype = office_subtype(sight, office, last)
    return Draft(
        kind=ClaimKind.ROLE,
        subtype=subtype,
        rule=f"role.{subtype}.apposed",
        sentence=sight.index,
        verb=office.head,
        trigger=(words[office.head].start, words[office.head].end),
        left=words[first].start,
        right=words[end].end,
        roles={
            "actor": (simple(sight, person),),
            "object": (sight.filler(office.first, last, body_norm(sight, office, last)),),
        },
    )


def body_norm(sight: Sight, office: Phrase, last: int) -> str | None:
    """The norm of the body that an office belongs to."""
    words = sight.tree.words
    inside = [
        m for m in sight.scene.within(words[office.first].start, words[last].end) if m.norm and m.kind != "demonym"
    ]
    return inside[-1].norm if inside else None


def is_single_name(sight: Sight, phrase: Phrase) -> bool:
    """Whether a phrase is one name alone, which may be a person's."""
    words = sight.tree.words[phrase.first : phrase.last + 1]
    return len(words) == 1 and words[0].is_name and phrase.mention_kind in {None, "person"}
