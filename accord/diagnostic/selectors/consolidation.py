"""The consolidated table of services: filters, sort, totals."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, QuerySet, Sum

from accord.diagnostic.models import Campagne, LigneService
from accord.diagnostic.nomenclature import libelle_du_service
from accord.diagnostic.selectors.campagne import services_visibles
from accord.socle.droits import Acteur

TRIS = {
    "commune": "reponse__collectivite__nom_recherche",
    "service": "code",
    "etp": "etp",
    "cout": "cout_direct_centimes",
    "souhait": "souhait",
    "priorite": "priorite",
}
TRI_PAR_DEFAUT = "commune"
FILTRES = {
    "collectivite": "reponse__collectivite__siren",
    "service": "code",
    "nature": "nature",
    "mode": "mode_gestion",
    "souhait": "souhait",
}


@dataclass(frozen=True)
class TotauxServices:
    """Sums of what is known in the filtered rows."""

    etp: Decimal | None
    cout_direct_centimes: int | None
    cout_indirect_centimes: int | None
    recettes_centimes: int | None


def services_consolides(
    campagne: Campagne, acteur: Acteur, filtres: dict[str, Any], tri: str = TRI_PAR_DEFAUT
) -> QuerySet[LigneService]:
    """Rows one may see, filtered and sorted; an unknown sort falls back to the default one."""
    lignes = services_visibles(campagne, acteur)
    for nom, champ in FILTRES.items():
        if filtres.get(nom):
            lignes = lignes.filter(**{champ: filtres[nom]})
    cle = F(TRIS.get(tri.removeprefix("-"), TRIS[TRI_PAR_DEFAUT]))
    ordre = cle.desc(nulls_last=True) if tri.startswith("-") else cle.asc(nulls_last=True)
    return lignes.order_by(ordre, "reponse__collectivite__nom_recherche", "code", "pk")


def totaux_services(lignes: QuerySet[LigneService]) -> TotauxServices:
    """One query for the foot of the table."""
    champs = ("etp", "cout_direct_centimes", "cout_indirect_centimes", "recettes_centimes")
    return TotauxServices(**lignes.order_by().aggregate(**{champ: Sum(champ) for champ in champs}))


def choix_de_services(campagne: Campagne, acteur: Acteur) -> list[tuple[str, str]]:
    """The services found, for the filter."""
    codes = services_visibles(campagne, acteur).order_by("code").values_list("code", flat=True).distinct()
    return [(code, libelle_du_service(code)) for code in codes]
