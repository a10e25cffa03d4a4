"""Who says so: forms of speech in a sentence, the speakers they name, and the chain in which these stand.

    saying, verbs, surface, nouns,    forms of speech: `X said`, `X's claim that`, `according to X`, `X: …`,
    sources, labels, stretch          and which stretch of the sentence is said
      → kinds, speaker                the words of a speaker, and what sort of source they name
      → speech, sentence              one act of saying: whose, over which stretch; the acts of a sentence become a chain
      → quotation, pronouns, report   through a report: quotations, `he added`, the paragraph that one speaker fills
    listener, table_speakers,         the same from the table of a language without a parser; what an authority gives as
    tables, reasons, turns            its reason; interviews in any language
"""

from overflight.documents.voices.kinds import kind_of_words
from overflight.documents.voices.reasons import with_authorities
from overflight.documents.voices.report import SPEECH_MODALITY, Voices

__all__ = ["SPEECH_MODALITY", "Voices", "kind_of_words", "with_authorities"]
