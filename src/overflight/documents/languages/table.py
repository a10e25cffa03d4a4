"""The words of one language that carry claims, firmness, speakers and time; loaded from its TOML file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from overflight.records.claim import ClaimKind

LANGUAGES = ("en", "es", "fr", "it", "pt", "de", "ru", "ar", "fa")
"""Languages with a table; any other language is read with the table of names and digits alone (`und`)."""

_PREFIXES = {"ar": "(?:[وف]?[بلك]?(?:ال|لل)?)?"}
"""Letters that a language writes together with the next word: conjunctions, prepositions and the article of Arabic."""

_SUFFIXES = {"ar": "(?:ه|ها|هم)?"}
"""Pronouns that Arabic writes together with the word before."""


_DIGITS = {ord(c): str(unicodedata.digit(c)) for c in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "\u0640": None})


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word as it stands in the tables: lower case, composed, Arabic letters without their variants."""
    return unicodedata.normalize("NFC", word).casefold().translate(_ARABIC).translate(_DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that opens a claim. form: lower case; `*` stands for any ending, `…` for a few words between, `~ar` for
    the endings of a paradigm (`[paradigms]` of the table: each is a template in which `~` is the stem).

    voice: `active` (its subject acts), `passive` (its subject is acted upon), `noun` (an act or an office as a noun).
    """

    form: str
    kind: ClaimKind
    subtype: str | None = None
    voice: str = "active"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word and what it says: a modality, a polarity, a role, a speaker type."""

    form: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTable:
    """One language. Forms are lower case, written as in `Trigger`.

    hedges: value is a modality. hearsay: verb forms that alone mark hearsay (habría, soll …), all `alleged`.
    reasons: what stands before the reason of a designation (por, wegen, за). indirect: forms of indirect speech, hearsay
    where nobody is named (habe). particles: words that deny the verb behind them; comparisons: where these deny nothing (no menos
    de). denying: verbs of denial that may stand behind what is denied.
    negations: value is a polarity. saying: verbs of saying; according: what stands before a named source.
    citing: what stands before a source's own source; again: that the last source goes on (demnach); opening: what stands
    before a source at a sentence's head alone (Per le dogane, …); unsaid: forms of saying that name nobody (se dice);
    behind: what stands after a named source (zufolge); through: what stands between a source and the one it is known
    through (consultados por); that: words that open what is said; confirming: words that point back to the sentence
    before (so berichtet …); impersonal: verbs of saying without a speaker (dicen que).
    speakers: nouns and the speaker type they announce. prepositions: value is the role that follows
    (origin, destination, goal, between, via, place, recipient, actor, object, of, with, for, against). nouns: common nouns and what
    they stand for (craft, vehicle, company, people, authority, state, place, cargo, victims, time). grammar: the order of
    subject and verb, and the lists by which phrases and voices are told, named in `docs/methods/claims.md`.
    function_words: the commonest words, from which the language is told. numerals: number words with their
    values. units, currencies: value is the unit's name; plurals (dozens) and repetitions (twice): value is the number.
    time: tag → value → forms, read by `documents.time`.
    """

    code: str
    name: str
    is_right_to_left: bool = False
    function_words: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    hedges: tuple[Cue, ...] = ()
    hearsay: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    indirect: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    comparisons: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    negations: tuple[Cue, ...] = ()
    saying: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    confirming: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    speakers: tuple[Cue, ...] = ()
    prepositions: tuple[Cue, ...] = ()
    grammar: Mapping[str, tuple[str, ...]]
    nouns: tuple[Cue, ...] = ()
    articles: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    numerals: Mapping[str, float]
    quantity: Mapping[str, tuple[str, ...]]
    units: tuple[Cue, ...] = ()
    currencies: tuple[Cue, ...] = ()
    plurals: tuple[Cue, ...] = ()
    repetitions: tuple[Cue, ...] = ()
    ordinals: tuple[Cue, ...] = ()
    duals: tuple[Cue, ...] = ()
    time: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def order(self) -> str:
        """Where subject, verb and object stand: SVO, VSO, SOV, or V2 with the rest of the verb at the end."""
        return next(iter(self.grammar.get("order", ())), "SVO")


_VOICES = {"triggers": "active", "passives": "passive", "nominals": "noun"}
"""The sections that hold triggers, and their voices."""


@lru_cache(maxsize=16)
def language_table(code: str | None) -> LanguageTable:
    """The table of a language (`es`); of `und`, which holds names and digits alone, where there is none."""
    name = code if code in LANGUAGES else "und"
    raw = _raw(name)
    attribution = raw.get("attribution", {})
    return LanguageTable(
        code=name,
        name=raw["name"],
        is_right_to_left=raw.get("direction", "ltr") == "rtl",
        function_words=tuple(raw.get("function_words", ())),
        triggers=tuple(
            _trigger(key, form, voice)
            for section, voice in _VOICES.items()
            for key, forms in raw.get(section, {}).items()
            for form in forms
        ),
        hedges=(
            *_cues(raw.get("hedges", {})),
            *(Cue(form=form, value="planned") for form in _tensed(raw, "futures")),
        ),
        hearsay=(*raw.get("hearsay", ()), *_tensed(raw, "conditionals")),
        **{name: tuple(raw.get(name, ())) for name in ("reasons", "indirect", "particles", "comparisons", "denying")},
        negations=_cues(raw.get("negation", {})),
        saying=tuple(attribution.get("saying", ())),
        according=tuple(attribution.get("according", ())),
        **{
            name: tuple(attribution.get(name, ()))
            for name in (
                "citing",
                "again",
                "opening",
                "unsaid",
                "behind",
                "through",
                "that",
                "confirming",
                "impersonal",
            )
        },
        speakers=_cues(attribution.get("speakers", {})),
        prepositions=_cues(raw.get("prepositions", {})),
        grammar={name: tuple(forms) for name, forms in raw.get("grammar", {}).items()},
        nouns=_cues(raw.get("nouns", {})),
        articles=tuple(raw.get("articles", ())),
        pronouns=tuple(raw.get("pronouns", ())),
        numerals={fold(form): float(value) for form, value in raw.get("numerals", {}).items()},
        quantity={tag: tuple(forms) for tag, forms in raw.get("quantity", {}).items()},
        units=_cues(raw.get("units", {})),
        currencies=_cues(raw.get("currencies", {})),
        plurals=_cues(raw.get("plurals", {})),
        repetitions=_cues(raw.get("repetitions", {})),
        ordinals=_cues(raw.get("ordinals", {})),
        duals=_cues(raw.get("duals", {})),
        time={
            tag: {value: tuple(forms) for value, forms in values.items()} for tag, values in raw.get("time", {}).items()
        },
    )


@lru_cache(maxsize=16)
def _raw(code: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8"))


def _tensed(raw: Mapping[str, Any], tense: str) -> Iterator[str]:
    """One tense of each trigger: its conditional is hearsay (`transportaría`), its future a plan (`transportará`)."""
    endings = raw.get(tense, {})
    stems = {form for forms in raw.get("triggers", {}).values() for form in forms if "~" in form}
    for form in sorted(stems):
        stem, _, paradigm = form.partition("~")
        yield from (template.replace("~", stem) for template in endings.get(paradigm.split()[0], ()))


def forms_pattern(forms: Iterable[str], language: str = "en") -> re.Pattern[str]:
    """A pattern that finds any of the forms as whole words, the longest first, whatever the case.

    `*` matches the rest of a word. Arabic prefixes (و، ف، ب، ل، ك، ال) may stand before a form, pronouns behind it.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    if not ordered:
        return re.compile(r"(?!)")
    body = "|".join(_inflected(form, language) if "~" in form else _form_pattern(form) for form in ordered)
    return re.compile(
        rf"(?<!\w){_PREFIXES.get(language, '')}(?:{body}){_SUFFIXES.get(language, '')}(?:(?!\w)|(?<=['’]))",
        re.IGNORECASE,
    )


_FEW_WORDS = r"(?:[^\s.!?]+[\s\u200c]+){0,14}?[^\s.!?]+"
"""What `…` in a form stands for: one to fifteen words of one sentence, for verbs that are written in two parts."""

_VARIANTS = {
    "'": "['’ʼ‘]", "-": "[-‐‑]", "е": "[её]", "ё": "[её]",
    **dict.fromkeys("اأإآ", "[اأإآ]"), **dict.fromkeys("يىی", "[يىی]"), **dict.fromkeys("كک", "[كک]"),
    **dict.fromkeys("ةهۀ", "[ةهۀ]"),
}  # fmt: skip
"""Letters that are written in more than one way: apostrophes, hyphens, ё, the letters of Arabic with and without marks."""


def _inflected(form: str, language: str) -> str:
    """All shapes of a verb by its paradigm (`entreg~ar`), those with one beginning together; the words behind it follow each."""
    stem, _, rest = form.partition("~")
    paradigm, _, behind = rest.partition(" ")
    endings: dict[str, list[str]] = {}
    for template in _raw(language)["paradigms"][paradigm]:
        before, _, ending = template.partition("~")
        endings.setdefault(before, []).append(ending)
    shapes = (
        _form_pattern(before + stem) + f"(?:{'|'.join(map(_ending_pattern, sorted(ends, key=lambda e: (-len(e), e))))})"
        for before, ends in endings.items()
    )
    after = _inflected(behind, language) if "~" in behind else _form_pattern(behind)
    return f"(?:{'|'.join(shapes)})" + (r"[\s\u200c]+" + after if behind else "")


def _ending_pattern(ending: str) -> str:
    return (r"[\s\u200c]+" if ending.startswith(" ") else "") + _form_pattern(ending)


def _form_pattern(form: str) -> str:
    return r"[\s\u200c]+".join("".join(_letter_pattern(letter) for letter in word) for word in form.split())


def _letter_pattern(letter: str) -> str:
    if letter == "*":
        return r"\w*"
    if letter == "…":
        return _FEW_WORDS
    if letter == "\u200c":
        return r"[\s\u200c]?"
    pattern = _VARIANTS.get(letter) or re.escape(letter)
    return pattern + _VOWEL_SIGNS if "\u0620" <= letter <= "\u06d3" else pattern


_VOWEL_SIGNS = "[\u064b-\u0652\u0670\u0640]*"
"""Signs over and under Arabic letters, which a text may write or leave out (`أُدرجت`)."""


def _cues(table: Mapping[str, Iterable[str]]) -> tuple[Cue, ...]:
    return tuple(Cue(form=form, value=value) for value, forms in table.items() for form in forms)


def _trigger(key: str, form: str, voice: str) -> Trigger:
    kind, _, subtype = key.partition(".")
    return Trigger(form=form, kind=ClaimKind(kind), subtype=subtype or None, voice=voice)


_CONTRACTIONS: dict[str, dict[str, str]] = {
    "es": {"a": "a al", "de": "de del"},
    "fr": {"de": "de du des d", "à": "à au aux"},
    "it": {
        "a": "a ai al allo alla alle agli all", "da": "da dai dal dallo dalla dalle dagli dall",
        "su": "su sui sul sulla sulle sugli sull",
        "di": "di dei del dello della delle degli dell d", "in": "in nei nel nella nelle negli nell", "secondo": "secondo",
    },
    "pt": {"a": "a ao aos à às", "de": "de do dos da das", "em": "em no nos na nas", "por": "por pelo pelos pela pelas"},
    "de": {"von": "von vom", "in": "in im"},
}  # fmt: skip
"""What the last preposition of a form becomes with an article."""


def contracted(form: str, code: str) -> Iterator[str]:
    """A form with each shape that its last word takes before an article (`stando a`: `stando ai`, `stando alla`)."""
    head, _, last = form.rpartition(" ")
    for shape in _CONTRACTIONS.get(code, {}).get(last, last).split():
        yield f"{head} {shape}" if head else shape
