"""Every threshold of the comparison of names: unit, default, and where the number comes from.

One record for all cases on purpose: a score is a published contract, and 0.70 must mean the same in two dossiers. Unless a
comment says otherwise the numbers are shares or likenesses from 0 to 1, set on the first half of the labelled pairs and
checked on the second (docs/methods/names.md).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """How the parts of a comparison make its score: exponents of the likeness of the paired words and of the share of the
    weight that is paired, the cost of distinctive words missing on both sides, the share of weight left to generic words,
    and an exponent more for distinctive words without an answer.
    """

    alike: float
    cover: float
    conflict: float
    generic_share: float = 1.0
    named: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSettings:
    """The thresholds, by the module that uses them."""

    # the score (weigh.py)

    match_at: float = 0.70
    """Score from which two names count as one; the published contract."""
    person: Policy = Policy(alike=1.0, cover=0.48, conflict=0.85)
    """Middle names come and go: a name that holds the other and twice its weight still scores 0.71."""
    body: Policy = Policy(alike=0.85, cover=0.3, conflict=0.5, named=0.4)
    """A distinctive word more is another body (`Qeshm Air` is not `Qeshm Fars Air`), a generic one is a description."""
    crossing: Policy = Policy(alike=0.8, cover=0.45, conflict=0.55, generic_share=0.8, named=0.9)
    """Across scripts, where a name may be a person's: a word without an answer is held against it, generic or not."""
    crossing_bodies: Policy = Policy(alike=0.35, cover=0.15, conflict=0.45, generic_share=0.35)
    """Across scripts, where both are bodies: a word without an answer may be one that was translated freely, and generic
    words weigh a third."""
    abjad_bodies: Policy = Policy(alike=0.6, cover=0.18, conflict=0.45, generic_share=0.35)
    """The same against Arabic, Persian and Hebrew, which write few vowels: short words resemble many, so likeness counts
    more."""
    aside_share: float = 0.3
    """Weight left to a word in parentheses that has no answer: it explains the name, it is not the name."""
    attested_share: float = 0.2
    """Weight left to a missing word that another name of the same entry bears: the entry knows it."""
    most_told_more: float = 0.5
    """Most that generic words without an answer weigh together: a long description does not make another body."""
    least_apart: float = 0.6
    """Least weight of a word in a conflict: where each name has a word that the other lacks, a common one tells as well."""
    repeated_share: float = 0.1
    """Weight left to a word that its own name says once more."""
    order_cost: float = 0.02
    """What another order of the same words costs where the order does not matter: it ranks, it does not decide."""
    order_conflict_cap: float = 0.55
    """Most that names score whose order says that they are two persons."""
    same_syllables: float = 0.93
    """Least that two Korean names score whose syllables agree in one of the ways to romanise them."""
    slip_share: float = 0.95
    """Share of its score that is left where one syllable of two Korean names is another."""
    other_syllable_cap: float = 0.60
    """Most that two Korean names score where two of their syllables are others, or one is missing."""
    one_word_cap: float = 0.65
    """Most that two persons score by one name in common: a family or a given name alone is nobody."""
    only_initials_cap: float = 0.5
    """Most that a person's name scores by initials alone: `N. N.` fits thousands."""
    not_equal_cap: float = 0.995
    """Score of names that are alike in all but their spelling; 1.0 is for equal names alone."""
    enough_evidence: float = 1.25
    """Weight of the shared names of persons from which a missing one costs no more: two rare names weigh 2.0, `Miguel
    Martinez` 1.0."""
    least_evidence: float = 0.7
    """Share of a person's score that is left where the shared names weigh nothing."""
    enough_body_evidence: float = 0.8
    """Weight of the shared words of bodies from which a missing one costs no more; a word spelled otherwise counts by its
    letters. Set on held-out aliases of an OFAC list of 2024."""
    least_body_evidence: float = 0.5
    """Share of a body's score that is left where they weigh nothing."""
    enough_crossing_evidence: float = 0.5
    least_crossing_evidence: float = 0.75
    """The same across scripts between bodies, where less is spelled alike."""
    common_cap: float = 0.6
    """Most that bodies score by places and forms in common where both say more."""
    short_abbreviation_cap: float = 0.65
    sure_abbreviation: int = 4
    """Most that an abbreviation of names alone scores in one script, and the letters from which it is free: three fit thousands."""
    unit_cap: float = 0.65
    """Most that bodies score by generic words, or by the name of a parent, where one of them has a word of its own: in Persian
    and Arabic each unit of a corps bears its name."""
    sure_letters: int = 9
    """Letters from which a word that is spelled otherwise counts in full as evidence: short ones resemble many."""

    # the alignment (align.py)

    certain: float = 0.90
    """Likeness from which two words are paired before words that are joined or split are looked for."""
    least_like: float = 0.01
    """Likeness from which two words may be paired at all."""
    joined: float = 0.96
    """Likeness of `SergeiLavrov` to `Sergei Lavrov`: the same letters, another gap."""
    least_joined: float = 0.6
    """Likeness from which neighbours count as one word written apart, in one script."""
    least_joined_crossing: float = 0.8
    """The same across scripts."""
    initial_fits: float = 0.75
    """Likeness of an initial to a word it begins."""
    abbreviates: float = 0.82
    """Likeness of an abbreviation to the words whose first letters it is."""
    most_abbreviated: int = 8
    """Letters of the longest abbreviation that is tried."""

    # the words (likeness.py, latin.py, cyrillic.py, abjads.py)

    same_meaning: float = 0.95
    """Two words of one concept: `airline`, `هواپیمایی`."""
    other_meaning: float = 0.50
    """Likeness by sound from which a word with a meaning answers to one without it, or with another: `tours` is not `Fars`."""
    same_variant: float = 0.93
    """Two forms of one given name: `Uladzimir`, `Vladimir`."""
    translated: float = 0.75
    """What is left of that where the two forms look nothing like each other: `Edward`, `Eduardo` may be two persons."""
    floor: float = 0.48
    """Likeness by letters below which two words are two words."""
    least: float = 0.30
    """Likeness below which two words of one script are two words: a chance likeness of common endings is no spelling."""
    least_crossing: float = 0.01
    """The same across scripts, where less is written alike."""
    surface: float = 0.03
    """What the visible difference of two spellings costs at most, so that only equal spellings are equal."""
    seen: float = 0.5
    """Share of the visible difference that the sounds cannot explain away: `Castro` and `Castillo` sound near."""
    vowel: float = 0.4
    consonant: float = 0.3
    blurred: float = 0.3
    """Shares of the three phonetic keys in the distance, in letters: a vowel costs 0.4, a voiced for an unvoiced consonant
    0.7, another sound 1.0."""
    most_longer: float = 0.5
    """Share of their mean length by which two spellings of one word may differ in length."""
    same_stem: float = 0.92
    """Likeness of a Russian adjective and the place or foreign word it is made from: `вологодский`, `Vologda`."""
    weak_letter: float = 0.25
    """Cost, in letters, of a long vowel or glide that Arabic or Hebrew writes and Latin does not."""
    pinyin_letter: float = 1.3
    """Cost, in letters, of a letter of pinyin, where a vowel makes another syllable and another name."""


NAMES = NameSettings()
"""The thresholds that are used."""
