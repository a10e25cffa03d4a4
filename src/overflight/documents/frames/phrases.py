"""Noun phrases: found from the tags alone, named by what they stand for, and stretched to the span a role takes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from overflight.documents.frames.forms import form_index, noun_base
from overflight.documents.frames.lexicon import NOUNS, TITLES, Nature
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.frames.tree import Tree, Word
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_INNER = frozenset(wordlist("JJ JJR JJS CD NN NNS NNP NNPS POS HYPH $ RBS RBR FW AFX ADD GW"))
_OPENING = frozenset({"DT", "JJ", "PRP$", "POS", "CD", "IN", "VBG", "HYPH"})
_APPROXIMATE = frozenset(wordlist("""about around roughly nearly almost approximately some over only just fewer less
more than at least most up
to not under estimated well"""))  # fmt: skip
_COMPLEX_PREPOSITIONS = (
    ("on", "behalf", "of"), ("because", "of"), ("due", "to"), ("according", "to"), ("out", "of"), ("in", "exchange", "for"),
    ("in", "return", "for"), ("on", "board"), ("up", "to"), ("in", "front", "of"), ("by", "way", "of"), ("as", "well", "as"),
    ("bound", "for"), ("destined", "for"), ("close", "to"), ("en", "route", "to"), ("back", "to"), ("on", "to"), ("outside", "of"),
    ("apart", "from"), ("such", "as"), ("instead", "of"), ("followed", "by"), ("on", "suspicion", "of"), ("on", "charges", "of"),
    ("headed", "for"), ("north", "of"), ("south", "of"), ("east", "of"), ("west", "of"), ("along", "with"), ("together", "with"),
    ("with", "stops", "in"), ("intended", "for"), ("meant", "for"),
)  # fmt: skip
_BY_LAST_WORD: dict[str, tuple[tuple[str, ...], ...]] = {}
for _words in _COMPLEX_PREPOSITIONS:
    _BY_LAST_WORD[_words[-1]] = (*_BY_LAST_WORD.get(_words[-1], ()), _words)
_ABOUT = frozenset({"about", "around", "nearly", "almost", "roughly", "approximately", "only", "just", "some"})
_CONJUNCTIONS = frozenset(wordlist("that whether if because although though while than so unless out up down away"))
_PREPOSITIONS = frozenset(wordlist("""worth worth to at in on from into via per including following with by near for of over
through aboard between since
against under"""))  # fmt: skip
_PARTITIVES = frozenset(
    wordlist("some all many most several two three four five half both each part none dozens hundreds scores one")
)
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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase: word indices first to last inclusive, its head, the preposition before it, what it stands for."""

    first: int
    last: int
    head: int
    preposition: str
    nature: Nature
    norm: str | None = None
    mention_kind: str | None = None


_PARTICLES = frozenset({"up", "off", "out", "down", "away", "over", "back"})
"""Small words that belong to the verb before them where they are tagged so: what follows is its object (`picked up X`)."""


def prepositions_before(tree: Tree, first: int) -> tuple[str, int]:
    """The preposition (possibly of several words) that ends right before a word, and the index where it begins."""
    if tree.words[first].lower in {"a", "an", "half"} and first and tree.words[first - 1].lower in _ABOUT:
        first -= 1
    if tree.words[first].tag in {"CD", "$"}:
        while first and tree.words[first - 1].lower in _APPROXIMATE and not _is_governing(tree, first - 1):
            first -= 1
        if first > 1 and tree.words[first - 1].lower == "to" and tree.words[first - 2].lower in {"up", "close"}:
            first -= 2
    lowers = tuple(w.lower for w in tree.words[max(0, first - 3) : first])
    for complex_ in _BY_LAST_WORD.get(lowers[-1], ()) if lowers else ():
        if lowers[-len(complex_) :] == complex_:
            return " ".join(complex_), first - len(complex_)
    if first and (
        tree.words[first - 1].tag in {"IN", "TO", "RP"}
        or tree.words[first - 1].lower in {"to", "via", "per", "including", "following", "with", "by", "near", "for"}
    ):
        return tree.words[first - 1].lower, first - 1
    return "", first


