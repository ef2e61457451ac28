"""What waits for those who steer, and closing forgotten links."""

from datetime import timedelta

from django.core.management import call_command

from accord.demarche.attentes import du_pilotage
from accord.demarche.enums import StatutInvitation
from accord.demarche.models import Invitation


def test_des_communes_non_invitees_attendent_le_chef_de_projet(demarche, distribution):
    (attente,) = du_pilotage(distribution.acteur("chef_projet"))

    assert attente.url == f"/demarche/{demarche.slug}/invitations/"


def test_rien_n_attend_le_maire_ni_l_intrus(demarche, distribution):
    assert du_pilotage(distribution.acteur("maire")) == []
    assert du_pilotage(distribution.acteur("intrus")) == []


def test_toutes_les_communes_invitees_plus_rien_n_attend(demarche, distribution):
    demarche.invitations.update(statut=StatutInvitation.ENVOYEE, email="a@b.test")

    assert du_pilotage(distribution.acteur("chef_projet")) == []


def test_la_commande_du_jour_ferme_les_liens_oublies(demarche, aujourd_hui, capsys):
    demarche.invitations.update(
        statut=StatutInvitation.ENVOYEE,
        email="a@b.test",
        empreinte_jeton="x" * 64,
        date_expiration=aujourd_hui - timedelta(days=1),
    )

    call_command("expirer_invitations")

    assert "5" in capsys.readouterr().out
    assert set(Invitation.objects.values_list("statut", "empreinte_jeton")) == {
        (StatutInvitation.EXPIREE, "")
    }
