"""The package's own parser: offline, small, and it never cuts a sentence."""

from __future__ import annotations

from overflight.documents.model import WEIGHTS, parse


def test_words_keep_their_place_in_the_text():
    text = "Noise. The plane landed in Minsk."
    (tree,) = parse(text, [((7, len(text)),)])
    assert [text[w.start : w.end] for w in tree.words] == [w.text for w in tree.words]


def test_what_is_cut_out_is_not_read():
    text = "The plane (of an airline under sanctions) landed."
    (tree,) = parse(text, [((0, 9), (42, 49))])
    assert [w.text for w in tree.words] == ["The", "plane", "landed", "."]
    assert tree.words[2].start == 42


def test_a_unit_is_one_tree_even_with_full_stops_inside():
    text = "It left. It came back. It left."
    (tree,) = parse(text, [((0, len(text)),)])
    assert len(tree.words) == 10


def test_the_weights_are_small_enough_to_ship():
    assert sum(f.stat().st_size for f in WEIGHTS.rglob("*") if f.is_file()) < 14_000_000


def test_the_number_of_cores_cannot_change_a_tree():
    sentences = ["The freighter landed in Minsk with crates of parts.", "Who paid for the flights is not known."] * 40
    text = " ".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:k]) for k in range(len(sentences))]
    units = [((start, start + len(s)),) for start, s in zip(starts, sentences, strict=True)]
    together = parse(text, units)
    apart = tuple(tree for unit in units for tree in parse(text, [unit]))
    assert [[(w.tag, w.head) for w in t.words] for t in together] == [[(w.tag, w.head) for w in t.words] for t in apart]


def test_the_librarys_own_command_line_stays_usable():
    parse("It left.", [((0, 8),)])
    from spacy.cli.info import info

    assert callable(info)