def _is_governing(tree: Tree, k: int) -> bool:
    """Whether `to` or `at` before a number is a preposition, and no part of `at least`, `up to`."""
    words = tree.words
    if words[k].lower == "at":
        return k + 1 < len(words) and words[k + 1].lower not in {"least", "most"}
    return words[k].lower == "to"


def find_phrases(scene: Scene, tree: Tree) -> tuple[Phrase, ...]:
    """All base noun phrases of a sentence, in order, never overlapping; a bracketed alias belongs to the name before it."""
    words, found, i = tree.words, [], 0
    while i < len(words):
        last = _phrase_end(scene, tree, i)
        if last is None:
            i += 1
            continue
        found.append(_phrase(scene, tree, i, last))
        i = last + 1
    return tuple(
        _of_what(tree, phrase, following) for phrase, following in zip(found, (*found[1:], None), strict=False)
    )


_COLLECTIVES = frozenset(
    wordlist("""group number handful couple pair series string fleet band party dozens hundreds scores thousands trio quartet
wave flurry spate succession row round majority remainder rest team crew contingent column total""")
)
_COLLECTED = frozenset({Nature.AIRCRAFT, Nature.FLIGHT, Nature.PEOPLE, Nature.PERSON})


def _of_what(tree: Tree, phrase: Phrase, following: Phrase | None) -> Phrase:
    """A phrase that only counts or collects what follows it stands for that (`a group of officers`, `a string of flights`)."""
    is_of = following is not None and following.preposition == "of" and following.first == phrase.last + 2
    if following is None or not is_of or tree.words[phrase.head].lower not in _COLLECTIVES:
        return phrase
    return replace(phrase, nature=following.nature) if following.nature in _COLLECTED else phrase


def _phrase_end(scene: Scene, tree: Tree, i: int) -> int | None:  # noqa: PLR0912
    """The index of the last word of the noun phrase that starts at word i, if one does."""
    words = tree.words
    named = _mention_end(scene, tree, i)
    day = _date_end(scene, tree, i)
    if day is not None and not (
        day == i
        and words[i].is_name
        and i + 1 < len(words)
        and (words[i + 1].tag == "NN" or (words[i + 1].tag == "NNS" and (not i or words[i - 1].tag != "IN")))
    ):
        return day
    if words[i].tag in {"PRP", "EX"} or words[i].lower in {"there", "both"}:
        return i
    if i == 0 and words[i].lower == "per":
        return None
    if words[i].lower == "that" and i and words[i - 1].is_verb and words[i - 1].lower in _SAYING:
        return None
    if words[i].lower == "subject" and i + 1 < len(words) and words[i + 1].lower == "to":
        return None
    if words[i].lower == "worth" and i + 1 < len(words) and words[i + 1].tag in {"$", "CD"}:
        return None
    if words[i].lower in {"least", "most"} and i and words[i - 1].lower == "at":
        return None
    if (words[i].lower in _PARTITIVES or words[i].tag == "CD") and i + 2 < len(words) and words[i + 1].lower == "of":
        whole = _phrase_end(scene, tree, i + 2)
        if whole is not None and words[i + 2].lower in {"the", "its", "their", "these", "those", "his", "our", "them"}:
            return whole
    if named is not None and _is_given(scene, tree, i, named):
        return named
    j = i
    if words[j].tag in _DETERMINERS:
        j += 1
    head, ended = -1, False
    while j < len(words):
        if j > i and words[j].start - words[j - 1].end > 2:
            break
        if j > i and words[j].lower == "worth" and j + 1 < len(words) and words[j + 1].tag in {"$", "CD"}:
            break
        if head >= 0 and words[j].tag == "CD" and head == j - 1 and (ended or _is_taker_of_number(tree, i, j)):
            break
        if head >= 0 and _date_end(scene, tree, j) is not None:
            break
        if head == j - 1 and words[j].tag == "CD" and words[j].dep == "nummod" and _is_counted_apart(tree, j):
            break
        inside = _mention_end(scene, tree, j) if words[j].tag != "VBZ" else None
        if inside is not None and ended and head == j - 1 and _starts_goods(scene, tree, j):
            break
        if inside is not None:
            head, j, ended = inside, inside + 1, True
            continue
        word = words[j]
        if word.is_noun:
            head = j
        elif not (
            word.tag in _INNER
            or _is_joint(tree, j)
            or _is_ampersand(tree, j)
            or _is_premodifier(tree, j)
            or (word.lower in {",", "and"} and _adjective_list(tree, j))
        ):
            break
        if word.tag == "CD" and head < 0 and (j + 1 >= len(words) or not _continues(tree, j + 1)):
            head = j
        j += 1
    if head < 0:
        return named
    if head + 3 < len(words) and words[head + 1].text == "(" and _is_alias(tree, head + 2):
        close = next((k for k in range(head + 2, min(len(words), head + 8)) if words[k].text == ")"), None)
        if close is not None:
            return close
    return head


