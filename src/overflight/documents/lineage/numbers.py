"""Numbers in digits of any script and in words of nine languages, as plain digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NUMBER_WORDS: dict[str, int] = {
    word: value
    for value, words in {
        3: "three tres trois tre drei três три трех трёх ثلاث ثلاثه سه",
        4: "four cuatro quatre quattro vier quatro четыре четырех اربع اربعه چهار",
        5: "five cinco cinq cinque fünf пять пяти خمس خمسه پنج",
        6: "six seis sei sechs шесть шести ست سته شش",
        7: "seven siete sept sette sieben sete семь семи سبع سبعه هفت",
        8: "eight ocho huit otto acht oito восемь восьми ثماني ثمان هشت",
        9: "nine nueve neuf nove neun девять девяти تسع تسعه نه",
        10: "ten diez dix dieci zehn dez десять десяти عشر عشره ده",
        11: "eleven once onze undici elf одиннадцать",
        12: "twelve doce douze dodici zwölf doze двенадцать дюжина dozen docena douzaine dozzina dutzend",
        14: "fourteen catorce quatorze quattordici vierzehn четырнадцать",
        15: "fifteen quince quinze quindici fünfzehn пятнадцать",
        16: "sixteen dieciséis seize sedici sechzehn шестнадцать",
        20: "twenty veinte vingt venti zwanzig vinte двадцать عشرون عشرين بيست",
        22: "twenty-two veintidós vingt-deux ventidue zweiundzwanzig",
        30: "thirty treinta trente trenta dreißig trinta тридцать ثلاثون ثلاثين سي",
        40: "forty cuarenta quarante quaranta vierzig quarenta сорок اربعون اربعين چهل",
        50: "fifty cincuenta cinquante cinquanta fünfzig cinquenta пятьдесят خمسون خمسين پنجاه",
        60: "sixty sesenta soixante sessanta sechzig sessenta шестьдесят ستون ستين شصت",
        70: "seventy setenta septante settanta siebzig семьдесят سبعين هفتاد",
        80: "eighty ochenta quatre-vingts ottanta achtzig oitenta восемьдесят ثمانين هشتاد",
        90: "ninety noventa nonante novanta neunzig девяносто تسعين نود",
        100: "hundred cien ciento cent cento hundert cem сто مئه مايه صد",
        1000: "thousand mil mille tausend тысяча тысячи тысяч الف هزار",
    }.items()
    for word in words.split()
}
"""One and two are left out: they stand in every text."""

_GROUPED = re.compile(r"^\d{1,3}(?:[.,'  ]\d{3})+$")
_THOUSANDS = re.compile(r"^(\d+)(?:mila|mil|тыс)$")


@lru_cache(maxsize=16384)
def number_of(word: str) -> str | None:
    """The number that a word is, in plain digits; None for words that are none."""
    if word.isalpha():
        value = NUMBER_WORDS.get(word.casefold())
        return None if value is None else str(value)
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in word.casefold())
    if plain.isdigit():
        return str(int(plain[:18]))
    if _GROUPED.match(plain):
        return re.sub(r"\D", "", plain)
    if thousands := _THOUSANDS.match(plain):
        return str(int(thousands.group(1)) * 1000)
    value = NUMBER_WORDS.get(plain)
    return None if value is None else str(value)
