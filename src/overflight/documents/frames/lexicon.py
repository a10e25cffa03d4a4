"""What common nouns stand for: the classes by which a frame tells an aircraft from its cargo and a visitor from a carrier."""

from __future__ import annotations

from enum import StrEnum


class Nature(StrEnum):
    """What a noun phrase stands for."""

    AIRCRAFT = "aircraft"
    FLIGHT = "flight"
    OPERATOR = "operator"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    FORCE = "force"
    PEOPLE = "people"
    PERSON = "person"
    PLACE = "place"
    GOODS = "goods"
    CONTAINER = "container"
    SHIPMENT = "shipment"
    MONEY = "money"
    LIST = "list"
    OFFICE = "office"
    VICTIMS = "victims"
    VEHICLE = "vehicle"
    SOURCE = "source"
    TIME = "time"
    PRONOUN = "pronoun"
    OTHER = "other"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


_CLASSES: tuple[tuple[Nature, str], ...] = (
    (Nature.AIRCRAFT, """aircraft airplane aeroplane plane jet airliner freighter jumbo airlifter cargoplane jumbojet helicopter
        widebody turboprop airframe aeroplanes warplane transporter transports learjet gulfstream cessna fokker
        dornier beechcraft seaplane tiltrotor airlift_plane ilyushin antonov boeing airbus tupolev
        hercules globemaster business_jet biplane 747 777 767 757 737 747f chopper bizjet quadjet trijet twinjet
        freight_plane tail"""),
    (Nature.FLIGHT, """flight trip rotation sortie leg journey airlift shuttle hop crossing voyage movement
        landing arrival departure stopover charters charter
        take-off takeoff touchdown airbridge air-bridge round-trip overflight transit ferry_flight visit_flight"""),
    (Nature.OPERATOR, "airline carrier operator cargo_airline airfreighter lessee charterer"),
    (Nature.ORGANISATION, """company firm manufacturer maker supplier producer broker dealer agency ministry group front_company
        conglomerate enterprise corporation subsidiary factory workshop plant arsenal shipyard holding unit office bureau
        directorate institute university contractor trader intermediary forwarder charity foundation bank outfit business
        entity entities network trust"""),
    (Nature.GOVERNMENT, """government regime junta state country administration kingdom republic authorities authority parliament
        treasury kremlin pentagon ally allies proxy partner nation neighbour neighbor embassy dictatorship leadership"""),
    (Nature.FORCE, """army military navy militia militias rebel rebels guerrilla guerrillas insurgents fighters force forces troops
        paramilitary paramilitaries militants militant soldiers faction separatists warlord commander-in-chief general_staff
        brigade corps division battalion police guard guards gendarmerie customs garrison gunmen extremists jihadists terrorists
        houthis taliban air_force coastguard command mercenaries mercenary airforce tribesmen marines commandos
        paratroopers regiment squadron regulars irregulars gang gangs cartel cartels warlords jihadis clan clans
        recruits bandits"""),
    (Nature.PEOPLE, """delegation team engineers technicians technician engineer officials official envoys envoy emissary emissaries
        experts expert advisers adviser advisors advisor instructors instructor trainers trainer specialists
        specialist officers officer
        representatives representative diplomats diplomat
        minister ministers ambassador commander commanders crew crews passengers
        passenger pilot pilots general generals colonel colonels brigadier major lieutenant captain admiral marshal
        inspectors inspector executives executive businessman businessmen mission party mechanics
        mechanic scientists scientist negotiators leaders leader chief president director deputy secretary spokesman
        spokeswoman spokesperson aide aides visitors visitor workers worker cadets trainees students contingent group_of
        dealer dealers buyer buyers customer customers trafficker traffickers
        smuggler smugglers brother nephew son prince king bosses boss
        nationals national citizen citizens man men woman women suspects suspect individuals persons loadmaster agents agent
        staff personnel member members contractors operatives operative financier middleman middlemen broker brokers
        entourage owner
        owners founder founders lawyer accountant merchant merchants researcher researchers investigator
        investigators trader traders"""),
    (Nature.PLACE, """airport airfield airbase base city town capital port runway apron strip airstrip hub island province region
        country destination field aerodrome hangar terminal warehouse ramp soil territory village border area facility
        depot barracks site compound premises headquarters works grounds there here tarmac stand enclave peninsula
        capital camp camps positions frontline front-line trenches stronghold hideout bunker bunkers"""),
    (Nature.GOODS, """weapon weapons arms armament armaments weaponry munition munitions ammunition ammo missile missiles rocket
        rockets drone drones uav uavs part parts component components engine engines motor motors equipment material materiel
        matériel materials hardware gear supplies supply system systems shell shells rifle rifles mortar mortars
        launcher launchers
        explosives explosive grenades mines bomb bombs tank tanks howitzer howitzers artillery technology kit kits radar radars
        vehicle vehicles cargo freight goods load aid medicine medicines food beds hospital hospitals tents clothing fuel
        gun guns machine-guns pistols cartridges rounds detonators fuses fuse propellant warhead warheads torpedoes
        spare spares electronics chips semiconductors sensor sensors camera cameras optics sights goggles armour armor vests
        helmets jets fighter_jets helicopters tyres gyroscopes gyroscope turbines propellers thrusters thruster
        propeller airframes fuselage fuselages wings wing avionics transponder blankets gold cash cigarettes drugs cocaine
        pumps generators trucks pickups lorries contraband merchandise defences defenses defence_systems batteries tools
        machinery machines machine uniforms boots nitrate chemicals precursor precursors uranium centrifuges centrifuge help
        assistance support backing training money items wares commodities product products loitering antennas jammers jammer
        interceptors
        interceptor quadcopters quadcopter ordnance stockpile arsenals hardware_items medical relief instruments cannon
        cannons lubricant lubricants phones handsets
        pick-up pick-ups pickup patrol_boats speedboats motorcycles bulldozers hardware_parts flak obuses
        gunpowder powder silencer silencers parachute parachutes carbine carbines bayonets sidearms revolvers manpads
        kalashnikovs
        bullets bullet tracers flares tube tubes barrel stocks primers igniters casing casings cartridge howitzer
        rangefinders rangefinder transmitters transceivers radios radio laptops bearings fuel-tanks gearbox gearboxes
        controllers actuators servos
        submarines satellites frigates corvettes boats stuff something nothing equipments armaments guidance"""),
    (Nature.CONTAINER, """crate crates box boxes container containers pallet pallets tonne tonnes ton tons case cases piece pieces
        bag bags sack sacks batch batches truckload truckloads planeload planeloads boatload carton cartons kilo kilos kilogram
        kilograms kg package packages parcel parcels bundle bundles load loads dozens hundreds thousands scores litres
        drums barrels
        trunk trunks suitcase suitcases units set sets worth lot lots quantity quantities amount amounts number numbers
        range variety pair pairs couple handful series array volume volumes
        shipload wagonload wagons chests skids thirds bulk portion fraction"""),
    (Nature.SHIPMENT, """shipment shipments delivery deliveries consignment consignments transfer transfers cargo
    export exports import imports
        supply resupply sale sales handover airdrop purchase purchases procurement order orders haul"""),
    (Nature.MONEY, "dollar dollars euro euros pounds rubles roubles yuan rials"),
    (Nature.LIST, "list blacklist sanctions sanction listing designation designations register"),
    (Nature.VICTIMS, """people civilians civilian villagers residents inhabitants protesters demonstrators children refugees
        bystanders worshippers patients journalists students policemen men women pilgrims"""),
    (Nature.VEHICLE, """ship vessel vessels ships dhow dhows tanker truck lorry train trains convoy boat barge trawler bus car cars
        lorries trucks tankers van vans warship minibus coach trailer canoe taxi ambulance"""),
    (Nature.SOURCE, """source sources report reports investigation witness witnesses data records record document documents
        manifest manifests image imagery images photograph photographs photo photos footage video videos statement newspaper
        magazine paper outlet blog website site article archive database logs log log-book study analysis panel monitor monitors
        analysts analyst residents tracker trackers researchers researcher intelligence file files dossier memo cable list"""),
    (Nature.TIME, """day days week weeks month months year years time times hour hours minute minutes night morning evening
        afternoon spring summer autumn winter fall decade decades quarter weekend january february march april may june
        july august
        september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday
        occasion occasions midnight noon dawn dusk century mid-january mid-february mid-march mid-april mid-may
        mid-june mid-july
        mid-august mid-september mid-october mid-november mid-december"""),
)  # fmt: skip

