"""How firmly a claim is put: cue words with their scope; the strongest hedge that governs the claim decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overflight.documents.frames.clauses import verb_group
from overflight.documents.frames.draft import Draft
from overflight.documents.frames.fillers import Sight
from overflight.documents.scope import Governors
from overflight.records.claim import ClaimKind, Modality

_STRENGTH = (Modality.REPORTED, Modality.ALLEGED, Modality.BELIEVED, Modality.SPECULATED, Modality.PLANNED)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and the modality that it gives to the claim it governs.

    reach: `before` – the cue stands before the trigger in its clause or above it; `inside` – anywhere in the claim's stretch.
    """

    pattern: re.Pattern[str]
    modality: Modality
    reach: str


def _cue(pattern: str, modality: Modality, reach: str = "before") -> Cue:
    return Cue(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), modality, reach)


_A, _B, _S, _P = Modality.ALLEGED, Modality.BELIEVED, Modality.SPECULATED, Modality.PLANNED

ENGLISH: tuple[Cue, ...] = (
    _cue(r"allegedly|reportedly|purportedly|supposedly|ostensibly|by some accounts|rumou?red to|is rumou?red", _A, "inside"),
    _cue(r"alleged(?! to)|purported|supposed", _A),
    _cue(r"(?:is|are|was|were|been|be) (?:also |now |widely )?(?:said|alleged|reported|claimed|rumou?red|purported) to", _A),
    _cue(r"accus(?:ed|es|e|ing)\b.{0,60}?\bof|accusations? (?:of|that)|alleg(?:es|ed|ing) that|allegations? (?:of|that)", _A),
    _cue(r"suspect(?:s|ed)?(?: of| that| to)?|suspicions? that", _A, "inside"),
    _cue(r"on paper|according to (?:the )?(?:paperwork|declaration)|declared as|claim(?:s|ed|ing)?(?: to| that)?|so-called", _A),
    _cue(r"would (?:have|be)", _A),
    _cue(r"(?:widely |generally |long )?(?:thought|believed|assumed|presumed|understood|estimated|judged|"
        r"assessed|deemed) to", _B, "inside"),
    _cue(r"(?:took|takes?|taken|mistook|mistaken)(?: (?:it|them))? (?:for|to be)", _B, "inside"),
    _cue(r"believ(?:es?|ed)(?: that)?|think(?:s)?(?: that)?|reckons?|assess(?:es|"
        r"ed)?(?: with \w+ confidence)?(?: that)?|judges? that|conclud(?:es?|ed) that|estimates? that|"
        r"assumes? that|infers? that", _B),
    _cue(r"in (?:its|his|her|their|our) (?:assessment|judg(?:e)?ment|view)|with (?:moderate|high|low|some|"
        r"reasonable) confidence", _B, "inside"),
    _cue(r"consistent with|very (?:probably|likely)|most (?:probably|likely)|probably|presumably|"
        r"in all likelihood|almost certainly|likely(?= to)?|apparently|appear(?:s|ed)? to|seem(?:s|"
        r"ed)? to|points? to", _B, "inside"),
    _cue(r"(?:cannot|can not|can['’]t|could not) be (?:excluded|ruled out)|not (?:be )?(?:excluded|ruled out)|conceivabl[ey]"
        r"|possibl(?:e(?! to)|y)|perhaps|potentially", _S),
    _cue(r"speculat(?:ion|es|ed|e)|fear(?:s|ed)?(?: that)?|worr(?:y|ies|ied) that|(?<!nothing )(?<!little to )suggest(?:s|ed|"
        r"ing)?(?: that)?|rumou?rs? (?:of|that)|raises? the (?:possibility|prospect|question)|"
        r"possibility (?:of|that)|concerns? that|risk that|hypothesi[sz]es?", _S),
    _cue(r"(?:is|are|was|were) (?:now |still )?(?:(?:due|scheduled|slated|expected|planned)(?: to| for)?"
        r"|(?:set|about|poised|supposed|meant|going|preparing|ready) (?:to|for))|plan(?:s|ned|ning)? (?:to|for)|intend(?:s|ed)? to"
        r"|will(?! not)|shall|hopes? to|prepar(?:es|ing) to|(?:agreed|undertook|pledged|promised|vowed) to"
        r"|is to (?=\w)|are to (?=\w)", _P),
)  # fmt: skip
"""English hedges, in no order: the strongest that governs wins."""


def strongest(found: list[tuple[Modality, str]]) -> tuple[Modality, str | None]:
    """The strongest of the hedges found, with its words; reported where there is none."""
    if not found:
        return Modality.REPORTED, None
    modality, words = max(found, key=lambda item: _STRENGTH.index(item[0]))
    return modality, words


_BLAMED = re.compile(
    r"(?<!\w)(?:fin(?:ed|es|ing)|penali[sz]ed|punished|sued|blamed|indicted|prosecuted|jailed|arrested|detained|sanctioned|blacklisted"
    r"|designated|reprimanded|investigated|faulted|expelled|barred|banned|charged|accused)\b[^.;:]{0,90}?"
    r"(?<!\w)(?:for|over|with|of)(?: (?:allegedly|having|illegally|secretly))*\s*\Z",
    re.IGNORECASE,
)
"""What stands before a deed that somebody is only blamed for (`fined $2 million for carrying`)."""
_MODALS = {"may": _S, "might": _S, "could": _S}


def modality_of(
    text: str, sight: Sight, draft: Draft, governors: Governors, said: Sequence[str] = ()
) -> tuple[Modality, str | None]:
    """The modality of a claim and the hedging words as printed.

    Cues that stand anywhere in the claim count for transfers, whose goods may be hedged (`crates thought to hold …`);
    for other kinds those before the trigger and in the verbs above it.
    """
    if draft.modality is not None:
        return Modality(draft.modality), None
    if draft.rule == "casualties.claim":
        return Modality.REPORTED, None
    is_tie = draft.kind in {ClaimKind.ROLE, ClaimKind.DESIGNATION, ClaimKind.ARREST}
    near = [governors.own] if not draft.rule.endswith(".apposed") else []
    spans = near if is_tie else [*near, *governors.above]
    if draft.rule.endswith(".be"):
        spans = [*spans, *governors.whole]
    whole = governors.whole if draft.kind in {ClaimKind.TRANSFER, ClaimKind.FLIGHT, ClaimKind.MANUFACTURE} else ()
    found: list[tuple[Modality, str]] = []
    for cue in ENGLISH:
        for span in (*spans, *(whole if cue.reach == "inside" else ())):
            match = cue.pattern.search(text, *span)
            if match:
                found.append((cue.modality, match.group().strip()))
                break
    blamed = _BLAMED.search(text, *governors.head) if not is_tie else None
    if blamed is not None:
        found.append((Modality.ALLEGED, blamed.group().split()[0]))
    words = sight.tree.words
    first, auxiliaries = verb_group(sight.tree, min(draft.verb, len(words) - 1))
    found += [(Modality(m), "") for m in said]
    is_denied = bool({"not", "n't", "n’t"} & {w.lower for w in words[first : min(draft.verb, len(words) - 1)]})
    found += [(_MODALS[a], a) for a in auxiliaries if a in _MODALS and not (a == "could" and is_denied)]
    return strongest(found)
