"""The journal: one chain, in the transaction of the act, that nobody can rewrite unseen."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from accord.socle.journal.models import Entree, EntreeImmuable, Maillon
from accord.socle.journal.phrases import declarer_phrase, phrase_de
from accord.socle.journal.services import AUTOMATE, consigner, verifier_chaine
from tests.distribution import Distribution

MIDI = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _trois_entrees(distribution: Distribution) -> list[Entree]:
    acteur = distribution.acteur("dgs")
    return [
        consigner(acteur=acteur, code="essai.fait", objet=distribution.epci, le=MIDI, rang=rang)
        for rang in range(3)
    ]


def test_une_entree_dit_qui_au_nom_de_qui_et_quand(distribution: Distribution) -> None:
    entree = consigner(
        acteur=distribution.acteur("maire"), code="essai.fait", objet=distribution.epci, le=MIDI
    )

    assert entree.qui == "Jean Robert (Maire ou président·e, Bourg-le-Pont)"
    assert entree.survenu_le == MIDI
    assert entree.objet_id == str(distribution.epci.pk)


def test_un_acte_de_la_plateforme_est_signe_par_elle(distribution: Distribution) -> None:
    entree = consigner(acteur=None, code="essai.fait", objet=distribution.epci, le=MIDI)

    assert entree.qui == AUTOMATE
    assert entree.personne is None


def test_les_numeros_se_suivent_et_la_chaine_est_intacte(distribution: Distribution) -> None:
    entrees = _trois_entrees(distribution)

    numeros = [entree.numero for entree in entrees]
    assert numeros == list(range(numeros[0], numeros[0] + 3))
    assert entrees[2].empreinte_precedente == entrees[1].empreinte
    assert verifier_chaine() == (entrees[2].numero, None)


def test_un_acte_annule_ne_laisse_pas_de_trace(distribution: Distribution) -> None:
    avant = Entree.objects.count()

    with pytest.raises(RuntimeError, match="échoue"):
        _acte_qui_echoue(distribution)

    assert Entree.objects.count() == avant
    assert verifier_chaine()[1] is None


@transaction.atomic
def _acte_qui_echoue(distribution: Distribution) -> None:
    consigner(acteur=distribution.acteur("dgs"), code="essai.fait", objet=distribution.epci, le=MIDI)
    raise RuntimeError("l’acte échoue")


def test_une_entree_ne_se_modifie_ni_ne_s_efface(distribution: Distribution) -> None:
    entree = _trois_entrees(distribution)[0]

    with pytest.raises(EntreeImmuable):
        entree.save()
    with pytest.raises(EntreeImmuable):
        entree.delete()
    with pytest.raises(EntreeImmuable):
        Entree.objects.update(code="autre")
    with pytest.raises(EntreeImmuable):
        Entree.objects.all().delete()


@pytest.mark.parametrize(
    ("colonne", "valeur"),
    [("code", "'essai.faux'"), ("qui", "'Quelqu’un d’autre'"), ("donnees", "'{}'"), ("personne_id", "NULL")],
)
def test_une_modification_dans_la_base_se_voit(distribution: Distribution, colonne: str, valeur: str) -> None:
    entree = _trois_entrees(distribution)[1]

    with connection.cursor() as curseur:
        curseur.execute(f"UPDATE journal_entree SET {colonne} = {valeur} WHERE id = %s", [entree.pk])

    _, rupture = verifier_chaine()
    assert rupture is not None
    assert rupture.numero == entree.numero


def test_une_entree_retiree_au_milieu_se_voit(distribution: Distribution) -> None:
    entree = _trois_entrees(distribution)[1]

    with connection.cursor() as curseur:
        curseur.execute("DELETE FROM journal_entree WHERE id = %s", [entree.pk])

    assert verifier_chaine()[1].raison == "entrée manquante"


def test_les_dernieres_entrees_retirees_se_voient(distribution: Distribution) -> None:
    entree = _trois_entrees(distribution)[2]

    with connection.cursor() as curseur:
        curseur.execute("DELETE FROM journal_entree WHERE id = %s", [entree.pk])

    assert verifier_chaine()[1].raison == "dernières entrées effacées"


def test_la_commande_dit_que_le_journal_est_intact(
    distribution: Distribution, capsys: pytest.CaptureFixture
) -> None:
    _trois_entrees(distribution)

    call_command("verifier_journal")

    assert "Journal intact" in capsys.readouterr().out


def test_la_commande_echoue_a_la_premiere_rupture(distribution: Distribution) -> None:
    _trois_entrees(distribution)
    Maillon.objects.update(numero=99)

    with pytest.raises(CommandError, match="Rupture à l’entrée 99"):
        call_command("verifier_journal")


def test_une_phrase_se_lit_en_francais_meme_si_une_donnee_manque(distribution: Distribution) -> None:
    declarer_phrase("essai.phrase", "{qui} a noté {chose} pour {absent}")
    entree = consigner(acteur=None, code="essai.phrase", objet=distribution.epci, le=MIDI, chose="un avis")

    assert phrase_de(entree) == "Commun Accord a noté un avis pour —"
