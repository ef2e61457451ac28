"""The adhesion matrix as the editor shows it: collectivités in rows, services in columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accord.scenarios.models import Scenario, ServiceScenario
from accord.territoire.models import Collectivite


@dataclass(frozen=True)
class Cellule:
    """One answer; `champ` is the name of its input, `vue` the recorded date as short text."""

    champ: str
    service: str
    vue: str
    texte: str
    condition: str
    souhait: str
    declare: bool
    erreur: str = ""

    @property
    def adhere(self) -> bool:
        return bool(self.texte)


@dataclass(frozen=True)
class LigneMatrice:
    collectivite: Collectivite
    cellules: tuple[Cellule, ...]

    @property
    def adhesions(self) -> int:
        return sum(1 for cellule in self.cellules if cellule.adhere)


@dataclass(frozen=True)
class Matrice:
    services: tuple[ServiceScenario, ...]
    lignes: tuple[LigneMatrice, ...]


def ecrire_date(jour: date | None) -> str:
    """« 2027 » for 1 January, « 01/07/2027 » otherwise."""
    if jour is None:
        return ""
    return str(jour.year) if (jour.month, jour.day) == (1, 1) else f"{jour:%d/%m/%Y}"


def nom_champ(service: ServiceScenario, collectivite_id: int) -> str:
    return f"d-{service.pk}-{collectivite_id}"


def collectivites_du_scenario(scenario: Scenario) -> list[Collectivite]:
    """The EPCI, its communes by name, then outside members (one query)."""
    contenu = scenario.etat_arrete.contenu
    epci = contenu["epci"]["siren"]
    sirens = {epci, *(commune["siren"] for commune in contenu["communes"])}
    trouvees = list(Collectivite.objects.filter(siren__in=sirens).order_by("nom_recherche", "pk"))
    trouvees.sort(key=lambda lieu: lieu.siren != epci)
    dedans = {lieu.pk for lieu in trouvees}
    dehors = {
        adhesion.collectivite_id: adhesion.collectivite
        for service in scenario.services.all()
        for adhesion in service.adhesions.all()
        if adhesion.collectivite_id not in dedans
    }
    return [*trouvees, *sorted(dehors.values(), key=lambda lieu: lieu.nom_recherche)]


def matrice(
    scenario: Scenario,
    service: int | None = None,
    saisies: Mapping[str, str] | None = None,
    erreurs: Mapping[str, str] | None = None,
) -> Matrice:
    """The matrix, or one column of it; `saisies` keeps what was typed when the page comes back with a remark."""
    services = tuple(s for s in scenario.services.all() if service in (None, s.pk))
    adhesions = {
        (service.pk, adhesion.collectivite_id): adhesion
        for service in services
        for adhesion in service.adhesions.all()
    }
    declares = {
        (s["code"], s["siren"]): s.get("souhait") or "" for s in scenario.etat_arrete.contenu["services"]
    }

    def cellule(service: ServiceScenario, lieu: Collectivite) -> Cellule:
        champ = nom_champ(service, lieu.pk)
        adhesion = adhesions.get((service.pk, lieu.pk))
        vue = ecrire_date(adhesion.date_adhesion if adhesion else None)
        cle = (service.code, lieu.siren or "")
        return Cellule(
            champ=champ,
            service=service.libelle,
            vue=vue,
            texte=vue if saisies is None else saisies.get(champ, vue),
            condition=(saisies or {}).get(f"c-{champ}", adhesion.condition if adhesion else ""),
            souhait=declares.get(cle, ""),
            declare=cle in declares,
            erreur=(erreurs or {}).get(champ, ""),
        )

    return Matrice(
        services,
        tuple(
            LigneMatrice(lieu, tuple(cellule(service, lieu) for service in services))
            for lieu in collectivites_du_scenario(scenario)
        ),
    )
