"""Files that leave the diagnostic: the prefilled workbook, the consolidated table, the heat-map."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from xlsxwriter import Workbook

from accord.diagnostic.adaptateurs import TABLES, Ligne, lignes_exportees
from accord.diagnostic.champs import services_du_champ, voit_feuille, voit_service
from accord.diagnostic.classeur.ecriture import ecrire_classeur
from accord.diagnostic.models import Campagne, LigneService, ReponseCollectivite
from accord.diagnostic.nomenclature import CODES_USUELS, nomenclature
from accord.diagnostic.selectors.carte import COUCHES, Carte
from accord.socle.droits import Acteur

FEUILLES_PAR_SERVICE = ("Services", "Agents")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def classeur_de(reponse: ReponseCollectivite, *, acteur: Acteur, avec_agents: bool) -> bytes:
    """The workbook of one collectivité within the champs of the actor: what it said, and what is left to fill."""
    lignes = _lignes([reponse], acteur, avec_agents=avec_agents)
    deja = {str(ligne["code_service"]) for ligne in lignes["Services"]}
    lignes["Services"] += _services_a_remplir(reponse, acteur, deja)
    campagne = reponse.campagne
    consigne = campagne.consigne or f"Classeur de {reponse.collectivite.nom}."
    return ecrire_classeur(
        lignes, _noms(campagne), titre=f"{campagne.nom} – {reponse.collectivite.nom}", consigne=consigne
    )


def classeur_du_territoire(
    campagne: Campagne, reponses: Iterable[ReponseCollectivite], acteur: Acteur
) -> bytes:
    """The workbook of the whole territory: transmitted answers, and lines to fill for the others; no agents."""
    reponses = list(reponses)
    lignes = _lignes([r for r in reponses if r.est_partagee], acteur, avec_agents=False)
    for reponse in reponses:
        if not reponse.est_partagee:
            lignes["Services"] += _services_a_remplir(reponse, acteur, set())
    return ecrire_classeur(lignes, _noms(campagne), titre=campagne.nom, consigne=campagne.consigne)


def services_en_classeur(campagne: Campagne, services: Iterable[LigneService]) -> bytes:
    """The filtered consolidated table, in the format of the import."""
    table = next(t for t in TABLES if t.feuille == "Services")
    lignes = list(lignes_exportees(table, services, _sirens(campagne)))
    return ecrire_classeur({"Services": lignes}, _noms(campagne), titre=f"{campagne.nom} – services")


def carte_en_classeur(carte: Carte) -> bytes:
    """The heat-map as a plain table, with its figures as numbers."""
    flux = io.BytesIO()
    with Workbook(flux, {"in_memory": True, "strings_to_formulas": False}) as classeur:
        feuille = classeur.add_worksheet(COUCHES[carte.couche])
        gras = classeur.add_format({"bold": True})
        for position, (_code, libelle) in enumerate(carte.colonnes, 1):
            feuille.write_string(0, position, libelle, gras)
        for rang, ligne in enumerate(carte.lignes, 1):
            feuille.write_string(rang, 0, ligne.nom, gras)
            for position, cellule in enumerate(ligne.cellules, 1):
                _ecrire(feuille, rang, position, cellule.valeur, carte.couche)
        feuille.freeze_panes(1, 1)
    return flux.getvalue()


def _ecrire(feuille: Any, rang: int, position: int, valeur: Any, couche: str) -> None:
    if isinstance(valeur, str):
        feuille.write_string(rang, position, valeur)
    elif valeur is not None:
        feuille.write_number(rang, position, float(valeur) / (100 if couche == "cout" else 1))


def _lignes(
    reponses: list[ReponseCollectivite], acteur: Acteur, *, avec_agents: bool
) -> dict[str, list[Ligne]]:
    """Every sheet of these answers, limited to what the actor's champs cover."""
    if not reponses:
        return {table.feuille: [] for table in TABLES}
    sirens = _sirens(reponses[0].campagne)
    lignes: dict[str, list[Ligne]] = {}
    for table in TABLES:
        objets = (
            table.modele._default_manager.filter(reponse__in=reponses)
            .select_related("reponse")
            .order_by("pk")
        )
        if table.feuille in FEUILLES_PAR_SERVICE:
            objets = objets.filter(services_du_champ(acteur))
        montree = voit_feuille(acteur, table.feuille) and (avec_agents or table.feuille != "Agents")
        utiles = objets if montree else objets.none()
        lignes[table.feuille] = list(lignes_exportees(table, utiles, sirens))
    return lignes


def _services_a_remplir(reponse: ReponseCollectivite, acteur: Acteur, deja: set[str]) -> list[Ligne]:
    connus = nomenclature()
    return [
        {
            "siren": reponse.collectivite.siren,
            "code_service": code,
            "service": connus[code].libelle,
            "nature": connus[code].nature,
            "unite_oeuvre": connus[code].unite_oeuvre,
        }
        for code in CODES_USUELS
        if code not in deja and voit_service(acteur, code)
    ]


def _repondants(campagne: Campagne) -> list[tuple[int, str, str]]:
    valeurs = campagne.reponses.values_list("collectivite_id", "collectivite__siren", "collectivite__nom")
    return [(pk, siren or "", nom) for pk, siren, nom in valeurs]


def _noms(campagne: Campagne) -> Mapping[str, str]:
    return {siren: nom for _pk, siren, nom in _repondants(campagne)}


def _sirens(campagne: Campagne) -> Mapping[int, str]:
    return {pk: siren for pk, siren, _nom in _repondants(campagne)}
