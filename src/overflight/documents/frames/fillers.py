"""From noun phrases to role fillers: the span a role takes, lists as several fillers, quantities apart from their goods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.tree import Tree
from overflight.documents.frames.words import wordlist
from overflight.documents.quantity import read_quantities
from overflight.records.claim import Filler

_CONTAINING = frozenset({"containing", "contain", "holding", "hold", "held", "contained", "carrying", "with"})
_HEDGED_CONTENT = frozenset(
    wordlist("""thought believed suspected said to have likely of presumed understood reported alleged which that officials
western may could might were are is was be been probably containing contain contained hold held holding
labelled marked as suspect believe think say""")
)
_PLACE_PREPOSITIONS = frozenset({"in", "at", "on", "near", "along", "around", "outside", "across", "inside"})
_GOODS_NATURES = frozenset(
    {Nature.GOODS, Nature.AIRCRAFT, Nature.VEHICLE, Nature.OTHER, Nature.CONTAINER, Nature.SHIPMENT}
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence's tree and phrases with the report they stand in; what every frame is given."""

    scene: Scene
    tree: Tree
    phrases: tuple[Phrase, ...]
    index: int
    is_insertion: bool = False
    language: str = "en"

    def text(self, first: int, last: int) -> str:
        """The report's own words from one word to another."""
        return self.scene.text[self.tree.words[first].start : self.tree.words[last].end]

    def next_phrase(self, phrase: Phrase) -> Phrase | None:
        """The phrase after this one, wherever it stands."""
        k = phrase_position(self.phrases, phrase)
        return self.phrases[k + 1] if k + 1 < len(self.phrases) else None

    def filler(self, first: int, last: int, norm: str | None = None) -> Filler:
        """The words as a filler; leading quotation marks and blanks never belong to it."""
        if self.tree.words[first].tag == "WP$" and first < last:
            first += 1  # `whose brother` is somebody's brother
        start, end = self.tree.words[first].start, self.tree.words[last].end
        return Filler(text=self.scene.text[start:end], start=start, end=end, norm=norm)


def stretch(sight: Sight, phrase: Phrase, *, places: bool = False, goods: bool = False) -> int:
    """The last word of a phrase with what belongs to it: `of …`, for goods also `for …`, for people and places `in …`."""
    tree, last = sight.tree, phrase.last
    following = sight.next_phrase(phrase)
    while following is not None:
        gap = tree.words[last + 1 : following.first]
        joined = [w.lower for w in gap]
        if (
            (following.preposition == "of" and joined == ["of"] and phrase.mention_kind != "place")
            or (goods and following.preposition == "for" and joined == ["for"] and following.nature in _GOODS_NATURES)
            or (
                places
                and len(gap) == 1
                and joined[0] in _PLACE_PREPOSITIONS
                and following.nature is Nature.PLACE
                and not _is_named(tree, phrase)
            )
            or (goods and _joins(joined) and _same_sort(following, phrase))
            or (goods and joined in ([",", "including"], ["including"]))
        ):
            pass
        else:
            break
        last = following.last
        following = sight.next_phrase(following)
    return last


def _is_named(tree: Tree, phrase: Phrase) -> bool:
    return tree.words[phrase.head].is_name


def _joins(joined: list[str]) -> bool:
    return bool(joined) and all(w in {"and", "or", ",", "as", "well"} for w in joined)


def _same_sort(following: Phrase, phrase: Phrase) -> bool:
    return not following.preposition and (following.nature in _GOODS_NATURES or following.nature is phrase.nature)


