"""Giving and ending roles on screen, each for one's own perimeter."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from tests.distribution import Distribution

ClientDe = Callable[[str], Client]
ADRESSE = "/comptes/habilitations/"


def _saisie(distribution: Distribution, **autres: object) -> dict[str, object]:
    return {
        "email": "nouvelle@exemple.test",
        "prenom": "Zoé",
        "nom": "Nouvelle",
        "collectivite": distribution.commune("Petitbois").pk,
        "role": Role.SECRETAIRE,
        "competences": ["finances"],
    } | autres


def test_la_cheffe_de_projet_habilite_dans_une_commune(
    distribution: Distribution, client_de: ClientDe
) -> None:
    reponse = client_de("chef_projet").post(ADRESSE, _saisie(distribution))

    assert reponse.status_code == 302
    habilitation = Habilitation.objects.get(personne__email="nouvelle@exemple.test")
    assert (habilitation.collectivite.nom, habilitation.competences) == ("Petitbois", ["finances"])


def test_un_double_envoi_n_habilite_qu_une_fois(distribution: Distribution, client_de: ClientDe) -> None:
    client = client_de("chef_projet")

    client.post(ADRESSE, _saisie(distribution))
    client.post(ADRESSE, _saisie(distribution))

    assert Habilitation.objects.filter(personne__email="nouvelle@exemple.test").count() == 1


def test_le_maire_n_habilite_que_pour_sa_commune(distribution: Distribution, client_de: ClientDe) -> None:
    reponse = client_de("maire").post(ADRESSE, _saisie(distribution))

    assert reponse.status_code == 422
    assert not Personne.objects.filter(email="nouvelle@exemple.test").exists()
    assert "nouvelle@exemple.test" in reponse.content.decode()


def test_le_role_de_chef_de_projet_s_exerce_pour_l_epci(
    distribution: Distribution, client_de: ClientDe
) -> None:
    reponse = client_de("chef_projet").post(ADRESSE, _saisie(distribution, role=Role.CHEF_PROJET))

    assert reponse.status_code == 422
    assert "s’exerce pour l’intercommunalité" in reponse.content.decode()


@pytest.mark.parametrize("persona", ["agent", "syndicat", "elu_jeunesse", "secretaire", "evaluatrice"])
def test_les_autres_roles_n_habilitent_personne(
    distribution: Distribution, client_de: ClientDe, persona: str
) -> None:
    assert client_de(persona).get(ADRESSE).status_code == 403


def test_mettre_fin_a_un_role_prend_effet_le_soir(distribution: Distribution, client_de: ClientDe) -> None:
    habilitation = distribution.habilitations["secretaire"]

    client_de("chef_projet").post(f"{ADRESSE}{habilitation.pk}/clore/")

    habilitation.refresh_from_db()
    assert habilitation.date_fin == date(2026, 11, 23)


def test_on_ne_met_pas_fin_au_role_que_l_on_exerce(distribution: Distribution, client_de: ClientDe) -> None:
    sienne = distribution.habilitations["chef_projet"]

    assert client_de("chef_projet").post(f"{ADRESSE}{sienne.pk}/clore/").status_code == 403


def test_l_intrus_ne_met_fin_a_aucun_role_d_ici(distribution: Distribution, client_de: ClientDe) -> None:
    habilitation = distribution.habilitations["maire"]

    assert client_de("intrus").post(f"{ADRESSE}{habilitation.pk}/clore/").status_code == 404


def test_la_liste_coute_autant_de_requetes_pour_deux_personnes_que_pour_deux_cents(
    distribution: Distribution, client_de: ClientDe
) -> None:
    client = client_de("chef_projet")
    client.get(ADRESSE)
    avec_peu = _requetes(client)

    for rang in range(200):
        personne = Personne.objects.create_user(f"p{rang}@exemple.test")
        Habilitation.objects.create(
            personne=personne, collectivite=distribution.epci, role=Role.ELU, date_debut=date(2026, 4, 1)
        )

    assert _requetes(client) == avec_peu


def _requetes(client: Client) -> int:
    with CaptureQueriesContext(connection) as capture:
        assert client.get(ADRESSE).status_code == 200
    return len(capture)
