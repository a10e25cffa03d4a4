"""Speakers, firmness and denial in the languages that have tables and no parser."""

from __future__ import annotations

import pytest

from overflight.records.claim import Claim
from tests.documents.reading import claims

MOVES = {"flight", "transfer", "visit"}


def first(text: str, language: str) -> Claim:
    return next(c for c in claims(text, language=language) if c.kind in MOVES)


def chain(text: str, language: str) -> list[str]:
    return [a.text for a in first(text, language).attribution]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "Según fuentes del aeropuerto, un Boeing 747 aterrizó en Minsk el lunes.", ["fuentes del aeropuerto"]),
        ("fr", "D'après un témoin, le Boeing 747 a livré des drones à Minsk.", ["un témoin"]),
        ("it", "Secondo due funzionari, un Boeing 747 è atterrato a Minsk il 3 marzo.", ["due funzionari"]),
        (
            "pt",
            "Segundo fontes do aeroporto, um Boeing 747 aterrissou em Minsk em 3 de março.",
            ["fontes do aeroporto"],
        ),
        ("de", "Dem Blatt zufolge landete eine Boeing 747 am 3. März in Minsk.", ["Dem Blatt"]),
        ("ru", "По словам очевидца, Boeing 747 приземлился в Минске 3 марта.", ["очевидца"]),
        ("fa", "به گفته دو دیپلمات، یک بوئینگ ۷۴۷ در ۳ مارس در مینسک فرود آمد.", ["دو دیپلمات"]),
    ],
)
def test_a_source_stands_beside_the_sentence(language, text, speakers):
    assert chain(text, language) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "El ministro de Defensa, Omar Salas, dijo que un Boeing 747 aterrizó en Minsk el lunes.", ["Omar Salas"]),
        ("fr", "Le porte-parole de l'armée a affirmé qu'un Boeing 747 a atterri à Minsk le 3 mars.", ["Le porte-parole de l'armée"]),
        ("it", "Il ministro Omar Salas ha dichiarato che un Boeing 747 è atterrato a Minsk il 3 marzo.", ["Il ministro Omar Salas"]),
        ("pt", "O ministério afirmou que um Boeing 747 aterrissou em Minsk em 3 de março.", ["O ministério"]),
        ("de", "Am Freitag erklärte das Ministerium, eine Boeing 747 sei am 3. März in Minsk gelandet.", ["das Ministerium"]),
        ("ru", "Представитель армии заявил, что Boeing 747 приземлился в Минске 3 марта.", ["Представитель армии"]),
        ("fa", "سخنگوی ارتش گفت که یک بوئینگ ۷۴۷ در ۳ مارس در مینسک فرود آمد.", ["سخنگوی ارتش"]),
    ],
)  # fmt: skip
def test_a_speaker_stands_before_what_is_said(language, text, speakers):
    assert chain(text, language) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "Un Boeing 747 aterrizó en Minsk el lunes, afirma un controlador que pidió el anonimato.", ["un controlador"]),
        ("fr", "« Un Boeing 747 a atterri à Minsk le 3 mars », ironise le ministre, Omar Salas.", ["Omar Salas"]),
        ("it", "Un Boeing 747 è atterrato a Minsk il 3 marzo, ha detto il portavoce dell'esercito.", ["il portavoce dell'esercito"]),
        ("pt", "Um Boeing 747 aterrissou em Minsk em 3 de março, disse o porta-voz do exército.", ["o porta-voz do exército"]),
        ("de", "„Eine Boeing 747 landete am 3. März in Minsk“, so ein Mitarbeiter des Flughafens.", ["ein Mitarbeiter des Flughafens"]),
        ("ru", "Boeing 747 приземлился в Минске 3 марта, сообщил источник в аэропорту.", ["источник в аэропорту"]),
    ],
)  # fmt: skip
def test_a_speaker_stands_behind_what_is_said(language, text, speakers):
    assert chain(text, language) == speakers


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("es", "Un Boeing 747 aterrizó en Minsk el lunes. Así lo informó la agencia Zorya.", ["la agencia Zorya"]),
        ("fr", "Un Boeing 747 a atterri à Minsk le 3 mars. C'est ce que rapporte l'agence Zorya.", ["l'agence Zorya"]),
        ("it", "Un Boeing 747 è atterrato a Minsk il 3 marzo. Lo riferisce l'agenzia Zorya.", ["l'agenzia Zorya"]),
        ("de", "Eine Boeing 747 landete am 3. März in Minsk. Das berichtet die Zeitung Zorja unter Berufung auf Flugdaten.",
         ["die Zeitung Zorja", "Flugdaten"]),
        ("ru", "Boeing 747 приземлился в Минске 3 марта. Об этом сообщает агентство «Заря» со ссылкой на два источника.",
         ["агентство «Заря»", "два источника"]),
    ],
)  # fmt: skip
def test_a_sentence_may_point_back_and_name_its_sources_source(language, text, speakers):
    assert chain(text, language) == speakers


