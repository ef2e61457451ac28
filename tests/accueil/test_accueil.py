"""The front door: each person finds what is expected, and nothing of the others."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.demarche.services.demarches import ouvrir_demarche
from accord.socle import attentes
from accord.socle.attentes import Attente

LE = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def demarche(distribution):
    """The démarche of the Val d’Accord, just opened."""
    return ouvrir_demarche(
        epci=distribution.epci,
        date_renouvellement=date(2026, 3, 22),
        acteur=distribution.acteur("chef_projet"),
        le=LE,
        nom="Schéma du Val d’Accord",
    )


@pytest.fixture
def source_d_attentes(monkeypatch):
    """Replaces every declared source by the given ones."""
    monkeypatch.setattr(attentes, "_SOURCES", [])
    return attentes.declarer_attentes


def accueil(client):
    return BeautifulSoup(client.get("/").content, "html.parser")


@pytest.mark.django_db
def test_sans_compte_on_voit_a_quoi_sert_le_site(client):
    html = accueil(client)
    assert html.h1.get_text(strip=True) == "Décider ensemble des services que l’on met en commun"
    assert html.find("a", href=reverse("account_login"))


@pytest.mark.django_db
def test_une_demarche_en_cours_n_est_pas_publique_par_defaut(client, demarche):
    assert demarche.nom not in accueil(client).get_text()


@pytest.mark.django_db
def test_la_demonstration_est_publique_et_dite_fictive(client, demarche):
    demarche.est_demonstration = True
    demarche.save()
    texte = accueil(client).get_text()
    assert demarche.nom in texte
    assert "Données fictives" in texte


def test_chacun_voit_la_demarche_de_son_territoire(client_de, demarche):
    assert demarche.nom in accueil(client_de("secretaire")).get_text()


def test_l_intrus_n_en_voit_rien(client_de, demarche):
    assert demarche.nom not in accueil(client_de("intrus")).get_text()


def test_qui_pilote_voit_qui_n_a_pas_repondu(client_de, demarche):
    assert "5 communes" in accueil(client_de("chef_projet")).get_text()


def test_une_secretaire_ne_voit_pas_le_suivi_des_invitations(client_de, demarche):
    assert "Qui n’a pas répondu" not in accueil(client_de("secretaire")).get_text()


def test_une_page_vide_dit_qui_agit_et_offre_le_premier_geste_a_qui_le_peut(client_de, distribution):
    html = accueil(client_de("chef_projet"))
    assert "Aucune démarche sur votre territoire" in html.get_text()
    assert html.find("a", href=reverse("demarche:demarche-creer"))


def test_une_page_vide_n_offre_pas_un_geste_interdit(client_de, distribution):
    assert accueil(client_de("agent")).find("a", href=reverse("demarche:demarche-creer")) is None


def test_ce_qui_m_attend_est_compte_dans_l_en_tete(client_de, source_d_attentes):
    source_d_attentes(
        lambda acteur: [Attente(libelle="Noter l’avis", url="/x/", pourquoi="Vous êtes maire.")]
    )
    html = accueil(client_de("maire"))
    assert html.select_one(".pastille").get_text(strip=True).startswith("1")
    assert "Noter l’avis" in html.main.get_text()


def test_le_plus_urgent_vient_en_premier_et_le_sans_date_en_dernier(distribution, source_d_attentes):
    sans_date = Attente(libelle="Lire", url="/", pourquoi="…")
    proche = Attente(libelle="Voter", url="/", pourquoi="…", date_limite=date(2026, 12, 1))
    lointaine = Attente(libelle="Signer", url="/", pourquoi="…", date_limite=date(2027, 1, 1))
    source_d_attentes(lambda acteur: [sans_date, lointaine, proche])
    assert attentes.attentes_de(distribution.acteur("maire")) == [proche, lointaine, sans_date]


def test_la_page_des_attentes_enseigne_quand_elle_est_vide(client_de, source_d_attentes):
    page = client_de("maire").get(reverse("accueil:attentes")).content.decode()
    assert "Rien ne vous attend aujourd’hui" in page


def requetes(client):
    """How many queries the home page asks, sessions warmed up."""
    client.get("/")
    with CaptureQueriesContext(connection) as lues:
        client.get("/")
    return len(lues)


def test_l_accueil_fait_autant_de_requetes_quel_que_soit_le_nombre_d_attentes(
    client_de, demarche, source_d_attentes
):
    nombre = 2
    source_d_attentes(lambda acteur: [Attente(libelle=f"{n}", url="/", pourquoi="…") for n in range(nombre)])
    client = client_de("chef_projet")
    avec_deux = requetes(client)
    nombre = 60
    assert requetes(client) == avec_deux


def test_l_accueil_compose_sept_apps_en_moins_de_vingt_cinq_requetes(client_de, demarche):
    assert requetes(client_de("chef_projet")) < 25


def test_ce_qui_m_attend_n_est_demande_qu_une_fois_par_page(client_de, source_d_attentes):
    appels = []
    source_d_attentes(lambda acteur: appels.append(acteur) or [])
    client_de("maire").get("/")
    assert len(appels) == 1
