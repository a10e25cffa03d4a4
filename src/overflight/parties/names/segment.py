"""Where the words of a name begin and end: some scripts write no gaps, full stops set letters apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from overflight.parties.names.articles import with_plain_articles, without_genitives
from overflight.parties.names.burmese import burmese_syllables
from overflight.parties.names.korean import korean_name, korean_syllables
from overflight.parties.names.legal_forms import as_the_table_spells
from overflight.parties.names.scripts import RUN_ON, Script, script_of
from overflight.parties.names.tables import WordClass, generic_words
from overflight.parties.names.words import letters_joined, plain_words

LONG_RUN = 6
"""Characters from which a Chinese word is also cut at generic words of one character."""


def segmented(text: str, is_person: bool) -> tuple[str, ...]:
    """The plain words of a text, cut where the script does not, letters joined that make an abbreviation of a body."""
    if "-" in text:
        text = with_plain_articles(text)
    if not is_person and ("'" in text or "’" in text):
        text = without_genitives(text)
    words = plain_words(text)
    if not text.isascii():
        words = tuple(part for word in words for part in _cut(word, is_person, is_lone=len(words) == 1))
    if is_person:
        return words
    words = as_the_table_spells(words)
    if 1 not in map(len, words):
        return words
    whole = set(words)
    return tuple(p for word in letters_joined(words) for p in ((word,) if word in whole else _split_letters(word)))


def _cut(word: str, is_person: bool, *, is_lone: bool) -> Iterator[str]:
    """A word of a script without gaps as its generic words, which persons' names lack but for titles, and the rest."""
    script = script_of(word)
    if script not in RUN_ON:
        yield word
        return
    for part, is_generic in _generic_parts(word, is_person):
        if is_generic:
            yield part
        elif script is Script.BURMESE:
            yield from burmese_syllables(part)
        elif script is Script.KOREAN and is_person:
            yield from korean_name(part) if is_lone else ("".join(korean_syllables(part)),)
        else:
            yield from ("".join(run) for _, run in groupby(part, key=script_of))


def _generic_parts(word: str, is_person: bool) -> Iterator[tuple[str, bool]]:
    """The generic words of the table, longest first, and what stands between them."""
    table, rest, at = generic_words(), "", 0
    while at < len(word):
        for size in range(min(table.longest_run_on, len(word) - at), 0, -1):
            part = word[at : at + size]
            if part in table.run_on and _is_cut(part, word, is_person):
                if rest:
                    yield rest, False
                yield part, True
                rest = ""
                at += size
                break
        else:
            rest += word[at]
            at += 1
    if rest:
        yield rest, False


def _is_cut(part: str, word: str, is_person: bool) -> bool:
    """Whether a generic word counts where it stands: a character alone only in a long run, in a person's name titles only."""
    script = script_of(word)
    if is_person and script in (Script.BURMESE, Script.KOREAN):
        return generic_words().run_on[part].word_class is WordClass.TITLE and word.startswith(part) and part != word
    return len(part) > 1 or (script is Script.CHINESE and len(word) > LONG_RUN)


def _split_letters(run: str) -> tuple[str, ...]:
    """`vlp` as `v`, `lp`: a legal form at the end of joined letters stays apart."""
    words = generic_words().words
    if run in words:
        return (run,)
    for cut in range(1, len(run) - 1):
        concept = words.get(run[cut:])
        if concept is not None and concept.word_class is WordClass.LEGAL:
            return run[:cut], run[cut:]
    return (run,)
