"""Whom to remind: the collectivités that have not transmitted, and who would receive the message."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from accord.comptes.enums import ROLES_MUNICIPAUX
from accord.comptes.models import Habilitation, Personne
from accord.diagnostic.enums import MODIFIABLES
from accord.diagnostic.models import Campagne, ReponseCollectivite
from accord.socle.journal.models import Entree

CODE_RELANCE = "diagnostic.reponse_relancee"


@dataclass(frozen=True)
class ARelancer:
    """One late collectivité and the persons who answer for it."""

    reponse: ReponseCollectivite
    personnes: tuple[Personne, ...]
    deja_relancee: bool
    """Already reminded on that day."""

    @property
    def est_possible(self) -> bool:
        return bool(self.personnes) and not self.deja_relancee


def a_relancer(campagne: Campagne, le: date) -> list[ARelancer]:
    """Three queries, whatever the number of collectivités."""
    reponses = list(
        campagne.reponses.filter(statut__in=MODIFIABLES)
        .exclude(collectivite_id=campagne.demarche.epci_id)
        .select_related("collectivite", "campagne__demarche")
    )
    habilitations = (
        Habilitation.objects.en_cours(le)
        .filter(role__in=ROLES_MUNICIPAUX, collectivite__in=[r.collectivite_id for r in reponses])
        .select_related("personne")
        .order_by("personne__nom", "pk")
    )
    personnes: dict[int, dict[int, Personne]] = defaultdict(dict)
    for habilitation in habilitations:
        personnes[habilitation.collectivite_id][habilitation.personne_id] = habilitation.personne
    relances = Entree.objects.filter(code=CODE_RELANCE, survenu_le__date=le)
    deja = set(relances.values_list("objet_id", flat=True))
    return [ARelancer(r, tuple(personnes[r.collectivite_id].values()), str(r.pk) in deja) for r in reponses]
