"""Where the plan and what follows find the scénario retenu."""

from accord.demarche.models import Demarche
from accord.plan.services import ScenarioFige


def scenario_fige(demarche: Demarche) -> ScenarioFige | None:
    """The last scénario retenu of the démarche, with the état arrêté it cites; None before any decision."""
    retenus = demarche.scenarios_retenus.select_related("scenario__etat_arrete").order_by("-version")
    retenu = retenus.first()
    if retenu is None:
        return None
    situation = retenu.scenario.etat_arrete.contenu
    return ScenarioFige(retenu.contenu, retenu.version, retenu.empreinte, situation)
