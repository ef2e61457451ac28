"""Reminders: shown before they leave, once a day, to those who answer for a late collectivité."""

import pytest
from django.core import mail
from django.urls import reverse

from accord.diagnostic.selectors.relances import a_relancer
from accord.diagnostic.services.relances import relancer_reponses
from tests.diagnostic.conftest import MAINTENANT
from tests.diagnostic.scene import BOURG, PETITBOIS, reponse_de, transmettre_de
from tests.distribution import AUJOURD_HUI

pytestmark = pytest.mark.django_db


def relancer(campagne, *noms: str) -> int:
    choisies = {reponse_de(campagne, nom).pk for nom in noms}
    return relancer_reponses(campagne=campagne, choisies=choisies, acteur=None, le=MAINTENANT)


def test_une_relance_part_a_ceux_qui_repondent_pour_la_commune(campagne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        relancer(campagne, PETITBOIS)

    assert [m.to for m in mail.outbox] == [["secretaire@exemple.test"]]
    assert "Petitbois" in mail.outbox[0].subject


def test_une_collectivite_n_est_relancee_qu_une_fois_par_jour(campagne):
    assert relancer(campagne, PETITBOIS) == 1
    assert relancer(campagne, PETITBOIS) == 0


def test_celle_qui_a_transmis_n_est_pas_relancee(campagne):
    transmettre_de(campagne, BOURG)

    assert relancer(campagne, BOURG) == 0


def test_une_commune_sans_personne_habilitee_le_dit(campagne):
    clairval = next(r for r in a_relancer(campagne, AUJOURD_HUI) if r.reponse.collectivite.nom == "Clairval")

    assert (clairval.personnes, clairval.est_possible) == ((), False)


def test_les_destinataires_sont_montres_avant_l_envoi(client_de, campagne):
    url = reverse("diagnostic:relance-envoyer", args=[campagne.demarche.slug])

    page = client_de("chef_projet").get(url).content.decode()

    assert "secretaire@exemple.test" in page
    assert client_de("secretaire").get(url).status_code == 403
    assert client_de("intrus").get(url).status_code == 404


def test_l_ecran_envoie_aux_seules_collectivites_cochees(client_de, campagne):
    url = reverse("diagnostic:relance-envoyer", args=[campagne.demarche.slug])

    page = client_de("chef_projet").post(url, {"reponse": [reponse_de(campagne, BOURG).pk, "x"]}, follow=True)

    assert "Relances envoyées\u202f: 1." in page.content.decode()
