"""The same grammar in eight other languages, on a page of Thursday 20 June 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from overflight.documents.time import Anchors, read_dates

LAST_THURSDAY = "2024-06-13/2024-06-13"
LAST_WEEK = "2024-06-10/2024-06-16"
TWO_WEEKS_AGO = "2024-06-03/2024-06-09"
MID_APRIL = "2023-04-11/2023-04-20"
EARLY_MARCH = "2024-03-01/2024-03-10"
JANUARY_TO_APRIL = "2022-01-01/2022-04-30"
THIRD_TO_NINTH = "2024-03-03/2024-03-09"
SINCE_MARCH = "2024-03-01/2024-06-20"
LAST_MONTH = "2024-05-01/2024-05-31"
SUMMER = "2023-06-01/2023-08-31"
YESTERDAY = "2024-06-19/2024-06-19"
THIS_YEAR = "2024-01-01/2024-06-20"
LAST_YEAR = "2023-01-01/2023-12-31"
SEVENTH = "2024-03-07/2024-03-07"
MONDAY = "2024-06-17/2024-06-17"
Y2019 = "2019-01-01/2019-12-31"

CASES: dict[str, list[tuple[str, str]]] = {
    "es": [
        ("el jueves pasado", LAST_THURSDAY), ("la semana pasada", LAST_WEEK), ("hace dos semanas", TWO_WEEKS_AGO),
        ("a mediados de abril de 2023", MID_APRIL), ("a principios de marzo", EARLY_MARCH),
        ("entre enero y abril de 2022", JANUARY_TO_APRIL), ("del 3 al 9 de marzo", THIRD_TO_NINTH),
        ("desde marzo", SINCE_MARCH), ("el mes pasado", LAST_MONTH), ("en el verano de 2023", SUMMER), ("ayer", YESTERDAY),
        ("este año", THIS_YEAR), ("el año pasado", LAST_YEAR), ("el 7 de marzo de 2024", SEVENTH), ("el lunes", MONDAY),
        ("en 2019", Y2019), ("a finales del mes pasado", "2024-05-21/2024-05-31"), ("en las últimas semanas", ""),
    ],
    "fr": [
        ("jeudi dernier", LAST_THURSDAY), ("la semaine dernière", LAST_WEEK), ("il y a deux semaines", TWO_WEEKS_AGO),
        ("mi-avril 2023", MID_APRIL), ("début mars", EARLY_MARCH), ("entre janvier et avril 2022", JANUARY_TO_APRIL),
        ("du 3 au 9 mars", THIRD_TO_NINTH), ("depuis mars", SINCE_MARCH), ("le mois dernier", LAST_MONTH),
        ("à l'été 2023", SUMMER), ("hier", YESTERDAY), ("cette année", THIS_YEAR), ("l'année dernière", LAST_YEAR),
        ("le 7 mars 2024", SEVENTH), ("lundi", MONDAY), ("en 2019", Y2019), ("le 1er mars", "2024-03-01/2024-03-01"),
        ("dans la nuit du 3 au 4 mars", "2024-03-03/2024-03-04"),
    ],
    "it": [
        ("giovedì scorso", LAST_THURSDAY), ("la settimana scorsa", LAST_WEEK), ("due settimane fa", TWO_WEEKS_AGO),
        ("a metà aprile 2023", MID_APRIL), ("all'inizio di marzo", EARLY_MARCH),
        ("tra gennaio e aprile 2022", JANUARY_TO_APRIL), ("dal 3 al 9 marzo", THIRD_TO_NINTH), ("da marzo", SINCE_MARCH),
        ("il mese scorso", LAST_MONTH), ("nell'estate del 2023", SUMMER), ("ieri", YESTERDAY), ("quest'anno", THIS_YEAR),
        ("l'anno scorso", LAST_YEAR), ("il 7 marzo 2024", SEVENTH), ("lunedì", MONDAY), ("nel 2019", Y2019),
        ("a fine marzo", "2024-03-21/2024-03-31"), ("lo scorso autunno", "2023-09-01/2023-11-30"),
    ],
    "pt": [
        ("na quinta-feira passada", LAST_THURSDAY), ("na semana passada", LAST_WEEK), ("há duas semanas", TWO_WEEKS_AGO),
        ("em meados de abril de 2023", MID_APRIL), ("no início de março", EARLY_MARCH),
        ("entre janeiro e abril de 2022", JANUARY_TO_APRIL), ("de 3 a 9 de março", THIRD_TO_NINTH),
        ("desde março", SINCE_MARCH), ("no mês passado", LAST_MONTH), ("no verão de 2023", SUMMER), ("ontem", YESTERDAY),
        ("este ano", THIS_YEAR), ("no ano passado", LAST_YEAR), ("em 7 de março de 2024", SEVENTH),
        ("na segunda-feira", MONDAY), ("em 2019", Y2019), ("nos últimos meses", ""),
    ],
    "de": [
        ("am vergangenen Donnerstag", LAST_THURSDAY), ("letzte Woche", LAST_WEEK), ("vor zwei Wochen", TWO_WEEKS_AGO),
        ("Mitte April 2023", MID_APRIL), ("Anfang März", EARLY_MARCH), ("zwischen Januar und April 2022", JANUARY_TO_APRIL),
        ("vom 3. bis 9. März", THIRD_TO_NINTH), ("seit März", SINCE_MARCH), ("im vergangenen Monat", LAST_MONTH),
        ("im Sommer 2023", SUMMER), ("gestern", YESTERDAY), ("in diesem Jahr", THIS_YEAR), ("letztes Jahr", LAST_YEAR),
        ("am 7. März 2024", SEVENTH), ("am Montag", MONDAY), ("im Jahr 2019", Y2019), ("importierte 2019 nichts", Y2019),
        ("seit Jahresbeginn", THIS_YEAR), ("in der Nacht zum Dienstag", "2024-06-18/2024-06-18"),
    ],
    "ru": [
        ("в прошлый четверг", LAST_THURSDAY), ("на прошлой неделе", LAST_WEEK), ("две недели назад", TWO_WEEKS_AGO),
        ("в середине апреля 2023 года", MID_APRIL), ("в начале марта", EARLY_MARCH),
        ("между январём и апрелем 2022 года", JANUARY_TO_APRIL), ("с 3 по 9 марта", THIRD_TO_NINTH), ("с марта", SINCE_MARCH),
        ("в прошлом месяце", LAST_MONTH), ("летом 2023 года", SUMMER), ("вчера", YESTERDAY), ("в этом году", THIS_YEAR),
        ("в прошлом году", LAST_YEAR), ("7 марта 2024 года", SEVENTH), ("в понедельник", MONDAY), ("в 2019 году", Y2019),
        ("осенью прошлого года", "2023-09-01/2023-11-30"), ("в первом квартале 2024 года", "2024-01-01/2024-03-31"),
    ],
    "ar": [
        ("الخميس الماضي", LAST_THURSDAY), ("الأسبوع الماضي", LAST_WEEK), ("قبل أسبوعين", TWO_WEEKS_AGO),
        ("في منتصف أبريل 2023", MID_APRIL), ("في أوائل مارس", EARLY_MARCH), ("بين يناير وأبريل 2022", JANUARY_TO_APRIL),
        ("من 3 إلى 9 مارس", THIRD_TO_NINTH), ("منذ مارس", SINCE_MARCH), ("الشهر الماضي", LAST_MONTH), ("في صيف 2023", SUMMER),
        ("أمس", YESTERDAY), ("هذا العام", THIS_YEAR), ("العام الماضي", LAST_YEAR), ("في ٧ مارس ٢٠٢٤", SEVENTH),
        ("يوم الاثنين", MONDAY), ("في عام 2019", Y2019), ("في كانون الثاني 2022", "2022-01-01/2022-01-31"),
        ("قبل ثلاثة أيام", "2024-06-17/2024-06-17"),
    ],
    "fa": [
        ("پنجشنبه گذشته", LAST_THURSDAY), ("هفته گذشته", LAST_WEEK), ("دو هفته پیش", TWO_WEEKS_AGO),
        ("در اواسط آوریل ۲۰۲۳", MID_APRIL), ("در اوایل مارس", EARLY_MARCH), ("بین ژانویه و آوریل ۲۰۲۲", JANUARY_TO_APRIL),
        ("از ۳ تا ۹ مارس", THIRD_TO_NINTH), ("از مارس", SINCE_MARCH), ("ماه گذشته", LAST_MONTH), ("در تابستان ۲۰۲۳", SUMMER),
        ("دیروز", YESTERDAY), ("امسال", THIS_YEAR), ("پارسال", LAST_YEAR), ("۷ مارس ۲۰۲۴", SEVENTH), ("روز دوشنبه", MONDAY),
        ("در سال ۲۰۱۹", Y2019), ("در ماه مارس", "2024-03-01/2024-03-31"), ("۱۲ خرداد ۱۴۰۳", "2024-06-01/2024-06-01"),
        ("در خرداد ۱۴۰۳", "2024-05-21/2024-06-20"), ("در فروردین", "2024-03-20/2024-04-19"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "words", "expected"), [(k, w, e) for k, rows in CASES.items() for w, e in rows])
def test_words_of_time_give_their_interval(language: str, words: str, expected: str) -> None:
    text = f"{words} ."
    found = read_dates(text, 0, len(text), anchors=Anchors(published_on=dt.date(2024, 6, 20)), language=language)
    assert ";".join(f"{r.from_on or ''}/{r.to_on or ''}" for r in found) == expected


FOLLOWING = {
    "es": "Llegó el 3 de marzo. Volvió al día siguiente.",
    "fr": "Il est arrivé le 3 mars. Il est reparti le lendemain.",
    "it": "È arrivato il 3 marzo. È ripartito il giorno successivo.",
    "pt": "Chegou a 3 de março. Partiu no dia seguinte.",
    "de": "Er kam am 3. März. Er flog am folgenden Tag zurück.",
    "ru": "Он прибыл 3 марта. На следующий день он улетел.",
    "ar": "وصلت في 3 مارس. وعادت في اليوم التالي.",
    "fa": "در ۳ مارس رسید. روز بعد بازگشت.",
}


@pytest.mark.parametrize("language", sorted(FOLLOWING))
def test_the_following_day_counts_from_the_event(language: str) -> None:
    text = FOLLOWING[language]
    found = read_dates(text, 0, len(text), anchors=Anchors(published_on=dt.date(2024, 6, 20)), language=language)
    assert [str(r.from_on) for r in found] == ["2024-03-03", "2024-03-04"]
