"""Who says so: forms of speech in a sentence, the speakers they name, and the chain in which these stand.

- Forms of speech: `saying` (which verbs), `verbs`, `surface` (where the tree is wrong), `nouns`, `sources`, `labels`, `stretch`.
- Speakers: `kinds` (what sort of source), `speaker` (a noun phrase as a speaker), `pronouns`.
- Chain: `speech` (one act of saying), `sentence`, `quotation`, `turns` (interviews), `report` (the speakers of a claim).
- Languages without a parser: `listener`, `table_speakers`, `tables`, `reasons`.
"""

from overflight.documents.voices.kinds import kind_of_words
from overflight.documents.voices.reasons import with_authorities
from overflight.documents.voices.report import SPEECH_MODALITY, Voices

__all__ = ["SPEECH_MODALITY", "Voices", "kind_of_words", "with_authorities"]
