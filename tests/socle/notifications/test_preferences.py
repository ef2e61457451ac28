"""A person rules what he or she receives, with an account or by the link of a mail."""

import pytest
from django.core import mail
from django.urls import reverse

from accord.socle.notifications.enums import Frequence
from accord.socle.notifications.liens import jeton_d_arret
from accord.socle.notifications.models import Preference
from accord.socle.notifications.selectors import reglages_de


def frequence_de(adresse, genre):
    return next(r.frequence for r in reglages_de(adresse) if r.genre.code == genre)


@pytest.mark.django_db
def test_ce_qui_demande_d_agir_est_immediat_par_defaut_et_le_reste_resume():
    assert frequence_de("a@exemple.example", "general.agir") == Frequence.IMMEDIAT
    assert frequence_de("a@exemple.example", "general.information") == Frequence.RESUME


def test_la_page_montre_et_enregistre_mes_choix(client_de, distribution):
    client = client_de("secretaire")
    page = client.get(reverse("notifications:preferences"))
    assert "On attend quelque chose de moi" in page.content.decode()
    choix = {reglage.genre.code: "resume" for reglage in reglages_de(distribution.secretaire.email)}
    client.post(reverse("notifications:preferences"), choix)
    assert frequence_de(distribution.secretaire.email, "general.agir") == Frequence.RESUME


def test_un_choix_inconnu_est_refuse_sans_rien_changer(client_de):
    reponse = client_de("secretaire").post(
        reverse("notifications:preferences"), {"general.agir": "sans cesse"}
    )
    assert reponse.status_code == 200
    assert not Preference.objects.exists()


@pytest.mark.django_db
def test_ouvrir_le_lien_d_arret_ne_change_rien_encore(client):
    """Mail scanners open every link: only the button, or the mail program's own post, stops."""
    client.get(
        reverse("notifications:courriel-arreter", args=[jeton_d_arret("a@exemple.example", "general.agir")])
    )
    assert not Preference.objects.exists()


@pytest.mark.django_db
def test_le_lien_d_arret_arrete_sans_compte_et_sans_temoin(client):
    adresse = reverse(
        "notifications:courriel-arreter", args=[jeton_d_arret("a@exemple.example", "general.agir")]
    )
    reponse = client.post(adresse, {"List-Unsubscribe": "One-Click"})
    assert "Vous ne recevrez plus" in reponse.content.decode()
    assert frequence_de("a@exemple.example", "general.agir") == Frequence.JAMAIS


@pytest.mark.django_db
def test_un_lien_altere_est_introuvable(client):
    jeton = jeton_d_arret("a@exemple.example", "general.agir")
    assert client.post(reverse("notifications:courriel-arreter", args=[jeton[:-2] + "xx"])).status_code == 404
    assert mail.outbox == []
