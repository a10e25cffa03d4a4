"""Which names a text holds, and what they stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overflight.documents.mentions import find_mentions
from overflight.records.party import KnownName, PartyId, PartySchema


def found(
    text: str, language: str | None = "en", names: tuple[KnownName, ...] = ()
) -> dict[str, tuple[str, str | None]]:
    return {text[m.start : m.end]: (m.kind, m.norm) for m in find_mentions(text, language, names)}


@pytest.mark.parametrize(
    ("text", "kind", "norm"),
    [
        ("It flew to Rangoon.", "place", "Yangon,MM"),
        ("It flew to Burma.", "place", "MM"),
        ("It flew to Naypyidaw.", "place", "Naypyidaw,MM"),
        ("It flew to Port Sudan.", "place", "Port Sudan,SD"),
        ("an Ilyushin Il-76TD was seen", "aircraft_type", "IL76"),
        ("an Il‑76 was seen", "aircraft_type", "IL76"),
        ("a Boeing 747-400F was seen", "aircraft_type", "B744"),
        ("EP-XYZ was seen", "registration", "EP-XYZ"),
        ("UP-I7612 was seen", "registration", "UP-I7612"),
        ("flight XYZ1234 was seen", "flight_number", "XYZ1234"),
        ("a Mohajer-6 was seen", "weapon", "Mohajer-6"),
        ("the Quds Force was named", "group", "org:irgc-qf"),
        ("the White House was silent", "government", "gov:US"),
        ("the Sudanese Armed Forces were silent", "government", "mil:SD"),
        ("Mahan Air was named", "organisation", "org:mahan-air"),
        ("Captain Reza Example flew it", "person", "person:reza-example"),
        ("Blue Heron Cargo LLC flew it", "organisation", "org:blue-heron-cargo"),
        ("with surface-to-air missiles on board", "goods", "missiles"),
    ],
)
def test_names_are_found_with_what_they_stand_for(text: str, kind: str, norm: str) -> None:
    assert (kind, norm) in found(text).values()


@pytest.mark.parametrize(
    ("language", "text", "norm"),
    [
        ("es", "voló a Teherán", "Tehran,IR"),
        ("fr", "un vol vers la Libye", "LY"),
        ("it", "arrivato a Damasco", "Damascus,SY"),
        ("pt", "pousou em Moscovo", "Moscow,RU"),
        ("de", "flog nach Pjöngjang", "Pyongyang,KP"),
        ("ru", "вылетел из Владивостока", "Vladivostok,RU"),
        ("ru", "в Северной Корее", "KP"),
        ("ar", "ومطار في ليبيا", "LY"),
        ("ar", "وصلت إلى بورتسودان", "Port Sudan,SD"),
        ("fa", "به مسکو پرواز کرد", "Moscow,RU"),
    ],
)
def test_one_place_has_one_norm_in_every_language(language: str, text: str, norm: str) -> None:
    assert ("place", norm) in found(text, language).values()


def test_the_longest_name_wins() -> None:
    names = found("The Islamic Revolutionary Guard Corps-Qods Force was named.")
    assert names == {"Islamic Revolutionary Guard Corps-Qods Force": ("group", "org:irgc-qf")}


def test_short_names_in_capitals_must_stand_in_capitals() -> None:
    assert "un" not in found("un avión voló con us y eu", "es")
    assert found("The UN and the US met.") == {"UN": ("organisation", "org:un"), "US": ("place", "US")}


def test_the_stop_of_an_abbreviated_state_belongs_to_its_name() -> None:
    assert "U.S." in found("The U.S. said so.")


def test_a_name_handed_in_wins_over_the_tables() -> None:
    known = KnownName(text="Mahan Air", norm="org:listed-one", schema=PartySchema.ORGANIZATION, party=PartyId("x:1"))
    assert found("Mahan Air flew.", names=(known,))["Mahan Air"] == ("organisation", "org:listed-one")


def test_look_alike_letters_of_another_script_match_nothing() -> None:
    assert found("\u0415P-F\u0410B was seen") == {}


def test_weapons_with_digits_are_no_flight_numbers() -> None:
    assert all(kind != "flight_number" for kind, _ in found("an MD550 engine, an AGM114 and a BMP3").values())


def test_a_sentence_end_divides_names() -> None:
    assert "Iran Air" not in found("They came from Iran. Air was thin.")


@given(text=st.text(max_size=200))
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    mentions = find_mentions(text, "en")
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
