"""Workbooks for the tests, as odd as those that come back from the field."""

import io
from collections.abc import Mapping, Sequence

import openpyxl

from accord.diagnostic.classeur import Rapport, verifier_classeur
from accord.diagnostic.classeur.feuilles import PAR_NOM
from accord.territoire.referentiel import charger_epci

CAEN_LA_MER = "200065597"
CAEN = "211401187"
HEROUVILLE = "211403274"
Lignes = Sequence[Sequence[object]]


def entetes(feuille: str) -> list[str]:
    """The canonical headers of a sheet."""
    return [colonne.libelle for colonne in PAR_NOM[feuille].colonnes]


def ligne(feuille: str, **valeurs: object) -> list[object]:
    """A row of a sheet, in the canonical order."""
    return [valeurs.get(colonne.code) for colonne in PAR_NOM[feuille].colonnes]


def service(code: str = "RH", siren: object = CAEN, **valeurs: object) -> list[object]:
    return ligne("Services", siren=siren, code_service=code, **valeurs)


def agent(matricule: str, code: str = "RH", siren: object = CAEN, **valeurs: object) -> list[object]:
    return ligne("Agents", matricule=matricule, siren=siren, code_service=code, **({"quotite": 1} | valeurs))


def contrat(identifiant: str = "C1", siren: object = CAEN, **valeurs: object) -> list[object]:
    return ligne("Contrats", identifiant=identifiant, siren=siren, **valeurs)


def equipement(identifiant: str = "E1", siren: object = CAEN, **valeurs: object) -> list[object]:
    return ligne("Équipements", identifiant=identifiant, siren=siren, **valeurs)


def xlsx(feuilles: Mapping[str, Lignes]) -> bytes:
    """A workbook whose sheets hold exactly these rows."""
    classeur = openpyxl.Workbook()
    classeur.remove(classeur.active)
    for nom, lignes in feuilles.items():
        feuille = classeur.create_sheet(nom)
        for rang, cellules in enumerate(lignes, 1):
            for position, valeur in enumerate(cellules, 1):
                if valeur is not None:
                    cellule = feuille.cell(rang, position, valeur)
                    if isinstance(valeur, str):
                        cellule.data_type = "s"
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


def avec_entetes(feuille: str, *lignes: Sequence[object]) -> Lignes:
    return [entetes(feuille), *lignes]


def verifier(feuilles: Mapping[str, Lignes]) -> Rapport:
    """Check these sheets against Caen la Mer."""
    return verifier_classeur(xlsx(feuilles), charger_epci(CAEN_LA_MER))


def verifier_lignes(feuille: str, *lignes: Sequence[object]) -> Rapport:
    """Check rows under canonical headers; agents get the service they need."""
    feuilles = {feuille: avec_entetes(feuille, *lignes)}
    if feuille == "Agents":
        feuilles["Services"] = avec_entetes("Services", service("RH"), service("FIN"))
    return verifier(feuilles)


def refus(rapport: Rapport) -> list[tuple[str, int, str, str]]:
    """What a report refuses, in short."""
    return [(r.feuille, r.ligne, r.colonne, r.raison.value) for r in rapport.refus]
