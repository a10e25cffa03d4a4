"""Settings of the parties stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesSettings:
    """Every threshold of the stage: unit, default, and where the number comes from."""

    min_kept_share: float = 0.8
    """Share (0–1) of a list's entries that the next snapshot must still hold, else it is taken for truncated and refused.

    In 308 snapshots of OFAC's list from 2021 to 2024 the least share kept from one to the next is above 0.98; lists
    years apart lose more, so the bar is lower.
    """

    use_starter_pack: bool = True
    """Whether the bundled facts about arms-airlift networks stand beside the lists that were given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningSettings:
    """The thresholds of candidates and matches, all set on aliases of OFAC lists that were held back and asked again.

    One record for all cases, as for the comparison of names: a match must mean the same in two dossiers.
    """

    # which listed words are measured (word_index.py)

    words_kept: int = 24
    """Listed words measured for one word asked, nearest in sound first: a dozen lost what a consonant frame of Arabic shares."""
    far: float = 0.45
    """Share of its letters in which a word's sound may differ and the word still be measured."""
    long_sound: int = 4
    long_bones: int = 5
    """Sounds, and consonants, from which one of them may be missing or another; shorter words must share all consonants."""
    fewest_bones: int = 2
    """Consonants from which they are a door."""

    # which listed names are compared in full (index.py)

    least_approach: float = 0.50
    """Approximate score from which a name is compared in full: 0.36 finds 1 in 100 more of the right ones, in twice the time."""
    least_of_best: float = 0.70
    names_always_kept: int = 2
    names_kept: int = 16
    """Names compared in full for one name asked: the nearest two, and of the others those that come as near as this share of
    the nearest, up to sixteen."""
    least_class_weight: float = 0.05
    """Share of a rare word's weight above which a class of generic words is looked for: legal forms, titles, articles and
    words that join are not."""
    joined_letters: int = 6
    joined_weight: float = 0.9
    """Letters of a word that may be two neighbours of another name written together, and the weight of such a find."""
    abbreviated_letters: int = 6
    abbreviated_weight: float = 0.7
    """Letters of a word that may be the first letters of another name's words, and the weight of such a find."""

    # what is shown, and as what (screening.py)

    least_shown: float = 0.36
    """Score (0-1) below which a comparison is no candidate at all."""
    most_shown: int = 5
    """Candidates returned for one name asked, best first."""
    ship_word_cap: float = 0.60
    """Most that a ship scores by a body's reading alone: ships bear words as names, `Daniel Stone` is not the ship Daniel."""
    certain: float = 0.95
    """Score from which the other names of an entry are not asked, and the most that they can lift one to."""
    attested_at: float = 0.80
    """Likeness (0-1) from which a word of another name of the entry answers for a missing one."""
    attested_crossing: float = 0.90
    attested_letters: int = 5
    """The same across scripts, and the letters that both words need: short words without vowels are like everything."""
    former_share: float = 0.98
    weak_alias_share: float = 0.85
    """Share of its score that is left to a former name and to a weak alias: alone the latter is a match only where it is
    nearly word for word."""


SCREENING = ScreeningSettings()
"""The thresholds that are used."""
