"""Chapter two: the communes answer, the picture is frozen and signed off."""

import json
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from tests.parcours.brest.histoire import BREST_METROPOLE, MAIRIES, Histoire
from tests.parcours.pages import Page
from tests.parcours.visiteur import Visiteur

DONNEES = Path(__file__).parents[2] / "diagnostic" / "donnees"
CLASSEUR = DONNEES / "diagnostic_propre.xlsx"
ATTENDU = json.loads((DONNEES / "diagnostic_propre.expected.json").read_text())
MISSION_JURIDIQUE = {"mode_gestion": "régie", "etp": "12,5", "cout_direct_centimes": "1 000 000,00"}
RESERVE = "Les heures de voirie seront confirmées au compte administratif 2026."


def la_campagne_s_ouvre_a_toutes_les_collectivites(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.cliquer(cheffe.ouvrir(histoire.adresse("diagnostic")), "Ouvrir une campagne")
    page.dit("L’intercommunalité et ses 8 communes pourront répondre")
    page = cheffe.envoyer(page, "Ouvrir la campagne", date_limite="2026-12-07")
    page.dit("0 sur 9").dit("À rendre avant le")


def le_classeur_du_territoire_est_d_abord_verifie_sans_rien_enregistrer(histoire: Histoire) -> None:
    page = _deposer(histoire.cheffe, histoire.adresse("diagnostic", "deposer/"))
    page.dit("Rien n’est encore enregistré").dit("12 350 178,00 € de coût direct")
    page.dit("234,85 ETP déclarés par les services").dit("962 220,00 € de contrats")
    lignes = {ligne[0]: ligne[1:] for ligne in page.tableau("Ce que l’enregistrement changera")[1:]}
    for feuille, nombres in ATTENDU["feuilles"].items():
        acceptees, refusees = str(nombres["acceptees"]), str(nombres["refusees"])
        assert lignes[feuille] == [acceptees, refusees, acceptees, "0", "0"]
    histoire.cheffe.ouvrir(histoire.adresse("diagnostic", "services/")).tait("1 009 205")
    histoire.vu["import"] = page


def le_rapport_accepte_enregistre_une_seule_fois(histoire: Histoire) -> None:
    cheffe, page = histoire.cheffe, histoire.vu.pop("import")
    page = cheffe.ouvrir(page.adresse)
    cheffe.envoyer(page, "Enregistrer les lignes acceptées").dit("enregistré le")
    encore = cheffe.envoyer(page, "Enregistrer les lignes acceptées").dit("enregistré le")
    assert not encore.offre("Enregistrer les lignes acceptées")


def le_meme_classeur_depose_de_nouveau_ne_change_rien(histoire: Histoire) -> None:
    page = _deposer(histoire.cheffe, histoire.adresse("diagnostic", "deposer/"))
    lignes = page.tableau("Ce que l’enregistrement changera")
    assert [ligne[3:5] for ligne in lignes[1:]] == [["0", "0"]] * 5


def la_metropole_saisit_sa_mission_juridique_a_l_ecran(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("diagnostic", f"reponses/{BREST_METROPOLE}/services/"))
    page = cheffe.envoyer(page, "Enregistrer", **_ligne(page, "JUR", **MISSION_JURIDIQUE))
    page.dit("Services enregistrés : 1.").dit("12,50").dit("1 000 000 €")


def une_faute_de_saisie_garde_tout_ce_qui_est_tape(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("diagnostic", f"reponses/{BREST_METROPOLE}/services/"))
    fautive = _ligne(page, "COM", etp="deux et demi", condition="à confirmer")
    page = cheffe.envoyer(page, "Enregistrer", attendu=422, **fautive)
    page.dit("Rien n’est encore enregistré")
    gardees = page.formulaire("Enregistrer").valeurs
    assert {nom: gardees[nom] for nom in fautive} == {nom: [valeur] for nom, valeur in fautive.items()}


def une_commune_ne_voit_pas_la_reponse_non_transmise_de_sa_voisine(histoire: Histoire) -> None:
    voisine = histoire.adresse("diagnostic", f"reponses/{MAIRIES['Plouzané']}/")
    histoire.mairie("Bohars").ouvrir(voisine, attendu=403).dit("Plouzané n’a pas encore transmis sa réponse")


def une_mairie_retrouve_ses_lignes_dans_son_classeur_et_le_redepose_tel_quel(histoire: Histoire) -> None:
    mairie, siren = histoire.mairie("Bohars"), MAIRIES["Bohars"]
    page = mairie.ouvrir(histoire.adresse("diagnostic", f"reponses/{siren}/"))
    classeur = mairie.cliquer(page, "Télécharger le classeur prérempli").octets
    agents = load_workbook(BytesIO(classeur))["Agents"]
    assert agents.max_row > 1
    page = _deposer(mairie, histoire.adresse("diagnostic", f"reponses/{siren}/deposer/"), classeur)
    for ligne in page.tableau("Ce que l’enregistrement changera")[1:]:
        assert ligne[2:5] == ["0", "0", "0"], ligne


def chaque_mairie_transmet_et_la_metropole_aussi(histoire: Histoire) -> None:
    for commune, siren in MAIRIES.items():
        mairie = histoire.mairie(commune)
        page = mairie.ouvrir(histoire.adresse("diagnostic", f"reponses/{siren}/"))
        mairie.envoyer(page, "Transmettre la réponse").dit("Votre réponse est transmise. Merci.")
    page = histoire.cheffe.ouvrir(histoire.adresse("diagnostic", f"reponses/{BREST_METROPOLE}/"))
    histoire.cheffe.envoyer(page, "Transmettre la réponse")
    histoire.cheffe.ouvrir(histoire.adresse("diagnostic")).dit("9 sur 9")


def une_reponse_transmise_ne_se_modifie_plus(histoire: Histoire) -> None:
    adresse = histoire.adresse("diagnostic", f"reponses/{MAIRIES['Bohars']}/services/")
    histoire.mairie("Bohars").ouvrir(adresse, attendu=403).dit("demandez au pilotage de vous la rendre")


def une_reponse_rendue_est_corrigee_puis_transmise_de_nouveau(histoire: Histoire) -> None:
    adresse = histoire.adresse("diagnostic", f"reponses/{MAIRIES['Plouzané']}/")
    cheffe, mairie = histoire.cheffe, histoire.mairie("Plouzané")
    page = cheffe.ouvrir(adresse)
    cheffe.envoyer(page, "Rendre la réponse", correction="Précisez votre condition sur la jeunesse.")
    page = mairie.ouvrir(adresse).dit("Précisez votre condition sur la jeunesse.")
    page = mairie.cliquer(page, "Remplir les services à l’écran")
    page = mairie.envoyer(page, "Enregistrer", **_ligne(page, "JEU", condition="garder les animateurs"))
    mairie.envoyer(page.dit("garder les animateurs"), "Transmettre la réponse")


def la_cheffe_de_projet_valide_chaque_reponse(histoire: Histoire) -> None:
    for siren in (*MAIRIES.values(), BREST_METROPOLE):
        page = histoire.cheffe.ouvrir(histoire.adresse("diagnostic", f"reponses/{siren}/"))
        histoire.cheffe.envoyer(page, "Valider la réponse").dit("est validée")


def la_carte_et_la_consolidation_disent_les_memes_totaux(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    for couche in ("souhait", "etp", "cout"):
        page = cheffe.ouvrir(histoire.adresse("diagnostic", f"carte/?couche={couche}"))
        for commune in MAIRIES:
            page.dit(commune)
    cheffe.ouvrir(histoire.adresse("diagnostic", "services/")).dit("65 services").dit("13 350 178")
    classeur = load_workbook(BytesIO(cheffe.ouvrir(histoire.adresse("diagnostic", "services.xlsx")).octets))
    lignes = list(classeur["Services"].iter_rows(values_only=True))
    entete = next(i for i, ligne in enumerate(lignes) if "Code service" in ligne)
    colonne = lignes[entete].index("Coût direct (€)")
    assert sum(ligne[colonne] or 0 for ligne in lignes[entete + 1 :]) == 13_350_178


def l_etat_est_arrete_avec_une_empreinte(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("diagnostic", "etats/"))
    page = (
        cheffe.envoyer(page, "Arrêter l’état", motif="Premier état partagé.").dit("version 1").dit("Intacte")
    )
    histoire.vu["empreinte_etat"] = page.soupe.select_one("code.empreinte").get_text()
    etat = json.loads(cheffe.cliquer(page, "Télécharger le contenu figé").octets)
    assert etat["epci"]["population_municipale"] == 213_403
    assert sum(service["cout_direct_centimes"] for service in etat["services"]) == 1_335_017_800
    assert all(groupe["effectif"] is None or groupe["effectif"] >= 5 for groupe in etat["effectifs"])


def arreter_sans_rien_changer_ne_cree_pas_de_version(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("diagnostic", "etats/"))
    cheffe.envoyer(page, "Arrêter l’état").dit("version 1")
    assert (
        len(cheffe.ouvrir(histoire.adresse("diagnostic", "etats/")).tableau("Versions de l’état arrêté")) == 2
    )


def chaque_commune_signe_dont_une_avec_reserve(histoire: Histoire) -> None:
    for commune in MAIRIES:
        mairie = histoire.mairie(commune)
        page = mairie.ouvrir(histoire.adresse("diagnostic", "etats/1/"))
        reserve = RESERVE if commune == "Bohars" else ""
        mairie.envoyer(page, "Signer l’état arrêté", reserve=reserve).dit(
            f"signé l’état arrêté pour {commune}"
        )
    histoire.cheffe.ouvrir(histoire.adresse("diagnostic", "etats/1/")).dit("8 sur 9").dit(RESERVE)


def _deposer(personne: Visiteur, adresse: str, contenu: bytes = b"") -> Page:
    fichier = BytesIO(contenu or CLASSEUR.read_bytes())
    fichier.name = "diagnostic.xlsx"
    return personne.envoyer(personne.ouvrir(adresse), "Vérifier le classeur", fichier=fichier)


def _ligne(page: Page, code: str, **champs: str) -> dict[str, str]:
    """The fields of the line of a service, by their names on the page."""
    cachee = page.soupe.find("input", value=code)
    assert cachee, f"Le service {code} n’est pas proposé à la saisie."
    prefixe = cachee["name"].removesuffix("code")
    return {f"{prefixe}{nom}": valeur for nom, valeur in champs.items()}
