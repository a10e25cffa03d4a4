"""Forms of speech in languages without a parser: verbs of saying and words before a source, from the language's own table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from overflight.documents.frames.linear.words import key, sort_of
from overflight.documents.voices.listener import Listener, stretch_after, stretch_before, word_end
from overflight.documents.voices.speech import Speech
from overflight.documents.voices.table_speakers import (
    LONGEST,
    NEAR,
    anchor_in,
    name_behind,
    named_in,
    speaker_in,
    without_listener,
)
from overflight.records.claim import Attribution, SpeakerType

_CLOSING = frozenset(',»”“"—–،)')


def speeches_in(here: Listener) -> tuple[Speech, ...]:
    """The acts of saying in a sentence."""
    start, end = here.sentence.start, here.sentence.end
    again = [*here.find("again", start, end)]
    cited = [*here.find("citing", start, end)]
    named = [m for m in here.find("according", start, end) if not _overlaps(m, [*cited, *again])]
    taken = [*again, *cited, *named]
    found = [_without_speaker(here, m) for m in again]
    found += [s for m in named if (s := _source(here, m, 1)) is not None]
    found += [s for m in cited if (s := _source(here, m, 2)) is not None]
    found += [s for m in here.find("opening", start, start + 12) if (s := _opened(here, m)) is not None]
    found += [s for m in here.find("behind", start, end) if (s := _postposed(here, m)) is not None]
    sources = [s.speaker for s in found]
    taken += here.find("unsaid", start, end)
    for match in [*here.find("saying", start, end), *_after_quotation(here)]:
        if (
            _overlaps(match, taken)
            or any(s.at == match.start() for s in found)
            or any(s.start <= match.start() < s.end for s in sources)
        ):
            continue
        speech = _said(here, match, sources)
        if speech is not None:
            found.append(speech)
    return tuple(sorted(found, key=lambda s: (s.depth, s.at)))


def _without_speaker(here: Listener, match: re.Match[str]) -> Speech:
    """`accordingly`, `according to him`: the last speaker goes on."""
    who = Attribution(text=match.group(), start=match.start(), end=match.end(), type=SpeakerType.UNSPECIFIED)
    return Speech(who, here.sentence.start, here.sentence.end, here.index, match.start(), 1, pronoun="-")


def _overlaps(match: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    return any(o.start() < match.end() and match.start() < o.end() for o in others)


def _source(here: Listener, match: re.Match[str], depth: int) -> Speech | None:
    """`according to X`: the words behind, to the next mark."""
    speaker, outer = named_in(here, match.end(), stretch_after(here, match.end()))
    if speaker is None or _is_what(here, speaker):
        return None
    start = match.start() if _goes_on(here, match.start()) else here.sentence.start
    return Speech(speaker, start, here.sentence.end, here.index, match.start(), depth, outer=outer, lemma="")


def _goes_on(here: Listener, at: int) -> bool:
    """Whether a source stands behind a word for `and`: what was told before it is not its own (`…, and according to X …`)."""
    before = here.scene.text[here.sentence.start : at].split()
    return bool(before) and sort_of(here.table.code, key(before[-1])) == "and"


def _is_what(here: Listener, speaker: Attribution) -> bool:
    """`stando a quanto scrive X`: one word before a verb of saying, whose speaker is the source."""
    following = next(here.find("saying", speaker.end, min(here.sentence.end, speaker.end + 3)), None)
    return speaker.type is SpeakerType.UNSPECIFIED and len(speaker.text.split()) <= 2 and following is not None


def _opened(here: Listener, match: re.Match[str]) -> Speech | None:
    """`Per le dogane emiratine, …`: at the head of a sentence and closed by a comma, where it names a sort of source."""
    end = stretch_after(here, match.end())
    if match.start() > here.sentence.start or here.scene.text[end : end + 1] != ",":
        return None
    speaker, _ = named_in(here, match.end(), end, needs_kind=True)
    return (
        None
        if speaker is None
        else Speech(speaker, here.sentence.start, here.sentence.end, here.index, match.start(), 1)
    )


def _postposed(here: Listener, match: re.Match[str]) -> Speech | None:
    """`dem Blatt zufolge`: the words before, to the last mark; only at the head or the end of a stretch."""
    start = stretch_before(here, match.start())
    if len(here.scene.text[start : match.start()].split()) > LONGEST:
        return None
    speaker = speaker_in(here, start, match.start())
    if speaker is None or speaker.type in {SpeakerType.UNSPECIFIED, SpeakerType.NAMED}:
        return None
    return Speech(speaker, here.sentence.start, here.sentence.end, here.index, match.start(), 1)


_BEHIND_MARK = re.compile(r"(?:[»”“\"]\s?,?|,)\s(?:[—–-]\s)?(?P<verb>[a-zà-ÿа-яё’'-]{3,})(?=\s)")


def _after_quotation(here: Listener) -> Iterator[re.Match[str]]:
    """The word right behind a closing quotation mark, or behind a comma near the end: before a speaker it is a verb of saying."""
    text, end = here.scene.text, here.sentence.end
    for match in _BEHIND_MARK.finditer(text, here.sentence.start, end):
        verb = re.compile(re.escape(match["verb"])).match(text, match.start("verb"))
        if verb is None or sort_of(here.table.code, key(verb.group())) not in {"", "verb"}:
            continue
        is_quoted = match.group()[0] != ","
        anchor = anchor_in(here, verb.end(), stretch_after(here, verb.end()))
        if anchor is not None and (is_quoted or _is_teller(here, verb, *anchor)):
            yield verb


def _is_teller(here: Listener, verb: re.Match[str], at: int, kind: SpeakerType) -> bool:
    """`…, murmurs a porter.`: right behind a word that ends like a verb, with an article, up to the sentence's end."""
    articles = {*here.table.articles, *here.table.grammar.get("determiners", ())}
    between = here.scene.text[verb.end() : at].strip().lower().replace("’", "'")
    endings = tuple(e.lstrip("*") for e in here.table.grammar.get("tells", ()))
    rest = here.scene.text[stretch_after(here, at) : here.sentence.end]
    is_sure = kind in {SpeakerType.ANONYMOUS, SpeakerType.OFFICIAL, SpeakerType.OUTLET, SpeakerType.NGO}
    return (
        is_sure
        and between in articles
        and verb.group().endswith(endings)
        and bool(endings)
        and len(rest.split()) <= _REST
    )


