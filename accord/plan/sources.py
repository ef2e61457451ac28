"""Where the plan and what follows find the scénario retenu."""

from accord.demarche.enums import Piste
from accord.demarche.models import Demarche
from accord.plan.services import ScenarioFige
from accord.schema.enums import EtatSchema
from accord.schema.models import Schema


def scenario_fige(demarche: Demarche) -> ScenarioFige | None:
    """The last scénario retenu of the démarche, with the état arrêté it cites; None before any decision."""
    retenus = demarche.scenarios_retenus.select_related("scenario__etat_arrete").order_by("-version")
    retenu = retenus.first()
    if retenu is None:
        return None
    situation = retenu.scenario.etat_arrete.contenu
    return ScenarioFige(retenu.contenu, retenu.version, retenu.empreinte, situation)


def schema_reste_a_approuver(demarche: Demarche) -> bool:
    """Whether a schéma, legal or voluntary, is still to be voted: what the plan holds may then change."""
    if demarche.piste == Piste.SERVICE_COMMUN:
        return False
    votes = (EtatSchema.APPROUVE, EtatSchema.DIFFUSE)
    return not Schema.objects.filter(demarche=demarche, etat__in=votes).exists()
