"""Every form in which a report says who says so: the speaker is found, and what is said is theirs."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only

CLAIM = "the plane landed in Minsk"


def chain(text: str, kind: str = "flight", **how) -> list[str]:
    return [a.text for a in only(text, kind, **how).attribution]


def kind_of(text: str) -> str:
    return only(text, "flight").attribution[-1].type.value


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Colonel Marek Dubov said {CLAIM}.", "Colonel Marek Dubov"),
        (f"T{CLAIM[1:]}, said Colonel Marek Dubov.", "Colonel Marek Dubov"),
        (f"T{CLAIM[1:]}, the ministry insisted on Tuesday.", "the ministry"),
        (f"T{CLAIM[1:]}, wrote the weekly Zorya.", "the weekly Zorya"),
        ("The plane, the ministry said, landed in Minsk on Monday.", "the ministry"),
        (f"In a statement, the ministry said {CLAIM}.", "the ministry"),
        (f"Investigators were told by a mechanic that {CLAIM}.", "a mechanic"),
        (f"The log records that {CLAIM}.", "The log"),
        (f"The army, for its part, said {CLAIM}.", "The army"),
        (f"Asked about the cargo, the director said {CLAIM}.", "the director"),
        (f"As Dubov tells it, {CLAIM}.", "Dubov"),
        (f"Omar Said said {CLAIM}.", "Omar Said"),
        (f"T{CLAIM[1:]}, sources close to the ministry say.", "sources close to the ministry"),
        (f"T{CLAIM[1:]}, a retired officer recalls.", "a retired officer"),
        (f"A former loadmaster, interviewed in Kufra, said that {CLAIM}.", "A former loadmaster"),
        (f"The loader is adamant that {CLAIM}.", "The loader"),
        (f"Diplomats worry that {CLAIM}.", "Diplomats"),
    ],
)  # fmt: skip
def test_a_verb_of_saying_names_its_speaker_before_behind_and_between(text, speaker):
    assert chain(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"According to two officials, {CLAIM}.", "two officials"),
        (f"T{CLAIM[1:]}, per a customs filing.", "a customs filing"),
        (f"T{CLAIM[1:]}, based on flight logs.", "flight logs"),
        (f"T{CLAIM[1:]}, as first reported by Harbour Wire.", "Harbour Wire"),
        (f"T{CLAIM[1:]} on 3 March (Harbour Monitor).", "Harbour Monitor"),
        (f"By the account of a loader, {CLAIM}.", "a loader"),
        (f"In Dubov's telling, {CLAIM}.", "Dubov"),
    ],
)
def test_a_source_is_named_beside_the_sentence(text, source):
    assert chain(text) == [source]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        (f"Data from SkyGrid show {CLAIM}.", "Data from SkyGrid", "dataset"),
        (f"A flight plan filed in Tehran shows {CLAIM}.", "A flight plan", "document"),
        (f"A court filing says {CLAIM} in June.", "A court filing", "document"),
        (f"The panel's report says {CLAIM}.", "The panel's report", "report"),
        (f"Satellite images taken on 3 March show that {CLAIM}.", "Satellite images", "imagery"),
        (f"Harbour Wire reported that {CLAIM}.", "Harbour Wire", "outlet"),
        (f"Sources close to the airline say {CLAIM}.", "Sources close to the airline", "anonymous"),
        (f"This newspaper has learned that {CLAIM}.", "This newspaper", "self"),
        (f"The ministry said {CLAIM}.", "The ministry", "official"),
    ],
)
def test_documents_data_and_images_speak_too(text, source, kind):
    assert chain(text) == [source]
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Harbour Wire, citing two officials, reported that {CLAIM}.", ["Harbour Wire", "two officials"]),
        (f"T{CLAIM[1:]}, according to a memo leaked to Harbour Wire.", ["Harbour Wire", "a memo"]),
        (f"T{CLAIM[1:]}, documents obtained by Harbour Wire reveal.", ["Harbour Wire", "documents"]),
        (f"In an interview with Harbour Wire, Colonel Marek Dubov said {CLAIM}.", ["Harbour Wire", "Colonel Marek Dubov"]),
        (f"Harbour Wire said two officials had told it that {CLAIM}.", ["Harbour Wire", "two officials"]),
        (f"According to Harbour Wire, which cited two officials, {CLAIM}.", ["Harbour Wire", "two officials"]),
    ],
)  # fmt: skip
def test_whoever_passes_it_on_stands_before_the_one_who_said_it(text, speakers):
    assert chain(text) == speakers


def test_people_who_are_told_in_general_pass_nothing_on():
    assert chain(f"Marek Dubov told journalists in Tehran that {CLAIM}.") == ["Marek Dubov"]


def test_the_name_behind_a_description_is_the_speaker():
    assert chain(f"The ministry's spokeswoman, Alina Petrova, said {CLAIM}.") == ["Alina Petrova"]
    assert chain(f"The operator, Vostok Cargo, said {CLAIM}.") == ["Vostok Cargo"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Minister: plane landed in Minsk\n\nThere were no details.", "Minister"),
        ("Plane landed in Minsk, says panel\n\nThere were no details.", "panel"),
        ("Plane landed in Minsk – report\n\nThere were no details.", "report"),
    ],
)
def test_a_headline_names_its_speaker_by_a_mark(text, speaker):
    assert chain(text) == [speaker]


def test_another_is_somebody_else_than_the_last_speaker():
    text = "One resident said the plane landed in Minsk. Another said it flew to Tehran."
    assert [[a.text for a in c.attribution] for c in claims(text)] == [["One resident"], ["Another"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"The indictment alleges that {CLAIM}.", "The indictment"),
        (f"Only later did the ministry admit that {CLAIM}.", "the ministry"),
        (f"The pilot is quoted as saying that {CLAIM}.", "The pilot"),
        (f"The Panel received information that {CLAIM}.", "The Panel"),
        (f"An airport worker reached by phone said {CLAIM}.", "An airport worker"),
    ],
)
def test_a_verb_that_the_tree_mistakes_is_told_by_its_surroundings(text, speaker):
    assert chain(text) == [speaker]


def test_a_list_speaks_for_those_who_compiled_it():
    text = "Our list, compiled by two spotters:\n\n25 Feb; EX-76001; Il-76; Minsk–Khartoum\n26 Feb; EX-76001; Il-76; Minsk–Khartoum"
    assert all([a.text for a in c.attribution] == ["two spotters"] for c in claims(text))


def test_who_denies_speaks():
    claim = only(f"The airline rejected reports that {CLAIM}.", "flight")
    assert ([a.text for a in claim.attribution], claim.polarity.value) == (["The airline"], "denied")
    assert chain("Iran delivered drones to Sudan, a claim the army denies.", "transfer") == ["the army"]


@pytest.mark.parametrize(
    "text",
    [
        "The plane landed in Minsk and added fuel.",
        "Vostok Cargo was added to the list by the ministry. The plane landed in Minsk.",
        "The plane landed in Minsk, it is claimed.",
    ],
)
def test_what_is_no_speech_names_no_speaker(text):
    assert chain(text) == []


def test_two_who_speak_side_by_side_keep_their_own_words():
    text = "The ministry said the plane landed in Minsk, but the airline said it landed in Kabul."
    assert [[a.text for a in c.attribution] for c in claims(text)] == [["The ministry"], ["the airline"]]