_REST = 4
"""Words behind a speaker at a sentence's end: who they are, without a mark."""


_Opens = tuple[int, bool] | None
"""Where what is said begins, and whether right behind the verb; None where nothing opens it."""


def _said(here: Listener, match: re.Match[str], sources: Sequence[Attribution]) -> Speech | None:
    """A verb of saying with the speaker before or behind it; a verb alone goes on with the last speaker."""
    opens = _said_next(here, match)
    is_inverted = opens is None and _follows_mark(here, match.start())
    speaker, outer, side = _whose(here, match, sources, opens)
    is_last = opens is None and (_is_last(here, match) or here.table.code in _VERB_LAST)
    is_whole = (is_inverted and side == "behind") or is_last
    start = here.sentence.start if is_whole else match.end()
    pronoun = ""
    if speaker is None:
        who = SpeakerType.UNSPECIFIED
        speaker = Attribution(text=match.group(), start=match.start(), end=match.end(), type=who)
        pronoun = "" if _is_impersonal(here, match) else "-"
    return Speech(
        speaker=speaker, start=start, end=here.sentence.end, sentence=here.index, at=match.start(),
        depth=-1 if is_whole else 0, lemma=match.group(), outer=outer, is_backward=_points_back(here, match), pronoun=pronoun,
    )  # fmt: skip


