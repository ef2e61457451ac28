"""Reading the adhesion matrix: one short text a cell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from accord.scenarios.models import Scenario
from accord.scenarios.selectors.perimetre import collectivites_du_scenario, nom_champ
from accord.scenarios.services import Saisie
from accord.scenarios.services.perimetre import Case

JAMAIS = {"", "-", "—", "non", "jamais"}
ANNEE = re.compile(r"(\d{4})")
MOIS = re.compile(r"(\d{1,2})[/.-](\d{4})")
JOUR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
CONSEIL = "écrivez une année (2027), un mois (07/2027), une date (01/07/2027), ou rien"


@dataclass
class SaisiePerimetre:
    """What was typed, what it means, what the page showed, and what cannot be read."""

    textes: dict[str, str] = field(default_factory=dict)
    saisies: dict[Case, Saisie] = field(default_factory=dict)
    vues: dict[Case, date | None] = field(default_factory=dict)
    erreurs: dict[str, str] = field(default_factory=dict)
    noms: dict[str, str] = field(default_factory=dict)


def lire_date(texte: str) -> date | None:
    """« 2027 », « 07/2027 », « 01/07/2027 », empty for never. Raises ValueError."""
    propre = texte.strip().lower()
    if propre in JAMAIS:
        return None
    if trouve := ANNEE.fullmatch(propre):
        return date(_annee(trouve[1]), 1, 1)
    if trouve := MOIS.fullmatch(propre):
        return date(_annee(trouve[2]), int(trouve[1]), 1)
    if trouve := JOUR.fullmatch(propre):
        return date(_annee(trouve[3]), int(trouve[2]), int(trouve[1]))
    if trouve := ISO.fullmatch(propre):
        return date(_annee(trouve[1]), int(trouve[2]), int(trouve[3]))
    raise ValueError(texte)


def _annee(texte: str) -> int:
    annee = int(texte)
    if not 2000 <= annee <= 2100:
        raise ValueError(texte)
    return annee


def lire_perimetre(scenario: Scenario, envoi: Mapping[str, str]) -> SaisiePerimetre:
    """Every cell of the scenario that the form sent; `v-…` carries what the page showed."""
    lue = SaisiePerimetre()
    lieux = collectivites_du_scenario(scenario)
    for service in scenario.services.all():
        for lieu in lieux:
            champ = nom_champ(service, lieu.pk)
            if champ in envoi:
                _lire_cellule(lue, champ, (service.code, lieu.pk), f"{lieu.nom}, {service.libelle}", envoi)
    return lue


def _lire_cellule(lue: SaisiePerimetre, champ: str, case: Case, nom: str, envoi: Mapping[str, str]) -> None:
    lue.textes[champ] = envoi[champ]
    lue.noms[champ] = nom
    condition = envoi.get(f"c-{champ}")
    if condition is not None:
        lue.textes[f"c-{champ}"] = condition
    try:
        lue.saisies[case] = Saisie(
            lire_date(envoi[champ]), condition if condition is None else condition[:300]
        )
        lue.vues[case] = lire_date(envoi.get(f"v-{champ}", ""))
    except ValueError:
        lue.saisies.pop(case, None)
        lue.erreurs[champ] = f"«\u202f{envoi[champ]}\u202f» n’est pas une date\u202f: {CONSEIL}."
