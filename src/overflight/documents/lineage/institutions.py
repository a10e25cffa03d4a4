"""Institutions that publish what others cite: the UN, a treasury; named in many languages by a word or two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.lineage.keys import WORD, key_of
from overflight.documents.lineage.profile import Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """An institution: the sets of concepts that its own name shows, those that name it in running text, its state."""

    name: str
    own: tuple[frozenset[str], ...]
    named_by: tuple[frozenset[str], ...]
    state: str | None = None


def _i(name: str, own: Sequence[str], named_by: Sequence[str], state: str | None = None) -> Institution:
    return Institution(name=name, own=_sets(own), named_by=_sets(named_by), state=state)


def _sets(groups: Sequence[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(f"#{concept}" for concept in group.split()) for group in groups)


INSTITUTIONS: tuple[Institution, ...] = (
    _i("United Nations", ("united-nations", "panel"), ("united-nations", "panel report")),
    _i("US Treasury", ("treasury",), ("treasury",), "US"),
    _i("US State Department", ("united-states foreign",), ("united-states foreign",), "US"),
    _i("ministry of defence", ("ministry defence",), ("ministry defence",)),
    _i("customs", ("customs",), ("customs",)),
    _i("court", ("court",), ("court",)),
)
"""Concepts stand for the words of nine languages in the lexicon."""

NAMING = frozenset(key for i in INSTITUTIONS for group in i.named_by for key in group)
"""Every concept that a name of an institution may begin with."""

NEAR = 4
"""Words within which the concepts of a name must stand together."""


def institution_of(outlet: str | None) -> Institution | None:
    """The institution that an outlet's name shows."""
    keys = {key for w in WORD.findall(outlet or "") if (key := key_of(w))}
    return next((i for i in INSTITUTIONS if any(own <= keys for own in i.own)), None)


def named_institutions(written: Sequence[Word]) -> Mapping[str, tuple[int, int]]:
    """The institutions that a report names, each with the span of its first mention."""
    words = [(start, end, key_of(word)) for word, start, end in written]
    found: dict[str, tuple[int, int]] = {}
    for i, (start, _, key) in enumerate(words):
        if key not in NAMING:
            continue
        near = words[i : i + NEAR]
        keys = {k for _, _, k in near if k}
        for institution in INSTITUTIONS:
            for wanted in institution.named_by:
                if key in wanted and wanted <= keys and institution.name not in found:
                    last = max(end for _, end, k in near if k in wanted)
                    found[institution.name] = (start, last)
    return found


MEDIA = frozenset(
    (  # noqa: SIM905
        "#magazine #newspaper #agency #blog #website daily time news post herald press weekly monitor bulletin today world "
        "observer chronicle tribune gazette review reporter note letter brief briefing circular insider network tv radio"
    ).split()
)
"""Words of names that media bear: "Customs Today" is no customs."""

LEAST_WORDS = 2
"""Words of a name that an institution has at least: "Expert" is a magazine, the Panel of Experts is none."""

PUBLISHERS = _sets(("police", "prosecutor", "ministry", "embassy", "government", "parliament", "panel"))
"""Concepts by which further bodies are known that publish their own acts; in running text they name nobody for certain."""


@lru_cache(maxsize=16384)
def is_institution(outlet: str | None) -> bool:
    """Whether an outlet is an institution that publishes its own acts and findings, by its name alone."""
    keys = [key for word in WORD.findall(outlet or "") if (key := key_of(word))]
    is_body = institution_of(outlet) is not None or any(own <= set(keys) for own in PUBLISHERS)
    return is_body and len(keys) >= LEAST_WORDS and MEDIA.isdisjoint(keys)
