"""Where the plan and what follows find the scénario retenu."""

from typing import Any

from accord.demarche.models import Demarche
from accord.plan.services import ScenarioFige


def scenario_fige(demarche: Demarche) -> ScenarioFige | None:
    """The last scénario retenu of the démarche, with the état arrêté it cites; None before any decision."""
    retenu: Any = demarche.scenarios_retenus.order_by("-version").first()
    if retenu is None:
        return None
    etat_arrete = retenu.scenario.etat_arrete
    situation = etat_arrete.contenu if etat_arrete else None
    return ScenarioFige(retenu.contenu, retenu.version, retenu.empreinte, situation)
