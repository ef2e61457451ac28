"""Freezing the diagnostic and signing it off."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accord.diagnostic.models import LigneContrat, LigneService
from accord.diagnostic.services.etats import arreter_etat, signer_etat
from accord.socle.instantanes import InstantaneImmuable, empreinte_de
from tests.diagnostic.conftest import MAINTENANT
from tests.diagnostic.scene import (
    BOURG,
    GRANDVILLE,
    PETITBOIS,
    declarer_agents,
    declarer_service,
    reponse_de,
    transmettre_de,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def etat(campagne):
    declarer_service(
        campagne, BOURG, "RH", etp="1.5", cout_direct_centimes=7_000_050, quantite=12, nature="fonctionnel"
    )
    declarer_agents(campagne, BOURG, 3, categorie="C", part="0.5", cout_charge_centimes=3_000_001)
    transmettre_de(campagne, BOURG)
    return arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT)


def test_l_etat_suit_le_format_d_echange(etat, distribution):
    assert etat.contenu["format"] == "accord/etat-arrete/1"
    assert etat.contenu["arrete_le"] == "2026-11-23"
    assert etat.contenu["epci"]["siren"] == distribution.epci.siren
    assert len(etat.contenu["communes"]) == 5
    assert etat.contenu["services"] == [
        {
            "siren": "210000029", "code": "RH", "libelle": "RH", "nature": "fonctionnel", "mode_gestion": "",
            "etp": "1.50", "cout_direct_centimes": 7_000_050, "cout_indirect_centimes": 0, "recettes_centimes": 0,
            "unite_oeuvre": "", "quantite": "12.00", "souhait": "", "priorite": None, "condition": "",
            "inconnus": ["cout_indirect_centimes", "recettes_centimes"],
        }
    ]  # fmt: skip


def test_les_agents_n_y_sont_qu_en_agregats_et_leur_cout_suit_leur_part(etat):
    assert etat.contenu["effectifs"] == [
        {
            "siren": "210000029",
            "code": "RH",
            "categorie": "C",
            "effectif": 3,
            "etp": "1.50",
            "cout_charge_centimes": 4_500_002,
        }
    ]


def test_ce_qui_n_est_pas_transmis_n_y_est_pas(campagne, etat):
    declarer_service(campagne, PETITBOIS, "SM")

    suivant = arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT)

    assert suivant == etat


def test_un_changement_fait_une_nouvelle_version_et_garde_l_ancienne(campagne, etat):
    declarer_service(campagne, PETITBOIS, "SM", etp=1)
    transmettre_de(campagne, PETITBOIS)

    suivant = arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT)

    assert (etat.version, suivant.version) == (1, 2)
    assert suivant.empreinte == empreinte_de(suivant.contenu) != etat.empreinte


def test_un_etat_ne_se_modifie_pas(etat):
    etat.motif = "autre"

    with pytest.raises(InstantaneImmuable):
        etat.save()


def test_il_n_y_a_rien_a_arreter_avant_la_premiere_transmission(campagne):
    declarer_service(campagne, BOURG)

    with pytest.raises(ValidationError, match="rien à arrêter"):
        arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT)


def test_les_dates_et_les_montants_des_contrats_y_sont(campagne):
    LigneContrat.objects.create(
        reponse=reponse_de(campagne, GRANDVILLE), identifiant="C1", famille="énergie", montant_annuel_centimes=12_345,
        date_fin=date(2027, 12, 31),
    )  # fmt: skip
    transmettre_de(campagne, GRANDVILLE)

    contrat = arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT).contenu["contrats"][0]

    assert contrat["montant_annuel_centimes"] == 12_345
    assert (contrat["date_debut"], contrat["date_fin"]) == (None, "2027-12-31")


def test_une_commune_signe_avec_une_reserve(etat, distribution):
    commune = distribution.commune(PETITBOIS)

    signature = signer_etat(
        etat=etat, collectivite=commune, acteur=None, le=MAINTENANT, reserve="Hors voirie."
    )

    assert (signature.sens, signature.reserve) == ("reserve", "Hors voirie.")


def test_signer_deux_fois_la_meme_chose_ne_fait_qu_une_signature(etat, distribution):
    for _ in range(2):
        signer_etat(etat=etat, collectivite=distribution.commune(BOURG), acteur=None, le=MAINTENANT)

    assert etat.signatures.count() == 1


def test_une_collectivite_d_ailleurs_ne_signe_pas(etat, distribution):
    with pytest.raises(ValidationError, match="ne fait pas partie"):
        signer_etat(etat=etat, collectivite=distribution.epci_voisin, acteur=None, le=MAINTENANT)


def test_une_valeur_inconnue_est_nommee_et_non_zero(campagne):
    declarer_service(campagne, BOURG, "RH")
    transmettre_de(campagne, BOURG)

    service = arreter_etat(demarche=campagne.demarche, acteur=None, le=MAINTENANT).contenu["services"][0]

    assert LigneService.objects.get().etp is None
    assert "etp" in service["inconnus"]
