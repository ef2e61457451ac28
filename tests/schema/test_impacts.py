from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.schema.impacts import tableau_depenses, tableau_effectifs
from accord.schema.presentation import decouper, tableau_contributions, tableaux_de
from tests.schema.exemple import CAST, EPCI, scenario


def test_l_epci_vient_en_premier_puis_les_communes():
    noms = [ligne.nom for ligne in tableau_effectifs(scenario()).lignes]

    assert noms == ["Val d’Accord", *(nom for _, nom in CAST)]


def test_le_total_des_effectifs_additionne_les_employeurs():
    total = tableau_effectifs(scenario()).totaux[0]

    assert (total.sans, total.avec, total.ecart) == (Decimal("27.50"), Decimal("28.75"), Decimal("1.25"))


def test_le_total_des_depenses_tombe_au_centime():
    total = tableau_depenses(scenario()).totaux[0]

    assert total.sans == 1_000_000 + 5 * 200_000 + 10
    assert total.ecart == 40_000 - 5 * 10_010


def test_une_valeur_inconnue_reste_inconnue_et_sort_des_totaux():
    contenu = scenario()
    contenu["effectifs"][1]["etp_avec"] = None

    tableau = tableau_effectifs(contenu)

    assert tableau.lignes[1].cellules[0].ecart is None
    assert tableau.totaux[0].sans == Decimal("24.00")
    assert not tableau.est_complet
    assert decouper(tableau)[0].lignes[1][1:4] == ["3,50", "—", "—"]
    assert "exclue des totaux" in decouper(tableau)[0].note


def test_un_employeur_absent_du_scenario_est_inconnu_et_non_nul():
    contenu = scenario()
    contenu["depenses"] = [ligne for ligne in contenu["depenses"] if ligne["siren"] == EPCI["siren"]]

    assert tableau_depenses(contenu).lignes[1].cellules[0].sans is None


def test_un_autre_gestionnaire_que_l_epci_et_les_communes_apparait_aussi():
    contenu = scenario()
    contenu["effectifs"].append(
        {"siren": "269999999", "nom": "CIAS", "annee": 2027, "etp_sans": "1.00", "etp_avec": "2.00"}
    )

    assert tableau_effectifs(contenu).lignes[-1].nom == "CIAS"


@pytest.mark.parametrize(
    ("annees", "tranches"), [((2027,), 1), ((2027, 2028, 2029), 1), (tuple(range(2027, 2033)), 2)]
)
def test_le_tableau_se_coupe_par_trois_annees(annees, tranches):
    pages = decouper(tableau_effectifs(scenario(annees=annees)))

    assert len(pages) == tranches
    assert [c for page in pages for c in page.colonnes if c.endswith("écart")] == [
        f"{a} écart" for a in annees
    ]


def test_les_ecarts_portent_leur_signe():
    page = decouper(tableau_depenses(scenario()))[0]

    assert page.lignes[0][3] == "+400,00"
    assert page.lignes[1][3] == "−100,10"


def test_des_montants_ronds_s_ecrivent_sans_centimes():
    contenu = scenario()
    for ligne in contenu["depenses"]:
        ligne |= {"seul_centimes": 123_400, "avec_centimes": 123_400, "ecart_centimes": 0}

    assert decouper(tableau_depenses(contenu))[0].lignes[0][1:4] == ["1\u202f234", "1\u202f234", "0"]


def test_les_contributions_s_additionnent_par_annee():
    tableau = tableau_contributions(scenario())

    assert tableau.total == ["Total", "400,00", "400,00"]


def test_une_section_sans_tableau_n_en_recoit_pas():
    assert tableaux_de("preambule", scenario(), []) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 10**10), st.integers(0, 10**10)),
        min_size=len(CAST) + 1,
        max_size=len(CAST) + 1,
    )
)
def test_le_total_des_ecarts_egale_l_ecart_des_totaux(valeurs):
    contenu = scenario(annees=(2027,))
    for ligne, (seul, avec) in zip(contenu["depenses"], valeurs, strict=True):
        ligne |= {"seul_centimes": seul, "avec_centimes": avec}

    tableau = tableau_depenses(contenu)

    assert sum(ligne.cellules[0].ecart for ligne in tableau.lignes) == tableau.ecart_total(2027)
