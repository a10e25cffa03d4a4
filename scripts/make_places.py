"""Make the gazetteer of places that airfields serve from the OurAirports table (public domain).

usage: python scripts/make_places.py AIRPORTS.parquet src/overflight/reference/gazetteers/places.tsv

AIRPORTS is OurAirports' airports.csv with all columns, as Parquet. A town comes in when a large or medium airfield, or one
with scheduled services, serves it; an airfield when it has an IATA code and a name of its own. A name that several towns
bear goes to the one with the clearly larger airfield; where none is larger the norm is left empty: not known which.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

import polars as pl
from anyascii import anyascii

RANKS = {"large_airport": 3, "medium_airport": 2, "small_airport": 1}
HEAD = "norm\tkind\tforms\tcountry\tlatitude\tlongitude"

COMMON_WORDS = frozenset(
    (  # noqa: SIM905
        "of reading nice mobile split bar male man hope police pilot president union independence normal orange sale "
        "beaver march may battle wells deal buffalo bath home fair best worth central north south east west general "
        "delta eagle alliance liberty phoenix justice success enterprise advance defiance commerce gap post page "
        "republic university marshall international american national victoria george george town las los san santa le "
        "la el al port fort camp base island lake city center point bend bell marion wilson jackson jefferson lincoln "
        "madison washington monroe franklin clinton salem august augusta long big bay cove cross creek eau grand green "
        "hall hill kent king lee mason miles mission moab paris park pine queen rice rock rome royal rugby sand sedan "
        "stewart story sun tin toledo troy valley van venice vernal war warren wheeler white wood young de do da im am "
        "son are van es mesa pau sion thun tours vals vars brest angers tarbes lens albi niort agen nancy metz lorient "
        "caen rennes creil mende orange luxeuil istres corte colmar bern bari pisa como forte ponta natal sal praia "
        "maya alma gore lamar arta bol losinj rijeka pula zadar cork knock shannon barra islay tiree unst wick oban "
        "manda nosy laki kota mary balkan guri mus sari jam naja siri tall kangan ilam arak rasht aden ali eva iki "
        "oki lima leon tena loja puyo cali buga ibague tame puerto villa puebla durango ceres salta parana neuquen"
    ).split()
)
"""Names of towns that are first of all common words or parts of other names in the languages read; they are left out."""


def main() -> None:
    """Read, choose, write."""
    source, target = (Path(a) for a in sys.argv[1:3])
    fields = pl.read_parquet(source).filter(
        pl.col("type").is_in(["large_airport", "medium_airport"])
        | ((pl.col("type") == "small_airport") & (pl.col("scheduled_service") == "yes"))
    )
    taken = hand_made(target.parent)
    rows = [*towns(fields, taken), *airfields(fields, taken)]
    lines = [
        "# OurAirports (public domain), made by scripts/make_places.py: towns with an airfield, and named airfields.",
        HEAD,
    ]
    lines += ["\t".join(row) for row in sorted(rows)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target}: {len(rows)} rows")


def hand_made(folder: Path) -> set[str]:
    """Forms that the tables made by hand hold already; they win."""
    forms: set[str] = set()
    for name in ("countries", "capitals", "cities", "demonyms", "groups", "governments", "organisations", "operators"):
        for line in (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "norm\t")):
                forms.update(fold(form) for form in line.split("\t")[2].split("|"))
    return forms


def fold(name: str) -> str:
    """A name as it is compared."""
    return " ".join(anyascii(name).casefold().replace("-", " ").split())


def towns(fields: pl.DataFrame, taken: set[str]) -> list[tuple[str, ...]]:
    """One row a town; a name shared by several countries goes to the clearly largest, else to nobody."""
    found: dict[str, list[tuple[int, str, str, float, float]]] = defaultdict(list)
    for row in fields.iter_rows(named=True):
        name = town_name(row["municipality"])
        if name and fold(name) not in taken and is_usable(name):
            rank = RANKS[row["type"]] * 2 + (row["scheduled_service"] == "yes")
            found[fold(name)].append((rank, row["iso_country"], name, row["latitude_deg"], row["longitude_deg"]))
    rows = []
    for key, candidates in sorted(found.items()):
        candidates.sort(key=lambda c: (-c[0], c[1], c[2]))
        best = candidates[0]
        rivals = [c for c in candidates[1:] if c[1] != best[1] and c[0] >= best[0] - 1]
        forms = "|".join({name.casefold(): name for name in (anyascii(best[2]), best[2])}.values())
        place = "" if rivals else f"{best[2]},{best[1]}"
        where = ("", "", "") if rivals else (best[1], f"{best[3]:.3f}", f"{best[4]:.3f}")
        rows.append((place, "place", forms, *where))
        taken.add(key)
    return rows


def town_name(municipality: str | None) -> str | None:
    """The first name in a municipality cell ("Paris (Roissy-en-France, Val-d'Oise)" is Paris)."""
    name = re.split(r"[(,/;]", municipality or "")[0].strip()
    return name if re.fullmatch(r"[^\W\d_][\w' .’-]+", name) else None


def is_usable(name: str) -> bool:
    """Long enough and no common word."""
    return len(name) >= 4 and fold(name) not in COMMON_WORDS and "." not in name


GENERIC = re.compile(
    r"\b(?:new |old )?(?:international|regional|domestic|municipal|national|city|county|military)?\s*"
    r"(?:airport|air ?base|airfield|air force base|aerodrome|heliport|afb)\b.*",
    re.IGNORECASE,
)


def airfields(fields: pl.DataFrame, taken: set[str]) -> list[tuple[str, ...]]:
    """One row an airfield with an IATA code: its full name, and its own name where that is not the town's."""
    rows: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for row in fields.sort("id").iter_rows(named=True):
        code = row["iata_code"]
        if not code or not re.fullmatch(r"[A-Z]{3}", code) or code in rows:
            continue
        forms = [form for form in names_of(row["name"], row["municipality"]) if fold(form) not in taken | seen]
        if forms:
            seen.update(fold(form) for form in forms)
            where = (row["iso_country"], f"{row['latitude_deg']:.3f}", f"{row['longitude_deg']:.3f}")
            rows[code] = (code, "place", "|".join(forms), *where)
    return list(rows.values())


def names_of(name: str, municipality: str | None) -> list[str]:
    """The full name and the name without "International Airport", if it has two words or is not the town's."""
    full = " ".join(re.split(r"[/(;]", name)[0].split())
    if "|" in full or not GENERIC.search(full):
        return []
    own = GENERIC.sub("", full).strip(" -–")
    short = f"{own} airport" if own else ""
    forms = [full, short]
    if len(own.split()) >= 2 and fold(own) != fold(municipality or "") and len(own) >= 8:
        forms.append(own)
    if municipality and len(own.split()) == 2 and fold(own).startswith(fold(town_name(municipality) or "?") + " "):
        forms.append(own)
    forms = [form for form in forms if len(form) >= 6]
    spelled = [form for f in forms for form in (f, anyascii(f))]
    return list({form.casefold(): form for form in reversed(spelled)}.values())[::-1]


if __name__ == "__main__":
    main()
