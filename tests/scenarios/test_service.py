"""Setting a service: what the law refuses, and two people at once."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from accord.scenarios.adaptateurs import formes_offertes, refus_de
from accord.scenarios.models import ServiceScenario
from accord.scenarios.services import ConflitModification, FormeRefusee, definir_service
from tests.scenarios.fabrique import LE, demarche_de, etat_arrete_de, scenario_de


@pytest.fixture
def service(distribution):
    return scenario_de(distribution).services.get(code="RH")


@pytest.fixture
def regler(distribution):
    def agir(service, acteur="chef_projet", revision=None, **reglages):
        return definir_service(
            service=service,
            revision=service.revision if revision is None else revision,
            acteur=distribution.acteur(acteur),
            le=LE,
            **reglages,
        )

    return agir


def test_un_service_se_regle(service, regler):
    regler(service, etp_cible=Decimal("7.50"), transition_centimes=1_000_000, cle="egalitaire")

    regle = ServiceScenario.objects.get(pk=service.pk)
    assert (regle.etp_cible, regle.transition_centimes, regle.revision) == (Decimal("7.50"), 1_000_000, 2)


def test_l_imputation_sur_l_attribution_de_compensation_passe_en_fpu(service, regler):
    assert regler(service, financement="imputation_ac").financement == "imputation_ac"


def test_un_epci_a_fiscalite_additionnelle_refuse_l_imputation(distribution, regler):
    etat_arrete_de(demarche_de(distribution, regime="FA"))
    service = scenario_de(distribution).services.get(code="RH")

    with pytest.raises(FormeRefusee, match="fiscalité additionnelle"):
        regler(service, financement="imputation_ac")

    assert ServiceScenario.objects.get(pk=service.pk).financement == "remboursement"


def test_une_forme_interdite_est_refusee_meme_envoyee_a_la_main(service, regler):
    with pytest.raises(FormeRefusee, match="groupement d’intérêt public"):
        regler(service, forme="gip")


def test_un_groupement_d_interet_public_n_est_jamais_offert():
    assert "gip" not in {forme.code for forme in formes_offertes(LE.date())}


def test_une_commune_exterieure_n_entre_pas_dans_un_service_commun(service, distribution):
    refus = refus_de(
        scenario=service.scenario,
        forme="service_commun",
        gestionnaire=distribution.epci,
        adherents=[distribution.commune("Grandville"), distribution.epci_voisin],
        financement="remboursement",
        avec_transfert_competence=False,
        le=LE.date(),
    )

    assert [r.code for r in refus] == ["partie_refusee"]
    assert "Pays voisin" in str(refus[0])


def test_une_cle_impossible_est_refusee_avec_sa_raison(service, regler):
    with pytest.raises(ValidationError, match="100"):
        regler(service, cle="mixte", parametres_cle={"parts": {"etp": "0.5", "unites": "0.4"}})


def test_la_seconde_personne_est_prevenue(service, regler):
    regler(service, etp_cible=Decimal(5))

    with pytest.raises(ConflitModification) as conflit:
        regler(service, acteur="dgs", revision=1, etp_cible=Decimal(6))

    assert conflit.value.revision == 2
    assert ServiceScenario.objects.get(pk=service.pk).etp_cible == Decimal(5)


def test_envoyer_deux_fois_les_memes_reglages_ne_change_rien(service, regler):
    regler(service, etp_cible=Decimal(5))

    assert regler(service, revision=1, etp_cible=Decimal(5)).revision == 2
