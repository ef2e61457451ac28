"""From habilitations to the actor of a request."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.comptes.selectors import acteur_courant, capacites
from accord.comptes.services.habiliter import clore_habilitation, habiliter, ouvrir_compte
from accord.socle.journal.models import Entree
from tests.distribution import AUJOURD_HUI, Distribution


def test_le_maire_agit_au_nom_de_sa_commune_dans_son_epci(distribution: Distribution) -> None:
    acteur = distribution.acteur("maire")

    assert acteur.collectivite_nom == "Bourg-le-Pont"
    assert acteur.epci_id == distribution.epci.pk
    assert not acteur.est_epci
    assert distribution.acteur("presidente").est_epci


def test_une_personne_sans_habilitation_n_a_aucune_capacite(db: None) -> None:
    personne = Personne.objects.create_user("nouvelle@exemple.test")

    acteur, offertes = acteur_courant(personne, None, AUJOURD_HUI)

    assert offertes == []
    assert acteur.collectivite_id is None
    assert acteur.competences == frozenset()


def test_la_capacite_choisie_est_gardee_tant_qu_elle_dure(distribution: Distribution) -> None:
    seconde = _second_role(distribution)

    choisie, _ = acteur_courant(distribution.maire, seconde.pk, AUJOURD_HUI)
    clore_habilitation(habilitation=seconde, le=date(2026, 10, 1), acteur=None)
    ensuite, offertes = acteur_courant(distribution.maire, seconde.pk, AUJOURD_HUI)

    assert choisie.collectivite_id == distribution.epci.pk
    assert ensuite.collectivite_nom == "Bourg-le-Pont"
    assert [h.pk for h in offertes] == [distribution.habilitations["maire"].pk]


def test_un_role_commence_et_finit_aux_jours_dits(distribution: Distribution) -> None:
    habilitation = distribution.habilitations["maire"]
    habilitation.date_debut, habilitation.date_fin = date(2026, 5, 1), date(2026, 5, 31)
    habilitation.save()

    jours = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)]
    assert [bool(capacites(distribution.maire, jour)) for jour in jours] == [False, True, True, False]


def test_habiliter_deux_fois_ne_cree_qu_un_role(distribution: Distribution) -> None:
    premiere = _second_role(distribution)
    seconde = _second_role(distribution)

    assert premiere.pk == seconde.pk
    assert Entree.objects.filter(code="comptes.habilitation_donnee").count() == 1


def test_un_champ_inconnu_est_refuse_en_francais(distribution: Distribution) -> None:
    with pytest.raises(ValidationError, match="Champs de compétence inconnus : sorcellerie"):
        habiliter(
            personne=distribution.maire,
            collectivite=distribution.epci,
            role=Role.ELU,
            du=AUJOURD_HUI,
            acteur=None,
            competences=("sorcellerie",),
        )


def test_la_base_refuse_une_periode_a_l_envers(distribution: Distribution) -> None:
    with pytest.raises(IntegrityError):
        Habilitation.objects.create(
            personne=distribution.maire,
            collectivite=distribution.epci,
            role=Role.ELU,
            date_debut=date(2026, 5, 1),
            date_fin=date(2026, 4, 1),
        )


def test_une_adresse_n_a_qu_un_compte_quelle_que_soit_la_casse(db: None) -> None:
    compte = ouvrir_compte(email="Marie.Durand@exemple.test", prenom="Marie")

    assert ouvrir_compte(email="marie.durand@EXEMPLE.test ").pk == compte.pk


def _second_role(distribution: Distribution) -> Habilitation:
    return habiliter(
        personne=distribution.maire,
        collectivite=distribution.epci,
        role=Role.ELU,
        du=date(2026, 4, 10),
        acteur=None,
    )
