"""Chapter two: the communes answer, the picture is frozen and signed off."""

from io import BytesIO

import xlsxwriter

from accord.comptes.enums import Role
from accord.demarche.enums import Etat, Repere
from accord.demarche.models import Demarche
from accord.demonstration.diagnostic_fictif import Lieu, Ligne, diagnostic_fictif
from accord.demonstration.recit.ouverture import avancer
from accord.demonstration.recit.scene import Scene
from accord.diagnostic.models import EtatArrete
from accord.diagnostic.services.campagnes import ouvrir_campagne
from accord.diagnostic.services.etats import arreter_etat, signer_etat
from accord.diagnostic.services.imports import appliquer_import, verifier_import
from accord.diagnostic.services.reponses import transmettre, valider
from accord.territoire.models import Collectivite

OUVERTURE, DEPOT, VALIDATION, ARRET = -130, -80, -70, -62
RESERVE = "Les heures d’entretien des espaces verts sont estimées, à confirmer sur l’exercice 2026."


def diagnostiquer(scene: Scene, demarche: Demarche) -> EtatArrete:
    """Open the campaign, import the workbook, transmit, validate, freeze, sign off."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(OUVERTURE))
    campagne = ouvrir_campagne(
        demarche=demarche, acteur=cheffe, le=scene.instant(OUVERTURE), date_limite=scene.jour(DEPOT)
    )
    depot = verifier_import(
        campagne=campagne,
        collectivite=scene.epci,
        reponse=None,
        contenu=classeur(diagnostic_fictif(lieux(scene))),
        nom_fichier="diagnostic-territoire.xlsx",
        acteur=cheffe,
        le=scene.instant(DEPOT),
    )
    appliquer_import(depot=depot, acteur=cheffe, le=scene.instant(DEPOT))
    for reponse in campagne.reponses.select_related("collectivite").order_by("pk"):
        signataire = _signataire(scene, reponse.collectivite, DEPOT)
        transmise = transmettre(reponse=reponse, acteur=signataire, le=scene.instant(DEPOT + 2))
        valider(reponse=transmise, acteur=cheffe, le=scene.instant(VALIDATION))
    etat = arreter_etat(
        demarche=demarche, acteur=cheffe, le=scene.instant(ARRET), motif="Premier état partagé."
    )
    _signer(scene, etat)
    for repere in (Repere.BESOINS, Repere.SECTEURS):
        avancer(scene, demarche, repere, Etat.TERMINE, ARRET + 8, "Restitué en conférence des maires.")
    return etat


def lieux(scene: Scene) -> list[Lieu]:
    """The EPCI and its communes as the generator wants them."""
    epci = scene.epci
    communes = [
        Lieu(c.siren or "", c.nom, c.population_municipale or 0, c.latitude, c.longitude)
        for c in scene.communes()
    ]
    return [
        Lieu(epci.siren or "", epci.nom, epci.population_municipale or 0, None, None, est_epci=True),
        *communes,
    ]


def classeur(feuilles: dict[str, list[Ligne]]) -> bytes:
    """The rows as a workbook with canonical headers, the way a territory would send it."""
    tampon = BytesIO()
    with xlsxwriter.Workbook(tampon, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as livre:
        for nom, lignes in feuilles.items():
            feuille = livre.add_worksheet(nom)
            if lignes:
                feuille.write_row(0, 0, list(lignes[0]))
            for rang, ligne in enumerate(lignes, start=1):
                feuille.write_row(rang, 0, list(ligne.values()))
    return tampon.getvalue()


def _signer(scene: Scene, etat: EtatArrete) -> None:
    """All sign but the last two; one commune in nine with a reserve."""
    for rang, commune in enumerate(scene.communes()[:-2]):
        maire = _signataire(scene, commune, ARRET + 3)
        reserve = RESERVE if rang % 9 == 4 else ""
        signer_etat(
            etat=etat, collectivite=commune, acteur=maire, le=scene.instant(ARRET + 3), reserve=reserve
        )


def _signataire(scene: Scene, collectivite: Collectivite, decalage: int):
    role = Role.DIRECTION if collectivite.pk == scene.epci.pk else Role.EXECUTIF
    return scene.acteur_pour(collectivite, role, scene.jour(decalage))
