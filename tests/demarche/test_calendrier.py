"""The back-planning: states seen from a day, known dates, filters, exports."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from icalendar import Calendar

from accord.demarche import registre
from accord.demarche.enums import DelaiDob, NatureJalon, Piste
from accord.demarche.registre import EcheanceApp
from accord.demarche.selectors.calendrier import calendrier_vu, fenetre, prochaines
from accord.demarche.selectors.frise import frise
from accord.demarche.services.calendrier import ajouter_jalon, definir_calendrier, retirer_jalon
from accord.socle.journal.models import Entree


def par_code(demarche, le):
    vues = {}
    for vue in calendrier_vu(demarche, le):
        vues.setdefault(vue.cle.rsplit("-", 3)[0], vue)
    return vues


@pytest.mark.parametrize(
    ("le", "etat"),
    [
        (date(2026, 11, 1), "a_venir"),
        (date(2026, 11, 15), "proche"),
        (date(2026, 12, 15), "proche"),
        (date(2026, 12, 16), "en_retard"),
    ],
)
def test_l_etat_de_la_notification_depend_du_jour_ou_l_on_regarde(demarche, le, etat):
    assert par_code(demarche, le)["rapport_notification_limite"].etat == etat


def test_une_date_connue_prouve_que_l_echeance_est_tenue(demarche, pilote):
    ajouter_jalon(
        demarche=demarche, nature=NatureJalon.RECEPTION_RAPPORT, date_jalon=date(2026, 12, 1), acteur=pilote
    )

    vues = par_code(demarche, date(2027, 4, 1))

    assert vues["rapport_notification_limite"].etat == "fait"
    assert vues["avis_commune_tacite"].date == date(2027, 3, 1)


def test_un_pacte_facultatif_n_est_jamais_en_retard(demarche):
    assert par_code(demarche, date(2027, 1, 1))["pacte_gouvernance"].etat == "passee"


def test_chaque_echeance_legale_porte_article_calcul_et_regle(demarche):
    rapport = par_code(demarche, date(2026, 11, 23))["rapport_mutualisations"]

    assert rapport.article == "CGCT, L5211-39-1"
    assert rapport.verifie is True
    assert "+ 1 an = 15 mars 2027" in rapport.calcul
    assert rapport.url == "/demarche/regles/rapport_mutualisations/"


def test_une_application_ajoute_ses_echeances(demarche, monkeypatch):
    monkeypatch.setattr(registre, "_echeances", [])
    registre.declarer_echeances(
        lambda d: [EcheanceApp("campagne", "Fin de la campagne", date(2026, 12, 1), "/c/")]
    )

    vue = next(v for v in calendrier_vu(demarche, date(2026, 12, 2)) if v.libelle == "Fin de la campagne")

    assert (vue.etat, vue.url, vue.famille_libelle) == ("en_retard", "/c/", "Démarche")


def test_les_prochaines_commencent_par_les_retards(demarche):
    vues = prochaines(calendrier_vu(demarche, date(2026, 12, 20)))

    assert vues[0].etat == "en_retard"
    assert all(vue.etat != "passee" for vue in vues)


def test_le_cadre_volontaire_n_a_pas_de_limite_legale(demarche, pilote):
    definir_calendrier(
        demarche=demarche,
        date_renouvellement=date(2026, 3, 22),
        piste=Piste.VOLONTAIRE,
        fenetre_dob=DelaiDob.SEMAINES,
        date_dob=None,
        acteur=pilote,
    )

    vues = par_code(demarche, date(2026, 11, 23))

    assert "rapport_mutualisations" not in vues
    assert vues["pacte_gouvernance"].date == date(2026, 12, 22)
    assert vues["dob_ouverture"].regle == "dob_fenetre_semaines"


def test_la_meme_date_posee_deux_fois_n_en_fait_qu_une(demarche, pilote):
    for _ in range(2):
        ajouter_jalon(
            demarche=demarche, nature=NatureJalon.BUDGET, date_jalon=date(2027, 3, 30), acteur=pilote
        )

    assert demarche.jalons.count() == 1
    assert Entree.objects.filter(code="demarche.jalon_pose").count() == 1


def test_une_date_retiree_laisse_sa_trace_au_journal(demarche, pilote):
    jalon = ajouter_jalon(
        demarche=demarche, nature=NatureJalon.BUDGET, date_jalon=date(2027, 3, 30), acteur=pilote
    )

    retirer_jalon(jalon=jalon, acteur=pilote)

    assert demarche.jalons.count() == 0
    assert Entree.objects.get(code="demarche.jalon_retire").donnees["date"] == "2027-03-30"


def test_la_frise_place_les_echeances_de_gauche_a_droite(demarche):
    dessin = frise(calendrier_vu(demarche, date(2026, 11, 23)), date(2026, 11, 23))

    abscisses = [point.x for point in dessin.points]
    assert dessin.marge <= min(abscisses)
    assert max(abscisses) <= dessin.largeur
    assert len({(point.x, point.y) for point in dessin.points}) == len(dessin.points)
    assert {piste.libelle for piste in dessin.pistes} >= {"Mandat", "Pacte de gouvernance", "Schéma"}


def test_sans_echeance_il_n_y_a_pas_de_frise():
    assert frise([], date(2026, 11, 23)) is None


def test_la_fenetre_garde_ses_deux_bornes(demarche):
    vues = fenetre(calendrier_vu(demarche, date(2026, 11, 23)), date(2026, 12, 10), date(2026, 12, 15))

    assert {vue.date for vue in vues} == {date(2026, 12, 10), date(2026, 12, 15)}


def ouvrir(client, demarche, parametres=""):
    return client.get(reverse("demarche:calendrier-voir", args=[demarche.slug]) + parametres).content.decode()


def test_la_page_montre_la_frise_le_tableau_et_le_calcul(client_de, demarche):
    page = ouvrir(client_de("maire"), demarche)

    assert "<svg" in page
    assert "15 mars 2026 (renouvellement général des conseils municipaux) + 1 an = 15 mars 2027" in page
    assert "À vérifier" in page


def test_les_filtres_de_l_adresse_restreignent_la_liste(client_de, demarche):
    page = ouvrir(client_de("maire"), demarche, "?periode=mandat&famille=pacte")

    assert "Adoption du pacte de gouvernance" in page
    assert "Rapport d’activité" not in page


def test_un_filtre_inconnu_n_est_pas_une_panne(client_de, demarche):
    assert "Adoption du pacte" in ouvrir(client_de("maire"), demarche, "?famille=farfelue&periode=9")


def test_une_mauvaise_date_est_expliquee_et_gardee(client_de, demarche):
    url = reverse("demarche:jalon-poser", args=[demarche.slug])

    reponse = client_de("chef_projet").post(
        url, {"nature": "budget", "date_jalon": "31/02/2027", "precision": "Vote"}
    )

    assert reponse.status_code == 422
    assert "Vote" in reponse.content.decode()


@pytest.mark.parametrize("jour", ["9999-12-31", "0001-01-01", "1999-12-31"])
def test_une_date_hors_du_calendrier_est_refusee_a_la_saisie(client_de, demarche, jour):
    url = reverse("demarche:jalon-poser", args=[demarche.slug])

    assert client_de("chef_projet").post(url, {"nature": "budget", "date_jalon": jour}).status_code == 422


def test_regler_la_base_recalcule_les_dates(client_de, demarche):
    client = client_de("chef_projet")
    reglages = {"piste": "legale", "date_renouvellement": "2026-03-22", "fenetre_dob": "dob_fenetre_mois"}

    client.post(reverse("demarche:calendrier-regler", args=[demarche.slug]), reglages)

    assert "22 mars 2027" in ouvrir(client, demarche)


def test_poser_puis_retirer_une_date_depuis_la_page(client_de, demarche):
    client = client_de("chef_projet")
    client.post(
        reverse("demarche:jalon-poser", args=[demarche.slug]),
        {"nature": "seance_cst", "date_jalon": "21/01/2027"},
    )
    assert "6 janvier 2027" in ouvrir(client, demarche)

    jalon = demarche.jalons.get()
    client.post(reverse("demarche:jalon-retirer", args=[demarche.slug, jalon.pk]))

    assert demarche.jalons.count() == 0


def test_l_intrus_ne_retire_pas_une_date(client_de, demarche, pilote):
    jalon = ajouter_jalon(
        demarche=demarche, nature=NatureJalon.BUDGET, date_jalon=date(2027, 3, 30), acteur=pilote
    )
    url = reverse("demarche:jalon-retirer", args=[demarche.slug, jalon.pk])

    assert client_de("intrus").post(url).status_code == 404
    assert client_de("maire").post(url).status_code == 403
    assert demarche.jalons.count() == 1


def test_le_classeur_porte_les_dates_les_articles_et_aucune_formule(client_de, demarche, monkeypatch):
    monkeypatch.setattr(registre, "_echeances", [lambda d: [EcheanceApp("x", "=1+1", date(2026, 12, 1))]])

    reponse = client_de("maire").get(
        reverse("demarche:calendrier-xlsx", args=[demarche.slug]) + "?periode=mandat"
    )

    feuille = openpyxl.load_workbook(BytesIO(reponse.content)).active
    lignes = list(feuille.iter_rows(min_row=2))
    rapport = next(ligne for ligne in lignes if ligne[2].value.startswith("Rapport relatif"))
    injectee = next(ligne for ligne in lignes if ligne[2].value == "=1+1")
    assert rapport[0].value.date() == date(2027, 3, 15)
    assert (rapport[5].value, rapport[6].value) == ("CGCT, L5211-39-1", "oui")
    assert injectee[2].data_type == "s"


def test_l_agenda_se_lit_et_garde_ses_identifiants(client_de, demarche):
    url = reverse("demarche:calendrier-ics", args=[demarche.slug])
    client = client_de("maire")

    premier, second = (Calendar.from_ical(client.get(url).content) for _ in range(2))

    evenements = {str(e["uid"]): e for e in premier.walk("VEVENT")}
    assert {str(e["uid"]) for e in second.walk("VEVENT")} == set(evenements)
    rapport = evenements[f"{demarche.slug}-rapport_mutualisations-2027-03-15@commun-accord"]
    assert rapport["dtstart"].dt == date(2027, 3, 15)