def _said_next(here: Listener, match: re.Match[str]) -> _Opens:
    """What a verb opens; no clause of the speaker's own (`…, afirma un controlador que pidió el anonimato`)."""
    opens = _opening(here, match.end())
    if opens is None or opens[1] or not _follows_mark(here, match.start()):
        return opens
    return None if anchor_in(here, match.end(), opens[0]) else opens


def _whose(
    here: Listener, match: re.Match[str], sources: Sequence[Attribution], opens: _Opens
) -> tuple[Attribution | None, Attribution | None, str]:
    """The speaker of a verb, through whom it is known, and the side on which it stands."""
    is_verb_last = here.table.code in _VERB_LAST
    is_inverted = opens is None and _follows_mark(here, match.start())
    order = ("behind", "before") if is_inverted or _verb_first(here, match) else ("before", "behind")
    for side in ("before",) if is_verb_last else order:
        if side == "before":
            is_plain = is_verb_last or (opens is not None and opens[1])
            speaker, outer = _before(here, match, sources, is_plain=is_plain)
        else:
            speaker, outer = (None, None) if opens is not None and opens[1] else _behind(here, match, is_inverted)
        if speaker is not None:
            return speaker, outer, side
    return None, None, ""


def _behind(here: Listener, match: re.Match[str], is_inverted: bool) -> tuple[Attribution | None, Attribution | None]:
    """The speaker close behind a verb; behind what is said, an apposed name takes its place."""
    start, end = without_listener(here, match.end(), stretch_after(here, match.end()))
    speaker, outer = named_in(here, start, end, needs_kind=True)
    is_told = start > match.end()
    if speaker is None or (speaker.start - start > NEAR and not is_told):
        return None, None
    name = name_behind(here, end) if is_inverted else None
    if name is not None:
        is_official = speaker.type is SpeakerType.OFFICIAL
        speaker = replace(name, type=speaker.type if is_official else name.type)
    return speaker, outer


def _is_impersonal(here: Listener, match: re.Match[str]) -> bool:
    return any(m.start() <= match.start() < m.end() for m in here.find("impersonal", *_around(here, match)))


_VERB_LAST = frozenset({"fa"})
"""Languages whose verb stands at the end, behind what is said."""


def _around(here: Listener, match: re.Match[str]) -> tuple[int, int]:
    return max(here.sentence.start, match.start() - 12), match.end()


def _is_last(here: Listener, match: re.Match[str]) -> bool:
    return not re.search(r"\w", here.scene.text[match.end() : here.sentence.end])


def _opening(here: Listener, start: int) -> tuple[int, bool] | None:
    """Where what is said begins behind a verb: behind `that`, a colon or (no verb inverted) a comma; and whether at once."""
    text, end = here.scene.text, here.sentence.end
    at_once = re.compile(r"\s*[:،,]?\s*").match(text, start, end)
    gap = at_once.end() if at_once else start
    that = next((m for m in here.find("that", start, min(end, start + 90))), None)
    if that is not None and _is_complement(here, text[start : that.start()]):
        return that.end(), that.start() <= gap
    if here.table.indirect and (comma := text.find(",", start, min(end, start + 60))) >= 0:
        spoken = next(here.find("indirect", comma, min(end, comma + 90)), None)
        if spoken is not None and "," not in text[comma + 1 : spoken.start()]:
            return comma + 1, anchor_in(here, start, comma) is None
    colon = text.find(":", start, min(end, start + 60))
    if colon >= 0:
        return colon + 1, not text[start:colon].strip()
    return None


def _is_complement(here: Listener, gap: str) -> bool:
    """Whether `that` behind a verb opens what is said, and no relative clause of the speaker (`Lo escribe X, que …`)."""
    if re.search(r"[.;!?»”]", gap):
        return False
    commas = gap.count(",")
    return commas in (0, 2) or (here.table.code in {"de", "ru"} and gap.rstrip().endswith(","))


