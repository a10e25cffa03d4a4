"""Short names (`Ghasemi`, `Tondar`) stand for the long ones that the report gives elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, TITLES, Nature
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist
from overflight.documents.proper_names import slug


def with_short_names(sights: Sequence[Sight]) -> tuple[Sight, ...]:
    """The sights with each short name (`Ghasemi`, `Tondar`) standing for the long one that the report gives elsewhere."""
    known = _bodies(sights)
    for sight in sights:
        for phrase in sight.phrases:
            for short in _short_forms(sight, phrase):
                known.setdefault(short, (phrase.nature, phrase.norm, phrase.mention_kind))
    return tuple(
        replace(sight, phrases=tuple(_normed(sight, _lengthened(sight, phrase, known)) for phrase in sight.phrases))
        for sight in sights
    )


def _bodies(sights: Sequence[Sight]) -> dict[str, tuple[Nature, str | None, str | None]]:
    """Names that the text itself calls a company: `the carrier X`, `X, a firm …`, `the Airbus of X`, `operated by X`."""
    found: dict[str, tuple[Nature, str | None, str | None]] = {}
    for sight in sights:
        words = sight.tree.words
        for k, phrase in enumerate(sight.phrases):
            if phrase.mention_kind not in {None, "place"} or not words[phrase.head].is_name:
                continue
            name = _name_of(sight, phrase)
            inside = {NOUNS.get(noun_base(w.lower)) for w in words[phrase.first : phrase.head] if not w.is_name}
            following = sight.phrases[k + 1] if k + 1 < len(sight.phrases) else None
            before = sight.phrases[k - 1] if k else None
            is_apposed = (
                following is not None
                and following.first == phrase.last + 2
                and words[phrase.last + 1].text == ","
                and following.nature in _COMPANIES
                and words[following.first].lower in {"a", "an", "the"}
            )
            has_craft = (
                before is not None
                and before.nature is Nature.AIRCRAFT
                and before.last == phrase.first - 2
                and phrase.preposition == "of"
                and len(name.split()) > 1
            )
            is_operating = (
                phrase.preposition == "by"
                and phrase.first > 1
                and words[phrase.first - 2].lower in {"operated", "owned", "chartered", "manufactured", "assembled"}
                and phrase.nature is not Nature.PLACE
            )
            if (
                phrase.preposition in {"in", "at", "into"}
                and phrase.nature is Nature.PERSON
                and words[phrase.first].lower not in TITLES
            ):
                found.setdefault(name, (Nature.PLACE, None, None))
                continue
            if inside & _COMPANIES or is_apposed or has_craft or is_operating:
                nature = Nature.OPERATOR if Nature.OPERATOR in inside or has_craft else Nature.ORGANISATION
                found[name] = (nature, f"org:{slug(name)}", "organisation")
    return found


_COMPANIES = frozenset({Nature.OPERATOR, Nature.ORGANISATION})


def _name_of(sight: Sight, phrase: Phrase) -> str:
    """The capitalised words of a phrase, from the last common noun on."""
    words = sight.tree.words[phrase.first : phrase.head + 1]
    first = max(
        (k + 1 for k, w in enumerate(words) if not w.is_name and w.lower not in {"de", "of", "al", "el", "la"}),
        default=0,
    )
    return " ".join(w.text for w in words[first:])


def _short_forms(sight: Sight, phrase: Phrase) -> tuple[str, ...]:
    words = sight.tree.words
    names = [w.text for w in words[phrase.first : phrase.head + 1] if w.is_name and w.text[:1].isupper()]
    if len(names) < 2:
        return ()
    if phrase.nature is Nature.PERSON:
        return (names[-1],)
    if phrase.nature in {Nature.OPERATOR, Nature.ORGANISATION} and names[0].lower() not in _COMMON_FIRST:
        return (names[0], " ".join(names[:2])) if len(names) > 2 else (names[0],)
    return ()


_COMMON_FIRST = frozenset(wordlist("islamic iranian national the red air ministry united international state"))


def _lengthened(sight: Sight, phrase: Phrase, known: dict[str, tuple[Nature, str | None, str | None]]) -> Phrase:
    if (phrase.mention_kind is not None and phrase.norm is not None) or phrase.nature not in {
        Nature.OTHER,
        Nature.PERSON,
        Nature.PLACE,
    }:
        return phrase
    words = sight.tree.words[phrase.first : phrase.head + 1]
    names = _name_of(sight, phrase)
    found = known.get(names) if names else None
    if found is None or not words[-1].is_name:
        return phrase
    return replace(phrase, nature=found[0], norm=phrase.norm or found[1], mention_kind=phrase.mention_kind or found[2])


def _normed(sight: Sight, phrase: Phrase) -> Phrase:
    """The phrase with an id made of its name, where it names a person or a body that no table knows."""
    words = sight.tree.words
    if phrase.norm is not None or not words[phrase.head].is_name or phrase.nature not in _NAMED:
        return phrase
    name = " ".join(w for w in _name_of(sight, phrase).split() if w.lower() not in TITLES)
    return replace(phrase, norm=f"{_NAMED[phrase.nature]}:{slug(name)}") if name else phrase


_NAMED = {Nature.PERSON: "person", Nature.OPERATOR: "org", Nature.ORGANISATION: "org"}
