"""Global search: everything one may see, and nothing else; odd requests never break."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from accord.accueil.selectors.recherche import rechercher
from accord.demarche.services.demarches import ouvrir_demarche

LE = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture
def demarche(distribution):
    return ouvrir_demarche(
        epci=distribution.epci, date_renouvellement=date(2026, 3, 22), acteur=None, le=LE, nom="Grand schéma"
    )


def libelles(acteur, texte):
    return [resultat.libelle for resultat in rechercher(acteur, texte)]


def test_une_demarche_visible_est_trouvee(distribution, demarche):
    assert "Grand schéma" in libelles(distribution.acteur("secretaire"), "schéma")


def test_l_intrus_ne_la_trouve_pas(distribution, demarche):
    assert "Grand schéma" not in libelles(distribution.acteur("intrus"), "schéma")


def test_les_accents_et_la_casse_ne_comptent_pas(distribution):
    assert "Saint-Aubin-des-Prés" in libelles(distribution.acteur("intrus"), "SAINT AUBIN DES PRES")


def test_une_seule_lettre_ne_cherche_rien(distribution):
    assert libelles(distribution.acteur("maire"), "a") == []


@pytest.mark.parametrize("texte", ["%", "'; drop table", "é" * 5000, "<script>alert(1)</script>", "((("])
def test_une_recherche_etrange_repond_sans_panne(client_de, texte):
    reponse = client_de("maire").get(reverse("accueil:recherche"), {"q": texte})
    assert reponse.status_code == 200
    assert "<script>alert" not in reponse.content.decode()


@pytest.mark.django_db
def test_la_recherche_demande_d_etre_connecte(client):
    assert client.get(reverse("accueil:recherche")).status_code == 302


def test_un_caractere_nul_dans_l_adresse_est_introuvable(client_de):
    reponse = client_de("maire").get(reverse("accueil:recherche"), {"q": "\x00"})

    assert reponse.status_code == 404
    assert "Introuvable" in reponse.content.decode() or "introuvable" in reponse.content.decode()
