"""Invented reports, in our own words, for the lineage tests."""

from __future__ import annotations

import datetime as dt

from overflight.records.source import Report, ReportId, Sha256


def report(doc, text, *, on=None, outlet=None, language="en"):
    return Report(
        doc=ReportId(doc), source=Sha256("0" * 64), text=text, outlet=outlet, language=language,
        published_on=dt.date.fromisoformat(on) if on else None,
    )  # fmt: skip


WIRE = """VALDORIA, May 6 (Harbour Wire) - A cargo plane of Simurgh Air Cargo landed in Valdoria on May 4 with 17 crates
believed to hold drone parts, two customs officers told Harbour Wire.

The Antonov flew from Kermanabad to the military side of Valdoria airport, where soldiers of the Lantern Brigade
unloaded it behind a screen of trucks. It left again before dawn on May 5.

The airline's director, Parviz Ahmadi, did not answer three calls. Valdoria has bought radars worth $12 million from
Kermanabad since 2019, according to the Institute for Arms Ledgers.
"""

REWRITE = """A freighter belonging to Simurgh Air Cargo touched down in Valdoria on May 4 carrying 17 crates of drone parts,
Harbour Wire reported this week.

The Antonov came from Kermanabad. Soldiers of the Lantern Brigade unloaded it behind trucks on the military side of the
airport, the agency said, and it was gone before dawn on May 5.
"""

TRANSLATION_ES = """VALDORIA, 8 de mayo - Un avión de carga de Simurgh Air Cargo aterrizó en Valdoria el 4 de mayo con 17 cajas
que contendrían piezas de drones, según dos oficiales de aduanas.

El Antonov voló desde Kermanabad hasta el lado militar del aeropuerto de Valdoria, donde soldados de la Brigada Lantern
lo descargaron detrás de una fila de camiones. Partió de nuevo antes del alba del 5 de mayo.

El director de la aerolínea, Parviz Ahmadi, no respondió. Valdoria ha comprado radares por 12 millones de dólares a
Kermanabad desde 2019, según el Institute for Arms Ledgers.
"""

SEPARATE = """Mira Tolvanen sells tea opposite the gate of Valdoria airport. On the night of May 4 she counted the lamps of
one large aeroplane and, later, four lorries that came out in a row. Nobody told her what they carried, she says, and she
did not ask. Her neighbour, a welder, remembers the noise because it woke his daughter.

The welder and the tea seller were interviewed separately by our correspondent, who stayed in town for nine days.
"""


def wire():
    return report("wire", WIRE, on="2024-05-06", outlet="Harbour Wire")


def rewrite():
    return report("rewrite", REWRITE, on="2024-05-07", outlet="Daily Pelican")


def translation():
    return report("translation", TRANSLATION_ES, on="2024-05-08", outlet="El Faro Austral", language="es")


def separate():
    return report("separate", SEPARATE, on="2024-05-09", outlet="Lantern Street Notes")


def reprint(original, doc, *, on=None, outlet="Some Reprint"):
    return report(doc, original.text, on=on, outlet=outlet, language=original.language)
