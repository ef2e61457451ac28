"""The frame of the pages: gallery, theme, titles, security policy."""

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse

pytestmark = pytest.mark.django_db
COMPOSANTS = [
    "bouton",
    "badge",
    "alerte",
    "vide",
    "carte",
    "tableau",
    "chaleur",
    "barres",
    "formulaire",
    "attentes",
]


def page(client, nom="interface:galerie"):
    return BeautifulSoup(client.get(reverse(nom)).content, "html.parser")


def test_la_galerie_montre_chaque_composant_sans_compte(client):
    reponse = client.get(reverse("interface:galerie"))
    html = reponse.content.decode()
    assert reponse.status_code == 200
    assert [nom for nom in COMPOSANTS if f"<code>c-{nom}</code>" not in html] == []


def test_aucun_composant_n_est_laisse_sans_etre_rendu(client):
    assert "<c-" not in client.get(reverse("interface:galerie")).content.decode()


def test_aucun_style_ni_script_n_est_ecrit_dans_la_page(client):
    html = page(client)
    assert html.find("style") is None
    assert html.find_all(style=True) == []
    assert [script for script in html.find_all("script") if not script.get("src")] == []


def test_la_politique_de_securite_refuse_les_scripts_en_ligne(client):
    entete = client.get(reverse("interface:galerie"))["Content-Security-Policy"]
    assert "script-src 'self'" in entete


def test_le_titre_de_l_onglet_reprend_le_titre_de_la_page(client):
    html = page(client)
    assert html.title.get_text(strip=True) == "Galerie des composants – Commun Accord"
    assert html.h1.get_text(strip=True) == "Galerie des composants"


def test_chaque_page_n_a_qu_un_titre_de_premier_niveau(client):
    assert len(page(client).find_all("h1")) == 1


def test_les_identifiants_de_la_galerie_sont_uniques(client):
    identifiants = [element["id"] for element in page(client).find_all(id=True)]
    assert len(identifiants) == len(set(identifiants))


def test_les_liens_d_evitement_menent_quelque_part(client):
    html = page(client)
    assert all(html.find(id=lien["href"][1:]) for lien in html.select(".evitement a"))


def test_un_bloc_vide_ne_laisse_pas_de_trace():
    source = '{% extends "interface/page.html" %}{% block titre %}Essai{% endblock %}{% block aside %} {% endblock %}'
    requete = RequestFactory().get("/essai/")
    html = engines["django"].from_string(source).render({}, requete)
    assert "page-aside" not in html
    assert "chapeau" not in html


def test_le_theme_choisi_est_retenu_sans_script(client):
    reponse = client.post(reverse("interface:theme-changer"), {"theme": "sombre", "suite": "/interface/"})
    assert reponse["Location"] == "/interface/"
    html = page(client)
    assert html.html["data-bs-theme"] == "dark"
    assert html.find("link", href=lambda lien: lien and "sombre.css" in lien)["media"] == "screen"


def test_le_theme_clair_ne_charge_pas_les_couleurs_sombres(client):
    client.post(reverse("interface:theme-changer"), {"theme": "clair"})
    assert page(client).find("link", href=lambda lien: lien and "sombre.css" in lien) is None


def test_un_theme_inconnu_laisse_le_choix_a_l_appareil(client):
    client.post(reverse("interface:theme-changer"), {"theme": "fluo"})
    assert "data-bs-theme" not in page(client).html.attrs


def test_le_changement_de_theme_ne_mene_pas_hors_du_site(client):
    reponse = client.post(
        reverse("interface:theme-changer"), {"theme": "clair", "suite": "https://ailleurs.example/"}
    )
    assert reponse["Location"] == "/"


def test_la_connexion_offre_un_code_ou_un_mot_de_passe(client):
    html = page(client, "account_login")
    actions = [formulaire["action"] for formulaire in html.select("main form")]
    assert actions == [reverse("account_request_login_code"), reverse("account_login")]
