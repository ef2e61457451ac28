"""A session that ends in the middle of a form: what was typed is shown, and signing in leads back to the page."""

import re

import pytest
from django.core import mail

from tests.parcours.conftest import Recit
from tests.parcours.pages import Page

TEXTE = "Trois heures de rédaction\nsur deux lignes."
FORMULAIRES = (
    ("chef_projet", "demarche", "decisions/nouvelle/", "Enregistrer", "texte"),
    ("chef_projet", "plan", "fiches/1/modifier/", "Enregistrer", "objectifs"),
    ("maire", "schema", "avis/210000029/", "Enregistrer l’avis", "reserves"),
    ("maire", "diagnostic", "etats/1/", "Signer l’état", "reserve"),
)


def envoyer_sans_session(recit: Recit, persona: str, app: str, page: str, bouton: str, champ: str) -> tuple:
    personne = recit.visiteur(persona)
    ouverte = personne.ouvrir(recit.adresse(app, page))
    formulaire = ouverte.formulaire(bouton).remplir({champ: TEXTE})
    personne.client.session.flush()
    del personne.client.cookies["sessionid"]
    adresse = formulaire.action or ouverte.adresse
    reponse = personne.client.post(
        adresse, formulaire.donnees(), headers={"referer": f"http://testserver{ouverte.adresse}"}
    )
    return personne, ouverte, Page(adresse, reponse).verifier()


@pytest.mark.parametrize("formulaire", FORMULAIRES, ids=[f"{f[1]}-{f[4]}" for f in FORMULAIRES])
def test_ce_qui_etait_saisi_est_rendu_et_le_site_le_dit(recit: Recit, formulaire: tuple):
    _, _, page = envoyer_sans_session(recit, *formulaire)

    assert page.statut == 403
    page.dit("Votre session a expiré").dit("Trois heures de rédaction sur deux lignes.")


def test_apres_reconnexion_par_code_on_revient_a_la_page_du_formulaire(recit: Recit):
    personne, ouverte, page = envoyer_sans_session(recit, *FORMULAIRES[3])

    page = personne.cliquer(page, "Reconnectez-vous")
    page = personne.envoyer(page, "Recevoir un code", email=personne.adresse_electronique)
    code = re.search(r"^\s*([A-Z0-9-]{6,})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]
    page = personne.envoyer(page, "Me connecter", code=code)

    assert page.adresse == ouverte.adresse


def test_un_jeton_de_formulaire_perime_rend_aussi_la_saisie(recit: Recit):
    personne = recit.visiteur("chef_projet")
    ouverte = personne.ouvrir(recit.adresse("demarche", "decisions/nouvelle/"))
    donnees = ouverte.formulaire("Enregistrer").remplir({"texte": TEXTE}).donnees()
    personne.client.cookies["csrftoken"] = "z" * 32

    page = Page(ouverte.adresse, personne.client.post(ouverte.adresse, donnees))

    page.dit("Votre session a expiré").dit("Trois heures de rédaction")
