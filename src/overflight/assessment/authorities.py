"""Whose list a claim speaks of: words for authorities, and the lists that are theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from anyascii import anyascii

from overflight.records.claim import Claim

AUTHORITIES: Mapping[str, tuple[str, ...]] = {
    "the United States": ("us", "usa", "united states", "us treasury", "treasury", "washington", "ofac", "america",
                          "tesoro", "tresor", "estados unidos", "stati uniti", "etats unis", "white house"),
    "the United Nations": ("un", "united nations", "security council", "onu", "consejo de seguridad"),
    "the European Union": ("eu", "european union", "brussels", "ue", "union europea", "union europeenne"),
    "the United Kingdom": ("gb", "uk", "united kingdom", "britain", "london", "ofsi", "hm treasury"),
}  # fmt: skip
"""Words and norms that name an authority, folded; other authorities keep their own words and have no list here."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "the United States": ("ofac", "sdn", "us "),
    "the United Nations": ("un ", "un_", "united nations", "unsc"),
    "the European Union": ("eu ", "eu_", "eu-", "european"),
    "the United Kingdom": ("uk ", "uk_", "uk-", "ofsi", "united kingdom"),
}
"""How the names of each authority's lists begin, folded."""


def authority_of(text: str) -> str | None:
    """The authority that a norm or phrase names."""
    folded = " ".join(re.findall(r"[a-z0-9]+", anyascii(text).casefold()))
    folded = folded.removeprefix("gov ").removeprefix("org ")
    for authority, words in AUTHORITIES.items():
        if any(re.search(rf"\b{re.escape(word)}\b", folded) for word in words):
            return authority
    return None


def authority_name(claims: Sequence[Claim]) -> str:
    """The authority that claims name, in plain words."""
    for claim in claims:
        for filler in claim.fillers("actor"):
            for text in (filler.norm, filler.coref, filler.text):
                if text and (found := authority_of(text)):
                    return found
    named = [f.coref or f.text for c in claims for f in c.fillers("actor")]
    return named[0] if named else "an authority not named"


def authority_lists(claims: Sequence[Claim], lists: Sequence[str]) -> tuple[str, ...]:
    """The lists of the case that are this authority's; all of them where the claim names none."""
    if not any(c.fillers("actor") for c in claims):
        return tuple(lists)
    beginnings = LISTS.get(authority_name(claims), ())
    return tuple(name for name in lists if f"{name.casefold()} ".startswith(beginnings)) if beginnings else ()
