"""The page of an EPCI: its figures, its communes today, its history."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Q

from accord.territoire.enums import NatureJuridique
from accord.territoire.models import Appartenance, Collectivite
from accord.territoire.models.collectivite import SEUIL_3_500
from accord.territoire.referentiel import DATE_REFERENTIEL

TAILLES = (
    (0, "Moins de 500 habitants"),
    (500, "De 500 à 3\u202f499 habitants"),
    (SEUIL_3_500, "De 3\u202f500 à 9\u202f999 habitants"),
    (10_000, "10\u202f000 habitants et plus"),
)
"""Sizes shown on the map: lower bound and label; the rank of the size is its position, from 1."""


@dataclass(frozen=True, slots=True)
class LigneCommune:
    """A member commune, with its share of the inhabitants of the EPCI (None when unknown)."""

    pk: int
    siren: str | None
    code_insee: str
    nom: str
    nom_recherche: str
    departement: str
    population_municipale: int | None
    population_totale: int | None
    latitude: float | None
    longitude: float | None
    part: Fraction | None = None

    @property
    def atteint_3_500(self) -> bool:
        return (self.population_municipale or 0) >= SEUIL_3_500

    @property
    def taille(self) -> int:
        """Rank of its size in `TAILLES`; 0 when the population is unknown."""
        if self.population_municipale is None:
            return 0
        return sum(self.population_municipale >= borne for borne, _ in TAILLES)


@dataclass(frozen=True, slots=True)
class Evenement:
    """Something that happened to the EPCI on a day (None: since an unknown date)."""

    date: date | None
    libelle: str
    statut: str = "fait"
    detail: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class FicheEpci:
    """Everything the page shows; populations are the sums of today's members."""

    communes: tuple[LigneCommune, ...]
    population_municipale: int
    population_totale: int
    plus_peuplee: LigneCommune | None
    nombre_3_500: int
    evenements: tuple[Evenement, ...]


CLES_TRI: dict[str, Callable[[LigneCommune], Any]] = {
    "nom": lambda ligne: ligne.nom_recherche,
    "population": lambda ligne: ligne.population_municipale or 0,
    "totale": lambda ligne: ligne.population_totale or 0,
}
CHAMPS = [champ for champ in LigneCommune.__slots__ if champ != "part"]


def communes_de(epci: Collectivite, le: date) -> tuple[LigneCommune, ...]:
    """The members on that day, by name, each with its share (one query)."""
    rangees: list[Any] = list(epci.communes_au(le).values_list(*CHAMPS))
    position = CHAMPS.index("population_municipale")
    total = sum(rangee[position] or 0 for rangee in rangees)
    return tuple(LigneCommune(*(*rangee, _part(rangee[position], total))) for rangee in rangees)


def fiche_epci(epci: Collectivite, le: date, tri: str = "nom") -> FicheEpci:
    """The page of an EPCI on a day (three queries, whatever the number of communes)."""
    communes = communes_de(epci, le)
    cle = CLES_TRI[tri.removeprefix("-")]
    return FicheEpci(
        communes=tuple(sorted(communes, key=cle, reverse=tri.startswith("-"))),
        population_municipale=sum(ligne.population_municipale or 0 for ligne in communes),
        population_totale=sum(ligne.population_totale or 0 for ligne in communes),
        plus_peuplee=max(communes, key=CLES_TRI["population"], default=None),
        nombre_3_500=sum(ligne.atteint_3_500 for ligne in communes),
        evenements=historique_epci(epci),
    )


def _part(population: int | None, total: int) -> Fraction | None:
    return Fraction(population, total) if population is not None and total else None


def historique_epci(epci: Collectivite) -> tuple[Evenement, ...]:
    """Names borne, communes that came and left since the reference data, oldest first (two queries)."""
    evenements = evenements_nom(epci)
    mouvements = Appartenance.objects.filter(epci=epci).select_related("commune")
    for membre in mouvements.filter(Q(date_debut__gt=DATE_REFERENTIEL) | Q(date_fin__isnull=False)):
        if membre.date_debut > DATE_REFERENTIEL:
            evenements.append(
                Evenement(membre.date_debut, f"{membre.commune.nom} rejoint l’intercommunalité")
            )
        if membre.date_fin:
            sortie = membre.date_fin + timedelta(days=1)
            evenements.append(Evenement(sortie, f"{membre.commune.nom} n’est plus membre"))
    return _dans_l_ordre(evenements)


def evenements_nom(collectivite: Collectivite) -> list[Evenement]:
    """One event a name, when there has been more than the current one."""
    return [
        Evenement(
            appellation.date_debut,
            f"Porte le nom de {appellation.nom}",
            detail=str(NatureJuridique(appellation.nature_juridique).label),
        )
        for appellation in collectivite.appellations.all()
    ]


def _dans_l_ordre(evenements: list[Evenement]) -> tuple[Evenement, ...]:
    return tuple(sorted(evenements, key=lambda evenement: (evenement.date or date.min, evenement.libelle)))


def historique_commune(commune: Collectivite) -> tuple[Evenement, ...]:
    """Names, memberships and filiations of a commune, oldest first (four queries)."""
    evenements = evenements_nom(commune)
    for membre in commune.appartenances.select_related("epci"):
        if membre.date_debut > DATE_REFERENTIEL:
            evenements.append(Evenement(membre.date_debut, f"Rejoint {membre.epci.nom}"))
        if membre.date_fin:
            evenements.append(Evenement(membre.date_fin + timedelta(days=1), f"Quitte {membre.epci.nom}"))
    for lien in commune.origines.select_related("ancienne"):
        evenements.append(
            Evenement(lien.date_effet, f"Succède à {lien.ancienne.nom}", detail=lien.get_motif_display())
        )
    for lien in commune.suites.select_related("nouvelle"):
        evenements.append(
            Evenement(
                lien.date_effet, f"Devient une partie de {lien.nouvelle.nom}", detail=lien.get_motif_display()
            )
        )
    return _dans_l_ordre(evenements)
