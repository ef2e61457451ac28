from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from accord.schema.enums import EtatSchema, SensAvis
from accord.schema.erreurs import ActeRefuse, AvisHorsDelai
from accord.schema.evenements import AvisDepose
from accord.schema.models import AvisCommune, AvisTardif
from accord.schema.services.avis import constater_avis_tacites
from accord.socle import evenements
from accord.socle.journal.models import Entree
from tests.schema.conftest import RECEPTION, TERME, Circuit

VEILLE = TERME - timedelta(days=1)


@pytest.fixture
def transmis(circuit: Circuit) -> Circuit:
    return circuit.jusqu_a_la_transmission()


def test_recu_le_15_decembre_rien_n_est_tacite_le_14_mars(transmis: Circuit):
    assert constater_avis_tacites(le=VEILLE) == []
    assert not AvisCommune.objects.exists()


def test_recu_le_15_decembre_l_avis_est_repute_favorable_le_15_mars(transmis: Circuit):
    constater_avis_tacites(le=date(2027, 3, 15))

    avis = AvisCommune.objects.get(transmission=transmis.transmission("Petitbois"))
    assert avis.sens == SensAvis.TACITE
    assert avis.date_avis == date(2027, 3, 15)
    assert avis.note_par is None


def test_jour_apres_jour_les_avis_tacites_tombent_a_leur_date(circuit: Circuit):
    circuit.figer()
    circuit.transmettre()
    receptions = dict(zip(circuit.cast.communes, range(15, 20), strict=True))
    for nom, jour in receptions.items():
        circuit.recevoir(nom, date(2026, 12, jour))

    constates = {
        jour: [a.transmission.collectivite.nom for a in constater_avis_tacites(le=date(2027, 3, jour))]
        for jour in range(14, 21)
    }

    assert constates == {14: [], 20: [], **{jour: [nom] for nom, jour in receptions.items()}}


def test_un_constat_en_retard_garde_la_date_legale(transmis: Circuit):
    constater_avis_tacites(le=date(2027, 4, 2))

    assert set(AvisCommune.objects.values_list("date_avis", flat=True)) == {TERME}


def test_le_constat_peut_etre_refait_sans_effet(transmis: Circuit):
    assert len(constater_avis_tacites(le=TERME)) == 5
    assert constater_avis_tacites(le=TERME) == []
    assert Entree.objects.filter(code="schema.avis_tacite_constate").count() == 5


def test_la_commande_quotidienne_dit_ce_qu_elle_a_note(transmis: Circuit):
    sortie = StringIO()
    call_command("constater_avis_tacites", "--le", "2027-03-15", stdout=sortie)

    assert "Petitbois\u202f: réputé favorable le 15/03/2027" in sortie.getvalue()
    assert "Avis tacites constatés\u202f: 5." in sortie.getvalue()


def test_sans_date_de_reception_le_silence_ne_vaut_rien(circuit: Circuit):
    circuit.figer()
    circuit.transmettre()

    assert constater_avis_tacites(le=date(2028, 1, 1)) == []


@pytest.mark.parametrize("sens", [SensAvis.FAVORABLE, SensAvis.DEFAVORABLE])
def test_un_avis_exprime_dans_le_delai_est_note(transmis: Circuit, sens: SensAvis):
    avis = transmis.deposer("Petitbois", sens, le=VEILLE)

    assert (avis.sens, avis.date_avis) == (sens, VEILLE)
    assert transmis.transmission("Petitbois") not in [
        a.transmission for a in constater_avis_tacites(le=TERME)
    ]


def test_des_reserves_s_ecrivent(transmis: Circuit):
    avis = transmis.deposer("Petitbois", SensAvis.RESERVES, reserves="Garder un accueil en mairie.")

    assert avis.reserves == "Garder un accueil en mairie."


def test_un_avis_avec_reserves_sans_texte_est_refuse(transmis: Circuit):
    with pytest.raises(ActeRefuse, match="dit lesquelles"):
        transmis.deposer("Petitbois", SensAvis.RESERVES)


def test_des_reserves_sur_un_autre_avis_sont_signalees(transmis: Circuit):
    with pytest.raises(ActeRefuse, match="choisissez l’avis"):
        transmis.deposer("Petitbois", SensAvis.FAVORABLE, reserves="Sauf que…")


def test_nul_ne_note_un_avis_tacite_a_la_main(transmis: Circuit):
    with pytest.raises(ActeRefuse, match="par la plateforme"):
        transmis.deposer("Petitbois", SensAvis.TACITE)


def test_un_avis_recu_le_dernier_jour_est_dans_le_delai(transmis: Circuit):
    assert transmis.deposer("Petitbois", le=TERME).sens == SensAvis.FAVORABLE


