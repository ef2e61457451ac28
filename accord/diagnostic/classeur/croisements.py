"""Checks between rows and between sheets: duplicates, references, parts of an agent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from accord.diagnostic.classeur.controle import FeuilleEnCours
from accord.diagnostic.classeur.valeurs.anomalies import Anomalie, Raison

UN = Decimal(1)
_DOUBLON = Anomalie(Raison.DOUBLON)
_INCONNUE = Anomalie(Raison.REFERENCE_INCONNUE)
_TROP_DE_PARTS = Anomalie(Raison.HORS_BORNES, "1 au plus pour la somme des parts d’un même agent")


def _cles(feuille: FeuilleEnCours, codes: Iterable[str], rangs: list[int]) -> list[tuple[object, ...]]:
    colonnes = [feuille.valeurs[code] for code in codes]
    if len(rangs) == len(feuille.lignes):
        return list(zip(*colonnes, strict=True))
    return [tuple(colonne[rang] for colonne in colonnes) for rang in rangs]


def refuser_doublons(feuille: FeuilleEnCours, vues: set[tuple[object, ...]]) -> None:
    """The second row of a key is refused; `vues` is shared by the parts of a sheet split in several."""
    rangs = feuille.retenues()
    cles = _cles(feuille, feuille.schema.cle, rangs)
    uniques = set(cles)
    if len(uniques) == len(cles) and not uniques & vues:
        vues |= uniques
        return
    for rang, cle in zip(rangs, cles, strict=True):
        if cle in vues:
            feuille.accuser(rang, feuille.schema.colonne_doublon, _DOUBLON)
        vues.add(cle)


def refuser_references(agents: FeuilleEnCours, services: set[tuple[object, ...]]) -> None:
    """An agent works in an accepted service of the same collectivité."""
    rangs = agents.retenues()
    cles = _cles(agents, ("siren", "code_service"), rangs)
    inconnues = set(cles) - services
    if inconnues:
        for rang, cle in zip(rangs, cles, strict=True):
            if cle in inconnues:
                agents.accuser(rang, "code_service", _INCONNUE)


def completer_parts(agents: FeuilleEnCours) -> None:
    """An empty part means the whole time of the agent."""
    if None in agents.valeurs["part"]:
        agents.valeurs["part"] = [UN if part is None else part for part in agents.valeurs["part"]]


def refuser_parts_excessives(
    agents: FeuilleEnCours, cumuls: dict[tuple[object, ...], Decimal], *, seule: bool
) -> None:
    """The parts of an agent sum to at most 1: the row that goes over is refused, the others stay."""
    rangs = agents.retenues()
    personnes = _cles(agents, ("matricule", "siren"), rangs)
    if seule and len(set(personnes)) == len(personnes):
        return
    parts = agents.valeurs["part"]
    for rang, personne in zip(rangs, personnes, strict=True):
        part = parts[rang]
        cumul = cumuls.get(personne, Decimal(0)) + (part if isinstance(part, Decimal) else UN)
        if cumul > UN:
            agents.accuser(rang, "part", _TROP_DE_PARTS)
        else:
            cumuls[personne] = cumul
