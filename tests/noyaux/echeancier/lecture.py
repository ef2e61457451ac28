"""Golden cases of the folder, one dictionary each."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accord.noyaux.echeancier import Donnees, Echeance, calendrier

DOSSIER = Path(__file__).parent / "cas"
ATTENTES = ("titre", "attendu", "absent")


def cas(nom: str) -> list[dict[str, Any]]:
    return yaml.safe_load((DOSSIER / f"{nom}.yaml").read_text(encoding="utf-8"))


def titres(nom: str) -> list[str]:
    return [exemple["titre"] for exemple in cas(nom)]


def donnees_du_cas(exemple: dict[str, Any]) -> Donnees:
    champs = {cle: valeur for cle, valeur in exemple.items() if cle not in ATTENTES}
    return Donnees(**{c: tuple(v) if isinstance(v, list) else v for c, v in champs.items()})


def premieres(donnees: Donnees) -> dict[str, Echeance]:
    """The first occurrence of each code."""
    trouvees: dict[str, Echeance] = {}
    for echeance in calendrier(donnees):
        trouvees.setdefault(echeance.code, echeance)
    return trouvees


def dates(donnees: Donnees) -> dict[str, date]:
    return {code: echeance.date for code, echeance in premieres(donnees).items()}
