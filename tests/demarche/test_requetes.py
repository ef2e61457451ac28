"""Every list costs the same number of queries with 2 and with 200 rows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accord.demarche.enums import NatureJalon
from accord.demarche.models import Decision, Demarche, Instance, Invitation, Jalon
from accord.demarche.services.demarches import ouvrir_demarche
from accord.socle.journal.services import consigner
from tests.distribution import NAISSANCE, creer_collectivite


def peupler_communes(distribution, demarche, nombre):
    from accord.territoire.models import Appartenance

    for rang in range(nombre):
        siren = f"29{rang:07d}"
        commune = creer_collectivite(
            siren, f"Commune {rang:03d}", code_insee=f"9{rang:04d}", population_municipale=900
        )
        Appartenance.objects.create(commune_id=commune.pk, epci_id=distribution.epci.pk, date_debut=NAISSANCE)
        Invitation.objects.create(demarche=demarche, collectivite=commune)


def peupler(distribution, demarche, pilote, nombre):
    instances = Instance.objects.bulk_create(
        Instance(demarche=demarche, type="autre", nom=f"Instance {nombre} {rang}") for rang in range(nombre)
    )
    Decision.objects.bulk_create(
        Decision(
            demarche=demarche, instance=instances[rang], intitule=f"D{rang}", date_decision=date(2026, 11, 1)
        )
        for rang in range(nombre)
    )
    Jalon.objects.bulk_create(
        Jalon(
            demarche=demarche,
            nature=NatureJalon.SEANCE_CONSEIL,
            date_jalon=date(2027, 1, 1) + timedelta(days=rang + nombre * 3),
        )
        for rang in range(nombre)
    )
    for rang in range(nombre):
        consigner(acteur=pilote, code="demarche.instance_creee", objet=instances[rang], instance=f"I{rang}")


PAGES = [
    "demarche-voir", "calendrier-voir", "calendrier-xlsx", "calendrier-ics", "instance-lister", "invitation-lister",
    "invitation-adresser", "invitation-envoyer", "decision-lister", "journal-lire",
]  # fmt: skip


def compter(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as requetes:
        assert client.get(url).status_code == 200
    return len(requetes)


@pytest.mark.parametrize("page", PAGES)
def test_chaque_page_coute_autant_avec_2_et_200_lignes(client_de, demarche, distribution, pilote, page):
    client = client_de("chef_projet")
    url = reverse(f"demarche:{page}", args=[demarche.slug])
    peupler(distribution, demarche, pilote, 2)
    avec_peu = compter(client, url)

    peupler(distribution, demarche, pilote, 200)
    peupler_communes(distribution, demarche, 195)

    assert compter(client, url) == avec_peu
    assert avec_peu <= 40


def test_la_liste_des_demarches_coute_autant_avec_2_et_200(client_de, demarche, distribution, pilote):
    client = client_de("maire")
    url = reverse("demarche:demarche-lister")
    avec_une = compter(client, url)

    Demarche.objects.bulk_create(
        Demarche(
            epci=distribution.epci, slug=f"d-{rang}", nom=f"D{rang}", date_renouvellement=date(2026, 3, 15)
        )
        for rang in range(200)
    )

    assert compter(client, url) == avec_une


def test_une_instance_de_200_membres_coute_autant(client_de, demarche, distribution):
    client = client_de("chef_projet")
    instance = demarche.instances.first()
    url = reverse("demarche:instance-voir", args=[demarche.slug, instance.pk])
    instance.membres.create(nom="A", collectivite=distribution.epci)
    avec_un = compter(client, url)

    for rang in range(200):
        instance.membres.create(nom=f"Membre {rang}", collectivite=distribution.commune("Clairval"))

    assert compter(client, url) == avec_un


def test_l_assistant_coute_autant_avec_5_et_200_communes(client_de, distribution, demarche, pilote, le):
    client = client_de("chef_projet")
    from accord.demarche.models import BrouillonDemarche

    donnees = {
        "epci": distribution.epci.pk,
        "date_renouvellement": "2026-03-15",
        "piste": "legale",
        "instances": [],
    }
    BrouillonDemarche.objects.create(personne=distribution.chef_projet, donnees=donnees)
    url = reverse("demarche:assistant-communes")
    avec_cinq = compter(client, url)

    peupler_communes(distribution, demarche, 195)

    assert compter(client, url) == avec_cinq


def test_ouvrir_une_demarche_de_200_communes_ne_coute_pas_une_requete_par_commune(
    distribution, demarche, pilote, le, django_assert_max_num_queries
):
    peupler_communes(distribution, demarche, 195)

    with django_assert_max_num_queries(25):
        nouvelle = ouvrir_demarche(
            epci=distribution.epci, date_renouvellement=date(2026, 3, 15), acteur=pilote, le=le
        )

    assert nouvelle.invitations.count() == 200
