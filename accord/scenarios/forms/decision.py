"""The decision that chooses a scenario."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accord.demarche.enums import SensDecision
from accord.demarche.models import Demarche, Instance
from accord.demarche.services.decisions import ContenuDecision

SENS = [(sens.value, sens.label) for sens in (SensDecision.ADOPTEE, SensDecision.ADOPTEE_RESERVES)]


class DecisionForm(forms.Form):
    """Which body chose, when, and with what reservations."""

    instance = forms.ModelChoiceField(label="Instance", queryset=Instance.objects.none(), empty_label=None)
    date_decision = forms.DateField(
        label="Date de la décision", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    intitule = forms.CharField(label="Intitulé", max_length=200)
    sens = forms.ChoiceField(label="Sens", choices=SENS, widget=forms.RadioSelect)
    texte = forms.CharField(
        label="Texte de la décision", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    reserves = forms.CharField(
        label="Réserves",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Obligatoires pour une décision adoptée avec réserves\u202f; elles suivent le scénario.",
    )
    dissidences = forms.CharField(
        label="Positions divergentes", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, demarche: Demarche, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        champ: Any = self.fields["instance"]
        champ.queryset = demarche.instances.all()

    def contenu(self) -> ContenuDecision:
        """What the démarche records."""
        donnees = {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "instance"}
        return ContenuDecision(**donnees)

    def refuser(self, erreur: ValidationError) -> None:
        """Put what the service refused where the person can correct it."""
        for nom, messages in getattr(erreur, "error_dict", {None: erreur}).items():
            self.add_error(nom if nom in self.fields else None, messages)
