"""What is no claim though its words look like one: conditions, wishes, questions, things called off."""

from __future__ import annotations

import re
from itertools import pairwise

from overflight.documents.frames.clauses import Clause
from overflight.documents.frames.fillers import Sight
from overflight.documents.frames.forms import form_index
from overflight.documents.frames.phrases import Phrase
from overflight.documents.frames.words import wordlist

_WISH = frozenset(
    wordlist("""want try refuse hope seek decline ask demand urge call wish need like threaten fail attempt help vow promise
able allow permit enable aim use learn offer consider willing want""")
)
_WISHING = form_index(_WISH)
_WOULD = frozenset({"would", "'d", "’d", "should"})
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s)|called off|scrapped|scrubbed|axed|shelved|abandoned|put off|postponed|ditched|never "
    r"(?:took off|happened|"
    r"materiali[sz]ed|took place|left|arrived|signed)"
    r"|dropped|fell through|was aborted|renounced|came to nothing|did not go ahead|withdrawn)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset({"nobody", "noone"})


def is_unreal(sight: Sight, clause: Clause) -> bool:
    """Whether the clause is a condition, a wish, a question, or tells of something that was called off."""
    return (
        _is_conditional(sight, clause)
        or _is_wish(sight, clause)
        or _is_question(sight)
        or _is_called_off(sight, clause)
        or _is_nobody(sight, clause)
        or _is_barred(sight, clause)
        or _is_pondered(sight, clause)
    )


_INDIRECT = frozenset(
    wordlist("known clear establish say know determine unclear unknown asked see verify wonder confirm as even")
)
"""Words before an `if` that opens no condition but what is asked or told."""
_BELIEVED = re.compile(
    r"\bif\b[^,;.]*\b(?:is|are) (?:to be believed|believed|to be trusted|correct|right|accurate|true)\b"
)


def _has_condition(sight: Sight) -> bool:
    """Whether a sentence has a condition; `if the register is to be believed` is none, but a doubt about the source."""
    words = sight.tree.words
    text = sight.scene.text[words[0].start : words[-1].end].lower()
    if _BELIEVED.search(text):
        return False
    return any(w.lower in {"if", "unless"} and not (w.i and words[w.i - 1].lower in _INDIRECT) for w in words)


_SOME_DAY = frozenset({("one", "day"), ("some", "day")})


def _is_conditional(sight: Sight, clause: Clause) -> bool:
    words = sight.tree.words
    start = words[0].lower
    if (
        start in {"should", "were", "had"}
        and len(words) > 4
        and not sight.scene.text[: words[-1].end].rstrip().endswith("?")
    ):
        return True
    if _has_condition(sight):
        return True
    if {"should", "must", "ought"} & set(clause.auxiliaries):
        return True
    before = [w.lower for w in words[max(0, clause.verb - 4) : clause.verb]]
    if {"may", "might", "could"} & set(before) and any(pair in _SOME_DAY for pair in pairwise(before)):
        return True
    if "would" in clause.auxiliaries and "be" in clause.auxiliaries and clause.is_passive:
        return True
    return bool(_WOULD & set(clause.auxiliaries)) and not {"have", "be"} & set(clause.auxiliaries)


_AWAITED = frozenset({"due", "set", "scheduled", "expected", "slated", "bound", "likely"})
"""Adjectives after which `to …` tells a plan that is still open, and no purpose."""
_PONDERING = form_index(
    wordlist("consider contemplate mull weigh discuss avoid propose suggest oppose rule recommend envisage")
)


def _is_pondered(sight: Sight, clause: Clause) -> bool:
    """`would consider supplying …`: what is only thought about."""
    words = sight.tree.words
    verb = words[clause.verb]
    if verb.tag != "VBG" or not verb.i:
        return False
    is_ruled_out = words[verb.i - 1].lower == "out" and verb.i > 1 and words[verb.i - 2].lower in _PONDERING
    return words[verb.i - 1].lower in _PONDERING or is_ruled_out


