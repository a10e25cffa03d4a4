"""Who says so: forms of speech in a sentence, the speakers they name, and the chain in which these stand.

verbs, nouns, sources, labels     forms of speech: `X said`, `X's claim that`, `according to X`, `X: …`
  → speaker, kinds                the words of a speaker, and what sort of source they name
  → speech                        one act of saying: whose, over which stretch; acts become a chain
  → quotation, pronouns, report   through a report: quotations, `he added`, the paragraph that one speaker fills
  tables, turns                   the same for languages without a parser; interviews in any language
"""

from overflight.documents.voices.kinds import kind_of_words
from overflight.documents.voices.reasons import with_authorities
from overflight.documents.voices.report import SPEECH_MODALITY, Voices

__all__ = ["SPEECH_MODALITY", "Voices", "kind_of_words", "with_authorities"]
