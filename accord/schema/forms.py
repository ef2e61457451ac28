"""Forms of the schéma; what was typed is always kept."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from accord.schema.enums import SENS_EXPRIMES, CanalTransmission, PreuveReception, SensAvis
from accord.territoire.models import Collectivite

TAILLE_MAX_MO = 10
SIGNATURES = {b"%PDF-": "pdf", b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpeg"}
_JOUR = {"type": "date"}


def valider_piece(piece: UploadedFile) -> None:
    """A PDF, PNG or JPEG by its content, not by its name."""
    if (piece.size or 0) > TAILLE_MAX_MO * 1024 * 1024:
        raise ValidationError(f"Ce fichier dépasse {TAILLE_MAX_MO} Mo.")
    debut = piece.read(8)
    piece.seek(0)
    if not any(debut.startswith(signature) for signature in SIGNATURES):
        raise ValidationError("Joignez un PDF ou une image (PNG, JPEG)\u202f: ce fichier n’en est pas un.")


class ChampPiece(forms.FileField):
    """A paper joined as proof."""

    def __init__(self, **options: Any) -> None:
        aide = f"PDF, PNG ou JPEG, {TAILLE_MAX_MO} Mo au plus."
        super().__init__(required=False, validators=[valider_piece], help_text=aide, **options)


class SectionForm(forms.Form):
    """Title and text of a section; `revision` is the one the person read."""

    titre = forms.CharField(label="Titre", max_length=150)
    contenu = forms.CharField(
        label="Texte",
        required=False,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Une ligne vide sépare les paragraphes. «\u202f##\u202f» ouvre un sous-titre, "
        "«\u202f-\u202f» une puce\u202f; "
        "**gras** et *italique*.",
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class TransmissionForm(forms.Form):
    """Which communes, and how."""

    communes = forms.ModelMultipleChoiceField(
        Collectivite.objects.none(), label="Communes destinataires", widget=forms.CheckboxSelectMultiple
    )
    canal = forms.ChoiceField(
        label="Moyen d’envoi",
        choices=CanalTransmission.choices,
        widget=forms.RadioSelect,
        initial=CanalTransmission.COURRIEL,
    )

    def __init__(self, *args: Any, communes: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"communes": communes}
        champ = self.fields["communes"]
        if isinstance(champ, forms.ModelMultipleChoiceField):
            champ.queryset = Collectivite.objects.filter(pk__in=communes).order_by("nom")


class ReceptionForm(forms.Form):
    """The day a commune received the report, with its proof."""

    date_reception = forms.DateField(
        label="Date de réception par la commune", widget=forms.DateInput(_JOUR, "%Y-%m-%d")
    )
    preuve = forms.ChoiceField(
        label="Preuve",
        choices=[c for c in PreuveReception.choices if c[0] != PreuveReception.ACCUSE_EN_LIGNE],
    )
    piece = ChampPiece(label="Pièce jointe")
    precision = forms.CharField(label="Précision", required=False, max_length=300)


class AvisForm(forms.Form):
    """The opinion of a municipal council; the EPCI adds the day it received it and a proof."""

    sens = forms.ChoiceField(
        label="Avis du conseil municipal",
        choices=[(sens.value, sens.label) for sens in SENS_EXPRIMES],
        widget=forms.RadioSelect,
    )
    reserves = forms.CharField(
        label="Réserves",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="À écrire pour un avis favorable avec réserves.",
    )
    date_avis = forms.DateField(label="Date de la délibération", widget=forms.DateInput(_JOUR, "%Y-%m-%d"))
    numero = forms.CharField(label="Numéro de la délibération", required=False, max_length=60)
    piece = ChampPiece(label="Délibération")
    date_reception = forms.DateField(
        label="Date de réception par l’intercommunalité", widget=forms.DateInput(_JOUR, "%Y-%m-%d")
    )

    def __init__(self, *args: Any, au_nom_de_la_commune: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.au_nom_de_la_commune = au_nom_de_la_commune
        if au_nom_de_la_commune:
            del self.fields["date_reception"]

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        reserves = donnees.get("reserves", "").strip()
        donnees["reserves"] = reserves
        if donnees.get("sens") == SensAvis.RESERVES and not reserves:
            self.add_error("reserves", "Écrivez les réserves du conseil municipal.")
        if donnees.get("sens") in (SensAvis.FAVORABLE, SensAvis.DEFAVORABLE) and reserves:
            self.add_error(
                "sens", "Des réserves sont écrites\u202f: choisissez «\u202fFavorable avec réserves\u202f»."
            )
        if not self.au_nom_de_la_commune and not (donnees.get("numero") or donnees.get("piece")):
            self.add_error("piece", "Joignez la délibération de la commune, ou indiquez son numéro.")
        return donnees


class ApprobationForm(forms.Form):
    """The délibération of the EPCI's council."""

    date_deliberation = forms.DateField(
        label="Date de la délibération", widget=forms.DateInput(_JOUR, "%Y-%m-%d")
    )
    numero = forms.CharField(label="Numéro de la délibération", max_length=60)
    pour = forms.IntegerField(label="Votes pour", min_value=0, max_value=1000)
    contre = forms.IntegerField(label="Votes contre", min_value=0, max_value=1000)
    abstentions = forms.IntegerField(label="Abstentions", min_value=0, max_value=1000, initial=0)
    voix_preponderante = forms.BooleanField(
        label="Égalité départagée par la voix prépondérante du président ou de la présidente", required=False
    )
    piece = ChampPiece(label="Délibération")
