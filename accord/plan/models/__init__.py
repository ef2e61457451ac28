from accord.plan.models.etape_action import EtapeAction
from accord.plan.models.fiche_action import CommuneConcernee, FicheAction
from accord.plan.models.orientation import Orientation

__all__ = ["CommuneConcernee", "EtapeAction", "FicheAction", "Orientation"]
