"""Where the words of a name begin and end: Chinese and Burmese write none apart, full stops set letters apart."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.parties.names.scripts import Script, burmese_syllables, script_of
from overflight.parties.names.tables import WordClass, generic_words
from overflight.parties.names.words import letters_joined, plain_words

LONG_CHINESE = 6
"""Characters from which a Chinese word is also cut at generic words of one character."""


def segmented(text: str, is_person: bool) -> tuple[str, ...]:
    """The plain words of a text, cut where the script does not, letters joined that make an abbreviation of a body."""
    words = plain_words(text)
    if not text.isascii():
        words = tuple(_cut_scripts(words))
    if is_person or not any(len(word) == 1 for word in words):
        return words
    whole = set(words)
    return tuple(p for word in letters_joined(words) for p in ((word,) if word in whole else _split_letters(word)))


def _cut_scripts(words: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        script = script_of(word)
        if script is Script.CHINESE:
            yield from _cut_chinese(word)
        elif script is Script.BURMESE and (word,) not in {p for p, _ in generic_words().phrases.get(word, ())}:
            yield from burmese_syllables(word)
        else:
            yield word


def _cut_chinese(word: str) -> Iterator[str]:
    """The generic words of the table, longest first, and what stands between them."""
    table, rest, at = generic_words(), "", 0
    while at < len(word):
        for size in range(min(table.longest_chinese, len(word) - at), 0, -1):
            part = word[at : at + size]
            if part in table.chinese and (size > 1 or len(word) > LONG_CHINESE):
                if rest:
                    yield rest
                yield part
                rest = ""
                at += size
                break
        else:
            rest += word[at]
            at += 1
    if rest:
        yield rest


def _split_letters(run: str) -> tuple[str, ...]:
    """`vlp` as `v`, `lp`: a legal form at the end of joined letters stays apart."""
    words = generic_words().words
    for cut in range(1, len(run) - 1):
        concept = words.get(run[cut:])
        if concept is not None and concept.word_class is WordClass.LEGAL:
            return run[:cut], run[cut:]
    return (run,)
