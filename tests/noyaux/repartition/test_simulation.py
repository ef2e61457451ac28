"""The simulation by employer and year, against « each alone »."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from accord.noyaux.repartition import (
    ErreurRepartition,
    avec_part_epci,
    borner,
    cle_horaire,
    cle_mixte,
    cle_simple,
)
from accord.noyaux.repartition.simulation import expliquer_cellule, simuler
from accord.noyaux.repartition.simulation.temps import coefficient, jours_de_presence
from tests.noyaux.repartition.fabrique import BOURG, EPCI, HAMEAU, LIGNES, VILLE, etat, scenario, service


def _depenses(resultat, annee=2027):
    return {ligne.siren: ligne for ligne in resultat.depenses() if ligne.annee == annee}


def _effectifs(resultat, annee=2027):
    lignes = (ligne for ligne in resultat.effectifs() if ligne.annee == annee)
    return {ligne.siren: (ligne.etp_sans_centiemes, ligne.etp_avec_centiemes) for ligne in lignes}


def _contributions(resultat, annee=2027):
    return {
        ligne.siren: ligne.montant_centimes
        for ligne in resultat.lignes_contribution()
        if ligne.annee == annee
    }


def test_sans_changement_de_moyens_le_total_du_territoire_est_le_meme():
    lignes = _depenses(simuler(etat(), scenario()))

    assert sum(ligne.ecart_centimes for ligne in lignes.values()) == 0
    assert lignes[VILLE].seul_centimes == 71_500_000


def test_a_cout_historique_chacun_paie_ce_qu_il_payait():
    resultat = simuler(etat(), scenario(service(cle=cle_simple("cout_historique"))))

    assert {ligne.ecart_centimes for ligne in resultat.depenses()} == {0}


def test_un_effectif_cible_reduit_la_depense_en_proportion():
    resultat = simuler(etat(), scenario(service(etp_cible_centiemes=540)))

    # 322 000 € bruts × 5,40 ÷ 6,00 − 5 000 € de recettes
    assert sum(_contributions(resultat).values()) == 28_480_000
    assert _effectifs(resultat) == {EPCI: (0, 540), VILLE: (1400, 1000), BOURG: (150, 0), HAMEAU: (50, 0)}


def test_les_contributions_font_le_cout_au_centime_chaque_annee():
    essai = scenario(
        service(etp_cible_centiemes=577), annees=(2027, 2028, 2029), inflation=Fraction(17, 1000)
    )
    resultat = simuler(etat(), essai)

    assert (resultat.contributions.sum(axis=1) == resultat.couts).all()


def test_une_entree_au_premier_juillet_compte_184_jours():
    essai = scenario(service(adhesions={VILLE: date(2027, 1, 1), BOURG: date(2027, 7, 1)}))
    resultat = simuler(etat(), essai)

    ligne = next(ligne for ligne in resultat.lignes_contribution() if ligne.siren == BOURG)
    assert jours_de_presence(date(2027, 7, 1), 2027) == 184
    assert ligne.garde_centimes == round(Fraction(7_700_000 * 181, 365))
    assert _effectifs(resultat)[BOURG] == (150, 74)


def test_une_commune_qui_n_adhere_jamais_garde_tout():
    resultat = simuler(etat(), scenario(service(adhesions=dict.fromkeys((VILLE, BOURG), date(2027, 1, 1)))))

    assert _depenses(resultat)[HAMEAU].ecart_centimes == 0
    assert HAMEAU not in _contributions(resultat)
    assert _effectifs(resultat)[HAMEAU] == (50, 50)


def test_une_adhesion_future_ne_coute_rien_avant_sa_date():
    resultat = simuler(etat(), scenario(service(adhesions=dict.fromkeys((VILLE, BOURG), date(2028, 1, 1)))))

    assert _contributions(resultat, 2027) == {VILLE: 0, BOURG: 0}
    assert _depenses(resultat, 2027)[VILLE].ecart_centimes == 0


def test_le_cout_de_transition_pese_la_premiere_annee_seulement():
    resultat = simuler(etat(), scenario(service(transition_centimes=1_000_000)))

    assert resultat.couts.tolist() == [[32_700_000, 31_700_000]]


def test_l_inflation_frappe_seul_comme_ensemble():
    resultat = simuler(etat(), scenario(inflation=Fraction(2, 100)))

    assert _depenses(resultat, 2028)[VILLE].seul_centimes == round(71_500_000 * Fraction(10404, 10000))
    assert coefficient(Fraction(2, 100), 2026, 2028) == 1_040_400


def test_la_part_de_l_epci_est_prise_avant_la_population():
    cle = avec_part_epci(cle_simple("population_municipale"), "0.4")
    adhesions = dict.fromkeys((EPCI, VILLE, BOURG, HAMEAU), date(2027, 1, 1))

    parts = _contributions(simuler(etat(), scenario(service(cle=cle, adhesions=adhesions))))

    assert parts[EPCI] == 12_680_000
    assert parts[VILLE] == 14_265_000


def test_un_terme_que_personne_ne_porte_encore_laisse_sa_part_aux_autres():
    adhesions = {EPCI: date(2028, 1, 1)} | dict.fromkeys((VILLE, BOURG), date(2027, 1, 1))
    cle = avec_part_epci(cle_simple("population_municipale"), "0.4")
    resultat = simuler(etat(), scenario(service(cle=cle, adhesions=adhesions)))

    assert _contributions(resultat, 2027)[EPCI] == 0
    assert (resultat.contributions.sum(axis=1) == resultat.couts).all()


def test_les_plafonds_tiennent_dans_la_simulation():
    cle = borner(cle_simple("population_municipale"), {VILLE: 15_000_000})

    parts = _contributions(simuler(etat(), scenario(service(cle=cle))))

    assert parts[VILLE] == 15_000_000
    assert sum(parts.values()) == 31_700_000


def test_sans_mouvement_d_agents_chacun_garde_les_siens():
    resultat = simuler(etat(), scenario(service(agents_au_gestionnaire=False)))

    assert {sans == avec for sans, avec in _effectifs(resultat).values()} == {True}


def test_un_service_neuf_compte_son_effectif_cible():
    neuf = service(
        code="dpo", libelle="Données personnelles", etp_cible_centiemes=100, transition_centimes=500_000
    )
    resultat = simuler(etat(), scenario(neuf))

    assert _effectifs(resultat)[EPCI] == (0, 100)
    assert any("sans service aujourd’hui" in texte for texte in resultat.avertissements)


def test_une_population_qui_ignore_l_epci_est_signalee():
    resultat = simuler(etat(), scenario(service(adhesions=dict.fromkeys((EPCI, VILLE), date(2027, 1, 1)))))

    assert any("l’EPCI adhère sans part propre" in texte for texte in resultat.avertissements)


def test_un_adherent_sans_poids_est_cite():
    lignes = [ligne if ligne.siren != HAMEAU else replace(ligne, quantite=None) for ligne in LIGNES]

    resultat = simuler(etat(lignes), scenario(service(cle=cle_simple("unites"))))

    assert [texte for texte in resultat.avertissements if "Petitbois" in texte and "sans poids" in texte]
    assert _contributions(resultat)[HAMEAU] == 0


@pytest.mark.parametrize(
    ("champs", "code"),
    [
        ({"gestionnaire": "999999999"}, "gestionnaire"),
        ({"adhesions": {"999999999": date(2027, 1, 1)}}, "adherents"),
        ({"cle": cle_horaire("20,91")}, "cle"),
        ({"etp_cible_centiemes": -1}, "etp"),
        ({"code": "voirie", "cle": cle_simple("unites")}, "poids_nuls"),
    ],
)
def test_un_service_incoherent_est_refuse(champs, code):
    with pytest.raises(ErreurRepartition) as refus:
        simuler(etat(), scenario(service(**champs)))

    assert refus.value.code == code


def test_un_service_ne_figure_qu_une_fois():
    with pytest.raises(ErreurRepartition, match="deux fois"):
        simuler(etat(), scenario(service(), service()))


def test_l_ordre_des_employeurs_ne_change_pas_les_centimes():
    depart = etat()
    renverse = replace(depart, employeurs=depart.employeurs[::-1], lignes=depart.lignes[::-1])
    essai = scenario(service(cle=cle_mixte({"population_municipale": "0.3", "unites": "0.7"})))

    assert _contributions(simuler(depart, essai)) == _contributions(simuler(renverse, essai))


def test_l_explication_d_une_cellule_mene_a_l_ecart():
    depart, essai = etat(), scenario(service(etp_cible_centiemes=540), inflation=Fraction(2, 100))
    resultat = simuler(depart, essai)

    lignes = expliquer_cellule(depart, essai, resultat, siren=VILLE, code="adm", annee=2027).lignes()

    contribution = next(c for c in resultat.lignes_contribution() if c.siren == VILLE and c.annee == 2027)
    assert lignes[0] == "Grandville, Administration, 2027"
    assert any("0,9 (ETP cible ÷ ETP apportés)" in ligne for ligne in lignes)
    assert any(ligne.startswith("Écart (gain)") for ligne in lignes)
    assert contribution.ecart_centimes < 0
