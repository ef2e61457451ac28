"""Small gestures of the diagnostic, so that tests say only what they are about."""

from datetime import datetime

from accord.diagnostic.classeur.ecriture import ecrire_classeur
from accord.diagnostic.models import Campagne, ImportClasseur, LigneAgent, LigneService, ReponseCollectivite
from accord.diagnostic.services.imports import appliquer_import, verifier_import
from accord.diagnostic.services.reponses import transmettre
from tests.diagnostic.conftest import MAINTENANT

BOURG = "Bourg-le-Pont"
PETITBOIS = "Petitbois"
GRANDVILLE = "Grandville"


def reponse_de(campagne: Campagne, nom: str) -> ReponseCollectivite:
    return campagne.reponses.select_related("collectivite", "campagne__demarche").get(collectivite__nom=nom)


def classeur(**feuilles: list[dict[str, object]]) -> bytes:
    """A workbook: `services=[…]`, `agents=[…]`…"""
    noms = {"services": "Services", "agents": "Agents", "contrats": "Contrats", "conventions": "Conventions"}
    return ecrire_classeur({noms[nom]: lignes for nom, lignes in feuilles.items()}, {}, titre="Essai")


def deposer(campagne: Campagne, nom: str | None, contenu: bytes, le: datetime = MAINTENANT) -> ImportClasseur:
    """Dry run by a commune, or by the EPCI for the whole territory."""
    reponse = reponse_de(campagne, nom) if nom else None
    return verifier_import(
        campagne=campagne,
        collectivite=reponse.collectivite if reponse else campagne.demarche.epci,
        reponse=reponse,
        contenu=contenu,
        nom_fichier="essai.xlsx",
        acteur=None,
        le=le,
    )


def importer(campagne: Campagne, nom: str | None, contenu: bytes) -> ImportClasseur:
    return appliquer_import(depot=deposer(campagne, nom, contenu), acteur=None, le=MAINTENANT)


def declarer_service(campagne: Campagne, nom: str, code: str = "RH", **champs: object) -> LigneService:
    return LigneService.objects.create(reponse=reponse_de(campagne, nom), code=code, libelle=code, **champs)


def declarer_agents(campagne: Campagne, nom: str, nombre: int, code: str = "RH", **champs: object) -> None:
    reponse = reponse_de(campagne, nom)
    LigneAgent.objects.bulk_create(
        LigneAgent(
            reponse=reponse, matricule=f"{code}{rang}", code=code, **({"quotite": 1, "part": 1} | champs)
        )
        for rang in range(nombre)
    )


def transmettre_de(campagne: Campagne, *noms: str) -> None:
    for nom in noms:
        transmettre(reponse=reponse_de(campagne, nom), acteur=None, le=MAINTENANT)
