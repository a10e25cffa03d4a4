"""The verbs that open a claim in English, by what they do: one table, read by the frames."""

from __future__ import annotations

from overflight.documents.frames.forms import form_index


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARRIVE = _set(
    "arrive land touch put set disembark alight deplane reappear resurface drop pull roll descend swoop show turn"
)
"""Come down at a place: in, at, on, into X is the destination."""
GOODS_MOVE = _set("flow pour end turn surface wind trickle stream")
"""With goods as the subject and a place: they got there."""
REACH = _set("reach enter visit tour overfly near approach inspect")
"""The object is the destination."""
DEPART = _set("depart leave take lift quit exit climb push start")
"""Set out: from X (or the object of leave) is the origin, for X the destination."""
GO = _set("""fly go travel return head come continue proceed shuttle commute hop jet journey divert ply swing cross ferry
    set zigzag relocate redeploy wing route fan hurry slip decamp""")
"""Move from X to Y."""
STOP = _set("stop refuel call transit pass layover overnight")
"""Touch a place on the way."""
STAY = _set(
    "live reside spend stay remain sit stand park idle wait linger train base station house lodge billet accommodate"
)
"""Be at a place for a time."""
OPERATE = _set(
    "operate make conduct perform complete undertake run log record fly carry mount stage hold count list track"
)
"""With a noun of flying as the object: operated three flights."""
SEE = _set(
    "follow trace record log place see spot photograph picture show capture identify track observe detect film catch park position"
)
"""An aircraft seen on the ground or in the air."""
SEND = _set("send dispatch despatch fly bring invite")
"""With people as the object and a place: a visit."""
PILOT = _set("pilot captain fly command skipper co-pilot")
"""With an aircraft or flight as the object, and a person as the subject."""

DELIVER = _set(
    """deliver unload bestow rush route evacuate offload hand drop bring consign land airdrop dispatch despatch ship
    send transfer airlift discharge
    give pass pour pump slip hump lower cede contribute deposit donate distribute
    transmit forward re-export export funnel channel parachute feed dole issue allot allocate entrust surrender
    relinquish siphon shunt whisk
    drive disgorge dump resell gift lend loan air-drop
    return supply-drop divert"""
)
SUPPLY = _set("supply provide present re-equip arm equip furnish outfit provision stock resupply rearm")
TRANSPORT = _set(
    """carry transport fly haul ferry move lift convey bear cart lug tote truck load shuttle take relocate stow hold freight
    tranship transship"""
)
SMUGGLE = _set("smuggle traffic sneak spirit run")
SELL = _set("sell resell market peddle hawk offload")
BUY = _set("buy purchase procure acquire import")
ORDER = _set("order")
RECEIVE = _set("receive obtain get source accept collect")
EXCHANGE = _set("exchange swap trade barter")
SUPPORT = _set("support back fund bankroll finance sponsor subsidise subsidize")
SPEND = _set("spend shell fork splash lay pay disburse cost")
"""With an amount of money, on or for goods."""
RELY = _set("rely depend")

DESIGNATE = _set("sanction designate blacklist black-list proscribe re-designate redesignate")
LIST = _set(
    "list add place put include target hit impose slap punish penalise penalize name subject inscribe "
    "freeze remove delist enter keep face announce levy issue draw incur appear feature ban"
)
RUN = _set("run head lead manage direct chair captain oversee preside command helm found co-found supervise")
CONTROL = _set("own co-own part-own control hold have")
LINK = _set("link tie affiliate connect associate subordinate attach belong answer report")
APPOINT = _set("appoint name identify describe know list serve work act act employ nominate install promote")
MAKE = _set("make manufacture build assemble produce construct fabricate develop design churn turn forge cast mould")
ARREST = _set(
    "arrest detain jail imprison apprehend nab custody extradite incarcerate capture catch round pick rearrest"
)
CHARGE = _set("charge indict prosecute")
SENTENCE = _set("sentence convict extradite remand")
LOAD = _set("load pack laden stuff")
CLAIM_LIVES = _set("claim leave cost take")
FREEZE = _set("freeze block")
PAY = _set("pay make undertake")
TOTAL = _set("total reach amount rise climb jump fall come exceed stand pass top hit grow surpass")
"""Verbs by which a toll comes to a number."""
SEIZE = _set("seize stop impound confiscate intercept ground hold block recover")
KILL = _set("kill murder slay massacre slaughter execute butcher behead")
DIE = _set("die perish drown suffocate starve")

SCHEDULE = _set("schedule plan foresee slate pencil book announce")
"""In the passive, of one more flight that is to come."""
EXPECT = _set("expect await")
"""In the passive, of who or what is to come."""
LEAD = _set("lead head accompany escort take bring guide fly")
"""With people as the object and a place: leader and led went there."""
HOST = _set("receive host welcome greet")
"""With people as the object: guests."""
COURSE = _set("end finish terminate conclude begin start originate take bring lead carry")
"""With a flight as the subject: where it began, went and came down."""
APPEAR = _set("appear figure feature show turn")
"""In records, with a flight as the subject."""
WAY = _set("make wing find wend pick thread wind work")
"""With `way` as the object: to move."""

ALL = (
    SCHEDULE | EXPECT | LEAD | HOST | WAY | COURSE | APPEAR |
    ARRIVE | GOODS_MOVE | REACH | DEPART | GO | STOP | STAY | OPERATE | SEE | SEND | PILOT | DELIVER | SUPPLY |
    TRANSPORT | SMUGGLE | SELL | BUY
    | ORDER | RECEIVE | EXCHANGE | SUPPORT | RELY | DESIGNATE | LIST | RUN | CONTROL | LINK | APPOINT | MAKE | ARREST | CHARGE
    | SEIZE | KILL | DIE | SENTENCE | LOAD | CLAIM_LIVES | FREEZE | PAY | TOTAL | SPEND
)  # fmt: skip

FORMS = form_index(sorted(ALL))
"""From every form of these verbs to the verb."""
