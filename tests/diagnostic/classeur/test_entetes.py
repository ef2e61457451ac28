"""Headers moved, renamed, on two rows, under a title, with typos."""

import pytest

from accord.diagnostic.classeur.entetes import trouver_entete
from accord.diagnostic.classeur.feuilles import AGENTS, CONTRATS, FEUILLES, SERVICES
from tests.diagnostic.classeur.fabrique import CAEN, avec_entetes, entetes, service, verifier


@pytest.mark.parametrize("schema", FEUILLES, ids=lambda s: s.nom)
def test_les_titres_canoniques_sont_tous_reconnus(schema):
    entete = trouver_entete([entetes(schema.nom)], schema)

    assert list(entete.positions) == [c.code for c in schema.colonnes] or set(entete.positions) == {
        c.code for c in schema.colonnes
    }


@pytest.mark.parametrize("schema", FEUILLES, ids=lambda s: s.nom)
@pytest.mark.parametrize(
    "transformer", [str.upper, str.lower, lambda t: f"  {t} :", lambda t: t.split("(")[0]]
)
def test_la_casse_les_unites_et_la_ponctuation_ne_comptent_pas(schema, transformer):
    entete = trouver_entete([[transformer(t) for t in entetes(schema.nom)]], schema)

    assert [entete.positions[c.code] for c in schema.colonnes] == list(range(len(schema.colonnes)))


@pytest.mark.parametrize("schema", FEUILLES, ids=lambda s: s.nom)
def test_chaque_synonyme_designe_sa_colonne_quand_les_autres_sont_canoniques(schema):
    for rang, colonne in enumerate(schema.colonnes):
        for synonyme in colonne.synonymes:
            titres = entetes(schema.nom)
            titres[rang] = synonyme

            entete = trouver_entete([titres], schema)

            assert entete.positions.get(colonne.code) == rang, synonyme


def test_l_entete_se_trouve_sous_des_lignes_de_titre():
    lignes = [["Diagnostic partagé"], [], ["Commune de Caen", "", 2026], *[[]] * 9, entetes("Services")]

    assert trouver_entete(lignes, SERVICES).premiere_donnee == 13


def test_un_entete_sur_deux_lignes_fusionnees_est_compris():
    lignes = [["Identification", "", "Coût", ""], ["N° SIREN", "Code service", "direct (€)", "indirect (€)"]]

    assert trouver_entete(lignes, SERVICES).positions == {
        "siren": 0, "code_service": 1, "cout_direct": 2, "cout_indirect": 3,
    }  # fmt: skip


def test_une_faute_de_frappe_dans_un_titre_est_comprise():
    entete = trouver_entete([["SIREN", "Code servce", "Cout indirecte", "Coût directt"]], SERVICES)

    assert entete.positions["cout_indirect"] == 2
    assert entete.positions["cout_direct"] == 3


def test_l_etp_d_une_feuille_d_agents_n_est_pas_pris_pour_la_quotite_quand_elle_y_est():
    entete = trouver_entete([["Matricule", "SIREN", "Service", "ETP", "Quotité"]], AGENTS)

    assert entete.positions["quotite"] == 4


def test_montant_par_an_est_le_montant_annuel():
    entete = trouver_entete([["Identifiant", "SIREN", "Montant / an"]], CONTRATS)

    assert entete.positions["montant_annuel"] == 2


def test_des_milliers_d_euros_annonces_dans_le_titre_sont_multiplies():
    rapport = verifier({"Services": [["SIREN", "Code service", "Coût direct (k€)"], [CAEN, "RH", 12.5]]})

    assert rapport.totaux.en_json()["cout_direct"] == 12500


def test_une_colonne_en_trop_est_ignoree_et_dite():
    lignes = [[*ligne, "à revoir"] for ligne in avec_entetes("Services", service())]
    lignes[0][-1] = "Commentaire libre"

    rapport = verifier({"Services": lignes})

    assert rapport.refusees == 0
    assert any("Commentaire libre" in o for o in rapport.observations)


def test_une_feuille_sans_titres_n_est_pas_devinee():
    assert trouver_entete([[CAEN, "RH", 12]], SERVICES) is None
