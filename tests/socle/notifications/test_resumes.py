"""The day's summary: grouped, newest first, never empty, sent once."""

from datetime import UTC, datetime, timedelta

import pytest

from accord.socle.notifications.services.envoi import MESSAGE, envoyer_courriel
from accord.socle.notifications.services.resumes import envoyer_resumes
from tests.socle.notifications.lecture import texte_de

MATIN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def nouvelle(sujet, groupe="Val d’Accord", minutes=0):
    """A piece of news that waits for the summary."""
    le = MATIN + timedelta(minutes=minutes)
    contexte = {"sujet": sujet, "action_url": f"/{sujet}/"}
    envoyer_courriel(
        MESSAGE,
        ["a@exemple.example"],
        contexte,
        "Vous êtes membre.",
        le,
        genre="general.information",
        groupe=groupe,
    )


def corps(boite):
    return texte_de(boite.messages[0])


@pytest.mark.django_db(transaction=True)
def test_sans_nouvelle_aucun_resume_ne_part(boite):
    assert envoyer_resumes(le=MATIN) == 0
    assert boite.messages == []


@pytest.mark.django_db(transaction=True)
def test_un_seul_message_regroupe_les_nouvelles_par_sujet(boite):
    nouvelle("une")
    nouvelle("deux", groupe="Autre démarche")
    assert envoyer_resumes(le=MATIN) == 1
    (message,) = boite.messages
    assert message["subject"] == "[Commun Accord] 2 nouvelles de vos démarches"
    assert "Val d’Accord\n- une" in corps(boite)
    assert "Autre démarche\n- deux" in corps(boite)


@pytest.mark.django_db(transaction=True)
def test_la_nouvelle_la_plus_recente_vient_en_premier(boite):
    nouvelle("ancienne")
    nouvelle("récente", minutes=30)
    envoyer_resumes(le=MATIN)
    assert corps(boite).index("récente") < corps(boite).index("ancienne")


@pytest.mark.django_db(transaction=True)
def test_la_meme_nouvelle_n_est_dite_qu_une_fois(boite):
    nouvelle("répétée")
    nouvelle("répétée", minutes=10)
    envoyer_resumes(le=MATIN)
    assert corps(boite).count("- répétée") == 1


@pytest.mark.django_db(transaction=True)
def test_le_resume_lance_deux_fois_ne_part_qu_une_fois(boite):
    nouvelle("une")
    envoyer_resumes(le=MATIN)
    assert envoyer_resumes(le=MATIN) == 0
    assert len(boite.messages) == 1
