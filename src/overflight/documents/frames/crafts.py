"""Aircraft, their operators and marks, and how often they flew."""

from __future__ import annotations

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.fillers import Sight, quantity_filler, simple
from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.lexicon import NOUNS, Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.documents.frames.words import wordlist
from overflight.records.claim import Filler

_OF_OPERATOR = frozenset({"of", "from", "by", "for", "with"})


def marked_craft(sight: Sight, phrase: Phrase) -> Phrase:
    """The aircraft that a registration stands in apposition to (`an Il-76, registration EX-76015`)."""
    if phrase.mention_kind not in {"registration", "flight_number"}:
        return phrase
    k = phrase_position(sight.phrases, phrase)
    before = sight.phrases[k - 1] if k else None
    if before is None or before.nature is not Nature.AIRCRAFT:
        return phrase
    gap = [w.lower for w in sight.tree.words[before.last + 1 : phrase.first]]
    return before if all(g in {",", "with", "the", "(", "as", "flying", "operating"} for g in gap) else phrase


def craft_roles(sight: Sight, subject: Phrase, nature: Nature) -> dict[str, tuple[Filler, ...]]:
    """Aircraft and operator that a subject names: `a Boeing 747 of Tondar Air Cargo`, `EP-TDA, operating as TDC7104`."""
    roles: dict[str, tuple[Filler, ...]] = {}
    if nature is Nature.OPERATOR or nature is Nature.ORGANISATION:
        roles["actor"] = (simple(sight, subject),)
    elif nature is Nature.FLIGHT:
        crafts = [p for p in following_phrases(sight, subject) if p.nature is Nature.AIRCRAFT]
        if crafts:
            roles["aircraft"] = (sight.filler(crafts[0].first, crafts[0].last, crafts[0].norm),)
            subject = crafts[0]
        count = quantity_of_flights(sight, subject)
        if count:
            roles["count"] = count
    else:
        first = _after_possessive_operator(sight, subject)
        roles["aircraft"] = (sight.filler(subject.first, subject.last, subject.norm),)
        if first is not None:
            roles["actor"] = (first,)
    if "actor" not in roles:
        operator = operator_after(sight, subject)
        if operator is not None:
            roles["actor"] = (operator,)
    if nature is Nature.AIRCRAFT:
        roles["aircraft"] = (*roles["aircraft"], *_apposed_marks(sight, subject))
    return roles


def _after_possessive_operator(sight: Sight, phrase: Phrase) -> Filler | None:
    """The operator inside an aircraft's phrase: `a Qeshm Fars Air Boeing 747`, `Polesie's freighter`."""
    tree = sight.tree
    inside = sight.scene.within(tree.words[phrase.first].start, tree.words[phrase.last].end)
    named = next(
        (m for m in inside if m.kind in {"operator", "organisation"} and m.end <= tree.words[phrase.head].start), None
    )
    if named is None:
        return None
    return Filler(text=sight.scene.text[named.start : named.end], start=named.start, end=named.end, norm=named.norm)


def following_phrases(sight: Sight, phrase: Phrase, limit: int = 4) -> tuple[Phrase, ...]:
    """The next phrases of the sentence."""
    k = phrase_position(sight.phrases, phrase)
    return sight.phrases[k + 1 : k + 1 + limit]


_OWNED = frozenset(wordlist("owned operated run flown chartered leased managed belonging used controlled"))


