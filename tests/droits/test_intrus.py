"""Third test of rights: the élu of another EPCI finds nothing of this one, whatever address he types."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.distribution import Distribution
from tests.droits.adresses import Adresse, adresses
from tests.droits.arguments import arguments
from tests.droits.etapes import parcourir
from tests.droits.matrice import INVISIBLE, PERSONAS, interroger

SANS_OBJET_DU_RECIT = {
    "demarche:jalon-retirer",
    "schema:piece-telecharger",
    "evaluation:communication-telecharger",
}
"""Addresses whose object the story does not create; their apps' tests visit them."""


@pytest.fixture
def visites(distribution: Distribution, aujourd_hui: object) -> list[tuple[Adresse, dict]]:
    """Every address that names a démarche or something of a person, with the arguments of a real object."""
    *_, dernier = parcourir(distribution)
    trouvees = []
    for adresse in adresses():
        if adresse.porte and not adresse.nom.startswith("territoire:"):
            valeurs = arguments(adresse, dernier.demarche, distribution)
            if valeurs is not None:
                trouvees.append((adresse, valeurs))
    return trouvees


def test_l_intrus_recoit_introuvable_a_chaque_adresse_et_par_chaque_verbe(
    visites: list, client_de: Callable[[str], Client]
) -> None:
    client = client_de("intrus")
    reponses = {}
    for adresse, valeurs in visites:
        chemin = reverse(adresse.nom, kwargs=valeurs)
        for verbe in (client.get, client.post):
            code = verbe(chemin).status_code
            if code not in (404, 405):
                reponses[f"{verbe.__name__} {chemin}"] = code

    assert len(visites) > 80
    assert reponses == {}


def test_les_memes_adresses_existent_pour_quelqu_un_d_ici(visites: list, distribution: Distribution) -> None:
    """Otherwise the test above would prove nothing."""
    acteurs = [distribution.acteur(nom) for nom in PERSONAS if nom != "intrus"]

    fantomes = [
        adresse.nom
        for adresse, valeurs in visites
        if all(interroger(adresse, acteur, valeurs) == INVISIBLE for acteur in acteurs)
    ]

    assert set(fantomes) <= SANS_OBJET_DU_RECIT


def test_sans_session_aucune_adresse_ne_repond(visites: list) -> None:
    client = Client()

    ouvertes = [
        adresse.nom
        for adresse, valeurs in visites
        if not client.get(reverse(adresse.nom, kwargs=valeurs))
        .headers.get("Location", "")
        .startswith("/connexion/")
    ]

    assert ouvertes == []