def _points_back(here: Listener, match: re.Match[str]) -> bool:
    """`Lo escribe la agencia`: a sentence that only says whose the one before is."""
    first = here.sentence.start
    lead = next((m for m in here.find("confirming", first, match.start()) if m.start() - first <= 1), None)
    if lead is None:
        return False
    between = here.scene.text[lead.end() : match.start()].split()
    is_near = len(between) <= (2 if " " in lead.group().strip() else 0)
    return is_near and _opening(here, match.end()) is None


def _follows_mark(here: Listener, start: int) -> bool:
    """Whether a comma, dash or closing quotation mark stands right before a verb (`…, dijo el portavoz`)."""
    before = here.scene.text[here.sentence.start : start].rstrip()
    while before[-2:] in {" a", " l", " y", " o"}:
        before = before[:-2].rstrip()
    return bool(before) and before[-1] in _CLOSING


def _verb_first(here: Listener, match: re.Match[str]) -> bool:
    """Whether the subject stands behind: always in Arabic unless a name stands before; in German after an adverb."""
    before = here.scene.text[stretch_before(here, match.start()) : match.start()].strip()
    if here.table.code == "ar":
        return len(before) < 2
    if not before:
        return True
    first = before.split()[0].lower()
    return here.table.code == "de" and first in _GERMAN_ADVERBIALS


_GERMAN_ADVERBIALS = frozenset(
    (
        "am",
        "im",
        "in",
        "nach",
        "vor",
        "zudem",
        "später",
        "zuvor",
        "auch",
        "dazu",
        "gestern",
        "heute",
        "so",
        "das",
        "dies",
        "darüber",
    )
)


def _is_relative(here: Listener, start: int, end: int) -> bool:
    """Whether a stretch between marks is a relative clause, which only tells who the speaker is."""
    relatives = here.table.grammar.get("tellers", ())
    words = [key(w) for w in here.scene.text[start:end].split()[:_LEAD]]
    return any(word in relatives for word in words)


_LEAD = 3
"""Words at the head of a clause among which its relative stands (`a copy of which …`)."""


def _first_named(here: Listener, match: re.Match[str]) -> Attribution | None:
    """Where the verb stands last: the name before an apposition at a sentence's head (`Omar Salas, the director, …`)."""
    text, start = here.scene.text, here.sentence.start
    mark = text.find("،", start, match.start())
    words = text[start:mark].split() if mark > 0 else []
    office = next(here.find("offices", mark + 1, min(match.start(), mark + 12)), None) if words else None
    if not 1 < len(words) <= _NAME or office is None:
        return None
    return Attribution(text=text[start:mark], start=start, end=mark, type=SpeakerType.NAMED)


_NAME = 4
"""Words of a person's name at most."""


def _before(
    here: Listener, match: re.Match[str], sources: Sequence[Attribution], *, is_plain: bool
) -> tuple[Attribution | None, Attribution | None]:
    """The speaker before a verb: in the stretch up to it, else (behind an apposition or a source) in the one before that.

    is_plain: `that` follows the verb, so that what stands before it, whatever it is, speaks.
    """
    end = match.start()
    first = _first_named(here, match) if here.table.code in _VERB_LAST else None
    if first is not None:
        return first, None
    for step in range(3):
        start = stretch_before(here, end)
        cited = next(here.find("citing", start, end), None)
        end = cited.start() if cited is not None else end
        through = next(here.find("through", start, end), None)
        if through is not None and through.start() - start < 3 and step < 2:
            known = speaker_in(here, through.end(), end)
            end = word_end(here, start)
            speaker, _ = named_in(here, stretch_before(here, end), end, needs_kind=not is_plain)
            return speaker, known
        is_taken = any(start < s.end and s.start < end for s in sources)
        is_all = is_plain and not step and start == here.sentence.start
        if step < 2 and start > here.sentence.start and _is_relative(here, start, end):
            is_taken = True
        heard = without_listener(here, start, end)
        speaker, outer = (None, None) if is_taken else named_in(here, *heard, needs_kind=not is_all)
        if speaker is not None:
            return speaker, outer
        end = word_end(here, start)
        if end <= here.sentence.start:
            break
    return None, None
