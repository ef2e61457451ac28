"""The whole story, in one transaction."""

from django.db import transaction

from accord.demarche.models import Demarche
from accord.demonstration.recit.diagnostic import diagnostiquer
from accord.demonstration.recit.ouverture import ouvrir
from accord.demonstration.recit.scenarios import simuler_et_choisir
from accord.demonstration.recit.scene import Scene
from accord.demonstration.recit.schema import rediger, transmettre
from accord.demonstration.recit.suites import planifier


@transaction.atomic
def raconter(scene: Scene, nom: str = "") -> Demarche:
    """Play every chapter: from the opening to opinions under way and a plan in preparation."""
    demarche = ouvrir(scene, nom)
    etat = diagnostiquer(scene, demarche)
    retenu = simuler_et_choisir(scene, demarche, etat)
    transmettre(scene, rediger(scene, demarche, retenu))
    planifier(scene, demarche)
    return demarche
