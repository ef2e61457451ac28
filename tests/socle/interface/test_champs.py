"""Numbers and amounts as people type them."""

from decimal import Decimal

import pytest
from django import forms

from accord.socle.interface.champs import ChampEuros, ChampNombre


class Saisie(forms.Form):
    etp = ChampNombre(required=False, decimal_places=2, max_digits=8)
    cout = ChampEuros(required=False)


@pytest.mark.parametrize(
    ("tape", "lu"),
    [("1,5", "1.5"), ("1.50", "1.50"), (" 1 234,5 ", "1234.5"), ("1\u202f234", "1234"), ("−2", "-2")],
)
def test_virgule_point_et_espaces_sont_acceptes(tape, lu):
    form = Saisie({"etp": tape})
    assert form.is_valid()
    assert form.cleaned_data["etp"] == Decimal(lu)


@pytest.mark.parametrize(
    ("tape", "centimes"), [("1 234,56 €", 123456), ("0", 0), ("12", 1200), ("", None), ("0,005", 1)]
)
def test_un_montant_est_rendu_en_centimes_entiers(tape, centimes):
    form = Saisie({"cout": tape})
    assert form.is_valid()
    assert form.cleaned_data["cout"] == centimes


def test_une_saisie_impossible_est_refusee_en_francais_et_conservee():
    form = Saisie({"etp": "beaucoup"})
    assert form.errors["etp"] == ["Saisissez un nombre, par exemple 1,5."]
    assert 'value="beaucoup"' in str(form["etp"])


def test_un_montant_enregistre_se_montre_en_euros():
    assert 'value="1234,56"' in str(Saisie(initial={"cout": 123456})["cout"])


def test_un_champ_numerique_n_efface_pas_ce_que_le_navigateur_ne_comprend_pas():
    assert 'type="text"' in str(Saisie()["etp"])
    assert 'inputmode="decimal"' in str(Saisie()["etp"])


@pytest.mark.parametrize(("tape", "change"), [("1234,56", False), ("1 234,57", True), ("", True)])
def test_un_montant_inchange_est_reconnu(tape, change):
    assert Saisie({"cout": tape}, initial={"cout": 123456}).fields["cout"].has_changed(123456, tape) is change