def test_un_avis_recu_le_dernier_jour_l_emporte_sur_le_constat_du_matin(transmis: Circuit):
    constater_avis_tacites(le=TERME)

    avis = transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=TERME)

    assert AvisCommune.objects.get(pk=avis.pk).sens == SensAvis.DEFAVORABLE
    assert Entree.objects.filter(code="schema.avis_rectifie").count() == 1


def test_un_avis_vote_dans_le_delai_et_recu_apres_remplace_l_avis_tacite(transmis: Circuit):
    constater_avis_tacites(le=TERME)

    avis = transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=TERME + timedelta(days=4), date_avis=TERME)

    assert AvisCommune.objects.get(pk=avis.pk).sens == SensAvis.DEFAVORABLE
    assert not AvisTardif.objects.exists()


def test_un_avis_depose_hors_delai_est_refuse_et_dit_pourquoi(transmis: Circuit):
    with pytest.raises(
        AvisHorsDelai, match="prise après le 15 mars 2027.*réputé favorable depuis le 15 mars 2027"
    ):
        transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=TERME + timedelta(days=1))


def test_un_avis_hors_delai_est_garde_pour_information(transmis: Circuit):
    with pytest.raises(AvisHorsDelai):
        transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=TERME + timedelta(days=1))

    assert AvisTardif.objects.get().sens == SensAvis.DEFAVORABLE
    assert AvisCommune.objects.get().sens == SensAvis.TACITE


def test_redeposer_un_avis_hors_delai_ne_garde_qu_un_courrier(transmis: Circuit):
    for _ in range(2):
        with pytest.raises(AvisHorsDelai):
            transmis.deposer("Petitbois", SensAvis.DEFAVORABLE, le=TERME + timedelta(days=1))

    assert AvisTardif.objects.count() == 1


def test_deposer_deux_fois_le_meme_avis_n_en_laisse_qu_un(transmis: Circuit):
    assert transmis.deposer("Petitbois").pk == transmis.deposer("Petitbois").pk
    assert Entree.objects.filter(code="schema.avis_depose").count() == 1


def test_un_avis_rendu_ne_se_remplace_pas(transmis: Circuit):
    transmis.deposer("Petitbois")

    with pytest.raises(ActeRefuse, match="est déjà noté\u202f: favorable"):
        transmis.deposer("Petitbois", SensAvis.DEFAVORABLE)


@pytest.mark.parametrize(
    ("champs", "motif"),
    [
        ({"date_avis": date(2027, 2, 2)}, "postérieure"),
        ({"date_reception": date(2027, 2, 2)}, "futur"),
        ({"date_avis": date(2026, 12, 1)}, "avant"),
    ],
)
def test_une_date_impossible_est_refusee(transmis: Circuit, champs: dict, motif: str):
    with pytest.raises(ActeRefuse, match=motif):
        transmis.deposer("Petitbois", le=date(2027, 2, 1), **champs)


def test_le_dernier_avis_fait_passer_le_schema_a_l_etape_suivante(transmis: Circuit):
    noms = list(transmis.cast.communes)
    for nom in noms[:-1]:
        transmis.deposer(nom)
        assert transmis.etat() == EtatSchema.TRANSMIS

    transmis.deposer(noms[-1])

    assert transmis.etat() == EtatSchema.AVIS_RECUEILLIS


def test_une_commune_non_destinataire_retient_le_schema(circuit: Circuit):
    circuit.figer()
    circuit.transmettre(["Petitbois"])
    circuit.recevoir("Petitbois")
    circuit.deposer("Petitbois")

    assert circuit.etat() == EtatSchema.TRANSMIS


def test_un_avis_depose_est_publie(transmis: Circuit, monkeypatch):
    recus: list[AvisDepose] = []
    monkeypatch.setitem(evenements._abonnes, AvisDepose, [recus.append])

    transmis.deposer("Petitbois", le=date(2027, 2, 1))

    assert [(e.sens, e.date_avis) for e in recus] == [("favorable", date(2027, 2, 1))]


def test_la_base_refuse_un_avis_tacite_signe(transmis: Circuit):
    constater_avis_tacites(le=TERME)

    with pytest.raises(IntegrityError), transaction.atomic():
        AvisCommune.objects.update(note_par=transmis.cast.maire)


def test_la_reception_figure_au_journal_avec_la_date_limite(transmis: Circuit):
    donnees = Entree.objects.filter(code="schema.reception_notee").first().donnees

    assert (donnees["date"], donnees["date_avis_tacite"]) == ("15 décembre 2026", "15 mars 2027")
    assert RECEPTION < TERME
