"""The first words of a sheet, drawn from the snapshots."""

import pytest

from accord.plan.services.textes import rediger_textes
from tests.plan.fabrique import contenu_etat_arrete, contenu_scenario, service

pytestmark = pytest.mark.django_db


@pytest.fixture
def textes(distribution):
    def rediger(resserree=False, avec_situation=True, **autres):
        un_service = service(distribution, **autres)
        situation = contenu_etat_arrete(distribution, [un_service]) if avec_situation else None
        return rediger_textes(
            un_service, contenu_scenario(distribution, [un_service]), situation, resserree=resserree
        )

    return rediger


def lu(texte):
    return texte.replace("\u202f", " ")


def test_l_objectif_nomme_le_service_la_forme_et_le_gestionnaire(textes):
    assert lu(textes().objectifs) == (
        "Faire fonctionner ensemble le service « Instruction des autorisations » pour 3 collectivités, "
        "sous la forme « Service commun », géré par Val d’Accord."
    )


def test_une_seule_collectivite_s_ecrit_au_singulier(textes, distribution):
    seul = [service(distribution)["adherents"][0]]

    assert "pour 1 collectivité," in lu(textes(adherents=seul).objectifs)


def test_la_cible_donne_effectif_et_cout(textes):
    assert lu(textes().cible) == "3,5 ETP et 180 000 € en 2028."


def test_sans_cout_connu_la_cible_se_tait_sur_l_argent(textes):
    assert lu(textes(cout_annuel_centimes={"2027": 0}).cible) == "3,5 ETP."


def test_sans_rien_de_connu_la_cible_est_vide(textes):
    assert textes(cout_annuel_centimes={}, etp_cible="").cible == ""


def test_une_collectivite_qui_n_adhere_pas_ne_compte_pas_dans_la_situation(textes):
    assert textes().etp_avant is not None
    assert lu(textes().situation).startswith("3,7 ETP et 110 000 € par an déclarés par 2 collectivités")


def test_un_cout_complet_inconnu_ne_devient_pas_zero(textes):
    seuls = textes(cout_annuel_centimes={})

    assert seuls.cout_apres_centimes is None
    assert seuls.cout_avant_centimes is None


def test_sans_etat_arrete_la_situation_reste_a_ecrire(textes):
    sans = textes(avec_situation=False)

    assert (sans.situation, sans.etp_avant) == ("", None)


@pytest.mark.parametrize(
    ("resserree", "financement", "mots"),
    [
        (True, "remboursement", ["Calendrier resserré"]),
        (False, "imputation_ac", ["communes intéressées"]),
        (True, "imputation_ac", ["Calendrier resserré", "communes intéressées"]),
        (False, "remboursement", []),
    ],
)
def test_les_risques_viennent_du_calendrier_et_du_financement(textes, resserree, financement, mots):
    lignes = textes(resserree=resserree, financement=financement).risques.splitlines()

    assert len(lignes) == len(mots)
    assert all(mot in ligne for mot, ligne in zip(mots, lignes, strict=True))
