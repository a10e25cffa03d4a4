"""How a filler is written in a sentence of our own: what it stands for, else its words, else its norm's name; no pronoun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from overflight.records.claim import Claim, Filler
from overflight.reference.places import Place, find_place, places_named

PRONOUNS = frozenset({
    "he", "she", "it", "they", "him", "her", "them", "who", "which", "that", "this", "these", "those", "we", "us", "i",
    "él", "ella", "ellos", "il", "elle", "ils", "egli", "lui", "er", "sie", "es", "он", "она", "они", "оно",
})  # fmt: skip
"""Words that stand for a name and say nothing alone."""

OF_THINGS = frozenset({"it", "they", "them", "which", "that", "this", "these", "those", "es", "оно"})
"""Those that stand for things as well as for people."""

POSSESSIVE = re.compile(r"^(?:its|their|his|her|our|my)\s+", re.IGNORECASE)
"""A possessive without its owner; "the" says as much."""

WITH_ARTICLE = frozenset({"US", "GB", "AE", "NL", "PH", "CF", "CD", "CG", "DO", "MV", "BS", "GM", "SC", "KM"})
"""States whose English name takes an article."""

LETTERS_OF_A_CODE = 3
"""Letters up to which a name in capitals is an abbreviation ("US", "UAE")."""

DEMONSTRATIVE = re.compile(r"^(?:that|this|these|those)\s+(?=\w)", re.IGNORECASE)

ACRONYM_LETTERS = 4
"""Letters up to which a part of a norm is written in capitals where nothing else gives the name (irgc, aapp)."""


def name_of(filler: Filler) -> str:
    """The words for a filler; empty where it is a pronoun that nothing resolves."""
    adjective = _country_of_adjective(filler)
    if adjective:
        return adjective
    for text in (filler.coref, None if is_pronoun(filler.text) else filler.text):
        if text and not is_pronoun(text):
            return _owned(text)
    return norm_name(filler.norm or "")


def _country_of_adjective(filler: Filler) -> str:
    """The state where one word only derives from it ("Iranian") or abbreviates it ("US"); empty for names of places."""
    text = filler.coref or filler.text
    known = find_place(filler.norm or "")
    if known is None or not known.is_country:
        return ""
    is_code = text.replace(".", "").isupper() and len(text.replace(".", "")) <= LETTERS_OF_A_CODE
    if not is_code and (" " in text or places_named(text)):
        return ""
    return _state(known)


def _state(known: Place) -> str:
    return f"the {known.name}" if known.country in WITH_ARTICLE else known.name


ARTICLES = ("the ", "a ", "an ")


def lower_article(name: str) -> str:
    """A name that is about to stand inside a sentence: its article small."""
    head, space, rest = name.partition(" ")
    return f"{head.lower()}{space}{rest}" if f"{head.lower()} " in ARTICLES else name


def is_guessed_person(filler: Filler) -> bool:
    """Whether a person stands there only by the reading of a pronoun: too little to put a name to a consignment."""
    if not is_pronoun(filler.text):
        return False
    return filler.norm.startswith("person:") if filler.norm else filler.text.casefold() not in OF_THINGS


def is_pronoun(text: str) -> bool:
    """Whether words only stand for a name."""
    return text.strip().casefold() in PRONOUNS


def norm_name(norm: str) -> str:
    """A readable name made of a norm: `MM` is Myanmar, `person:jane-doe` is Jane Doe; empty where it cannot be read."""
    kind, colon, slug = norm.rpartition(":")
    known = find_place(slug)
    if known is not None:
        name = _state(known)
        return {"gov": f"the government of {name}", "mil": f"the armed forces of {name}"}.get(kind, name)
    if not colon:
        return ""
    return " ".join(
        w.upper() if kind == "org" and len(w) <= ACRONYM_LETTERS else w.capitalize() for w in slug.split("-")
    )


def _owned(text: str) -> str:
    text = POSSESSIVE.sub("the ", text)
    return DEMONSTRATIVE.sub("", text) if DEMONSTRATIVE.match(text) else text


def with_full_names(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with persons by last name ("Doe") resolved to the one full name of their report ("Jane Doe").

    Only where the report names exactly one person whose name ends so; spans and words stay as they are.
    """
    full: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        for filler in _fillers(claim):
            slug = _person(filler)
            if slug and "-" in slug:
                words = filler.coref or filler.text
                if not is_pronoun(words):
                    full[claim.doc].setdefault(slug, words)
    return tuple(_resolved(claim, full.get(claim.doc, {})) for claim in claims)


def _resolved(claim: Claim, full: Mapping[str, str]) -> Claim:
    roles = {role: tuple(_full(f, full) for f in fillers) for role, fillers in claim.roles.items()}
    return claim if roles == dict(claim.roles) else replace(claim, roles=roles)


def _full(filler: Filler, full: Mapping[str, str]) -> Filler:
    slug = _person(filler)
    if not slug or "-" in slug:
        return filler
    known = [one for one in full if one.endswith(f"-{slug}")]
    return replace(filler, norm=f"person:{known[0]}", coref=full[known[0]]) if len(known) == 1 else filler


def _person(filler: Filler) -> str:
    norm = filler.norm or ""
    return norm.removeprefix("person:") if norm.startswith("person:") else ""


def _fillers(claim: Claim) -> Iterable[Filler]:
    return (filler for fillers in claim.roles.values() for filler in fillers)
