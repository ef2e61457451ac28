"""Error pages say what happened, why and who can; nothing typed is lost without a word."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse

from accord.accueil.views import erreurs


def test_une_page_introuvable_le_dit_en_francais(client_de):
    reponse = client_de("maire").get("/nulle-part/")
    assert reponse.status_code == 404
    assert "Page introuvable" in reponse.content.decode()


def test_un_refus_dit_pourquoi_et_au_nom_de_qui_l_on_agit(client_de):
    client = client_de("maire")
    requete = client.get("/").wsgi_request
    reponse = erreurs.refus(requete, PermissionDenied("L’étape est close depuis le 12 mars."))
    page = reponse.content.decode()
    assert reponse.status_code == 403
    assert "L’étape est close depuis le 12 mars." in page
    assert "Bourg-le-Pont" in page


def test_un_refus_nomme_qui_conduit_la_demarche(client_de):
    requete = client_de("agent").get("/").wsgi_request
    page = erreurs.refus(requete, PermissionDenied("Non.")).content.decode()
    assert "Claude Morel" in page
    assert "Philippe Garnier" not in page


def test_le_refus_oppose_a_l_intrus_ne_nomme_personne_d_ici(client_de):
    requete = client_de("intrus").get("/").wsgi_request
    page = erreurs.refus(requete, PermissionDenied("Non.")).content.decode()
    assert "Claude Morel" not in page
    assert "la personne qui conduit la démarche" in page


def test_la_raison_d_un_refus_est_echappee(client_de):
    requete = client_de("maire").get("/").wsgi_request
    assert "<b>" not in erreurs.refus(requete, PermissionDenied("<b>non</b>")).content.decode()


def test_la_page_de_panne_ne_demande_ni_base_ni_session():
    reponse = erreurs.panne(RequestFactory().get("/"))
    assert reponse.status_code == 500
    assert "Une panne de notre côté" in reponse.content.decode()


@pytest.mark.django_db
def test_une_session_perdue_rend_ce_qui_avait_ete_saisi():
    client = Client(enforce_csrf_checks=True)
    saisie = {"texte": "Trois heures de travail", "password": "secret"}
    reponse = client.post(reverse("interface:theme-changer"), saisie)
    page = reponse.content.decode()
    assert reponse.status_code == 403
    assert "Trois heures de travail" in page
    assert "secret" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("nom", ["accueil:guide", "accueil:accessibilite", "accueil:mentions"])
def test_les_pages_d_information_s_ouvrent_sans_compte(client, nom):
    assert client.get(reverse(nom)).status_code == 200