NOUNS: dict[str, Nature] = {}
for _nature, _text in _CLASSES:
    for _word in _words(_text):
        NOUNS.setdefault(_word, _nature)

for _word in ("vehicle", "vehicles", "jets", "trucks", "helicopters"):
    NOUNS[_word] = Nature.GOODS
NOUNS["cargo"] = Nature.GOODS
NOUNS["ministry"] = Nature.ORGANISATION

OFFICES: frozenset[str] = frozenset(
    _words(
        """chief head director president chairman chairwoman chairperson manager founder co-founder owner co-owner minister
        ambassador spokesman spokeswoman spokesperson commander ex-commander deputy secretary officer colonel general
        brigadier captain pilot navigator engineer leader member adviser advisor envoy representative executive ceo
        chairperson boss partner shareholder coordinator governor mayor prosecutor judge analyst professor lecturer researcher
        consultant lawyer attorney broker dealer official inspector auditor treasurer vice-president chief-of-staff
        undersecretary
        attaché attache superintendent editor senator lawmaker diplomat financier liaison controller supervisor foreman
        commissioner
        premier chancellor king prince emir warlord trustee accountant dispatcher mechanic technician co-pilot
        copilot major lieutenant
        administrator procurator nephew brother son cousin frontman front-man operative fixer figure agent chef scientist
        veteran graduate loadmaster handler union_leader consul employee clerk bookkeeper secretary-general minister-counsellor
        delegate prefect legislator deputy-minister councillor magistrate notary custodian signatory nominee beneficiary
        stakeholder bossman kingpin financier fugitive quartermaster instructor ex-instructor trainer recruiter intermediary
        middleman counsel cofounder shareowner co-director subcontractor contractor purser steward husband wife
        widow daughter sister uncle brother-in-law son-in-law father mother"""
    )
)
"""Functions, ranks and ties that a person may be said to have; each makes a claim of kind role."""