def test_a_source_is_known_through_the_one_behind_a_participle():
    text = "Datos de vuelo consultados por el diario Zorya muestran que un Boeing 747 aterrizó en Minsk el lunes."
    assert chain(text, "es") == ["el diario Zorya", "Datos de vuelo"]


def test_a_preposition_may_swallow_its_article():
    text = "Un Boeing 747 è atterrato a Minsk il 3 marzo, stando ai tracciati radar."
    assert chain(text, "it") == ["tracciati radar"]


def test_a_verb_without_a_speaker_goes_on_with_the_last_one():
    text = "El ministerio dijo que no hubo víctimas. Añadió que un Boeing 747 aterrizó en Minsk el lunes."
    assert chain(text, "es") == ["El ministerio"]


def test_hearsay_that_names_nobody_does_not_go_on_with_the_last_speaker():
    text = "سخنگوی ارتش گفت که فرودگاه بسته است. گفته می‌شود یک بوئینگ ۷۴۷ در ۳ مارس در مینسک فرود آمد."
    assert chain(text, "fa") == []


def test_indirect_speech_is_hearsay_only_where_nobody_is_named():
    told = "Das Ministerium erklärte, der Iran habe 2023 mehr als 100 Drohnen an den Sudan geliefert."
    assert first(told, "de").modality == "reported"
    assert first("Der Iran habe 2023 mehr als 100 Drohnen an den Sudan geliefert.", "de").modality == "alleged"
    assert first("Der Iran soll 2023 mehr als 100 Drohnen an den Sudan geliefert haben.", "de").modality == "alleged"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El Tesoro de Estados Unidos sancionó a Vostok Cargo en 2019 por haber transportado cohetes a Siria."),
        (
            "de",
            "Die Schweiz setzte Vostok Cargo 2019 auf die Sanktionsliste, weil sie Raketen nach Syrien geliefert haben soll.",
        ),
        ("ru", "Украина ввела санкции против «Заря Карго» в 2019 году за перевозку ракет в Сирию."),
    ],
)
def test_the_reason_of_a_designation_is_alleged(language, text):
    assert first(text, language).modality == "alleged"


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("es", "El avión no ha entregado drones a Sudán.", "denied"),
        ("es", "El avión entregó no menos de 20 drones a Sudán.", "affirmed"),
        ("es", "El ministerio negó que el avión hubiera entregado drones a Sudán.", "denied"),
        ("fr", "On ignore si l'avion a livré des drones à Minsk.", "unknown"),
        ("it", "L'aereo ha consegnato droni al Sudan. Non è stato possibile verificare la notizia.", "unconfirmed"),
        ("de", "Das Flugzeug lieferte keine Drohnen an den Sudan.", "denied"),
        ("ru", "Самолёт не доставил дроны в Минск.", "denied"),
    ],
)
def test_denial_doubt_and_comparison_are_told_apart(language, text, polarity):
    assert first(text, language).polarity == polarity
