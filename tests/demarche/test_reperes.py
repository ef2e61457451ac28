"""Opening and closing the repères: transitions, conditions, reasons, journal."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accord.demarche import registre
from accord.demarche.enums import Etat, Piste, Repere, StatutInvitation
from accord.demarche.registre import Condition
from accord.demarche.selectors.etapes import etapes, vue_repere
from accord.demarche.services.decisions import ContenuDecision, enregistrer_decision
from accord.demarche.services.reperes import changer_etat_repere
from accord.socle.journal.models import Entree


@pytest.fixture
def premier(demarche):
    return demarche.reperes.get(repere=Repere.VALEURS)


@pytest.fixture
def communes_invitees(demarche):
    demarche.invitations.update(statut=StatutInvitation.ENVOYEE, email="mairie@exemple.test")


def decider_le_lancement(demarche, pilote):
    contenu = ContenuDecision(intitule="Lancement", date_decision=pilote.le)
    return enregistrer_decision(demarche=demarche, contenu=contenu, acteur=pilote)


def test_une_demarche_nait_avec_ses_huit_reperes_a_venir(demarche):
    assert [(etape.numero, etape.etat) for etape in etapes(demarche)] == [(n, "a_venir") for n in range(1, 9)]


def test_un_repere_dont_les_conditions_sont_remplies_s_ouvre_sans_motif(premier, communes_invitees, pilote):
    ouvert = changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)

    assert (ouvert.etat, ouvert.date_ouverture, ouvert.motif) == (Etat.EN_COURS, pilote.le, "")


def test_ouvrir_avec_une_condition_manquante_demande_un_motif(premier, pilote):
    with pytest.raises(ValidationError, match="Dites pourquoi"):
        changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)

    premier.refresh_from_db()
    assert premier.etat == Etat.A_VENIR


def test_un_motif_d_espaces_n_est_pas_un_motif(premier, pilote):
    with pytest.raises(ValidationError):
        changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote, motif="   ")


def test_le_motif_et_les_conditions_manquantes_sont_au_journal(premier, pilote):
    changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote, motif="Adresses attendues")

    entree = Entree.objects.get(code="demarche.repere_change")
    assert entree.donnees["motif"] == "Adresses attendues"
    assert entree.donnees["manquantes"] == ["Toutes les communes sont invitées."]


def test_un_repere_a_venir_ne_se_termine_pas_directement(premier, pilote):
    with pytest.raises(ValidationError, match="ne passe pas directement"):
        changer_etat_repere(etat_repere=premier, vers=Etat.TERMINE, acteur=pilote, motif="Pressé")


def test_terminer_le_premier_repere_demande_une_decision(premier, communes_invitees, pilote, demarche):
    changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)
    with pytest.raises(ValidationError):
        changer_etat_repere(etat_repere=premier, vers=Etat.TERMINE, acteur=pilote)

    decider_le_lancement(demarche, pilote)
    termine = changer_etat_repere(etat_repere=premier, vers=Etat.TERMINE, acteur=pilote)

    assert termine.date_cloture == pilote.le


def test_rouvrir_un_repere_demande_toujours_un_motif(premier, communes_invitees, pilote, demarche):
    changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)
    decider_le_lancement(demarche, pilote)
    changer_etat_repere(etat_repere=premier, vers=Etat.TERMINE, acteur=pilote)

    with pytest.raises(ValidationError):
        changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)
    rouvert = changer_etat_repere(
        etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote, motif="Charte à revoir"
    )

    assert (rouvert.etat, rouvert.date_cloture) == (Etat.EN_COURS, None)


def test_redemander_le_meme_etat_ne_change_rien(premier, communes_invitees, pilote):
    changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)
    changer_etat_repere(etat_repere=premier, vers=Etat.EN_COURS, acteur=pilote)

    assert Entree.objects.filter(code="demarche.repere_change").count() == 1


def test_le_second_repere_attend_la_fin_du_premier(demarche):
    entrees = vue_repere(demarche.reperes.get(repere=Repere.SEGMENTS)).entrees

    assert [(c.libelle, c.remplie) for c in entrees][:1] == [
        ("Le repère 1 « Valeurs partagées » est terminé.", False)
    ]


def test_une_application_ajoute_ses_conditions_sans_toucher_a_la_demarche(demarche, monkeypatch):
    def charte(d):
        return [Condition("La charte est adoptée.", False, "sortie", f"/charte/{d.slug}/")]

    monkeypatch.setattr(registre, "_conditions", {1: []})
    registre.declarer_conditions(1, charte)
    registre.declarer_conditions(1, charte)

    assert [c.libelle for c in registre.conditions_de(demarche, 1)] == ["La charte est adoptée."]


def test_le_formulaire_garde_le_motif_et_dit_ce_qui_manque(client_de, demarche):
    url = reverse("demarche:repere-changer", args=[demarche.slug, 1])

    sans_motif = client_de("chef_projet").post(url, {"vers": "en_cours", "motif": ""})
    farfelu = client_de("chef_projet").post(url, {"vers": "farfelu", "motif": "Parce que"})

    assert sans_motif.status_code == 422
    assert "Dites pourquoi" in sans_motif.content.decode()
    assert farfelu.status_code == 422


def test_le_chef_de_projet_ouvre_un_repere_depuis_la_page(client_de, demarche):
    url = reverse("demarche:repere-changer", args=[demarche.slug, 1])

    reponse = client_de("chef_projet").post(url, {"vers": "en_cours", "motif": "On commence"}, follow=True)

    assert "L’état du repère est enregistré." in reponse.content.decode()
    assert demarche.reperes.get(repere=1).etat == Etat.EN_COURS


def test_le_maire_ne_fait_pas_avancer_la_demarche(client_de, demarche):
    url = reverse("demarche:repere-changer", args=[demarche.slug, 1])

    assert client_de("maire").post(url, {"vers": "en_cours", "motif": "x"}).status_code == 403
    assert client_de("intrus").post(url, {"vers": "en_cours", "motif": "x"}).status_code == 404
    assert client_de("chef_projet").get(url).status_code == 405


def test_un_service_commun_seul_saute_les_reperes_deja_regles(demarche, distribution):
    demarche.piste = Piste.SERVICE_COMMUN
    demarche.save()

    assert [etape.numero for etape in etapes(demarche) if etape.etat == "sans_objet"] == [2, 4]
    entrees = vue_repere(demarche.reperes.get(repere=Repere.BESOINS)).entrees
    assert entrees[0].libelle.startswith("Le repère 1 ")


def test_un_repere_sans_objet_s_ouvre_tout_de_meme_avec_un_motif(client_de, demarche):
    demarche.piste = Piste.SERVICE_COMMUN
    demarche.save()
    url = reverse("demarche:repere-changer", args=[demarche.slug, 2])
    client = client_de("chef_projet")

    assert (
        "Sans objet dans ce cadre"
        in client.get(reverse("demarche:repere-voir", args=[demarche.slug, 2])).content.decode()
    )
    client.post(url, {"vers": "en_cours", "motif": "Deux services à choisir"})

    assert etapes(demarche)[1].etat == Etat.EN_COURS


@pytest.mark.parametrize("piste", Piste.values)
def test_chaque_cadre_montre_ses_huit_reperes_et_son_calendrier(client_de, demarche, piste):
    demarche.piste = piste
    demarche.save()
    client = client_de("maire")

    assert len(etapes(demarche)) == 8
    assert client.get(demarche.get_absolute_url()).status_code == 200
    page = client.get(reverse("demarche:calendrier-voir", args=[demarche.slug])).content.decode()
    assert ("Rapport relatif aux mutualisations" in page) is (piste == Piste.LEGALE)
