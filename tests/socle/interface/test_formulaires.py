"""`{{ form }}` gives labels, hints, errors tied to their fields, and a summary that leads to them."""

from bs4 import BeautifulSoup
from django import forms


class Saisie(forms.Form):
    nom = forms.CharField(label="Nom du service", help_text="Tel qu’on le connaît.")
    forme = forms.ChoiceField(label="Forme", choices=[("a", "A")], widget=forms.RadioSelect)
    accord = forms.BooleanField(label="J’en ai délibéré")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        if self.data.get("nom") == "interdit":
            raise forms.ValidationError("Ce service existe déjà.")
        return super().clean()


def html(form):
    return BeautifulSoup(str(form), "html.parser")


def test_chaque_champ_a_son_etiquette_et_son_aide_liee():
    page = html(Saisie())
    champ = page.find(id="id_nom")
    assert page.find("label", {"for": "id_nom"}).get_text() == "Nom du service (obligatoire)"
    assert champ["aria-describedby"] == "id_nom_helptext"
    assert "form-control" in champ["class"]


def test_l_erreur_est_liee_a_son_champ():
    page = html(Saisie({}))
    champ = page.find(id="id_nom")
    assert champ["aria-invalid"] == "true"
    decrit = " ".join(page.find(id=cible).get_text(strip=True) for cible in champ["aria-describedby"].split())
    assert "Ce champ est obligatoire." in decrit


def test_le_resume_des_erreurs_mene_a_un_element_de_la_page():
    page = html(Saisie({}))
    cibles = [lien["href"].removeprefix("#") for lien in page.select(".resume-erreurs a")]
    assert len(cibles) == 3
    assert all(page.find(id=cible) for cible in cibles)


def test_le_resume_compte_les_points_a_corriger():
    assert "3 points à corriger" in html(Saisie({})).select_one(".resume-erreurs").get_text()


def test_une_erreur_generale_est_dite_dans_le_resume():
    form = Saisie({"nom": "interdit", "forme": "a", "accord": "on"})
    assert "Ce service existe déjà." in html(form).select_one(".resume-erreurs").get_text()


def test_ce_qui_a_ete_tape_est_conserve():
    assert html(Saisie({"nom": "Paie & RH"})).find(id="id_nom")["value"] == "Paie & RH"


def test_un_choix_est_un_groupe_nomme():
    groupe = html(Saisie()).find("fieldset")
    assert groupe.legend.get_text(strip=True).startswith("Forme")
    assert groupe.find("input", type="radio")


def test_un_formulaire_sans_erreur_n_a_pas_de_resume():
    assert html(Saisie()).select_one(".resume-erreurs") is None


def test_un_champ_cache_reste_dans_le_formulaire():
    assert html(Saisie()).find("input", {"name": "secret", "type": "hidden"})
