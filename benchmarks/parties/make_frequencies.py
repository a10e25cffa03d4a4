"""Make src/overflight/parties/names/data/frequencies.tsv from an OFAC list (public domain).

usage: python benchmarks/parties/make_frequencies.py FOLDER_WITH_SDN_AND_ALT_CSV

Counts in how many names each word's sound occurs; sounds that fewer than three names bear are left out, as a word the
table does not know counts as rare anyway.
"""

import collections
import csv
import pathlib
import sys

from overflight.parties.names.scripts import romanise
from overflight.parties.names.sounds import sound_keys
from overflight.parties.names.words import plain_words

TARGET = pathlib.Path(__file__).parents[2] / "src/overflight/parties/names/data/frequencies.tsv"


def main(folder: pathlib.Path) -> None:
    counts: collections.Counter[str] = collections.Counter()
    total = 0
    for name, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (folder / name).open(encoding="latin-1", newline="") as rows:
            for row in csv.reader(rows):
                if len(row) > column:
                    words = {sound_keys(romanise(w))[0] for w in plain_words(row[column]) if len(w) > 1}
                    counts.update(w for w in words if w)
                    total += 1
    lines = [
        "# How many names of the OFAC SDN list of 2024-05-03 (with its aliases; public domain) bear a word of this sound.",
        "# Made by benchmarks/parties/make_frequencies.py; the first row is the number of names.",
        f"\t{total}",
        *(f"{key}\t{count}" for key, count in sorted(counts.items()) if count >= 3),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
