"""What existed, and who belonged to what, on a day."""

from datetime import date

import pytest

from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite, Commune
from tests.territoire.factories import (
    AppellationFactory,
    CcasFactory,
    CommuneFactory,
    EpciFactory,
    epci_avec_communes,
)

pytestmark = pytest.mark.django_db
LE = date(2026, 11, 23)


def test_une_collectivite_disparue_existait_jusqu_a_son_dernier_jour():
    CommuneFactory(date_creation=date(2016, 1, 1), date_fin=date(2018, 12, 31))
    presence = [
        Commune.objects.en_date(jour).count()
        for jour in (date(2015, 12, 31), date(2016, 1, 1), date(2018, 12, 31), date(2019, 1, 1))
    ]
    assert presence == [0, 1, 1, 0]


def test_une_collectivite_sans_dates_a_toujours_existe():
    CommuneFactory()
    assert Commune.objects.en_date(date(1800, 1, 1)).count() == 1


def test_les_communes_d_un_epci_sont_rangees_par_nom():
    epci = EpciFactory()
    for nom in ("Zuydcoote", "Épron", "Éterville", "Eu"):
        CommuneFactory(nom=nom, membre_de=epci)
    assert [commune.nom for commune in epci.communes_au(LE)] == ["Épron", "Éterville", "Eu", "Zuydcoote"]


def test_l_epci_d_un_epci_est_lui_meme():
    epci = EpciFactory()
    assert Collectivite.objects.get(pk=epci.pk).epci_au(LE) == epci


def test_une_commune_isolee_n_a_pas_d_epci():
    assert CommuneFactory().epci_au(LE) is None


def test_un_ccas_n_a_ni_epci_ni_communes():
    ccas = CcasFactory()
    assert ccas.epci_au(LE) is None
    assert ccas.communes_au(LE).count() == 0


def test_la_fabrique_additionne_les_populations():
    epci = epci_avec_communes(3, population=100)
    assert epci.population_municipale == 303


def test_un_nom_passe_se_lit_a_sa_date():
    appellation = AppellationFactory(nom="District", date_fin=date(1999, 12, 31))
    assert appellation.collectivite.nom_au(date(1999, 12, 31)) == "District"
    assert appellation.collectivite.nom_au(LE) == appellation.collectivite.nom


@pytest.mark.parametrize(("population", "atteint"), [(3_499, False), (3_500, True), (None, False)])
def test_le_seuil_de_3500_habitants_est_compris(population, atteint):
    assert CommuneFactory.build(population_municipale=population).atteint_3_500 is atteint


def test_les_territoires_sont_visibles_de_toute_personne_connectee():
    epci_avec_communes(2)
    assert Collectivite.objects.visibles_par(Acteur(le=LE, personne_id=1)).count() == 3
    assert Collectivite.objects.visibles_par(Acteur(le=LE)).count() == 0


def test_enregistrer_le_nom_seul_met_a_jour_la_recherche():
    commune = CommuneFactory(nom="Éterville")
    commune.nom = "Épron"
    commune.save(update_fields=["nom"])
    assert Commune.objects.recherche("epron").get() == commune
