"""The frozen content of an annual communication (format `accord/communication/1`)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from accord.demarche.models import Demarche
from accord.evaluation.enums import TypeIndicateur
from accord.evaluation.selectors import LigneIndicateur, lire_tableau
from accord.plan.selectors import Filtres, avancement_du_plan, lister_fiches
from accord.plan.services import ScenarioFige

if TYPE_CHECKING:
    from accord.evaluation.services.communication import TextesCommunication

FORMAT = "accord/communication/1"


def contenu_communication(
    *, demarche: Demarche, annee: int, textes: "TextesCommunication", scenario: ScenarioFige | None, le: date
) -> dict[str, Any]:
    """Progress of the actions, financial balance, staffing, indicators and texts, on that day."""
    tableau = lire_tableau(demarche, annee, le)
    return {
        "format": FORMAT,
        "annee": annee,
        "arretee_le": le.isoformat(),
        "presentee_le": textes.date_presentation.isoformat(),
        "demarche": demarche.nom,
        "epci": {"siren": demarche.epci.siren, "nom": demarche.epci.nom},
        "est_demonstration": demarche.est_demonstration,
        "scenario": {"version": scenario.version, "empreinte": scenario.empreinte} if scenario else None,
        "textes": {
            "introduction": textes.introduction,
            "point_rh": textes.point_rh,
            "suites": textes.suites,
        },
        "avancement": _avancement(demarche, le),
        "actions": _actions(demarche, le),
        "finances": _finances(scenario, annee, demarche),
        "effectifs": _effectifs(scenario, annee, demarche),
        "indicateurs": [_indicateur(ligne) for ligne in tableau.lignes],
        "opinions": [
            {
                "qui": opinion.qui,
                "texte": opinion.texte,
                "le": timezone.localdate(opinion.donnee_le).isoformat(),
            }
            for opinion in demarche.opinions.filter(indicateur__isnull=True)
        ],
    }


def _avancement(demarche: Demarche, le: date) -> dict[str, Any]:
    lu = avancement_du_plan(demarche, le)
    return {
        "total": lu.total,
        "engagees": lu.engagees,
        "terminees": lu.terminees,
        "etapes": lu.etapes,
        "etapes_realisees": lu.etapes_realisees,
        "etapes_en_retard": lu.etapes_en_retard,
    }


def _actions(demarche: Demarche, le: date) -> list[dict[str, Any]]:
    return [
        {
            "numero": fiche.numero,
            "titre": fiche.titre,
            "etat": fiche.etat,
            "etat_libelle": fiche.etat_libelle,
            "pilote": fiche.pilote_elu or fiche.pilote_administratif,
            "etapes": fiche.nombre_etapes,
            "realisees": fiche.nombre_realisees,
            "retards": fiche.nombre_retards,
            "prochaine_etape": fiche.prochaine_etape,
            "prochaine_date": fiche.prochaine_date and fiche.prochaine_date.isoformat(),
        }
        for fiche in lister_fiches(demarche, Filtres(), le)
    ]


def _finances(scenario: ScenarioFige | None, annee: int, demarche: Demarche) -> list[dict[str, Any]]:
    """Each year of the scénario retenu: each alone, together, and what was found."""
    if scenario is None:
        return []
    constates = _constates(demarche, TypeIndicateur.DEPENSES_TOTAL)
    lignes = []
    for an in scenario.contenu["annees"]:
        depenses = [d for d in scenario.contenu["depenses"] if int(d["annee"]) == int(an)]
        seul = sum(d["seul_centimes"] for d in depenses)
        avec = sum(d["avec_centimes"] for d in depenses)
        lignes.append(
            {
                "annee": int(an),
                "est_courante": int(an) == annee,
                "seul_centimes": seul,
                "avec_centimes": avec,
                "ecart_centimes": avec - seul,
                "constate_centimes": constates.get(int(an)),
            }
        )
    return lignes


def _effectifs(scenario: ScenarioFige | None, annee: int, demarche: Demarche) -> list[dict[str, Any]]:
    """Each year: staffing without and with the schéma, every employer together, and what was found."""
    if scenario is None:
        return []
    constates = _constates(demarche, TypeIndicateur.EFFECTIFS_TOTAL)
    lignes = []
    for an in scenario.contenu["annees"]:
        effectifs = [e for e in scenario.contenu["effectifs"] if int(e["annee"]) == int(an)]
        trouve = constates.get(int(an))
        lignes.append(
            {
                "annee": int(an),
                "est_courante": int(an) == annee,
                "etp_sans": str(_somme(e["etp_sans"] for e in effectifs)),
                "etp_avec": str(_somme(e["etp_avec"] for e in effectifs)),
                "etp_constate": None if trouve is None else str(Decimal(trouve) / 100),
            }
        )
    return lignes


def _constates(demarche: Demarche, type_indicateur: TypeIndicateur) -> dict[int, int]:
    """The last value found of each year."""
    indicateur = demarche.indicateurs.filter(type=type_indicateur).first()
    if indicateur is None:
        return {}
    return dict(indicateur.mesures.order_by("pk").values_list("annee", "valeur_centiemes"))


def _indicateur(ligne: LigneIndicateur) -> dict[str, Any]:
    annee = ligne.annee
    return {
        "libelle": ligne.libelle,
        "type": ligne.type,
        "objectif": annee.objectif,
        "est_reajuste": annee.est_reajuste,
        "mesure": annee.mesure,
        "ecart": annee.ecart.texte if annee.ecart else "",
        "a_surveiller": bool(annee.ecart and annee.ecart.lecture == "attention"),
    }


def _somme(valeurs: Iterable[str]) -> Decimal:
    return sum((Decimal(valeur) for valeur in valeurs), Decimal(0))
