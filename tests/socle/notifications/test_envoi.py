"""Mail that leaves: through a real SMTP conversation, recorded, explained, stoppable."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from accord.socle.notifications.destinataires import Destinataire
from accord.socle.notifications.enums import Frequence, StatutCourriel
from accord.socle.notifications.models import Courriel
from accord.socle.notifications.services.envoi import MESSAGE, envoyer_courriel, expedier
from accord.socle.notifications.services.preferences import choisir_frequence
from tests.socle.notifications.lecture import html_de, texte_de

LE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CONTEXTE = {
    "sujet": "L’avis de votre conseil municipal est attendu à Saint-Aubin-des-Prés",
    "paragraphes": ["Le rapport a été transmis à votre commune. <Élus> & secrétaire : à vous."],
    "details": [("Date limite", "mercredi 17 février 2027")],
    "action_libelle": "Noter l’avis",
    "action_url": "/schema/val-d-accord/avis/",
}
RAISON = "Vous êtes secrétaire de mairie de Petitbois."


def envoyer(*qui, **options):
    """The usual mail."""
    return envoyer_courriel(MESSAGE, qui, CONTEXTE, RAISON, LE, **options)


@pytest.mark.django_db(transaction=True)
def test_le_courriel_arrive_en_texte_et_en_html_avec_ses_accents(boite):
    envoyer(Destinataire("sylvie.petit@petitbois.example", "Sylvie Petit"))

    (recu,) = boite.messages
    texte = texte_de(recu)
    html = html_de(recu)
    assert recu["subject"].strip() == f"[Commun Accord] {CONTEXTE['sujet']}"
    assert recu.get_content_type() == "multipart/alternative"
    assert "Bonjour Sylvie Petit," in texte
    assert "<Élus> & secrétaire" in texte
    assert "&lt;Élus&gt; &amp; secrétaire" in html
    assert "Date limite : mercredi 17 février 2027" in texte


@pytest.mark.django_db(transaction=True)
def test_le_courriel_dit_pourquoi_et_comment_l_arreter(boite):
    envoyer("sylvie.petit@petitbois.example")

    (recu,) = boite.messages
    arret = recu["list-unsubscribe"].strip(" <>")
    for corps in (texte_de(recu), html_de(recu)):
        assert RAISON in corps
        assert arret in corps
    assert recu["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"


@pytest.mark.django_db(transaction=True)
def test_les_repondeurs_automatiques_sont_prevenus(boite):
    envoyer("sylvie.petit@petitbois.example")
    assert boite.messages[0]["auto-submitted"] == "auto-generated"


@pytest.mark.django_db(transaction=True)
def test_l_adresse_de_la_page_est_complete(boite, settings):
    settings.ADRESSE_DU_SITE = "https://accord.example"
    envoyer("sylvie.petit@petitbois.example")
    assert "https://accord.example/schema/val-d-accord/avis/" in texte_de(boite.messages[0])


@pytest.mark.django_db(transaction=True)
def test_chacun_recoit_le_sien_sans_voir_les_autres(boite):
    envoyer("a@exemple.example", "b@exemple.example")
    assert [message["to"] for message in boite.messages] == ["a@exemple.example", "b@exemple.example"]


@pytest.mark.django_db(transaction=True)
def test_une_adresse_repetee_ne_recoit_qu_un_courriel(boite):
    envoyer("a@exemple.example", "A@Exemple.example ", Destinataire("a@exemple.example", "Anne"))
    assert len(boite.messages) == 1


@pytest.mark.django_db(transaction=True)
def test_rien_ne_part_si_la_transaction_est_annulee(boite):
    with transaction.atomic():
        envoyer("a@exemple.example")
        transaction.set_rollback(True)
    assert boite.messages == []
    assert not Courriel.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_l_envoi_est_enregistre_avec_sa_raison_et_sa_date(boite):
    (courriel,) = envoyer("a@exemple.example")
    courriel.refresh_from_db()
    assert courriel.statut == StatutCourriel.ENVOYE
    assert courriel.envoye_le is not None
    assert courriel.raison == RAISON
    assert courriel.gabarit == MESSAGE


@pytest.mark.django_db(transaction=True)
def test_une_boite_qui_refuse_n_empeche_pas_les_autres(boite):
    boite.refusees = {"absent@exemple.example"}
    refuse, recu = envoyer("absent@exemple.example", "present@exemple.example")
    refuse.refresh_from_db()
    recu.refresh_from_db()
    assert refuse.statut == StatutCourriel.ECHOUE
    assert "550" in refuse.erreur
    assert recu.statut == StatutCourriel.ENVOYE


@pytest.mark.django_db(transaction=True)
def test_un_courriel_non_remis_peut_repartir(boite):
    boite.refusees = {"absent@exemple.example"}
    (courriel,) = envoyer("absent@exemple.example")
    boite.refusees = set()

    assert expedier() == 1
    courriel.refresh_from_db()
    assert (courriel.statut, courriel.erreur) == (StatutCourriel.ENVOYE, "")


@pytest.mark.django_db(transaction=True)
def test_un_serveur_absent_ne_fait_pas_echouer_l_action(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    (courriel,) = envoyer("a@exemple.example")
    courriel.refresh_from_db()
    assert courriel.statut == StatutCourriel.ECHOUE


@pytest.mark.django_db(transaction=True)
def test_qui_a_dit_non_ne_recoit_rien_mais_la_trace_reste(boite):
    choisir_frequence(adresse="A@exemple.example", genre="general.agir", frequence=Frequence.JAMAIS)
    (courriel,) = envoyer("a@exemple.example")
    assert boite.messages == []
    assert courriel.statut == StatutCourriel.ARRETE


@pytest.mark.django_db(transaction=True)
def test_une_simple_nouvelle_attend_le_resume(boite):
    (courriel,) = envoyer("a@exemple.example", genre="general.information")
    assert boite.messages == []
    assert courriel.statut == StatutCourriel.EN_RESUME


@pytest.mark.django_db(transaction=True)
def test_un_retour_a_la_ligne_dans_le_sujet_ne_forge_pas_d_en_tete(boite):
    envoyer_courriel(
        MESSAGE, ["a@exemple.example"], {"sujet": "Bonjour\nBcc: tous@exemple.example"}, RAISON, LE
    )
    assert boite.messages[0]["bcc"] is None
    assert boite.messages[0]["subject"] == "[Commun Accord] Bonjour Bcc: tous@exemple.example"
