from accord.demarche.models.brouillon import BrouillonDemarche
from accord.demarche.models.decision import Decision
from accord.demarche.models.demarche import Demarche
from accord.demarche.models.instance import Instance, MembreInstance
from accord.demarche.models.invitation import Invitation
from accord.demarche.models.jalon import Jalon
from accord.demarche.models.repere import EtatRepere

__all__ = [
    "BrouillonDemarche",
    "Decision",
    "Demarche",
    "EtatRepere",
    "Instance",
    "Invitation",
    "Jalon",
    "MembreInstance",
]
