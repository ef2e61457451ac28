"""What accepted rows would change: added, modified, unchanged; never anything removed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from accord.diagnostic.adaptateurs import TABLES, Ligne, Table, cle_de, differences
from accord.diagnostic.models import ReponseCollectivite

LOT = 1000
PREREMPLIES = frozenset({"siren", "code_service", "service", "nature", "unite_oeuvre"})


@dataclass
class PlanTable:
    """Changes to one table."""

    table: Table
    ajouts: list[Any] = field(default_factory=list)
    modifications: list[tuple[Any, dict[str, tuple[Any, Any]]]] = field(default_factory=list)
    inchangees: int = 0
    non_remplies: int = 0
    """Prefilled services left empty: not recorded."""

    def bilan(self) -> dict[str, int]:
        """Counts, ready for JSON."""
        return {
            "ajoutees": len(self.ajouts),
            "modifiees": len(self.modifications),
            "inchangees": self.inchangees,
            "non_remplies": self.non_remplies,
        }


def planifier(
    lignes: Mapping[str, Iterable[Ligne]], reponses: Mapping[str, ReponseCollectivite]
) -> list[PlanTable]:
    """Compare accepted rows with what is known; `reponses` maps a SIREN to the answer that takes its rows."""
    collectivites = _collectivites(reponses)
    cites = {(ligne["siren"], ligne["code_service"]) for ligne in lignes.get("Agents", ())}
    return [
        _planifier(table, lignes.get(table.feuille, ()), reponses, collectivites, cites) for table in TABLES
    ]


def _est_restee_vide(ligne: Ligne, cites: Collection[tuple[object, object]]) -> bool:
    """A service that holds its prefilled names only, and where no agent works."""
    saisies = (valeur for code, valeur in ligne.items() if code not in PREREMPLIES)
    return not any(v is not None for v in saisies) and (ligne["siren"], ligne["code_service"]) not in cites


def _collectivites(reponses: Mapping[str, ReponseCollectivite]) -> dict[str, int]:
    """Every SIREN of the campaign (a convention names two)."""
    if not reponses:
        return {}
    campagne = next(iter(reponses.values())).campagne_id
    repondants = ReponseCollectivite.objects.filter(campagne_id=campagne)
    return {siren or "": pk for siren, pk in repondants.values_list("collectivite__siren", "collectivite_id")}


def _planifier(
    table: Table,
    lignes: Iterable[Ligne],
    reponses: Mapping[str, ReponseCollectivite],
    collectivites: Mapping[str, int],
    cites: Collection[tuple[object, object]],
) -> PlanTable:
    plan = PlanTable(table)
    connues: Iterable[Any] = table.modele._default_manager.filter(reponse__in=reponses.values())
    existantes = {(o.reponse_id, *(getattr(o, champ) for champ in table.cle)): o for o in connues}
    for ligne in lignes:
        reponse = reponses[_siren(table, ligne, reponses)]
        valeurs = table.valeurs(ligne, collectivites)
        objet = existantes.get((reponse.pk, *cle_de(table, valeurs)))
        if objet is None and table.feuille == "Services" and _est_restee_vide(ligne, cites):
            plan.non_remplies += 1
        elif objet is None:
            plan.ajouts.append(table.modele(reponse=reponse, **valeurs))
        elif ecarts := differences(table, objet, valeurs):
            plan.modifications.append((objet, ecarts))
        else:
            plan.inchangees += 1
    return plan


def _siren(table: Table, ligne: Ligne, reponses: Mapping[str, ReponseCollectivite]) -> str:
    """The answer a row goes to; a convention goes to its provider's, else to its beneficiary's."""
    siren = str(ligne[table.colonne_siren])
    if siren not in reponses and table.colonne_siren == "siren_fournisseur":
        return str(ligne["siren_beneficiaire"])
    return siren


def dans_le_perimetre(
    table: Table, lignes: Iterable[Ligne], reponses: Mapping[str, ReponseCollectivite]
) -> tuple[list[Ligne], int]:
    """The rows that go to one of these answers, and how many do not."""
    gardees, ecartees = [], 0
    for ligne in lignes:
        if _siren(table, ligne, reponses) in reponses:
            gardees.append(ligne)
        else:
            ecartees += 1
    return gardees, ecartees


def appliquer(plan: PlanTable) -> None:
    """Write the changes of one table."""
    modele = plan.table.modele
    modele._default_manager.bulk_create(plan.ajouts, batch_size=LOT)
    champs: set[str] = set()
    for objet, ecarts in plan.modifications:
        for champ, (_avant, apres) in ecarts.items():
            setattr(objet, champ, apres)
            champs.add(champ.removesuffix("_id"))
    if champs:
        modeles = [objet for objet, _ecarts in plan.modifications]
        modele._default_manager.bulk_update(modeles, sorted(champs), batch_size=LOT)


def en_clair(valeur: Any) -> str:
    """A value for the report of differences."""
    if valeur is None or valeur == "":
        return "—"
    if isinstance(valeur, Decimal):
        return format(valeur.normalize(), "f").replace(".", ",")
    return valeur.strftime("%d/%m/%Y") if isinstance(valeur, date) else str(valeur)