def listed(sight: Sight, phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase and the ones that a list joins to it: `Russia, China and India`."""
    found = [phrase]
    following = sight.next_phrase(phrase)
    while following is not None:
        gap = [w.lower for w in sight.tree.words[found[-1].last + 1 : following.first]]
        if (
            not gap
            or not all(w in {"and", "or", ",", "as", "well", "in", "to", "mostly", "then"} for w in gap)
            or (gap == [","] and len(found) == 1 and not _list_goes_on(sight, following))
        ):
            break
        if gap[-1] in {"in", "to"} and (len(gap) < 2 or gap[-1] != phrase.preposition):
            break
        if following.nature is not phrase.nature or (
            following.preposition
            and following.preposition != phrase.preposition
            and following.preposition not in {"as well as", "as"}
        ):
            break
        found.append(following)
        following = sight.next_phrase(following)
    return tuple(found)


def _list_goes_on(sight: Sight, phrase: Phrase) -> bool:
    following = sight.next_phrase(phrase)
    if following is None:
        return False
    gap = [w.lower for w in sight.tree.words[phrase.last + 1 : following.first]]
    return gap in (["and"], [",", "and"], [","], ["as", "well", "as"])


def simple(sight: Sight, phrase: Phrase, *, places: bool = False, goods: bool = False) -> Filler:
    """One phrase as a filler, stretched."""
    first = without_quantifier(sight, phrase) if goods else phrase.first
    return sight.filler(first, stretch(sight, phrase, places=places, goods=goods), phrase.norm)


def several(sight: Sight, phrase: Phrase, *, places: bool = False) -> tuple[Filler, ...]:
    """A phrase or a list of them as fillers."""
    return tuple(simple(sight, p, places=places) for p in listed(sight, phrase))


def without_quantifier(sight: Sight, phrase: Phrase) -> int:
    """The first word of a phrase after its number: `22 KMP engines` is 22 and `KMP engines`."""
    first = phrase.first
    number_last = _number_last(sight, phrase)
    return first if number_last is None or number_last >= phrase.head else number_last + 1


def _number_last(sight: Sight, phrase: Phrase) -> int | None:
    """The last number word at the beginning of a phrase."""
    last = None
    for k in range(phrase.first, phrase.head + 1):
        word = sight.tree.words[k]
        if word.tag == "CD" or word.lower in {
            "several",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "dozen",
            "hundred",
            "thousand",
            "million",
        }:
            if (word.dep == "compound" and word.text[:1].isupper()) or (
                any(c.isalpha() for c in word.text) and any(c.isdigit() for c in word.text)
            ):
                break
            last = k
        elif word.tag in {"DT", "RB", "JJR", "JJS", "IN", "RBR", "$", "PRP$"}:
            continue
        elif last is not None or word.tag not in {"VBN", "JJ"}:
            break
    return last


def goods_and_quantity(sight: Sight, phrase: Phrase) -> tuple[tuple[Filler, ...], tuple[Filler, ...]]:
    """The goods a phrase names and how much of them: `14 crates of engine parts` is `engine parts`, and `14 crates`."""
    tree = sight.tree
    number_last = _number_last(sight, phrase)
    head = tree.words[phrase.head]
    is_container = phrase.nature is Nature.CONTAINER or NOUNS.get(noun_base(head.lower)) is Nature.CONTAINER
    if not is_container:
        first = without_quantifier(sight, phrase)
        if number_last is not None and tree.words[first].lower == "of" and first < phrase.head:
            first += 1
        goods = sight.filler(first, stretch(sight, phrase, goods=True), phrase.norm)
        if number_last is None:
            return (goods,), ()
        return (goods,), quantity_filler(sight, phrase.first, number_last)
    content = _content(sight, phrase)
    quantity = (
        quantity_filler(sight, phrase.first, phrase.head)
        if number_last is not None or head.tag == "CD" or head.lower in {"dozens", "hundreds", "scores", "thousands"}
        else ()
    )
    if content is None:
        first = without_quantifier(sight, phrase)
        return (sight.filler(first, phrase.last, phrase.norm),), quantity
    if NOUNS.get(noun_base(tree.words[content.head].lower)) is Nature.CONTAINER:
        inner, number = goods_and_quantity(sight, content)
        return inner, number or quantity
    return (simple(sight, content, goods=True),), quantity


def _content(sight: Sight, phrase: Phrase) -> Phrase | None:
    """What a container holds: `of X`, `containing X`, `thought to hold X`, `loaded with X`."""
    following = sight.next_phrase(phrase)
    hops = 0
    while following is not None and hops < 3:
        gap = [w.lower for w in sight.tree.words[phrase.last + 1 : following.first]]
        if gap == ["of"]:
            return following
        inner = [w for w in gap if w not in _HEDGED_CONTENT and w not in {"to"}]
        if any(w in _CONTAINING for w in gap) and len([w for w in inner if w not in _CONTAINING]) <= 2:
            return following
        if following.nature not in {Nature.PEOPLE, Nature.PRONOUN, Nature.SOURCE, Nature.GOVERNMENT}:
            return None
        following = sight.next_phrase(following)
        hops += 1
    return None


_BEFORE_NUMBER = frozenset(wordlist("""about around roughly nearly almost approximately some over than more least at
less fewer not up to estimated
an a under close as many only just no another other further"""))  # fmt: skip


_HANDED = frozenset(wordlist("hand hands handed handing turn turns turned turning sign signed"))
"""Verbs whose own `over` is no comparison (`handed over 200 rifles`)."""


def quantity_filler(sight: Sight, first: int, last: int) -> tuple[Filler, ...]:
    """A number with its comparators (`at least 14 boxes`), read into its bounds."""
    words = sight.tree.words
    while (
        first > 0
        and words[first - 1].lower in _BEFORE_NUMBER
        and not (first > 1 and words[first - 1].lower == "over" and words[first - 2].lower in _HANDED)
        and not (
            words[first - 1].lower in {"to", "a", "an", "at"}
            and words[first].tag != "CD"
            and words[first].lower not in {"least", "most", "estimated", "dozen", "total"}
        )
    ):
        first -= 1
    while (
        first < last
        and words[first].lower in {"the", "to", "a", "of", "its", "their", "at"}
        and words[first + 1].lower not in {"least", "most", "estimated", "dozen", "hundred", "few", "handful", "total"}
    ):
        first += 1
    base = sight.filler(first, last)
    read = read_quantities(sight.scene.text, base.start, base.end, sight.language)
    if not read:
        return (base,)
    value = read[0]
    return (replace(base, norm=value.norm, min=value.min, max=value.max, approx=value.approx, unit=value.unit),)


def place_of(sight: Sight, complements: Sequence[Phrase]) -> tuple[Filler, ...]:
    """The place where it happened."""
    for phrase in complements:
        if phrase.preposition in {"in", "at", "near", "outside", "off", "on"} and (
            phrase.nature is Nature.PLACE or phrase.mention_kind == "place"
        ):
            return (simple(sight, phrase, places=True),)
    unknown = next(
        (p for p in complements if p.preposition in {"in", "at", "near", "outside"} and _may_be_town(sight, p)), None
    )
    return (simple(sight, unknown, places=True),) if unknown is not None else ()


def _may_be_town(sight: Sight, phrase: Phrase) -> bool:
    """A single name that no table knows, as small towns are."""
    word = sight.tree.words[phrase.head]
    is_name = word.is_name and word.text[:1].isupper() and not word.text.isupper()
    return is_name and phrase.mention_kind is None and phrase.nature in {Nature.OTHER, Nature.PERSON}
