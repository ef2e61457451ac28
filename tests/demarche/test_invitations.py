"""Invitations: a state machine, a link bound to an address and a first use, public answers."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.demarche.enums import StatutInvitation
from accord.demarche.models import Invitation
from accord.demarche.services.invitations import (
    accepter_invitation,
    expirer_invitation,
    inviter,
    noter_adresse,
    proposer_invitation,
    refuser_invitation,
)
from accord.socle.journal.models import Entree

ADRESSE = "mairie@petitbois.test"


@pytest.fixture
def invitation(demarche, distribution):
    proposee = demarche.invitations.get(collectivite=distribution.commune("Petitbois"))
    noter_adresse(demarche=demarche, adresses={proposee.pk: ADRESSE})
    proposee.refresh_from_db()
    return proposee


@pytest.fixture
def envoyer(invitation, pilote, le, django_capture_on_commit_callbacks):
    def _envoyer():
        with django_capture_on_commit_callbacks(execute=True):
            inviter(invitations=[invitation], acteur=pilote, le=le)
        invitation.refresh_from_db()

    return _envoyer


@pytest.fixture
def lien(envoyer, mailoutbox):
    envoyer()
    return re.search(r"/demarche/invitation/[\w-]+/", mailoutbox[-1].body)[0]


def test_chaque_commune_est_proposee_sans_adresse(demarche):
    assert set(demarche.invitations.values_list("statut", "email")) == {(StatutInvitation.PROPOSEE, "")}


def test_une_adresse_mal_ecrite_est_refusee(demarche):
    with pytest.raises(ValidationError):
        noter_adresse(demarche=demarche, adresses={demarche.invitations.first().pk: "mairie"})


def test_sans_adresse_rien_ne_part(demarche, pilote, le, mailoutbox):
    assert inviter(invitations=list(demarche.invitations.all()), acteur=pilote, le=le) == []
    assert mailoutbox == []


def test_l_envoi_part_a_la_bonne_adresse_et_dit_pourquoi(envoyer, invitation, mailoutbox):
    envoyer()

    (message,) = mailoutbox
    assert message.to == [ADRESSE]
    assert "Petitbois" in message.subject
    assert "a indiqué votre adresse" in message.body
    assert message.alternatives
    assert invitation.statut == StatutInvitation.ENVOYEE
    assert Entree.objects.filter(code="demarche.invitation_envoyee").count() == 1


def test_la_base_ne_garde_pas_le_secret_du_lien(lien, invitation):
    jeton = lien.rstrip("/").rsplit("/", 1)[1]

    assert len(invitation.empreinte_jeton) == 64
    assert jeton not in invitation.empreinte_jeton


def test_accepter_donne_le_role_et_ouvre_la_demarche(client, lien, invitation, distribution, aujourd_hui):
    assert "Accepter l’invitation" in client.get(lien).content.decode()

    reponse = client.post(lien, {"prenom": "Rose", "nom": "Lenoir"})

    habilitation = Habilitation.objects.get(personne__email=ADRESSE)
    assert (habilitation.role, habilitation.collectivite) == (
        Role.SECRETAIRE,
        distribution.commune("Petitbois"),
    )
    assert reponse["Location"] == invitation.demarche.get_absolute_url()
    assert client.get(reponse["Location"]).status_code == 200


def test_lire_le_lien_ne_repond_pas(client, lien, invitation, aujourd_hui):
    client.get(lien)

    invitation.refresh_from_db()
    assert invitation.statut == StatutInvitation.ENVOYEE


def test_le_lien_ne_sert_qu_une_fois(client, lien, aujourd_hui):
    client.post(lien, {"prenom": "Rose"})

    assert client.get(lien).status_code == 410
    assert client.post(lien, {"refuser": "oui"}).status_code == 410
    assert Habilitation.objects.filter(personne__email=ADRESSE).count() == 1


def test_un_compte_existant_n_est_pas_ouvert_par_le_lien(client, lien, aujourd_hui):
    Personne.objects.create_user(ADRESSE, "un mot de passe")

    reponse = client.post(lien, {})

    assert reponse.status_code == 200
    assert "_auth_user_id" not in client.session


def test_refuser_est_note_avec_son_mot(client, lien, invitation, aujourd_hui):
    reponse = client.post(lien, {"refuser": "oui", "motif": "Le conseil n’a pas délibéré."})

    invitation.refresh_from_db()
    assert "Invitation refusée" in reponse.content.decode()
    assert (invitation.statut, invitation.motif_refus) == (
        StatutInvitation.REFUSEE,
        "Le conseil n’a pas délibéré.",
    )
    assert not Personne.objects.filter(email=ADRESSE).exists()


def test_une_relance_remplace_le_lien_precedent(client, lien, envoyer, aujourd_hui):
    envoyer()

    assert client.get(lien).status_code == 410


def test_un_lien_invente_ne_dit_rien(client, demarche, aujourd_hui):
    assert client.get("/demarche/invitation/abcdefghijkl/").status_code == 410


def test_une_invitation_expire_au_bout_de_trente_jours(client, lien, invitation, le):
    with pytest.raises(ValidationError, match="a expiré"):
        accepter_invitation(invitation=invitation, le=le + timedelta(days=31))

    assert expirer_invitation(le=le.date() + timedelta(days=30)) == 0
    assert expirer_invitation(le=le.date() + timedelta(days=31)) == 1
    assert client.get(lien).status_code == 410


def test_on_ne_repond_pas_deux_fois(lien, invitation, le):
    accepter_invitation(invitation=invitation, le=le)

    with pytest.raises(ValidationError, match="déjà reçu une réponse"):
        refuser_invitation(invitation=invitation, le=le)


def test_une_invitation_acceptee_ne_repart_pas(lien, invitation, envoyer, le, mailoutbox):
    accepter_invitation(invitation=invitation, le=le)
    envoyer()

    assert invitation.statut == StatutInvitation.ACCEPTEE
    assert len(mailoutbox) == 1


def test_proposer_deux_fois_la_meme_adresse_n_en_fait_qu_une(demarche, distribution):
    for _ in range(2):
        proposer_invitation(
            demarche=demarche,
            collectivite=distribution.commune("Clairval"),
            email="Maire@Clairval.test",
            role=Role.EXECUTIF,
        )

    assert Invitation.objects.filter(email="maire@clairval.test").count() == 1


def test_les_destinataires_sont_montres_avant_l_envoi(client_de, invitation, mailoutbox):
    page = client_de("chef_projet").get(
        reverse("demarche:invitation-envoyer", args=[invitation.demarche.slug])
    )

    assert ADRESSE in page.content.decode()
    assert "4 communes n’ont" in page.content.decode()
    assert mailoutbox == []


def test_seules_les_invitations_cochees_partent(client_de, demarche, invitation):
    autre = demarche.invitations.exclude(pk=invitation.pk).first()
    noter_adresse(demarche=demarche, adresses={autre.pk: "autre@exemple.test"})
    url = reverse("demarche:invitation-envoyer", args=[demarche.slug])

    client_de("chef_projet").post(url, {"invitation": [str(invitation.pk), "pas-un-nombre", "999999"]})

    autre.refresh_from_db()
    invitation.refresh_from_db()
    assert (invitation.statut, autre.statut) == (StatutInvitation.ENVOYEE, StatutInvitation.PROPOSEE)


def test_le_maire_ne_voit_pas_les_adresses(client_de, invitation):
    page = client_de("maire").get(reverse("demarche:invitation-lister", args=[invitation.demarche.slug]))

    assert "Petitbois" in page.content.decode()
    assert ADRESSE not in page.content.decode()


def test_completer_les_adresses_en_collant_une_liste(client_de, demarche):
    url = reverse("demarche:invitation-adresser", args=[demarche.slug])

    reponse = client_de("chef_projet").post(url, {"liste": "Clairval\tmairie@clairval.test"})

    assert reponse["Location"] == reverse("demarche:invitation-envoyer", args=[demarche.slug])
    assert demarche.invitations.get(collectivite__nom="Clairval").email == "mairie@clairval.test"


def test_une_adresse_fausse_est_montree_et_gardee(client_de, demarche):
    url = reverse("demarche:invitation-adresser", args=[demarche.slug])
    premiere = demarche.invitations.first()

    reponse = client_de("chef_projet").post(url, {f"email_{premiere.pk}": "faux"})

    assert reponse.status_code == 422
    assert 'value="faux"' in reponse.content.decode()


def test_inviter_le_maire_en_plus_de_la_mairie(client_de, demarche, distribution):
    url = reverse("demarche:invitation-proposer", args=[demarche.slug])
    clairval = distribution.commune("Clairval")
    donnees = {"collectivite": clairval.pk, "role": "executif", "email": "maire@clairval.test"}

    for _ in range(2):
        reponse = client_de("chef_projet").post(url, donnees)

    assert reponse["Location"] == reverse("demarche:invitation-envoyer", args=[demarche.slug])
    assert [i.role for i in demarche.invitations.filter(collectivite=clairval)] == ["secretaire", "executif"]


def test_on_n_invite_pas_pour_une_collectivite_d_ailleurs(client_de, demarche, distribution):
    url = reverse("demarche:invitation-proposer", args=[demarche.slug])
    donnees = {"collectivite": distribution.epci_voisin.pk, "role": "executif", "email": "a@b.test"}

    assert client_de("chef_projet").post(url, donnees).status_code == 422
    assert demarche.invitations.filter(email="a@b.test").count() == 0


def test_une_adresse_deja_invitee_au_meme_titre_est_refusee_sans_panne(client_de, demarche, distribution):
    clairval = distribution.commune("Clairval")
    proposer_invitation(demarche=demarche, collectivite=clairval, email="mairie@clairval.test")
    premiere = demarche.invitations.get(collectivite=clairval, email="")
    url = reverse("demarche:invitation-adresser", args=[demarche.slug])

    reponse = client_de("chef_projet").post(url, {f"email_{premiere.pk}": "mairie@clairval.test"})

    assert reponse.status_code == 422
    assert "déjà invitée à ce titre" in reponse.content.decode()