def operator_after(sight: Sight, phrase: Phrase) -> Filler | None:
    """The operator named right after an aircraft: `of X`, `owned by X`, `operated by the state carrier X`, `from X`."""
    words, last = sight.tree.words, phrase.last
    for following in following_phrases(sight, phrase, 3):
        gap = [w.lower for w in words[last + 1 : following.first]]
        said = [w for w in gap if w not in {",", "(", ")"}]
        owned = bool(set(said) & _OWNED)
        if owned and following.preposition in {"by", "to", "for", "from"}:
            return operator_name(sight, following)
        if (
            following.preposition in _OF_OPERATOR
            and len(said) == 1
            and following.nature in {Nature.OPERATOR, Nature.ORGANISATION, Nature.PERSON, Nature.FORCE, Nature.OTHER}
            and following.preposition in {"of", "from"}
            and not owned
        ):
            return operator_name(sight, following)
        if following.nature not in {Nature.AIRCRAFT, Nature.GOODS} or any(
            w not in {",", "as", "operating", "flying", "registered", "marked", "registration", "flight", "the"}
            for w in gap
        ):
            return None
        last = following.last
    return None


def operator_name(sight: Sight, phrase: Phrase) -> Filler:
    """The name proper of an operator's phrase: `the Sharjah freight carrier Condor Alba` gives the last two words."""
    words = sight.tree.words
    inside = [
        m
        for m in sight.scene.within(words[phrase.first].start, words[phrase.last].end)
        if m.kind in {"operator", "organisation"}
    ]
    if inside:
        named = max(inside, key=lambda m: m.end - m.start)
        return Filler(text=sight.scene.text[named.start : named.end], start=named.start, end=named.end, norm=named.norm)
    common = [
        k
        for k in range(phrase.first, phrase.last + 1)
        if not words[k].is_name
        and (NOUNS.get(noun_base(words[k].lower)) is not None or words[k].lower == "-based" or words[k].tag == "VBN")
    ]
    if common and common[-1] < phrase.last and words[common[-1] + 1].is_name:
        return sight.filler(common[-1] + 1, phrase.last, phrase.norm)
    return simple(sight, phrase)


def _apposed_marks(sight: Sight, phrase: Phrase) -> tuple[Filler, ...]:
    """Registration, flight number or type that follows an aircraft in apposition."""
    found, last = [], phrase.last
    words = sight.tree.words
    for following in following_phrases(sight, phrase, 3):
        gap = [w.lower for w in words[last + 1 : following.first]]
        if following.mention_kind not in {"registration", "flight_number"} or any(
            g
            not in {
                ",",
                "as",
                "operating",
                "flying",
                "registered",
                "marked",
                "registration",
                "with",
                "under",
                "the",
                "flight",
                "(",
                "number",
            }
            for g in gap
        ):
            break
        found.append(sight.filler(following.first, following.last, following.norm))
        last = following.last
    return tuple(found)


def count_of(sight: Sight, clause: Clause) -> tuple[Filler, ...]:
    """How often: `three times`, `twice`, `on three cargo flights`."""
    words = sight.tree.words
    for k in range(clause.left, min(clause.right + 1, len(words))):
        if words[k].lower in {"twice", "thrice"}:
            return quantity_filler(sight, k, k)
        if (
            words[k].lower in {"times", "occasions"}
            and k
            and (words[k - 1].tag == "CD" or words[k - 1].lower in {"both", "several", "many"})
        ):
            first = k - 1
            return quantity_filler(sight, first, k)
    for phrase in clause.complements:
        if phrase.nature is Nature.FLIGHT and phrase.preposition in {"on", "in", "over", "during", "aboard", "with"}:
            return quantity_of_flights(sight, phrase)
    return ()


def quantity_of_flights(sight: Sight, phrase: Phrase) -> tuple[Filler, ...]:
    """The number inside a phrase of flights: `three cargo flights`, `the carrier's third trip`, `regular flights`."""
    for k in range(phrase.first, phrase.head + 1):
        word = sight.tree.words[k]
        if word.tag == "CD" and not any(c.isdigit() and len(word.text) > 3 for c in word.text):
            return quantity_filler(sight, k, k)
        if word.lower in {
            "several",
            "regular",
            "dozens",
            "numerous",
            "multiple",
            "daily",
            "weekly",
            "frequent",
            "repeated",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        }:
            return (sight.filler(k, k),)
    return ()
