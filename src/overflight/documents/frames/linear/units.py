"""The words of a sentence with what each is: read by the tables, or made one by a name, a number or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overflight.documents.frames.linear.words import TOKEN, Marker, key, marker_at, noun_nature, sort_of
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.languages import LanguageTable
from overflight.documents.quantity import read_quantities
from overflight.records.claim import Filler

NATURES = {
    "aircraft_type": "craft", "registration": "craft", "flight_number": "craft", "organisation": "body", "operator": "body",
    "government": "state", "group": "state", "person": "person", "place": "place", "goods": "goods", "weapon": "goods",
    "date": "date", "vessel": "vehicle",
}  # fmt: skip
"""What a kind of mention stands for."""

_FREIGHTERS = frozenset({"cargo", "cargos"})
"""Words for freight that mean the aircraft in some languages."""
_BUILDERS = frozenset({"org:boeing", "org:airbus", "org:antonov", "org:ilyushin", "org:tupolev", "org:lockheed"})
"""Makers whose name alone means one of their aircraft."""


@dataclass(slots=True)
class Unit:
    """A word, or several that a gazetteer, a number or a date makes one; is_part: it hangs on the noun before by `of`."""

    start: int
    end: int
    words: tuple[str, ...]
    sort: str
    nature: str = ""
    mention: MentionLike | None = None
    quantity: Filler | None = None
    marker: Marker | None = None
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What the triggers of a stretch make of its words. verbs: where phrases end; flights: nouns for flights, which may carry."""

    verbs: Sequence[tuple[int, int]] = ()
    flights: Sequence[tuple[int, int]] = ()


def units_in(scene: Scene, table: LanguageTable, start: int, end: int, told: Told) -> Iterator[Unit]:
    """Words, marks, mentions, numbers and verbs of a stretch in order."""
    text = scene.text
    fixed = _fixed(scene, table, start, end, told)
    tokens = list(TOKEN.finditer(text, start, end))
    keys = [key(m.group()) for m in tokens]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        known = next(
            (f for f in fixed if f.start <= token.start() < f.end or token.start() < f.start < token.end()), None
        )
        if known is not None:
            at, unit = _past(tokens, at, known), known
            if table.is_right_to_left and known.mention is not None:
                prefix = text[token.start() : known.start]
                yield from _prefix(table, token.start(), prefix)
                unit = _from(known, token.start())
            yield unit
            continue
        marker = marker_at(table.code, keys, at)
        if marker is not None and not _is_really_article(table, tokens, keys, at):
            yield Unit(token.start(), tokens[at + marker.length - 1].end(), (keys[at],), "", marker=marker)
            at += marker.length
            continue
        before = tokens[at - 1] if at else None
        is_in_name = before is not None and token.start() - before.end() == 1 and before.group()[0].isupper()
        yield from _word(
            table, token, keys[at], is_name=is_in_name and token.group()[0].isupper() and table.order != "V2"
        )
        at += 1


def _is_really_article(table: LanguageTable, tokens: Sequence[re.Match[str]], keys: Sequence[str], at: int) -> bool:
    """A word that is a preposition before names and an article before nouns (Portuguese `a`)."""
    if keys[at] not in table.grammar.get("ambiguous", ()) or at + 1 >= len(tokens):
        return False
    if tokens[at].group().isupper():
        return True
    return tokens[at + 1].group()[0].islower() or bool(noun_nature(table.code, keys[at + 1]))


def _from(unit: Unit, start: int) -> Unit:
    """A unit that begins earlier: Arabic writes prepositions and the article together with the word."""
    return Unit(start, unit.end, unit.words, unit.sort, unit.nature, unit.mention, unit.quantity)


def _prefix(table: LanguageTable, start: int, prefix: str) -> Iterator[Unit]:
    """The preposition that is written together with a name."""
    letters = prefix.removeprefix("و").removeprefix("ف")
    marker = marker_at(table.code, [letters[:1]], 0) if letters[:1] in {"ل", "ب"} else None
    if marker is not None:
        yield Unit(start, start, (letters[:1],), "", marker=marker)
    elif prefix[:1] == "و":
        yield Unit(start, start, ("و",), "and")


def _word(table: LanguageTable, token: re.Match[str], word: str, *, is_name: bool) -> Iterator[Unit]:
    """One word or mark; a capital behind a capital is part of a name, whatever the word means."""
    if not word[0].isalnum():
        sort = "mark" if word not in "«»“”\"„'’-%" else ""
        if sort:
            yield Unit(token.start(), token.end(), (word,), sort)
        return
    sort = sort_of(table.code, word)
    if table.order == "VSO" and not sort:
        yield from _written_together(table, token.start(), word)
    nature = noun_nature(table.code, word) if not sort and not is_name else ""
    if table.order == "VSO" and not sort and not nature:
        nature = _bare(table, word)
    yield Unit(token.start(), token.end(), (word,), sort or ("adjective" if _is_adjective(table, word) else ""), nature)


