"""The package's own English tagger and parser: small, offline, loaded once and only when a report is read.

Weights: `weights/`, trained by `training/train.py` on UD English EWT and the freely licensed genres of GUM; CC BY-SA 4.0
(see LICENSES/CC-BY-SA-4.0.txt). Nothing is ever downloaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from overflight.documents.frames.tree import Tree, Word

WEIGHTS = Path(__file__).with_name("weights")


@cache
def _pipeline() -> Any:
    """The loaded pipeline; about a second, the first time."""
    import spacy

    return spacy.load(WEIGHTS)


def parse(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Tree, ...]:
    """One tree for each span of the text, in order; word offsets count code points of the whole text.

    The parser may not cut a span into sentences: sentence bounds are `sentences.py`'s business.
    """
    nlp = _pipeline()
    bounds = tuple(spans)
    docs = []
    for start, end in bounds:
        doc = nlp.make_doc(text[start:end])
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    return tuple(_tree(doc, start) for doc, (start, _) in zip(nlp.pipe(docs), bounds, strict=True))


def _tree(doc: Any, offset: int) -> Tree:
    words = tuple(
        Word(
            i=token.i,
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
            text=token.text,
            lower=token.lower_,
            lemma=token.lemma_.lower(),
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
        )
        for token in doc
        if not token.is_space or len(doc) == 1
    )
    if len(words) != len(doc):
        words = _renumber(words)
    return Tree.of(words)


def _renumber(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words without the blanks that the tokenizer keeps; what hung on a blank becomes a root."""
    from dataclasses import replace

    place = {word.i: n for n, word in enumerate(words)}
    return tuple(replace(word, i=n, head=place.get(word.head, n)) for n, word in enumerate(words))
