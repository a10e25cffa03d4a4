"""Second events that a sentence tells by date or name alone: `landed on 3 October and again on 6 October`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.ellipses import is_elliptic
from overflight.documents.frames.fillers import Sight, simple
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_BODIES = frozenset({Nature.ORGANISATION, Nature.OPERATOR, Nature.PERSON, Nature.OTHER, Nature.FORCE})
_AGAIN = frozenset(wordlist("and again then , on once more in also later"))


def elliptical(sight: Sight, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The events that repeat a draft with another day, or another name and day, and no verb of their own."""
    told: set[int] = set()
    for draft in tuple(drafts):
        if draft.kind in {ClaimKind.FLIGHT, ClaimKind.VISIT}:
            yield from _again(sight, draft)
            some = [(phrase, day) for phrase, day in days_of_some(sight, draft) if phrase.first not in told]
            yield from (_one_of(sight, draft, phrase, day) for phrase, day in some)
            told |= {phrase.first for phrase, _ in some}
        elif draft.kind is ClaimKind.DESIGNATION:
            yield from _another(sight, draft)


def _again(sight: Sight, draft: Draft) -> Iterator[Draft]:
    days = [p for p in sight.phrases if p.nature is Nature.TIME and p.mention_kind == "date"]
    words = sight.tree.words
    for first, second in itertools.pairwise(days):
        gap = words[first.last + 1 : second.first]
        lowers = [w.lower for w in gap]
        if words[first.first].start < draft.trigger[0] or words[second.last].end > draft.right:
            continue
        if "and" not in lowers or not set(lowers) <= _AGAIN or not _is_day(sight, first) or not _is_day(sight, second):
            continue
        begin = next((w.i for w in gap if w.lower == "again"), second.first)
        if begin == second.first and second.first and words[second.first - 1].lower in {"on", "in"}:
            begin = second.first
        yield replace(
            draft,
            rule=draft.rule + ".again",
            trigger=(words[begin].start, words[second.last].end),
            left=words[second.first].start,
            right=words[second.last].end,
            roles={role: tuple(_out(f) for f in fillers) for role, fillers in draft.roles.items()},
            also=(),
        )


def with_own_days(sight: Sight, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, those of several flights without the days that are told of some of them."""
    for draft in drafts:
        some = days_of_some(sight, draft) if draft.kind in {ClaimKind.FLIGHT, ClaimKind.VISIT} else ()
        end = sight.tree.words[some[0][0].first].start if some else draft.right
        yield replace(draft, right=min(draft.right, end)) if end >= draft.trigger[1] else draft


def days_of_some(sight: Sight, draft: Draft) -> tuple[tuple[Phrase, Phrase], ...]:
    """Which of several flights or visits were on which day: `…, the first on 20 August and the last on 12 September`."""
    words = sight.tree.words
    found = []
    for phrase, day in itertools.pairwise(sight.phrases):
        gap = words[phrase.last + 1 : day.first]
        is_day = day.mention_kind == "date" and all(w.lower in _ON_DAY for w in gap)
        behind = words[phrase.first].start >= draft.trigger[1]
        if is_day and behind and is_elliptic(sight.text(phrase.first, phrase.last)):
            found.append((phrase, day))
    return tuple(found)


_ON_DAY = frozenset(wordlist("on in at of being , was were falling dated as recently"))


def _one_of(sight: Sight, draft: Draft, phrase: Phrase, day: Phrase) -> Draft:
    """One of the flights or visits of a draft, with the day that is told of it."""
    words = sight.tree.words
    roles = {role: tuple(_out(f) for f in fs) for role, fs in draft.roles.items() if role not in {"count", "pilot"}}
    return replace(
        draft,
        rule=draft.rule + ".again",
        verb=phrase.head,
        trigger=(words[phrase.first].start, words[day.last].end),
        left=words[phrase.first].start,
        right=words[day.last].end,
        roles=roles,
        also=(),
    )


def _is_day(sight: Sight, phrase: Phrase) -> bool:
    return any(
        any(c.isdigit() for c in w.text) and len(w.text.strip(".,")) <= 2
        for w in sight.tree.words[phrase.first : phrase.last + 1]
    )


def _out(filler: Filler) -> Filler:
    return replace(filler, outside_quote=True)


def _another(sight: Sight, draft: Draft) -> Iterator[Draft]:
    """`X was designated in 2011 and Y in 2019`."""
    words = sight.tree.words
    for k, phrase in enumerate(sight.phrases[:-1]):
        following = sight.phrases[k + 1]
        start = words[phrase.first].start
        if (
            start < draft.trigger[1]
            or phrase.nature not in _BODIES
            or phrase.preposition
            or following.nature is not Nature.TIME
        ):
            continue
        lead = words[phrase.first - 1].lower
        gap = [w.lower for w in words[phrase.last + 1 : following.first]]
        if (
            lead not in {"and", ","}
            or gap not in (["in"], ["on"], ["since"], [",", "in"])
            or not words[phrase.head].is_name
        ):
            continue
        before = sight.phrases[k - 1] if k else None
        if before is None or before.nature is not Nature.TIME:
            continue
        yield replace(
            draft,
            rule=draft.rule + ".another",
            trigger=(start, words[phrase.last].end),
            left=start,
            right=words[following.last].end,
            roles={
                **{r: tuple(_out(f) for f in fs) for r, fs in draft.roles.items() if r == "actor"},
                "object": (simple(sight, phrase),),
            },
            also=(),
        )
