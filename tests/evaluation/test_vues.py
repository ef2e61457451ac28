"""The pages of the evaluation and who reaches them."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accord.evaluation.conditions import conditions_de_l_evaluation
from accord.evaluation.models import CommunicationAnnuelle, Indicateur, Mesure, Opinion
from tests.evaluation.fabrique import constater, creer_indicateur, peupler, viser
from tests.plan.fabrique import retenir, scenario

pytestmark = pytest.mark.django_db

SLUG = "val-d-accord"
COMMUNICATION = {"date_presentation": "2026-12-15", "introduction": "Le schéma avance."}


@pytest.fixture
def retenu(demarche, distribution):
    return retenir(demarche, scenario(distribution))


@pytest.fixture
def indicateur(demarche):
    indicateur = creer_indicateur(demarche)
    viser(indicateur, 2026, 100_000)
    return indicateur


def adresse(nom, *args):
    return reverse(f"evaluation:{nom}", args=[SLUG, *args])


def page(client, nom, *args, **parametres):
    reponse = client.get(adresse(nom, *args), parametres)
    assert reponse.status_code == 200, reponse
    return reponse.content.decode().replace("\u202f", " ")


def test_une_evaluation_vide_explique_ce_qu_elle_contiendra(client_de, demarche):
    assert "Le scénario retenu fournit les premiers indicateurs" in page(client_de("maire"), "tableau-voir")


def test_les_indicateurs_naissent_du_scenario_retenu(client_de, demarche, retenu):
    client = client_de("chef_projet")
    for _ in range(2):
        client.post(adresse("indicateurs-creer"))

    assert Indicateur.objects.count() == 6


def test_le_tableau_montre_prevu_mesure_et_ecart(client_de, indicateur):
    constater(indicateur, 2026, 105_000)

    html = page(client_de("maire"), "tableau-voir")

    assert "▲ +50 € (+5,0 %), moins bien que l’objectif" in html


def test_une_valeur_inconnue_est_un_tiret_jamais_zero(client_de, demarche):
    creer_indicateur(demarche)

    html = page(client_de("maire"), "tableau-voir")

    assert '<td class="nombre">—</td>' in html
    assert "0 €" not in html


@pytest.mark.parametrize("annee", ["abc", "1", "99999", "-5"])
def test_une_annee_farfelue_est_introuvable(client_de, indicateur, annee):
    assert client_de("maire").get(adresse("tableau-voir"), {"annee": annee}).status_code == 404


def test_un_service_inconnu_ne_fait_pas_de_panne(client_de, indicateur):
    assert "Aucun indicateur pour ce service" in page(client_de("maire"), "tableau-voir", service="inconnu")


def test_une_mesure_se_saisit_avec_une_virgule(client_de, indicateur):
    client_de("drh").post(
        adresse("indicateur-mesurer", indicateur.pk),
        {"annee": "2026", "date_mesure": "2026-11-20", "valeur": "1 050,40", "source": "Comptes"},
    )

    assert Mesure.objects.get().valeur_centiemes == 105_040


def test_une_mesure_refusee_garde_ce_qui_a_ete_saisi(client_de, indicateur):
    reponse = client_de("drh").post(
        adresse("indicateur-mesurer", indicateur.pk),
        {"annee": "2026", "date_mesure": "2027-11-20", "valeur": "1050", "source": "Grand livre"},
    )

    assert reponse.status_code == 422
    assert "Grand livre" in reponse.content.decode()
    assert "dans l’avenir" in reponse.content.decode()


def test_un_objectif_se_reajuste_avec_son_motif(client_de, indicateur):
    client = client_de("dgs")
    client.post(
        adresse("indicateur-reajuster", indicateur.pk),
        {"annee": "2026", "valeur": "1200", "motif": "Un an de plus"},
    )

    html = page(client, "indicateur-voir", indicateur.pk)
    assert "réajusté" in html
    assert "Un an de plus" in html


def test_l_evaluatrice_donne_son_avis_sur_un_indicateur_et_sur_le_tout(client_de, indicateur):
    client = client_de("evaluatrice")
    client.post(adresse("indicateur-opiner", indicateur.pk), {"texte": "La source est fragile."})
    client.post(adresse("opinion-donner"), {"texte": "La démarche est tenue."})

    assert "La source est fragile." in page(client_de("maire"), "indicateur-voir", indicateur.pk)
    assert "La démarche est tenue." in page(client_de("maire"), "tableau-voir")


@pytest.mark.parametrize("nom", ["indicateur-mesurer", "indicateur-reajuster", "indicateur-modifier"])
def test_l_evaluatrice_n_ecrit_rien_d_autre(client_de, indicateur, nom):
    assert client_de("evaluatrice").post(adresse(nom, indicateur.pk)).status_code == 403


@pytest.mark.parametrize("qui", ["dgs", "maire", "agent"])
def test_personne_d_autre_ne_parle_pour_l_evaluation(client_de, indicateur, qui):
    reponse = client_de(qui).post(adresse("opinion-donner"), {"texte": "Tout va bien."})

    assert reponse.status_code == 403
    assert not Opinion.objects.exists()


def test_l_unite_d_un_indicateur_deja_mesure_ne_change_plus(client_de, indicateur):
    client_de("dgs").post(
        adresse("indicateur-modifier", indicateur.pk),
        {"libelle": "Nouveau nom", "unite": "jours", "sens": "baisse", "est_suivi": "on"},
    )

    indicateur.refresh_from_db()
    assert (indicateur.libelle, indicateur.unite) == ("Nouveau nom", "euros")


def test_la_communication_se_prepare_puis_se_fige(client_de, demarche, retenu):
    client = client_de("dgs")
    client.post(adresse("communication-preparer", 2026), COMMUNICATION)
    assert not CommunicationAnnuelle.objects.exists()
    assert "Le schéma avance." in page(client, "communication-preparer", 2026)

    client.post(adresse("communication-preparer", 2026), COMMUNICATION | {"figer": "oui"})

    assert "PDF, deux pages" in page(client_de("maire"), "communication-lister")


def test_un_double_envoi_ne_fige_qu_une_version(client_de, demarche, retenu):
    client = client_de("dgs")
    for _ in range(2):
        client.post(adresse("communication-preparer", 2026), COMMUNICATION | {"figer": "oui"})

    assert CommunicationAnnuelle.objects.count() == 1


def test_un_texte_trop_long_est_refuse_et_conserve(client_de, demarche, retenu):
    reponse = client_de("dgs").post(
        adresse("communication-preparer", 2026), COMMUNICATION | {"introduction": "Mot " * 300}
    )

    assert "Mot Mot Mot" in reponse.content.decode()
    assert "900 caractères" in reponse.content.decode()


def test_le_pdf_se_telecharge(client_de, demarche, retenu):
    client_de("dgs").post(adresse("communication-preparer", 2026), COMMUNICATION | {"figer": "oui"})

    reponse = client_de("secretaire").get(adresse("communication-telecharger", 2026, 1))

    assert reponse["Content-Type"] == "application/pdf"
    assert reponse.content.startswith(b"%PDF")


def test_l_export_donne_des_nombres_et_des_cases_vides(client_de, indicateur):
    reponse = client_de("maire").get(adresse("tableau-exporter"))

    ligne = load_workbook(io.BytesIO(reponse.content)).active[2]
    assert (ligne[3].value, ligne[6].value) == (1000, None)


@pytest.mark.parametrize(
    ("nom", "args"),
    [
        ("tableau-voir", ()),
        ("tableau-exporter", ()),
        ("indicateur-creer", ()),
        ("communication-lister", ()),
        ("communication-preparer", (2026,)),
        ("communication-telecharger", (2026, 1)),
    ],
)
def test_l_intrus_n_entre_pas_dans_l_evaluation(client_de, demarche, retenu, nom, args):
    client_de("dgs").post(adresse("communication-preparer", 2026), COMMUNICATION | {"figer": "oui"})

    assert client_de("intrus").get(adresse(nom, *args)).status_code == 404


@pytest.mark.parametrize("nom", ["indicateur-voir", "indicateur-modifier"])
def test_l_intrus_n_entre_pas_dans_un_indicateur(client_de, indicateur, nom):
    assert client_de("intrus").get(adresse(nom, indicateur.pk)).status_code == 404


@pytest.mark.parametrize("nom", ["indicateur-mesurer", "indicateur-reajuster", "indicateur-opiner"])
def test_l_intrus_n_ecrit_pas_sur_un_indicateur(client_de, indicateur, nom):
    assert client_de("intrus").post(adresse(nom, indicateur.pk)).status_code == 404


@pytest.mark.parametrize("nom", ["opinion-donner", "indicateurs-creer"])
def test_l_intrus_n_ecrit_pas_dans_l_evaluation(client_de, demarche, nom):
    assert client_de("intrus").post(adresse(nom)).status_code == 404


@pytest.mark.parametrize("nom", ["tableau-voir", "tableau-exporter"])
def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_d_indicateurs(
    client_de, demarche, nom, nombre_de_requetes
):
    client = client_de("maire")
    peupler(demarche, 2)
    peu = nombre_de_requetes(client, adresse(nom))
    peupler(demarche, 198, depuis=2)

    assert nombre_de_requetes(client, adresse(nom)) == peu
    assert peu <= 15


def test_le_repere_huit_demande_indicateurs_mesures_et_communication(client_de, demarche, retenu):
    def remplies():
        return [condition.remplie for condition in conditions_de_l_evaluation(demarche)]

    assert remplies() == [False, False, False]
    indicateur = creer_indicateur(demarche)
    assert remplies() == [True, False, False]
    constater(indicateur, 2026, 1)
    assert remplies() == [True, True, False]
    client_de("dgs").post(adresse("communication-preparer", 2026), COMMUNICATION | {"figer": "oui"})
    assert remplies() == [True, True, True]
