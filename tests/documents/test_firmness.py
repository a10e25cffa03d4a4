"""How firmly, affirmed or not, and by whom."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The plane carried rockets to Sudan.", "reported"),
        ("The plane allegedly carried rockets to Sudan.", "alleged"),
        ("The airline is said to have carried rockets to Sudan.", "alleged"),
        ("The airline was accused of carrying rockets to Sudan.", "alleged"),
        ("A court fined the airline $2 million for carrying rockets to Sudan.", "alleged"),
        ("It cannot be excluded that the plane carried rockets to Sudan.", "speculated"),
        ("The plane carried crates thought to contain rockets to Sudan.", "believed"),
        ("The plane probably carried rockets to Sudan.", "believed"),
        ("Part of the rockets could be handed to rebels.", "speculated"),
        ("Another delegation is due to arrive in Minsk in June.", "planned"),
    ],
)
def test_the_strongest_hedge_that_governs_the_claim_decides(text, modality):
    assert claims(text)[0].modality == modality


def test_the_month_of_may_is_no_hedge():
    assert only("The plane landed in Minsk in May.", "flight").modality == "reported"


def test_a_hedge_in_the_reason_leaves_the_designation_firm():
    text = "Sapsan Airlines was sanctioned by the EU in 2019 for allegedly carrying rockets to Syria."
    assert only(text, "designation").modality == "reported"
    assert only(text, "transfer").modality == "alleged"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The airline denied that its plane had carried rockets to Sudan.", "denied"),
        ("The army had received no equipment from Iran, it said.", "denied"),
        ("No Iranian delegation came to Minsk.", "denied"),
        ("Sapsan Airlines is not under EU sanctions.", "denied"),
        ("It is unclear whether the plane carried rockets.", "unknown"),
        ("The logs do not show that the plane carried rockets.", "unconfirmed"),
        ("A workshop is assembling the rifles. We were not able to verify that.", "unconfirmed"),
        ("The plane is not thought to have carried rockets to Sudan.", "denied"),
        ("The plane had yet to land in Minsk.", "denied"),
        ("It is false that the plane landed in Minsk.", "denied"),
        ("The ministry called the report that the plane landed in Minsk a lie.", "denied"),
        ("The ministry rejected reports that the plane landed in Minsk.", "denied"),
        ("Correction. At noon we wrote that the plane landed in Minsk.", "denied"),
        ("Nothing suggests that the plane carried rockets to Sudan.", "unconfirmed"),
        ("It was not possible to confirm whether the plane carried rockets to Sudan.", "unknown"),
        ("The plane carried not less than 14 rockets to Sudan.", "affirmed"),
        ("The plane did not only carry rockets to Sudan.", "affirmed"),
    ],
)
def test_denial_doubt_and_silence_are_told_apart(text, polarity):
    assert claims(text)[0].polarity == polarity


def test_doubt_is_about_the_claim_of_its_own_sentence():
    text = "The plane landed in Minsk. It carried rockets to Sudan, a loader said; we could not verify that."
    assert [c.polarity.value for c in claims(text)] == ["affirmed", "unconfirmed"]


def test_what_could_not_be_is_denied_and_no_speculation():
    claim = only("The plane could not have carried rockets to Sudan.", "transfer")
    assert (claim.polarity.value, claim.modality.value) == ("denied", "reported")


def test_a_company_that_was_set_up_is_not_planned():
    assert only("Vostok Cargo was founded in 2020 and is run by Marek Dubov.", "role").modality == "reported"


def test_a_corrected_statement_is_denied_and_the_page_itself_says_so():
    text = "Correction: An earlier version of this piece said the plane arrived in Minsk on 14 March. It landed on 7 March."
    first, second = (c for c in claims(text) if c.kind == "flight")
    assert (first.polarity, second.polarity) == ("denied", "affirmed")
    assert first.attribution[0].type == "self"


def speakers(text: str, kind: str = "flight", **how) -> list[tuple[str, str]]:
    return [(a.text, a.type.value) for a in only(text, kind, **how).attribution]


def test_who_said_it_is_found_before_and_behind():
    assert speakers("Two officials said the plane landed in Minsk.") == [("Two officials", "anonymous")]
    assert speakers("The plane landed in Minsk, the ministry said.") == [("the ministry", "official")]
    assert speakers("According to flight data, the plane landed in Minsk.") == [("flight data", "dataset")]


def test_a_source_known_through_an_outlet_stands_behind_it():
    text = "The plane landed in Minsk, according to tracking data seen by the Northern Gazette."
    assert speakers(text) == [("the Northern Gazette", "outlet"), ("tracking data", "dataset")]


def test_the_page_itself_is_not_listed():
    text = "Two officials told the Northern Gazette that the plane landed in Minsk."
    assert speakers(text, outlet="Northern Gazette") == [("Two officials", "anonymous")]
    assert speakers(text)[0] == ("the Northern Gazette", "outlet")


def test_a_speaker_is_carried_through_the_paragraph_and_not_into_the_next():
    text = "A mechanic said the plane landed in Minsk. It carried rockets to Sudan.\n\nThe jet flew to Tehran."
    found = claims(text)
    assert [bool(c.attribution) for c in found] == [True, True, False]


def test_said_alone_is_attribution_and_claimed_is_a_hedge():
    assert only("The ministry said the plane carried rockets to Sudan.", "transfer").modality == "reported"
    assert only("The ministry claimed the plane carried rockets to Sudan.", "transfer").modality == "alleged"


def test_the_day_of_a_statement_is_not_the_day_of_the_event():
    assert only("Last Friday the ministry said the plane landed in Minsk.", "flight").date is None
