"""What a craft has on board, told without a verb of carrying: `On board were …`, `Inside the hold: …`, `laden with …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, goods_and_quantity, several
from overflight.documents.frames.goods import CARGO, HOLDS, is_craft, is_thing
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_at
from overflight.documents.frames.words import wordlist
from overflight.records.claim import ClaimKind, Filler

_HOLDS = HOLDS | {"aircraft", "plane", "jet", "freighter"}
_INSIDE = frozenset({"in", "inside", "aboard", "on board", "within", "onto"})
_BEING = frozenset(wordlist("was were are is lay sat stood been"))
_FINDING = frozenset(wordlist("found discovered counted saw spotted noticed uncovered"))
_STOWED = frozenset(wordlist("found discovered stowed carried had loaded hidden"))
_FULL = frozenset(wordlist("laden full loaded packed crammed stuffed filled heavy stacked"))
_CARGO_NOUNS = frozenset({"cargo", "load", "freight", "payload"})
_BREAK = frozenset({";", ".", "?"})


def on_board(sight: Sight, found: Sequence[Draft]) -> Iterator[Draft]:
    """The cargo of a craft where the sentence tells what is inside it; nothing where a claim has told these goods already."""
    for trigger, craft, goods in (*_inverted(sight), *_stated(sight), *_filled(sight)):
        made = _draft(sight, trigger, craft, goods)
        if not any(
            d.kind in {ClaimKind.TRANSFER, ClaimKind.ARREST, ClaimKind.TRADE_TOTAL} and _shares(d, made) for d in found
        ):
            yield made
            return


Inside = tuple[int, Phrase | None, Phrase]


def _inverted(sight: Sight) -> Iterator[Inside]:
    """`On board [the jet] were 40 crates of …`, `Inside the hold: mortar tubes`, `The aircraft's cargo: 22 tonnes of …`."""
    words = sight.tree.words
    opening = _opening(sight)
    if opening is None:
        return
    last, craft = opening
    k = last + 1
    while k < len(words) and (words[k].tag in {"RB", "MD"} or words[k].text == ","):
        k += 1
    finder = phrase_at(sight.phrases, k) if k < len(words) else None
    if finder is not None and finder.nature in {Nature.PEOPLE, Nature.FORCE, Nature.PRONOUN, Nature.PERSON}:
        k = (
            finder.last + 1
            if words[finder.last + 1 : finder.last + 2] and words[finder.last + 1].lower in _FINDING
            else k
        )
    if k >= len(words) or not (words[k].lower in _BEING | _FINDING or words[k].text in {":", "-", "–", "—"}):
        return
    goods = next((p for p in sight.phrases if p.first > k), None)
    if goods is not None and not goods.preposition and is_thing(sight, goods):
        yield last, craft, goods


def _opening(sight: Sight) -> tuple[int, Phrase | None] | None:
    """The last word of `On board`, `Aboard the jet`, `In its hold` at the beginning of a sentence, and the craft named there."""
    words = sight.tree.words
    lowers = [w.lower for w in words[:2]]
    first = sight.phrases[0] if sight.phrases else None
    if lowers == ["on", "board"] or lowers[:1] == ["aboard"]:
        bare = 1 if lowers == ["on", "board"] else 0
        place = next((p for p in sight.phrases if p.first in {bare + 1, bare + 2} and is_craft(sight, p)), None)
        return (place.last, place) if place is not None else (bare, None)
    if first is None:
        return None
    if lowers[:1] == ["among"] and first.first == 1 and first.nature in CARGO:
        being = next((w.i for w in words[first.last + 1 : first.last + 8] if w.lower in _BEING), None)
        return (being - 1, None) if being is not None else None
    head = words[first.head].lower
    if first.preposition in _INSIDE and first.first <= 2 and (head in _HOLDS or is_craft(sight, first)):
        of = sight.next_phrase(first)
        if of is not None and of.preposition == "of" and is_craft(sight, of):
            return of.last, of
        return first.last, first if is_craft(sight, first) else None
    if (
        head in _CARGO_NOUNS
        and first.first == 0
        and words[first.last + 1 : first.last + 2]
        and words[first.last + 1].text == ":"
    ):
        return first.last, None
    return None


def _stated(sight: Sight) -> Iterator[Inside]:
    """`had small arms on board`, `40 crates were on board the jet`, `papers show 14 tonnes of parts on board`."""
    words = sight.tree.words
    for k, word in enumerate(words[1:], start=1):
        pair = [w.lower for w in words[k : k + 2]] == ["on", "board"] or word.lower == "aboard"
        in_hold = next(
            (
                p
                for p in sight.phrases
                if p.first > k
                and p.first <= k + 2
                and words[p.head].lower in _HOLDS
                and word.lower in {"in", "inside", "on"}
            ),
            None,
        )
        if not pair and in_hold is None:
            continue
        goods = max((p for p in sight.phrases if p.last < k), key=lambda p: p.last, default=None)
        if goods is not None and goods.preposition == "of" and k - goods.last <= 3:
            box = max((p for p in sight.phrases if p.last < goods.first - 1), key=lambda p: p.last, default=None)
            goods = box if box is not None and box.last == goods.first - 2 and box.nature is Nature.CONTAINER else goods
        if goods is None or goods.nature not in CARGO:
            continue
        gap = words[_content_end(sight, goods) + 1 : k]
        if any(w.lower not in _BEING | _STOWED and w.tag not in {"RB", "VBD", "VBP", "MD"} for w in gap):
            continue
        if any(w.is_verb and w.lower not in _BEING | _STOWED for w in gap):
            continue
        craft = next((p for p in sight.phrases if k <= p.first <= k + 3 and is_craft(sight, p)), None)
        if craft is None:
            had = next(
                (
                    w.i
                    for w in words[max(0, goods.first - 4) : goods.first]
                    if w.lower in {"had", "has", "have", "having"}
                ),
                None,
            )
            craft = max(
                (p for p in sight.phrases if had is not None and p.last < had and is_craft(sight, p)),
                key=lambda p: p.last,
                default=None,
            )
        yield k, craft, goods


def _content_end(sight: Sight, goods: Phrase) -> int:
    following = sight.next_phrase(goods)
    joined = following is not None and following.preposition == "of" and following.first == goods.last + 2
    return following.last if joined and following is not None else goods.last


def _filled(sight: Sight) -> Iterator[Inside]:
    """`The Tupolev, laden with gyroscopes, …`, `the hold was full of launchers`: an adjective with what it is full of."""
    words = sight.tree.words
    for word in words:
        if word.lower not in _FULL or word.i + 1 >= len(words) or words[word.i + 1].lower not in {"with", "of"}:
            continue
        goods = next((p for p in sight.phrases if p.first > word.i and p.preposition in {"with", "of"}), None)
        craft = max(
            (p for p in sight.phrases if p.last < word.i and (is_craft(sight, p) or words[p.head].lower in _HOLDS)),
            key=lambda p: p.last,
            default=None,
        )
        if (
            goods is not None
            and craft is not None
            and goods.first - word.i <= 4
            and goods.nature in CARGO
            and word.i - craft.last <= 6
        ):
            yield word.i, craft, goods


def _draft(sight: Sight, trigger: int, craft: Phrase | None, goods: Phrase) -> Draft:
    words = sight.tree.words
    roles: dict[str, tuple[Filler, ...]] = {}
    roles["object"], quantity = goods_and_quantity(sight, goods)
    if quantity:
        roles["quantity"] = quantity
    if craft is not None:
        roles["carrier"] = several(sight, craft)
    return Draft(
        kind=ClaimKind.TRANSFER,
        subtype="transport",
        rule=f"transfer.{words[trigger].lower}.contents",
        sentence=sight.index,
        verb=trigger,
        trigger=(words[trigger].start, words[trigger].end),
        left=words[0].start,
        right=words[-1].end,
        roles=roles,
    )


def _shares(draft: Draft, made: Draft) -> bool:
    return any(
        a.start < b.end and b.start < a.end
        for a in (*draft.roles.get("object", ()), *draft.roles.get("quantity", ()))
        for b in made.roles["object"]
    )
