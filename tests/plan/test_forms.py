"""What the forms of the plan accept, refuse and keep."""

from decimal import Decimal

import pytest

from accord.plan.forms import FicheActionForm, FiltresForm, RealisationForm, ReportForm, collectivites_de
from accord.plan.selectors import Filtres
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import creer_demarche, creer_fiche

pytestmark = pytest.mark.django_db


def formulaire(demarche, **saisie):
    return FicheActionForm({"titre": "Paie"} | saisie, demarche=demarche)


@pytest.mark.parametrize(
    ("saisi", "attendu"), [("2,5", Decimal("2.5")), ("2.5", Decimal("2.5")), ("1 200", Decimal(1200))]
)
def test_un_effectif_se_saisit_comme_on_l_ecrit(demarche, saisi, attendu):
    form = formulaire(demarche, etp_avant=saisi)

    assert form.is_valid()
    assert form.donnees().etp_avant == attendu


@pytest.mark.parametrize("saisi", ["-1", "beaucoup", "1,234", "12345678"])
def test_un_effectif_impossible_est_refuse(demarche, saisi):
    assert "etp_avant" in formulaire(demarche, etp_avant=saisi).errors


@pytest.mark.parametrize("saisi", ["-5", "1 000 000 000 000 000", "douze"])
def test_un_montant_impossible_est_refuse(demarche, saisi):
    assert "cout_apres_centimes" in formulaire(demarche, cout_apres_centimes=saisi).errors


def test_une_case_vide_reste_inconnue(demarche):
    form = formulaire(demarche)

    assert form.is_valid()
    assert form.donnees().cout_avant_centimes is None
    assert form.donnees().etp_avant is None


def test_une_commune_d_ailleurs_est_refusee(demarche, distribution):
    ailleurs = distribution.epci_voisin.pk

    assert "collectivites" in formulaire(demarche, collectivites=[ailleurs]).errors


def test_une_orientation_d_une_autre_demarche_est_refusee(demarche, distribution):
    autre = creer_demarche(distribution, "autre").orientations.create(numero=1, titre="Ailleurs")

    assert "orientation" in formulaire(demarche, orientation=autre.pk).errors


def test_une_fiche_existante_se_retrouve_dans_le_formulaire(demarche, distribution):
    fiche = creer_fiche(demarche, titre="Paie", cout_avant_centimes=123_450)
    fiche.concernees.create(collectivite=distribution.commune("Clairval"))

    html = str(FicheActionForm(demarche=demarche, fiche=fiche))

    assert "1234,5" in html
    assert "checked" in html


def test_les_collectivites_proposees_sont_l_epci_et_ses_communes(demarche, distribution):
    noms = [collectivite.nom for collectivite in collectivites_de(demarche)]

    assert set(noms) == {"Val d’Accord", *distribution.communes}


def test_des_filtres_vides_gardent_tout(demarche):
    assert FiltresForm({}, demarche=demarche).filtres() == Filtres()


def test_un_filtre_incompris_est_ignore_et_les_autres_gardes(demarche):
    form = FiltresForm({"etat": "farfelu", "q": "paie", "retard": "on"}, demarche=demarche)

    assert form.filtres() == Filtres(texte="paie", en_retard=True)
    assert "etat" in form.errors


def test_la_date_du_jour_est_proposee_pour_une_etape_faite():
    assert RealisationForm(le=AUJOURD_HUI).initial["date_realisation"] == AUJOURD_HUI


@pytest.mark.parametrize(
    "saisie", [{}, {"date_prevue": "2027-13-45", "motif": "x"}, {"date_prevue": "2027-01-01"}]
)
def test_un_report_demande_une_vraie_date_et_un_motif(saisie):
    assert not ReportForm(saisie).is_valid()
