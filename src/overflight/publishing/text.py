"""The text gate: what no reader can see, or what breaks a file format, is made visible before it goes anywhere.

Everything that is published passes here once: control characters, lone surrogates and noncharacters would make XML
malformed; bidi overrides and zero-width characters make a text read other than it is; a word that mixes scripts
(a Cyrillic Е in `EP-FAB`) looks like what it is not. All are shown as `⟨U+202E⟩`, never dropped.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import TypeVar, cast

T = TypeVar("T")

_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners: part of the spelling between letters of Arabic and Indic scripts, a disguise elsewhere."""

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; tab, line feed and carriage return stay
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef"
    "\U000e0000-\U000e0fff"
    "]"
    "|[\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0010fffe-\U0010ffff]"
)
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u109f\u1780-\u17ff][\u0300-\u036f]?$")
_WORD = re.compile(r"[\w\-']+")
_LATIN = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_TROUBLE = re.compile(_UNSEEN.pattern + "|[\u0370-\u03ff\u0400-\u052f]")


def visible(text: str) -> str:
    """The text with every unseen character shown as `⟨U+…⟩` and every mixed-script word followed by what is foreign in it."""
    if text.isascii() and text.isprintable():
        return text
    if not _TROUBLE.search(text):
        return text
    shown = _UNSEEN.sub(_named, text)
    return _WORD.sub(_told_apart, shown)


def one_line(text: str) -> str:
    """The visible text with line breaks and tabs as single spaces: for names, titles and labels."""
    return re.sub(r"[\t\r\n ]+", " ", visible(text)).strip()


def _named(found: re.Match[str]) -> str:
    character = found.group()
    if character in _JOINERS and _JOINED.search(found.string[: found.start()]):
        return character
    return f"⟨U+{ord(character):04X}⟩"


def _told_apart(found: re.Match[str]) -> str:
    word = found.group()
    if word.isascii() or not (_LATIN.search(word) and _FOREIGN.search(word)):
        return word
    points = " ".join(f"U+{ord(c):04X}" for c in _FOREIGN.findall(word))
    return f"{word} ⟨mixed scripts: {points}⟩"


def cleaned(value: T, *, keep: frozenset[str] = frozenset()) -> T:
    """A record, and all records in it, with every string made visible; fields named in `keep` stay as they are.

    A report's `text` is kept so that spans still count, and is made visible piece by piece where it is printed.
    """
    return changed_strings(value, visible, keep=keep)


def changed_strings(value: T, change: Callable[[str], str], *, keep: frozenset[str] = frozenset()) -> T:
    """A record, and all records in it, with every string put through `change`; fields named in `keep` stay as they are."""
    return cast(T, _changed(value, change, keep))


def _changed(value: object, change: Callable[[str], str], keep: frozenset[str]) -> object:
    if type(value) is str:
        return change(value)
    if isinstance(value, tuple):
        fresh = tuple(_changed(item, change, keep) for item in value)
        return value if all(a is b for a, b in zip(value, fresh, strict=True)) else fresh
    if isinstance(value, Mapping):
        return {_changed(k, change, keep): _changed(v, change, keep) for k, v in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            if field.name in keep:
                continue
            old = getattr(value, field.name)
            if old is None or isinstance(old, bool | int | float):
                continue
            new = _changed(old, change, keep)
            if new is not old:
                changes[field.name] = new
        return dataclasses.replace(value, **changes) if changes else value
    return value
