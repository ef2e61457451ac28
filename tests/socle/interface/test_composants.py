"""Components give accessible markup in every state."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import RequestContext, Template
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from accord.socle.attentes import Attente
from accord.socle.interface.barres import en_barres


def rendre(source, chemin="/", **contexte):
    """A fragment, as a page would render it."""
    requete = RequestFactory().get(chemin)
    gabarit = Template(CottonCompiler().process(source))
    html = gabarit.render(RequestContext(requete, contexte | {"request": requete}))
    return BeautifulSoup(html, "html.parser")


def test_un_bouton_avec_adresse_est_un_lien():
    html = rendre('<c-bouton url="/ici/" icone="plus-lg">Ajouter</c-bouton>')
    assert html.a["href"] == "/ici/"
    assert html.svg["aria-hidden"] == "true"


def test_un_bouton_sans_adresse_envoie_le_formulaire():
    assert rendre("<c-bouton>Enregistrer</c-bouton>").button["type"] == "submit"


@pytest.mark.parametrize(
    ("statut", "mot"), [("favorable", "Favorable"), ("en_retard", "En retard"), ("inconnu", "Sans objet")]
)
def test_un_statut_se_lit_par_son_mot_et_son_icone(statut, mot):
    html = rendre('<c-badge :statut="s" />', s=statut)
    assert html.get_text(strip=True) == mot
    assert html.svg is not None


def test_un_statut_peut_porter_ses_propres_mots():
    assert rendre('<c-badge statut="attention">3 à revoir</c-badge>').get_text(strip=True) == "3 à revoir"


def test_le_texte_d_un_statut_est_echappe():
    assert rendre('<c-badge statut="info">{{ t }}</c-badge>', t="<script>").script is None


def test_un_tableau_a_une_legende_qui_nomme_sa_zone_defilante():
    html = rendre('<c-tableau legende="Communes"><tbody><tr><td>1</td></tr></tbody></c-tableau>')
    zone = html.find(role="region")
    assert zone["tabindex"] == "0"
    assert html.find(id=zone["aria-labelledby"]).get_text(strip=True) == "Communes"


def test_deux_tableaux_d_une_page_ont_deux_identifiants():
    html = rendre('<c-tableau legende="A"></c-tableau><c-tableau legende="B"></c-tableau>')
    identifiants = [legende["id"] for legende in html.find_all("caption")]
    assert len(set(identifiants)) == 2


def test_l_entete_triee_le_dit_et_propose_l_ordre_inverse():
    html = rendre('<table><tr><c-tri champ="nom">Nom</c-tri></tr></table>', "/?tri=nom&etat=ouvert&page=3")
    assert html.th["aria-sort"] == "ascending"
    assert html.a["href"] == "?tri=-nom&etat=ouvert"


def test_une_entete_non_triee_propose_son_ordre():
    html = rendre('<table><tr><c-tri champ="nom" defaut="date">Nom</c-tri></tr></table>')
    assert "aria-sort" not in html.th.attrs
    assert html.a["href"] == "?tri=nom"


def test_la_pagination_garde_les_filtres():
    page = Paginator(range(100), 10).get_page(5)
    html = rendre('<c-pagination :page="p" />', "/?etat=ouvert", p=page)
    assert html.find("a", rel="next")["href"] == "?etat=ouvert&page=6"
    assert html.find(attrs={"aria-current": "page"}).get_text(strip=True) == "Page5"


def test_une_seule_page_ne_montre_pas_de_pagination():
    page = Paginator(range(3), 10).get_page(1)
    assert rendre('<c-pagination :page="p" />', p=page).nav is None


def test_les_filtres_gardent_le_tri_choisi():
    html = rendre("<c-filtres><input name='nom'></c-filtres>", "/?tri=-nom&nom=caen")
    assert html.find("input", {"name": "tri", "type": "hidden"})["value"] == "-nom"


@pytest.mark.parametrize(("total", "attendu"), [(0, "0 commune"), (1, "1 commune"), (48, "48 communes")])
def test_le_compte_s_accorde(total, attendu):
    html = rendre('<c-compte total="{{ t }}" quoi="commune" />', t=total)
    assert " ".join(html.get_text().split()) == attendu


def test_le_repere_en_cours_est_annonce():
    etapes = [{"numero": 1, "libelle": "Valeurs", "etat": "termine", "url": "/1/"}]
    etapes.append({"numero": 2, "libelle": "Segments", "etat": "en_cours", "url": "/2/"})
    html = rendre('<c-etapes :etapes="e" />', e=etapes)
    assert html.find(attrs={"aria-current": "step"})["href"] == "/2/"
    assert "(terminé)" in html.get_text()


def test_une_attente_depassee_dit_qu_elle_l_est():
    attente = Attente(libelle="Répondre", url="/", pourquoi="Vous êtes maire.", date_limite=date(2026, 11, 1))
    html = rendre('<c-attentes :attentes="a" :le="le" />', a=[attente], le=date(2026, 11, 2))
    assert "était attendu le 1er novembre 2026" in html.get_text()


def test_une_attente_du_jour_meme_n_est_pas_en_retard():
    attente = Attente(libelle="Répondre", url="/", pourquoi="Vous êtes maire.", date_limite=date(2026, 11, 2))
    html = rendre('<c-attentes :attentes="a" :le="le" />', a=[attente], le=date(2026, 11, 2))
    assert "avant le 2 novembre 2026" in html.get_text()


def ecart(valeur):
    return {"libelle": "Commune", "valeur": valeur, "texte": str(valeur)}


def test_les_barres_partagent_une_echelle_et_un_axe():
    gagne, paie = en_barres([ecart(-300), ecart(100)])
    assert (gagne.x, gagne.largeur, gagne.mot) == ("0.00", "75.00", "gagne")
    assert (paie.x, paie.largeur, paie.mot) == ("75.00", "25.00", "paie plus")


def test_des_barres_toutes_nulles_ne_divisent_pas_par_zero():
    (barre,) = en_barres([ecart(0)])
    assert (barre.largeur, barre.mot) == ("0.00", "")


def test_un_ecart_infime_reste_visible():
    _, infime = en_barres([ecart(10**9), ecart(1)])
    assert infime.largeur == "0.40"
