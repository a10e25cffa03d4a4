"""Words in bulk: what many at once are told must be what a pair alone is told."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from overflight.parties.index import NameIndex
from overflight.parties.names.likeness import word_likeness
from overflight.parties.names.scripts import romanise, script_of
from overflight.parties.names.sounds import SoundKeys, sound_keys
from overflight.parties.word_index import WordIndex, Words, rank_within, spans

WORDS = st.lists(
    st.one_of(
        st.text("abdehiklmnorstuvyz", min_size=1, max_size=12),
        st.text("абвгдезиклмнорст", min_size=1, max_size=9),
        st.sampled_from(["mohammad", "muhammad", "hamidullah", "waliullah", "ivanovich", "petrovich", "qeshm", "قشم"]),
    ),
    min_size=1,
    max_size=8,
    unique=True,
)


@given(WORDS)
def test_sounds_of_many_words_are_those_of_each(words: list[str]) -> None:
    latins = [romanise(word) for word in words]
    keys = SoundKeys.of(latins)
    assert [*zip(keys.sounds, keys.bones, keys.blurred, strict=True)] == [sound_keys(word) for word in latins]


@settings(max_examples=60)
@given(WORDS, WORDS)
def test_likeness_of_many_pairs_is_that_of_each_pair(asked: list[str], listed: list[str]) -> None:
    like = WordIndex.of(Words.of(listed)).like(Words.of(asked))
    for i, j, found in zip(like.asked, like.listed, like.likeness, strict=True):
        a, b = asked[i], listed[j]
        alone = word_likeness(a, romanise(a), script_of(a), b, romanise(b), script_of(b))
        assert np.isclose(found, 1.0 if a == b else alone, atol=1e-12)


def test_a_letter_more_less_other_or_two_exchanged_stand_behind_one_door() -> None:
    index = WordIndex.of(Words.of(["sergei", "something", "other"]))
    for spelling in ("sergei", "sergeyi", "sergi", "sargei", "segrei"):
        assert 0 in index.like(Words.of([spelling])).listed


def test_forms_of_one_given_name_stand_behind_one_door() -> None:
    assert list(WordIndex.of(Words.of(["nobody", "volodymyr"])).like(Words.of(["vladimir"])).listed) == [1]


def test_candidates_do_not_depend_on_what_else_is_asked() -> None:
    index = NameIndex.of(["QESHM FARS AIR", "FARS NEWS AGENCY", "IVAN PETROV", "PETROV, Ivan Ivanovich", ""])
    asked = ["Fars Air Qeshm", "Ivan Petrow", "", "Nobody At All", "Qeshm Air"]
    together = index.candidates(asked)
    assert together == [index.candidates([name])[0] for name in asked]
    assert together[0][0] == 0
    assert together[2] == []


def test_nothing_is_found_in_an_empty_list_or_by_an_empty_question() -> None:
    assert NameIndex.of([]).candidates(["Ivan Petrov"]) == [[]]
    assert NameIndex.of(["IVAN PETROV"]).candidates([]) == []


def test_spans_and_ranks_of_groups() -> None:
    assert spans(np.array([5, 0]), np.array([2, 3])).tolist() == [5, 6, 0, 1, 2]
    assert rank_within(np.array([4, 4, 9, 9, 9])).tolist() == [0, 1, 0, 1, 2]


def test_the_entries_of_names_are_the_same_whatever_the_hash_seed():
    names = ["TAJ AL-DIN AND SONS OF AL-DIN TAJ", "BANK OF THE NORTH OF THE SOUTH", "ABU AL-KHAYR, Taj al-Din Abu"]
    asked = f"from overflight.parties.bags import Bags; b = Bags.of({names!r}, is_asked=True); print(b.exact, b.places.tolist())"
    told = {
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
