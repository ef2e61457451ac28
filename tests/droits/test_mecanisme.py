"""Decisions, registry and door, on their own."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from accord.socle.droits import Acteur, CodeInconnu, decider, declarer, exige, non, oui
from accord.socle.droits.acteur import TOUS_CHAMPS

LUNDI = date(2026, 11, 23)


def _requete(acteur: Acteur) -> object:
    requete = RequestFactory().get("/")
    requete.acteur = acteur
    return requete


def test_un_refus_porte_sa_raison_et_vaut_faux() -> None:
    decision = non("L’étape est close.")

    assert not decision
    assert decision.raison == "L’étape est close."
    assert oui()


def test_une_habilitation_sans_champ_ne_couvre_rien() -> None:
    assert not Acteur(le=LUNDI).couvre("finances")
    assert Acteur(le=LUNDI, competences=frozenset({"finances"})).couvre("finances")
    assert not Acteur(le=LUNDI, competences=frozenset({"finances"})).couvre("social")
    assert Acteur(le=LUNDI, competences=frozenset({TOUS_CHAMPS})).couvre("social")


def test_un_code_inconnu_est_une_erreur_de_programme() -> None:
    with pytest.raises(CodeInconnu):
        decider("essai.jamais_declare", Acteur(le=LUNDI))


def test_un_code_ne_se_declare_pas_deux_fois_autrement() -> None:
    declarer("essai.double", _toujours, "Essayer")
    declarer("essai.double", _toujours, "Essayer")

    with pytest.raises(ValueError, match="déjà déclarée"):
        declarer("essai.double", _jamais, "Essayer")


def test_ce_qui_n_est_pas_visible_est_introuvable_avant_toute_question_de_droit() -> None:
    declarer("essai.jamais", _jamais, "Essayer")
    vue = exige("essai.jamais", porte=_porte_close)(_page)

    with pytest.raises(Http404):
        vue(_requete(Acteur(le=LUNDI)), pk=1)


def test_ce_qui_est_visible_mais_refuse_dit_pourquoi() -> None:
    declarer("essai.jamais", _jamais, "Essayer")
    vue = exige("essai.jamais", porte=lambda acteur, pk: pk)(_page)

    with pytest.raises(PermissionDenied, match="Réservé à la maire"):
        vue(_requete(Acteur(le=LUNDI)), pk=1)


def test_la_vue_recoit_l_objet_que_la_porte_a_charge() -> None:
    declarer("essai.double", _toujours, "Essayer")
    vue = exige("essai.double", porte=lambda acteur, pk: f"objet {pk}")(_page)

    assert vue(_requete(Acteur(le=LUNDI)), pk=7).content.decode() == "objet 7"


def _toujours(acteur: Acteur, objet: object):
    return oui()


def _jamais(acteur: Acteur, objet: object):
    return non("Réservé à la maire")


def _porte_close(acteur: Acteur, pk: int):
    raise Http404


def _page(request: object, objet: object) -> HttpResponse:
    return HttpResponse(str(objet))
