from accord.scenarios.forms.decision import DecisionForm
from accord.scenarios.forms.exterieure import ExterieureForm
from accord.scenarios.forms.perimetre import SaisiePerimetre, lire_perimetre
from accord.scenarios.forms.scenario import CreationForm, DuplicationForm, ReglagesForm
from accord.scenarios.forms.service import ServiceForm

__all__ = [
    "CreationForm",
    "DecisionForm",
    "DuplicationForm",
    "ExterieureForm",
    "ReglagesForm",
    "SaisiePerimetre",
    "ServiceForm",
    "lire_perimetre",
]
