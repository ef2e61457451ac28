"""Giving a habilitation."""

from typing import Any

from django import forms

from accord.comptes.enums import TOUS_CHAMPS, Champ, Role
from accord.comptes.selectors import lieux_administres
from accord.socle.droits import Acteur
from accord.territoire.models import Collectivite

ROLES_DE_L_EPCI = {Role.CHEF_PROJET, Role.EVALUATEUR, Role.PARTENAIRE}
"""Roles that exist for the EPCI only."""


class HabilitationForm(forms.Form):
    """Who, where, in which role, over what."""

    email = forms.EmailField(
        label="Adresse électronique", help_text="Un compte est ouvert si cette adresse n’en a pas."
    )
    prenom = forms.CharField(label="Prénom", max_length=100, required=False)
    nom = forms.CharField(label="Nom", max_length=100, required=False)
    collectivite = forms.ModelChoiceField(Collectivite.objects.none(), label="Collectivité")
    role = forms.ChoiceField(label="Rôle", choices=Role.choices)
    competences = forms.MultipleChoiceField(
        label="Champs de compétence",
        choices=[(TOUS_CHAMPS, "Tous"), *Champ.choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Sans aucun champ, la personne ne voit aucune donnée de service.",
    )

    def __init__(self, *args: Any, acteur: Acteur, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        champ = self.fields["collectivite"]
        assert isinstance(champ, forms.ModelChoiceField)  # noqa: S101 - tells the type checker what the class says
        champ.queryset = lieux_administres(acteur)

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        collectivite, role = donnees.get("collectivite"), donnees.get("role")
        if collectivite and role in ROLES_DE_L_EPCI and not collectivite.est_epci:
            self.add_error(
                "role", "Ce rôle s’exerce pour l’intercommunalité : choisissez-la comme collectivité."
            )
        return donnees
