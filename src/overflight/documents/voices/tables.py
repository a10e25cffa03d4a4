"""Forms of speech in languages without a parser: verbs of saying and words before a source, from the language's own table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining

from overflight.documents.frames.scene import Scene
from overflight.documents.languages import LanguageTable, forms_pattern, language_table
from overflight.documents.sentences import Sentence
from overflight.documents.voices.kinds import OUTLET_NAME, is_own
from overflight.documents.voices.speech import Speech
from overflight.records.claim import Attribution, SpeakerType

_STOP = re.compile(r"[,;:.!?“”„«»()\n،؛—–]")
"""Marks that end a speaker's words."""
_LONGEST = 8
"""Words of a speaker at most."""
_CRAFT = frozenset({"aircraft_type", "registration", "flight_number"})
_BODIES = frozenset({"organisation", "operator", "person", "government", "group"})
_CLOSING = frozenset(',»”“"—–،)')
_NAME = re.compile(r"[^\W\d_a-zа-яё][\w’'-]+(?: (?:(?:al|el|bin|de|del|la|da|von|van|di) )?[^\W\d_a-zа-яё][\w’'-]+)+")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zа-яё][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Listener:
    """One sentence of a report in a language that has a table."""

    scene: Scene
    table: LanguageTable
    sentence: Sentence
    index: int
    outlet: str | None

    def find(self, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The forms of one list of the table in a stretch; none begins at a vowel mark inside a word."""
        text = self.scene.text
        for match in _pattern(self.table.code, name).finditer(text, start, end):
            if not match.start() or not combining(text[match.start() - 1]):
                yield match


@lru_cache(maxsize=256)
def _pattern(code: str, name: str) -> re.Pattern[str]:
    table = language_table(code)
    if name.startswith("speakers."):
        return forms_pattern([c.form for c in table.speakers if c.value == name.partition(".")[2]], code)
    if name == "triggers":
        return forms_pattern([t.form for t in table.triggers if t.kind.value in {"flight", "transfer", "visit"}], code)
    forms: Sequence[str] = getattr(table, name)
    return forms_pattern([variant for form in forms for variant in _contracted(form, code)], code)


_CONTRACTIONS: dict[str, dict[str, str]] = {
    "es": {"a": "a al", "de": "de del"},
    "fr": {"de": "de du des d", "à": "à au aux"},
    "it": {
        "a": "a ai al allo alla alle agli all", "da": "da dai dal dallo dalla dalle dagli dall",
        "su": "su sui sul sulla sulle sugli sull",
        "di": "di dei del dello della delle degli dell d", "in": "in nei nel nella nelle negli nell", "secondo": "secondo",
    },
    "pt": {"a": "a ao aos à às", "de": "de do dos da das", "em": "em no nos na nas", "por": "por pelo pelos pela pelas"},
    "de": {"von": "von vom", "in": "in im"},
}  # fmt: skip
"""What the last preposition of a form becomes with an article."""


def _contracted(form: str, code: str) -> Iterator[str]:
    """A form with each shape that its last word takes before an article (`stando a`: `stando ai`, `stando alla`)."""
    head, _, last = form.rpartition(" ")
    for shape in _CONTRACTIONS.get(code, {}).get(last, last).split():
        yield f"{head} {shape}" if head else shape


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


def source_in(here: Listener) -> Attribution | None:
    """The data, document or report that a sentence speaks of: what `accordingly` after it points to."""
    found = [
        (m.start(), m.end(), kind)
        for kind in _RECORDED
        for m in here.find(f"speakers.{kind.value}", here.sentence.start, here.sentence.end)
    ]
    if not found:
        return None
    start, _, kind = min(found)
    speaker = _speaker(here, start, _segment_after(here, start))
    return None if speaker is None else replace(speaker, type=kind)


_RECORDED = (SpeakerType.DATASET, SpeakerType.DOCUMENT, SpeakerType.REPORT, SpeakerType.IMAGERY)


def names_nobody(here: Listener) -> bool:
    """Whether a sentence says of itself that it is told, and not by whom (`se dice`)."""
    return next(here.find("unsaid", here.sentence.start, here.sentence.end), None) is not None


def _without_speaker(here: Listener, match: re.Match[str]) -> Speech:
    """`accordingly`, `according to him`: the last speaker goes on."""
    who = Attribution(text=match.group(), start=match.start(), end=match.end(), type=SpeakerType.UNSPECIFIED)
    return Speech(who, here.sentence.start, here.sentence.end, here.index, match.start(), 1, pronoun="-")


def _overlaps(match: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    return any(o.start() < match.end() and match.start() < o.end() for o in others)


def _source(here: Listener, match: re.Match[str], depth: int) -> Speech | None:
    """`according to X`: the words behind, to the next mark."""
    speaker, outer = _named(here, match.end(), _segment_after(here, match.end()))
    if speaker is None or _is_what(here, speaker):
        return None
    return Speech(
        speaker, here.sentence.start, here.sentence.end, here.index, match.start(), depth, outer=outer, lemma=""
    )


def _is_what(here: Listener, speaker: Attribution) -> bool:
    """`stando a quanto scrive X`: one word before a verb of saying, whose speaker is the source."""
    following = next(here.find("saying", speaker.end, min(here.sentence.end, speaker.end + 3)), None)
    return speaker.type is SpeakerType.UNSPECIFIED and len(speaker.text.split()) <= 2 and following is not None


def _opened(here: Listener, match: re.Match[str]) -> Speech | None:
    """`Per le dogane emiratine, …`: at the head of a sentence and closed by a comma, where it names a sort of source."""
    end = _segment_after(here, match.end())
    if match.start() > here.sentence.start or here.scene.text[end : end + 1] != ",":
        return None
    speaker, _ = _named(here, match.end(), end, needs_kind=True)
    return (
        None
        if speaker is None
        else Speech(speaker, here.sentence.start, here.sentence.end, here.index, match.start(), 1)
    )


def _postposed(here: Listener, match: re.Match[str]) -> Speech | None:
    """`dem Blatt zufolge`: the words before, to the last mark; only at the head or the end of a stretch."""
    start = _segment_before(here, match.start())
    if len(here.scene.text[start : match.start()].split()) > _LONGEST:
        return None
    speaker = _speaker(here, start, match.start())
    if speaker is None or speaker.type in {SpeakerType.UNSPECIFIED, SpeakerType.NAMED}:
        return None
    return Speech(speaker, here.sentence.start, here.sentence.end, here.index, match.start(), 1)


_BEHIND_QUOTE = re.compile(r"[»”“\"]\s?,?\s(?:[—–-]\s)?(?P<verb>[a-zà-ÿа-яё’'-]{3,})(?=\s)")


def _after_quotation(here: Listener) -> Iterator[re.Match[str]]:
    """The word right behind a closing quotation mark: before a speaker it is a verb of saying, whichever."""
    for match in _BEHIND_QUOTE.finditer(here.scene.text, here.sentence.start, here.sentence.end):
        verb = re.compile(re.escape(match["verb"])).match(here.scene.text, match.start("verb"))
        if verb is not None and _anchor(here, verb.end(), _segment_after(here, verb.end())) is not None:
            yield verb


def _said(here: Listener, match: re.Match[str], sources: Sequence[Attribution]) -> Speech | None:
    """A verb of saying with the speaker before or behind it; a verb alone goes on with the last speaker."""
    opens = _opening(here, match.end())
    if (
        opens is not None
        and not opens[1]
        and _follows_mark(here, match.start())
        and _anchor(here, match.end(), opens[0])
    ):
        opens = None  # `…, afirma un controlador que pidió el anonimato`: the clause is the speaker's
    is_backward = _points_back(here, match)
    behind = None if opens is not None and opens[1] else _segment_after(here, match.end())
    is_inverted = _follows_mark(here, match.start()) and opens is None
    order: tuple[str, ...] = ("before", "behind")
    if here.table.code in _VERB_LAST:
        order = ("before",)
    elif is_inverted or _verb_first(here, match):
        order = ("behind", "before")
    speaker: Attribution | None = None
    outer: Attribution | None = None
    side = ""
    is_plain = (opens is not None and opens[1]) or here.table.code in _VERB_LAST
    for side in order:
        if side == "behind" and behind is not None:
            speaker, outer = _named(here, match.end(), behind, needs_kind=True)
            if speaker is not None and speaker.start - match.end() > _NEAR:
                speaker = None
        elif side == "before":
            speaker, outer = _before(here, match, sources, is_plain=is_plain)
        if speaker is not None:
            break
    impersonal = any(m.start() <= match.start() < m.end() for m in here.find("impersonal", *_around(here, match)))
    if is_inverted and side == "behind" and speaker is not None and behind is not None:
        speaker = _apposed(here, behind) or speaker
    is_last = opens is None and (_is_last(here, match) or here.table.code in _VERB_LAST)
    is_whole = (is_inverted and side == "behind") or is_last
    stretch = (here.sentence.start if is_whole else match.end(), here.sentence.end)
    pronoun = ""
    if speaker is None:
        who = SpeakerType.UNSPECIFIED
        speaker = Attribution(text=match.group(), start=match.start(), end=match.end(), type=who)
        pronoun = "" if impersonal else "-"
    return Speech(
        speaker, *stretch, here.index, match.start(), -1 if is_whole else 0, match.group(), outer, is_backward, pronoun
    )


_VERB_LAST = frozenset({"fa"})
"""Languages whose verb stands at the end, behind what is said."""


def _apposed(here: Listener, end: int) -> Attribution | None:
    """The name behind a description and a comma: `…, dijo el portavoz, Omar Salas.`"""
    name = re.compile(rf",\s+({_NAME.pattern})(?=\s*[,.;:]|\Z)").match(here.scene.text, end, here.sentence.end)
    if name is None:
        return None
    return Attribution(text=name.group(1), start=name.start(1), end=name.end(1), type=SpeakerType.NAMED)


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
    before = here.scene.text[_segment_before(here, match.start()) : match.start()].strip()
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


_SHORT_NAME = re.compile(r"«[^«»,.;:!?]{2,40}»|„[^„“”,.;:!?]{2,40}[“”]|“[^“”,.;:!?]{2,40}”|\"[^\",.;:!?]{2,40}\"")
"""A name in quotation marks, which end no stretch."""


def _stops(here: Listener, start: int, end: int) -> Iterator[re.Match[str]]:
    """The marks that end a speaker's words."""
    names = [m.span() for m in _SHORT_NAME.finditer(here.scene.text, here.sentence.start, here.sentence.end)]
    for match in _STOP.finditer(here.scene.text, start, end):
        if not any(first <= match.start() < last for first, last in names):
            yield match


def _segment_before(here: Listener, end: int) -> int:
    """Where the stretch that ends before a verb begins: behind the last mark."""
    stops = [m.end() for m in _stops(here, here.sentence.start, end)]
    start = stops[-1] if stops else here.sentence.start
    while start < end and not here.scene.text[start].isalnum():
        start += 1
    return start


def _segment_after(here: Listener, start: int) -> int:
    """Where the stretch behind a verb ends: before the next mark, `that`, trigger, aircraft or other way to a source."""
    end = here.sentence.end
    stop = next(_stops(here, start, end), None)
    last = stop.start() if stop else end
    for name in ("that", "triggers", "citing", "saying"):
        match = next(here.find(name, start + 1, last), None)
        if match is not None:
            last = min(last, match.start())
    crafts = [m.start for m in here.scene.within(start, last) if m.kind in _CRAFT]
    return min([last, *crafts])


def _named(
    here: Listener, start: int, end: int, *, needs_kind: bool = False
) -> tuple[Attribution | None, Attribution | None]:
    """The speaker in a stretch, and the one it is known through."""
    through = next(here.find("through", start, end), None)
    stop = through.start() if through is not None else end
    speaker = _speaker(here, start, stop, needs_kind=needs_kind)
    outer = _speaker(here, through.end(), _segment_after(here, through.end())) if through is not None else None
    if outer is not None and is_own(outer.text, here.outlet):
        outer = None
    return speaker, outer


def _before(
    here: Listener, match: re.Match[str], sources: Sequence[Attribution], *, is_plain: bool
) -> tuple[Attribution | None, Attribution | None]:
    """The speaker before a verb: in the stretch up to it, else (behind an apposition or a source) in the one before that.

    is_plain: `that` follows the verb, so that what stands before it, whatever it is, speaks.
    """
    end = match.start()
    for step in range(3):
        start = _segment_before(here, end)
        cited = next(here.find("citing", start, end), None)
        end = cited.start() if cited is not None else end
        through = next(here.find("through", start, end), None)
        if through is not None and through.start() - start < 3 and step < 2:
            known = _speaker(here, through.end(), end)
            end = _word_end(here, start)
            speaker, _ = _named(here, _segment_before(here, end), end, needs_kind=not is_plain)
            return speaker, known
        is_taken = any(start < s.end and s.start < end for s in sources)
        is_all = is_plain and not step and start == here.sentence.start
        speaker, outer = (None, None) if is_taken else _named(here, start, end, needs_kind=not is_all)
        if speaker is not None:
            return speaker, outer
        end = _word_end(here, start)
        if end <= here.sentence.start:
            break
    return None, None


def _word_end(here: Listener, start: int) -> int:
    """The end of the last word before a stretch."""
    end = start
    while end > here.sentence.start and here.scene.text[end - 1] in _MARKS:
        end -= 1
    return end


_MARKS = frozenset(" ,;:.\u00a0،؛—–-(")


def _speaker(here: Listener, start: int, end: int, *, needs_kind: bool = False) -> Attribution | None:
    """The words of a stretch as a speaker: from the first that names a source on, at most so many."""
    text = here.scene.text
    found = _anchor(here, start, end)
    if found is None and needs_kind:
        return None
    at, kind = found if found is not None else (start, SpeakerType.UNSPECIFIED)
    first = _with_article(here, start, at) if at - start < _NEAR else at
    words = list(re.finditer(r"\S+", text[first:end]))[:_LONGEST]
    if not words:
        return None
    first, last = first + words[0].start(), first + words[-1].end()
    last = _trimmed(text, first, last)
    if last <= first:
        return None
    if is_own(
        re.sub(r"^(?:l['’]|(?:le|la|les|el|los|il|lo|der|die|das|dem|den|o|a) )", "", text[first:last], flags=re.I),
        here.outlet,
    ):
        kind = SpeakerType.SELF
    norm = next((m.norm for m in here.scene.within(first, last) if m.norm and m.kind in _BODIES), None)
    return Attribution(text=text[first:last], start=first, end=last, type=kind, norm=norm)


_NEAR = 24
"""Characters between the beginning of a stretch and its first source that still belong to it (articles, adjectives)."""


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in '»”"“'):
        end -= 1
    return end


def _with_article(here: Listener, start: int, at: int) -> int:
    """Where the words right before a source begin that belong to it: articles, numerals, adjectives, no preposition or name."""
    links = {c.form for c in here.table.prepositions} | _LINKS
    words = list(re.finditer(r"\S+", here.scene.text[start:at]))[-_ADJECTIVES:]
    begin = at
    for word in reversed(words):
        text = word.group()
        is_first = start + word.start() == here.sentence.start
        is_name = text[0].isupper() and not is_first and here.table.code != "de"
        if text.lower() in links or is_name or text[-1] in '»”",':
            break
        begin = start + word.start()
    return begin


_ADJECTIVES = 3
_LINKS = frozenset(
    (
        "y",
        "e",
        "et",
        "und",
        "и",
        "а",
        "но",
        "pero",
        "mais",
        "ma",
        "mas",
        "aber",
        "و",
        "à",
        "al",
        "a",
        "ao",
        "to",
        "aux",
        "au",
    )
)


def _anchor(here: Listener, start: int, end: int) -> tuple[int, SpeakerType] | None:
    """The first word of a stretch that names a source, and its sort; a name behind a comma wins over none."""
    found = [(m.start(), kind) for kind in SpeakerType for m in here.find(f"speakers.{kind.value}", start, end)]
    found += [(m.start(), SpeakerType.OUTLET) for m in OUTLET_NAME.finditer(here.scene.text, start, end)]
    if found:
        return min(found)
    bodies = [m for m in here.scene.within(start, end) if m.kind in _BODIES]
    if bodies:
        official = bodies[0].kind in {"government", "group"}
        return bodies[0].start, SpeakerType.OFFICIAL if official else SpeakerType.NAMED
    name = _NAME.search(here.scene.text, start, end)
    if name is not None and not here.table.is_right_to_left:
        return name.start(), SpeakerType.NAMED
    states = [m for m in here.scene.within(start, end) if m.kind == "place"]
    if states and states[0].start - start < _NEAR:
        return states[0].start, SpeakerType.OFFICIAL
    single = _CAPITAL.search(here.scene.text, start, end) if here.table.code != "de" else None
    if single is not None and single.start() > here.sentence.start:
        return single.start(), SpeakerType.NAMED
    return None
