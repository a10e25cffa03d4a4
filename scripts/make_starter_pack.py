"""Makes the starter pack of facts about arms-airlift networks from OFAC's lists, which are in the public domain.

    python scripts/make_starter_pack.py LIST… -o src/overflight/reference/data/airlift.jsonl

LIST: snapshots of OFAC's list (folders, git bundles). What goes in is told by rule, not picked by hand: every aircraft on
the list; whoever operates one or is printed as linked to one; whoever these are linked to, or that is linked to them; and
all entries under the programmes of PROGRAMMES or listed on the days of DAYS. Dates of designation that OFAC's files do not
carry come from REPORTED, each from a release of the authority itself.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from overflight.case.intake import gather
from overflight.parties import Ledger, PartiesSettings, build_ledger
from overflight.records.party import PartyId, PartySchema
from overflight.records.plain import to_plain
from overflight.records.source import SourceKind

LIST = "OFAC SDN"
PROGRAMMES = ("BURMA-EO14014",)
DAYS = ("2021-10-29",)
AIRLIFT_2019 = "US Treasury, press release of 2019-01-24 on militias in Syria and a civilian airline"
MAHAN_2011 = "US Treasury, press release of 2011-10-12 on an Iranian commercial airline"
LEFT_OUT = ("sanctions_note", "website", "email", "phone", "fax", "passport", "national_id")
"""Details of no use here: boilerplate, addresses that nothing in the package should carry, numbers of private papers."""
REPORTED = (
    *((entry, "SDGT", "2019-01-24", AIRLIFT_2019) for entry in ("26343", "26344", "26345", "26346", "26347")),
    ("12927", "SDGT", "2011-10-12", MAHAN_2011),
)
REGISTRATIONS = (
    {
        "registration": "YV3531",
        "msn": "23413",
        "maker": "Boeing",
        "model": "747-300M",
        "type_code": "B743",
        "operator": "Emtrasur",
        "note": "formerly EP-MND of Mahan Air; detained at Buenos Aires in June 2022; forfeited to the United States",
        "source": "US Department of Justice, press release of 2024-02-12 on the forfeiture of a Boeing 747",
    },
)


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    files = [file for file in gather(given.lists) if file.source.kind is SourceKind.LIST]
    ledger = build_ledger(files, PartiesSettings(use_starter_pack=False))
    header = {
        "kind": "pack",
        "title": "Aircraft, airlines and networks of arms airlifts, from OFAC's lists",
        "as_of": max(s.on for s in ledger.snapshots if s.on).isoformat(),
        "licence": "public domain (works of the US Government)",
        "made_from": sorted({(file.source.name, file.source.sha256) for file in files}),
    }
    reported = [
        {"kind": "reported", "entry": entry, "programme": programme, "from": day, "source": source}
        for entry, programme, day, source in REPORTED
    ]
    registrations = [{"kind": "registration", **row} for row in REGISTRATIONS]
    parties = [party_row(ledger, party) for party in sorted(chosen(ledger), key=lambda p: int(p.partition(":")[2]))]
    lines = [json.dumps(row, ensure_ascii=False) for row in (header, *reported, *registrations, *parties)]
    given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(parties)} parties, {sum(len(p['listings']) for p in parties)} listings, as of {header['as_of']}")


def chosen(ledger: Ledger) -> set[PartyId]:
    """The entries that the rule takes."""
    aircraft = {p.party for p in ledger.parties if p.schema is PartySchema.AIRPLANE}
    users = {link.object_party for a in aircraft for link in ledger.links_from.get(a, ()) if link.object_party}
    above = {link.object_party for u in users for link in ledger.links_from.get(u, ()) if link.object_party}
    below = {link.subject for u in users for link in ledger.links_to.get(u, ())}
    listed = {x.party for x in ledger.listings if x.programme in PROGRAMMES or str(x.from_on) in DAYS}
    return aircraft | users | above | below | listed


def party_row(ledger: Ledger, party_id: PartyId) -> dict[str, object]:
    """One party with its listings and ties as a line of the pack."""
    party = ledger.by_id[party_id]
    keys = (
        "programme",
        "measure",
        "from",
        "from_basis",
        "to",
        "to_basis",
        "observed_from",
        "observed_to",
        "absent_on",
        "gone_on",
    )
    listings = [to_plain(listing) for listing in ledger.listings_of[party_id]]
    return {
        "kind": "party",
        "entry": party.entry,
        "schema": party.schema.value,
        "caption": party.caption,
        "names": [[name.kind.value, name.text] for name in party.names],
        "identifiers": [[i.kind, i.value] for i in party.identifiers if i.kind not in LEFT_OUT],
        "countries": list(party.countries),
        "birth_dates": list(party.birth_dates),
        "links": [[link.kind, link.object_name, link.object_party] for link in ledger.links_from.get(party_id, ())],
        "listings": [{key: listing[key] for key in keys} for listing in listings if isinstance(listing, dict)],
        "row": party.locator.row if party.locator else None,
        "snapshot": to_plain(party.locator.snapshot) if party.locator else None,
    }


if __name__ == "__main__":
    main()
