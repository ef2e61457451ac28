"""The list of services: workable, mapped to M57 and to the champs de compétence."""

from accord.comptes.enums import Champ
from accord.diagnostic.enums import NatureService
from accord.diagnostic.nomenclature import CODES_USUELS, champ_du_service, libelle_du_service, nomenclature


def test_chaque_service_a_un_champ_une_nature_et_une_fonction_m57():
    for service in nomenclature().values():
        assert service.champ in Champ.values, service.code
        assert service.nature in NatureService.values, service.code
        assert service.fonction_m57.isdigit(), service.code


def test_les_fonctions_support_sont_a_la_fonction_020_sauf_la_communication_et_l_urbanisme():
    ailleurs = {
        s.code for s in nomenclature().values() if s.nature == "fonctionnel" and s.fonction_m57 != "020"
    }

    assert ailleurs == {"COM", "ADS"}


def test_la_liste_reste_praticable():
    assert len(nomenclature()) <= 40
    assert len(CODES_USUELS) == 16
    assert set(CODES_USUELS) <= set(nomenclature())


def test_un_service_hors_nomenclature_releve_de_l_administration_generale():
    assert champ_du_service("RUCHER") == "administration"
    assert libelle_du_service("RUCHER") == "RUCHER"
