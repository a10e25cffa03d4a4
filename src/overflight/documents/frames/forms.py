"""Which verb a form belongs to: regular English inflection over the trigger tables, and the irregular forms they need."""

from __future__ import annotations

from collections.abc import Iterable

_IRREGULAR = """
freeze freezes froze frozen freezing|rise rises rose risen rising|spend spends spent spending|transit transits transited
fly flies flew flown flying|leave leaves left leaving|go goes went gone going|come comes came come coming
bring brings brought bringing
take takes took taken taking|send sends sent sending|sell sells sold selling|buy buys bought buying|make makes made making
get gets got gotten getting|give gives gave given giving|hold holds held holding|put puts putting|set sets setting
run runs ran running|flow flows flowed flowing|wind winds wound winding|estimate estimates estimated estimating
sit sits sat sitting|stand stands stood standing|spend spends spent spending|build builds built building|win wins won winning
lead leads led leading|hand hands handed handing|say says said saying|tell tells told telling|write writes wrote written writing
find finds found finding|show shows showed shown showing|see sees saw seen seeing|know knows knew known knowing
think thinks thought thinking|understand understands understood understanding|believe believes believed believing
shoot shoots shot shooting|kill kills killed killing|die dies died dying|lose loses lost losing|meet meets met meeting
keep keeps kept keeping|have has had having|be is are was were been being am|do does did done doing|stop stops stopped stopping
drop drops dropped dropping|ship ships shipped shipping|equip equips equipped equipping|swap swaps swapped swapping
ferry ferries ferried ferrying|carry carries carried carrying|supply supplies supplied supplying|deny denies denied denying
traffic traffics trafficked trafficking|refuel refuels refuelled refueled refuelling refueling|haul hauls hauled hauling
travel travels travelled traveled travelling traveling|commute commutes commuted commuting|fit fits fitted fitting
airdrop airdrops airdropped airdropping|pilot pilots piloted piloting|captain captains captained captaining
hop hops hopped hopping|jet jets jetted jetting|slip slips slipped slipping|hear hears heard hearing|say says said saying
lay lays laid laying|lock locks locked locking|pay pays paid paying|rely relies relied relying|arm arms armed arming
spot spots spotted spotting
touch touches touched touching|begin begins began begun beginning|catch catches caught catching|seek seeks sought seeking
draw draws drew drawn drawing|sweep sweeps swept sweeping|slay slays slew slain slaying|bear bears bore borne bearing
bomb bombs bombed bombing|ban bans banned banning|grow grows grew grown growing|rid rids ridding|set sets setting
transit transits transited transiting transitted transitting|transfer transfers transferred transferring
withhold withholds withheld withholding|nab nabs nabbed nabbing|grab grabs grabbed grabbing|jail jails jailed jailing
label labels labelled labeled labelling labeling
resell resells resold reselling|feed feeds fed feeding|drive drives drove driven driving
fall falls fell fallen falling|lend lends lent lending|cast casts casting|blow blows blew blown blowing
beat beats beaten beating|cut cuts cutting|hit hits hitting|cost costs costing|ply plies plied plying
sneak sneaks sneaked snuck sneaking
become becomes became becoming|choose chooses chose chosen choosing|dig digs dug digging|lie lies lain lying
oversee oversees oversaw overseen overseeing|quit quits quitting|slide slides slid sliding|strike strikes struck stricken striking
swing swings swung swinging|undertake undertakes undertook undertaken undertaking
re-export re-exports re-exported re-exporting|offload offloads offloaded offloading|unload unloads unloaded unloading
"""

IRREGULAR: dict[str, str] = {}
for _line in _IRREGULAR.replace("\n", "|").split("|"):
    _forms = _line.split()
    for _form in _forms:
        IRREGULAR.setdefault(_form, _forms[0])


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb (both spellings where consonants may double)."""
    if lemma.endswith("e"):
        forms = [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        forms = [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    elif lemma.endswith(("s", "x", "z", "ch", "sh")):
        forms = [lemma, lemma + "es", lemma + "ed", lemma + "ing"]
    else:
        forms = [lemma, lemma + "s", lemma + "ed", lemma + "ing"]
        if len(lemma) > 2 and lemma[-1] in "bdgklmnprt" and lemma[-2] in "aeiou":
            forms += [lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"]
    return tuple(forms)


def form_index(lemmas: Iterable[str]) -> dict[str, str]:
    """From every form of the verbs given to its verb."""
    index: dict[str, str] = {}
    for lemma in lemmas:
        irregular = [form for form, base in IRREGULAR.items() if base == lemma]
        for form in irregular or verb_forms(lemma):
            index.setdefault(form, lemma)
        index.setdefault(lemma, lemma)
    return index


def noun_base(word: str) -> str:
    """The singular of a regular plural, else the word itself."""
    if word in {"sorties", "calories", "movies"}:
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
