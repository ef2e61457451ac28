"""Loading the reference data: the whole of it once, small pieces for the rest."""

import time
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from accord.territoire.models import Appartenance, Collectivite, Commune, Epci
from accord.territoire.referentiel import charger_epci
from accord.territoire.services.appartenances import changer_epci
from accord.territoire.services.appellations import renommer_collectivite
from accord.territoire.services.chargement import charger_territoire
from accord.territoire.services.communes_nouvelles import creer_commune_nouvelle

pytestmark = pytest.mark.django_db
LE = date(2026, 11, 23)


def charger_brest(**champs):
    brest = replace(charger_epci("242900314"), **champs)
    return charger_territoire(epci=[brest], communes_isolees=[])


def test_tout_le_referentiel_se_charge_en_moins_de_vingt_secondes_et_une_seule_fois():
    debut = time.perf_counter()
    sortie = StringIO()
    call_command("charger_territoire", stdout=sortie)
    assert time.perf_counter() - debut < 20
    assert (Epci.objects.count(), Commune.objects.count(), Appartenance.objects.count()) == (
        1_255,
        34_969,
        34_871,
    )
    call_command("charger_territoire", stdout=sortie)
    assert "déjà à jour" in sortie.getvalue()
    assert Collectivite.objects.count() == 1_255 + 34_969


def test_un_epci_charge_a_ses_communes_et_ses_populations():
    charger_brest()
    brest = Epci.objects.get(siren="242900314")
    assert brest.communes_au(LE).count() == 8
    assert brest.population_municipale == 213_403


def test_une_population_corrigee_a_la_source_est_reprise():
    charger_brest()
    bilan = charger_brest(population_municipale=1)
    assert (bilan.creees, bilan.modifiees) == (0, 1)
    assert Epci.objects.get(siren="242900314").population_municipale == 1


def test_un_nom_corrige_a_la_source_se_retrouve_par_la_recherche():
    charger_brest()
    charger_brest(nom="Métropole brestoise")
    assert Epci.objects.recherche("brestoise").count() == 1


def test_un_nom_change_ici_n_est_pas_ecrase_par_le_referentiel():
    charger_brest()
    brest = Epci.objects.get(siren="242900314")
    renommer_collectivite(acteur=None, collectivite=brest, nom="Brest Océane", date_effet=LE, le=LE)
    bilan = charger_brest()
    assert bilan.conservees == 1
    assert Epci.objects.get(siren="242900314").nom == "Brest Océane"


def test_un_changement_d_epci_fait_ici_n_est_pas_annule():
    charger_brest()
    bohars = Commune.objects.get(code_insee="29011")
    changer_epci(acteur=None, commune=bohars, epci=None, date_effet=LE)
    assert charger_brest().appartenances_ouvertes == 0
    assert bohars.epci_au(LE) is None


def test_une_commune_nouvelle_creee_ici_survit_a_un_rechargement():
    charger_brest()
    communes = list(Commune.objects.filter(code_insee__in=["29011", "29061"]))
    creer_commune_nouvelle(
        acteur=None, nom="Bohars-Gouesnou", communes=communes, chef_lieu=communes[0], date_effet=LE
    )
    charger_brest()
    brest = Epci.objects.get(siren="242900314")
    assert brest.communes_au(LE).count() == 7
    assert Collectivite.objects.filter(nom="Bohars-Gouesnou").count() == 1


def test_une_commune_sans_siren_le_recoit_quand_la_source_le_donne():
    brest = charger_epci("242900314")
    bohars = next(commune for commune in brest.communes if commune.nom == "Bohars")
    charger_territoire(epci=[], communes_isolees=[replace(bohars, siren=None)])
    charger_brest()
    assert Commune.objects.get(code_insee="29011").siren == "212900112"


def test_une_source_erronee_ne_laisse_rien_a_moitie_charge():
    brest = charger_epci("242900314")
    sans_siren = replace(brest, communes=(replace(brest.communes[0], siren=None),))
    with pytest.raises(KeyError):
        charger_territoire(epci=[sans_siren], communes_isolees=[])
    assert Collectivite.objects.count() == 0
