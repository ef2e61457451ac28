"""The same form sent twice by an impatient finger: one act, not two."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps

from tests.parcours.conftest import Recit


@dataclass(frozen=True)
class Envoi:
    """A form of the site: who sends it, from which page, by which button, and what it creates."""

    nom: str
    persona: str
    app: str
    page: str
    bouton: str
    cree: str
    saisies: dict[str, Any] = field(default_factory=dict)


ENVOIS = (
    Envoi(
        "une décision", "chef_projet", "demarche", "decisions/nouvelle/", "Enregistrer", "demarche.Decision",
        {"intitule": "Étudier un service commun", "sens": "adoptee", "instance": "Conférence des maires"},
    ),
    Envoi(
        "une instance", "chef_projet", "demarche", "instances/nouvelle/", "Créer", "demarche.Instance",
        {"type": "bureau", "nom": "Groupe des secrétaires"},
    ),
    Envoi(
        "une date", "chef_projet", "demarche", "calendrier/", "Ajouter", "demarche.Jalon",
        {"date_jalon": "2027-02-01"},
    ),
    Envoi(
        "une invitation", "chef_projet", "demarche", "invitations/nouvelle/", "Préparer", "demarche.Invitation",
        {"collectivite": "Clairval", "role": "elu", "email": "elue@clairval.test"},
    ),
    Envoi(
        "un scénario", "chef_projet", "scenarios", "nouveau/", "Créer et choisir", "scenarios.Scenario",
        {"nom": "Variante", "premiere_annee": "2028", "nombre_annees": "3", "inflation_pourcent": "1"},
    ),
    Envoi(
        "un état arrêté", "chef_projet", "diagnostic", "etats/", "Arrêter l’état", "diagnostic.EtatArrete",
        {"motif": "Encore"},
    ),
    Envoi("une signature", "maire", "diagnostic", "etats/1/", "Signer l’état", "diagnostic.SignatureEtat"),
    Envoi(
        "une fiche action", "chef_projet", "plan", "fiches/nouvelle/", "Enregistrer", "plan.FicheAction",
        {"titre": "Former les secrétaires"},
    ),
    Envoi(
        "une orientation", "chef_projet", "plan", "orientations/", "Ajouter", "plan.Orientation",
        {"titre": "Proximité"},
    ),
    Envoi(
        "un indicateur", "chef_projet", "evaluation", "indicateurs/nouveau/", "Enregistrer",
        "evaluation.Indicateur", {"libelle": "Délai de réponse"},
    ),
    Envoi(
        "une opinion", "evaluatrice", "evaluation", "", "Publier", "evaluation.Opinion",
        {"texte": "Le calendrier est tenu."},
    ),
    Envoi(
        "une communication", "presidente", "evaluation", "communications/2026/", "Figer",
        "evaluation.CommunicationAnnuelle", {"date_presentation": "2026-12-14"},
    ),
    Envoi(
        "un avis", "maire", "schema", "avis/210000029/", "Enregistrer l’avis", "schema.AvisCommune",
        {"sens": "favorable", "date_avis": "2026-11-20", "numero": "2026-12"},
    ),
)  # fmt: skip


@pytest.mark.parametrize("envoi", ENVOIS, ids=[envoi.nom for envoi in ENVOIS])
def test_envoye_deux_fois_n_est_enregistre_qu_une(recit: Recit, envoi: Envoi):
    personne = recit.visiteur(envoi.persona)
    page = personne.ouvrir(recit.adresse(envoi.app, envoi.page))
    formulaire = page.formulaire(envoi.bouton)
    formulaire.remplir(_choisies(formulaire, envoi.saisies))
    adresse, donnees = formulaire.action or page.adresse, formulaire.donnees()
    compter = _compteur(envoi.cree)
    avant = compter()

    premiere = personne.client.post(adresse, donnees)
    apres_un = compter()
    seconde = personne.client.post(adresse, donnees)

    assert premiere.status_code == 302, premiere.content.decode()[-3000:]
    assert apres_un <= avant + 1
    assert seconde.status_code < 500
    assert compter() == apres_un


def _compteur(modele: str) -> Callable[[], int]:
    return apps.get_model(modele)._base_manager.count


def _choisies(formulaire: Any, saisies: dict[str, Any]) -> dict[str, Any]:
    """Choices named by their label become the value that the page offers."""
    return {
        nom: formulaire.choisir(nom, valeur) if nom in ("instance", "collectivite") else valeur
        for nom, valeur in saisies.items()
    }
