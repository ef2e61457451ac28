"""What the scenarios must hold for the démarche to pass repères 4 and 5."""

from collections.abc import Iterator

from django.urls import reverse

from accord.demarche.models import Demarche
from accord.demarche.registre import Condition
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario, ScenarioRetenu


def des_secteurs(demarche: Demarche) -> Iterator[Condition]:
    """Repère 4: frozen figures to start from; two options compared to leave it."""
    liste = reverse("scenarios:scenario-lister", args=[demarche.slug])
    yield Condition("Un état du territoire est arrêté.", demarche.etats_arretes.exists(), "entree")
    vivants = Scenario.objects.filter(demarche=demarche).exclude(statut=StatutScenario.ECARTE)
    yield Condition(
        "Au moins deux scénarios avec des services sont chiffrés.",
        vivants.filter(services__isnull=False).distinct().count() >= 2,
        "sortie",
        liste,
    )
    presentes = (StatutScenario.PRESENTE, StatutScenario.RETENU)
    yield Condition(
        "Un scénario est présenté aux communes.",
        vivants.filter(statut__in=presentes).exists(),
        "sortie",
        liste,
    )


def des_formes(demarche: Demarche) -> Iterator[Condition]:
    """Repère 5: every service has its members, and an instance has chosen."""
    liste = reverse("scenarios:scenario-lister", args=[demarche.slug])
    retenu = ScenarioRetenu.objects.filter(demarche=demarche).first()
    yield Condition("Une instance a retenu un scénario.", retenu is not None, "sortie", liste)
    services = retenu.contenu["services"] if retenu else []
    yield Condition(
        "Chaque service retenu a sa forme, son gestionnaire et ses adhérents datés.",
        bool(services) and all(service["adherents"] for service in services),
        "sortie",
        liste,
    )
