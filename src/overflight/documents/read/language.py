"""In which language a text is written, by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from overflight.documents.languages import LANGUAGES, language_table

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARACTERS = 20_000
_LEAST_SHARE = 0.08
"""Share of running words that the commonest 25-40 words of a language must make up; in the corpus they make up .15-.35
in their own language and under .07 in any other."""

_PERSIAN = frozenset("پچژگکی")
_SCRIPTS = {"CYRILLIC": ("ru",), "ARABIC": ("ar", "fa"), "LATIN": ("en", "es", "fr", "it", "pt", "de")}


def detect_language(text: str) -> tuple[str | None, str]:
    """The language code and on what it rests; None where no language with a table fits."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE_CHARACTERS])]
    if not words:
        return None, "the text holds no words"
    script = _script(words)
    candidates = _SCRIPTS.get(script, ())
    if not candidates:
        return None, f"script {script.lower()}: no table"
    shares = {code: _share(words, code) for code in candidates}
    best = max(candidates, key=lambda code: (shares[code], -LANGUAGES.index(code)))
    if shares[best] < _LEAST_SHARE:
        return None, f"script {script.lower()}, but too few common words of any known language"
    return best, f"script {script.lower()}, {shares[best]:.0%} common words of {language_table(best).name}"


def _share(words: list[str], code: str) -> float:
    common = frozenset(language_table(code).function_words)
    share = sum(word in common for word in words) / len(words)
    if code in ("ar", "fa"):
        letters = Counter("".join(words))
        persian = sum(letters[c] for c in _PERSIAN) / max(1, sum(letters.values()))
        return share + (persian if code == "fa" else -persian)
    return share


def _script(words: list[str]) -> str:
    counts: Counter[str] = Counter()
    for word in words[:2000]:
        counts[unicodedata.name(word[0], "?").split(" ")[0]] += len(word)
    return max(sorted(counts), key=lambda script: counts[script])
