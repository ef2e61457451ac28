"""First test of rights: every address says what it requires, and what is public is listed here."""

from accord.socle.droits import permissions_declarees
from tests.droits.adresses import adresses

PUBLIQUES = {
    "accueil:accueil",
    "accueil:accessibilite",
    "accueil:guide",
    "accueil:mentions",
    "demarche:invitation-repondre",  # the secret link of the invitation is the proof
    "interface:galerie",
    "interface:theme-changer",
    "notifications:courriel-arreter",  # the signed link is the proof; people invited have no account
}
"""The only addresses open without signing in. Adding one is a decision: say why in the change."""


def test_chaque_adresse_exige_un_droit_declare_ou_est_dite_publique() -> None:
    connus = {permission.code for permission in permissions_declarees()} | {"publique"}

    muettes = [f"{adresse.nom} ({adresse.motif})" for adresse in adresses() if adresse.exigence not in connus]

    assert muettes == []


def test_les_adresses_publiques_sont_celles_de_la_liste() -> None:
    assert {adresse.nom for adresse in adresses() if adresse.exigence == "publique"} == PUBLIQUES


def test_chaque_droit_declare_a_un_libelle_et_porte_le_nom_de_son_app() -> None:
    apps = {
        "comptes",
        "territoire",
        "demarche",
        "diagnostic",
        "scenarios",
        "schema",
        "plan",
        "evaluation",
    } | {
        "accueil",
        "interface",
        "journal",
        "notifications",
        "documents",
    }

    mal_nommes = [p.code for p in permissions_declarees() if p.app not in apps | {"essai"} or not p.libelle]

    assert mal_nommes == []


def test_aucun_droit_declare_n_est_sans_usage() -> None:
    exiges = {adresse.exigence for adresse in adresses()}

    inutiles = [
        p.code
        for p in permissions_declarees()
        if p.code not in exiges and p.code not in DANS_UNE_PAGE and p.app != "essai"
    ]

    assert inutiles == []


DANS_UNE_PAGE: set[str] = {"plan.lire_chiffres"}
"""Rights asked by a template or a selector inside a page that requires another one."""
