"""Letting a collectivité from outside the EPCI into a service."""

from typing import Any

from django import forms

from accord.scenarios.forms.perimetre import lire_date
from accord.territoire.models import Collectivite


class ExterieureForm(forms.Form):
    """A SIREN and a date."""

    siren = forms.CharField(label="SIREN de la collectivité extérieure", max_length=20)
    date_adhesion = forms.CharField(label="Entrée", help_text="Une année (2027) ou une date (01/07/2027).")

    def clean_siren(self) -> Collectivite:
        siren = "".join(self.cleaned_data["siren"].split())
        collectivite = Collectivite.objects.filter(siren=siren).first()
        if collectivite is None:
            raise forms.ValidationError(f"Aucune collectivité ne porte le SIREN {siren}.")
        return collectivite

    def clean_date_adhesion(self) -> Any:
        try:
            jour = lire_date(self.cleaned_data["date_adhesion"])
        except ValueError as erreur:
            raise forms.ValidationError(
                "Cette date ne se lit pas\u202f: écrivez 2027 ou 01/07/2027."
            ) from erreur
        if jour is None:
            raise forms.ValidationError("Indiquez une date d’entrée.")
        return jour
