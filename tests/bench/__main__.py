"""`make bench`: run ours and the anchor in turn, print `name | ours | anchor | ratio`, write the same as JSON.

`python -m tests.bench [WORD…]` runs only the cases whose name contains one of the words.
"""

import importlib
import json
import os
import pkgutil
import statistics
import sys
import time
from pathlib import Path

os.environ["DJANGO_SETTINGS_MODULE"] = "accord.config.settings.test"

import django

django.setup()

from django.test.utils import setup_databases, setup_test_environment, teardown_databases

import tests.bench
from tests.bench.cas import Cas, Essai

SORTIE = Path(__file__).resolve().parents[2] / "var" / "bench.json"


def cas_declares(mots: list[str]) -> list[Cas]:
    """Every case of the `cas_*` modules, in order of module then of declaration."""
    modules = sorted(m.name for m in pkgutil.iter_modules(tests.bench.__path__) if m.name.startswith("cas_"))
    tous = [cas for nom in modules for cas in importlib.import_module(f"tests.bench.{nom}").CAS]
    return [cas for cas in tous if not mots or any(mot in cas.nom for mot in mots)]


def mesurer(cas: Cas) -> dict[str, object]:
    """Medians in milliseconds of ours and of the anchor, run alternately after one warm-up each."""
    nous, ancre = cas.preparer()
    temps: dict[str, list[float]] = {"nous": [], "ancre": []}
    for tour in range(cas.tours + 1):
        for cote, essai in (("nous", nous), ("ancre", ancre)):
            if essai is not None:
                duree = chronometrer(essai)
                if tour:
                    temps[cote].append(duree)
    notre = statistics.median(temps["nous"])
    leur = statistics.median(temps["ancre"]) if ancre else None
    return {
        "nom": cas.nom,
        "nous_ms": round(notre, 3),
        "ancre": cas.ancre,
        "ancre_ms": round(leur, 3) if leur is not None else None,
        "ratio": round(leur / notre, 2) if leur is not None else None,
        "budget_ms": cas.budget_ms,
        "pages_par_seconde": round(cas.pages / notre * 1000) if cas.pages else None,
        "tenu": cas.budget_ms is None or notre <= cas.budget_ms,
    }


def chronometrer(essai: Essai) -> float:
    """Wall milliseconds of one run."""
    debut = time.perf_counter()
    essai()
    return (time.perf_counter() - debut) * 1000


def ligne(mesure: dict[str, object]) -> str:
    """One printed line; the ratio is anchor over ours, so that more than 1 means we are faster."""
    ancre = f"{mesure['ancre_ms']:.1f} ms ({mesure['ancre']})" if mesure["ancre_ms"] is not None else "—"
    ratio = f"×{mesure['ratio']}" if mesure["ratio"] is not None else "—"
    budget = ""
    if mesure["budget_ms"] is not None:
        budget = f" | budget {mesure['budget_ms']} ms {'tenu' if mesure['tenu'] else 'DÉPASSÉ'}"
    debit = f" ({mesure['pages_par_seconde']} pages/s)" if mesure["pages_par_seconde"] else ""
    return f"{mesure['nom']} | {mesure['nous_ms']:.1f} ms{debit} | {ancre} | {ratio}{budget}"


def main(mots: list[str]) -> int:
    cas = cas_declares(mots)
    setup_test_environment()
    bases = setup_databases(verbosity=0, interactive=False) if any(c.base for c in cas) else None
    mesures = []
    try:
        print("nom | nous | ancre | ratio")
        for un_cas in cas:
            mesures.append(mesurer(un_cas))
            print(ligne(mesures[-1]), flush=True)
    finally:
        if bases:
            teardown_databases(bases, verbosity=0)
    SORTIE.parent.mkdir(exist_ok=True)
    SORTIE.write_text(json.dumps(mesures, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
