"""Claims in the languages that have tables and no parser."""

from __future__ import annotations

import pytest

from tests.documents.reading import claims, only, words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un Boeing 747 aterrizó en Caracas el 3 de marzo procedente de Teherán."),
        ("fr", "Un Boeing 747 a atterri à Caracas le 3 mars en provenance de Téhéran."),
        ("it", "Un Boeing 747 è atterrato a Caracas il 3 marzo."),
        ("pt", "Um Boeing 747 aterrissou em Caracas em 3 de março."),
        ("de", "Eine Boeing 747 landete am 3. März in Caracas."),
        ("ru", "Boeing 747 приземлился в Каракасе 3 марта."),
    ],
)
def test_a_landing_is_read_in_every_language(language, text):
    claim = only(text, "flight", language=language)
    assert claim.fillers("destination")[0].norm == "Caracas,VE"
    assert str(claim.date.from_on) == "2024-03-03"


def test_the_conditional_of_hearsay_makes_a_claim_alleged():
    claim = only("El avión habría transportado drones a Caracas.", "transfer", language="es")
    assert claim.modality == "alleged"
    assert words(claim, "object") == ["drones"]


def test_what_could_not_be_confirmed_is_unconfirmed():
    text = "Le Boeing 747 a livré des drones à Caracas. La rédaction n'a pas pu confirmer cette information."
    assert {c.polarity.value for c in claims(text, language="fr")} == {"unconfirmed"}


def test_a_language_without_a_table_gives_no_claims_and_no_error():
    assert claims("Lentokone laskeutui Caracasiin.", language="fi") == ()
