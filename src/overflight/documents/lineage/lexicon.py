"""Words of the field in nine languages, as concepts: so that a sentence and its translation share keys."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

STOP: frozenset[str] = frozenset(
    (  # noqa: SIM905
        # en
        "the a an of to in on at by for from with and or but as is was were are be been being has have had it its he she "
        "they that this these those which who whom whose his her their our we you i not no nor said say says more than "
        "about over also there then when where while what how all any some such other into out up after before during "
        "between against so if will would could should may might can do did does one two us them him me my your if "
        # es
        "el la los las un una unos unas de del al en por para con y o u e que se su sus lo le les es son fue fueron ha "
        "han había sido más como pero no ni ya muy este esta estos estas ese esa cuando donde entre sin sobre desde hasta "
        # fr
        "le la les un une des du de au aux en par pour avec et ou que qui se sa son ses leur leurs ce cette ces est sont "
        "était été ont avait plus comme mais ne pas dans sur sous depuis dont il elle ils elles nous vous "
        # it
        "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in "
        "nel nella nei nelle con su sul sulla per tra fra e ed o che si sua suo suoi sue loro è sono era stato stata hanno "
        "ha più come ma non dopo ancora anche "
        # pt
        "o a os as um uma de do da dos das em no na nos nas por para com e ou que se seu sua seus suas é são foi foram "
        "tem mais como mas não "
        # de
        "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit nach von vom "
        "zu zum zur für über um als ist war waren sind wird wurde wurden hat haben hatte sich nicht auch dass wie sein "
        "seine ihr ihre er sie es wir dort noch weil "
        # ru
        "и в во на с со к ко по из за о об от до у для не что как это его её их он она они мы был была были было же ли "
        "бы а но при под над без то так также уже который которая которые "
        # ar, fa
        "من في على الى إلى عن مع أن ان إن التي الذي كان كانت قد هذا هذه ذلك لم لا ما هو هي او أو ثم بعد قبل و "
        "از به در با را که این آن برای است بود شد شده می های ها یک و تا بر هم نیز یا خود وی"
    ).split()
)
"""Small words that say nothing about whose text a sentence is."""

_ARABIC_LETTERS = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ئ": "ي", "ؤ": "و",
    "ـ": "", "\u200c": "",
})  # fmt: skip
_MARKS = re.compile(r"[\u064b-\u065f\u0670]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PREFIX = re.compile(r"^(?:[وفبكل]|لل)?(?:ال)?")


def plain_arabic(word: str) -> str:
    """An Arabic or Persian word without marks, its letter variants made one."""
    return _MARKS.sub("", word).translate(_ARABIC_LETTERS)


def concept_of(word: str, folded: str) -> str | None:
    """The concept that a word names as `#name`, None for words that are not of the field."""
    if not word.isascii() and _ARABIC.search(word):
        plain = plain_arabic(word)
        bare = _PREFIX.sub("", plain)
        return _look_up(plain) or (_look_up(bare) if len(bare) >= 2 else None)
    return _look_up(folded)


@lru_cache(maxsize=65536)
def _look_up(folded: str) -> str | None:
    exact, stems = _tables()
    if folded in exact:
        return exact[folded]
    for length in range(len(folded), 1, -1):
        if folded[:length] in stems:
            return stems[folded[:length]]
    return None


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and stems, each with its concept; the first row that has a word keeps it."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    text = (files("overflight.documents.lineage") / "data" / "lexicon.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        concept, _, words = line.partition("\t")
        for word in words.split():
            form = plain_arabic(word) if _ARABIC.search(word) else anyascii(word).casefold()
            table = stems if form.endswith("*") else exact
            table.setdefault(re.sub(r"[^\w]", "", form), f"#{concept}")
    return exact, stems
