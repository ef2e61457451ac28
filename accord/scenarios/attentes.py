"""What the scenarios ask of a person: read what is presented, have one chosen."""

from django.urls import reverse

from accord.comptes.enums import ROLES_MUNICIPAUX, ROLES_PILOTES
from accord.scenarios.enums import StatutScenario
from accord.scenarios.models import Scenario
from accord.socle.attentes import Attente
from accord.socle.droits import Acteur


def scenarios_presentes(acteur: Acteur) -> list[Attente]:
    """Until an instance has chosen: one line a scenario for a commune, one in all for the pilots (one query)."""
    pilote = acteur.est_epci and acteur.a_role(*ROLES_PILOTES)
    if not pilote and not acteur.a_role(*ROLES_MUNICIPAUX):
        return []
    presentes = list(
        Scenario.objects.visibles_par(acteur)
        .filter(statut=StatutScenario.PRESENTE, demarche__scenarios_retenus__isnull=True)
        .select_related("demarche")
        .only("pk", "nom", "demarche__slug")
    )
    return _a_choisir(presentes) if pilote else [_a_lire(scenario) for scenario in presentes]


def _a_lire(scenario: Scenario) -> Attente:
    return Attente(
        libelle=f"Lire le scénario «\u202f{scenario.nom}\u202f»",
        url=reverse("scenarios:scenario-voir", args=[scenario.demarche.slug, scenario.pk]),
        pourquoi="Il est présenté aux communes avant qu’une instance choisisse.",
    )


def _a_choisir(presentes: list[Scenario]) -> list[Attente]:
    slugs = sorted({scenario.demarche.slug for scenario in presentes})
    return [
        Attente(
            libelle="Faire choisir un scénario",
            url=reverse("scenarios:scenario-lister", args=[slug]),
            pourquoi="Des scénarios sont présentés et aucune instance n’a encore choisi.",
        )
        for slug in slugs
    ]