def _date_end(scene: Scene, tree: Tree, i: int) -> int | None:
    """The last word of the date that starts at word i."""
    day = next((m for m in scene.starting(tree.words[i].start) if m.kind == "date"), None)
    if day is None:
        return None
    return max(w.i for w in tree.words[i : i + 16] if w.start < day.end)


_SAYING = form_index(
    wordlist(
        "say tell report write claim add reveal confirm state announce declare allege note argue insist show indicate"
    )
)
"""Verbs whose `that` opens what is said, and points at nothing (`wrote that cargo aircraft landed`)."""
_GIVING = form_index(
    wordlist("sell give send supply hand lend offer bring deliver furnish issue grant ship pass donate cede")
)
"""Verbs that may have two objects, the taker first."""


def _is_given(scene: Scene, tree: Tree, i: int, last: int) -> bool:
    """Whether a country right behind a verb of giving is who gets the goods that follow (`sold Armenia ammunition`)."""
    words = tree.words
    if not i or words[i - 1].lower not in _GIVING or last + 1 >= len(words) or words[i - 1].dep == "amod":
        return False
    start, following = words[i].start, words[last + 1]
    is_country = any(m.start == start and m.kind == "place" for m in scene.within(start, words[last].end))
    return is_country and following.tag in {"NN", "NNS", "JJ", "CD", "VBN", "$"} and following.lower not in {"air", "-"}


def _is_taker_of_number(tree: Tree, i: int, j: int) -> bool:
    """Whether a name right behind a verb of giving ends before the number of what is given (`gave Vantaria 40 drones`)."""
    words = tree.words
    return bool(i) and words[i - 1].lower in _GIVING and words[j - 1].is_name and words[j - 1].text[:1].isupper()


def _is_counted_apart(tree: Tree, j: int) -> bool:
    """Whether a number right behind a common noun counts the noun after it (`into custody three crew members`)."""
    words = tree.words
    before = words[j - 1]
    return (
        words[j].head > j
        and not before.is_name
        and before.text.islower()
        and before.tag == "NN"
        and words[j].text.isalpha()
    )


def _starts_goods(scene: Scene, tree: Tree, j: int) -> bool:
    """Whether a named weapon or aircraft begins here (`gave Sudan Mohajer-6 drones` is two phrases)."""
    start = tree.words[j].start
    return any(
        m.start == start and m.kind in {"weapon", "aircraft_type"} for m in scene.within(start, start + 40)
    ) and any(m.end == tree.words[j - 1].end and m.kind == "place" for m in scene.within(max(0, start - 40), start))


def _continues(tree: Tree, j: int) -> bool:
    return tree.words[j].tag in _INNER or _is_premodifier(tree, j)


def _is_premodifier(tree: Tree, j: int) -> bool:
    """Whether a participle or adverb stands before its noun (`ageing freighters`, `repaired engines`)."""
    word = tree.words[j]
    if j + 1 >= len(tree.words):
        return False
    following, before = tree.words[j + 1], tree.words[j - 1] if j else None
    if before is not None and before.lower in {"having", "being"}:
        return False
    opens = before is not None and (before.tag in _OPENING or before.lower in {"of", "with", "and"})
    if word.tag == "RB":
        return following.tag in {"JJ", "VBN", "CD"} and word.dep == "advmod" and word.head == following.i and opens
    if word.tag not in {"VBG", "VBN", "VBD"} or following.tag not in _INNER or following.tag == "CD":
        return False
    if word.lower in _NAMED and following.is_name:
        return False
    if word.lower in FORMS:
        numbered = before is not None and before.tag == "CD" and j > 1 and tree.words[j - 2].is_name
        describes = word.tag == "VBN" or (before is not None and before.tag == "DT" and following.tag in {"NN", "NNS"})
        return opens and not numbered and describes and word.dep in {"amod", "compound"}
    return word.dep in {"amod", "compound", "nmod:desc"} and (opens or before is None or not before.is_noun)


