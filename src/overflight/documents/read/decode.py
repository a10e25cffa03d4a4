"""Bytes into text, and what in the text is not what it seems."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from overflight.errors import BadReport

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAMPLE_BYTES = 256 * 1024
"""Bytes from which a charset is told; more does not change the answer and costs seconds a megabyte."""


def decode(data: bytes, where: str, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of bytes in any charset, with warnings; UTF-8 first, then what the file declares, then a guess.

    Raises BadReport if the bytes are no text. Line ends and composition stay as they are: spans count in them.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, where), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, where, declared)
    if "\0" in text:
        raise _no_text(where)
    return text, ()


def glimpse(head: bytes) -> str:
    """The beginning of a file as text, good enough to tell its format: by its mark, as UTF-8, else byte for letter."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head.decode(name, errors="replace").removeprefix("\ufeff")
    text = head.decode("utf-8", errors="replace")
    return text if "\ufffd" not in text[:-4] else head.decode("latin-1")


def _guessed(data: bytes, where: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    if declared:
        try:
            return data.decode(declared), (f"{where}: read as {declared}, as the file itself declares",)
        except (LookupError, UnicodeDecodeError):
            pass
    if b"\0" in data[:_SAMPLE_BYTES]:
        raise _no_text(where)
    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    if best is None:
        raise _no_text(where)
    text = data.decode(best.encoding, errors="replace")
    warnings = [f"{where}: charset guessed as {best.encoding}; letters outside ASCII may be wrong"]
    if "\ufffd" in text:
        warnings.append(f"{where}: {text.count(chr(0xFFFD))} bytes could not be read in {best.encoding}")
    return text, tuple(warnings)


def _strict(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _no_text(where) from error


def _no_text(where: str) -> BadReport:
    return BadReport(
        "its bytes are not text in any charset that could be told", where=where, now="Save it again as UTF-8 text."
    )


_ODD = (
    (re.compile("[\u202a-\u202e\u2066-\u2069]"), "bidirectional controls, which can show text in another order"),
    (re.compile("[\u200b\u2060\ufeff\u00ad\u180e]"), "zero-width characters or soft hyphens, which hide inside words"),
    (re.compile("[\U000e0000-\U000e007f]"), "invisible tag characters"),
    (re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"), "control characters"),
    (re.compile("\ufffd"), "replacement characters: some letters were lost before the file came here"),
    (re.compile("(?:Ã[\x80-\xbf©¨±³]|â€[œ™\x9d“”])"), "letters that look twice encoded (Ã©, â€™)"),
)

_MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])[\w-]+\b")
"""Latin and Cyrillic letters in one word: look-alikes (`ЕP-FАB`)."""


def text_warnings(text: str) -> tuple[str, ...]:
    """What in a stored text is not what it seems, with how often; the text itself is left as it is."""
    found = [f"the text holds {len(pattern.findall(text))} {what}" for pattern, what in _ODD if pattern.search(text)]
    mixed = sorted(set(_MIXED.findall(text)))
    if mixed:
        shown = ", ".join(word.encode("ascii", "backslashreplace").decode() for word in mixed[:5])
        found.append(f"{len(mixed)} words mix Latin and Cyrillic letters and match no name: {shown}")
    return tuple(found)
