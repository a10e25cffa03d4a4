"""Where a noun phrase ends: names, dates, numbers and the words that may stand inside it."""

from __future__ import annotations

from overflight.documents.frames.ellipses import ellipsis_end
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.scene import Scene
from overflight.documents.frames.tree import Tree
from overflight.documents.frames.verbs import FORMS
from overflight.documents.frames.words import wordlist

DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_INNER = frozenset(wordlist("JJ JJR JJS CD NN NNS NNP NNPS POS HYPH $ RBS RBR FW AFX ADD GW"))
_OPENING = frozenset({"DT", "JJ", "PRP$", "POS", "CD", "IN", "VBG", "HYPH"})
_PARTITIVES = frozenset(
    wordlist("""some all many most several two three four five half both each part none dozens hundreds scores one any
much little""")
)
_DEFINITE = frozenset(wordlist("the its their these those this that his her our my them"))


def phrase_end(scene: Scene, tree: Tree, i: int) -> int | None:
    """The index of the last word of the noun phrase that starts at word i, if one does."""
    words = tree.words
    named = _mention_end(scene, tree, i)
    day = _date_end(scene, tree, i)
    if day is not None and not (day == i and _describes_next(tree, i)):
        return day
    if words[i].tag in {"PRP", "EX"} or words[i].lower in {"there", "both"}:
        return i
    if _opens_none(tree, i):
        return None
    if (words[i].lower in _PARTITIVES or words[i].tag == "CD") and i + 2 < len(words) and words[i + 1].lower == "of":
        whole = phrase_end(scene, tree, i + 2)
        if whole is not None and words[i + 2].lower in _DEFINITE:
            return whole
    elided = ellipsis_end(tree, i)
    if elided is not None:
        whole = _of_whole(scene, tree, elided)
        return elided if whole is None else whole
    if named is not None and _is_given(scene, tree, i, named):
        return named
    head = _last_noun(scene, tree, i)
    return named if head < 0 else _with_alias(tree, head)


def _of_whole(scene: Scene, tree: Tree, last: int) -> int | None:
    """The end of what `the last of …` or `two more of …` is taken from, where that is told."""
    words = tree.words
    if last + 2 >= len(words) or words[last + 1].lower != "of":
        return None
    return phrase_end(scene, tree, last + 2) if words[last + 2].lower in _DEFINITE else None


def _describes_next(tree: Tree, i: int) -> bool:
    """Whether a day in one word only describes the noun behind it (`Friday prayers`)."""
    words = tree.words
    if not words[i].is_name or i + 1 >= len(words):
        return False
    return words[i + 1].tag == "NN" or (words[i + 1].tag == "NNS" and (not i or words[i - 1].tag != "IN"))


def _opens_none(tree: Tree, i: int) -> bool:
    """Whether a word belongs to what joins phrases: `subject to`, `worth $3`, `at least`, `said that`."""
    word = tree.words[i]
    before = tree.words[i - 1] if i else None
    after = tree.words[i + 1] if i + 1 < len(tree.words) else None
    if before is None and word.lower == "per":
        return True
    if before is not None and before.is_verb and before.lower in _SAYING and word.lower == "that":
        return True
    if after is not None and word.lower == "subject" and after.lower == "to":
        return True
    if after is not None and word.lower == "worth" and after.tag in {"$", "CD"}:
        return True
    return before is not None and before.lower == "at" and word.lower in {"least", "most"}


def _last_noun(scene: Scene, tree: Tree, i: int) -> int:
    """The last noun of the run of words that a phrase from word i may hold; -1 where there is none."""
    words = tree.words
    j = i + 1 if words[i].tag in DETERMINERS else i
    head, ended = -1, False
    while j < len(words) and not _is_cut(scene, tree, i, j, head, ended=ended):
        inside = _mention_end(scene, tree, j) if words[j].tag != "VBZ" else None
        if inside is not None and ended and head == j - 1 and _starts_goods(scene, tree, j):
            break
        if inside is not None:
            head, j, ended = inside, inside + 1, True
            continue
        word = words[j]
        if word.is_noun:
            head = j
        elif not _may_stand_inside(tree, j):
            break
        if word.tag == "CD" and head < 0 and (j + 1 >= len(words) or not _continues(tree, j + 1)):
            head = j
        j += 1
    return head


def _is_cut(scene: Scene, tree: Tree, i: int, j: int, head: int, *, ended: bool) -> bool:
    """Whether another phrase begins at word j: behind a gap, at a price, a date, or a number that counts what follows."""
    words = tree.words
    if j > i and words[j].start - words[j - 1].end > _WIDEST_GAP:
        return True
    if j > i and words[j].lower == "worth" and j + 1 < len(words) and words[j + 1].tag in {"$", "CD"}:
        return True
    if head >= 0 and words[j].tag == "CD" and head == j - 1 and (ended or _is_taker_of_number(tree, i, j)):
        return True
    if head >= 0 and (_date_end(scene, tree, j) is not None or _is_how_often(tree, j)):
        return True
    return head == j - 1 and words[j].tag == "CD" and words[j].dep == "nummod" and _is_counted_apart(tree, j)


_TIMES = frozenset(wordlist("times occasions days nights hours weeks months years minutes"))


def _is_how_often(tree: Tree, j: int) -> bool:
    """Whether a number of times or days begins here, which belongs to no name before it (`to Chittagong six times`)."""
    words = tree.words
    return words[j].tag == "CD" and words[j].text.isalpha() and j + 1 < len(words) and words[j + 1].lower in _TIMES


_WIDEST_GAP = 2
"""Characters between two words of one phrase: a blank, or a mark and a blank that the tree leaves out."""


def _may_stand_inside(tree: Tree, j: int) -> bool:
    """Whether a word that is no noun may stand inside a noun phrase."""
    word = tree.words[j]
    if j > 1 and word.text[:1].isupper() and _is_joint(tree, j - 1):
        return True
    return (
        word.tag in _INNER
        or _is_joint(tree, j)
        or _is_ampersand(tree, j)
        or _is_premodifier(tree, j)
        or (word.lower in {",", "and"} and _adjective_list(tree, j))
    )


def _with_alias(tree: Tree, head: int) -> int:
    """The end of a phrase with a bracketed alias behind it (`the Quds Force (IRGC-QF)`)."""
    words = tree.words
    if head + 3 < len(words) and words[head + 1].text == "(" and _is_alias(tree, head + 2):
        close = next((k for k in range(head + 2, min(len(words), head + 8)) if words[k].text == ")"), None)
        return head if close is None else close
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


_DETERMINED = frozenset({"DT", "PRP$", "POS"})


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
        describes = word.tag == "VBN" or (
            before is not None and before.tag in _DETERMINED and following.tag in {"NN", "NNS"}
        )
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
