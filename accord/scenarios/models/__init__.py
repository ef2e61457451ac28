from accord.scenarios.models.adhesion import AdhesionScenario
from accord.scenarios.models.retenu import ScenarioRetenu
from accord.scenarios.models.scenario import Scenario
from accord.scenarios.models.service import ServiceScenario

__all__ = ["AdhesionScenario", "Scenario", "ScenarioRetenu", "ServiceScenario"]
