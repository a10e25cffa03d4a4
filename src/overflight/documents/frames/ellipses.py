"""Phrases whose noun was told before: `another`, `the last of them`, `a second`, `two more`."""

from __future__ import annotations

import re

from overflight.documents.frames.tree import Tree
from overflight.documents.frames.words import wordlist

_RANKS = frozenset(
    wordlist("""first second third fourth fifth sixth seventh eighth ninth tenth last latest next other final previous earliest
recent others""")
)
_ALONE = frozenset({"another", "others"})
_NUMBERS = frozenset(wordlist("one two three four five six seven eight nine ten eleven twelve several"))
_FURTHER = frozenset({"more", "others", "further"})
ELLIPTIC_HEADS = _RANKS | _ALONE | _NUMBERS | _FURTHER
"""The words on which such phrases end."""
_ARTICLES = frozenset(wordlist("the a an its their this that"))
_ENDS_BEFORE = ("VB", "MD", "IN", "TO", "RB", "CC", "W")
_WHOLE = re.compile(
    rf"(?:(?:the|a|an|its|their) )?(?:most )?(?:{'|'.join(sorted(_RANKS | _ALONE | _NUMBERS))})(?: (?:more|others|further))?"
    r"(?: of (?:them|these|those))?",
    re.IGNORECASE,
)


def ellipsis_end(tree: Tree, i: int) -> int | None:
    """The last word of a phrase without a noun that starts at word i, if one does; dates and fractions are none."""
    words = tree.words
    word = words[i].lower
    last = None
    if word in _ALONE:
        last = i
    elif word in _NUMBERS and i + 1 < len(words):
        if words[i + 1].lower in _FURTHER:
            last = i + 1
        elif words[i].dep.startswith("nsubj") and (words[i + 1].is_verb or words[i + 1].tag == "MD"):
            last = i
    elif word in _ARTICLES and i + 1 < len(words):
        at = i + 2 if words[i + 1].lower == "most" else i + 1
        last = at if at < len(words) and words[at].lower in _RANKS else None
    return last if last is not None and _is_end(tree, last) else None


def _is_end(tree: Tree, last: int) -> bool:
    """Whether nothing that could be the noun follows."""
    if last + 1 >= len(tree.words):
        return True
    following = tree.words[last + 1]
    return following.tag.startswith(_ENDS_BEFORE) or not following.text[:1].isalnum()


def is_elliptic(text: str) -> bool:
    """Whether the words of a phrase leave its noun to what was told before (`the last of them`, `two more`)."""
    return _WHOLE.fullmatch(" ".join(text.split())) is not None


def counts(text: str) -> bool:
    """Whether such words tell how many (`two more`), and not which (`the last`)."""
    return any(word in _NUMBERS for word in text.lower().split())
