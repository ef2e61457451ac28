"""The legal forms refuse what the law refuses, with the reason and the article."""

from datetime import date

import pytest

from accord.noyaux.formes import (
    Direction,
    Montage,
    PartieForme,
    formes_en_vigueur,
    formes_proposees,
    verifier_forme,
)

LE = date(2026, 11, 23)
EPCI = PartieForme("200000016", "Val d’Accord", "epci_fp")
VILLE = PartieForme("210000011", "Grandville", "commune_membre")
BOURG = PartieForme("210000029", "Bourg-le-Pont", "commune_membre")
CCAS = PartieForme("260000011", "CCAS de Grandville", "etablissement_rattache")
AILLEURS = PartieForme("210000998", "Ailleurs", "commune_exterieure")
SYNDICAT = PartieForme("250000011", "Syndicat des eaux", "syndicat")


def _refus(forme, *parties, gestionnaire=EPCI, financement="remboursement", regime="FPU", **autres):
    montage = Montage(forme, gestionnaire, parties, financement, regime, **autres)
    return {refus.code: refus for refus in verifier_forme(montage, le=LE)}


def test_un_service_commun_reunit_l_epci_ses_communes_et_leurs_etablissements():
    assert _refus("service_commun", VILLE, CCAS) == {}


def test_un_service_commun_peut_etre_porte_par_une_commune():
    assert _refus("service_commun", EPCI, BOURG, gestionnaire=VILLE) == {}


def test_un_service_commun_refuse_une_commune_exterieure_et_dit_ou_aller():
    refus = _refus("service_commun", VILLE, AILLEURS)["partie_refusee"]

    assert refus.raison.startswith("Ailleurs (commune extérieure à l’EPCI)")
    assert "prestation de services" in refus.raison
    assert refus.article == "CGCT, art. L5211-4-2"
    assert refus.verifie


def test_un_service_commun_refuse_un_syndicat():
    assert "partie_refusee" in _refus("service_commun", SYNDICAT)


def test_un_service_commun_sans_epci_est_refuse():
    assert "epci_absent" in _refus("service_commun", BOURG, gestionnaire=VILLE)


def test_un_etablissement_rattache_ne_porte_pas_un_service_commun():
    assert "gestionnaire_refuse" in _refus("service_commun", EPCI, VILLE, gestionnaire=CCAS)


def test_l_imputation_sur_l_attribution_de_compensation_est_ouverte_en_fpu():
    assert _refus("service_commun", VILLE, financement="imputation_ac") == {}


def test_l_imputation_sur_l_attribution_de_compensation_est_refusee_en_fiscalite_additionnelle():
    refus = _refus("service_commun", VILLE, financement="imputation_ac", regime="FA")["imputation_ac_refusee"]

    assert "fiscalité additionnelle" in refus.raison
    assert "1609 nonies C" in refus.article


def test_un_regime_fiscal_inconnu_n_ouvre_pas_l_imputation():
    refus = _refus("service_commun", VILLE, financement="imputation_ac", regime="")

    assert "n’est pas connu" in refus["imputation_ac_refusee"].raison


@pytest.mark.parametrize("forme", ["prestation", "entente", "groupement_commandes"])
def test_une_commune_exterieure_entre_par_une_autre_forme(forme):
    assert _refus(forme, AILLEURS) == {}


@pytest.mark.parametrize("forme", ["prestation", "entente", "groupement_commandes", "biens_partages"])
def test_ces_formes_ne_s_imputent_pas_sur_l_attribution_de_compensation(forme):
    assert "financement_refuse" in _refus(forme, VILLE, financement="imputation_ac")


def test_une_mise_a_disposition_ascendante_suppose_un_transfert_de_competence():
    seule = _refus("mise_a_disposition_ascendante", EPCI, gestionnaire=VILLE)
    avec = _refus("mise_a_disposition_ascendante", EPCI, gestionnaire=VILLE, avec_transfert_competence=True)

    assert set(seule) == {"transfert_requis"}
    assert avec == {}


def test_une_mise_a_disposition_ascendante_ne_va_pas_d_une_commune_a_une_autre():
    refus = _refus(
        "mise_a_disposition_ascendante", EPCI, BOURG, gestionnaire=VILLE, avec_transfert_competence=True
    )

    assert set(refus) == {"sens_refuse"}


def test_une_mise_a_disposition_descendante_part_de_l_epci():
    assert _refus("mise_a_disposition_descendante", VILLE, BOURG) == {}
    assert "gestionnaire_refuse" in _refus("mise_a_disposition_descendante", EPCI, gestionnaire=VILLE)


def test_un_transfert_de_competence_concerne_toutes_les_communes():
    communes = frozenset({VILLE.siren, BOURG.siren})

    assert "communes_absentes" in _refus("transfert_competence", VILLE, communes_membres=communes)
    assert _refus("transfert_competence", VILLE, BOURG, communes_membres=communes) == {}


def test_il_faut_etre_au_moins_deux():
    assert "partie_seule" in _refus("service_commun")


def test_un_groupement_d_interet_public_n_est_jamais_propose():
    assert "gip" in formes_en_vigueur(LE)
    assert "gip" not in {forme.code for forme in formes_proposees(LE)}


def test_un_groupement_d_interet_public_est_refuse_avec_sa_loi():
    refus = _refus("gip", VILLE)

    assert refus["forme_interdite"].article == "Loi n° 2011-525 du 17 mai 2011, art. 98"


def test_une_forme_inconnue_est_refusee():
    assert set(_refus("fusion", VILLE)) == {"forme_inconnue"}


def test_une_forme_n_existe_pas_avant_son_texte():
    assert "biens_partages" not in formes_en_vigueur(date(2010, 1, 1))


def test_chaque_forme_porte_son_article_sa_source_et_sa_date():
    assert all(
        forme.base_legale and forme.source and forme.depuis for forme in formes_en_vigueur(LE).values()
    )


@pytest.mark.parametrize(
    ("fournisseur", "beneficiaire", "libelle"),
    [
        ("commune_membre", "epci_fp", "ascendante"),
        ("epci_fp", "commune_membre", "descendante"),
        ("commune_membre", "commune_membre", "horizontale"),
    ],
)
def test_le_sens_se_deduit_du_fournisseur_et_du_beneficiaire(fournisseur, beneficiaire, libelle):
    assert Direction(fournisseur, beneficiaire).libelle == libelle
