"""Chapter one: the wizard, the instances, the communes invited and come."""

from accord.territoire.referentiel import charger_epci
from tests.parcours.brest.histoire import BREST_METROPOLE, MAIRIES, PRESIDENTE, Histoire, adresse_de
from tests.parcours.visiteur import Visiteur

COLLEES = ("Bohars", "Gouesnou")
"""Communes whose address is pasted in the list rather than typed."""


def la_cheffe_de_projet_ouvre_la_demarche_en_quatre_pages(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir("/demarche/nouvelle/").dit("Brest Métropole").dit("8 communes membres")
    page = cheffe.envoyer(page, "Continuer avec cette intercommunalité")
    page.dit("15 mars 2027")
    page = cheffe.envoyer(page, "Continuer")
    page = cheffe.envoyer(page, "Continuer")
    saisies = {page.champ(commune): adresse_de(commune) for commune in MAIRIES if commune not in COLLEES}
    liste = "\n".join(f"{commune.upper()} ; {adresse_de(commune)}" for commune in COLLEES)
    page = cheffe.envoyer(page, "Ouvrir la démarche", liste=liste, **saisies)
    histoire.slug = page.adresse.split("/")[2]
    for commune in MAIRIES:
        page.dit(adresse_de(commune))


def la_demarche_montre_ses_huit_reperes_et_la_prochaine_date(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.adresse("demarche"))
    for numero in range(1, 9):
        histoire.cheffe.ouvrir(histoire.adresse("demarche", f"reperes/{numero}/"))
    page.dit("Prochaines échéances").dit("0 sur 8")
    calendrier = histoire.cheffe.ouvrir(histoire.adresse("demarche", "calendrier/"))
    calendrier.dit("15 mars 2027")


def les_cinq_instances_proposees_existent(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.adresse("demarche", "instances/"))
    page.dit("Conférence des maires").dit("Comité de pilotage")


def les_invitations_partent_apres_lecture_des_destinataires(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("demarche", "invitations/envoyer/"))
    assert set(page.formulaire("Envoyer").options("invitation").values()) == {
        f"{commune} : {adresse_de(commune)} (Secrétaire de mairie)" for commune in MAIRIES
    }
    cheffe.envoyer(page, "Envoyer à 8 adresses").dit("Invitations envoyées : 8.")
    assert all(len(Visiteur(adresse_de(commune)).recu()) == 1 for commune in MAIRIES)


def envoyer_deux_fois_n_envoie_rien_de_plus(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    cheffe.ouvrir(histoire.adresse("demarche", "invitations/envoyer/")).dit("Aucun message à envoyer")
    assert len(Visiteur(adresse_de("Brest")).recu()) == 1


def une_commune_refuse_puis_revient(histoire: Histoire) -> None:
    invite = Visiteur(adresse_de("Guilers"))
    page = invite.ouvrir(invite.lien_du_dernier_courriel("/demarche/invitation/"))
    invite.envoyer(page, "Refuser l’invitation", motif="Le conseil n’a pas encore délibéré.")
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("demarche", "invitations/")).dit("Refusée")
    page = cheffe.ouvrir(histoire.adresse("demarche", "invitations/envoyer/"))
    cheffe.envoyer(page, "Envoyer à 1 adresse").dit("Invitations envoyées : 1.")


def chaque_mairie_accepte_par_le_lien_recu_et_entre_sans_mot_de_passe(histoire: Histoire) -> None:
    for commune in MAIRIES:
        invite = Visiteur(adresse_de(commune))
        page = invite.ouvrir(invite.lien_du_dernier_courriel("/demarche/invitation/")).dit(commune)
        arrivee = invite.envoyer(page, "Accepter l’invitation", prenom="Secrétariat", nom=commune)
        assert arrivee.adresse == histoire.adresse("demarche")
    histoire.cheffe.ouvrir(histoire.adresse("demarche")).dit("8 sur 8")


def le_lien_d_invitation_ne_sert_qu_une_fois(histoire: Histoire) -> None:
    curieux = Visiteur(adresse_de("Brest"))
    curieux.ouvrir(curieux.lien_du_dernier_courriel("/demarche/invitation/"), attendu=410)


def la_presidente_est_habilitee_par_la_cheffe_de_projet(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("demarche", "invitations/nouvelle/"))
    formulaire = page.formulaire("Préparer")
    page = cheffe.envoyer(
        page,
        "Préparer",
        collectivite=formulaire.choisir("collectivite", "Brest Métropole"),
        role="executif",
        email=PRESIDENTE,
    )
    cheffe.envoyer(page, "Envoyer à 1 adresse")
    invitee = Visiteur(PRESIDENTE)
    page = invitee.ouvrir(invitee.lien_du_dernier_courriel("/demarche/invitation/"))
    invitee.envoyer(page, "Accepter l’invitation", prenom="Gaëlle", nom="Le Bris")


def une_decision_lance_la_demarche(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.ouvrir(histoire.adresse("demarche", "decisions/nouvelle/"))
    page = cheffe.envoyer(
        page,
        "Enregistrer",
        instance=page.formulaire("Enregistrer").choisir("instance", "Conférence des maires"),
        intitule="Étudier ensemble les services supports",
        sens="adoptee",
        texte="Les huit communes étudient la mutualisation de leurs services supports.",
    )
    page.dit("Étudier ensemble les services supports")


def les_populations_sont_celles_du_fichier_de_reference(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(f"/territoire/epci/{BREST_METROPOLE}/")
    for commune in charger_epci(BREST_METROPOLE).communes:
        page.dit(f"{commune.population_municipale:,}".replace(",", " "))
