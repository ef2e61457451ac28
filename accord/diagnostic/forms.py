"""What people type in the diagnostic."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from accord.diagnostic.classeur.lecture.limites import PHRASE_LIMITES, TAILLE_FICHIER_MAXI
from accord.diagnostic.enums import ModeGestion, NatureService, Souhait
from accord.socle.interface.champs import ChampEuros, ChampNombre

TOUS = [("", "Tous")]
VIDE = [("", "—")]


class CampagneForm(forms.Form):
    """Opening a campaign."""

    nom = forms.CharField(label="Nom de la campagne", max_length=200, initial="Diagnostic partagé")
    date_limite = forms.DateField(
        label="À rendre avant le",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    consigne = forms.CharField(
        label="Mot aux communes",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Repris en tête du classeur de chaque commune.",
    )


class DepotForm(forms.Form):
    """A workbook to check."""

    fichier = forms.FileField(
        label="Classeur",
        help_text=f"{PHRASE_LIMITES} Rien n’est enregistré avant votre accord.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.zip"}),
        error_messages={
            "required": "Choisissez un fichier.",
            "empty": "Ce fichier est vide.",
            "missing": "Choisissez un fichier.",
        },
    )

    def clean_fichier(self) -> UploadedFile:
        fichier: UploadedFile = self.cleaned_data["fichier"]
        if fichier.size and fichier.size > TAILLE_FICHIER_MAXI:
            raise forms.ValidationError("Ce fichier dépasse la limite de 25 Mo\u202f: il n’a pas été ouvert.")
        return fichier


class ServiceForm(forms.Form):
    """One service typed on the screen."""

    code = forms.CharField(max_length=60, widget=forms.HiddenInput)
    mode_gestion = forms.ChoiceField(
        label="Mode de gestion", choices=[*VIDE, *ModeGestion.choices], required=False
    )
    etp = ChampNombre(label="ETP", required=False, min_value=0, max_digits=10, decimal_places=4)
    cout_direct_centimes = ChampEuros(label="Coût direct", required=False, min_value=0)
    souhait = forms.ChoiceField(label="Souhait", choices=[*VIDE, *Souhait.choices], required=False)
    priorite = forms.TypedChoiceField(
        label="Priorité",
        choices=[*VIDE, *((str(n), str(n)) for n in range(1, 6))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    condition = forms.CharField(label="Condition", max_length=1000, required=False)

    def champs(self) -> dict[str, Any]:
        """The fields of the row, without its code."""
        return {nom: valeur for nom, valeur in self.cleaned_data.items() if nom != "code"}


ServiceFormSet = forms.formset_factory(ServiceForm, extra=0, max_num=300)


class FiltreServicesForm(forms.Form):
    """Filters of the consolidated table, kept in the address."""

    collectivite = forms.ChoiceField(label="Collectivité", required=False)
    service = forms.ChoiceField(label="Service", required=False)
    nature = forms.ChoiceField(label="Nature", choices=[*TOUS, *NatureService.choices], required=False)
    mode = forms.ChoiceField(label="Mode de gestion", choices=[*TOUS, *ModeGestion.choices], required=False)
    souhait = forms.ChoiceField(label="Souhait", choices=[*TOUS, *Souhait.choices], required=False)

    def __init__(
        self, *args: Any, collectivites: list[tuple[str, str]], services: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collectivite"].choices = [("", "Toutes"), *collectivites]  # type: ignore[attr-defined]
        self.fields["service"].choices = [*TOUS, *services]  # type: ignore[attr-defined]


class CorrectionForm(forms.Form):
    """What the collectivité is asked to correct."""

    correction = forms.CharField(
        label="Ce qui est à corriger",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Dites ce qui est à corriger."},
    )


class ArretForm(forms.Form):
    """Why this version is frozen."""

    motif = forms.CharField(label="Pourquoi cette version", max_length=300, required=False)


class SignatureForm(forms.Form):
    """Sign-off of one's own collectivité."""

    reserve = forms.CharField(
        label="Réserve",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Laissez vide si l’état vous paraît conforme.",
    )
