"""The list of EPCI: filters, order, number of members."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accord.socle.droits import Acteur
from accord.territoire.enums import NatureJuridique, RegimeFiscal
from accord.territoire.models import Appartenance, Epci
from accord.territoire.referentiel import noms_departements

TRIS = {
    "nom": F("nom_recherche").asc(),
    "nature": F("nature_juridique").asc(),
    "regime": F("regime_fiscal").asc(),
    "departement": F("departement").asc(),
    "communes": F("nombre_communes").asc(),
    "population": F("population_municipale").asc(nulls_first=True),
}


def lister_epci(
    acteur: Acteur,
    *,
    texte: str = "",
    departement: str = "",
    nature: str = "",
    regime: str = "",
    tri: str = "",
) -> QuerySet[Epci]:
    """EPCI that exist today, each with `nombre_communes`; the best answers first when searching without an order."""
    epci = Epci.objects.visibles_par(acteur).en_date(acteur.le)
    if texte:
        epci = epci.recherche(texte)
    criteres = {"departement": departement, "nature_juridique": nature, "regime_fiscal": regime}
    epci = epci.filter(**{champ: valeur for champ, valeur in criteres.items() if valeur})
    epci = epci.annotate(nombre_communes=_nombre_communes(acteur.le))
    if tri:
        ordre = TRIS[tri.removeprefix("-")]
        epci = epci.order_by(
            ordre.reverse_ordering() or ordre if tri.startswith("-") else ordre, "nom_recherche", "pk"
        )
    elif not texte:
        epci = epci.order_by("nom_recherche", "pk")
    return epci


@dataclass(frozen=True, slots=True)
class LigneEpci:
    """An EPCI as a row of the list and of its exports."""

    siren: str
    nom: str
    nature: str
    regime: str
    departement: str
    nombre_communes: int
    population_municipale: int | None
    population_totale: int | None
    millesime: int | None

    @property
    def nature_libelle(self) -> str:
        return LIBELLES_NATURE[self.nature]

    @property
    def regime_libelle(self) -> str:
        return LIBELLES_REGIME[self.regime]

    @property
    def nom_departement(self) -> str:
        return noms_departements().get(self.departement, self.departement)


LIBELLES_NATURE = {code: str(libelle) for code, libelle in NatureJuridique.choices}
LIBELLES_REGIME = {code: str(libelle) for code, libelle in RegimeFiscal.choices}
CHAMPS = (
    "siren",
    "nom",
    "nature_juridique",
    "regime_fiscal",
    "departement",
    "nombre_communes",
    "population_municipale",
    "population_totale",
    "millesime",
)


def lignes_epci(epci: QuerySet[Epci]) -> tuple[LigneEpci, ...]:
    """The rows of a list or of one page of it (one query)."""
    return tuple(LigneEpci(*rangee) for rangee in epci.values_list(*CHAMPS))


def tri_connu(tri: str) -> bool:
    """Whether the list can be sorted so: a name, reversed when it starts with « - »."""
    return tri == "" or tri.removeprefix("-") in TRIS


def _nombre_communes(le: date) -> Coalesce:
    membres = Appartenance.objects.en_date(le).filter(epci_id=OuterRef("pk")).order_by().values("epci_id")
    return Coalesce(
        Subquery(membres.annotate(total=Count("pk")).values("total")), 0, output_field=IntegerField()
    )
