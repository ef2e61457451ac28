"""Changing capacity in the header, and signing in."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail
from django.test import Client

from accord.comptes.enums import Role
from accord.comptes.services.habiliter import habiliter
from tests.distribution import MOT_DE_PASSE, Distribution

pytestmark = pytest.mark.usefixtures("aujourd_hui")


def test_on_change_de_capacite_et_l_on_revient_ou_l_on_etait(
    distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    seconde = habiliter(
        personne=distribution.maire,
        collectivite=distribution.epci,
        role=Role.ELU,
        du=date(2026, 4, 10),
        acteur=None,
    )
    client = client_de("maire")

    reponse = client.post(f"/comptes/capacite/{seconde.pk}/", {"suite": "/comptes/profil/"})

    assert reponse.url == "/comptes/profil/"
    assert client.get("/comptes/profil/").wsgi_request.acteur.collectivite_nom == "Val d’Accord"


def test_on_ne_prend_pas_la_capacite_d_un_autre(
    distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    autre = distribution.habilitations["presidente"]

    assert client_de("maire").post(f"/comptes/capacite/{autre.pk}/").status_code == 404


def test_le_retour_ne_mene_jamais_hors_du_site(
    distribution: Distribution, client_de: Callable[[str], Client]
) -> None:
    sienne = distribution.habilitations["maire"]

    reponse = client_de("maire").post(
        f"/comptes/capacite/{sienne.pk}/", {"suite": "https://ailleurs.example/"}
    )

    assert reponse.url == "/"


def test_le_mot_de_passe_ouvre_la_session(distribution: Distribution) -> None:
    client = Client()

    reponse = client.post("/connexion/login/", {"login": "maire@exemple.test", "password": MOT_DE_PASSE})

    assert reponse.status_code == 302
    assert client.get("/comptes/profil/").status_code == 200


def test_le_code_recu_par_courriel_ouvre_la_session(distribution: Distribution) -> None:
    client = Client()

    client.post("/connexion/login/code/", {"email": "maire@exemple.test"})
    code = next(ligne.strip() for ligne in mail.outbox[0].body.splitlines() if _ressemble_a_un_code(ligne))
    reponse = client.post("/connexion/login/code/confirm/", {"code": code})

    assert reponse.status_code == 302
    assert client.get("/comptes/profil/").status_code == 200


def test_une_adresse_inconnue_recoit_la_meme_page_qu_une_adresse_connue(distribution: Distribution) -> None:
    connue = Client().post("/connexion/login/code/", {"email": "maire@exemple.test"})
    inconnue = Client().post("/connexion/login/code/", {"email": "personne@exemple.test"})

    assert (connue.status_code, connue.url) == (inconnue.status_code, inconnue.url)


def test_l_inscription_publique_est_fermee(db: None) -> None:
    Client().post(
        "/connexion/signup/",
        {"email": "x@exemple.test", "password1": MOT_DE_PASSE, "password2": MOT_DE_PASSE},
    )

    reponse = Client().post("/connexion/login/", {"login": "x@exemple.test", "password": MOT_DE_PASSE})
    assert reponse.status_code == 200


def test_sans_session_le_profil_demande_de_se_connecter(db: None) -> None:
    reponse = Client().get("/comptes/profil/")

    assert reponse.status_code == 302
    assert reponse.url.startswith("/connexion/login/")


def _ressemble_a_un_code(ligne: str) -> bool:
    propre = ligne.strip()
    return 6 <= len(propre) <= 12 and propre == propre.upper() and propre.replace("-", "").isalnum()
