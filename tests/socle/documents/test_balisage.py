import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.socle.documents import Bloc, Fragment, en_html, lire_blocs


def test_une_ligne_vide_separe_les_paragraphes():
    assert [bloc.genre for bloc in lire_blocs("un\n\ndeux")] == ["paragraphe", "paragraphe"]


def test_un_retour_a_la_ligne_simple_est_garde():
    assert lire_blocs("un\ndeux") == (Bloc("paragraphe", (Fragment("un\ndeux"),)),)


def test_les_fins_de_ligne_de_windows_sont_comprises():
    assert lire_blocs("un\r\n\r\ndeux") == lire_blocs("un\n\ndeux")


def test_gras_et_italique_sont_reconnus():
    (bloc,) = lire_blocs("du **gras** et de l’*italique*.")

    assert bloc.fragments == (
        Fragment("du "),
        Fragment("gras", gras=True),
        Fragment(" et de l’"),
        Fragment("italique", italique=True),
        Fragment("."),
    )


@pytest.mark.parametrize(
    "texte", ["3 * 4 * 5", "2*3*4", "**", "** vide **", "note *", "#hashtag", "12.5 points"]
)
def test_un_signe_ordinaire_n_est_pas_une_mise_en_forme(texte: str):
    (bloc,) = lire_blocs(texte)

    assert bloc == Bloc("paragraphe", (Fragment(texte),))


def test_une_liste_a_puces_suit_ses_lignes():
    (bloc,) = lire_blocs("- un\n  suite\n- deux")

    assert bloc.elements == ((Fragment("un suite"),), (Fragment("deux"),))


def test_une_liste_numerotee_garde_son_premier_numero():
    (bloc,) = lire_blocs("3. trois\n4. quatre")

    assert (bloc.genre, bloc.depart, len(bloc.elements)) == ("numeros", 3, 2)


def test_un_titre_ne_saute_jamais_de_niveau():
    assert [bloc.niveau for bloc in lire_blocs("#### profond\n\n#### encore\n\n## haut")] == [1, 2, 1]


def test_le_html_echappe_ce_qui_a_ete_saisi():
    assert en_html(lire_blocs("<script>alert(1)</script> & **<i>**")) == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; <strong>&lt;i&gt;</strong></p>"
    )


def test_le_html_commence_au_niveau_de_titre_demande():
    assert en_html(lire_blocs("## Titre"), niveau_titre=4) == "<h4>Titre</h4>"


@given(st.text())
def test_aucune_saisie_ne_fait_echouer_la_lecture(texte: str):
    html = en_html(lire_blocs(texte))

    assert "<script" not in html


@given(st.text(alphabet=st.characters(categories=["L", "Nd", "Zs"]), min_size=1))
def test_un_texte_sans_signe_de_mise_en_forme_est_rendu_tel_quel(texte: str):
    lus = "".join(f.texte for bloc in lire_blocs(texte) for f in bloc.fragments)

    assert lus == texte.strip()
