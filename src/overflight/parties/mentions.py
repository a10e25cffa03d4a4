"""Names of listed parties in a report's text: the exact words, where a whole name of the list stands in them.

A trie of words, walked once over the text. Strict on purpose: a name here is evidence that a claim points at, so a weak
alias, a common word or a lower-case run of words never counts, and look-alike letters of another script never match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from overflight.parties.exact_names import name_key
from overflight.parties.ledger import Ledger
from overflight.parties.names.registrations import looks_like_registration, normal_registration
from overflight.parties.names.scripts import Script, script_of
from overflight.parties.names.tables import Concept, WordClass, generic_words
from overflight.parties.names.words import plain_words
from overflight.records.party import KnownName, NameKind, Party, PartySchema
from overflight.reference.places import places_named

TOLD_KINDS = frozenset({NameKind.PRIMARY, NameKind.ALIAS, NameKind.FORMER, NameKind.ORIGINAL_SCRIPT})
"""Kinds of names that are looked for; weak aliases never are."""
LONE_WORD_LETTERS = 7
"""Letters from which one word alone may be a body's name; shorter ones are too often words of the language."""
PERSON_GENERIC = frozenset({WordClass.TITLE, WordClass.PARTICLE, WordClass.JOINT})
MAX_WORDS = 16
"""Words of the longest name looked for."""

_PIECE = re.compile(r"[^\W_]+(?:[’'`ʼ][^\W_]+)*", re.UNICODE)
_MARK = re.compile(r"(?<![\w-])[A-Z0-9]{1,3}-?[A-Z0-9]{2,5}(?![\w-])")


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name: whose it is, and how the list ranks it (a primary name before an alias)."""

    party: Party
    rank: int


@dataclass(frozen=True, slots=True)
class NameTrie:
    """Listed names by their folded words, word after word; registrations beside them."""

    children: dict[str, dict[str, object]]
    marks: dict[str, Party]

    @classmethod
    def of(cls, parties: Iterable[Party]) -> NameTrie:
        """The trie over all names that may be looked for."""
        root: dict[str, dict[str, object]] = {}
        marks: dict[str, Party] = {}
        for party in parties:
            if party.schema is PartySchema.AIRPLANE:
                for identifier in party.identifiers:
                    mark = normal_registration(identifier.value) if "registration" in identifier.kind else None
                    if mark and len(mark) >= 4:
                        marks.setdefault(mark, party)
                continue
            for text, rank in _told_names(party):
                _plant(root, name_key(text).split(), Found(party, rank))
        return cls(root, marks)


def known_names(ledger: Ledger, text: str) -> tuple[KnownName, ...]:
    """The words of a text that are a listed party's name, alias or registration, each once, in the order of the text.

    Whole words only; of names that begin at one word the longest; Latin, Cyrillic and Greek names must be capitalised as
    names are. norm is the claims' id of the party: `org:`, `person:` or `vessel:` and its name, or the registration.
    """
    trie = _trie(ledger)
    found: dict[tuple[str, str], KnownName] = {}
    taken_to = 0
    for start, end, party in sorted([*_named(trie, text), *_marked(trie, text)], key=lambda hit: (hit[0], -hit[1])):
        if start < taken_to:
            continue
        taken_to = end
        words = text[start:end]
        known = KnownName(text=words, norm=_norm(party, words), schema=party.schema, party=party.party)
        found.setdefault((words, party.party), known)
    return tuple(found.values())


def _trie(ledger: Ledger) -> NameTrie:
    """The ledger's trie, kept with the ledger itself so that it can never answer for another."""
    known = ledger.__dict__.get("_name_trie")
    if isinstance(known, NameTrie):
        return known
    trie = NameTrie.of(ledger.parties)
    ledger.__dict__["_name_trie"] = trie
    return trie


def _told_names(party: Party) -> Iterator[tuple[str, int]]:
    is_person = party.schema is PartySchema.PERSON
    names = [(n.text, n.kind) for n in party.names if n.kind in TOLD_KINDS] or [(party.caption, NameKind.PRIMARY)]
    for text, kind in names:
        rank = 0 if kind is NameKind.PRIMARY else 1
        for form in _forms(text, is_person):
            if _may_be_looked_for(form, party, kind):
                yield form, rank


def _forms(text: str, is_person: bool) -> tuple[str, ...]:
    """A name as texts print it: a person's `FAMILY, Given` turned round; a body's without its legal form at the end."""
    if is_person:
        family, comma, given = text.partition(", ")
        return (f"{given} {family}",) if comma else (text,)
    words = text.replace(",", " ").split()
    bare = list(words)
    while len(bare) > 1 and _is_incorporation(bare[-1]):
        bare.pop()
    return (text, " ".join(bare)) if len(bare) != len(words) else (text,)


