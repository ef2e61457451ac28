"""The first words of a sheet, drawn from the snapshots: a person then rewrites them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accord.socle.interface.formats import date_moyenne, montant_rond, nombre, pluriel


@dataclass(frozen=True)
class TextesFiche:
    """Texts and figures prefilled on a sheet; None when the snapshots do not say."""

    objectifs: str
    situation: str
    cible: str
    risques: str
    indicateurs: str
    etp_avant: Decimal | None
    cout_avant_centimes: int | None
    cout_apres_centimes: int | None


def rediger_textes(
    service: dict[str, Any], scenario: dict[str, Any], situation: dict[str, Any] | None, *, resserree: bool
) -> TextesFiche:
    """Prefill a sheet from the service of the scénario retenu and the lines of the état arrêté."""
    lignes = _lignes(service, situation)
    etp = sum((Decimal(ligne["etp"]) for ligne in lignes), Decimal(0)) if lignes else None
    annee, cout = _premiere_annee(service)
    seul = _cout_chacun_seul(service["code"], annee, scenario)
    return TextesFiche(
        objectifs=_objectifs(service),
        situation=_situation(lignes, etp, situation),
        cible=_cible(service, annee, cout),
        risques=_risques(service, resserree),
        indicateurs="Coût annuel, effectifs en ETP et nombre d’adhérents, comparés chaque année à la prévision.",
        etp_avant=etp,
        cout_avant_centimes=seul,
        cout_apres_centimes=cout,
    )


def _lignes(service: dict[str, Any], situation: dict[str, Any] | None) -> list[dict[str, Any]]:
    """What the members and the manager declared for this service."""
    concernes = {a["siren"] for a in service["adherents"]} | {service["gestionnaire"]["siren"]}
    return [
        ligne
        for ligne in (situation or {}).get("services", [])
        if ligne["code"] == service["code"] and ligne["siren"] in concernes
    ]


def _premiere_annee(service: dict[str, Any]) -> tuple[str, int | None]:
    """The first year with a cost: a service that starts in mid-term costs nothing before."""
    for annee, cout in sorted(service["cout_annuel_centimes"].items()):
        if cout:
            return annee, cout
    return "", None


def _cout_chacun_seul(code: str, annee: str, scenario: dict[str, Any]) -> int | None:
    montants = [
        ligne["seul_centimes"]
        for ligne in scenario.get("contributions", [])
        if ligne["code"] == code and str(ligne["annee"]) == annee and ligne.get("seul_centimes") is not None
    ]
    return sum(montants) if montants else None


def _objectifs(service: dict[str, Any]) -> str:
    adherents = len(service["adherents"])
    return (
        f"Faire fonctionner ensemble le service « {service['libelle']} » pour {adherents} "
        f"collectivité{pluriel(adherents)}, sous la forme « {service['forme_libelle']} », "
        f"géré par {service['gestionnaire']['nom']}."
    )


def _situation(lignes: list[dict[str, Any]], etp: Decimal | None, situation: dict[str, Any] | None) -> str:
    if not lignes or situation is None:
        return ""
    cout = sum(ligne["cout_direct_centimes"] + ligne["cout_indirect_centimes"] for ligne in lignes)
    return (
        f"{nombre(etp)} ETP et {montant_rond(cout)} par an déclarés par {len(lignes)} "
        f"collectivité{pluriel(len(lignes))} à l’état arrêté du {date_moyenne(situation['arrete_le'])}."
    )


def _cible(service: dict[str, Any], annee: str, cout: int | None) -> str:
    morceaux = []
    if service.get("etp_cible"):
        morceaux.append(f"{nombre(service['etp_cible'])} ETP")
    if cout is not None:
        morceaux.append(f"{montant_rond(cout)} en {annee}")
    return f"{' et '.join(morceaux)}." if morceaux else ""


def _risques(service: dict[str, Any], resserree: bool) -> str:
    risques = []
    if resserree:
        risques.append("Calendrier resserré : les délais usuels ne tiennent pas avant la prise d’effet.")
    if service["financement"] == "imputation_ac":
        risques.append(
            "L’imputation sur l’attribution de compensation suppose l’accord des communes intéressées."
        )
    return "\n".join(risques)
