"""What the plan says of the repères 6 (plan d’actions) and 7 (mise en œuvre)."""

from django.urls import reverse

from accord.demarche.models import Demarche
from accord.demarche.registre import Condition
from accord.plan.enums import ETATS_CLOS, EtatAction


def conditions_du_plan(demarche: Demarche) -> list[Condition]:
    """Repère 6: a scénario retenu to start from; a sheet a service, each with its two pilots, to leave."""
    lien = reverse("plan:plan-voir", args=[demarche.slug])
    fiches = list(demarche.fiches.values_list("pilote_elu", "pilote_administratif", "date_effet"))
    return [
        Condition("Le plan compte au moins une fiche action.", bool(fiches), "sortie", lien),
        Condition(
            "Chaque fiche a une ou un pilote élu et une ou un pilote administratif.",
            bool(fiches) and all(elu and administratif for elu, administratif, _ in fiches),
            "sortie",
            lien,
        ),
        Condition(
            "Chaque fiche a sa date de prise d’effet.",
            bool(fiches) and all(effet for _, _, effet in fiches),
            "sortie",
            lien,
        ),
    ]


def conditions_de_mise_en_oeuvre(demarche: Demarche) -> list[Condition]:
    """Repère 7: an action engaged to enter; every action ended or given up to leave."""
    lien = reverse("plan:plan-voir", args=[demarche.slug])
    etats = list(demarche.fiches.values_list("etat", flat=True))
    return [
        Condition(
            "Au moins une action est engagée.",
            any(etat != EtatAction.A_FAIRE for etat in etats),
            "entree",
            lien,
        ),
        Condition(
            "Toutes les actions sont terminées ou abandonnées.",
            bool(etats) and all(etat in ETATS_CLOS for etat in etats),
            "sortie",
            lien,
        ),
    ]
