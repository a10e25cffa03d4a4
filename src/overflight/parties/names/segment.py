"""Where the words of a name begin and end: Chinese and Burmese write none apart, full stops set letters apart."""

from __future__ import annotations

from collections.abc import Iterator

from overflight.parties.names.scripts import Script, burmese_syllables, script_of
from overflight.parties.names.tables import WordClass, generic_words
from overflight.parties.names.words import plain_words

LONG_CHINESE = 6
"""Characters from which a Chinese word is also cut at generic words of one character."""


def segmented(text: str, is_person: bool) -> tuple[str, ...]:
    """The plain words of a text, cut where the script does not, letters joined that make an abbreviation of a body."""
    words = plain_words(text)
    if not text.isascii():
        words = tuple(_cut_scripts(words))
    if not is_person and any(len(word) == 1 for word in words):
        words = tuple(_join_letters(words))
    return words


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


def _join_letters(words: tuple[str, ...]) -> Iterator[str]:
    """`a b c company` as `abc company`: letters that full stops or blanks set apart are one abbreviation."""
    run = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        yield from _split_letters(run)
        run = ""
        yield word
    yield from _split_letters(run)


def _split_letters(run: str) -> Iterator[str]:
    """`vlp` as `v`, `lp`: a legal form at the end of joined letters stays apart."""
    phrases = generic_words().phrases
    for cut in range(len(run) - 1):
        tail = run[cut:]
        if any(p == (tail,) and c.word_class is WordClass.LEGAL for p, c in phrases.get(tail, ())):
            if cut:
                yield run[:cut]
            yield tail
            return
    if run:
        yield run
