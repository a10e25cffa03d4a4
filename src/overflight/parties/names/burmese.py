"""Burmese as newspapers romanise it, syllable by syllable: onset, medials, rime; tones are left out."""

from __future__ import annotations

from anyascii import anyascii

ONSETS = {
    "က": "k", "ခ": "kh", "ဂ": "g", "ဃ": "g", "င": "ng", "စ": "s", "ဆ": "s", "ဇ": "z", "ဈ": "z", "ည": "ny", "ဉ": "ny", "တ": "t",
    "ထ": "ht", "ဒ": "d", "ဓ": "d", "န": "n", "ပ": "p", "ဖ": "ph", "ဗ": "b", "ဘ": "b", "မ": "m", "ယ": "y", "ရ": "y", "လ": "l",
    "ဝ": "w", "သ": "th", "ဟ": "h", "ဠ": "l", "အ": "", "ဏ": "n", "ဌ": "ht", "ဋ": "t", "ဍ": "d",
}  # fmt: skip
RIMES = (
    ("ောင်", "aung"), ("ိုင်", "aing"), ("ိုက်", "aik"), ("ွန်", "un"), ("ွန့်", "unt"), ("ုန်", "on"), ("ိန်", "ein"), ("ိမ်", "ein"),
    ("န်", "an"), ("မ်", "an"), ("င်", "in"), ("ဉ်", "in"), ("ည်", "i"), ("ွေ", "we"), ("ေ", "ay"), ("ယ်", "e"), ("ဲ", "e"), ("ော်", "aw"),
    ("ော", "aw"), ("ို", "o"), ("ို့", "o"), ("ူ", "u"), ("ု", "u"), ("ီ", "i"), ("ိ", "i"), ("ာ", "a"), ("ါ", "a"), ("က်", "et"),
    ("ာဏ်", "an"), ("ဏ်", "an"), ("ာန်", "an"), ("ွမ်", "un"), ("ုမ်", "on"), ("ံ", "an"), ("ုံ", "on"), ("ိုယ်", "o"), ("ဥ်", "in"),
    ("ိပ်", "eik"), ("ုပ်", "ok"), ("ွပ်", "ut"), ("ွက်", "wet"), ("ွင်", "win"), ("ွယ်", "we"), ("ိဳ", "o"), ("ဲ့", "e"), ("ဏ္ဍ", "anda"),
    ("တ်", "at"), ("ပ်", "at"), ("စ်", "it"), ("ိတ်", "eik"), ("ုတ်", "ok"), ("ောက်", "auk"), ("ွတ်", "ut"),
)  # fmt: skip
MEDIALS = {"ျ": "y", "ြ": "y", "ွ": "w", "ှ": "h"}
VOWELS = {"ဣ": "i", "ဤ": "i", "ဥ": "u", "ဦ": "u", "ဧ": "ay", "ဩ": "aw", "ဪ": "aw", "၏": "i", "၌": "hnaik"}
"""Vowels that stand alone."""
SOUNDS = {"hly": "sh", "hy": "sh", "khy": "ch", "gy": "j"}
"""What an onset and its medials together sound like."""
_TONES = str.maketrans({"့": None, "း": None, "္": "်"})
"""Tones, which no romanisation writes; a stacked letter closes the syllable before it."""


def burmese_syllables(word: str) -> list[str]:
    """The syllables of a Burmese word, romanised: `မင်းအောင်လှိုင်` gives min, aung, hlaing."""
    text, out, at = word.translate(_TONES), [], 0
    while at < len(text):
        if text[at] not in ONSETS:
            out.append(VOWELS.get(text[at], anyascii(text[at]).lower()))
            at += 1
            continue
        sound, at = _burmese_onset(text, at)
        rime, vowel = max((r for r in RIMES if text.startswith(r[0], at)), key=lambda r: len(r[0]), default=("", "a"))
        out.append(sound + ("e" if sound.endswith("w") and rime == "ေ" else vowel))
        at += len(rime)
    return [s for s in out if s]


def _burmese_onset(text: str, at: int) -> tuple[str, int]:
    """The sound of the consonant here with its medials, and where its rime begins."""
    onset, medials = ONSETS[text[at]], ""
    at += 1
    while at < len(text) and text[at] in MEDIALS and not text.startswith(("ွန်", "ွေ", "ွတ်", "ွမ်", "ွပ်"), at):
        medials += MEDIALS[text[at]]
        at += 1
    if "h" in medials:
        onset, medials = "h" + onset, medials.replace("h", "")
    sound = onset + medials
    spelled = next((s for s in SOUNDS if sound.startswith(s)), "")
    return SOUNDS.get(spelled, "") + sound[len(spelled) :], at
