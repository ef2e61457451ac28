"""Depositing a workbook: dry run, then recorded once, by key, nothing lost."""

import pytest
from django.core.exceptions import ValidationError

from accord.diagnostic.classeur import ClasseurIllisible
from accord.diagnostic.models import ImportClasseur, LigneAgent, LigneConvention, LigneService
from accord.diagnostic.services.imports import appliquer_import
from tests.diagnostic.conftest import MAINTENANT
from tests.diagnostic.scene import (
    BOURG,
    PETITBOIS,
    classeur,
    declarer_service,
    deposer,
    importer,
    reponse_de,
    transmettre_de,
)

pytestmark = pytest.mark.django_db
RH = {"siren": "210000029", "code_service": "RH", "service": "Paie", "etp": 2, "cout_direct": 100_050}
FIN = {"siren": "210000029", "code_service": "FIN", "etp": 1}


def test_la_verification_n_enregistre_aucune_ligne(campagne):
    depot = deposer(campagne, BOURG, classeur(services=[RH]))

    assert depot.statut == "verifie"
    assert depot.rapport["prevu"]["Services"] == {
        "ajoutees": 1,
        "modifiees": 0,
        "inchangees": 0,
        "non_remplies": 0,
    }
    assert not LigneService.objects.exists()


def test_les_lignes_acceptees_sont_enregistrees_malgre_les_refusees(campagne):
    depot = importer(campagne, BOURG, classeur(services=[RH, FIN | {"etp": -3}]))

    assert depot.rapport["nombre_refus"] == 1
    ligne = LigneService.objects.get()
    assert (ligne.code, ligne.cout_direct_centimes, ligne.cout_indirect_centimes) == ("RH", 100_050, None)


def test_enregistrer_deux_fois_ne_double_rien(campagne):
    depot = importer(campagne, BOURG, classeur(services=[RH]))

    appliquer_import(depot=depot, acteur=None, le=MAINTENANT)

    assert LigneService.objects.count() == 1
    assert depot.bilan["Services"]["ajoutees"] == 1


def test_deposer_deux_fois_le_meme_fichier_ne_fait_qu_un_depot(campagne):
    contenu = classeur(services=[RH])

    assert deposer(campagne, BOURG, contenu) == deposer(campagne, BOURG, contenu)
    assert ImportClasseur.objects.count() == 1


def test_un_nouveau_classeur_met_a_jour_par_cle_et_montre_l_ecart(campagne):
    importer(campagne, BOURG, classeur(services=[RH, FIN]))

    depot = deposer(campagne, BOURG, classeur(services=[RH | {"etp": 2.5}, FIN]))

    assert depot.rapport["prevu"]["Services"] == {
        "ajoutees": 0,
        "modifiees": 1,
        "inchangees": 1,
        "non_remplies": 0,
    }
    assert depot.rapport["differences"] == [
        {"feuille": "Services", "ligne": "Paie", "champ": "ETP", "avant": "2", "apres": "2,5"}
    ]


def test_une_ligne_absente_du_classeur_est_gardee(campagne):
    importer(campagne, BOURG, classeur(services=[RH, FIN]))

    importer(campagne, BOURG, classeur(services=[RH | {"etp": 3}]))

    assert set(LigneService.objects.values_list("code", "etp")) == {("RH", 3), ("FIN", 1)}


def test_une_commune_n_ecrit_pas_chez_une_autre(campagne):
    depot = importer(campagne, BOURG, classeur(services=[RH, FIN | {"siren": "210000052"}]))

    assert depot.rapport["hors_perimetre"] == 1
    assert [ligne.reponse.collectivite.nom for ligne in LigneService.objects.all()] == [BOURG]


def test_l_epci_depose_un_classeur_de_tout_le_territoire(campagne):
    convention = {
        "identifiant": "V1",
        "siren_fournisseur": "200000016",
        "siren_beneficiaire": "210000052",
        "objet": "ADS",
    }
    importer(campagne, None, classeur(services=[RH, FIN | {"siren": "210000052"}], conventions=[convention]))

    assert LigneService.objects.count() == 2
    assert LigneConvention.objects.get().reponse.collectivite == campagne.demarche.epci


def test_une_reponse_transmise_ne_se_reecrit_pas(campagne):
    declarer_service(campagne, BOURG, etp=1)
    transmettre_de(campagne, BOURG)

    with pytest.raises(ValidationError, match="transmise"):
        deposer(campagne, BOURG, classeur(services=[RH]))


def test_une_transmission_entre_verification_et_enregistrement_est_vue(campagne):
    depot = deposer(campagne, BOURG, classeur(services=[RH]))
    transmettre_de(campagne, BOURG)

    with pytest.raises(ValidationError, match="transmise"):
        appliquer_import(depot=depot, acteur=None, le=MAINTENANT)


def test_un_fichier_illisible_ne_laisse_aucune_trace(campagne):
    with pytest.raises(ClasseurIllisible, match="incomplet"):
        deposer(campagne, BOURG, classeur(services=[RH])[:500])

    assert not ImportClasseur.objects.exists()


def test_des_agents_seuls_retrouvent_les_services_deja_declares(campagne):
    declarer_service(campagne, PETITBOIS, "SM")
    agent = {"matricule": "A1", "siren": "210000052", "code_service": "SM", "quotite": 0.5, "part": 1}

    importer(campagne, PETITBOIS, classeur(agents=[agent]))

    assert LigneAgent.objects.get().quotite * 2 == 1


def test_le_premier_enregistrement_met_la_reponse_en_cours(campagne):
    importer(campagne, BOURG, classeur(services=[RH]))

    assert reponse_de(campagne, BOURG).statut == "en_cours"


def test_le_fichier_est_oublie_une_fois_enregistre(campagne):
    depot = importer(campagne, BOURG, classeur(services=[RH]))

    assert not depot.fichier
