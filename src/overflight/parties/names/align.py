"""Which words of one name answer to which of the other: a one-to-one alignment, most alike first, joined words too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from overflight.parties.names.letters import abbreviates
from overflight.parties.names.likeness import likeness
from overflight.parties.names.reading import concept_of
from overflight.parties.names.scripts import Script
from overflight.parties.names.settings import NAMES
from overflight.parties.names.tables import WordClass, rarity
from overflight.parties.names.token import Token

JOINABLE = frozenset(
    {
        WordClass.DISTINCTIVE,
        WordClass.IMAGE,
        WordClass.FIELD,
        WordClass.PLACE,
        WordClass.FORM,
        WordClass.NUMBER,
        WordClass.PARTICLE,
        WordClass.TITLE,
    }
)
"""Words that may be a part of a joined word (`Hajihosseini`); legal forms and initials never are."""
SILENT = frozenset({WordClass.JOINT, WordClass.PARTICLE})
"""Words of a phrase that another language leaves out."""
LEAST_JOINED_LETTERS = 5
"""Letters of a word that may be several written together; of letters spelled by their names, two."""
MOST_NEIGHBOURS = 4
"""Words that may be written together as one."""
UNTOLD = frozenset({WordClass.LEGAL, WordClass.TITLE, WordClass.PARTICLE})
"""Words that abbreviations leave out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the first name (their places) that answer to words of the second, and how alike they are (0–1)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    how: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, and the places of the words that have no answer on the other side."""

    pairs: tuple[Pair, ...]
    left_missing: tuple[int, ...]
    right_missing: tuple[int, ...]


def align(a: tuple[Token, ...], b: tuple[Token, ...]) -> Alignment:
    """Pair the words of two names. Deterministic: equal likeness is settled by closeness of place, then by place."""
    free_a, free_b = set(range(len(a))), set(range(len(b)))
    pairs = _equal_words(a, b, free_a, free_b)
    if free_a and free_b:
        like = _like_words(a, b, free_a, free_b)
        pairs += _take_like(a, b, free_a, free_b, [pair for pair in like if -pair[0] >= NAMES.certain])
        pairs += _joined_words(a, b, free_a, free_b, {(i, j): -negative for negative, _, i, j in like})
        pairs += _take_like(a, b, free_a, free_b, like)
        pairs += _phrases(a, b, free_a, free_b)
        pairs += [Pair(p.right, p.left, p.likeness, p.how) for p in _phrases(b, a, free_b, free_a)]
        pairs += _initials(a, b, free_a, free_b)
        pairs += _abbreviation(a, b, free_a, free_b)
        pairs += [Pair(p.right, p.left, p.likeness, p.how) for p in _abbreviation(b, a, free_b, free_a)]
    return Alignment(
        tuple(sorted(pairs, key=lambda p: (p.left, p.right))), tuple(sorted(free_a)), tuple(sorted(free_b))
    )


def _take(pair: Pair, free_a: set[int], free_b: set[int]) -> Pair:
    free_a.difference_update(pair.left)
    free_b.difference_update(pair.right)
    return pair


def _equal_words(a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]) -> list[Pair]:
    pairs = []
    for i, token in enumerate(a):
        same = [j for j in free_b if b[j].text == token.text]
        if same:
            is_doubled = sum(t.text == token.text for t in a) > 1  # `Ko Ko`: the first answers to the first
            j = min(same) if is_doubled else min(same, key=lambda j: (abs(j - i), j))
            pairs.append(_take(Pair((i,), (j,), 1.0, "same"), free_a, free_b))
    return pairs


def _like_words(
    a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]
) -> list[tuple[float, int, int, int]]:
    """Words that are alike, most alike first, then nearest in place: likeness below zero, distance, both places."""
    scored = []
    for i in free_a:
        for j in free_b:
            like = likeness(a[i], b[j])
            if like >= NAMES.least_like:
                scored.append((-like, abs(i - j), i, j))
    return sorted(scored)


def _take_like(
    a: tuple[Token, ...],
    b: tuple[Token, ...],
    free_a: set[int],
    free_b: set[int],
    like: list[tuple[float, int, int, int]],
) -> list[Pair]:
    pairs = []
    for negative, _, i, j in like:
        if i in free_a and j in free_b:
            how = "means" if a[i].concept is not None and a[i].concept == b[j].concept else "sounds"
            pairs.append(_take(Pair((i,), (j,), -negative, how), free_a, free_b))
    return pairs


@lru_cache(maxsize=1 << 16)
def _join(words: tuple[str, ...], latins: tuple[str, ...], script: Script) -> Token:
    latin = "".join(latins)
    return Token("".join(words), latin, script, WordClass.DISTINCTIVE, rarity(latin))


def _joined_words(
    a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int], alone: dict[tuple[int, int], float]
) -> list[Pair]:
    """One word against two to four neighbours that spell it together no worse than any of them alone, either way round.

    alone: how alike single words are, by their places.
    """
    pairs = []
    for long, short, free_long, free_short, is_flipped in ((a, b, free_a, free_b, False), (b, a, free_b, free_a, True)):
        for i in sorted(free_short) if len(free_long) > 1 else ():
            word = short[i]
            if word.value is not None or (len(word.latin) < LEAST_JOINED_LETTERS and not _may_be_spelled(word, long)):
                continue
            found = _neighbours(long, word, free_long)
            if found is None:
                continue
            places, like = found
            if like >= max(alone.get((i, p) if is_flipped else (p, i), 0.0) for p in places):
                pair = Pair(places, (i,), like, "joined") if not is_flipped else Pair((i,), places, like, "joined")
                pairs.append(_take(pair, free_a, free_b))
    return pairs


def _may_be_spelled(word: Token, others: tuple[Token, ...]) -> bool:
    """Whether a short Latin word may be letters that Cyrillic ones spell by their names: `Ай Кью`, IQ."""
    return word.script is Script.LATIN and len(word.latin) >= 2 and any(t.script is Script.CYRILLIC for t in others)


def _neighbours(tokens: tuple[Token, ...], word: Token, free: set[int]) -> tuple[tuple[int, ...], float] | None:
    """The free neighbours that together spell the word best, each of them needed for it."""
    best: tuple[float, tuple[int, ...]] | None = None
    for start in sorted(free):
        if not _opens(tokens[start], word):
            continue
        run: list[int] = []
        length = 0
        for place in range(start, min(start + MOST_NEIGHBOURS, len(tokens))):
            if place not in free or tokens[place].word_class not in JOINABLE:
                break
            run.append(place)
            length += len(tokens[place].bones)
            if length > len(word.bones) + 2:
                break
            if len(run) < 2 or length < len(word.bones) - 2:
                continue
            like = _joined_likeness([tokens[p] for p in run], word)
            if best is None or like > best[0]:
                best = like, tuple(run)
    return None if best is None or best[0] <= 0 else (best[1], best[0])


def _joined_likeness(parts: list[Token], word: Token) -> float:
    joined = _join(tuple(t.text for t in parts), tuple(t.latin for t in parts), parts[0].script)
    like = likeness(joined, _plain(word)) * NAMES.joined
    least = NAMES.least_joined if parts[0].script is word.script else NAMES.least_joined_crossing
    return like if like >= least else 0.0


def _opens(token: Token, word: Token) -> bool:
    """Whether a word can be the first part of the joined one: same first consonant, or none to compare."""
    first = token.bones[:1]
    is_spelled = token.script is Script.CYRILLIC and len(word.latin) < LEAST_JOINED_LETTERS
    return not first or first in word.bones[:2] or is_spelled


def _plain(word: Token) -> Token:
    return word if word.concept is None else _join((word.text,), (word.latin,), word.script)


def _phrases(a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]) -> list[Pair]:
    """A phrase that means something of its own against words that mean its words: `ministry of defence`."""
    pairs = []
    for i in [i for i in sorted(free_a) if len(a[i].words) > 1]:
        concepts = [c.name for c in map(concept_of, a[i].words) if c is not None and c.word_class not in SILENT]
        found = [next((j for j in sorted(free_b) if b[j].concept == name), None) for name in dict.fromkeys(concepts)]
        places = tuple(sorted(j for j in found if j is not None))
        if len(places) > 1 and len(places) == len(found):
            pairs.append(_take(Pair((i,), places, NAMES.same_meaning, "means"), free_a, free_b))
    return pairs


def _initials(a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]) -> list[Pair]:
    pairs: list[Pair] = []
    initial = WordClass.INITIAL
    if not any(a[i].word_class is initial for i in free_a) and not any(b[j].word_class is initial for j in free_b):
        return pairs
    for i in sorted(free_a):
        for j in sorted(free_b):
            if i not in free_a or j not in free_b:
                continue
            x, y = a[i], b[j]
            is_initial = WordClass.INITIAL in (x.word_class, y.word_class)
            if is_initial and x.latin[:1] == y.latin[:1] and WordClass.PARTICLE not in (x.word_class, y.word_class):
                pairs.append(_take(Pair((i,), (j,), NAMES.initial_fits, "initial"), free_a, free_b))
    return pairs


def _abbreviation(a: tuple[Token, ...], b: tuple[Token, ...], free_a: set[int], free_b: set[int]) -> list[Pair]:
    """A word on one side that spells the first letters of all that is left on the other, or of free neighbours there."""
    short = [i for i in sorted(free_a) if a[i].is_distinctive and 2 <= len(a[i].text) <= NAMES.most_abbreviated]
    if not short or (len(free_b) < 2 and not any(b[j].words for j in free_b)):
        return []
    told = tuple(j for j in sorted(free_b) if b[j].word_class not in UNTOLD and not b[j].is_aside)
    for i in short:
        is_whole = not any(a[n].is_distinctive and not a[n].is_aside for n in free_a if n != i)
        if (
            told
            and is_whole
            and (abbreviates(a[i], tuple(b[j] for j in told)) or abbreviates(a[i], _whole_name(b, free_b)))
        ):
            return [_take(Pair((i,), told, NAMES.abbreviates, "abbreviates"), free_a, free_b)]
        run = _initials_run(a[i].latin, b, free_b)
        if run:
            return [_take(Pair((i,), run, NAMES.abbreviates, "abbreviates"), free_a, free_b)]
    return []


def _whole_name(tokens: tuple[Token, ...], free: set[int]) -> tuple[Token, ...]:
    """The words that a name's abbreviation tells where generic ones of them are answered already: `МРБ`, MRB Bank."""
    told = [j for j, t in enumerate(tokens) if t.word_class not in UNTOLD and not t.is_aside]
    return tuple(tokens[j] for j in told) if all(j in free or not tokens[j].is_distinctive for j in told) else ()


def _initials_run(letters: str, tokens: tuple[Token, ...], free: set[int]) -> tuple[int, ...]:
    """Free neighbours whose first letters are these, one after another; () where there are none."""
    for start in sorted(free):
        run = tuple(range(start, start + len(letters)))
        if free.issuperset(run) and "".join(tokens[p].latin[:1] for p in run) == letters:
            return run
    return ()
