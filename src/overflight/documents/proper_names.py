"""Persons and organisations that no list knows: runs of capitalised words with a title before or a company word inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from anyascii import anyascii

M = TypeVar("M")

_WORD = r"[^\W\d_a-zа-яё][\w’'-]*"
_LINK = r"(?:(?:al|el|bin|ibn|de|del|de la|da|dos|van|von|di|der|and|of|of the|&|y|e|et|und|и)[ -])"
_NAME = rf"{_WORD}(?:[ -]{_LINK}?{_WORD}){{0,5}}"

_TITLES = (
    "Mr Mrs Ms Dr Prof Captain Capt Colonel Col General Gen Brigadier Major Maj Lieutenant Lt Admiral Commander Sergeant "
    "President Minister Premier Senator Ambassador Sheikh Ayatollah General-Major Señor Sr Sra Coronel Capitán Monsieur "
    "Mme Colonel Capitaine Général Oberst Hauptmann Herr Frau Generale Colonnello Capitano Coronel Capitão Генерал "
    "Полковник Капитан"
).split()  # fmt: skip
_PERSON = re.compile(rf"\b(?:(?:{'|'.join(sorted(set(_TITLES)))})\.? )+(?P<name>{_WORD}(?:[ -]{_LINK}?{_WORD}){{0,3}})")

_COMPANY = (
    "Air Airlines Airways Aviation Cargo Aerospace Logistics Industries Industry Company Corporation Corp Co Ltd LLC LLP "
    "FZE FZCO FZ-LLC Inc GmbH AG SA SARL SRL SpA JSC OOO PJSC Group Holding Holdings Trading Freight Freighters Transport "
    "Shipping Foundation Institute University Ministry Agency Committee Council Association Organization Organisation "
    "Bank Office Department Directorate Bureau Force Forces Army Navy Corps Brigade Monitor Observatory Parts Motors "
    "Manufacturing Engineering Services Enterprises Electronics Systems Technologies Crescent"
).split()  # fmt: skip
_RUN = re.compile(rf"{_NAME}")
_COMPANIES = frozenset(_COMPANY)


def slug(name: str) -> str:
    """A name as an id: Latin letters without accents, lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-")


def proper_names(text: str, make: Callable[..., M]) -> Iterator[M]:
    """Persons after a title (title included, as the guide has it) and runs of capitals that hold a company word."""
    for match in _PERSON.finditer(text):
        yield make(start=match.start(), end=match.end("name"), kind="person", norm=f"person:{slug(match['name'])}")
    for match in _RUN.finditer(text):
        words = match.group().replace("-", " ").split()
        if len(words) > 1 and any(word in _COMPANIES for word in words[1:]):
            yield make(start=match.start(), end=match.end(), kind="organisation", norm=f"org:{slug(match.group())}")
