"""Days of the year in nine languages, found without knowing which language it is: `@10-06` whatever the year."""

from __future__ import annotations

import re
import unicodedata

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero gennaio janvier janeiro januar января январь يناير ژانویه",
            "february feb febrero febbraio février fevereiro februar февраля февраль فبراير فوریه",
            "march mar marzo mars março märz марта март مارس",
            "april apr abril aprile avril апреля апрель أبريل ابريل آوریل",
            "may mayo maggio mai maio мая май مايو مه",
            "june jun junio giugno juin junho juni июня июнь يونيو ژوئن",
            "july jul julio luglio juillet julho juli июля июль يوليو ژوئیه",
            "august aug agosto août августа август أغسطس اوت",
            "september sep sept septiembre settembre septembre setembro сентября сентябрь سبتمبر سپتامبر",
            "october oct octubre ottobre octobre outubro oktober октября октябрь أكتوبر اکتبر",
            "november nov noviembre novembre novembro ноября ноябрь نوفمبر نوامبر",
            "december dec diciembre dicembre décembre dezembro dezember декабря декабрь ديسمبر دسامبر",
        ),
        start=1,
    )
    for name in names.split()
}

_NAMES = "|".join(sorted((re.escape(n) for n in MONTHS), key=len, reverse=True))
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:\.|º|er|st|nd|rd|th)?\s*(?:de\s+|di\s+|من\s+)?({_NAMES})\b", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({_NAMES})\.?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[:,.]?\d)", re.IGNORECASE)
_ISO = re.compile(r"\b(?:19|20)\d\d-(\d\d)-(\d\d)\b")


def day_keys(text: str) -> frozenset[str]:
    """The days of the year that a text names, as `@MM-DD`."""
    if not any(c.isdigit() for c in text):
        return frozenset()
    plain = text
    if not text.isascii():
        plain = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)
    found = {(MONTHS[m.lower()], int(d)) for d, m in _DAY_MONTH.findall(plain)}
    found |= {(MONTHS[m.lower()], int(d)) for m, d in _MONTH_DAY.findall(plain)}
    found |= {(int(m), int(d)) for m, d in _ISO.findall(plain)}
    return frozenset(f"@{m:02}-{d:02}" for m, d in found if 1 <= m <= 12 and 1 <= d <= 31)
