"""Doing, postponing, adding and removing steps."""

from datetime import date

import pytest

from accord.plan.services import (
    EtapeImpossible,
    ajouter_etape,
    realiser_etape,
    reporter_etape,
    retirer_etape,
    rouvrir_etape,
)
from accord.socle.journal.models import Entree
from accord.socle.journal.phrases import phrase_de
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import creer_etape, creer_fiche

pytestmark = pytest.mark.django_db


@pytest.fixture
def acteur(distribution):
    return distribution.acteur("dgs")


@pytest.fixture
def etape(demarche):
    return creer_etape(creer_fiche(demarche), libelle="Avis du CST")


def realiser(etape, acteur, jour=AUJOURD_HUI):
    return realiser_etape(etape=etape, date_realisation=jour, acteur=acteur, le=AUJOURD_HUI)


def test_une_etape_se_note_faite_a_sa_date(etape, acteur):
    realiser(etape, acteur, date(2026, 11, 20))

    etape.refresh_from_db()
    assert etape.date_realisation == date(2026, 11, 20)


def test_une_etape_ne_se_note_pas_faite_dans_l_avenir(etape, acteur):
    with pytest.raises(EtapeImpossible, match="le jour même"):
        realiser(etape, acteur, date(2026, 11, 24))


def test_noter_faite_deux_fois_ne_consigne_qu_une_fois(etape, acteur):
    assert realiser(etape, acteur) is True
    assert realiser(etape, acteur) is False

    assert Entree.objects.filter(code="plan.etape_realisee").count() == 1


def test_le_journal_dit_l_etape_en_francais(etape, acteur):
    realiser(etape, acteur)

    assert phrase_de(Entree.objects.latest("numero")).endswith(
        "a noté l’étape « Avis du CST » de la fiche 1 faite le 23/11/2026"
    )


def test_une_etape_notee_par_erreur_se_rouvre(etape, acteur):
    realiser(etape, acteur)

    assert rouvrir_etape(etape=etape, acteur=acteur) is True

    etape.refresh_from_db()
    assert etape.date_realisation is None


def test_rouvrir_une_etape_a_faire_ne_change_rien(etape, acteur):
    assert rouvrir_etape(etape=etape, acteur=acteur) is False


def test_un_report_garde_la_date_d_origine(etape, acteur):
    reporter_etape(etape=etape, date_prevue=date(2027, 9, 1), motif="CST reporté", acteur=acteur)

    etape.refresh_from_db()
    assert (etape.date_prevue, etape.date_initiale) == (date(2027, 9, 1), date(2027, 6, 1))
    assert etape.retard_initial_jours == 92


def test_un_report_sans_motif_est_refuse(etape, acteur):
    with pytest.raises(EtapeImpossible, match="Dites pourquoi"):
        reporter_etape(etape=etape, date_prevue=date(2027, 9, 1), motif="  ", acteur=acteur)


def test_un_report_a_la_meme_date_ne_change_rien(etape, acteur):
    assert reporter_etape(etape=etape, date_prevue=etape.date_prevue, motif="", acteur=acteur) is False


def test_une_etape_faite_ne_se_reporte_plus(etape, acteur):
    realiser(etape, acteur)

    with pytest.raises(EtapeImpossible, match="déjà faite"):
        reporter_etape(etape=etape, date_prevue=date(2027, 9, 1), motif="Trop tard", acteur=acteur)


def test_une_etape_s_ajoute_a_la_suite(etape, acteur):
    nouvelle = ajouter_etape(fiche=etape.fiche, libelle="Visite", date_prevue=date(2027, 1, 5), acteur=acteur)

    assert (nouvelle.ordre, nouvelle.date_initiale) == (2, date(2027, 1, 5))


def test_ajouter_deux_fois_la_meme_etape_n_en_cree_qu_une(etape, acteur):
    parametres = {
        "fiche": etape.fiche,
        "libelle": "Visite",
        "date_prevue": date(2027, 1, 5),
        "acteur": acteur,
    }

    assert ajouter_etape(**parametres) == ajouter_etape(**parametres)


def test_une_etape_inutile_se_retire_en_laissant_sa_trace(etape, acteur):
    retirer_etape(etape=etape, acteur=acteur)

    assert not etape.fiche.etapes.exists()
    assert Entree.objects.filter(code="plan.etape_retiree", donnees__etape="Avis du CST").exists()


def test_une_etape_faite_ne_se_retire_pas(etape, acteur):
    realiser(etape, acteur)

    with pytest.raises(EtapeImpossible, match="reste sur la fiche"):
        retirer_etape(etape=etape, acteur=acteur)
