"""Every page of the démarche answers to its people, and does not exist for the intrus."""

import pytest
from django.urls import reverse

from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.demarche.services.instances import ajouter_membre

PAGES = [
    "demarche-voir",
    "calendrier-voir",
    "calendrier-xlsx",
    "calendrier-ics",
    "calendrier-regler",
    "instance-lister",
    "instance-creer",
    "invitation-lister",
    "invitation-proposer",
    "invitation-adresser",
    "invitation-envoyer",
    "decision-lister",
    "decision-creer",
    "journal-lire",
]
PILOTAGE = [
    "calendrier-regler",
    "instance-creer",
    "invitation-proposer",
    "invitation-adresser",
    "invitation-envoyer",
    "decision-creer",
]


@pytest.mark.parametrize("page", PAGES)
def test_le_chef_de_projet_ouvre_chaque_page(client_de, demarche, page):
    assert client_de("chef_projet").get(reverse(f"demarche:{page}", args=[demarche.slug])).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_l_intrus_ne_trouve_aucune_page(client_de, demarche, page):
    assert client_de("intrus").get(reverse(f"demarche:{page}", args=[demarche.slug])).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_sans_connexion_on_est_renvoye_a_la_connexion(client, demarche, page):
    reponse = client.get(reverse(f"demarche:{page}", args=[demarche.slug]))

    assert reponse.status_code == 302
    assert "connexion" in reponse["Location"]


@pytest.mark.parametrize("page", PILOTAGE)
def test_le_maire_lit_pourquoi_le_pilotage_ne_lui_revient_pas(client_de, demarche, page):
    reponse = client_de("maire").get(reverse(f"demarche:{page}", args=[demarche.slug]))

    assert reponse.status_code == 403
    assert "Réservé au pilotage de la démarche" in reponse.content.decode()


@pytest.mark.parametrize("page", ["demarche-voir", "calendrier-voir", "instance-lister", "decision-lister"])
def test_le_maire_lit_la_demarche_de_son_territoire(client_de, demarche, page):
    assert client_de("maire").get(reverse(f"demarche:{page}", args=[demarche.slug])).status_code == 200


def test_l_agent_ne_lit_pas_le_journal(client_de, demarche):
    assert client_de("agent").get(reverse("demarche:journal-lire", args=[demarche.slug])).status_code == 403


@pytest.mark.parametrize("numero", range(1, 9))
def test_chaque_repere_a_sa_page(client_de, demarche, numero):
    reponse = client_de("maire").get(reverse("demarche:repere-voir", args=[demarche.slug, numero]))

    assert reponse.status_code == 200
    assert "Réservé au pilotage" in reponse.content.decode()


@pytest.mark.parametrize("numero", [0, 9, 99999999999999999999])
def test_il_n_y_a_que_huit_reperes(client_de, demarche, numero):
    url = reverse("demarche:repere-voir", args=[demarche.slug, numero])

    assert client_de("chef_projet").get(url).status_code == 404


def test_une_demarche_inconnue_est_introuvable(client_de, demarche):
    assert client_de("chef_projet").get("/demarche/inconnue-2026/").status_code == 404


def test_la_liste_montre_les_demarches_de_son_territoire_seulement(client_de, demarche):
    url = reverse("demarche:demarche-lister")

    assert demarche.nom in client_de("maire").get(url).content.decode()
    assert demarche.nom not in client_de("intrus").get(url).content.decode()


def test_les_regles_de_droit_sont_lisibles_de_tous(client_de, demarche):
    reponse = client_de("intrus").get(reverse("demarche:regle-voir", args=["avis_commune_tacite"]))

    assert "lecture, non vérifiée" in reponse.content.decode()
    assert client_de("maire").get(reverse("demarche:regle-lister")).status_code == 200
    assert client_de("maire").get(reverse("demarche:regle-voir", args=["farfelue"])).status_code == 404


@pytest.fixture
def objets(demarche, pilote):
    instance = demarche.instances.first()
    membre = ajouter_membre(instance=instance, nom="Anne Lefèvre", acteur=pilote)
    contenu = ContenuDecision(intitule="Lancement", date_decision=pilote.le)
    decision = enregistrer_decision(demarche=demarche, instance=instance, contenu=contenu, acteur=pilote)
    return {"instance": instance, "membre": membre, "decision": decision}


def test_l_intrus_ne_trouve_ni_instance_ni_decision(client_de, demarche, objets):
    intrus = client_de("intrus")

    assert (
        intrus.get(reverse("demarche:instance-voir", args=[demarche.slug, objets["instance"].pk])).status_code
        == 404
    )
    assert (
        intrus.get(reverse("demarche:decision-voir", args=[demarche.slug, objets["decision"].pk])).status_code
        == 404
    )


def test_une_instance_et_une_decision_se_lisent(client_de, demarche, objets):
    maire = client_de("maire")

    instance = maire.get(reverse("demarche:instance-voir", args=[demarche.slug, objets["instance"].pk]))
    decision = maire.get(reverse("demarche:decision-voir", args=[demarche.slug, objets["decision"].pk]))

    assert "Anne Lefèvre" in instance.content.decode()
    assert "Lancement" in decision.content.decode()


@pytest.mark.parametrize(
    ("route", "numero"),
    [
        ("instance-voir", 987654),
        ("decision-voir", 987654),
        ("instance-voir", 2**80),
        ("decision-voir", 2**80),
    ],
)
def test_un_numero_inconnu_est_introuvable(client_de, demarche, route, numero):
    assert (
        client_de("chef_projet").get(reverse(f"demarche:{route}", args=[demarche.slug, numero])).status_code
        == 404
    )
