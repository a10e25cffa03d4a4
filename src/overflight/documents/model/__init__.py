"""The package's own English tagger and parser: small, offline, loaded once and only when a report is read.

Weights: `weights/`, trained by `training/train.py` on UD English EWT and the freely licensed genres of GUM; CC BY-SA 4.0
(see LICENSES/CC-BY-SA-4.0.txt). Nothing is ever downloaded.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from overflight.documents.frames.repair import repaired
from overflight.documents.frames.tree import Tree, Word

WEIGHTS = Path(__file__).with_name("weights")


@cache
def _pipeline() -> Any:
    """The loaded pipeline; about a second, the first time. Lemmas are left out: the frames know verbs by their forms."""
    from overflight.documents.model.products import use_numpy_products

    pipeline = _spacy().load(WEIGHTS, exclude=["trainable_lemmatizer"])
    use_numpy_products(pipeline)
    return pipeline


_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _spacy() -> Any:
    """The parser's library without its command line, which it would load with itself: a quarter of a second of tools unused."""
    absent = [name for name in _COMMANDS if name not in sys.modules]
    for name in absent:
        stand_in = ModuleType(name)
        vars(stand_in).update(__path__=[], info=None)
        sys.modules[name] = stand_in
    try:
        return import_module("spacy")
    finally:
        for name in absent:
            del sys.modules[name]


Pieces = tuple[tuple[int, int], ...]
"""Stretches of a text that are read as one sentence: what stands in brackets is left out, and read by itself."""


def parse(text: str, units: Iterable[Pieces]) -> tuple[Tree, ...]:
    """One tree for each unit, in order; word offsets count code points of the whole text.

    The parser may not cut a unit into sentences: sentence bounds are `sentences.py`'s business.
    """
    nlp = _pipeline()
    kept = tuple(units)
    docs = []
    for pieces in kept:
        doc = _with_prefixes(nlp.make_doc(_legible(" ".join(text[start:end] for start, end in pieces))))
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    return tuple(_tree(text, doc, pieces) for doc, pieces in zip(nlp.pipe(docs), kept, strict=True))


_PREFIXES = frozenset(("co", "re", "part", "majority", "jointly"))
_PAIRS = frozenset(
    ("take-off", "take-offs", "stop-over", "touch-down", "pick-up", "pick-ups", "round-trip", "round-trips", "air-bridge",
     "air-dropped", "air-lifted", "set-down", "hand-over", "fly-by", "lift-off")
)  # fmt: skip
"""What a hyphen joins to one word; the tokenizer cuts there, and the parser then finds three words that mean nothing."""


_SHOUTED = re.compile(r"(?<![\w-])[A-Z]{5,}(?![\w-])")
_DASH = re.compile(r"(?<=[^\W\d_])[–‑‐](?=[^\W\d_])")


def _legible(text: str) -> str:
    """The sentence as the parser knows words: surnames in capitals as names, routes joined by hyphens; as long as before."""
    quiet = _DASH.sub("-", text)
    if sum(c.islower() for c in quiet) < sum(c.isupper() for c in quiet):
        return quiet
    return _SHOUTED.sub(lambda match: match.group().title(), quiet)


def _with_prefixes(doc: Any) -> Any:
    """The document with `co-owned` and the like as one word each."""
    spans = [
        doc[i : i + 3]
        for i in range(len(doc) - 2)
        if doc[i + 1].text == "-"
        and not doc[i].whitespace_
        and doc[i + 2].is_lower
        and (doc[i].lower_ in _PREFIXES or f"{doc[i].lower_}-{doc[i + 2].lower_}" in _PAIRS)
    ]
    if spans:
        with doc.retokenize() as joining:
            for span in spans:
                joining.merge(span)
    return doc


def _offset(pieces: Pieces, at: int) -> int:
    """The place in the text of a character of the joined pieces."""
    for start, end in pieces:
        if at <= end - start:
            return start + at
        at -= end - start + 1
    return pieces[-1][1]


def _tree(text: str, doc: Any, pieces: Pieces) -> Tree:
    words = tuple(
        _word(token, text, _offset(pieces, token.idx)) for token in doc if not token.is_space or len(doc) == 1
    )
    if len(words) != len(doc):
        words = _renumber(words)
    return repaired(Tree.of(words))


def _word(token: Any, text: str, start: int) -> Word:
    return Word(
        i=token.i,
        start=start,
        end=start + len(token.text),
        text=_as_written(text, start, token.text),
        lower=token.lower_,
        lemma=token.lemma_.lower(),
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i,
    )


def _as_written(text: str, start: int, word: str) -> str:
    """A word as the report writes it, capitals and all; marks as the parser was given them."""
    return text[start : start + len(word)] if word.isalpha() else word


def _renumber(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words without the blanks that the tokenizer keeps; what hung on a blank becomes a root."""
    from dataclasses import replace

    place = {word.i: n for n, word in enumerate(words)}
    return tuple(replace(word, i=n, head=place.get(word.head, n)) for n, word in enumerate(words))
