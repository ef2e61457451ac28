"""What the database itself refuses."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from accord.territoire.models import Appartenance, Collectivite
from tests.territoire.factories import (
    AppartenanceFactory,
    AppellationFactory,
    CommuneFactory,
    EpciFactory,
)

pytestmark = pytest.mark.django_db


def test_une_commune_n_appartient_pas_a_deux_epci_le_meme_jour():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1))
    with pytest.raises(IntegrityError, match="appartenance_sans_chevauchement"):
        AppartenanceFactory(commune=premiere.commune, date_debut=date(2020, 1, 1))


def test_le_dernier_jour_d_une_appartenance_est_compris():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1), date_fin=date(2019, 12, 31))
    with pytest.raises(IntegrityError):
        AppartenanceFactory(commune=premiere.commune, date_debut=date(2019, 12, 31))


def test_deux_appartenances_qui_se_suivent_sont_admises():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1), date_fin=date(2019, 12, 31))
    AppartenanceFactory(commune=premiere.commune, date_debut=date(2020, 1, 1))
    assert premiere.commune.appartenances.count() == 2


def test_prolonger_une_appartenance_sur_la_suivante_est_refuse():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1), date_fin=date(2019, 12, 31))
    AppartenanceFactory(commune=premiere.commune, date_debut=date(2020, 1, 1))
    with pytest.raises(IntegrityError, match="appartenance_sans_chevauchement"):
        Appartenance.objects.filter(pk=premiere.pk).update(date_fin=date(2020, 1, 1))


def test_modifier_une_appartenance_sans_la_deplacer_est_admis():
    seule = AppartenanceFactory(date_debut=date(2017, 1, 1))
    Appartenance.objects.filter(pk=seule.pk).update(date_debut=date(2016, 1, 1))
    assert Appartenance.objects.get(pk=seule.pk).date_debut == date(2016, 1, 1)


def test_le_chevauchement_est_dit_en_francais_avant_l_ecriture():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1))
    seconde = Appartenance(commune=premiere.commune, epci=EpciFactory(), date_debut=date(2020, 1, 1))
    with pytest.raises(ValidationError, match="appartient déjà à un EPCI"):
        seconde.full_clean()


def test_une_appartenance_disjointe_est_valide():
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1), date_fin=date(2019, 12, 31))
    Appartenance(commune=premiere.commune, epci=EpciFactory(), date_debut=date(2020, 1, 1)).full_clean()


def test_une_appartenance_ne_finit_pas_avant_de_commencer():
    with pytest.raises(IntegrityError, match="appartenance_periode_ordonnee"):
        AppartenanceFactory(date_debut=date(2020, 1, 1), date_fin=date(2019, 12, 31))


def test_un_epci_n_est_pas_membre_de_lui_meme():
    epci = EpciFactory()
    with pytest.raises(IntegrityError, match="appartenance_entre_deux_collectivites"):
        AppartenanceFactory(commune=epci, epci=epci)


def test_deux_appellations_sans_date_se_chevauchent():
    premiere = AppellationFactory(date_fin=date(2019, 12, 31))
    with pytest.raises(IntegrityError, match="appellation_sans_chevauchement"):
        AppellationFactory(collectivite=premiere.collectivite, date_debut=date(2018, 1, 1))


def test_deux_communes_vivantes_n_ont_pas_le_meme_code_insee():
    CommuneFactory(code_insee="14118")
    with pytest.raises(IntegrityError):
        CommuneFactory(code_insee="14118")


def test_une_commune_nouvelle_reprend_le_code_insee_d_une_commune_disparue():
    CommuneFactory(code_insee="14118", disparue=True)
    CommuneFactory(code_insee="14118")
    assert Collectivite.objects.filter(code_insee="14118").count() == 2


@pytest.mark.parametrize(
    ("fabrique", "champs", "contrainte"),
    [
        (CommuneFactory, {"siren": "12345"}, "collectivite_siren_neuf_chiffres"),
        (CommuneFactory, {"code_insee": None}, "collectivite_commune_a_un_code_insee"),
        (CommuneFactory, {"regime_fiscal": "FA"}, "collectivite_regime_des_seuls_epci"),
        (EpciFactory, {"regime_fiscal": ""}, "collectivite_epci_a_siren_et_regime"),
        (EpciFactory, {"siren": None}, "collectivite_epci_a_siren_et_regime"),
        (
            EpciFactory,
            {"date_creation": date(2020, 1, 1), "date_fin": date(2019, 1, 1)},
            "collectivite_periode_ordonnee",
        ),
    ],
)
def test_une_collectivite_incoherente_est_refusee(fabrique, champs, contrainte):
    with pytest.raises(IntegrityError, match=contrainte):
        fabrique(**champs)


@pytest.mark.django_db(transaction=True)
def test_l_interdiction_de_chevaucher_survit_a_une_reconstruction_de_la_table():
    with connection.schema_editor() as editeur:
        nullable = Appartenance._meta.get_field("date_debut").clone()
        nullable.null = True
        nullable.set_attributes_from_name("date_debut")
        actuel = Appartenance._meta.get_field("date_debut")
        editeur.alter_field(Appartenance, actuel, nullable)
        editeur.alter_field(Appartenance, nullable, actuel)
    premiere = AppartenanceFactory(date_debut=date(2017, 1, 1))
    with pytest.raises(IntegrityError, match="appartenance_sans_chevauchement"):
        AppartenanceFactory(commune=premiere.commune, date_debut=date(2020, 1, 1))
