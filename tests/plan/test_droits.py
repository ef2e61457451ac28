"""Who reaches what of the plan."""

from datetime import date

import pytest
from django.urls import reverse

from accord.plan.permissions import fait_avancer, modifie_la_fiche, pilote_le_plan
from tests.plan.fabrique import creer_etape, creer_fiche

pytestmark = pytest.mark.django_db

SLUG = "val-d-accord"
LECTURES = ["plan-voir", "frise-voir", "plan-exporter", "plan-creer", "orientation-lister", "fiche-creer"]
SUR_LA_FICHE = ["fiche-voir", "fiche-modifier", "fiche-telecharger"]
ECRITURES = ["fiche-changer-etat", "etape-ajouter"]
SUR_L_ETAPE = ["etape-realiser", "etape-reporter", "etape-rouvrir", "etape-retirer"]


@pytest.fixture
def fiche(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche)
    return fiche


@pytest.mark.parametrize("nom", LECTURES)
def test_l_intrus_n_entre_pas_dans_le_plan(client_de, demarche, nom):
    assert client_de("intrus").get(reverse(f"plan:{nom}", args=[SLUG])).status_code == 404


@pytest.mark.parametrize("nom", SUR_LA_FICHE)
def test_l_intrus_n_entre_pas_dans_une_fiche(client_de, fiche, nom):
    assert client_de("intrus").get(reverse(f"plan:{nom}", args=[SLUG, 1])).status_code == 404


@pytest.mark.parametrize("nom", ECRITURES)
def test_l_intrus_n_ecrit_pas_sur_une_fiche(client_de, fiche, nom):
    assert client_de("intrus").post(reverse(f"plan:{nom}", args=[SLUG, 1])).status_code == 404


@pytest.mark.parametrize("nom", SUR_L_ETAPE)
def test_l_intrus_ne_touche_pas_aux_etapes(client_de, fiche, nom):
    assert client_de("intrus").post(reverse(f"plan:{nom}", args=[SLUG, 1, 1])).status_code == 404


@pytest.mark.parametrize("nom", ["plan-creer", "orientation-lister", "fiche-creer"])
@pytest.mark.parametrize("qui", ["maire", "agent", "evaluatrice", "syndicat", "drh"])
def test_seul_le_pilotage_construit_le_plan(client_de, demarche, qui, nom):
    reponse = client_de(qui).get(reverse(f"plan:{nom}", args=[SLUG]))

    assert reponse.status_code == 403
    assert "Réservé au pilotage" in reponse.content.decode()


@pytest.mark.parametrize(
    "qui", ["maire", "secretaire", "agent", "syndicat", "evaluatrice", "drh", "elu_jeunesse"]
)
def test_chacun_lit_le_plan_de_son_territoire(client_de, fiche, qui):
    client = client_de(qui)

    assert client.get(reverse("plan:plan-voir", args=[SLUG])).status_code == 200
    assert client.get(reverse("plan:fiche-voir", args=[SLUG, 1])).status_code == 200


def test_une_personne_deconnectee_est_invitee_a_se_connecter(client, fiche):
    assert client.get(reverse("plan:plan-voir", args=[SLUG])).status_code == 302


@pytest.mark.parametrize("numero", [0, 2, 10**12])
def test_une_fiche_qui_n_existe_pas_est_introuvable(client_de, fiche, numero):
    assert client_de("dgs").get(reverse("plan:fiche-voir", args=[SLUG, numero])).status_code == 404


def test_la_commune_gestionnaire_fait_avancer_sa_fiche(distribution, demarche):
    fiche = creer_fiche(demarche, gestionnaire=distribution.commune("Bourg-le-Pont"))

    assert fait_avancer(distribution.acteur("maire"), fiche)
    assert not fait_avancer(distribution.acteur("secretaire"), fiche)


def test_la_direction_des_ressources_humaines_avance_dans_son_champ_seulement(distribution, demarche):
    dedans = creer_fiche(demarche, 1, champ="ressources_humaines")
    dehors = creer_fiche(demarche, 2, champ="urbanisme")

    assert fait_avancer(distribution.acteur("drh"), dedans)
    assert "champ de compétence" in fait_avancer(distribution.acteur("drh"), dehors).raison


def test_une_fiche_close_ne_se_modifie_plus_meme_par_le_pilotage(distribution, demarche):
    fiche = creer_fiche(demarche, etat="termine")

    decision = modifie_la_fiche(distribution.acteur("dgs"), fiche)

    assert not decision
    assert "terminée" in decision.raison


def test_un_pilote_d_un_autre_epci_n_est_pas_pilote_ici(distribution, demarche):
    assert not pilote_le_plan(distribution.acteur("intrus", date(2026, 11, 23)), demarche)
