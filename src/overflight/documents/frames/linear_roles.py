"""The roles of a trigger in a language without a parser: names, nouns and numbers around it, by kind and by preposition."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from overflight.documents.frames.event_words import event_words
from overflight.documents.frames.scene import MentionLike
from overflight.documents.frames.stretches import BODIES, CRAFT, GOODS, Stretch, filler_of, preposition_roles
from overflight.documents.quantity import read_quantities
from overflight.records.claim import ClaimKind, Filler

MONEY = frozenset({"USD", "EUR", "RUB", "GBP", "IRR", "CNY", "TRY", "JPY"})
_CAPITALS = re.compile(
    r"(?<!\w)[^\W\d_a-zа-яё][\w’'-]+(?:[ -](?:(?:al|el|bin|ibn|de|del|la|da|von|van|di)[ -])?[^\W\d_a-zа-яё][\w’'-]+){1,4}"
)
CONTROLS = re.compile(
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


def roles_of(stretch: Stretch) -> dict[str, tuple[Filler, ...]]:
    """What fills the roles of a trigger, each word once."""
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
            filler_of(stretch, mention),
        )
    for mention in stretch.mentions(*BODIES, "person", "demonym"):
        role = _body_role(stretch, mention)
        if role is not None and (mention.kind != "demonym" or (role == "actor" and kind is ClaimKind.DESIGNATION)):
            put(role, filler_of(stretch, mention))
    if (kind in _PERSONAL and not roles.keys() & {"actor", "object"}) or (
        kind is ClaimKind.ROLE and "actor" not in roles
    ):
        _unknown_name(stretch, put, "object" if kind is ClaimKind.ARREST else "actor")
    if kind in _BY_BODIES and _BY_BODIES[kind] not in roles:
        _named_body(stretch, put, _BY_BODIES[kind])
    if kind is ClaimKind.MANUFACTURE and "actor" not in roles:
        _unknown_name(stretch, put, "actor")
    if kind is ClaimKind.DESIGNATION and "object" not in roles:
        _unknown_name(stretch, put, "object")
    if kind is ClaimKind.FLIGHT and CONTROLS.search(stretch.scene.text, stretch.left, stretch.hit.end + 12):
        _unknown_name(stretch, put, "pilot")
    if kind in {ClaimKind.TRANSFER, ClaimKind.MANUFACTURE, ClaimKind.TRADE_TOTAL, ClaimKind.ARREST}:
        goods = sorted(
            stretch.mentions(*GOODS), key=lambda m: (m.start < stretch.hit.end, abs(m.start - stretch.hit.start))
        )
        for mention in goods[:1]:
            put("object", filler_of(stretch, mention))
        if "object" not in roles and not (kind is ClaimKind.ARREST and stretch.hit.subtype != "seizure"):
            _noun(stretch, put, "object", "goods")
    for role, noun in _NOUNS_OF.get(kind, ()):
        if role not in roles and not (kind is ClaimKind.ARREST and stretch.hit.subtype == "seizure"):
            _noun(stretch, put, role, noun)
    if kind is ClaimKind.ROLE and "actor" in roles:
        put("object", _office(stretch, [f.start for f in roles["actor"] if f.start >= stretch.hit.end]))
    _numbers(stretch, put)
    return {role: tuple(fillers) for role, fillers in roles.items()}


_BY_BODIES = {
    ClaimKind.MANUFACTURE: "actor",
    ClaimKind.DESIGNATION: "object",
    ClaimKind.FLIGHT: "actor",
    ClaimKind.TRANSFER: "carrier",
}
"""The role that a company fills, by kind."""
_NAME = re.compile(
    r" (?:«([^»\n]{2,40})»|[“\"]([^”\"\n]{2,40})[”\"]|([^\W\d_a-zа-яё][\w-]+(?: [^\W\d_a-zа-яё][\w-]+){0,3}))"
)
_QUOTED = re.compile(r"«([А-ЯЁA-Z][^»\n]{1,40})»")


def _named_body(stretch: Stretch, put: Put, role: str) -> None:
    """The company that a noun announces (`la société Aviotech`, `das Werk „Turm“`), or that stands in Russian quotation marks."""
    text, hit = stretch.scene.text, stretch.hit
    nouns = event_words(stretch.table.code).nouns["operator"].finditer(text, stretch.left, stretch.right)
    found = [m for noun in nouns if (m := _NAME.match(text, noun.end(), stretch.right))]
    if stretch.table.code == "ru":
        found += _QUOTED.finditer(text, stretch.left, stretch.right)
    if not found:
        return
    nearest = min(found, key=lambda m: abs(m.start() - hit.start))
    start, end = nearest.span(nearest.lastindex or 0)
    put(role, Filler(text=text[start:end], start=start, end=end))


_NOUNS_OF: dict[ClaimKind, tuple[tuple[str, str], ...]] = {
    ClaimKind.FLIGHT: (("aircraft", "aircraft"),),
    ClaimKind.TRANSFER: (
        ("carrier", "aircraft"),
        ("carrier", "vehicle"),
        ("carrier", "operator"),
        ("recipient", "bodies"),
    ),
    ClaimKind.VISIT: (("actor", "people"),),
    ClaimKind.ARREST: (("object", "held"),),
    ClaimKind.CASUALTIES: (("object", "victims"),),
}
"""Common nouns that fill a role where no name does."""


def _noun(stretch: Stretch, put: Put, role: str, kind: str) -> None:
    """The noun of a kind that stands nearest to the trigger."""
    hit = stretch.hit
    nearest = min(
        stretch.nouns(kind), key=lambda f: (max(f.start - hit.end, hit.start - f.end, 0), f.start), default=None
    )
    if nearest is not None:
        put(role, nearest)


def _places(stretch: Stretch, put: Put) -> None:
    kind = stretch.hit.kind
    for mention in stretch.mentions("place"):
        announced = preposition_roles(stretch, mention.start)
        filler = filler_of(stretch, mention)
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
    announced = preposition_roles(stretch, mention.start)
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


_ROLE_REACH = 60
"""Characters between an office and the name of who holds it."""


def _unknown_name(stretch: Stretch, put: Put, role: str) -> None:
    """The name nearest to the trigger that no table knows: two capitals or more in a row."""
    if stretch.table.is_right_to_left:
        return
    taken = stretch.mentions(*CRAFT, *BODIES, *GOODS, "place", "date")
    hit, articles = stretch.hit, {article.casefold() for article in stretch.table.articles}
    names = [
        m for m in _CAPITALS.finditer(stretch.scene.text, stretch.left, stretch.right)
        if all(m.end() <= t.start or m.start() >= t.end for t in taken)
        and all(part[:1].isupper() for part in re.split(r"[ -]", m.group()) if part not in _LINKS)
        and (m.end() <= hit.start or m.start() >= hit.end)
        and m.group().split()[0].casefold() not in articles
    ]  # fmt: skip
    if hit.kind is ClaimKind.ROLE:
        names = [m for m in names if max(m.start() - hit.end, hit.start - m.end()) <= _ROLE_REACH]
    if not names:
        return
    name = min(names, key=lambda m: abs(m.start() - hit.start))
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
    dates = stretch.mentions("date")
    for number in found:
        if any(number.start < d.end and d.start < number.end for d in dates):
            continue
        is_money = number.unit in MONEY
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
