"""Creating, setting and copying a scenario."""

from typing import Any

from django import forms

from accord.demarche.models import Demarche
from accord.diagnostic.models import EtatArrete
from accord.scenarios.models import Scenario

CHAMPS = ["nom", "description", "premiere_annee", "nombre_annees", "inflation_pourcent", "hypotheses"]


class ChoixEtat(forms.ModelChoiceField):
    """« Version 2, figée le 21/11/2026 »."""

    def label_from_instance(self, obj: Any) -> str:
        return f"Version {obj.version}, figée le {obj.fige_le:%d/%m/%Y}"


class ReglagesForm(forms.ModelForm):
    """The settings of a scenario; `revision` is the one the person has seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Scenario
        fields = CHAMPS
        localized_fields = ["inflation_pourcent"]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "hypotheses": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "nom": "Court et parlant, par exemple «\u202fSocle à huit services\u202f».",
            "description": "Le parti pris du scénario, en une ou deux phrases.",
            "inflation_pourcent": "Appliquée à tous, avec ou sans mutualisation.",
            "nombre_annees": "De une à douze années.",
            "hypotheses": "Ce que le calcul ne voit pas et qu’il faut garder en tête.",
        }

    def reglages(self) -> dict[str, Any]:
        """What the services take."""
        return {nom: self.cleaned_data[nom] for nom in CHAMPS}


class CreationForm(ReglagesForm):
    """The same, on a frozen état."""

    etat_arrete = ChoixEtat(
        label="État arrêté",
        queryset=EtatArrete.objects.none(),
        empty_label=None,
        help_text="Les chiffres figés dont part le scénario.",
    )

    field_order = ["nom", "etat_arrete", *CHAMPS[1:]]

    def __init__(self, demarche: Demarche, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        champ: Any = self.fields["etat_arrete"]
        champ.queryset = demarche.etats_arretes.defer("contenu").order_by("-version")
        champ.initial = champ.queryset.first()


class DuplicationForm(forms.Form):
    """The name of the variant."""

    nom = forms.CharField(label="Nom de la variante", max_length=150)
