"""Where the campaign stands: who has answered, what is filled, who is late."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from accord.demarche.models import Demarche
from accord.diagnostic.champs import services_du_champ
from accord.diagnostic.enums import PARTAGEES, StatutReponse
from accord.diagnostic.models import (
    Campagne,
    LigneAgent,
    LigneContrat,
    LigneConvention,
    LigneEquipement,
    LigneService,
    ReponseCollectivite,
)
from accord.socle.droits import Acteur

TONS = {
    StatutReponse.A_REMPLIR: "a_faire",
    StatutReponse.EN_COURS: "en_cours",
    StatutReponse.TRANSMISE: "info",
    StatutReponse.A_CORRIGER: "attention",
    StatutReponse.VALIDEE: "valide",
}
RUBRIQUES = (
    ("services", "Services", LigneService),
    ("agents", "Agents", LigneAgent),
    ("equipements", "Équipements", LigneEquipement),
    ("contrats", "Contrats", LigneContrat),
    ("conventions", "Conventions", LigneConvention),
)


@dataclass(frozen=True)
class Avancement:
    """One collectivité in the campaign. What it holds is said, never how much: counts identify people."""

    reponse: ReponseCollectivite
    ton: str
    remplies: tuple[str, ...]
    est_la_mienne: bool
    est_visible: bool

    @property
    def completude(self) -> int:
        return len(self.remplies)


@dataclass(frozen=True)
class TableauCampagne:
    """The whole campaign."""

    campagne: Campagne
    lignes: tuple[Avancement, ...]
    transmises: int
    en_retard: bool

    @property
    def total(self) -> int:
        return len(self.lignes)

    @property
    def la_mienne(self) -> Avancement | None:
        return next((ligne for ligne in self.lignes if ligne.est_la_mienne), None)


def campagne_courante(demarche: Demarche) -> Campagne | None:
    """The last campaign opened."""
    return demarche.campagnes.first()


def tableau_campagne(campagne: Campagne, acteur: Acteur) -> TableauCampagne:
    """Every answer with its progress (one query)."""
    presences = {
        f"a_{nom}": Exists(modele.objects.filter(reponse=OuterRef("pk")))
        for nom, _libelle, modele in RUBRIQUES
    }
    reponses = campagne.reponses.select_related("collectivite").annotate(**presences)
    lignes = tuple(_avancement(reponse, acteur) for reponse in reponses)
    return TableauCampagne(
        campagne,
        lignes,
        transmises=sum(ligne.reponse.est_partagee for ligne in lignes),
        en_retard=campagne.date_limite is not None and campagne.date_limite < acteur.le,
    )


def _avancement(reponse: ReponseCollectivite, acteur: Acteur) -> Avancement:
    mienne = reponse.collectivite_id == acteur.collectivite_id
    return Avancement(
        reponse,
        TONS[StatutReponse(reponse.statut)],
        tuple(libelle for nom, libelle, _modele in RUBRIQUES if getattr(reponse, f"a_{nom}")),
        mienne,
        mienne or reponse.est_partagee,
    )


@dataclass(frozen=True)
class ContenuReponse:
    """How many rows an answer holds, sheet by sheet, and how many wishes are said."""

    lignes: tuple[tuple[str, int], ...]
    souhaits: int
    services: int


def contenu_reponse(reponse: ReponseCollectivite) -> ContenuReponse:
    """Counts of one answer, shown to those who may open it."""
    services = reponse.services.aggregate(total=Count("pk"), souhaits=Count("pk", filter=~Q(souhait="")))
    autres = tuple(
        (libelle, modele.objects.filter(reponse=reponse).count()) for _nom, libelle, modele in RUBRIQUES[1:]
    )
    return ContenuReponse((("Services", services["total"]), *autres), services["souhaits"], services["total"])


def services_visibles(campagne: Campagne, acteur: Acteur) -> QuerySet[LigneService]:
    """Rows of one's own answer and of the transmitted ones, within one's champs de compétence."""
    mienne = Q(reponse__collectivite_id=acteur.collectivite_id)
    return LigneService.objects.filter(
        mienne | Q(reponse__statut__in=PARTAGEES), services_du_champ(acteur), reponse__campagne=campagne
    ).select_related("reponse__collectivite")


def jours_restants(campagne: Campagne, le: date) -> int | None:
    """Days before the deadline, negative once past."""
    return None if campagne.date_limite is None else (campagne.date_limite - le).days
