"""The short answers of a search field: an EPCI by its name, or by the name of one of its communes."""

from dataclasses import dataclass
from datetime import date

from accord.territoire.models import Appartenance, Commune, Epci
from accord.territoire.referentiel import noms_departements

LONGUEUR_UTILE = 2


@dataclass(frozen=True, slots=True)
class ResultatEpci:
    """An EPCI that answers the search; `par_commune` names the member found when its own name did not match."""

    pk: int
    siren: str
    nom: str
    nature: str
    departement: str
    population_municipale: int | None
    par_commune: str = ""


def rechercher_epci(texte: str, limite: int = 10, *, le: date) -> tuple[ResultatEpci, ...]:
    """The best EPCI for that text on that day: by name or SIREN first, then through their communes (two queries)."""
    if len(texte.strip()) < LONGUEUR_UTILE:
        return ()
    par_nom = [_resultat(epci) for epci in Epci.objects.en_date(le).recherche(texte)[:limite]]
    deja = {resultat.pk for resultat in par_nom}
    par_commune: dict[int, ResultatEpci] = {}
    if len(par_nom) < limite:
        communes = Commune.objects.en_date(le).recherche(texte)[: 4 * limite]
        rangs = {commune.pk: (rang, commune.nom) for rang, commune in enumerate(communes)}
        membres = Appartenance.objects.en_date(le).filter(commune__in=list(rangs)).select_related("epci")
        for membre in sorted(membres, key=lambda appartenance: rangs[appartenance.commune_id]):
            if membre.epci_id not in deja:
                trouve = _resultat(membre.epci, rangs[membre.commune_id][1])
                par_commune.setdefault(membre.epci_id, trouve)
    return tuple((par_nom + list(par_commune.values()))[:limite])


def _resultat(epci: Epci, par_commune: str = "") -> ResultatEpci:
    return ResultatEpci(
        pk=epci.pk,
        siren=epci.siren or "",
        nom=epci.nom,
        nature=epci.get_nature_juridique_display(),
        departement=noms_departements().get(epci.departement, epci.departement),
        population_municipale=epci.population_municipale,
        par_commune=par_commune,
    )
