"""Forms of the evaluation."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from accord.evaluation.enums import SensIndicateur, Unite
from accord.evaluation.models import BrouillonCommunication, Indicateur
from accord.evaluation.models.mesure import DERNIERE_ANNEE, PREMIERE_ANNEE
from accord.evaluation.previsions import centiemes
from accord.evaluation.services import DonneesIndicateur, DonneesMesure, TextesCommunication
from accord.plan.forms import JourField
from accord.socle.interface.champs import ChampNombre

LONGUEUR_INTRODUCTION, LONGUEUR_POINT_RH, LONGUEUR_SUITES = 900, 600, 700
MISE_EN_FORME = "Pour une liste, commencez les lignes par un tiret."


class IndicateurForm(forms.Form):
    """An indicator as a person describes it."""

    libelle = forms.CharField(label="Nom", max_length=250)
    definition = forms.CharField(
        label="Définition",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Ce qui est compté, quand, et ce qui ne l’est pas.",
    )
    unite = forms.ChoiceField(label="Unité", choices=Unite.choices)
    sens = forms.ChoiceField(label="Comment le lire", choices=SensIndicateur.choices)
    source = forms.CharField(label="Source", max_length=200, required=False)
    est_suivi = forms.BooleanField(label="Indicateur suivi", required=False, initial=True)

    def __init__(self, *args: Any, indicateur: Indicateur | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.indicateur = indicateur
        if indicateur is None:
            return
        self.initial = {nom: getattr(indicateur, nom) for nom in self.fields}
        if indicateur.objectifs.exists() or indicateur.mesures.exists():
            self.fields["unite"].disabled = True
            self.fields["unite"].help_text = "L’unité ne change plus : des valeurs sont déjà enregistrées."

    def donnees(self) -> DonneesIndicateur:
        """What the services take."""
        return DonneesIndicateur(**self.cleaned_data)


class MesureForm(forms.Form):
    """A value found."""

    annee = forms.IntegerField(label="Année", min_value=PREMIERE_ANNEE, max_value=DERNIERE_ANNEE)
    date_mesure = JourField(label="Constatée le")
    valeur = ChampNombre(label="Valeur", max_digits=14, decimal_places=2)
    source = forms.CharField(
        label="Source", max_length=200, help_text="Document ou service d’où vient la valeur."
    )
    commentaire = forms.CharField(
        label="Commentaire", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, indicateur: Indicateur, annee: int, le: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["valeur"].label = f"Valeur, en {indicateur.get_unite_display()}"
        self.initial = {"annee": annee, "date_mesure": le, "source": indicateur.source}

    def donnees(self) -> DonneesMesure:
        """What the service takes."""
        valeurs = dict(self.cleaned_data)
        return DonneesMesure(valeur_centiemes=centiemes(valeurs.pop("valeur")), **valeurs)


class ReajustementForm(forms.Form):
    """Another value to aim at."""

    annee = forms.IntegerField(label="Année", min_value=PREMIERE_ANNEE, max_value=DERNIERE_ANNEE)
    valeur = ChampNombre(label="Nouvel objectif", max_digits=14, decimal_places=2)
    motif = forms.CharField(label="Motif", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, indicateur: Indicateur, annee: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["valeur"].label = f"Nouvel objectif, en {indicateur.get_unite_display()}"
        self.initial = {"annee": annee}

    def valeur_centiemes(self) -> int:
        """The value in hundredths."""
        valeur: Decimal = self.cleaned_data["valeur"]
        return centiemes(valeur)


class OpinionForm(forms.Form):
    """The words of the outside evaluator."""

    texte = forms.CharField(label="Votre avis", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))


class CommunicationForm(forms.Form):
    """The texts of the annual communication; lengths keep it within two pages."""

    date_presentation = JourField(
        label="Date du débat d’orientation budgétaire", help_text="À défaut, la date du vote du budget."
    )
    introduction = forms.CharField(
        label="Introduction",
        required=False,
        max_length=LONGUEUR_INTRODUCTION,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=f"{LONGUEUR_INTRODUCTION} caractères au plus. {MISE_EN_FORME}",
    )
    point_rh = forms.CharField(
        label="Point sur les ressources humaines",
        required=False,
        max_length=LONGUEUR_POINT_RH,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"{LONGUEUR_POINT_RH} caractères au plus : dialogue social, mobilités. Aucun nom d’agent.",
    )
    suites = forms.CharField(
        label="Prochaines étapes",
        required=False,
        max_length=LONGUEUR_SUITES,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"{LONGUEUR_SUITES} caractères au plus. {MISE_EN_FORME}",
    )

    def __init__(
        self,
        *args: Any,
        brouillon: BrouillonCommunication | None = None,
        date_dob: date | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if brouillon is not None:
            self.initial = {nom: getattr(brouillon, nom) for nom in self.fields}
        elif date_dob is not None:
            self.initial = {"date_presentation": date_dob}

    def textes(self) -> TextesCommunication:
        """What the services take."""
        return TextesCommunication(**self.cleaned_data)
