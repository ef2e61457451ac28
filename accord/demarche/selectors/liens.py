"""Links that the registries give without knowing who reads: kept only when their section is open to the reader."""

from dataclasses import replace

from accord.demarche.models import Demarche
from accord.demarche.registre import Condition, conditions_de, rubriques
from accord.socle.droits import Acteur, decider


def sections_fermees(acteur: Acteur, demarche: Demarche) -> set[str]:
    """First segments of addresses (names of apps) of which the actor may open no section of this démarche."""
    toutes = rubriques()
    ouvertes = {r.permission for r in toutes if decider(r.permission, acteur, demarche)}
    apps = {r.url_name.split(":")[0] for r in toutes}
    return apps - {r.url_name.split(":")[0] for r in toutes if r.permission in ouvertes}


def est_ouvert(url: str | None, fermees: set[str]) -> bool:
    """Would this link lead somewhere else than to a refusal, as far as sections tell?"""
    return bool(url) and str(url).partition("#")[0].lstrip("/").partition("/")[0] not in fermees


def conditions_vues(demarche: Demarche, repere: int, acteur: Acteur | None) -> list[Condition]:
    """The conditions of a repère; for a reader, only the links that he may follow."""
    conditions = conditions_de(demarche, repere)
    if acteur is None:
        return conditions
    fermees = sections_fermees(acteur, demarche)
    return [c if est_ouvert(c.lien, fermees) else replace(c, lien=None) for c in conditions]
