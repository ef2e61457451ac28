"""Instances, members and decisions."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accord.demarche.enums import SensDecision
from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.demarche.services.instances import ajouter_membre, creer_instance, retirer_membre
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de


@pytest.fixture
def copil(demarche):
    return demarche.instances.first()


def test_une_demarche_nait_avec_ses_instances_habituelles(demarche):
    assert [instance.nom for instance in demarche.instances.all()] == [
        "Comité de pilotage politique",
        "Comité de suivi administratif",
        "Conférence des maires",
        "Groupe transversal ressources humaines",
        "Groupe transversal finances",
    ]


def test_deux_instances_du_meme_nom_sont_refusees(demarche, copil, pilote):
    with pytest.raises(ValidationError, match="existe déjà"):
        creer_instance(demarche=demarche, type_instance="autre", nom=f" {copil.nom} ", acteur=pilote)


def test_un_nom_pris_est_dit_dans_la_page(client_de, demarche, copil):
    url = reverse("demarche:instance-creer", args=[demarche.slug])

    reponse = client_de("chef_projet").post(url, {"type": "autre", "nom": copil.nom, "mission": "Suivre"})

    assert reponse.status_code == 422
    assert "existe déjà" in reponse.content.decode()
    assert "Suivre" in reponse.content.decode()


def test_un_membre_ajoute_deux_fois_siege_une_fois(copil, pilote, distribution):
    for fonction in ("Maire", "Maire et vice-président"):
        ajouter_membre(
            instance=copil,
            nom="Jean Robert",
            fonction=fonction,
            collectivite=distribution.commune("Bourg-le-Pont"),
            acteur=pilote,
        )

    assert [membre.fonction for membre in copil.membres.all()] == ["Maire et vice-président"]


def test_la_page_de_l_instance_ajoute_et_retire_un_membre(client_de, demarche, copil, distribution):
    client = client_de("chef_projet")
    url = reverse("demarche:instance-voir", args=[demarche.slug, copil.pk])
    commune = distribution.commune("Clairval")

    client.post(
        url, {"nom": "Ada Petit", "fonction": "Adjointe", "collectivite": commune.pk, "preside": "on"}
    )
    membre = copil.membres.get()
    assert "Préside" in client.get(url).content.decode()
    client.post(reverse("demarche:membre-retirer", args=[demarche.slug, copil.pk, membre.pk]))

    assert copil.membres.count() == 0


def test_une_collectivite_d_ailleurs_ne_siege_pas(client_de, demarche, copil, distribution):
    url = reverse("demarche:instance-voir", args=[demarche.slug, copil.pk])

    reponse = client_de("chef_projet").post(url, {"nom": "X", "collectivite": distribution.epci_voisin.pk})

    assert reponse.status_code == 422
    assert copil.membres.count() == 0


def test_le_maire_n_ajoute_pas_de_membre(client_de, demarche, copil):
    url = reverse("demarche:instance-voir", args=[demarche.slug, copil.pk])

    assert client_de("maire").post(url, {"nom": "X"}).status_code == 403
    assert copil.membres.count() == 0


def test_un_membre_retire_laisse_sa_trace(copil, pilote):
    retirer_membre(membre=ajouter_membre(instance=copil, nom="Ada", acteur=pilote), acteur=pilote)

    entree = Entree.objects.get(code="demarche.membre_retire")
    assert "a retiré Ada de l’instance" in phrase_de(entree)


def decision(demarche, pilote, copil=None, **champs):
    valeurs = {"intitule": "Lancement", "date_decision": date(2026, 11, 23)} | champs
    return enregistrer_decision(
        demarche=demarche, instance=copil, contenu=ContenuDecision(**valeurs), acteur=pilote
    )


def test_une_decision_garde_ses_reserves_et_dissidences(demarche, pilote, copil):
    prise = decision(
        demarche,
        pilote,
        copil,
        sens=SensDecision.ADOPTEE_RESERVES,
        reserves="Clairval",
        dissidences="Petitbois",
    )

    assert (prise.instance, prise.reserves, prise.dissidences) == (copil, "Clairval", "Petitbois")


def test_des_reserves_annoncees_sont_dites(demarche, pilote):
    with pytest.raises(ValidationError):
        decision(demarche, pilote, sens=SensDecision.ADOPTEE_RESERVES)


def test_la_meme_decision_enregistree_deux_fois_n_en_fait_qu_une(demarche, pilote, copil):
    assert decision(demarche, pilote, copil) == decision(demarche, pilote, copil)
    assert Entree.objects.filter(code="demarche.decision_enregistree").count() == 1


def test_la_phrase_du_journal_dit_qui_quoi_et_ou(demarche, pilote, copil):
    decision(demarche, pilote, copil)

    phrase = phrase_de(Entree.objects.get(code="demarche.decision_enregistree"))
    assert phrase.endswith(
        "a enregistré une décision adoptée\u202f: Lancement (Comité de pilotage politique)"
    )


def test_le_chef_de_projet_enregistre_une_decision(client_de, demarche, copil):
    donnees = {
        "instance": copil.pk,
        "date_decision": "2026-11-23",
        "intitule": "Charte",
        "sens": "adoptee",
        "texte": "La charte est adoptée.",
    }

    reponse = client_de("chef_projet").post(reverse("demarche:decision-creer", args=[demarche.slug]), donnees)

    assert reponse["Location"] == reverse(
        "demarche:decision-voir", args=[demarche.slug, demarche.decisions.get().pk]
    )


def test_une_decision_sans_ses_reserves_revient_avec_ce_qui_etait_saisi(client_de, demarche):
    donnees = {"date_decision": "2026-11-23", "intitule": "Charte", "sens": "adoptee_reserves"}

    reponse = client_de("chef_projet").post(reverse("demarche:decision-creer", args=[demarche.slug]), donnees)

    assert reponse.status_code == 422
    assert "Dites quelles réserves" in reponse.content.decode()
    assert 'value="Charte"' in reponse.content.decode()
