"""What hyphens and apostrophes show of grammar: Arabic articles, the Persian and Urdu link `-e-`, the English genitive."""

from __future__ import annotations

import re

from overflight.parties.names.tables import generic_words

_ASSIMILATED = re.compile(r"\b[aeu](dh|sh|th|[dnrstz])-(?=\1)", re.IGNORECASE)
"""The article before a consonant that it has become: `ar-Rahman`, `ud-Dawa`, `es-Salafia`."""
_LINK = re.compile(r"(?:-(?:[ei]|ye|yi|eh)[- ]| (?:[ei]|ye)-)(?=\w)", re.IGNORECASE)
"""What joins two words in Persian and Urdu: `Lashkar-e-Tayyiba`, `Lashkar-i Taiba`, `Bank-e Shahr`."""
_GENITIVE = re.compile(r"([^\W\d_]{3,})['’]s(?= )", re.IGNORECASE)


def without_genitives(text: str) -> str:
    """A body's name with its generic words out of the genitive: `Iran's Guard`; `Rica's Pizza` may as well be `Ricas`."""
    words = generic_words().words
    return _GENITIVE.sub(lambda found: found[1] if found[1].lower() in words else found[0], text)


def with_plain_articles(text: str) -> str:
    """A name with its assimilated articles as `al`, and without the links between its words."""
    return _LINK.sub(" ", _ASSIMILATED.sub("al-", text))