def _is_wish(sight: Sight, clause: Clause) -> bool:
    """`to …` after a verb or noun of wishing, or of purpose: nothing happened."""
    words = sight.tree.words
    verb = words[clause.verb]
    above = words[verb.head]
    if verb.tag == "VBG" and verb.dep == "xcomp" and above.lower in _GOING_ON and words[above.i - 1].lower == "to":
        verb = above  # `urged X to stop supplying Y`: what is asked for is told by the verb before
    elif not clause.auxiliaries or clause.auxiliaries[0] != "to":
        return False
    head = words[verb.head]
    if verb.dep == "advcl" and "have" not in clause.auxiliaries:
        return head.lower not in _AWAITED
    if verb.dep in {"acl", "xcomp", "ccomp", "conj"} and head.i < verb.i:
        return (
            _WISHING.get(head.lower) is not None
            or head.lower in _WISH
            or any(
                head.lower.startswith(w)
                for w in ("want", "refus", "urg", "call", "tri", "ask", "learn", "help", "allow", "enabl", "permit")
            )
        )
    return False


_GOING_ON = frozenset({"stop", "start", "begin", "continue", "keep", "halt", "cease", "resume", "end"})


def is_habit(clause: Clause) -> bool:
    """Whether `used to` tells what was the case (`used to command the guard`), not what something was used for."""
    words = clause.tree.words
    k = clause.verb - 2
    if k < 1 or words[k].lower != "used" or words[k + 1].lower != "to":
        return False
    return words[k - 1].lower not in {"be", "been", "being", "is", "are", "was", "were", "'s", "’s"}


def _is_question(sight: Sight) -> bool:
    return sight.tree.words[-1].text == "?" or (len(sight.tree.words) > 1 and sight.tree.words[-2].text == "?")


def _is_called_off(sight: Sight, clause: Clause) -> bool:
    words = sight.tree.words
    text = sight.scene.text[words[0].start : words[-1].end]
    match = _CALLED_OFF.search(text)
    return match is not None and bool(
        re.search(
            r"\b(?:plan|planned|plans|flight|visit|deal|trip|purchase|order|contract|second|third|fourth|was to)\b",
            text,
            re.IGNORECASE,
        )
    )


def _is_nobody(sight: Sight, clause: Clause) -> bool:
    if clause.subject is None:
        return False
    words = sight.tree.words
    return words[clause.subject.head].lower in _NOBODY or words[clause.subject.first].lower == "nobody"


_BARRING = form_index(
    wordlist("""prohibit bar ban forbid prevent block stop halt suspend oppose outlaw discourage deter restrict freeze end
embargo condemn rule exclude curb limit""")
)
_CALLING = form_index(
    wordlist("call urge demand seek discuss debate consider negotiate request want propose rule fear")
)
_AGAINST = frozenset(wordlist("ban embargo restrictions restriction end halt call calls moratorium curbs limits talks"))
_OPEN = frozenset({"must", "should", "could", "would", "can", "cannot"})


def _is_barred(sight: Sight, clause: Clause) -> bool:
    """`prohibits states from selling …`: what a rule forbids did not happen."""
    words = sight.tree.words
    if words[clause.verb].tag != "VBG" or not clause.verb or words[clause.verb - 1].lower != "from":
        return False
    return any(w.lower in _BARRING for w in words[max(0, clause.verb - 9) : clause.verb - 1])


def is_barred_noun(sight: Sight, phrase: Phrase) -> bool:
    """Whether a noun of trade names what is forbidden, asked for or talked about: `bans the export of`, `talks on the sale of`."""
    words = sight.tree.words
    if words[phrase.first].lower in {"any", "no", "future", "further"} and words[phrase.first].lower != "no":
        return True
    before = words[max(0, phrase.first - 5) : phrase.first]
    if any(w.lower in _BARRING and (w.is_verb or w.lower in _AGAINST) for w in before):
        return True
    if any(w.lower in _CALLING and w.is_verb for w in before[-3:]):
        return True
    if any(w.lower in _AGAINST for w in before):
        return True
    after = words[phrase.last + 1 : phrase.last + 14]
    verb = next((w for w in after if w.tag == "MD" or w.is_verb), None)
    return verb is not None and verb.lower in _OPEN


def is_unreal_sentence(sight: Sight) -> bool:
    """Whether a whole sentence is a condition, a question, or tells of something called off."""
    words = sight.tree.words
    text = sight.scene.text[words[0].start : words[-1].end]
    return _is_question(sight) or _has_condition(sight) or _CALLED_OFF.search(text) is not None
