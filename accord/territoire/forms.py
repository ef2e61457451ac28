"""The filters of the list of EPCI."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

from accord.territoire.enums import NATURES_EPCI, RegimeFiscal
from accord.territoire.referentiel import noms_departements

OPTION = '<option value="{}">{}</option>'
OPTION_CHOISIE = '<option value="{}" selected>{}</option>'


class ListeLongue(forms.Select):
    """A select whose hundred options are written at once: a template each would cost half of the page."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        contexte = self.get_context(name, value, attrs)["widget"]
        options = format_html_join(
            "",
            "{}",
            (
                (
                    format_html(
                        OPTION_CHOISIE if option["selected"] else OPTION, option["value"], option["label"]
                    ),
                )
                for _, groupe, _ in contexte["optgroups"]
                for option in groupe
            ),
        )
        return format_html(
            '<select class="form-select" name="{}"{}>{}</select>', name, flatatt(contexte["attrs"]), options
        )


class FiltreEpciForm(forms.Form):
    """What the address of the list may say; anything else is a form error, never a failure."""

    q = forms.CharField(
        label="Nom, SIREN ou commune",
        required=False,
        max_length=100,
        widget=forms.SearchInput(attrs={"placeholder": "Caen la Mer", "autocomplete": "off"}),
    )
    departement = forms.ChoiceField(label="Département", required=False, widget=ListeLongue)
    nature = forms.ChoiceField(
        label="Nature",
        required=False,
        choices=[("", "Toutes"), *((nature.value, nature.label) for nature in NATURES_EPCI)],
    )
    regime = forms.ChoiceField(
        label="Régime fiscal", required=False, choices=[("", "Tous"), *RegimeFiscal.choices]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        departements = [(code, f"{nom} ({code})") for code, nom in noms_departements().items()]
        champ: Any = self.fields["departement"]
        champ.choices = [("", "Tous"), *departements]

    def criteres(self) -> dict[str, str]:
        """Keyword arguments of `lister_epci`; nothing is filtered by a value that is not valid."""
        valeurs = {nom: self.cleaned_data.get(nom, "") for nom in ("departement", "nature", "regime")}
        return valeurs | {"texte": self.cleaned_data.get("q", "").strip()}
