"""What the scénario retenu forecasts of each indicator, year by year. Pure functions on the snapshot."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from accord.evaluation.enums import TypeIndicateur


@dataclass(frozen=True)
class Prevision:
    """One indicator to follow and its value of each year, in hundredths of its unit."""

    type: TypeIndicateur
    libelle: str
    par_annee: dict[int, int]
    code_service: str = ""
    service: str = ""


def prevoir(scenario: dict[str, Any]) -> tuple[Prevision, ...]:
    """Three indicators a service, three for the whole territory."""
    annees = [int(annee) for annee in scenario["annees"]]
    par_service = [prevision for s in scenario["services"] for prevision in _du_service(s, annees)]
    return (*par_service, *_du_territoire(scenario, annees))


def centiemes(valeur: str | int | Decimal) -> int:
    """A number in hundredths, halves away from zero."""
    return int((Decimal(valeur) * 100).to_integral_value(ROUND_HALF_UP))


def _du_service(service: dict[str, Any], annees: list[int]) -> list[Prevision]:
    nom = {"code_service": service["code"], "service": service["libelle"]}
    couts = {int(annee): cout for annee, cout in service["cout_annuel_centimes"].items() if cout}
    adherents = {annee: centiemes(_nombre_adherents(service, annee)) for annee in annees}
    previsions = [
        Prevision(TypeIndicateur.COUT_SERVICE, f"Coût annuel — {service['libelle']}", couts, **nom),
        Prevision(
            TypeIndicateur.ADHERENTS, f"Collectivités adhérentes — {service['libelle']}", adherents, **nom
        ),
    ]
    if service.get("etp_cible"):
        cible = centiemes(service["etp_cible"])
        effectifs = {annee: cible for annee in annees if annee in couts}
        previsions.append(
            Prevision(TypeIndicateur.EFFECTIF_SERVICE, f"Effectif — {service['libelle']}", effectifs, **nom)
        )
    return previsions


def _nombre_adherents(service: dict[str, Any], annee: int) -> int:
    """Members on 31 December."""
    return sum(int(adherent["date_adhesion"][:4]) <= annee for adherent in service["adherents"])


def _du_territoire(scenario: dict[str, Any], annees: list[int]) -> list[Prevision]:
    depenses = dict.fromkeys(annees, 0)
    for ligne in scenario["depenses"]:
        depenses[int(ligne["annee"])] += ligne["avec_centimes"]
    tous, epci = {annee: Decimal(0) for annee in annees}, {annee: Decimal(0) for annee in annees}
    for ligne in scenario["effectifs"]:
        etp = Decimal(ligne["etp_avec"])
        tous[int(ligne["annee"])] += etp
        if ligne["siren"] == scenario["epci"]["siren"]:
            epci[int(ligne["annee"])] += etp
    parts = {annee: centiemes(epci[annee] * 100 / tous[annee]) for annee in annees if tous[annee]}
    return [
        Prevision(TypeIndicateur.DEPENSES_TOTAL, str(TypeIndicateur.DEPENSES_TOTAL.label), depenses),
        Prevision(
            TypeIndicateur.EFFECTIFS_TOTAL,
            str(TypeIndicateur.EFFECTIFS_TOTAL.label),
            {annee: centiemes(etp) for annee, etp in tous.items()},
        ),
        Prevision(TypeIndicateur.PART_EPCI, str(TypeIndicateur.PART_EPCI.label), parts),
    ]