_NAMED = frozenset(wordlist("registered named called dubbed nicknamed christened marked codenamed tagged"))
"""Participles before a name that is given (`an Il-76 registered EX-76015`), not described."""


def _is_joint(tree: Tree, j: int) -> bool:
    """Whether a hyphen joins two parts of one word (`ADS-B`), whatever its tag."""
    words = tree.words
    return (
        words[j].text in {"-", "‑"}
        and 0 < j < len(words) - 1
        and words[j - 1].end == words[j].start
        and words[j].end == words[j + 1].start
    )


def _is_ampersand(tree: Tree, j: int) -> bool:
    """Whether `&` joins two parts of one name (`Cardew & Sons`)."""
    words = tree.words
    return words[j].text == "&" and 0 < j < len(words) - 1 and words[j - 1].is_name and words[j + 1].text[:1].isupper()


def _adjective_list(tree: Tree, j: int) -> bool:
    """Whether `,` or `and` joins two adjectives before one noun (`powerful and sophisticated weapons`)."""
    words = tree.words
    return (
        0 < j < len(words) - 2
        and words[j - 1].tag in {"JJ", "JJR"}
        and words[j + 1].tag in {"JJ", "VBN"}
        and words[j + 2].tag in _INNER
    )


def _is_alias(tree: Tree, k: int) -> bool:
    word = tree.words[k]
    return word.text[:1].isupper() and (word.is_noun or word.text.isupper())


def _mention_end(scene: Scene, tree: Tree, i: int) -> int | None:
    """The last word of the longest mention that starts exactly at word i."""
    best: int | None = None
    for mention in scene.starting(tree.words[i].start):
        if mention.kind == "demonym":
            continue
        j = i
        while j + 1 < len(tree.words) and tree.words[j + 1].start < mention.end:
            j += 1
        if best is None or j > best:
            best = j
    return best


def _phrase(scene: Scene, tree: Tree, first: int, last: int) -> Phrase:
    head = _head(tree, first, last)
    nature, norm, kind = nature_of(scene, tree, first, last, head)
    return Phrase(first, last, head, prepositions_before(tree, first)[0], nature, norm, kind)


def _head(tree: Tree, first: int, last: int) -> int:
    words = tree.words
    if words[last].text == ")":
        last = next((k for k in range(last, first, -1) if words[k].text == "("), last + 1) - 1
    return last


def nature_of(scene: Scene, tree: Tree, first: int, last: int, head: int) -> tuple[Nature, str | None, str | None]:
    """What words first..last stand for: the class of the head noun, or the mention that covers it; its norm and kind."""
    words = tree.words
    word = words[head]
    if word.tag == "PRP" or word.lower in {"both", "which", "who", "that"}:
        return Nature.PRONOUN, None, None
    mentions = list(scene.within(words[first].start, words[last].end))
    covering = [m for m in mentions if m.start <= word.start < m.end]
    inside = max(covering, key=lambda m: (m.end - m.start, m.kind == "operator"), default=None)
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
    if word.is_name:
        made = any(w.lower in _MAKERS for w in words[first:head]) and any(c.isdigit() for c in word.text)
        return Nature.AIRCRAFT if made else _unknown_name(tree, first, head), None, None
    return Nature.OTHER, None, None


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
    return head > first and before.tag not in _DETERMINERS and before.text[:1].isupper() and word.text[:1].isupper()


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


def span_of(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """The code points from one word to another, both included."""
    return tree.words[first].start, tree.words[last].end


def word_at(tree: Tree, offset: int) -> Word | None:
    """The word that covers a code point."""
    return next((w for w in tree.words if w.start <= offset < w.end), None)


def phrase_position(phrases: tuple[Phrase, ...], phrase: Phrase) -> int:
    """The place of a phrase in the row."""
    return max((k for k, p in enumerate(phrases) if p.first <= phrase.first), default=0)


def phrase_at(phrases: tuple[Phrase, ...], word: int) -> Phrase | None:
    """The phrase that covers a word."""
    return next((p for p in phrases if p.first <= word <= p.last), None)
