"""Settings of the lineage stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageSettings:
    """Every threshold of the stage: unit, default, and where the number comes from.

    Coverage is the share (0-1) of a report's weight that lies in sentences aligned with another's; a unit is the weight of
    a rare word that two reports share. Numbers were set on invented reports; docs/methods/lineage.md says how.
    """

    # whose text it is
    copied: float = 0.25
    """Coverage from which a text descends from another though it does not name it; two reports of one event stay below .2."""
    copied_across: float = 0.40
    """The same across languages, where stems fall away and what is left (names, numbers, concepts) is shared more easily:
    two reports of one event reach .29, a free rewrite .40, a translation .77 and more."""
    retold: float = 0.31
    """Share (0-1) of all the weight of a report's own words that another of its language has, in whatever order, from which it
    retells it. Two reports of one event by two hands, or from one ancestor, reach .27; free rewrites that name nobody .35."""
    retold_units: float = 14.0
    """And that weight at least, in units of a rare shared word: a brief of two sentences shares little with anybody."""
    smallest_match: float = 0.34
    """Weighted share (Dice, 0-1) of two sentences' keys that aligns them."""
    smallest_weight: float = 7.0
    """Sum of key weights below which an agreement of two sentences is chance."""

    # who is named
    named_at_least: float = 0.015
    """Coverage that an outlet's piece needs to be the piece that was named, where the outlet has several in the case."""
    named_units: float = 4.0
    """Or, for an outlet named by its name, the weight of what both share, in units of a rare shared word."""
    beside_units: float = 1.5
    """Weight, in units of a rare shared word, that the sentence with the name shares with the outlet's piece where no word of
    telling stands in it: an outlet that is only mentioned shares none, one whose matter is told two words at least."""
    lead_share: float = 0.34
    """Share (0-1) of a text within which its main source is named: news puts it first."""

    # who stood between
    hidden_units: float = 5.0
    """Weight of what a text shares with a hidden parent and not with the ancestor it names, in units of a rare shared word:
    twice what two reports on one ancestor share by chance (up to 2.2)."""
    hidden_ratio: float = 1.5
    """How much more that must be than what it shares with the named ancestor alone, a ratio."""

    # background
    one_paragraph: float = 0.08
    """Coverage that a reused paragraph is at least."""
    verbatim: float = 0.6
    """Share (0-1) at which two sentences are so alike that a run of words is looked for."""
    long_run_words: int = 14
    """Words in a row that no two writers choose alike."""

    # one speaker, several reporters
    one_event_days: int = 2
    """Days within which two reports that give the same quotation heard the same speaker on the same occasion."""

    # what kind of descent
    translated: float = 0.6
    """Coverage across languages from which the text is a translation rather than a digest."""
    rewritten: float = 0.12
    """Coverage from which a report that names another rewrites it rather than cites it."""
    copy: float = 0.85
    """Coverage within a language from which a text is a copy."""

    # which claim came from which
    same_matter: float = 0.25
    """Agreement of two claims (sum of slot weights) from which one may come from the other; lower than for one event, as
    readings drift."""
    aligned_bonus: float = 0.30
    """What an aligned passage around both claims adds to their agreement."""
    taken_already: float = 0.20
    """How much better a claim must fit one that another claim of its report already comes from."""

    # how much is compared
    small_outlet: int = 20
    """Reports of an outlet up to which each is looked at when the outlet is named."""
    most_candidates: int = 30
    """Reports that one report is compared with: those that share most weight of rare keys."""
    least_shared_units: float = 3.0
    """Weight, in units of a rare shared word, below which two reports are not compared at all."""
