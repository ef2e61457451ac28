"""Second test of rights: the whole matrix, from which docs/droits.md is written and checked."""

import os

import pytest

from tests.distribution import Distribution
from tests.droits.matrice import (
    DOCUMENT,
    ETAPES,
    INVISIBLE,
    NON,
    OUI,
    SANS_OBJET,
    Matrice,
    en_markdown,
    mesurer,
)

LECTURES_PUBLIQUES = {"territoire", "comptes", "accueil", "notifications"}
ACTES_DU_PILOTAGE = (
    "demarche.avancer_repere",
    "demarche.inviter",
    "diagnostic.arreter_etat",
    "diagnostic.valider",
    "scenarios.creer",
    "scenarios.retenir",
    "schema.figer_rapport",
    "schema.transmettre",
    "plan.creer_plan",
)
PILOTES = {"chef_projet", "presidente", "dgs"}


_mesuree: Matrice = {}


@pytest.fixture
def matrice(distribution: Distribution, aujourd_hui: object) -> Matrice:
    """Measured once for the three tests: the answers are plain words, nothing of the database stays."""
    return _mesuree or _mesuree.update(mesurer(distribution)) or _mesuree


def test_la_matrice_tient_ses_promesses(matrice: Matrice) -> None:
    derniere = matrice[ETAPES[-1]]

    for code, reponses in derniere.items():
        if code.partition(".")[0] not in LECTURES_PUBLIQUES and code not in SANS_DEMARCHE:
            assert reponses["intrus"] in (INVISIBLE, SANS_OBJET), f"l’intrus voit {code}"
    for etape in ETAPES:
        for code in ACTES_DU_PILOTAGE:
            permis = {nom for nom, reponse in matrice[etape][code].items() if reponse == OUI}
            assert permis <= PILOTES, f"{code} est ouvert à {permis - PILOTES} ({etape})"
    assert all(
        reponse in (NON, INVISIBLE)
        for reponse in derniere["diagnostic.voir_agents"].values()
        if reponse != OUI
    )
    assert derniere["diagnostic.voir_agents"]["chef_projet"] != OUI
    assert derniere["evaluation.opiner"]["evaluatrice"] == OUI
    assert derniere["schema.deposer_avis"]["maire"] == OUI
    assert derniere["schema.deposer_avis"]["secretaire"] != OUI
    assert derniere["demarche.avancer_repere"]["evaluatrice"] == NON


def test_chaque_droit_est_ouvert_a_quelqu_un_a_une_etape(matrice: Matrice) -> None:
    fermes = [
        code
        for code in matrice[ETAPES[-1]]
        if not any(OUI in matrice[etape][code].values() for etape in ETAPES) and code not in APRES_LE_RECIT
    ]

    assert fermes == [], fermes


def test_le_document_des_droits_est_a_jour(matrice: Matrice) -> None:
    attendu = en_markdown(matrice)
    if os.environ.get("ACCORD_ECRIRE_DROITS"):
        DOCUMENT.write_text(attendu)

    assert DOCUMENT.read_text() == attendu, "docs/droits.md a vieilli : lancez « make docs »"


SANS_DEMARCHE = {"demarche.creer", "demarche.lister", "demarche.lire_regles"}
"""Acts that bear on no démarche: the intrus does them for his own territory."""

APRES_LE_RECIT = {"schema.approuver", "schema.diffuser"}
"""Acts that come after the story's end; their own tests open them."""
