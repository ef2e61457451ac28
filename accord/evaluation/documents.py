"""The two pages of the annual communication, from its frozen content."""

from typing import Any

from accord.evaluation.models import CommunicationAnnuelle
from accord.plan.enums import EtatAction
from accord.socle.documents import Entete, lire_blocs, rendre_pdf
from accord.socle.interface.formats import (
    TIRET,
    date_courte,
    date_moyenne,
    montant_rond,
    montant_signe,
    nombre,
    pluriel,
)

GABARIT = "evaluation/communication"
MAX_ACTIONS = 44
"""Above it, the second page shows the actions that deserve a word, and counts the others."""

MAX_INDICATEURS = 14
SEUIL_COMPACT = 14
"""Above it, each action holds on one line."""

PRIORITE = {EtatAction.EN_COURS: 0, EtatAction.SUSPENDU: 1, EtatAction.A_FAIRE: 2, EtatAction.TERMINE: 3}


def rendre_communication(communication: CommunicationAnnuelle) -> bytes:
    """The tagged PDF of a frozen version: two pages, always the same bytes."""
    return rendre_pdf(GABARIT, contexte_communication(communication))


def contexte_communication(communication: CommunicationAnnuelle) -> dict[str, Any]:
    """What the template shows, already written in French."""
    contenu = communication.contenu
    entete = Entete(
        titre=f"Communication annuelle {contenu['annee']} sur le schéma de mutualisation",
        organisme=contenu["epci"]["nom"],
        date_document=communication.date_presentation,
        version=communication.version,
        empreinte=communication.empreinte,
        sous_titre=(
            f"Débat d’orientation budgétaire du {date_moyenne(contenu['presentee_le'])} — "
            "article L5211-39-1 du code général des collectivités territoriales"
        ),
        mention="Données fictives de démonstration" if contenu["est_demonstration"] else "",
        sommaire=False,
        couverture=False,
    )
    actions, omises = _actions(contenu["actions"])
    indicateurs, autres = _indicateurs(contenu["indicateurs"])
    return {
        "entete": entete.en_dict(),
        "introduction": lire_blocs(contenu["textes"]["introduction"]),
        "point_rh": lire_blocs(contenu["textes"]["point_rh"]),
        "suites": lire_blocs(contenu["textes"]["suites"]),
        "chiffres": _chiffres(contenu["avancement"]),
        "finances": [_finance(ligne) for ligne in contenu["finances"]],
        "effectifs": [_effectif(ligne) for ligne in contenu["effectifs"]],
        "indicateurs": indicateurs,
        "autres_indicateurs": autres,
        "actions": actions,
        "omises": omises,
        "opinion": _opinion(contenu["opinions"]),
        "source": _source(contenu),
    }


def _chiffres(avancement: dict[str, int]) -> list[list[str]]:
    engagees, terminees = avancement["engagees"], avancement["terminees"]
    return [
        [str(avancement["total"]), f"action{pluriel(avancement['total'])}"],
        [str(engagees), f"engagée{pluriel(engagees)}, dont {terminees} terminée{pluriel(terminees)}"],
        [f"{avancement['etapes_realisees']} / {avancement['etapes']}", "étapes faites"],
        [str(avancement["etapes_en_retard"]), f"étape{pluriel(avancement['etapes_en_retard'])} en retard"],
    ]


def _finance(ligne: dict[str, Any]) -> list[str]:
    return [
        _annee(ligne),
        montant_rond(ligne["seul_centimes"]),
        montant_rond(ligne["avec_centimes"]),
        montant_signe(ligne["ecart_centimes"]),
        montant_rond(ligne["constate_centimes"]),
    ]


def _effectif(ligne: dict[str, Any]) -> list[str]:
    return [_annee(ligne), *(nombre(ligne[cle]) for cle in ("etp_sans", "etp_avec", "etp_constate"))]


def _annee(ligne: dict[str, Any]) -> str:
    return f"{ligne['annee']}{' ←' if ligne['est_courante'] else ''}"


def _indicateurs(indicateurs: list[dict[str, Any]]) -> tuple[list[list[str]], int]:
    """Those to watch first, then those measured; the others are counted."""
    ordonnes = sorted(indicateurs, key=lambda i: (not i["a_surveiller"], i["mesure"] == TIRET))
    lignes = [
        [
            i["libelle"],
            f"{i['objectif']}{' (réajusté)' if i['est_reajuste'] else ''}",
            i["mesure"],
            i["ecart"] or TIRET,
        ]
        for i in ordonnes[:MAX_INDICATEURS]
    ]
    return lignes, max(0, len(indicateurs) - MAX_INDICATEURS)


def _actions(actions: list[dict[str, Any]]) -> tuple[list[list[str]], int]:
    """All of them when they fit; else the late and the running ones first, back in the order of numbers."""
    retenues = actions
    if len(actions) > MAX_ACTIONS:
        par_priorite = sorted(
            actions, key=lambda a: (not a["retards"], PRIORITE.get(a["etat"], 9), a["numero"])
        )
        retenues = sorted(par_priorite[:MAX_ACTIONS], key=lambda a: a["numero"])
    titre, etape = (60, 34) if len(retenues) > SEUIL_COMPACT else (90, 60)
    return [_action(action, titre, etape) for action in retenues], len(actions) - len(retenues)


def _action(action: dict[str, Any], longueur_titre: int, longueur_etape: int) -> list[str]:
    retards = action["retards"]
    return [
        str(action["numero"]),
        _abreger(action["titre"], longueur_titre),
        action["etat_libelle"] + (f", {retards} retard{pluriel(retards)}" if retards else ""),
        f"{action['realisees']}/{action['etapes']}" if action["etapes"] else TIRET,
        _abreger(action["prochaine_etape"], longueur_etape) or TIRET,
        date_courte(action["prochaine_date"]),
    ]


def _abreger(texte: str, longueur: int) -> str:
    return texte if len(texte) <= longueur else texte[: longueur - 1].rstrip() + "…"


def _opinion(opinions: list[dict[str, Any]]) -> list[str]:
    """The last opinion on the whole démarche, shortened: author and words."""
    if not opinions:
        return []
    derniere = opinions[0]
    return [f"{derniere['qui']}, {date_moyenne(derniere['le'])}", _abreger(derniere["texte"], 420)]


def _source(contenu: dict[str, Any]) -> str:
    if contenu["scenario"] is None:
        return f"Situation arrêtée le {date_moyenne(contenu['arretee_le'])}."
    scenario = contenu["scenario"]
    return (
        f"Situation arrêtée le {date_moyenne(contenu['arretee_le'])}. Prévisions : scénario retenu, "
        f"version {scenario['version']}, empreinte {scenario['empreinte'][:12]}."
    )
