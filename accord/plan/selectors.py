"""Reads of the plan, composed for its pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from accord.demarche.models import Demarche
from accord.plan.enums import TRANSITIONS_ACTION, VERBES_ACTION, EtatAction, motif_exige
from accord.plan.models import EtapeAction, FicheAction


@dataclass(frozen=True)
class Filtres:
    """What the list keeps; empty means everything."""

    texte: str = ""
    etat: str = ""
    orientation: int | None = None
    collectivite: int | None = None
    en_retard: bool = False


@dataclass(frozen=True)
class LigneFiche:
    """One sheet in the list, the export and the annual communication."""

    numero: int
    titre: str
    service: str
    orientation: str
    etat: str
    etat_libelle: str
    pilote_elu: str
    pilote_administratif: str
    communes: tuple[str, ...]
    date_effet: date | None
    nombre_etapes: int
    nombre_realisees: int
    nombre_retards: int
    prochaine_etape: str
    prochaine_date: date | None
    url: str

    @property
    def a_un_retard(self) -> bool:
        return self.nombre_retards > 0

    @property
    def pourcentage(self) -> int | None:
        """Share of the steps done, None without steps."""
        return self.nombre_realisees * 100 // self.nombre_etapes if self.nombre_etapes else None


@dataclass(frozen=True)
class Avancement:
    """Where the whole plan stands."""

    total: int
    par_etat: dict[str, int]
    etapes: int
    etapes_realisees: int
    etapes_en_retard: int

    @property
    def engagees(self) -> int:
        return self.total - self.par_etat.get(EtatAction.A_FAIRE, 0)

    @property
    def terminees(self) -> int:
        return self.par_etat.get(EtatAction.TERMINE, 0)


@dataclass(frozen=True)
class ActionPossible:
    """A transition that the sheet offers."""

    vers: str
    libelle: str
    motif_exige: bool


@dataclass(frozen=True)
class FicheLue:
    """A sheet with its steps and the collectivités it concerns."""

    fiche: FicheAction
    etapes: tuple[EtapeAction, ...]
    en_retard: frozenset[int]
    concernees: tuple[Any, ...]
    actions: tuple[ActionPossible, ...]

    @property
    def realisees(self) -> int:
        return sum(etape.date_realisation is not None for etape in self.etapes)


def lister_fiches(
    demarche: Demarche, filtres: Filtres, le: date, *, avec_communes: bool = False
) -> tuple[LigneFiche, ...]:
    """The sheets kept by the filters, by number (one query, two more with the communes concerned)."""
    fiches = filtrer(demarche.fiches.all(), filtres, le).avec_avancement(le).select_related("orientation")  # type: ignore[attr-defined]
    if avec_communes:
        fiches = fiches.prefetch_related("concernees__collectivite")
    return tuple(_ligne(fiche, demarche, avec_communes) for fiche in fiches.order_by("numero"))


def filtrer(fiches: QuerySet[FicheAction], filtres: Filtres, le: date) -> QuerySet[FicheAction]:
    """Keep what the person asked for."""
    if filtres.texte:
        texte = Q(titre__icontains=filtres.texte) | Q(service__icontains=filtres.texte)
        texte |= Q(pilote_elu__icontains=filtres.texte) | Q(pilote_administratif__icontains=filtres.texte)
        fiches = fiches.filter(texte)
    if filtres.etat:
        fiches = fiches.filter(etat=filtres.etat)
    if filtres.orientation:
        fiches = fiches.filter(orientation__numero=filtres.orientation)
    if filtres.collectivite:
        concernees = Q(pk__in=FicheAction.objects.filter(concernees__collectivite=filtres.collectivite))
        fiches = fiches.filter(concernees | Q(gestionnaire=filtres.collectivite))
    if filtres.en_retard:
        fiches = fiches.en_retard(le)  # type: ignore[attr-defined]
    return fiches


def avancement_du_plan(demarche: Demarche, le: date) -> Avancement:
    """Counts of sheets by state and of steps (two queries)."""
    par_etat = dict(demarche.fiches.order_by().values_list("etat").annotate(Count("pk")))
    ouvertes = ~Q(fiche__etat=EtatAction.ABANDONNE)
    etapes = EtapeAction.objects.filter(ouvertes, fiche__demarche=demarche).aggregate(
        toutes=Count("pk"),
        realisees=Count("pk", filter=Q(date_realisation__isnull=False)),
        retards=Count("pk", filter=Q(date_realisation__isnull=True, date_prevue__lt=le)),
    )
    return Avancement(
        sum(par_etat.values()), par_etat, etapes["toutes"], etapes["realisees"], etapes["retards"]
    )


def lire_fiche(fiche: FicheAction, le: date) -> FicheLue:
    """A sheet as its page shows it (two queries)."""
    etapes = tuple(fiche.etapes.order_by("date_prevue", "ordre"))
    return FicheLue(
        fiche=fiche,
        etapes=etapes,
        en_retard=frozenset(etape.pk for etape in etapes if etape.est_en_retard(le)),
        concernees=tuple(fiche.concernees.select_related("collectivite")),
        actions=_actions(fiche),
    )


def _actions(fiche: FicheAction) -> tuple[ActionPossible, ...]:
    possibles = []
    for vers in TRANSITIONS_ACTION[fiche.etat]:
        verbe = VERBES_ACTION[vers]
        if vers == EtatAction.EN_COURS and fiche.etat != EtatAction.A_FAIRE:
            verbe = "Reprendre"
        possibles.append(ActionPossible(vers.value, verbe, motif_exige(fiche.etat, vers)))
    return tuple(possibles)


def _ligne(fiche: Any, demarche: Demarche, avec_communes: bool) -> LigneFiche:
    return LigneFiche(
        numero=fiche.numero,
        titre=fiche.titre,
        service=fiche.service,
        orientation=str(fiche.orientation or ""),
        etat=fiche.etat,
        etat_libelle=fiche.get_etat_display(),
        pilote_elu=fiche.pilote_elu,
        pilote_administratif=fiche.pilote_administratif,
        communes=tuple(c.collectivite.nom for c in fiche.concernees.all()) if avec_communes else (),
        date_effet=fiche.date_effet,
        nombre_etapes=fiche.nombre_etapes,
        nombre_realisees=fiche.nombre_realisees,
        nombre_retards=0 if fiche.est_close else fiche.nombre_retards,
        prochaine_etape=fiche.prochaine_etape or "",
        prochaine_date=fiche.prochaine_date,
        url=reverse("plan:fiche-voir", args=[demarche.slug, fiche.numero]),
    )
