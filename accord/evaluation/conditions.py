"""What the evaluation says of the repère 8."""

from django.urls import reverse

from accord.demarche.models import Demarche
from accord.demarche.registre import Condition


def conditions_de_l_evaluation(demarche: Demarche) -> list[Condition]:
    """An indicator to enter; every indicator measured and a communication frozen to leave."""
    lien = reverse("evaluation:tableau-voir", args=[demarche.slug])
    suivis = demarche.indicateurs.filter(est_suivi=True)
    est_suivi = suivis.exists()
    return [
        Condition("Au moins un indicateur est suivi.", est_suivi, "entree", lien),
        Condition(
            "Chaque indicateur suivi a été mesuré au moins une fois.",
            est_suivi and not suivis.filter(mesures__isnull=True).exists(),
            "sortie",
            lien,
        ),
        Condition(
            "Une communication annuelle est figée.",
            demarche.communications.exists(),
            "sortie",
            reverse("evaluation:communication-lister", args=[demarche.slug]),
        ),
    ]
