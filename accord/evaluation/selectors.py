"""Reads of the evaluation: forecast against measured, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from accord.demarche.models import Demarche
from accord.evaluation.ecarts import Ecart, ecart_entre, valeur_affichee
from accord.evaluation.enums import OrigineObjectif
from accord.evaluation.models import Indicateur, Mesure, Objectif
from accord.socle.droits import Acteur


@dataclass(frozen=True)
class AnneeIndicateur:
    """One indicator, one year; texts are ready to be read, centiemes to be computed with."""

    annee: int
    prevision_centiemes: int | None
    objectif_centiemes: int | None
    mesure_centiemes: int | None
    prevision: str
    objectif: str
    mesure: str
    est_reajuste: bool
    motif: str
    date_mesure: date | None
    source: str
    ecart: Ecart | None


@dataclass(frozen=True)
class LigneIndicateur:
    """One indicator in the table of a year."""

    pk: int
    libelle: str
    type: str
    service: str
    unite: str
    url: str
    annee: AnneeIndicateur


@dataclass(frozen=True)
class Tableau:
    """The table of a year: its lines by service, and the years and services one may choose."""

    annee: int
    annees: tuple[int, ...]
    services: tuple[tuple[str, str], ...]
    lignes: tuple[LigneIndicateur, ...]

    @property
    def nombre_mesures(self) -> int:
        return sum(ligne.annee.mesure_centiemes is not None for ligne in self.lignes)

    @property
    def nombre_a_surveiller(self) -> int:
        return sum(
            bool(ligne.annee.ecart and ligne.annee.ecart.lecture == "attention") for ligne in self.lignes
        )


@dataclass(frozen=True)
class IndicateurLu:
    """An indicator with all its years and its history."""

    indicateur: Indicateur
    annees: tuple[AnneeIndicateur, ...]
    mesures: tuple[Mesure, ...]
    objectifs: tuple[Objectif, ...]
    opinions: tuple[Any, ...]


def lire_tableau(
    demarche: Demarche, annee: int | None, le: date, service: str = "", acteur: Acteur | None = None
) -> Tableau:
    """Forecast against measured for a year, by default the nearest one that has objectives.

    Only what `acteur` may read; None for a document of the whole démarche.

    Three queries, whatever the number of indicators: the choices offered come from the same rows.
    """
    lisibles = demarche.indicateurs.filter(est_suivi=True)
    if acteur is not None:
        lisibles = lisibles.filter(pk__in=Indicateur.objects.visibles_par(acteur).values("pk"))
    suivis = list(_avec_historique(lisibles))
    visees = {objectif.annee for indicateur in suivis for objectif in indicateur.objectifs.all()}
    mesurees = {mesure.annee for indicateur in suivis for mesure in indicateur.mesures.all()}
    annee = annee or _plus_proche(visees, le)
    services = {(i.code_service, i.service) for i in suivis if i.code_service}
    return Tableau(
        annee=annee,
        annees=tuple(sorted(visees | mesurees | {annee})),
        services=tuple(sorted(services, key=lambda couple: couple[1])),
        lignes=tuple(_ligne(i, demarche, annee) for i in suivis if service in ("", i.code_service)),
    )


def lire_indicateur(indicateur: Indicateur) -> IndicateurLu:
    """One indicator with its history (four queries)."""
    objectifs, mesures = tuple(indicateur.objectifs.all()), tuple(indicateur.mesures.all())
    annees = sorted({o.annee for o in objectifs} | {m.annee for m in mesures})
    return IndicateurLu(
        indicateur=indicateur,
        annees=tuple(une_annee(annee, objectifs, mesures, indicateur) for annee in annees),
        mesures=tuple(sorted(mesures, key=lambda mesure: mesure.pk, reverse=True)),
        objectifs=tuple(sorted(objectifs, key=lambda objectif: objectif.pk, reverse=True)),
        opinions=tuple(indicateur.opinions.all()),
    )


def une_annee(
    annee: int, objectifs: Iterable[Objectif], mesures: Iterable[Mesure], indicateur: Indicateur
) -> AnneeIndicateur:
    """What prevails for a year: the last objective and the last measure written, and the last forecast."""
    de_l_annee = sorted((o for o in objectifs if o.annee == annee), key=lambda o: o.pk)
    previsions = [o for o in de_l_annee if o.origine == OrigineObjectif.PREVISION]
    objectif = de_l_annee[-1] if de_l_annee else None
    prevision = previsions[-1] if previsions else None
    mesure = max((m for m in mesures if m.annee == annee), key=lambda m: m.pk, default=None)
    unite = indicateur.unite
    visee, trouvee = _valeur(objectif), _valeur(mesure)
    return AnneeIndicateur(
        annee=annee,
        prevision_centiemes=_valeur(prevision),
        objectif_centiemes=visee,
        mesure_centiemes=trouvee,
        prevision=valeur_affichee(_valeur(prevision), unite),
        objectif=valeur_affichee(visee, unite),
        mesure=valeur_affichee(trouvee, unite),
        est_reajuste=objectif is not None and objectif.origine == OrigineObjectif.REAJUSTEMENT,
        motif=objectif.motif if objectif else "",
        date_mesure=mesure.date_mesure if mesure else None,
        source=mesure.source if mesure else "",
        ecart=ecart_entre(visee, trouvee, sens=indicateur.sens, unite=unite),
    )


def annee_par_defaut(demarche: Demarche, le: date) -> int:
    """This year, or the nearest year that has objectives."""
    annees = Objectif.objects.filter(indicateur__demarche=demarche, indicateur__est_suivi=True)
    return _plus_proche(set(annees.values_list("annee", flat=True)), le)


def _plus_proche(annees: set[int], le: date) -> int:
    return min(annees, key=lambda annee: (abs(annee - le.year), annee), default=le.year)


def _avec_historique(indicateurs: QuerySet[Indicateur]) -> QuerySet[Indicateur]:
    return indicateurs.prefetch_related(
        Prefetch("objectifs", Objectif.objects.order_by("pk")),
        Prefetch("mesures", Mesure.objects.order_by("pk")),
    )


def _ligne(indicateur: Indicateur, demarche: Demarche, annee: int) -> LigneIndicateur:
    return LigneIndicateur(
        pk=indicateur.pk,
        libelle=indicateur.libelle,
        type=indicateur.type,
        service=indicateur.service,
        unite=indicateur.get_unite_display(),
        url=reverse("evaluation:indicateur-voir", args=[demarche.slug, indicateur.pk]),
        annee=une_annee(annee, indicateur.objectifs.all(), indicateur.mesures.all(), indicateur),
    )


def _valeur(ligne: Objectif | Mesure | None) -> int | None:
    return ligne.valeur_centiemes if ligne else None
