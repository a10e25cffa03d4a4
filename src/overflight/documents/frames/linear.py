"""Frames over chunks, for languages without a parser: a trigger of the language's table, and the names and numbers around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from overflight.documents.frames.draft import Draft
from overflight.documents.frames.scene import MentionLike, Scene
from overflight.documents.languages import LanguageTable, forms_pattern
from overflight.documents.quantity import read_quantities
from overflight.records.claim import ClaimKind, Filler

CRAFT = frozenset({"aircraft_type", "registration", "flight_number"})
BODIES = frozenset({"organisation", "operator", "group", "government"})
GOODS = frozenset({"goods", "weapon"})
_MONEY = frozenset({"USD", "EUR", "RUB", "GBP", "IRR", "CNY", "TRY", "JPY"})
_BREAK = re.compile(r"[;:]\s|\s[–—]\s|(?<=\w)[–—](?=\w)")
_CAPITALS = re.compile(
    r"(?<!\w)[^\W\d_a-zа-яё][\w’'-]+(?:[ -](?:(?:al|el|bin|ibn|de|del|la|da|von|van|di)[ -])?[^\W\d_a-zа-яё][\w’'-]+){1,4}"
)
_CONTROLS = re.compile(
    r"(?i)\b(?:al mando|a los mandos|al comando|ai comandi|aux commandes|au commandement|no comando|"
    r"aos comandos|am steuer|im cockpit|kommandant"
    r"|pilotad\w+|pilotat\w+|pilotó|pilotava|pilotait|piloté|gesteuert|flog|за штурвалом|"
    r"пилотировал\w*|управлял\w*|командир\w*|خلبان|بقيادة|قاد)"
)
"""Words that put a person at the controls, in the languages that have a table."""
Put = Callable[[str, Filler], None]
"""Takes a filler for a role, unless its words are taken."""
_LINKS = frozenset({"al", "el", "bin", "ibn", "de", "del", "la", "da", "von", "van", "di"})
_PERSONAL = frozenset({ClaimKind.ROLE, ClaimKind.VISIT, ClaimKind.ARREST})


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in the text."""

    start: int
    end: int
    kind: ClaimKind
    subtype: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A trigger's surroundings in its sentence: where its roles may stand."""

    scene: Scene
    table: LanguageTable
    hit: Hit
    sentence: int
    left: int
    right: int
    masked: tuple[tuple[int, int], ...] = ()

    def mentions(self, *kinds: str) -> tuple[MentionLike, ...]:
        """The mentions of some kinds in the stretch, without those of its speakers and goods that are part of a name."""
        return tuple(
            m
            for m in self.scene.within(self.left, self.right)
            if m.kind in kinds
            and not any(start <= m.start < end for start, end in self.masked)
            and not (m.kind in GOODS and _is_in_name(self.scene.text, m))
        )


def _is_in_name(text: str, mention: MentionLike) -> bool:
    """Whether a word for goods is only a part of a capitalised name (`Kavir Motors`)."""
    before = re.search(r"(\w+) $", text[max(0, mention.start - 24) : mention.start])
    return (
        text[mention.start].isupper()
        and before is not None
        and before.group(1)[:1].isupper()
        and mention.kind == "goods"
    )


@lru_cache(maxsize=16)
def _patterns(table_code: str) -> tuple[tuple[ClaimKind, str | None, re.Pattern[str]], ...]:
    from overflight.documents.languages import language_table

    table = language_table(table_code)
    keys = sorted({(t.kind, t.subtype or "") for t in table.triggers})

    def forms(kind: ClaimKind, subtype: str) -> list[str]:
        return [t.form for t in table.triggers if t.kind is kind and (t.subtype or "") == subtype]

    return tuple((kind, subtype or None, forms_pattern(forms(kind, subtype), table_code)) for kind, subtype in keys)


