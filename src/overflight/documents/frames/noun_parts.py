"""What hangs on a noun that names an event: the phrases after it, its places, whoever stands before it."""

from __future__ import annotations

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight, several
from overflight.documents.frames.lexicon import Nature
from overflight.documents.frames.phrases import Phrase, phrase_position
from overflight.records.claim import ClaimKind, Filler


def noun_draft(  # noqa: PLR0913, PLR0917
    sight: Sight,
    phrase: Phrase,
    last: int,
    kind: ClaimKind,
    subtype: str | None,
    rule: str,
    roles: dict[str, tuple[Filler, ...]],
) -> Draft:
    """A draft that a noun opens; last: the last word that hangs on it."""
    words = sight.tree.words
    return Draft(
        kind=kind,
        subtype=subtype,
        rule=rule,
        sentence=sight.index,
        verb=phrase.head,
        trigger=(words[phrase.first].start, words[phrase.head].end),
        left=words[phrase.first].start,
        right=words[min(len(words) - 1, last + 8)].end,
        roles={k: v for k, v in roles.items() if v},
    )


def phrases_after(sight: Sight, phrase: Phrase, limit: int = 5) -> tuple[Phrase, ...]:
    """The phrases that hang on a noun by prepositions, one after another without a verb between."""
    k = phrase_position(sight.phrases, phrase)
    found: list[Phrase] = []
    last = phrase.last
    for following in sight.phrases[k + 1 : k + 1 + limit]:
        gap = sight.tree.words[last + 1 : following.first]
        if any((w.is_verb and w.lower != "including") or w.dep == "mark" or w.text in {";", ".", ":"} for w in gap):
            break
        found.append(following)
        last = following.last
    return tuple(found)


def places_after(sight: Sight, after: tuple[Phrase, ...]) -> dict[str, tuple[Filler, ...]]:
    """The ends of a movement that stand behind its noun."""
    roles: dict[str, tuple[Filler, ...]] = {}
    for phrase in after:
        if (
            phrase.nature is not Nature.PLACE
            and phrase.mention_kind != "place"
            and not (
                phrase.nature is Nature.OTHER
                and sight.tree.words[phrase.head].is_name
                and phrase.preposition in {"to", "from"}
            )
        ):
            continue
        side = {
            "from": "origin",
            "to": "destination",
            "into": "destination",
            "via": "via",
            "in": "destination",
            "at": "destination",
            "through": "via",
            "by way of": "via",
        }.get(phrase.preposition)
        if side is not None and side not in roles:
            roles[side] = several(sight, phrase, places=True)
    return roles


def possessor(sight: Sight, phrase: Phrase) -> Filler | None:
    """Who stands before the noun with an apostrophe: `the carrier's third trip`."""
    words = sight.tree.words
    for k in range(phrase.first, phrase.head):
        if words[k].tag == "POS" or words[k].text in {"'s", "’s", "'", "’"}:
            first = phrase.first
            return sight.filler(first, k - 1)
    return None
