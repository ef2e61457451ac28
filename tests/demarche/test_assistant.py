"""The wizard: four steps, prefilled, resumed, harmless when sent twice."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accord.demarche.models import BrouillonDemarche, Demarche

COMMUNES = "demarche:assistant-communes"
CADRE = {"piste": "legale", "base": "2026-03-15", "autre_date": ""}


@pytest.fixture
def client(client_de):
    return client_de("chef_projet")


def instances(*lignes):
    donnees = {"instances-TOTAL_FORMS": str(len(lignes)), "instances-INITIAL_FORMS": "0"}
    for rang, (nom, type_instance, retenue) in enumerate(lignes):
        donnees |= {f"instances-{rang}-nom": nom, f"instances-{rang}-type": type_instance}
        donnees |= {f"instances-{rang}-retenue": "on"} if retenue else {}
    return donnees


UNE_INSTANCE = instances(("Comité de pilotage politique", "comite_pilotage", True))


def jusqu_aux_communes(client, distribution, cadre=CADRE, choisies=UNE_INSTANCE):
    client.post(reverse("demarche:assistant-epci"), {"siren": distribution.epci.siren})
    client.post(reverse("demarche:assistant-calendrier"), cadre)
    return client.post(reverse("demarche:assistant-instances"), choisies)


def test_quatre_pages_sans_aucun_reglage_ouvrent_une_demarche(client, distribution):
    pages = [client.get(reverse("demarche:demarche-creer"), follow=True)]
    pages.append(
        client.post(reverse("demarche:assistant-epci"), {"siren": distribution.epci.siren}, follow=True)
    )
    cadre = pages[-1].context["form"].initial
    pages.append(client.post(reverse("demarche:assistant-calendrier"), cadre, follow=True))
    proposees = [
        (f.initial["nom"], f.initial["type"], True) for f in pages[-1].context["formset"] if f.initial
    ]
    pages.append(client.post(reverse("demarche:assistant-instances"), instances(*proposees), follow=True))
    arrivee = client.post(reverse(COMMUNES), {}, follow=True)

    demarche = Demarche.objects.get()
    assert arrivee.redirect_chain[-1][0] == reverse("demarche:invitation-lister", args=[demarche.slug])
    assert (demarche.piste, demarche.date_renouvellement) == ("legale", date(2026, 3, 15))
    assert demarche.instances.count() == 5
    assert demarche.invitations.count() == 5
    assert demarche.reperes.count() == 8


def test_l_epci_de_la_personne_est_propose(client):
    page = client.get(reverse("demarche:assistant-epci")).content.decode()

    assert "Continuer avec cette intercommunalité" in page
    assert "5 communes membres" in page


def test_la_recherche_ignore_les_accents(client):
    page = client.get(reverse("demarche:assistant-epci"), {"q": "VAL D'ACCORD"}).content.decode()

    assert "1 intercommunalité trouvée" in page


def test_choisir_une_autre_intercommunalite_dit_pourquoi_c_est_refuse(client, distribution):
    reponse = client.post(reverse("demarche:assistant-epci"), {"siren": distribution.epci_voisin.siren})

    assert reponse.status_code == 422
    assert "Vous agissez au nom de Val d’Accord, pas de Pays voisin." in reponse.content.decode()


def test_le_calendrier_montre_ce_que_chaque_base_entraine(client, distribution):
    client.post(reverse("demarche:assistant-epci"), {"siren": distribution.epci.siren})
    page = client.get(reverse("demarche:assistant-calendrier")).content.decode()

    assert "15 mars 2027" in page
    assert "22 mars 2027" in page


def test_une_autre_date_doit_etre_donnee(client, distribution):
    client.post(reverse("demarche:assistant-epci"), {"siren": distribution.epci.siren})

    reponse = client.post(
        reverse("demarche:assistant-calendrier"), {"piste": "volontaire", "base": "autre", "autre_date": ""}
    )

    assert reponse.status_code == 422
    assert "Indiquez la date retenue." in reponse.content.decode()


def test_une_session_perdue_ne_perd_rien(client, client_de, distribution):
    jusqu_aux_communes(
        client, distribution, cadre={"piste": "volontaire", "base": "autre", "autre_date": "2026-06-14"}
    )

    reprise = client_de("chef_projet")
    arrivee = reprise.get(reverse("demarche:demarche-creer"), follow=True)

    assert arrivee.redirect_chain[-1][0] == reverse(COMMUNES)
    initial = reprise.get(reverse("demarche:assistant-calendrier")).context["form"].initial
    assert (initial["piste"], initial["base"], initial["autre_date"]) == ("volontaire", "autre", "2026-06-14")


def test_on_ne_saute_pas_d_etape(client):
    for etape in ("assistant-calendrier", "assistant-instances", "assistant-communes"):
        assert client.get(reverse(f"demarche:{etape}")).status_code == 302


def test_une_instance_retenue_a_un_nom(client, distribution):
    reponse = jusqu_aux_communes(client, distribution, choisies=instances(("", "bureau", True)))

    assert reponse.status_code == 422
    assert "Donnez un nom" in reponse.content.decode()


def test_deux_instances_ne_portent_pas_le_meme_nom(client, distribution):
    reponse = jusqu_aux_communes(
        client, distribution, choisies=instances(("A", "bureau", True), ("a", "bureau", True))
    )

    assert reponse.status_code == 422
    assert "même nom" in reponse.content.decode()


def test_une_instance_non_retenue_n_est_pas_creee(client, distribution):
    choix = instances(("Comité de pilotage", "comite_pilotage", True), ("Inutile", "bureau", False))
    jusqu_aux_communes(client, distribution, choisies=choix)
    client.post(reverse(COMMUNES), {})

    assert [i.nom for i in Demarche.objects.get().instances.all()] == ["Comité de pilotage"]


def test_les_adresses_saisies_et_collees_vont_aux_invitations(client, distribution):
    jusqu_aux_communes(client, distribution)
    petitbois = distribution.commune("Petitbois")

    client.post(
        reverse(COMMUNES),
        {f"email_{petitbois.pk}": "mairie@petitbois.test", "liste": "grandville;Accueil@Grandville.test"},
    )

    adresses = dict(Demarche.objects.get().invitations.values_list("collectivite__nom", "email"))
    assert adresses["Petitbois"] == "mairie@petitbois.test"
    assert adresses["Grandville"] == "accueil@grandville.test"
    assert adresses["Clairval"] == ""


def test_un_fichier_de_windows_est_lu(client, distribution):
    jusqu_aux_communes(client, distribution)
    contenu = "Commune;Adresse\nSaint-Aubin-des-Prés;mairie@prés.test\n".replace("@prés", "@pres").encode(
        "cp1252"
    )

    client.post(reverse(COMMUNES), {"fichier": SimpleUploadedFile("adresses.csv", contenu)})

    adresses = dict(Demarche.objects.get().invitations.values_list("collectivite__nom", "email"))
    assert adresses["Saint-Aubin-des-Prés"] == "mairie@pres.test"


def test_une_ligne_incomprise_ne_fait_perdre_aucune_autre(client, distribution):
    jusqu_aux_communes(client, distribution)

    reponse = client.post(
        reverse(COMMUNES), {"liste": "Grandville;a@b.test\nAtlantide;mairie@atlantide.test"}
    )

    assert reponse.status_code == 422
    page = reponse.content.decode()
    assert "Commune introuvable" in page
    assert 'value="a@b.test"' in page
    assert not Demarche.objects.exists()


def test_un_fichier_trop_gros_est_refuse_avant_lecture(client, distribution):
    jusqu_aux_communes(client, distribution)
    gros = SimpleUploadedFile("gros.csv", b"x" * 200_001)

    reponse = client.post(reverse(COMMUNES), {"fichier": gros})

    assert "dépasse 200 ko" in reponse.content.decode()


def test_une_adresse_mal_ecrite_est_signalee_et_gardee(client, distribution):
    jusqu_aux_communes(client, distribution)
    champ = f"email_{distribution.commune('Clairval').pk}"

    reponse = client.post(reverse(COMMUNES), {champ: "mairie chez clairval"})

    assert reponse.status_code == 422
    assert "mairie chez clairval" in reponse.content.decode()


def test_envoyer_deux_fois_n_ouvre_qu_une_demarche(client, distribution):
    jusqu_aux_communes(client, distribution)
    brouillon = BrouillonDemarche.objects.get().pk

    for _ in range(2):
        reponse = client.post(reverse(COMMUNES), {"brouillon": str(brouillon)})

    assert Demarche.objects.count() == 1
    assert reponse["Location"] == reverse("demarche:invitation-lister", args=[Demarche.objects.get().slug])


@pytest.mark.parametrize("persona", ["maire", "secretaire", "drh", "agent", "evaluatrice"])
def test_seul_le_pilotage_de_l_intercommunalite_ouvre_une_demarche(client_de, persona):
    reponse = client_de(persona).get(reverse("demarche:assistant-epci"))

    assert reponse.status_code == 403
    assert "s’ouvre au nom de l’intercommunalité" in reponse.content.decode()


@pytest.mark.parametrize("persona", ["presidente", "dgs"])
def test_la_presidente_et_la_direction_peuvent_ouvrir_une_demarche(client_de, persona):
    assert client_de(persona).get(reverse("demarche:assistant-epci")).status_code == 200


def test_deux_demarches_du_meme_territoire_ont_deux_adresses(client, distribution):
    for _ in range(2):
        jusqu_aux_communes(client, distribution)
        client.post(reverse(COMMUNES), {})

    assert sorted(Demarche.objects.values_list("slug", flat=True)) == [
        "val-daccord-2026",
        "val-daccord-2026-2",
    ]