DIRECTORS: frozenset[str] = frozenset(
    _words(
        """head director president chairman chairwoman chairperson manager ceo founder co-founder owner co-owner boss executive
        chief vice-president shareholder"""
    )
)
"""Offices that run a company or sit on its board (subtype director)."""

BRANCHES: frozenset[str] = frozenset(
    _words("arm wing branch subsidiary affiliate unit offshoot front proxy department division successor daughter part")
)
"""What one organisation may be of another (subtype affiliation)."""

TITLES: frozenset[str] = frozenset(
    _words(
        """captain general brigadier colonel major lieutenant admiral commander president minister dr mr mrs ms sheikh
        prince king prime professor marshal sergeant commodore maj gen col lt capt brig sgt adm senator judge ayatollah
        ambassador"""
    )
)
"""Ranks and titles that belong to a name when they stand right before it."""

MILITARY_ADJECTIVES: frozenset[str] = frozenset(
    _words("military armed army naval defence defense guards guard paramilitary security")
)

CIVIL_TRAVEL: frozenset[str] = frozenset(
    _words(
        """football soccer hockey basketball baseball rugby cricket team's athletes players squad fans supporters tournament
        championship olympic games match concert orchestra tourists tourist pilgrims holidaymakers skiers passengers
        passenger airshow festival league cup choir handball volleyball"""
    )
)
"""Words of sports, holidays and scheduled travel: no claim is read from a clause whose traveller they name."""
