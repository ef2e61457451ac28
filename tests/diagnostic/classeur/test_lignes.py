"""Which rows are refused, and why."""

import pytest

from tests.diagnostic.classeur.fabrique import (
    CAEN,
    HEROUVILLE,
    agent,
    avec_entetes,
    contrat,
    entetes,
    equipement,
    refus,
    service,
    verifier,
    verifier_lignes,
)


@pytest.mark.parametrize(
    ("valeurs", "colonne", "raison"),
    [
        ({"siren": None}, "siren", "obligatoire_manquant"),
        ({"code": None}, "code_service", "obligatoire_manquant"),
        ({"siren": "999999998"}, "siren", "siren_inconnu"),
        ({"siren": "Caen"}, "siren", "siren_inconnu"),
        ({"etp": "beaucoup"}, "etp", "nombre_invalide"),
        ({"etp": -1}, "etp", "hors_bornes"),
        ({"cout_direct": -5}, "cout_direct", "hors_bornes"),
        ({"priorite": 6}, "priorite", "hors_bornes"),
        ({"priorite": 2.5}, "priorite", "nombre_invalide"),
        ({"souhait": "Peut-être"}, "souhait", "valeur_inconnue"),
        ({"nature": "mixte"}, "nature", "valeur_inconnue"),
        ({"mode_gestion": "par magie"}, "mode_gestion", "valeur_inconnue"),
    ],
)
def test_un_service_est_refuse_avec_sa_raison(valeurs: dict, colonne: str, raison: str):
    rapport = verifier_lignes("Services", service(**valeurs))

    assert refus(rapport) == [("Services", 2, colonne, raison)]


@pytest.mark.parametrize(
    ("valeurs", "colonne", "raison"),
    [
        ({"quotite": 1.4}, "quotite", "hors_bornes"),
        ({"quotite": "140 %"}, "quotite", "hors_bornes"),
        ({"quotite": None}, "quotite", "obligatoire_manquant"),
        ({"part": -0.1}, "part", "hors_bornes"),
        ({"categorie": "D"}, "categorie", "valeur_inconnue"),
        ({"retraite": 2328}, "retraite", "hors_bornes"),
        ({"cout_charge": "environ 40 k€"}, "cout_charge", "nombre_invalide"),
        ({"code": "XXX"}, "code_service", "reference_inconnue"),
        ({"siren": HEROUVILLE}, "code_service", "reference_inconnue"),
    ],
)
def test_un_agent_est_refuse_avec_sa_raison(valeurs: dict, colonne: str, raison: str):
    rapport = verifier_lignes("Agents", agent("A1", **valeurs))

    assert refus(rapport) == [("Agents", 2, colonne, raison)]


@pytest.mark.parametrize(
    ("valeurs", "colonne"),
    [
        ({"latitude": 490.2}, "latitude"),
        ({"longitude": -181}, "longitude"),
        ({"taux_usage": 140}, "taux_usage"),
        ({"etat": 0}, "etat"),
        ({"surface": -1}, "surface"),
    ],
)
def test_un_equipement_hors_bornes_est_refuse(valeurs: dict, colonne: str):
    rapport = verifier_lignes("Équipements", equipement(**valeurs))

    assert refus(rapport) == [("Équipements", 2, colonne, "hors_bornes")]


def test_un_contrat_qui_finit_avant_de_commencer_est_refuse():
    rapport = verifier_lignes("Contrats", contrat(date_debut="01/01/2027", date_fin="31/12/2026"))

    assert refus(rapport) == [("Contrats", 2, "date_fin", "date_invalide")]


def test_une_convention_veut_deux_siren_du_territoire():
    ligne = ["V-1", "200065597", "123456789", "ADS", "L5211-4-2", None, None, 10, "population"]

    rapport = verifier_lignes("Conventions", ligne)

    assert refus(rapport) == [("Conventions", 2, "siren_beneficiaire", "siren_inconnu")]


def test_la_seconde_ligne_d_une_meme_cle_est_un_doublon():
    rapport = verifier_lignes("Services", service(etp=1), service(etp=2), service("rh "))

    assert refus(rapport) == [
        ("Services", 3, "code_service", "doublon"),
        ("Services", 4, "code_service", "doublon"),
    ]
    assert rapport.totaux.en_json()["etp_services"] == 1


def test_une_ligne_juste_n_est_pas_doublon_d_une_ligne_refusee():
    rapport = verifier_lignes("Services", service(etp=-1), service(etp=2))

    assert refus(rapport) == [("Services", 2, "etp", "hors_bornes")]


