"""The operator opens a territory: the first habilitation, before anybody can invite."""

import pytest
from django.core.management import CommandError, call_command

from accord.comptes.models import Habilitation, Personne
from tests.distribution import Distribution


def test_l_exploitant_habilite_la_premiere_cheffe_de_projet(distribution: Distribution) -> None:
    call_command("habiliter", "nouvelle@exemple.test", distribution.epci.siren, prenom="Zoé", nom="Nouvelle")

    habilitation = Habilitation.objects.get(personne__email="nouvelle@exemple.test")
    assert (habilitation.role, habilitation.competences) == ("chef_projet", ["*"])
    assert habilitation.collectivite_id == distribution.epci.pk


def test_un_role_et_des_champs_se_choisissent(distribution: Distribution) -> None:
    siren = distribution.commune("Petitbois").siren

    call_command("habiliter", "elue@exemple.test", siren, role="elu", champ=["social", "finances"])

    assert Habilitation.objects.get(personne__email="elue@exemple.test").competences == ["finances", "social"]


def test_un_siren_inconnu_n_ouvre_aucun_compte(distribution: Distribution) -> None:
    with pytest.raises(CommandError, match="Aucune collectivité ne porte le SIREN 999999999"):
        call_command("habiliter", "nouvelle@exemple.test", "999999999")

    assert not Personne.objects.filter(email="nouvelle@exemple.test").exists()


def test_relancer_la_commande_ne_double_rien(distribution: Distribution) -> None:
    for _ in range(2):
        call_command("habiliter", "nouvelle@exemple.test", distribution.epci.siren)

    assert Habilitation.objects.filter(personne__email="nouvelle@exemple.test").count() == 1
