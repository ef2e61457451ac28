"""Chapter four: the report is written, frozen, sent; the communes answer or stay silent; the council votes."""

from io import BytesIO

from django.core.management import call_command

from tests.parcours.brest.documents import document_word, texte_du_pdf, verifier_totaux
from tests.parcours.brest.histoire import MAIRIES, Histoire, adresse_de
from tests.parcours.brest.scenarios import SOCLE
from tests.parcours.visiteur import Visiteur

CONTEXTE = "Les huit communes de la rade partagent leur mission juridique depuis l’état arrêté de décembre."
REFUS = "Plougastel-Daoulas"
RESERVES = "Le conseil demande une permanence à Guipavas deux jours par semaine."
SILENCIEUSE = "Guilers"
EXPRIMES = tuple(commune for commune in MAIRIES if commune != SILENCIEUSE)
PDF = b"%PDF-1.7\n% une deliberation de test\n"


def le_schema_s_ouvre_sur_le_scenario_retenu(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("schema")).dit(SOCLE)
    cheffe.envoyer(page, "Ouvrir le schéma").dit("Sommaire du rapport").dit("Texte proposé")


def les_textes_sont_ecrits_et_leur_historique_garde(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    rapport = cheffe.ouvrir(histoire.adresse("schema", "rapport/"))
    sections = [a["href"] for a in rapport.soupe.select('a[href$="/modifier/"]')]
    assert len(sections) >= 8
    for rang, adresse in enumerate(sections):
        page = cheffe.ouvrir(adresse)
        texte = page.formulaire("Enregistrer").valeurs["contenu"][0].replace("[à compléter]", "néant")
        contenu = f"{CONTEXTE}\n\n{texte}" if rang == 0 else f"{texte}\n\nRelu."
        cheffe.envoyer(page, "Enregistrer", contenu=contenu).dit("La section est enregistrée.")
    cheffe.ouvrir(sections[0].replace("modifier/", "")).dit(CONTEXTE).dit("Historique des textes")


def deux_plumes_sur_la_meme_section_ne_s_effacent_pas(histoire: Histoire) -> None:
    cheffe, presidente = histoire.cheffe, histoire.presidente
    rapport = cheffe.ouvrir(histoire.adresse("schema", "rapport/"))
    adresse = rapport.soupe.select('a[href$="/modifier/"]')[0]["href"]
    ouverte_avant = presidente.ouvrir(adresse)
    texte = ouverte_avant.formulaire("Enregistrer").valeurs["contenu"][0]
    cheffe.envoyer(cheffe.ouvrir(adresse), "Enregistrer", contenu=f"{texte}\n\nAjout de la cheffe de projet.")
    page = presidente.envoyer(
        ouverte_avant, "Enregistrer", attendu=409, contenu=f"{texte}\n\nAjout de la présidence."
    )
    page.dit("Une autre personne a enregistré cette section pendant que vous écriviez")
    page.dit("Ajout de la cheffe de projet.")
    assert "Ajout de la présidence." in page.formulaire("Enregistrer").valeurs["contenu"][0]


def les_deux_tableaux_obligatoires_ont_des_totaux_justes(histoire: Histoire) -> None:
    page = histoire.mairie("Brest").ouvrir(histoire.adresse("schema", "impacts/"))
    for legende in ("effectifs", "dépenses"):
        assert verifier_totaux(page.tableau(legende)) == 4 * 3


def le_rapport_est_fige_et_se_lit_en_pdf_et_en_word(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("schema", "rapport/"))
    page = cheffe.envoyer(page, "Figer une version").dit("La version 1 du rapport est figée")
    pages, texte = texte_du_pdf(cheffe.cliquer(page, "PDF de la version 1").octets)
    assert pages >= 4
    mots, tableaux = document_word(cheffe.cliquer(page, "Word de la version 1").octets)
    for commune in MAIRIES:
        assert commune in texte
    for attendu in (CONTEXTE, "Ajout de la cheffe de projet."):
        assert attendu in texte
        assert attendu in mots
    impacts = [tableau for tableau in tableaux if tableau[0][0] == "Employeur"]
    assert len(impacts) >= 2
    assert all(verifier_totaux(tableau) for tableau in impacts)


def figer_deux_fois_le_meme_texte_ne_cree_qu_une_version(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    cheffe.envoyer(cheffe.ouvrir(histoire.adresse("schema", "rapport/")), "Figer une version")
    page = cheffe.ouvrir(histoire.adresse("schema", "rapport/"))
    assert len(page.tableau("Versions figées du rapport")) == 2


def le_rapport_part_a_chaque_commune(histoire: Histoire) -> None:
    presidente = histoire.presidente
    page = presidente.cliquer(presidente.ouvrir(histoire.adresse("schema")), "Transmettre aux communes")
    presidente.envoyer(page, "Transmettre le rapport").dit("Rapport transmis à 8 communes.")
    for commune in MAIRIES:
        sujets = [message.subject.lower() for message in Visiteur(adresse_de(commune)).recu()]
        assert sum("rapport" in sujet for sujet in sujets) == 1, f"{commune} a reçu {sujets}"


def les_mairies_accusent_reception_d_un_bouton(histoire: Histoire) -> None:
    for commune in EXPRIMES:
        mairie = histoire.mairie(commune)
        page = mairie.ouvrir(_avis(histoire, commune))
        mairie.envoyer(page, "J’accuse réception").dit("15 mars 2027")


def la_reception_d_une_commune_muette_est_notee_avec_sa_preuve(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("schema", f"transmission/{MAIRIES[SILENCIEUSE]}/"))
    page = cheffe.envoyer(
        page,
        "Noter la réception",
        date_reception="2026-12-15",
        preuve="recu_papier",
        piece=_piece("recu.pdf"),
    )
    page.dit(f"Réception par {SILENCIEUSE} notée").dit("15 mars 2027")


def les_conseils_municipaux_donnent_leur_avis(histoire: Histoire) -> None:
    for commune in EXPRIMES:
        mairie = histoire.mairie(commune)
        sens = {REFUS: "defavorable", "Guipavas": "reserves"}.get(commune, "favorable")
        page = mairie.ouvrir(_avis(histoire, commune))
        page = mairie.envoyer(
            page,
            "Enregistrer l’avis",
            sens=sens,
            reserves=RESERVES if sens == "reserves" else "",
            date_avis="2027-02-02",
            numero=f"2027-{MAIRIES[commune][-3:]}",
            piece=_piece(f"deliberation-{commune}.pdf"),
        )
        page.dit(f"Avis noté pour {commune}")


def un_avis_avec_reserves_sans_reserve_est_refuse(histoire: Histoire) -> None:
    mairie = histoire.mairie(SILENCIEUSE)
    page = mairie.ouvrir(_avis(histoire, SILENCIEUSE))
    page = mairie.envoyer(
        page, "Enregistrer l’avis", attendu=422, sens="reserves", date_avis="2027-02-02", numero="7"
    )
    page.dit("Écrivez les réserves du conseil municipal.")
    assert page.formulaire("Enregistrer l’avis").valeurs["numero"] == ["7"]


def la_commune_muette_est_rappelee_une_fois_par_jour(histoire: Histoire) -> None:
    cheffe, adresse = histoire.cheffe, histoire.adresse("schema", "avis/")
    page = cheffe.ouvrir(adresse).dit("1 commune sans avis")
    page = cheffe.envoyer(page, "Envoyer le rappel").dit("Rappel envoyé à 1 commune.")
    cheffe.envoyer(page, "Envoyer le rappel").dit("Aucun rappel à envoyer")


def la_veille_du_delai_rien_n_est_constate(histoire: Histoire) -> None:
    call_command("constater_avis_tacites", verbosity=0)
    histoire.cheffe.ouvrir(histoire.adresse("schema", "avis/")).dit("1 commune sans avis")


def le_jour_dit_l_avis_est_repute_favorable(histoire: Histoire) -> None:
    call_command("constater_avis_tacites", verbosity=0)
    page = histoire.cheffe.ouvrir(_avis(histoire, SILENCIEUSE))
    page.dit("15 mars 2027").dit("la plateforme, le jour où le délai s’est terminé")
    histoire.cheffe.ouvrir(histoire.adresse("schema", "avis/")).dit("Aucune commune à rappeler")


def une_deliberation_tardive_est_gardee_pour_information(histoire: Histoire) -> None:
    mairie = histoire.mairie(SILENCIEUSE)
    page = mairie.ouvrir(_avis(histoire, SILENCIEUSE))
    page = mairie.envoyer(
        page, "Enregistrer l’avis", sens="defavorable", date_avis="2027-03-16", numero="2027-31"
    )
    page.dit("La délibération est gardée pour information.").dit("Reçus hors délai, gardés pour information")


def le_conseil_de_la_metropole_approuve(histoire: Histoire) -> None:
    presidente = histoire.presidente
    page = presidente.cliquer(presidente.ouvrir(histoire.adresse("schema")), "Enregistrer l’approbation")
    refusee = presidente.envoyer(
        page, "Enregistrer l’approbation", attendu=422, **_vote(pour="20", contre="50")
    )
    refusee.dit("La majorité des suffrages exprimés n’est pas atteinte")
    page = presidente.envoyer(refusee, "Enregistrer l’approbation", **_vote(pour="58", contre="6"))
    page.dit("n° 2027-04 du 22 mars 2027").dit("58 pour, 6 contre, 7 abstentions")


def le_schema_approuve_est_adresse_a_chaque_commune(histoire: Histoire) -> None:
    presidente = histoire.presidente
    page = presidente.ouvrir(histoire.adresse("schema", "approbation/"))
    presidente.envoyer(page, "Adresser le schéma aux communes").dit("adressé à chaque conseil municipal")


def un_projet_de_convention_se_telecharge_en_word(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.adresse("schema"))
    texte, _ = document_word(
        histoire.cheffe.envoyer(page, "Projet de convention : Affaires juridiques").octets
    )
    assert "L5211-4-2" in texte or "L. 5211-4-2" in texte


def _avis(histoire: Histoire, commune: str) -> str:
    return histoire.adresse("schema", f"avis/{MAIRIES[commune]}/")


def _piece(nom: str) -> BytesIO:
    fichier = BytesIO(PDF)
    fichier.name = nom
    return fichier


def _vote(*, pour: str, contre: str) -> dict[str, str]:
    return {
        "date_deliberation": "2027-03-22",
        "numero": "2027-04",
        "pour": pour,
        "contre": contre,
        "abstentions": "7",
    }
