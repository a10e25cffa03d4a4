"""What sort of source some words name: an outlet, a ministry, a document, somebody without a name."""

from __future__ import annotations

import re

from overflight.documents.frames.forms import noun_base
from overflight.documents.frames.words import wordlist
from overflight.records.claim import SpeakerType

_WORDS: tuple[tuple[SpeakerType, str], ...] = (
    (SpeakerType.SELF, "version entry bulletin"),
    (SpeakerType.IMAGERY, "image images imagery photograph photographs photo photos footage video videos picture pictures clip"),
    (SpeakerType.DATASET, "data records logs archive database traces tracks tracking track trace log logbook dataset transponder "
        "signals feed register registry tracker statistics figures tables "
        "counts readings telemetry"),
    (SpeakerType.DOCUMENT, "document documents manifest letter list form contract waybill invoice memo memorandum cable file files "
        "certificate documentation indictment paperwork note papers correspondence dossier filing plan complaint affidavit ruling "
        "judgment judgement verdict transcript email emails receipt permit declaration schedule "
        "profile instagram facebook telegram linkedin tiktok timetable roster summary annex sheet"),
    (SpeakerType.OUTLET, "newspaper magazine agency outlet website site blog newsletter broadcaster daily paper weekly "
        "channel station media portal investigation journal press journalists reporters television wire monthly tabloid "
        "podcast correspondent"),
    (SpeakerType.REPORT, "report study analysis survey briefing inquiry panel assessment review"),
    (SpeakerType.NGO, "observatory committee watchdog ngo charity group association centre center institute monitor "
        "activists network union organisation organization campaigners foundation thinktank think-tank"),
    (SpeakerType.ANONYMOUS,
        "source sources official officials diplomat diplomats witness witnesses insider insiders employee employees agent "
        "worker workers officer officers resident residents soldiers pilots contacts contact staff engineer engineers "
        "mechanic mechanics loader loaders handler handlers informant informants defector defectors fighter fighters "
        "people person one man woman analyst executive dispatcher guard guards villager villagers driver drivers trader "
        "porter porters controller spotter spotters neighbour medic medics doctor manager lawyer aide adviser relative "
        "colleague friend passenger shepherd technician locals stevedore docker technicians neighbor soldier pilot clerk "
        "broker farmer fisherman nurse shopkeeper researcher researchers expert experts observer observers"),
    (SpeakerType.OFFICIAL, "ministry minister government treasury police prosecutor prosecutors court embassy army military "
        "navy administration department office authorities authority customs spokesman spokeswoman "
        "spokesperson intelligence parliament council commission inspectors junta regime ambassador "
        "president state country senator lawmaker investigators governor mayor envoy judge tribunal coastguard"),
    (SpeakerType.UNSPECIFIED, "information known reports rumours rumors accounts statement post tweet"),
)  # fmt: skip
_KINDS = {word: kind for kind, text in _WORDS for word in text.split()}

SOURCES = frozenset(
    {
        SpeakerType.IMAGERY,
        SpeakerType.DATASET,
        SpeakerType.DOCUMENT,
        SpeakerType.OUTLET,
        SpeakerType.REPORT,
        SpeakerType.NGO,
    }
)
"""Sorts of source that may show, record and list."""

OUTLET_NAME = re.compile(
    r"\b(?:Times|Post|News|Weekly|Daily|Gazette|Herald|Tribune|Journal|Wire|Agency|Press|Brief|Observer|Guardian|Mirror|Chronicle|"
    r"Ledger|Sentinel|Monitor|Telegraph|Review|Bulletin|Courier|Reuters|AFP|TASS|Xinhua|Bloomberg|Radio|TV|Television|Magazine|"
    r"Standard|Dispatch|Today|Insider|Irrawaddy|Watch|Bitácora|Examiner|Reporter|Globe|Independent|Echo|Record)\b"
)
"""Words that end the names of outlets."""

NGO_NAME = re.compile(
    r"\b(?:Association|Observatory|Project|Institute|Foundation|Cent(?:er|re)|Relief|Rights|Network|Initiative|Trust|Federation|League"
    r"|Campaign|Watchdog)\b"
)
"""Words in the names of associations and research groups."""
STATE_NAME = re.compile(
    r"\b(?:United Nations|UN|European Union|EU|African Union|NATO|Security Council|Ministry|Treasury|Parliament)\b"
)
"""Words in the names of authorities and international organisations."""
RANKS = frozenset(
    wordlist("""brigadier colonel general major lieutenant admiral commander minister president ambassador senator judge governor
    mayor marshal commodore sergeant spokesman spokeswoman spokesperson""")
)
"""Ranks and offices before a name that make it speak for its authority."""

_OUTLET_WORD = re.compile(
    r"\b(?:newspaper|magazine|news outlet|news agency|agency|website|blog|daily|weekly|broadcaster)\b"
)
_PEOPLE_WORD = re.compile(r"\b(?:sources?|officials?)\b")
_OWN_WORDS = (
    "this site",
    "this newspaper",
    "this blog",
    "this magazine",
    "this publication",
    "our ",
    "we",
    "an earlier version",
)


def kind_of(word: str) -> SpeakerType | None:
    """The sort of source that a common noun names, in either number."""
    lower = word.lower()
    return _KINDS.get(lower) or _KINDS.get(noun_base(lower))


def kind_of_words(text: str) -> SpeakerType | None:
    """The sort of source that some words name, by the last of them that tells."""
    lowers = [w.strip(".,;()").lower() for w in text.split()]
    if "confidential" in lowers or "anonymous" in lowers:
        return SpeakerType.ANONYMOUS
    kinds = [kind_of(w) for w in lowers]
    return next((k for k in reversed(kinds) if k is not None), None)


def kind_of_first(text: str) -> SpeakerType | None:
    """The sort of source that some words name, by the first of them that tells (`Letter to the Group`)."""
    kinds = [kind_of(w.strip(".,;()")) for w in text.split()]
    return next((k for k in kinds if k is not None), None)


def is_self(text: str) -> bool:
    """Whether the words are how a page speaks of itself (`this newspaper`, `an earlier version`)."""
    return text.casefold().startswith(_OWN_WORDS)


def is_outlet(text: str) -> bool:
    """Whether the words call themselves an outlet, and not its sources."""
    return _OUTLET_WORD.search(text) is not None and _PEOPLE_WORD.search(text) is None


def is_own(name: str, outlet: str | None) -> bool:
    """Whether a name is the page's own outlet (`Meridian` for Meridian Wire)."""
    if not outlet:
        return False
    own = outlet.casefold().removeprefix("the ")
    told = name.casefold().removeprefix("the ")
    acronym = "".join(word[0] for word in own.split() if word[0].isalpha())
    return bool(told) and (told in own or own in told or (len(told) > 2 and told == acronym))
