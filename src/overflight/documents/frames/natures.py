"""What a noun phrase stands for: by the name in it, by its last noun, by the words that an unknown name is made of."""

from __future__ import annotations

import re

from overflight.documents.frames.ellipses import ELLIPTIC_HEADS, is_elliptic
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, TITLES, Nature
from overflight.documents.frames.phrase_bounds import DETERMINERS
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.words import wordlist

_KINDS: dict[str, Nature] = {
    "place": Nature.PLACE,
    "organisation": Nature.ORGANISATION,
    "operator": Nature.OPERATOR,
    "person": Nature.PERSON,
    "aircraft_type": Nature.AIRCRAFT,
    "registration": Nature.AIRCRAFT,
    "flight_number": Nature.AIRCRAFT,
    "weapon": Nature.GOODS,
    "goods": Nature.GOODS,
    "group": Nature.FORCE,
    "government": Nature.GOVERNMENT,
    "demonym": Nature.GOVERNMENT,
    "date": Nature.TIME,
    "vessel": Nature.VEHICLE,
}


def nature_of(scene: Scene, tree: Tree, first: int, last: int, head: int) -> tuple[Nature, str | None, str | None]:
    """What words first..last stand for: the class of the head noun, or the mention that covers it; its norm and kind."""
    words = tree.words
    word = words[head]
    if word.tag == "PRP" or word.lower in {"both", "which", "who", "that"}:
        return Nature.PRONOUN, None, None
    if (word.lower in ELLIPTIC_HEADS or word.tag == "CD") and is_elliptic(
        scene.text[words[first].start : words[last].end]
    ):
        return Nature.PRONOUN, None, None
    mentions = list(scene.within(words[first].start, words[last].end))
    covering = [m for m in mentions if m.start <= word.start < m.end]
    inside = max(covering, key=lambda m: (m.end - m.start, m.kind == "operator"), default=None)
    if word.lower == "staff" and head > first and words[head - 1].lower == "general":
        return Nature.FORCE, None, None
    common = NOUNS.get(word.lower) or NOUNS.get(noun_base(word.lower))
    people = next((m for m in covering if m.kind == "demonym" and m.end == word.end), None)
    if people is not None and (word.tag in {"NNS", "NNPS"} or words[first].lower in {"a", "an", "one"}):
        return Nature.PEOPLE, None, None
    if word.lower in _MAKERS and words[first].tag in {"DT", "PRP$", "POS"}:
        return Nature.AIRCRAFT, None, None
    if (
        inside is not None
        and inside.kind in {"place", "goods"}
        and word.text[:1].isupper()
        and _is_longer_name(tree, inside.start, head, first)
    ):
        return _unknown_name(tree, first, head), None, None
    if (
        inside is not None
        and inside.kind != "demonym"
        and (
            inside.start < word.start
            or word.is_name
            or common is None
            or inside.kind in {"aircraft_type", "registration", "flight_number"}
        )
    ):
        nature = _KINDS.get(inside.kind, Nature.OTHER)
        return nature, inside.norm, inside.kind
    if common is not None and not (word.is_name and _is_capital_name(tree, first, head)):
        typed = next((m for m in reversed(mentions) if m.kind in {"aircraft_type", "registration"}), None)
        return common, (typed.norm if typed and common is Nature.AIRCRAFT else None), None
    aircraft = next((m for m in mentions if m.kind in {"aircraft_type", "registration"}), None)
    if aircraft is not None and not _is_given_name(scene, aircraft, word):
        return Nature.AIRCRAFT, aircraft.norm, aircraft.kind
    if _DESIGNATOR.fullmatch(word.text):
        return Nature.AIRCRAFT, None, None
    if word.is_name:
        is_numbered = any(c.isdigit() for c in word.text)
        made = is_numbered and any(w.lower in _MAKERS for w in words[first:head])
        return Nature.AIRCRAFT if made else _unknown_name(tree, first, head), None, None
    return Nature.OTHER, None, None


_DESIGNATOR = re.compile(r"(?:Il|An|Tu|Yak|Mi|Ka)-?\d{1,3}\w{0,3}")
"""How the makers of the Soviet Union's aircraft are written, whatever the number."""
_MAKERS = frozenset({"airbus", "boeing", "ilyushin", "antonov", "tupolev"})
"""Makers whose name with an article means one of their aircraft (`the Airbus landed`)."""


def _is_given_name(scene: Scene, mention: MentionLike, head: Word) -> bool:
    """Whether the nickname of a type is the first part of a person's name (`Ruslan Hrynko`)."""
    is_plain_word = scene.text[mention.start : mention.end].isalpha() and head.text[:1].isupper()
    return is_plain_word and mention.end < head.start and head.is_name and not head.text.isupper()


_QUARTERS = frozenset(wordlist("north south east west northern southern eastern western central greater new old"))


def _is_longer_name(tree: Tree, start: int, head: int, first: int) -> bool:
    """Whether a place is only the end of a longer name (`Taller Aeronáutico Aragua`)."""
    before = next((w for w in reversed(tree.words[first:head]) if w.end <= start), None)
    return (
        before is not None
        and before.is_name
        and before.text[:1].isupper()
        and before.lower not in _QUARTERS
        and before.end == start - 1
    )


def _is_capital_name(tree: Tree, first: int, head: int) -> bool:
    """Whether a capitalised common noun ends a proper name (`Tondar Air Cargo`), not a plain phrase (`the Army`)."""
    before, word = tree.words[head - 1], tree.words[head]
    return head > first and before.tag not in DETERMINERS and before.text[:1].isupper() and word.text[:1].isupper()


_COMPANY_WORDS = frozenset(
    wordlist("""air airlines airline airways aviation cargo group company co ltd llc inc industries corporation corp
aerospace airfreight aero avia trading logistics pars motors motor holding holdings systems technologies
engineering international fze gmbh""")
)
_OFFICIAL_WORDS = frozenset(
    wordlist("""ministry treasury department office bureau agency council commission union nations court committee
directorate administration house parliament congress senate board""")
)
_FORCE_WORDS = frozenset(
    wordlist("force forces army guard guards corps navy brigade front movement militia police command")
)
_PLACE_WORDS = frozenset(
    ["airport", "airfield", "airbase", "base", "port", "island", "province", "city", "international"]
)


def _unknown_name(tree: Tree, first: int, head: int) -> Nature:
    """What a name that no gazetteer knows most likely stands for, from the words it is made of."""
    while any(not w.text[:1].isupper() for w in tree.words[first + 1 : head + 1]) and first < head:
        first += 1
    parts = [w.lower for w in tree.words[first : head + 1]]
    last = parts[-1]
    if last in {"airport", "airfield", "airbase", "base", "port", "island", "province", "city"}:
        return Nature.PLACE
    if any(p in {"airlines", "airline", "airways", "aviation", "avia", "air", "cargo", "airfreight"} for p in parts):
        return Nature.OPERATOR
    if any(p in _COMPANY_WORDS for p in parts):
        return Nature.ORGANISATION
    if any(p in _OFFICIAL_WORDS for p in parts):
        return Nature.GOVERNMENT
    if any(p in _FORCE_WORDS for p in parts):
        return Nature.FORCE
    if parts[0] in TITLES:
        return Nature.PERSON
    names = [w for w in tree.words[first : head + 1] if w.is_name]
    if len(names) >= 2 and all(n.text[:1].isupper() and not n.text.isupper() for n in names):
        return Nature.PERSON
    return Nature.OTHER
