"""How many independent origins a fact has: an interval, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from overflight.assessment.origins.acts import origins_of_act
from overflight.assessment.origins.admissions import admissions
from overflight.assessment.origins.index import OriginIndex
from overflight.assessment.origins.roots import Root, find_roots
from overflight.assessment.origins.voices import Voice, is_one_voice
from overflight.records.claim import Claim, ClaimKind, Polarity
from overflight.records.finding import Origins

Group = list[Root]
"""Roots that are one origin."""


ONLY_DENIED = "No report says so: it is only denied."
NOT_ITS_OWN = "No report says so on a source of its own: what it rests on does not."


def count_origins(claims: Sequence[Claim], index: OriginIndex) -> Origins:
    """The origins of the fact that these claims speak of.

    A claim that descends from another is no origin. Reports that rest on one data set, act, document or named speaker are
    one. Unsourced and anonymous roots may be the same people, so the least number merges them; a second voice that a
    report lets speak on the record, and a carrier that admits the trip, are counted in the most.
    """
    if claims[0].kind is ClaimKind.DESIGNATION:
        return origins_of_act(claims, index)
    roots = find_roots(claims, index)
    groups = _join(roots, index)
    admitted = [v for v in admissions(claims, index) if not any(is_one_voice(v, o) for r in roots for o in r.voices)]
    if not roots:
        is_denied = all(c.polarity is Polarity.DENIED for c in claims)
        return Origins(min=0, max=0, which=(), reason=ONLY_DENIED if is_denied else NOT_ITS_OWN)
    extra = sum(_more_in(group) for group in groups) + len(admitted)
    least = _least(groups)
    which = [label for group in groups for label in _label(group)]
    is_alone = len({c.doc for c in claims if c.polarity is not Polarity.DENIED}) == 1
    which += [f"{voice.label}, who admits the trip" for voice in admitted]
    return Origins(
        min=least,
        max=len(groups) + extra,
        which=tuple(sorted(which)),
        reason=_reason(groups, least, extra, is_alone=is_alone),
    )


def _join(roots: Sequence[Root], index: OriginIndex) -> list[Group]:
    groups: list[Group] = []
    for root in roots:
        joined = [g for g in groups if any(_is_one_origin(root, other, index) for other in g)]
        groups = [g for g in groups if g not in joined] + [[*(r for g in joined for r in g), root]]
    return groups


def _is_one_origin(a: Root, b: Root, index: OriginIndex) -> bool:
    """Whether they share a voice, or are one text that gives no other source."""
    if any(is_one_voice(x, y) for x in a.voices for y in b.voices) or _is_one_institution(a, b, index):
        return True
    return frozenset((a.doc, b.doc)) in index.twins and not (_on_record(a) or _on_record(b))


def _is_one_institution(a: Root, b: Root, index: OriginIndex) -> bool:
    """Whether two reports of one family rest on one institution that at least one of them does not name.

    Two who rest on "the union" and on "the doctors' union" do. So do a release without a source and a report that names it
    and puts its matter down to "the department", and an interview and a report that relays what was said in it.
    """
    is_family = index.families.get(a.doc, -1) == index.families.get(b.doc, -2)
    if is_family and _unnamed(a) & _unnamed(b):
        return True
    return any(
        (one.is_relayed or (is_family and _unnamed(one)))
        and (not other.voices or other.doc in index.publisher)
        and other.doc in index.released.get(one.doc, frozenset())
        for one, other in ((a, b), (b, a))
    )


def _on_record(root: Root) -> bool:
    return any(v.is_on_record for v in root.voices)


def _unnamed(root: Root) -> frozenset[object]:
    return frozenset(v.unnamed_kind for v in root.voices if v.unnamed_kind is not None)


def _more_in(group: Sequence[Root]) -> int:
    """Voices of a group that may be origins beside the one that makes it a group.

    Of a report that shares a voice with another what it has beside; of the first all beside one, if any is on record:
    papers and unnamed people that one report had may be one leak.
    """
    heard: list[Voice] = []
    more = 0
    for root in group:
        new = [v for v in root.voices if not any(is_one_voice(v, h) for h in heard)]
        is_shared = len(new) < len(root.voices)
        if is_shared:
            more += bool(new)
        elif any(v.is_on_record for v in root.voices):
            more += max(0, len(new) - 1)
        heard += new
    return more


def _least(groups: Sequence[Group]) -> int:
    firm = [g for g in groups if any(r.is_named and not r.is_guess for r in g)]
    anonymous = [g for g in groups if g not in firm and not all(r.is_guess for r in g)]
    heads = {max(r.heads for r in g) for g in anonymous}
    return max(1, len(firm) + len(heads))


def _label(group: Group) -> tuple[str, ...]:
    names = sorted({label for root in group for label in root.labels})
    docs = ", ".join(sorted({str(root.doc) for root in group}))
    return (f"{', '.join(names)} ({docs})",) if names else (f"{docs}, no source given",)


def _reason(groups: Sequence[Group], least: int, extra: int, *, is_alone: bool) -> str:
    total = len(groups) + extra
    if total == 1 and is_alone:
        return "Only one report says so."
    if total == 1:
        several = len({r.doc for r in groups[0]}) > 1
        return (
            "Several reports rest on one source: one origin."
            if several
            else "One report says so first; the others took it from there."
        )
    if least == total:
        return f"{total} roots that do not descend from one another and rest on different sources."
    return f"{total} roots, but those that name no source, only unnamed people or their own work may be the same: at least {least}."
