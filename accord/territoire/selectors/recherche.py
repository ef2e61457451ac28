"""The short answers of a search field: an EPCI by its name, or by the name of one of its communes."""

from dataclasses import dataclass
from datetime import date

from accord.territoire.models import Appartenance, Collectivite, Commune, Epci

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
    """The best EPCI for that text on that day: by name or SIREN first, then through their communes."""
    if len(texte.strip()) < LONGUEUR_UTILE:
        return ()
    par_nom = tuple(_resultat(epci) for epci in Epci.objects.en_date(le).recherche(texte)[:limite])
    if len(par_nom) == limite:
        return par_nom
    deja = {resultat.pk for resultat in par_nom}
    par_commune = (resultat for resultat in epci_par_commune(texte, limite, le=le) if resultat.pk not in deja)
    return (*par_nom, *par_commune)[:limite]


def epci_par_commune(texte: str, limite: int = 10, *, le: date) -> tuple[ResultatEpci, ...]:
    """EPCI that have a commune of that name among their members (two queries), the best answer first."""
    communes = Commune.objects.en_date(le).recherche(texte)[: 4 * limite]
    rangs = {commune.pk: (rang, commune.nom) for rang, commune in enumerate(communes)}
    membres = Appartenance.objects.en_date(le).filter(commune__in=list(rangs)).select_related("epci")
    trouves: dict[int, ResultatEpci] = {}
    for membre in sorted(membres, key=lambda appartenance: rangs[appartenance.commune_id]):
        trouves.setdefault(membre.epci_id, _resultat(membre.epci, rangs[membre.commune_id][1]))
    return tuple(trouves.values())[:limite]


def _resultat(epci: Collectivite, par_commune: str = "") -> ResultatEpci:
    return ResultatEpci(
        pk=epci.pk,
        siren=epci.siren or "",
        nom=epci.nom,
        nature=epci.get_nature_juridique_display(),
        departement=epci.nom_departement,
        population_municipale=epci.population_municipale,
        par_commune=par_commune,
    )
