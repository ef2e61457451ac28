"""Chapter five: the plan, the measures, the annual communication, and the proofs."""

import hashlib
import json
import zipfile
from io import BytesIO
from itertools import product

from accord.socle.journal.services import verifier_chaine
from tests.parcours.brest.documents import texte_du_pdf
from tests.parcours.brest.histoire import MAIRIES, Histoire
from tests.parcours.brest.scenarios import ORACLE_CENTIMES
from tests.parcours.brest.schema import EXPRIMES, SILENCIEUSE

INTRODUCTION = "Le schéma approuvé le 22 mars entre dans sa première année."


def le_plan_nait_du_scenario_retenu(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.cliquer(cheffe.ouvrir(histoire.adresse("plan")), "Faire naître le plan du schéma")
    page = cheffe.envoyer(page, "Créer les fiches manquantes").dit("Fiches créées : 3.")
    cheffe.envoyer(cheffe.ouvrir(histoire.adresse("plan", "naissance/")), "Créer les fiches").dit(
        "Fiches créées : 0."
    )
    page.dit("Affaires juridiques")


def une_action_demarre_et_sa_premiere_etape_est_faite(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("plan", "fiches/1/"))
    page = cheffe.envoyer(page, page.boutons()[_rang(page.boutons(), "Engager", "Démarrer", "Commencer")])
    page = cheffe.cliquer(page, "Noter faite")
    page = cheffe.envoyer(page, "Enregistrer").dit("Étape faite")
    page.dit("Faite le")
    nombre, texte = texte_du_pdf(cheffe.cliquer(page, "Télécharger la fiche (PDF)").octets)
    assert nombre >= 1
    assert "juridiques" in texte or "Systèmes" in texte or "Instruction" in texte


def les_indicateurs_reprennent_la_prevision(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("evaluation"))
    page = cheffe.envoyer(page, "Reprendre les prévisions du scénario retenu").dit("Indicateurs créés")
    cheffe.ouvrir(histoire.adresse("evaluation", "?annee=2028")).dit("1 000 000")


def la_communication_annuelle_tient_en_deux_pages(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("evaluation", "communications/2027/"))
    saisies = {
        "date_presentation": "2027-03-29",
        "introduction": INTRODUCTION,
        "suites": "- Recruter\n- Former",
    }
    page = cheffe.envoyer(page, "Enregistrer sans figer", **saisies)
    assert page.formulaire("Figer").valeurs["introduction"] == [INTRODUCTION]
    page = cheffe.envoyer(page, "Figer la communication").dit("version 1")
    premier = cheffe.cliquer(page, "PDF, deux pages").octets
    pages, texte = texte_du_pdf(premier)
    assert pages == 2
    assert INTRODUCTION in texte
    assert cheffe.cliquer(page, "PDF, deux pages").octets == premier


def la_plus_longue_communication_tient_encore_en_deux_pages(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("evaluation", "communications/2027/"))
    longs = {
        "introduction": "Mutualiser " * 81,
        "point_rh": "Dialogue " * 66,
        "suites": "- Étape suivante\n" * 41,
    }
    page = cheffe.envoyer(page, "Figer la communication", date_presentation="2027-03-29", **longs)
    assert texte_du_pdf(cheffe.cliquer(page, "PDF, deux pages").octets)[0] == 2


def chaque_empreinte_du_dossier_de_preuve_se_verifie(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.adresse("schema"))
    octets = histoire.cheffe.cliquer(page, "Dossier de preuve (zip)").octets
    archive = zipfile.ZipFile(BytesIO(octets))
    manifeste = json.loads(archive.read("MANIFEST.json"))
    listes = {fichier["chemin"]: fichier for fichier in manifeste["fichiers"]}
    assert set(archive.namelist()) == {*listes, "MANIFEST.json", "EMPREINTES.sha256"}
    for chemin, fichier in listes.items():
        contenu = archive.read(chemin)
        assert (hashlib.sha256(contenu).hexdigest(), len(contenu)) == (
            fichier["sha256"],
            fichier["taille_octets"],
        )
    for ligne in archive.read("EMPREINTES.sha256").decode().splitlines():
        empreinte, chemin = ligne.split("  ")
        assert listes[chemin]["sha256"] == empreinte
    for version in manifeste["versions"]:
        assert listes[f"rapport/version-{version['version']}.json"]["sha256"] == version["empreinte"]
    histoire.vu["preuves"] = archive


def le_dossier_dit_tout_le_circuit(histoire: Histoire) -> None:
    archive = histoire.vu["preuves"]
    avis = json.loads(archive.read("avis.json"))
    texte = json.dumps(avis, ensure_ascii=False)
    for commune in MAIRIES:
        assert commune in texte
    assert "tacite" in texte
    noms = archive.namelist()
    for commune in EXPRIMES:
        assert f"avis/{MAIRIES[commune]}.pdf" in noms
    assert f"receptions/{MAIRIES[SILENCIEUSE]}.pdf" in noms
    assert {"rapport/version-1.pdf", "rapport/version-1.docx", "approbation.json", "journal.json"} <= set(
        noms
    )


def chaque_euro_du_scenario_retenu_est_paye_par_quelqu_un(histoire: Histoire) -> None:
    retenu = json.loads(histoire.vu["preuves"].read("scenario/scenario-retenu.json"))
    assert retenu["etat_arrete"]["empreinte"] == histoire.vu["empreinte_etat"]
    for service, annee in product(retenu["services"], retenu["annees"]):
        paye = sum(
            part["montant_centimes"]
            for part in retenu["contributions"]
            if (part["code"], part["annee"]) == (service["code"], annee)
        )
        assert paye == service["cout_annuel_centimes"][str(annee)], (service["code"], annee)
    parts = {
        part["siren"]: part["montant_centimes"]
        for part in retenu["contributions"]
        if (part["code"], part["annee"]) == ("JUR", 2028)
    }
    assert {commune: parts[siren] for commune, siren in MAIRIES.items()} == ORACLE_CENTIMES


def le_journal_raconte_et_n_a_pas_ete_reecrit(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.adresse("demarche", "journal/"))
    page.dit("Gaëlle Le Bris")
    lues, rupture = verifier_chaine()
    assert rupture is None
    assert lues > 80


def une_mesure_se_compare_a_la_prevision(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("evaluation", "?annee=2028&service=JUR"))
    page = cheffe.cliquer(page, "Coût")
    page = cheffe.envoyer(
        page, "Enregistrer la mesure", annee="2028", valeur="990 000", source="Compte financier unique 2028"
    )
    page.dit("990 000")


def _rang(boutons: list[str], *verbes: str) -> int:
    return next(rang for rang, bouton in enumerate(boutons) if bouton.startswith(verbes))
