from accord.evaluation.models.communication import BrouillonCommunication, CommunicationAnnuelle
from accord.evaluation.models.indicateur import Indicateur
from accord.evaluation.models.mesure import Mesure
from accord.evaluation.models.objectif import Objectif
from accord.evaluation.models.opinion import Opinion

__all__ = ["BrouillonCommunication", "CommunicationAnnuelle", "Indicateur", "Mesure", "Objectif", "Opinion"]
