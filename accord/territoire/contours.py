"""Contours of the reference file, read a département at a time and kept in memory. Without Django.

They stay out of the database on purpose: 34 871 polygons would multiply its size (and every backup) by five
and the loading time by two, for data that never changes between two vintages. A page needs one or two
départements: three to ten milliseconds the first time, nothing afterwards.
"""

import functools
import json
import zipfile
from collections.abc import Iterable

from accord.territoire.geometrie import Polygone, decode
from accord.territoire.referentiel import DONNEES, MILLESIME

DEPARTEMENTS_EN_MEMOIRE = 12


def contours_de_reference(communes: Iterable[tuple[str, str]]) -> dict[str, list[Polygone]]:
    """Polygons by code INSEE, for (département, code INSEE) pairs; what has no contour is left out."""
    found = {}
    for departement, code_insee in communes:
        stored = _departement(departement).get(code_insee)
        if stored:
            found[code_insee] = decode(stored)
    return found


@functools.lru_cache(maxsize=DEPARTEMENTS_EN_MEMOIRE)
def _departement(code: str) -> dict[str, list]:
    with zipfile.ZipFile(DONNEES / f"contours-{MILLESIME}.zip") as archive:
        try:
            content = archive.read(f"{code}.json")
        except KeyError:
            return {}
    contours: dict[str, list] = json.loads(content)
    return contours
