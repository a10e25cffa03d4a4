"""Make the parser that the package ships, and measure it.

    python training/train.py train DATA OUT       trains on DATA/{ewt,gum}_train.spacy, about an hour on one core
    python training/train.py evaluate DATA [MODEL]  tags, lemmas, UAS, LAS on the test sets (default: the shipped weights)

DATA holds DocBins of UD English EWT and of the freely licensed genres of GUM (news, interview, bio, voyage, academic, court,
textbook, vlog, conversation, speech): `{ewt,gum}_{train,dev,test}.spacy`, `gumnews_test.spacy`. The result is published
under CC BY-SA 4.0, the two treebanks named. Nothing is downloaded.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[1] / "src/overflight/documents/model/weights"
CONFIG = Path(__file__).with_name("config.cfg")
TESTS = ("ewt_test", "gum_test", "gumnews_test")


def train(data: Path, out: Path) -> None:
    """Train on both treebanks together and write the best pipeline to out."""
    from spacy.cli.train import train as spacy_train

    with tempfile.TemporaryDirectory() as folder:
        for part in ("train", "dev"):
            (Path(folder) / part).mkdir()
            for treebank in ("ewt", "gum"):
                shutil.copy(data / f"{treebank}_{part}.spacy", Path(folder) / part / f"{treebank}.spacy")
        overrides = {"paths.train": f"{folder}/train", "paths.dev": f"{folder}/dev"}
        spacy_train(CONFIG, Path(folder) / "made", overrides=overrides)
        shutil.copytree(Path(folder) / "made/model-best", out)


def evaluate(data: Path, model: Path) -> list[tuple[str, float, float, float, float]]:
    """(test set, tags, lemmas, UAS, LAS) in per cent, from raw text with the sentences of the gold."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Example

    nlp = spacy.load(model)
    rows = []
    for name in TESTS:
        gold = list(DocBin().from_disk(data / f"{name}.spacy").get_docs(nlp.vocab))
        scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])
        rows.append((name, *(100 * scores[key] for key in ("tag_acc", "lemma_acc", "dep_uas", "dep_las"))))
    return rows


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("train", "evaluate"))
    parser.add_argument("data", type=Path)
    parser.add_argument("place", type=Path, nargs="?", help="where the trained pipeline goes, or which one is measured")
    args = parser.parse_args()
    if args.what == "train":
        if args.place is None:
            parser.error("train needs a folder for the result")
        train(args.data, args.place)
        return 0
    print(f"{'':14}{'tags':>8}{'lemmas':>8}{'UAS':>8}{'LAS':>8}")
    for name, *figures in evaluate(args.data, args.place or SHIPPED):
        print(f"{name:14}" + "".join(f"{figure:8.1f}" for figure in figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
