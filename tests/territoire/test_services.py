"""Dated changes: renames, changes of EPCI, communes nouvelles."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accord.socle.journal.models import Entree
from accord.territoire.geometrie import geojson
from accord.territoire.models import Appartenance, Collectivite, Contour, Epci
from accord.territoire.services.appartenances import changer_epci
from accord.territoire.services.appellations import renommer_collectivite
from accord.territoire.services.communes_nouvelles import creer_commune_nouvelle
from tests.territoire.factories import CommuneFactory, EpciFactory, epci_avec_communes

pytestmark = pytest.mark.django_db

LE = date(2026, 11, 23)
PREMIER_JANVIER = date(2027, 1, 1)
VEILLE = date(2026, 12, 31)


def devenir_agglomeration(epci, **champs):
    valeurs = {"nom": "CA du Val", "nature_juridique": "CA", "date_effet": date(2026, 1, 1), "le": LE}
    return renommer_collectivite(acteur=None, collectivite=epci, **(valeurs | champs))


# --- a CC becomes a CA ------------------------------------------------------------------------------------------


def test_une_communaute_de_communes_devient_communaute_d_agglomeration():
    epci = devenir_agglomeration(EpciFactory(nom="CC du Val"))
    assert (epci.nom, epci.nature_juridique) == ("CA du Val", "CA")


def test_l_ancien_nom_reste_celui_d_avant_le_changement():
    epci = devenir_agglomeration(EpciFactory(nom="CC du Val"))
    assert epci.nom_au(date(2025, 12, 31)) == "CC du Val"
    assert epci.nom_au(date(2026, 1, 1)) == "CA du Val"


def test_une_agglomeration_passe_a_la_fiscalite_professionnelle_unique():
    epci = devenir_agglomeration(EpciFactory(additionnelle=True))
    assert epci.regime_fiscal == "FPU"


def test_un_simple_changement_de_nom_garde_le_regime_fiscal():
    epci = devenir_agglomeration(EpciFactory(additionnelle=True), nature_juridique="CC")
    assert epci.regime_fiscal == "FA"


def test_renommer_deux_fois_de_la_meme_facon_ne_fait_rien_de_plus():
    epci = devenir_agglomeration(EpciFactory())
    devenir_agglomeration(epci)
    assert epci.appellations.count() == 2
    assert Entree.objects.filter(code="territoire.collectivite_renommee").count() == 1


def test_deux_changements_de_nom_se_suivent():
    epci = devenir_agglomeration(EpciFactory(nom="CC du Val"))
    epci = devenir_agglomeration(epci, nom="Grand Val", date_effet=date(2026, 7, 1))
    assert [appellation.nom for appellation in epci.appellations.all()] == [
        "CC du Val",
        "CA du Val",
        "Grand Val",
    ]


def test_le_nouveau_nom_se_trouve_par_la_recherche():
    epci = devenir_agglomeration(EpciFactory(nom="CC du Val"), nom="CA Mâchecoul Océan")
    assert Epci.objects.recherche("machecoul").get() == epci


def test_un_changement_de_nom_a_venir_est_refuse():
    with pytest.raises(ValidationError, match="enregistrez-le à partir de ce jour"):
        devenir_agglomeration(EpciFactory(), date_effet=PREMIER_JANVIER)


def test_un_changement_de_nom_anterieur_au_dernier_est_refuse():
    epci = devenir_agglomeration(EpciFactory())
    with pytest.raises(ValidationError, match="01/01/2026"):
        devenir_agglomeration(epci, nom="Autre", date_effet=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("nom", "nature"), [("", "CA"), ("  ", "CA"), ("CA du Val", "COM"), ("CA du Val", "CCAS")]
)
def test_un_epci_ne_prend_ni_nom_vide_ni_nature_d_autre_chose(nom, nature):
    with pytest.raises(ValidationError):
        devenir_agglomeration(EpciFactory(), nom=nom, nature_juridique=nature)


def test_une_commune_ne_devient_pas_une_communaute():
    with pytest.raises(ValidationError, match="commune nouvelle"):
        devenir_agglomeration(CommuneFactory())


# --- a commune changes EPCI -------------------------------------------------------------------------------------


def test_une_commune_change_d_epci_au_premier_janvier():
    epci, autre = epci_avec_communes(2), EpciFactory()
    commune = epci.communes_au(LE).first()
    changer_epci(acteur=None, commune=commune, epci=autre, date_effet=PREMIER_JANVIER)
    assert (commune.epci_au(VEILLE), commune.epci_au(PREMIER_JANVIER)) == (epci, autre)


def test_les_membres_d_un_epci_se_lisent_a_une_date():
    epci = epci_avec_communes(2)
    changer_epci(acteur=None, commune=epci.communes_au(LE).first(), epci=None, date_effet=PREMIER_JANVIER)
    assert (epci.communes_au(VEILLE).count(), epci.communes_au(PREMIER_JANVIER).count()) == (2, 1)


def test_une_commune_sans_epci_en_rejoint_un():
    commune, epci = CommuneFactory(), EpciFactory()
    appartenance = changer_epci(acteur=None, commune=commune, epci=epci, date_effet=PREMIER_JANVIER)
    assert appartenance.epci_id == epci.pk
    assert commune.epci_au(VEILLE) is None


def test_rejoindre_deux_fois_le_meme_epci_ne_fait_rien():
    commune, epci = CommuneFactory(), EpciFactory()
    changer_epci(acteur=None, commune=commune, epci=epci, date_effet=PREMIER_JANVIER)
    changer_epci(acteur=None, commune=commune, epci=epci, date_effet=PREMIER_JANVIER)
    assert Appartenance.objects.count() == 1
    assert Entree.objects.count() == 1


def test_quitter_un_epci_sans_y_etre_ne_fait_rien():
    assert changer_epci(acteur=None, commune=CommuneFactory(), epci=None, date_effet=LE) is None
    assert Entree.objects.count() == 0


def test_un_changement_d_epci_avant_un_autre_est_refuse():
    commune = CommuneFactory()
    changer_epci(acteur=None, commune=commune, epci=EpciFactory(), date_effet=PREMIER_JANVIER)
    with pytest.raises(ValidationError, match="à partir du 01/01/2027"):
        changer_epci(acteur=None, commune=commune, epci=EpciFactory(), date_effet=LE)


def test_seule_une_commune_change_d_epci():
    with pytest.raises(ValidationError, match="n’est pas une commune"):
        changer_epci(acteur=None, commune=EpciFactory(), epci=EpciFactory(), date_effet=LE)


def test_une_commune_ne_rejoint_qu_un_epci():
    with pytest.raises(ValidationError, match="n’est pas un EPCI"):
        changer_epci(acteur=None, commune=CommuneFactory(), epci=CommuneFactory(), date_effet=LE)


# --- communes nouvelles -----------------------------------------------------------------------------------------


def reunir(communes, **champs):
    valeurs = {"nom": "Val d’Accord", "chef_lieu": communes[0], "date_effet": PREMIER_JANVIER}
    return creer_commune_nouvelle(acteur=None, communes=communes, **(valeurs | champs))


def test_une_commune_nouvelle_reprend_populations_code_insee_et_epci():
    epci = epci_avec_communes(3)
    a, b, _ = epci.communes_au(LE)
    nouvelle = reunir([a, b])
    assert nouvelle.population_municipale == a.population_municipale + b.population_municipale
    assert nouvelle.code_insee == a.code_insee
    assert nouvelle.epci_au(PREMIER_JANVIER) == epci


def test_les_anciennes_communes_vivent_jusqu_a_la_veille():
    epci = epci_avec_communes(3)
    nouvelle = reunir(list(epci.communes_au(LE)[:2]))
    assert epci.communes_au(VEILLE).count() == 3
    assert [c.nom for c in epci.communes_au(PREMIER_JANVIER) if c.pk == nouvelle.pk] == ["Val d’Accord"]
    assert epci.communes_au(PREMIER_JANVIER).count() == 2


def test_la_filiation_dit_d_ou_vient_une_commune_nouvelle():
    epci = epci_avec_communes(2)
    nouvelle = reunir(list(epci.communes_au(LE)))
    assert {lien.ancienne.nom for lien in nouvelle.origines.all()} == {
        c.nom for c in epci.communes_au(VEILLE)
    }


def test_une_population_inconnue_rend_la_somme_inconnue():
    nouvelle = reunir([CommuneFactory(), CommuneFactory(inconnue=True)])
    assert nouvelle.population_municipale is None


def test_les_contours_des_anciennes_communes_sont_reunis():
    carres = [[(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)], [(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)]]
    communes = [CommuneFactory(), CommuneFactory()]
    for commune, carre in zip(communes, carres, strict=True):
        Contour.objects.create(collectivite=commune, geojson=geojson([[carre]]))
    (anneau,) = reunir(communes).contour.geojson["coordinates"]
    assert len(anneau) == 7
    assert [0.0001, 0.0] in anneau


def test_une_commune_nouvelle_reunit_au_moins_deux_communes():
    with pytest.raises(ValidationError, match="au moins deux"):
        reunir([CommuneFactory()])


def test_le_chef_lieu_est_l_une_des_communes_reunies():
    with pytest.raises(ValidationError, match="chef-lieu"):
        reunir([CommuneFactory(), CommuneFactory()], chef_lieu=CommuneFactory())


def test_creer_deux_fois_la_meme_commune_nouvelle_est_refuse():
    communes = [CommuneFactory(), CommuneFactory()]
    reunir(communes)
    with pytest.raises(ValidationError, match="n’existe plus"):
        reunir(communes)
    assert Collectivite.objects.filter(nom="Val d’Accord").count() == 1


def test_des_communes_de_deux_epci_demandent_de_choisir():
    communes = [epci_avec_communes(1).communes_au(LE).get() for _ in range(2)]
    with pytest.raises(ValidationError, match="indiquez celui"):
        reunir(communes)
    assert Collectivite.objects.get(pk=communes[0].pk).date_fin is None


def test_la_commune_nouvelle_rejoint_l_epci_choisi():
    communes = [epci_avec_communes(1).communes_au(LE).get() for _ in range(2)]
    choisi = communes[1].epci_au(LE)
    assert reunir(communes, epci=choisi).epci_au(PREMIER_JANVIER) == choisi


def test_un_siren_mal_forme_annule_toute_la_creation():
    communes = [CommuneFactory(), CommuneFactory()]
    with pytest.raises(ValidationError):
        reunir(communes, siren="123")
    assert Collectivite.objects.filter(date_fin__isnull=False).count() == 0