def _written_together(table: LanguageTable, start: int, word: str) -> Iterator[Unit]:
    """The conjunction or preposition that Arabic writes together with a noun."""
    lead = re.match("(?:و|ف)?(?:(ل)ل|([لب])ال|([لب])(?=\\w{3}))", word)
    letter = next((g for g in lead.groups() if g), "") if lead else ""
    is_sure = lead is not None and lead.group(3) is None
    if letter and (is_sure or noun_nature(table.code, word[word.index(letter) + 1 :])):
        marker = marker_at(table.code, [letter], 0)
        if marker is not None:
            yield Unit(start, start, (letter,), "", marker=marker)
    elif word.startswith(("وال", "فال")) or (word.startswith("و") and noun_nature(table.code, word[1:])):
        yield Unit(start, start, ("و",), "and")


def _bare(table: LanguageTable, word: str) -> str:
    """What an Arabic noun stands for without the letters written before it."""
    for cut in ("و", "ل", "ب", "ول", "وب"):
        nature = noun_nature(table.code, word.removeprefix(cut)) if word.startswith(cut) else ""
        if nature:
            return nature
    return noun_nature(table.code, "ال" + word[2:]) if word.startswith("لل") else ""


def _is_adjective(table: LanguageTable, word: str) -> bool:
    """German adjectives are not capitalised; Russian ones are known by their endings."""
    return word.endswith(table.grammar.get("adjectives", ())) if "adjectives" in table.grammar else False


def _past(tokens: Sequence[re.Match[str]], at: int, unit: Unit) -> int:
    while at < len(tokens) and tokens[at].start() < unit.end:
        at += 1
    return at


def _fixed(scene: Scene, table: LanguageTable, start: int, end: int, told: Told) -> list[Unit]:
    """Verbs, mentions and numbers, none overlapping another; of a mention and a number the mention stays."""
    found = [Unit(a, b, ("",), "verb") for a, b in told.verbs]
    found += [Unit(a, b, (scene.text[a:b].lower(),), "", "flight") for a, b in told.flights]
    for mention in scene.within(start, end):
        if (
            mention.kind != "demonym"
            and not _is_in_name(scene.text, mention)
            and not _is_in_compound(scene.text, mention)
            and not _is_craft_noun(scene.text, table, mention)
            and not _is_first_name(scene.text, table, mention)
        ):
            words = scene.text[mention.start : mention.end]
            nature = "craft" if mention.norm in _BUILDERS else NATURES.get(mention.kind, "plain")
            nature = "people" if mention.norm == "fighters" else nature
            found.append(Unit(mention.start, mention.end, (words,), "", nature, mention=mention))
    for number in read_quantities(scene.text, start, end, table.code):
        if _extends(scene.text, found, number):
            continue
        is_article = key(number.text) in table.articles or number.text[:2].lower() == "un"
        if (number.min is not None or number.max is not None) and not (is_article and number.min == number.max == 1):
            found.append(Unit(number.start, number.end, (number.text,), "", quantity=number))
    kept: list[Unit] = []
    for unit in found:
        if all(unit.end <= k.start or unit.start >= k.end for k in kept):
            kept.append(unit)
    return sorted(kept, key=lambda u: u.start)


def _extends(text: str, found: Sequence[Unit], number: Filler) -> bool:
    """Lets the number of a model written apart (`Antonov 26`) belong to its aircraft."""
    craft = next((u for u in found if u.nature == "craft" and 0 <= number.start - u.end <= 1), None)
    if craft is None or not re.fullmatch(r"\d{2,3}", number.text):
        return False
    craft.end = number.end
    return True


def _is_craft_noun(text: str, table: LanguageTable, mention: MentionLike) -> bool:
    """Whether a word for goods is one for aircraft in this language (`un cargo`)."""
    word = key(text[mention.start : mention.end])
    return mention.kind == "goods" and word in _FREIGHTERS and noun_nature(table.code, word) == "craft"


def _is_in_compound(text: str, mention: MentionLike) -> bool:
    """Whether a word for goods is the second half of a compound (`avion-cargo`)."""
    return mention.kind == "goods" and text[max(0, mention.start - 1) : mention.start] == "-"


def _is_first_name(text: str, table: LanguageTable, mention: MentionLike) -> bool:
    """Whether the name of a month or, in apposition, of a town is a person's (`Julio Arrieta`, `…, Stanley Pinas, …`)."""
    words = text[mention.start : mention.end]
    following = text[mention.end + 1 : mention.end + 2]
    if mention.kind == "place":
        is_apart = text[: mention.start].rstrip()[-1:] in {",", "("}
        return is_apart and table.order == "SVO" and words.istitle() and " " not in words and following.isupper()
    if mention.kind != "date" or not words.isalpha():
        return False
    if table.order == "SOV":
        before = text[: mention.start].rstrip(" «")
        return following.isalpha() and before[-1:] in {"", ".", "،", "\n"}
    return words.istitle() and following.isupper() and table.order == "SVO"


def _is_in_name(text: str, mention: MentionLike) -> bool:
    """Whether a word for goods is only a part of a capitalised name (`Kavir Motors`)."""
    before = re.search(r"(\w+) $", text[max(0, mention.start - 24) : mention.start])
    return (
        mention.kind == "goods"
        and text[mention.start].isupper()
        and before is not None
        and before.group(1)[:1].isupper()
    )
