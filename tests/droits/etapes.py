"""The story played on the cast's territory, stopped at each stage: where rights are looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from accord.demarche.models import Demarche
from accord.demonstration.distribution import acteur_pour, pourvoir_mairies
from accord.demonstration.recit.diagnostic import diagnostiquer
from accord.demonstration.recit.ouverture import ouvrir
from accord.demonstration.recit.scenarios import simuler_et_choisir
from accord.demonstration.recit.scene import Scene
from accord.demonstration.recit.schema import rediger, transmettre
from accord.demonstration.recit.suites import planifier
from accord.diagnostic.services.campagnes import ouvrir_campagne
from tests.distribution import AUJOURD_HUI, Distribution

ETAPES = (
    "démarche ouverte",
    "campagne ouverte",
    "état arrêté",
    "scénario retenu",
    "rapport rédigé",
    "rapport transmis",
)


@dataclass
class Lieu:
    """The démarche at one of ETAPES."""

    etape: str
    demarche: Demarche


def scene_de(distribution: Distribution) -> Scene:
    """The cast's territory as the story wants it: every commune has a mayor."""
    communes = list(distribution.epci.communes_au(AUJOURD_HUI))
    pourvoir_mairies(communes)
    return Scene(distribution.epci, AUJOURD_HUI, acteur_pour)


def parcourir(distribution: Distribution) -> Iterator[Lieu]:
    """Yield the démarche after each chapter."""
    scene = scene_de(distribution)
    demarche = ouvrir(scene)
    yield Lieu(ETAPES[0], demarche)
    ouvrir_campagne(demarche=demarche, acteur=distribution.acteur("chef_projet"), le=scene.instant(-131))
    yield Lieu(ETAPES[1], demarche)
    etat = diagnostiquer(scene, demarche)
    yield Lieu(ETAPES[2], demarche)
    retenu = simuler_et_choisir(scene, demarche, etat)
    yield Lieu(ETAPES[3], demarche)
    schema = rediger(scene, demarche, retenu)
    yield Lieu(ETAPES[4], demarche)
    transmettre(scene, schema)
    planifier(scene, demarche)
    yield Lieu(ETAPES[5], demarche)
