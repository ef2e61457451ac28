"""One choice of frequency for each kind of mail."""

from typing import Any

from django import forms

from accord.socle.notifications.enums import Frequence
from accord.socle.notifications.selectors import Reglage


class PreferencesForm(forms.Form):
    """A field a kind, built from the effective settings."""

    def __init__(self, *args: Any, reglages: list[Reglage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for reglage in reglages:
            self.fields[reglage.genre.code] = forms.ChoiceField(
                label=reglage.genre.libelle, choices=Frequence.choices, initial=reglage.frequence
            )

    def choix(self) -> list[tuple[str, Frequence]]:
        return [(genre, Frequence(valeur)) for genre, valeur in self.cleaned_data.items()]