def hits_of(scene: Scene, table: LanguageTable, start: int, end: int) -> tuple[Hit, ...]:
    """The triggers of a sentence in text order; of two of one kind that overlap the longer stays."""
    found = [
        Hit(m.start(), m.end(), kind, subtype)
        for kind, subtype, pattern in _patterns(table.code)
        for m in pattern.finditer(scene.text, start, end)
    ]
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.start - h.end, h.start, h.kind)):
        if not any(k.kind is hit.kind and k.start < hit.end and hit.start < k.end for k in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: (h.start, h.end)))


def drafts_in(scene: Scene, table: LanguageTable, index: int, start: int, end: int) -> Iterator[Draft]:
    """The claims in the making of one sentence."""
    hits = hits_of(scene, table, start, end)
    masked = _speaker_spans(scene.text, table, start, end)
    for hit in hits:
        left, right = _window(scene, hit, hits, start, end)
        draft = _framed(Stretch(scene, table, hit, index, left, right, masked))
        if draft is not None:
            yield draft


def _speaker_spans(text: str, table: LanguageTable, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The words after `according to`, to the next mark: who speaks is no role of what is said."""
    found = []
    for match in _according(table.code).finditer(text, start, end):
        stop = re.compile(r"[,;:.\n]").search(text, match.end(), end)
        told = re.compile(r"(?:\s+\S+){1,4}").match(text, match.end(), stop.start() if stop else end)
        found.append((match.start(), told.end() if told else match.end()))
    return tuple(found)


@lru_cache(maxsize=16)
def _according(code: str) -> re.Pattern[str]:
    from overflight.documents.languages import language_table

    return forms_pattern(language_table(code).according, code)


def _window(scene: Scene, hit: Hit, hits: Sequence[Hit], start: int, end: int) -> tuple[int, int]:
    """A trigger's stretch: to the next break mark, or half the way to the next trigger of its kind."""
    left = max([start, *(m.end() for m in _BREAK.finditer(scene.text, start, hit.start))])
    right = min([end, *(m.start() for m in _BREAK.finditer(scene.text, hit.end, end))])
    for other in hits:
        if other.kind is not hit.kind or other is hit:
            continue
        if other.end <= hit.start:
            left = max(left, _between(scene.text, other.end, hit.start))
        elif other.start >= hit.end:
            right = min(right, _between(scene.text, hit.end, other.start))
    return left, right


def _between(text: str, start: int, end: int) -> int:
    """Where one event ends and the next begins: at a comma or a word for and, else at the later trigger's own beginning."""
    cut = max(
        text.rfind(",", start, end),
        *(text.rfind(word, start, end) for word in (" y ", " e ", " et ", " und ", " и ", " و", " and ")),
    )
    return cut + 1 if cut > start else end


_CIVIL = re.compile(
    r"(?i)(?<!\w)(?:comercial\w*|regular(?:es|mente)?|pasajer\w+|passag\w+|passeggeri|turist\w+|linienverkehr\w*|linienfl\w+|ferienfl\w+"
    r"|fahrplan\w*|flugplan\w*|horaires?|horario\w*|orari[oe]?|расписани\w*|пассажир\w*|туристич\w*|регулярн\w+|чартер\w*"
    r"|fútbol|f[uú]tebol|football|fußball\w*|calcio|хокке\w*|хоккей\w*|футбол\w*|selección|nazionale|équipe|منتخب|كرة|مسافر\w*|مسافری"
    r"|تجاری|ركاب|الركاب|فوتبال|basket\w*|béisbol|beisebol|baloncesto|volley\w*|олимп\w*|olimp\w*|olymp\w*)(?!\w)"
)
"""Words of sports and of scheduled travel: no flight or visit is read from a stretch that holds one."""


def _framed(stretch: Stretch) -> Draft | None:
    if stretch.hit.kind in {ClaimKind.FLIGHT, ClaimKind.VISIT} and _CIVIL.search(
        stretch.scene.text, stretch.left, stretch.right
    ):
        return None
    roles = _roles(stretch)
    if not _is_enough(stretch, roles):
        return None
    hit = stretch.hit
    return Draft(
        kind=hit.kind,
        subtype=hit.subtype or _default_subtype(hit.kind),
        rule=f"{hit.kind.value}.{stretch.table.code}",
        sentence=stretch.sentence,
        verb=0,
        trigger=(hit.start, hit.end),
        left=stretch.left,
        right=stretch.right,
        roles={k: v for k, v in roles.items() if v},
    )


def _default_subtype(kind: ClaimKind) -> str | None:
    return {ClaimKind.TRANSFER: "transport", ClaimKind.ROLE: "office"}.get(kind)


def _is_enough(stretch: Stretch, roles: dict[str, tuple[Filler, ...]]) -> bool:
    """Whether the stretch names what a claim of its kind must have."""
    has = {role for role, fillers in roles.items() if fillers}
    kind = stretch.hit.kind
    where = has & {"origin", "destination", "via", "place"}
    dated = bool(_dates(stretch))
    return {
        ClaimKind.FLIGHT: bool(where)
        or "pilot" in has
        or (dated and bool(has & {"aircraft", "actor", "count"} or _is_headed(stretch))),
        ClaimKind.VISIT: bool(where) and (bool(has & {"actor"}) or dated),
        ClaimKind.TRANSFER: ("object" in has and len(has) > 1) or "quantity" in has,
        ClaimKind.DESIGNATION: bool(has & {"object", "actor"}),
        ClaimKind.ROLE: has >= {"actor", "object"},
        ClaimKind.MANUFACTURE: bool(has & {"actor"}) and bool(has & {"object", "place"}),
        ClaimKind.ARREST: "object" in has or (dated and stretch.hit.subtype is None),
        ClaimKind.TRADE_TOTAL: "quantity" in has and bool(has & {"actor", "recipient", "object"}),
        ClaimKind.CASUALTIES: "quantity" in has,
    }[kind]


def _is_headed(stretch: Stretch) -> bool:
    """Whether the trigger is a noun of its own (`Eine weitere Landung am 12. Oktober`): at the sentence's head, with a day."""
    return stretch.hit.start - stretch.left < 24


def _dates(stretch: Stretch) -> tuple[MentionLike, ...]:
    return stretch.mentions("date")


def _filler(stretch: Stretch, mention: MentionLike) -> Filler:
    """A mention with its article; prefixed letters of Arabic stay with the word."""
    text = stretch.scene.text
    start = mention.start
    before = text[max(stretch.left, start - 6) : start]
    article = re.search(r"(?<!\w)(\w+)[ ’']$", before)
    if article and article.group(1).lower() in stretch.table.articles and mention.kind != "place":
        start -= len(before) - article.start(1)
    while stretch.table.is_right_to_left and start > stretch.left and text[start - 1].isalpha():
        start -= 1
    return Filler(text=text[start : mention.end], start=start, end=mention.end, norm=mention.norm)


_ELIDED = {
    "d'": "de", "d’": "de", "dall'": "da", "dall’": "da", "dell'": "di", "dell’": "di", "all'": "a", "all’": "a", "nell'": "in",
    "nell’": "in", "al": "a", "del": "de", "dal": "da", "dalla": "da", "nel": "in", "nella": "in", "alla": "a",
        "do": "de", "da": "da",
}  # fmt: skip
"""Prepositions that have swallowed an article, or lost a vowel to the next word."""


def _preposition_roles(stretch: Stretch, start: int) -> tuple[str, ...]:
    """The roles that the preposition right before a mention announces, an article between them not minding."""
    text = stretch.scene.text[max(stretch.left, start - 28) : start].lower()
    words = [_ELIDED.get(w, w) for w in re.sub(r"([’'])$", r"\1 ", text.rstrip()).split()]
    if (
        words
        and words[-1] in stretch.table.articles
        and not any(c.form == words[-1] for c in stretch.table.prepositions)
    ):
        words = words[:-1]
    joined = " " + " ".join(words)
    found = [c for c in stretch.table.prepositions if joined.endswith((f" {c.form}", f"’{c.form}"))]
    longest = max((len(c.form) for c in found), default=0)
    roles = [c.value for c in found if len(c.form) == longest]
    if not roles and stretch.table.is_right_to_left:
        roles = [
            c.value
            for c in stretch.table.prepositions
            if len(c.form) == 1 and stretch.scene.text[start : start + 1] == c.form
        ]
    return tuple(roles)


def _roles(stretch: Stretch) -> dict[str, tuple[Filler, ...]]:
    kind = stretch.hit.kind
    roles: dict[str, list[Filler]] = {}

    def put(role: str, filler: Filler) -> None:
        if all(filler.start >= f.end or filler.end <= f.start for fs in roles.values() for f in fs):
            roles.setdefault(role, []).append(filler)

    _places(stretch, put)
    for mention in stretch.mentions(*CRAFT):
        put(
            {ClaimKind.FLIGHT: "aircraft", ClaimKind.TRANSFER: "carrier", ClaimKind.ARREST: "object"}.get(
                kind, "object"
            ),
            _filler(stretch, mention),
        )
    for mention in stretch.mentions(*BODIES, "person", "demonym"):
        role = _body_role(stretch, mention)
        if role is not None and (mention.kind != "demonym" or (role == "actor" and kind is ClaimKind.DESIGNATION)):
            put(role, _filler(stretch, mention))
    if (kind in _PERSONAL and not roles.keys() & {"actor", "object"}) or (
        kind is ClaimKind.ROLE and "actor" not in roles
    ):
        _unknown_name(stretch, put, "object" if kind is ClaimKind.ARREST else "actor")
    if kind is ClaimKind.MANUFACTURE and "actor" not in roles:
        _unknown_name(stretch, put, "actor")
    if kind is ClaimKind.DESIGNATION and "object" not in roles:
        _unknown_name(stretch, put, "object")
    if kind is ClaimKind.FLIGHT and _CONTROLS.search(stretch.scene.text, stretch.left, stretch.hit.end + 12):
        _unknown_name(stretch, put, "pilot")
    if kind in {ClaimKind.TRANSFER, ClaimKind.MANUFACTURE, ClaimKind.TRADE_TOTAL, ClaimKind.ARREST}:
        goods = sorted(
            stretch.mentions(*GOODS), key=lambda m: (m.start < stretch.hit.end, abs(m.start - stretch.hit.start))
        )
        for mention in goods[:1]:
            put("object", _filler(stretch, mention))
    if kind is ClaimKind.ROLE and "actor" in roles:
        put("object", _office(stretch, [f.start for f in roles["actor"] if f.start >= stretch.hit.end]))
    _numbers(stretch, put)
    return {role: tuple(fillers) for role, fillers in roles.items()}


def _places(stretch: Stretch, put: Put) -> None:
    kind = stretch.hit.kind
    for mention in stretch.mentions("place"):
        announced = _preposition_roles(stretch, mention.start)
        filler = _filler(stretch, mention)
        if kind in {ClaimKind.ARREST, ClaimKind.CASUALTIES, ClaimKind.MANUFACTURE}:
            put("place", filler)
        elif kind is ClaimKind.TRADE_TOTAL:
            put("actor" if "origin" in announced else "recipient", filler)
        elif kind in {ClaimKind.DESIGNATION, ClaimKind.ROLE}:
            if not announced and kind is ClaimKind.DESIGNATION and mention.start < stretch.hit.start:
                put("actor", filler)
        elif "via" in announced:
            put("via", filler)
        elif "origin" in announced:
            put("origin", filler)
        elif announced:
            put("destination", filler)
        elif kind is ClaimKind.TRANSFER:
            put("actor" if mention.start < stretch.hit.start else "destination", filler)
        elif mention.start > stretch.hit.end:
            put("destination", filler)


def _body_role(stretch: Stretch, mention: MentionLike) -> str | None:
    """The role of an organisation, government, group or person, by kind and by the side on which it stands."""
    kind = stretch.hit.kind
    before = mention.start < stretch.hit.start
    announced = _preposition_roles(stretch, mention.start)
    state = mention.kind in {"government", "group", "demonym"}
    if kind is ClaimKind.FLIGHT:
        return "pilot" if mention.kind == "person" else "actor" if not state else None
    if kind is ClaimKind.VISIT:
        return "actor" if mention.kind in {"person", "group"} else None
    if kind is ClaimKind.TRANSFER:
        if "actor" in announced or (before and not announced):
            return "actor" if state or mention.kind == "person" else "carrier"
        return "recipient" if state else "carrier"
    if kind is ClaimKind.DESIGNATION:
        return "actor" if state or (mention.norm or "").startswith(("org:us-treasury", "org:ofac")) else "object"
    if kind is ClaimKind.ROLE:
        if mention.kind == "person":
            return "actor"
        return "object" if stretch.hit.subtype in {"control", "affiliation"} else None
    if kind is ClaimKind.MANUFACTURE:
        return "actor"
    if kind is ClaimKind.ARREST:
        return "object" if mention.kind in {"person", "organisation", "operator"} else "actor"
    if kind is ClaimKind.CASUALTIES:
        return "actor" if "actor" in announced else None
    return "recipient" if before else "actor"


def _unknown_name(stretch: Stretch, put: Put, role: str) -> None:
    """The name nearest to the trigger that no table knows: two capitals or more in a row."""
    if stretch.table.is_right_to_left:
        return
    taken = stretch.mentions(*CRAFT, *BODIES, *GOODS, "place", "date")
    names = [
        m for m in _CAPITALS.finditer(stretch.scene.text, stretch.left, stretch.right)
        if all(m.end() <= t.start or m.start() >= t.end for t in taken)
        and all(part[:1].isupper() for part in re.split(r"[ -]", m.group()) if part not in _LINKS)
    ]  # fmt: skip
    if not names:
        return
    name = min(names, key=lambda m: abs(m.start() - stretch.hit.start))
    put(role, Filler(text=name.group(), start=name.start(), end=name.end()))


_IS = re.compile(r"\s+(?:ist|war|is|was|est|était|es|fue|era|è|foi|é|является|был)\b")


def _office(stretch: Stretch, names: Sequence[int]) -> Filler:
    """The words of an office: the trigger and what follows it to the next mark, at most six words."""
    text = stretch.scene.text
    hit = stretch.hit
    after = re.compile(r"(?:[ ’'][\w’'-]+){0,6}").match(text, hit.end, stretch.right)
    end = min([after.end() if after else hit.end, *names])
    copula = _IS.search(text, hit.end, end)
    end = copula.start() if copula else end
    while end > hit.end and not text[end - 1].isalnum():
        end -= 1
    bodies = [m for m in stretch.mentions(*BODIES) if hit.end <= m.start <= end + 2]
    end = bodies[-1].end if bodies else end
    return Filler(text=text[hit.start : end], start=hit.start, end=end, norm=bodies[-1].norm if bodies else None)


def _numbers(stretch: Stretch, put: Put) -> None:
    kind = stretch.hit.kind
    found = read_quantities(stretch.scene.text, stretch.left, stretch.right, stretch.table.code)
    dates = _dates(stretch)
    for number in found:
        if any(number.start < d.end and d.start < number.end for d in dates):
            continue
        is_money = number.unit in _MONEY
        if kind is ClaimKind.FLIGHT and not is_money and number.min is not None and (number.max or number.min) < 1000:
            near = stretch.scene.text[number.end : number.end + 16].lower()
            if number.unit in {"flights", "times", "trips"} or re.match(
                r"\W*(?:vuelo|vol|volo|voo|flug|flüg|рейс|رحل|پرواز|fois|veces|volte|vezes|mal|раз)", near
            ):
                put("count", number)
        elif (
            (kind is ClaimKind.TRADE_TOTAL and is_money)
            or (kind is ClaimKind.TRANSFER and not is_money)
            or (kind is ClaimKind.ARREST and stretch.hit.subtype == "seizure")
        ) or (kind is ClaimKind.CASUALTIES and not is_money):
            put("quantity", number)
