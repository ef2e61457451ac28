"""Wrong parameters, on every page: a page or « introuvable », never a breakdown."""

import pytest

from tests.parcours.conftest import Recit
from tests.parcours.test_toutes_les_adresses import visitables

SERVICES = ("page", "tri", "collectivite", "service", "nature", "mode", "souhait")
ACTIONS = ("page", "tri", "q", "etat", "orientation", "commune", "retard")
EPCI = ("page", "tri", "q", "champ", "nature", "departement", "regime")
LISTES = {
    "accueil:recherche": ("q", "page"),
    "comptes:habilitations-liste": ("q", "page"),
    "territoire:epci-liste": EPCI,
    "territoire:epci-exporter": EPCI,
    "territoire:epci-rechercher": ("q", "champ"),
    "territoire:epci-consulter": ("tri", "page"),
    "demarche:assistant-epci": ("q", "siren"),
    "demarche:invitation-lister": ("statut", "page"),
    "demarche:invitation-envoyer": ("relance",),
    "demarche:decision-lister": ("page", "sort"),
    "demarche:journal-lire": ("page", "sort"),
    "demarche:calendrier-voir": ("periode", "famille", "etat"),
    "demarche:calendrier-xlsx": ("periode", "famille", "etat"),
    "diagnostic:carte-voir": ("couche", "tri"),
    "diagnostic:carte-exporter": ("couche",),
    "diagnostic:service-lister": SERVICES,
    "diagnostic:service-exporter": SERVICES,
    "scenarios:scenario-comparer": ("a", "b", "annee", "tri"),
    "scenarios:scenario-voir": ("annee", "tri"),
    "scenarios:fiche-voir": ("annee",),
    "scenarios:perimetre-modifier": ("service",),
    "schema:avis-lister": ("statut", "tri"),
    "plan:plan-voir": ACTIONS,
    "plan:plan-exporter": ACTIONS,
    "evaluation:tableau-voir": ("annee", "service"),
    "evaluation:tableau-exporter": ("annee", "service"),
    "interface:galerie": ("page",),
}
"""Every page whose address carries filters, sorts or pages."""

VALEURS = ("abc", "-1", "99999", "99999999999999999999", "²", "\x00", "' OR 1=1 --<script>")
CLAIRES = {200, 302, 403, 404, 422}


@pytest.mark.parametrize("valeur", VALEURS)
def test_un_parametre_errone_ne_fait_tomber_aucune_liste(recit: Recit, valeur: str):
    client = recit.visiteur("chef_projet").client
    codes = {}

    for adresse, chemin in visitables(recit):
        for nom in LISTES.get(adresse.nom, ()):
            codes[f"{chemin}?{nom}={valeur!r}"] = client.get(chemin, {nom: valeur}).status_code

    assert len(codes) > 60
    assert {chemin: code for chemin, code in codes.items() if code not in CLAIRES} == {}


@pytest.mark.parametrize("persona", ["chef_projet", "maire"])
@pytest.mark.parametrize(
    "suite",
    [
        "scenarios/{slug}/999999/",
        "scenarios/{slug}/1/000000000/",
        "schema/{slug}/avis/000000000/",
        "schema/{slug}/versions/99/pdf/",
        "schema/{slug}/versions/1/exe/",
        "schema/{slug}/pieces/000000000/avis/",
        "schema/{slug}/rapport/sections/inconnue/",
        "plan/{slug}/fiches/999/",
        "plan/{slug}/fiches/99999999999999999999/",
        "evaluation/{slug}/communications/99999/",
        "evaluation/{slug}/indicateurs/99999999999999999999/",
        "diagnostic/{slug}/reponses/abc/",
        "diagnostic/{slug}/etats/99/",
        "demarche/{slug}/reperes/9/",
        "demarche/{slug}/decisions/999999/",
        "demarche/regles/inconnue/",
        "demarche/inconnue/",
        "territoire/epci/abc/",
        "territoire/communes/2A999/",
    ],
)
def test_un_objet_inconnu_est_introuvable(recit: Recit, suite: str, persona: str):
    client = recit.visiteur(persona).client

    reponse = client.get("/" + suite.format(slug=recit.demarche.slug))

    assert reponse.status_code in (404, 403)
    assert "introuvable" in reponse.content.decode().lower() or reponse.status_code == 403
