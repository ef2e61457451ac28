"""The PDF of a sheet: what it says, whatever was typed."""

import io
from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader

from accord.plan.documents import contexte_fiche
from accord.plan.selectors import lire_fiche
from accord.socle.documents import rendre_pdf
from tests.distribution import AUJOURD_HUI
from tests.plan.fabrique import EFFET, creer_etape, creer_fiche

pytestmark = pytest.mark.django_db


def contexte(fiche):
    return contexte_fiche(lire_fiche(fiche, AUJOURD_HUI), AUJOURD_HUI)


def rubriques(fiche):
    return {libelle: valeur.replace("\u202f", " ") for libelle, valeur in contexte(fiche)["rubriques"]}


def lecteur(fiche):
    return PdfReader(io.BytesIO(rendre_pdf("plan/fiche_action", contexte(fiche))))


def test_ce_qui_est_inconnu_est_un_tiret(demarche):
    lues = rubriques(creer_fiche(demarche))

    assert lues["Service"] == "—"
    assert lues["Prise d’effet"] == "—"
    assert lues["Effectifs"] == "— ETP avant, — ETP après"


def test_les_moyens_se_lisent_avant_et_apres(demarche):
    fiche = creer_fiche(
        demarche,
        etp_avant=Decimal("3.70"),
        etp_apres=Decimal("3.50"),
        cout_avant_centimes=21_000_000,
        cout_apres_centimes=18_000_000,
        date_effet=EFFET,
    )

    lues = rubriques(fiche)

    assert lues["Effectifs"] == "3,7 ETP avant, 3,5 ETP après"
    assert lues["Coût annuel"] == "210 000 € avant, 180 000 € après"
    assert lues["Prise d’effet"] == "1er janvier 2028"


def test_l_etat_porte_son_motif_et_l_avancement(demarche):
    fiche = creer_fiche(demarche, etat="suspendu", motif_etat="Recrutement en attente")
    creer_etape(fiche, 1, date_realisation=date(2026, 11, 1))
    creer_etape(fiche, 2)

    assert rubriques(fiche)["État"] == "Suspendue (Recrutement en attente), étapes faites : 1 sur 2"


def test_chaque_etape_dit_si_elle_est_faite_a_faire_ou_en_retard(demarche):
    fiche = creer_fiche(demarche)
    creer_etape(fiche, 1, date(2026, 10, 1), date_realisation=date(2026, 10, 2))
    creer_etape(fiche, 2, date(2026, 11, 1))
    creer_etape(fiche, 3, date(2027, 1, 1))

    assert [etape[3] for etape in contexte(fiche)["etapes"]] == [
        "faite le 02/10/2026",
        "en retard",
        "à faire",
    ]


def test_le_document_est_balise_en_francais_et_porte_son_titre(demarche):
    pdf = lecteur(creer_fiche(demarche))

    assert pdf.trailer["/Root"]["/Lang"].startswith("fr")
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert pdf.metadata.title == "Fiche action n° 1"


def test_des_donnees_de_demonstration_sont_signalees(demarche):
    demarche.est_demonstration = True
    demarche.save()

    assert contexte(creer_fiche(demarche))["entete"]["mention"] == "Données fictives de démonstration"


@pytest.mark.parametrize(
    "texte", ["#panic()", "= Titre\n- liste", "$x^2$", "<script>alert(1)</script>", "{{ 1 }}", "👍 مرحبا"]
)
def test_un_texte_saisi_ne_casse_ni_ne_commande_le_document(demarche, texte):
    assert len(lecteur(creer_fiche(demarche, titre=f"Titre {texte}"[:200], objectifs=texte)).pages) >= 1


def test_le_meme_contenu_a_la_meme_empreinte(demarche):
    fiche = creer_fiche(demarche)

    assert contexte(fiche)["entete"]["empreinte"] == contexte(fiche)["entete"]["empreinte"]


def test_un_contenu_change_change_d_empreinte(demarche):
    fiche = creer_fiche(demarche)
    avant = contexte(fiche)["entete"]["empreinte"]
    fiche.cible = "Autre cible"

    assert contexte(fiche)["entete"]["empreinte"] != avant
