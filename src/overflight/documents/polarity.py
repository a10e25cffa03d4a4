"""Whether the text affirms a claim, denies it, does not know, or could not confirm it: cues with their scope."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.scope import Governors
from overflight.documents.sentences import Sentence
from overflight.records.claim import Polarity

_I = re.IGNORECASE

UNKNOWN = re.compile(
    r"(?<!\w)(?:(?:is|was|were|are|it['’]s) (?:still |yet )?(?:not|un)[ -]?(?:known|clear|certain|"
    r"established|determined) (?:whether|if|who|how)"
    r"|(?:un)(?:known|clear|certain|confirmed) (?:whether|if)|(?:could|can|did|has|have|was|"
    r"were)(?: not|n['’]t|not) (?:be )?(?:able to )?(?:immediately |independently )?"
    r"(?:establish|determine|tell|say|know|ascertain|clarify|learn)(?:ed)? (?:whether|if)|(?:do|does|"
    r"did)(?: not|n['’]t) know (?:whether|if)"
    r"|(?:could|can|did|was|were|is|has|have)(?: not|n['’]t|not) (?:been )?(?:be )?(?:able |possible )?(?:to )?"
    r"(?:immediately |independently )?(?:confirm|verify|check)(?:ed)? (?:whether|if)"
    r"|impossible to (?:establish|determine|say|tell|confirm|verify) (?:whether|if)"
    r"|not (?:\w+ ){0,3}possible to (?:establish|determine|say|tell|confirm|verify) (?:whether|if)"
    r"|unable to (?:establish|determine|say|tell|confirm|verify) (?:whether|if)|no(?:body| one) knows (?:whether|"
    r"if)|(?:refused|declined) to say (?:whether|if)"
    r"|whether .{1,80}? (?:is|was|remains) (?:not known|unknown|unclear|uncertain|an open question))(?!\w)",
    _I,
)
OPEN_QUESTION = re.compile(
    r"whether (?P<asked>.{1,160}?) (?:could|can) ?not be (?:established|determined|ascertained|confirmed|verified|clarified)(?!\w)",
    _I,
)
"""`Whether … could not be established`: the answer to what stands between is unknown."""
DENIED = re.compile(
    r"(?<!\w)(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|rebut(?:s|ted)?|contradict(?:s|ed)?"
    r"|repudiat(?:es|ed)|contest(?:s|ed)|call(?:s|ed)? (?:it|them|this) (?:a )?(?:lie|false|fiction|untrue)|denials?)(?!\w)",
    _I,
)
NEGATION = re.compile(
    r"(?<!\w)(?:not(?! only| just| merely| least| more| less| fewer)|never|no(?! fewer| less| more than)|neither|nor"
    r"|none of|cannot|nothing|yet to)(?!\w)"
    r"|n['’]t(?! only| just| merely)(?!\w)",
    _I,
)
RAISED = re.compile(
    r"(?:\bnot|n['’]t|\bnever)\b(?: \w+){0,2}? "
    r"(?:think|thought|believed?|believes|appear(?:s|ed)?|seem(?:s|ed)?|likely|expected|supposed)\b",
    _I,
)
"""A negation before a verb of belief, which denies what is believed (`is not thought to have carried`)."""
FALSE = re.compile(
    r"(?<!\w)(?:(?:false|untrue|incorrect|wrong|not true|not the case|a lie|a myth) that"
    r"|no truth (?:in|to) (?:\w+ ){1,4}that)(?!\w)",
    _I,
)
CALLED_FALSE = re.compile(
    r"(?<!\w)(?:call(?:s|ed|ing)?|brand(?:s|ed)?|label(?:s|led)?|describ(?:es|ed)|term(?:s|ed)) .{4,140}?"
    r"(?<!\w)(?:lies?|false|untrue|fabricat\w+|nonsense|fiction|baseless|unfounded|fake|invent\w+)(?!\w)",
    _I,
)
"""`called the report that … a lie`: what stands between is denied."""
NO_EVIDENCE = re.compile(
    r"(?<!\w)(?:(?:found|has|have|had|saw|seen|is|was|there (?:is|was)|offered|"
    r"gave) no (?:\w+ )?(?:evidence|proof|sign|trace|indication|record|confirmation)s?"
    r"|(?:do|does|did|could)(?: not|n['’]t) (?:\w+ )?(?:show|prove|support|establish|confirm|verify|"
    r"corroborate|demonstrate|bear out)"
    r"|(?:nothing|little|no(?:ne)? \w+)(?: to)? (?:suggest|indicate|show|prove|confirm|support)(?:s|ed)?(?: that)?"
    r"|without (?:evidence|proof))(?!\w)",
    _I,
)
UNVERIFIED = re.compile(
    r"(?<!\w)(?:(?:could|can|was|were|is|are|has|have|had)(?: not|n['’]t|not)? ?(?:been |be |"
    r"not )?(?:immediately |independently |yet )*(?:able|unable)? ?(?:to )?"
    r"(?:immediately |independently )?(?:verif(?:y|ied)|confirm(?:ed)?|corroborate(?:d)?|check(?:ed)?|authenticate(?:d)?)"
    r"|unverified|unconfirmed|not (?:been )?(?:independently )?(?:verified|confirmed))(?!\w)",
    _I,
)
_NEGATIVE = re.compile(r"not|n['’]t|cannot|unable|unverified|unconfirmed", _I)


def is_unverified(text: str, start: int, end: int) -> bool:
    """Whether a stretch says that something could not be confirmed."""
    match = UNVERIFIED.search(text, start, end)
    return match is not None and _NEGATIVE.search(match.group()) is not None


def doubted_sentences(text: str, sentences: Sequence[Sentence], claimed: frozenset[int]) -> frozenset[int]:
    """The sentences of which the text itself, or the next sentence of the paragraph, says that this could not be verified.

    claimed: sentences that assert something themselves; their doubt is about their own assertion.
    """
    found = {i for i, s in enumerate(sentences) if is_unverified(text, s.start, s.end)}
    before = {i - 1 for i in found if i and i not in claimed and sentences[i].paragraph == sentences[i - 1].paragraph}
    return frozenset(found | before)


_NOTHING = re.compile(r"(?:no|nothing|none)(?!\w)", _I)
"""An object that is none: `Nothing military was taken off`, `carried no weapons`."""
_CORRECTION = re.compile(
    r"(?<!\w)(?:corrections?|corrected|corrigend\w+|we regret|in error|mistaken(?:ly)?|wrongly)(?!\w)", _I
)
_NEARBY = 200
"""Characters around `we wrote that` in which a word of correction takes it back."""
WE_WROTE = re.compile(
    r"(?<!\w)(?:we (?:\w+ )?(?:wrote|reported|said|stated|published)"
    r"|our (?:[\w:.]+ ){0,4}(?:post|report|story|article|entry|item|piece|headline|dispatch) (?:wrongly )?"
    r"(?:said|stated|gave|had|claimed|reported|spoke))(?!\w)",
    _I,
)
RETRACTED = re.compile(
    r"(?<!\w)(?:an? )?(?:earlier|previous|prior|first) (?:version|edition|draft) of this (?:article|"
    r"story|report|piece|text|dispatch|newsletter|post|entry|page)(?!\w)",
    _I,
)


def polarity_of(text: str, sight: Sight, draft: Draft, governors: Governors) -> Polarity:
    """The polarity that the words around a trigger give."""
    if draft.polarity is not None:
        return Polarity(draft.polarity)
    if RETRACTED.search(text, *governors.head) or _is_taken_back(text, governors):
        return Polarity.DENIED
    if draft.rule.endswith(".apposed"):
        return Polarity.AFFIRMED
    if UNKNOWN.search(text, *governors.head) or _is_open_question(text, sight, draft):
        return Polarity.UNKNOWN
    if NO_EVIDENCE.search(text, *governors.head):
        return Polarity.UNCONFIRMED
    denied = any(DENIED.search(text, *span) or RAISED.search(text, *span) for span in governors.above)
    denied = denied or any(_NOTHING.match(f.text) for f in draft.roles.get("object", ()))
    denied = denied or FALSE.search(text, *governors.head) is not None or _is_called_false(text, sight, draft)
    if denied or governors.is_negated or NEGATION.search(text, *draft.trigger):
        return Polarity.DENIED
    return Polarity.AFFIRMED


def _is_open_question(text: str, sight: Sight, draft: Draft) -> bool:
    words = sight.tree.words
    match = OPEN_QUESTION.search(text, words[0].start, words[-1].end)
    return match is not None and match.start("asked") <= draft.trigger[0] < match.end("asked")


def _is_taken_back(text: str, governors: Governors) -> bool:
    """`Correction. We wrote that …`."""
    own = WE_WROTE.search(text, *governors.head)
    if own is None:
        return False
    return (
        _CORRECTION.search(text, max(0, own.start() - _NEARBY), min(len(text), governors.head[1] + _NEARBY)) is not None
    )


def _is_called_false(text: str, sight: Sight, draft: Draft) -> bool:
    words = sight.tree.words
    match = CALLED_FALSE.search(text, words[0].start, words[-1].end)
    return match is not None and match.start() < draft.trigger[0] < match.end()
