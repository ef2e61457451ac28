"""What cannot be shared is refused with a French sentence."""

import pytest

from accord.noyaux.repartition import ErreurRepartition, Partie, cle_depuis, cout_unitaire, repartir
from accord.noyaux.repartition.nombres import lire_montant, lire_nombre

DEUX = [Partie("1", "Alpha"), Partie("2", "Bêta")]


def _repartir(cle="population_municipale", parties=DEUX, montant=100, poids=None, **parametres):
    return repartir(
        montant_centimes=montant, parties=parties, cle=cle_depuis(cle, parametres), poids=poids or {}
    )


@pytest.mark.parametrize(
    ("poids", "message"),
    [
        ({"population_municipale": {"1": 0, "2": 0}}, "Tous les poids « population municipale » sont nuls"),
        ({"population_municipale": {"1": 5}}, "Il manque le poids « population municipale » de : Bêta"),
        ({"population_municipale": {"1": 5, "2": -1}}, "est négatif : Bêta"),
    ],
)
def test_des_poids_inutilisables_sont_refuses(poids, message):
    with pytest.raises(ErreurRepartition) as refus:
        _repartir(poids=poids)

    assert message in refus.value.message.replace("\u202f", " ")


def test_une_repartition_sans_collectivite_est_refusee():
    with pytest.raises(ErreurRepartition, match="Aucune collectivité"):
        _repartir("egalitaire", parties=[])


def test_une_collectivite_ne_figure_pas_deux_fois():
    with pytest.raises(ErreurRepartition, match="deux fois"):
        _repartir("egalitaire", parties=[DEUX[0], DEUX[0]])


def test_des_plafonds_trop_bas_pour_le_total_sont_refuses():
    with pytest.raises(ErreurRepartition, match="ne laissent payer que 0,80"):
        _repartir("egalitaire", plafonds={"1": 40, "2": 40})


def test_des_planchers_superieurs_au_total_sont_refuses():
    with pytest.raises(ErreurRepartition, match="dépassent le total"):
        _repartir("egalitaire", planchers={"1": 60, "2": 60})


def test_un_plancher_au_dessus_du_plafond_est_refuse():
    with pytest.raises(ErreurRepartition, match="dépasse le plafond"):
        cle_depuis("plafonnee", {"plafonds": {"1": 10}, "planchers": {"1": 20}})


def test_les_parts_d_une_cle_mixte_font_cent_pour_cent():
    with pytest.raises(ErreurRepartition, match="exactement 100"):
        cle_depuis("mixte", {"parts": {"etp": "0.5", "unites": "0.4"}})


@pytest.mark.parametrize("part", ["-0,1", "1,2"])
def test_une_part_fixe_hors_de_zero_et_cent_est_refusee(part):
    with pytest.raises(ErreurRepartition, match="comprise entre 0 et 100"):
        cle_depuis("fixe_variable", {"part_fixe": part})


def test_une_cle_inconnue_dit_lesquelles_existent():
    with pytest.raises(ErreurRepartition, match="population_totale"):
        cle_depuis("magique")


def test_un_montant_absent_est_refuse():
    with pytest.raises(ErreurRepartition, match="Le montant à répartir manque"):
        _repartir("egalitaire", montant=None)


@pytest.mark.parametrize(
    ("saisie", "centimes"), [("1 234,56", 123456), ("1234.5", 123450), ("-2 €", -200), (3, 300)]
)
def test_un_montant_s_ecrit_a_la_francaise_ou_avec_un_point(saisie, centimes):
    assert lire_montant(saisie) == centimes


@pytest.mark.parametrize("saisie", ["12,345", "douze", "", "1e5", "1.2.3", 1.5, float("nan"), True])
def test_un_montant_illisible_est_refuse(saisie):
    with pytest.raises(ErreurRepartition):
        lire_montant(saisie)


def test_un_flottant_n_entre_jamais():
    with pytest.raises(ErreurRepartition, match="flottant"):
        lire_nombre(0.1)


def test_un_cout_unitaire_demande_des_unites():
    with pytest.raises(ErreurRepartition, match="doit être positif"):
        cout_unitaire(1000, lire_nombre(0))