@lru_cache(maxsize=1 << 15)
def _concept_of(word: str) -> Concept | None:
    """What one word alone means where the table of generic words has it."""
    for phrase, concept in generic_words().phrases.get(word, ()):
        if phrase == (word,):
            return concept
    return None


def _is_incorporation(word: str) -> bool:
    """Whether a last word only says that the body is a company."""
    concept = _concept_of("".join(plain_words(word)))
    return concept is not None and (concept.word_class is WordClass.LEGAL or concept.name == "company")


def _naming_words(words: tuple[str, ...], is_person: bool) -> int:
    """How many words name somebody: those that the table does not know, for persons all but titles and particles."""
    told = 0
    for word in words:
        concept = _concept_of(word)
        generic = concept is not None and (not is_person or concept.word_class in PERSON_GENERIC)
        told += len(word) > 1 and not generic and not word.isdigit()
    return told


def _may_be_looked_for(text: str, party: Party, kind: NameKind) -> bool:
    words = name_key(text).split()
    if not 1 <= len(words) <= MAX_WORDS:
        return False
    is_person = party.schema is PartySchema.PERSON
    told = _naming_words(plain_words(text), is_person)
    if len(words) == 1:
        is_caseless = script_of(words[0]) in (Script.CHINESE, Script.KOREAN)
        is_long = len(words[0]) >= (4 if is_caseless else LONE_WORD_LETTERS)
        is_body = party.schema is PartySchema.ORGANIZATION and kind is NameKind.PRIMARY
        return is_body and is_long and told > 0 and not places_named(words[0])
    if is_person:
        return told >= 2
    return told > 0 and (party.schema is not PartySchema.VESSEL or len(words) >= 2)


def _plant(root: dict[str, dict[str, object]], words: list[str], found: Found) -> None:
    node: dict[str, object] = root  # type: ignore[assignment]
    for word in words:
        below = node.setdefault(word, {})
        assert isinstance(below, dict)
        node = below
    known = node.get("")
    if not isinstance(known, Found) or (found.rank, found.party.party) < (known.rank, known.party.party):
        node[""] = found


def _named(trie: NameTrie, text: str) -> Iterator[tuple[int, int, Party]]:
    """Start, end and party of the longest listed name at each word."""
    pieces = [(m.start(), m.end(), name_key(m.group()), m.group()) for m in _PIECE.finditer(text)]
    for first, (start, _, key, _) in enumerate(pieces):
        node: object = trie.children.get(key)
        at, best = first, None
        while isinstance(node, dict):
            found = node.get("")
            if isinstance(found, Found) and _is_printed_as_name([p[3] for p in pieces[first : at + 1]]):
                best = (pieces[at][1], found.party)
            at += 1
            if at >= len(pieces) or not _is_close(text[pieces[at - 1][1] : pieces[at][0]]):
                break
            node = node.get(pieces[at][2])
        if best is not None:
            yield start, best[0], best[1]


def _is_close(gap: str) -> bool:
    """Whether what stands between two words can stand inside a name: blanks, a hyphen, a comma, not the end of a sentence."""
    return (
        len(gap) <= 3
        and not set(gap) - set(" \t\n\u00a0-‐‑–,.&'’“”\"()/")
        and gap.strip() not in (". ", ".,")
        and ". " not in gap
    )


def _is_printed_as_name(words: list[str]) -> bool:
    """Whether the words are printed as a name is: each capitalised, but for joining words and particles."""
    return not words[0][0].islower() and all(not word[0].islower() or _joins(word) for word in words[1:])


def _joins(word: str) -> bool:
    concept = _concept_of("".join(plain_words(word)))
    return concept is not None and concept.word_class in (WordClass.PARTICLE, WordClass.JOINT)


def _marked(trie: NameTrie, text: str) -> Iterator[tuple[int, int, Party]]:
    for hit in _MARK.finditer(text):
        if looks_like_registration(hit.group()):
            party = trie.marks.get(normal_registration(hit.group()) or "")
            if party is not None:
                yield hit.start(), hit.end(), party


def _norm(party: Party, words: str) -> str:
    if party.schema is PartySchema.AIRPLANE:
        wanted = normal_registration(words)
        marks = [i.value for i in party.identifiers if "registration" in i.kind]
        return next((m for m in marks if normal_registration(m) == wanted), words)
    kinds = {PartySchema.PERSON: "person", PartySchema.VESSEL: "vessel"}
    caption = _forms(party.caption, party.schema is PartySchema.PERSON)[-1]
    return f"{kinds.get(party.schema, 'org')}:{'-'.join(name_key(caption).split())}"
