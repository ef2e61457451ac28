"""Writing sheets by hand, changing their state, naming orientations."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from accord.plan.enums import TRANSITIONS_ACTION, EtatAction, motif_exige
from accord.plan.models import FicheAction
from accord.plan.services import (
    DonneesFiche,
    TransitionInterdite,
    changer_etat_fiche,
    creer_fiche_action,
    creer_orientation,
    modifier_fiche_action,
    renommer_orientation,
)
from accord.socle.journal.models import Entree
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import EFFET, creer_etape, creer_fiche

pytestmark = pytest.mark.django_db

DONNEES = DonneesFiche(titre="Partager une balayeuse", pilote_elu="Jean Robert, maire")


@pytest.fixture
def acteur(distribution):
    return distribution.acteur("chef_projet")


def changer(fiche, vers, acteur, motif=""):
    return changer_etat_fiche(fiche=fiche, vers=vers, motif=motif, acteur=acteur, le=AUJOURD_HUI)


def test_une_fiche_ecrite_a_la_main_prend_le_numero_suivant(demarche, acteur):
    creer_fiche(demarche, 7)

    assert creer_fiche_action(demarche=demarche, donnees=DONNEES, acteur=acteur).numero == 8


def test_deux_envois_de_la_meme_fiche_n_en_creent_qu_une(demarche, acteur):
    premiere = creer_fiche_action(demarche=demarche, donnees=DONNEES, acteur=acteur)

    assert creer_fiche_action(demarche=demarche, donnees=DONNEES, acteur=acteur) == premiere


def test_le_journal_nomme_les_champs_modifies(demarche, acteur):
    fiche = creer_fiche_action(demarche=demarche, donnees=DONNEES, acteur=acteur)

    modifier_fiche_action(
        fiche=fiche, donnees=replace(DONNEES, etp_avant=Decimal(2), cible="Une seule"), acteur=acteur
    )

    assert Entree.objects.latest("numero").donnees["champs"] == "cible, ETP avant"


def test_enregistrer_sans_rien_changer_ne_consigne_rien(demarche, acteur):
    fiche = creer_fiche_action(demarche=demarche, donnees=DONNEES, acteur=acteur)

    assert modifier_fiche_action(fiche=fiche, donnees=DONNEES, acteur=acteur) is False
    assert not Entree.objects.filter(code="plan.fiche_modifiee").exists()


def test_une_commune_qui_reste_garde_sa_date_d_adhesion(demarche, distribution, acteur):
    fiche = creer_fiche(demarche)
    clairval, petitbois = distribution.commune("Clairval"), distribution.commune("Petitbois")
    fiche.concernees.create(collectivite=clairval, date_adhesion=EFFET)

    modifier_fiche_action(
        fiche=fiche,
        donnees=DonneesFiche(titre=fiche.titre, collectivites=(clairval, petitbois)),
        acteur=acteur,
    )

    assert list(fiche.concernees.values_list("collectivite__nom", "date_adhesion")) == [
        ("Clairval", EFFET),
        ("Petitbois", None),
    ]


@pytest.mark.parametrize(
    ("de", "vers"), [(de, vers) for de in EtatAction for vers in EtatAction if de != vers]
)
def test_seules_les_transitions_de_la_table_sont_permises(demarche, acteur, de, vers):
    fiche = creer_fiche(demarche, etat=de)

    if vers in TRANSITIONS_ACTION[de]:
        assert changer(fiche, vers, acteur, "Un motif") is True
    else:
        with pytest.raises(TransitionInterdite, match="ne peut pas devenir"):
            changer(fiche, vers, acteur, "Un motif")


@pytest.mark.parametrize(
    ("de", "vers"), [(de, vers) for de, suites in TRANSITIONS_ACTION.items() for vers in suites]
)
def test_un_motif_est_demande_pour_arreter_ou_revenir(demarche, acteur, de, vers):
    fiche = creer_fiche(demarche, etat=de)

    if motif_exige(de, vers):
        with pytest.raises(TransitionInterdite, match="Dites pourquoi"):
            changer(fiche, vers, acteur, "  ")
    else:
        assert changer(fiche, vers, acteur) is True


def test_le_motif_figure_sur_la_fiche(demarche, acteur):
    fiche = creer_fiche(demarche, etat=EtatAction.EN_COURS)

    changer(fiche, EtatAction.SUSPENDU, acteur, "Recrutement en attente")

    assert FicheAction.objects.get().motif_etat == "Recrutement en attente"


def test_une_action_ne_se_termine_pas_s_il_reste_des_etapes(demarche, acteur):
    fiche = creer_fiche(demarche, etat=EtatAction.EN_COURS)
    creer_etape(fiche)

    with pytest.raises(TransitionInterdite, match="Il reste des étapes"):
        changer(fiche, EtatAction.TERMINE, acteur)


def test_changer_deux_fois_d_etat_ne_consigne_qu_une_fois(demarche, acteur):
    fiche = creer_fiche(demarche)

    assert changer(fiche, EtatAction.EN_COURS, acteur) is True
    assert changer(fiche, EtatAction.EN_COURS, acteur) is False
    assert Entree.objects.filter(code="plan.fiche_etat").count() == 1


def test_une_orientation_creee_deux_fois_est_la_meme(demarche, acteur):
    premiere = creer_orientation(demarche=demarche, titre="Appuyer", acteur=acteur)

    assert creer_orientation(demarche=demarche, titre="Appuyer", acteur=acteur) == premiere


def test_une_orientation_se_renomme(demarche, acteur):
    orientation = creer_orientation(demarche=demarche, titre="Appuyer", acteur=acteur)

    assert renommer_orientation(orientation=orientation, titre="Servir", acteur=acteur) is True
    assert renommer_orientation(orientation=orientation, titre="Servir", acteur=acteur) is False


def test_un_service_n_a_qu_une_fiche(demarche):
    creer_fiche(demarche, 1, code_service="paie")

    with pytest.raises(IntegrityError, match="fiche_un_service_une_fiche|UNIQUE"), transaction.atomic():
        creer_fiche(demarche, 2, code_service="paie")


def test_un_effectif_negatif_est_refuse_par_la_base(demarche):
    with pytest.raises(IntegrityError, match="fiche_etp_avant_positif"), transaction.atomic():
        creer_fiche(demarche, etp_avant=Decimal(-1))