def test_un_agent_suit_le_refus_de_son_service():
    rapport = verifier(
        {
            "Agents": avec_entetes("Agents", agent("A1"), agent("A2", categorie="D")),
            "Services": avec_entetes("Services", service(souhait="non")),
        }
    )

    assert refus(rapport) == [
        ("Agents", 2, "code_service", "reference_inconnue"),
        ("Agents", 3, "categorie", "valeur_inconnue"),
        ("Services", 2, "souhait", "valeur_inconnue"),
    ]


def test_toutes_les_cellules_fautives_d_une_ligne_sont_dites_ensemble():
    rapport = verifier_lignes("Services", service(etp="x", priorite=9))

    assert [c for _f, _l, c, _r in refus(rapport)] == ["etp", "priorite"]
    assert rapport.refusees == 1


def test_les_parts_d_un_agent_ne_depassent_pas_un():
    rapport = verifier_lignes(
        "Agents",
        agent("A1", part=0.6),
        agent("A1", "FIN", part=0.6),
        agent("A2", part=0.5),
        agent("A2", "FIN", part="50 %"),
    )

    assert refus(rapport) == [("Agents", 3, "part", "hors_bornes")]


def test_une_part_refusee_ne_compte_pas_dans_la_somme():
    rapport = verifier_lignes("Agents", agent("A1", part=0.8, quotite=3), agent("A1", "FIN", part=0.8))

    assert refus(rapport) == [("Agents", 2, "quotite", "hors_bornes")]


def test_le_meme_matricule_dans_deux_communes_designe_deux_agents():
    rapport = verifier(
        {
            "Services": avec_entetes("Services", service(), service(siren=HEROUVILLE)),
            "Agents": avec_entetes("Agents", agent("A1"), agent("A1", siren=HEROUVILLE)),
        }
    )

    assert rapport.refusees == 0


def test_une_part_vide_vaut_tout_le_temps_de_l_agent():
    rapport = verifier_lignes("Agents", agent("A1", quotite=0.8))

    assert rapport.totaux.en_json()["etp_agents"] == 0.8


@pytest.mark.parametrize(
    "siren", [211401187, 211401187.0, "211 401 187", "211401187 ", "21140118700014", "211401187.0"]
)
def test_un_siren_s_ecrit_de_plusieurs_facons(siren: object):
    assert verifier_lignes("Services", service(siren=siren)).refus == ()


@pytest.mark.parametrize(
    "ligne",
    [
        ["TOTAL"], [None, None, "Total général", None, None, 250.27], ["Sous-total", None, None, None, None, 3],
        ["TOTAUX", "TOTAL"], [None, " "], ["Rempli par Mme Dupont le 12 mars"], ["-", "-", "-"],
    ],
)  # fmt: skip
def test_une_ligne_qui_n_est_pas_une_donnee_n_est_pas_un_refus(ligne: list):
    rapport = verifier_lignes("Services", service(), ligne, entetes("Services"), service("FIN"))

    assert (rapport.acceptees, rapport.refusees) == (2, 0)


def test_un_contrat_avec_total_energies_est_un_contrat():
    rapport = verifier_lignes("Contrats", contrat(titulaire="Total Énergies", montant_annuel=12))

    assert rapport.totaux.en_json()["contrats_montant"] == 12


def test_le_refus_dit_ou_pourquoi_et_que_faire():
    rapport = verifier_lignes("Services", service(siren="211401188"))

    assert rapport.refus[0].message == (
        "Ligne 2, colonne SIREN\u202f: «\u202f211401188\u202f», ce SIREN n’est ni celui de l’EPCI ni celui d’une "
        f"de ses communes. Vouliez-vous dire {CAEN} (Caen)\u202f?"
    )


def test_les_valeurs_des_listes_se_lisent_au_pluriel_et_sans_accent():
    rapport = verifier_lignes(
        "Services",
        service("A", nature="OPERATIONNELLES", souhait="Transfert", mode_gestion="D.S.P."),
        service("B", nature="fonctionnels", souhait="a discuter", mode_gestion="Regie"),
    )

    services = rapport.feuilles["Services"]
    assert services.colonne("nature") == ["opérationnel", "fonctionnel"]
    assert services.colonne("souhait") == ["transférer", "à discuter"]
    assert services.colonne("mode_gestion") == ["DSP", "régie"]
