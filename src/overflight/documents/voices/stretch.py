"""Which stretch of a sentence is said: what follows the verb of saying, or the whole of it where the speaker stands behind."""

from __future__ import annotations

from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.tree import Word
from overflight.documents.frames.words import wordlist

Span = tuple[int, int]

_CLOSING = frozenset({".", ",", ";", "”", '"', ")", "“", "’"})
_AFTERTHOUGHTS = frozenset(wordlist("as after on in this last earlier to yesterday today late at when"))
"""Words behind a verb of saying at the end of what is said (`…, he said on Monday`)."""
_OPENING = frozenset({",", "”", '"', "“", "–", "—"})
_THAT = frozenset({"it", "that", "this", "these", "those", "so"})
_NEWS = frozenset(
    wordlist("information news account report reports claim claims version story details shipment flight flights visit")
)


def whole(sight: Sight) -> Span:
    """The whole sentence."""
    words = sight.tree.words
    return words[0].start, words[-1].end


def said_by(sight: Sight, verb: int, subject: Phrase) -> Span | None:
    """What a subject says with a verb; None where nothing is said (`the ministry replied.`)."""
    words = sight.tree.words
    first, last = whole(sight)
    following = _after(sight, verb)
    if subject.first > verb or _is_said_before(sight, verb, subject, following):
        return first, last
    if following is None or (following.text == "." and _content(sight, verb) is None):
        return (first, words[subject.first].start) if subject.first > 1 else None
    return words[verb].end, last


def _content(sight: Sight, verb: int) -> Word | None:
    return sight.tree.kid(verb, "ccomp", "xcomp", "obj")


def _after(sight: Sight, verb: int) -> Word | None:
    """The word behind the verb and, of `told`, behind the one who is told."""
    words = sight.tree.words
    heard = next((p for p in sight.phrases if p.first == verb + 1), None)
    at = verb + 1
    if heard is not None and words[verb].lower in {"told", "tells", "tell"} and heard.last + 1 < len(words):
        at = heard.last + 1
    return words[at] if at < len(words) else None


def has_content(sight: Sight, verb: int, subject: Phrase) -> bool:
    """Whether a verb has a clause or a quotation for its object, stands behind what it says, or tells what is known."""
    words = sight.tree.words
    if sight.tree.kid(verb, "ccomp", "parataxis") is not None:
        return True
    behind = [w.lower for w in words[verb + 1 : verb + 6]]
    return (
        bool({"that", "“", '"', ":", "whether", "evidence", "likely", "probable"} & set(behind))
        or _is_said_before(sight, verb, subject, _after(sight, verb))
        or (
            words[verb].lower in {"has", "have", "had", "received", "obtained"}
            and sight.tree.kid(verb, "obj") is not None
        )
    )


def _is_said_before(sight: Sight, verb: int, subject: Phrase, following: Word | None) -> bool:
    """Whether the speaker closes what is said: `…, the officials said`."""
    words = sight.tree.words
    if any(w.i < subject.first for w in sight.tree.kids(verb, "ccomp", "parataxis")):
        return True
    if not subject.first:
        return False
    if words[subject.first - 1].lower == "as":
        return True
    if words[subject.first - 1].text not in _OPENING:
        return False
    if words[verb].dep == "parataxis" and words[verb].head < verb:
        return True
    is_closed = following is None or following.text in _CLOSING or following.lower in _AFTERTHOUGHTS
    content = _content(sight, verb)
    return is_closed and (content is None or content.i < verb)


def is_backward(sight: Sight, verb: int, lemma: str, *, is_passive: bool) -> bool:
    """Whether what is said is a `that` or `this information` of the sentence before."""
    tree = sight.tree
    said = tree.kid(verb, "nsubj:pass") if is_passive else tree.kid(verb, "obj")
    is_clause_behind = "that" in {w.lower for w in tree.words[verb + 2 : verb + 6]}
    if said is None or tree.kid(verb, "ccomp") is not None or is_clause_behind:
        return False
    if said.lower in _THAT:
        return True
    points = any(w.lower in {"that", "this", "these", "the"} for w in tree.kids(said.i, "det"))
    return said.lower in _NEWS and points and lemma == "confirm"
