"""Setting one service: form, manager, money, key, staffing."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accord.scenarios.adaptateurs import (
    CalculImpossible,
    choix_cles,
    choix_criteres,
    parametres_de_saisie,
    saisie_de_parametres,
)
from accord.scenarios.enums import Financement
from accord.scenarios.forms.champs import NombreField
from accord.scenarios.models import ServiceScenario
from accord.territoire.models import Collectivite

REGLAGES = [
    "forme",
    "gestionnaire",
    "avec_transfert_competence",
    "financement",
    "cle",
    "parametres_cle",
    "etp_cible",
    "transition_centimes",
    "hypotheses",
]


class ServiceForm(forms.Form):
    """Percentages and euros as people write them; the service stores exact parameters and centimes."""

    forme = forms.ChoiceField(label="Forme juridique")
    gestionnaire = forms.ModelChoiceField(
        label="Gestionnaire",
        queryset=Collectivite.objects.none(),
        empty_label=None,
        help_text="La collectivité qui porte le service et avance son coût.",
    )
    avec_transfert_competence = forms.BooleanField(
        label="Le service accompagne un transfert de compétence", required=False
    )
    financement = forms.ChoiceField(label="Financement", choices=Financement.choices)
    etp_cible = NombreField(
        label="Effectif cible (ETP)",
        required=False,
        min_value=Decimal(0),
        max_digits=8,
        decimal_places=2,
        help_text="Équivalents temps plein, tous présents. Vide\u202f: l’effectif que les adhérents apportent.",
    )
    transition_euros = NombreField(
        label="Coût de transition (€)",
        required=False,
        min_value=Decimal(0),
        max_digits=12,
        decimal_places=2,
        help_text="Projet, logiciels, locaux, formation\u202f: compté une fois, la première année.",
    )
    cle = forms.ChoiceField(label="Clé de répartition")
    part_epci = forms.CharField(
        label="Part supportée par l’EPCI (%)",
        required=False,
        help_text="Prise d’abord\u202f; la clé partage le reste entre les adhérents.",
    )
    critere_premier = forms.ChoiceField(label="Premier critère (clés à deux critères)", required=False)
    part_premier = forms.CharField(label="Part du premier critère (%)", required=False)
    critere_second = forms.ChoiceField(label="Second critère", required=False)
    plafonds = forms.CharField(
        label="Plafonds",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Un par ligne\u202f: SIREN = montant en euros. L’excédent va aux autres selon la même clé.",
    )
    hypotheses = forms.CharField(
        label="Hypothèses propres au service", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, formes: list[tuple[str, str]], lieux: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choix("forme", formes)
        self._choix("cle", choix_cles())
        self._choix("critere_premier", choix_criteres())
        self._choix("critere_second", choix_criteres())
        gestionnaire: Any = self.fields["gestionnaire"]
        gestionnaire.queryset = lieux

    def _choix(self, nom: str, choix: list[tuple[str, str]]) -> None:
        champ: Any = self.fields[nom]
        champ.choices = choix

    def clean(self) -> dict[str, Any]:
        donnees: dict[str, Any] = super().clean() or {}
        try:
            self.parametres = parametres_de_saisie(donnees)
        except CalculImpossible as erreur:
            self.add_error(self._champ_fautif(erreur), erreur.message)
        return donnees

    @staticmethod
    def _champ_fautif(erreur: CalculImpossible) -> str:
        if "EPCI" in erreur.message:
            return "part_epci"
        return "plafonds" if erreur.code in {"plafonds", "montant"} else "part_premier"

    @property
    def champs_et_erreurs(self) -> list[tuple[Any, list[str]]]:
        """For the error summary of the house template."""
        return [(champ, [str(erreur) for erreur in champ.errors]) for champ in self.visible_fields()]

    @property
    def montre_criteres(self) -> bool:
        """Whether the part about two criteria and ceilings deserves to be open."""
        fautifs = {"critere_premier", "part_premier", "critere_second", "plafonds"} & set(self.errors)
        return bool(fautifs or self["cle"].value() in {"mixte", "fixe_variable"} or self["plafonds"].value())

    def reglages(self) -> dict[str, Any]:
        """What `definir_service` takes."""
        donnees = self.cleaned_data | {
            "parametres_cle": self.parametres,
            "transition_centimes": int((self.cleaned_data["transition_euros"] or 0) * 100),
        }
        return {nom: donnees[nom] for nom in REGLAGES}

    def refuser(self, erreur: ValidationError) -> None:
        """Put what the service refused where the person can correct it."""
        for nom, messages in getattr(erreur, "error_dict", {None: erreur}).items():
            self.add_error(nom if nom in self.fields else None, messages)


def saisie_initiale(service: ServiceScenario) -> dict[str, Any]:
    """What the form shows for a service as recorded."""
    return {
        "forme": service.forme,
        "gestionnaire": service.gestionnaire_id,
        "avec_transfert_competence": service.avec_transfert_competence,
        "financement": service.financement,
        "etp_cible": service.etp_cible,
        "transition_euros": Decimal(service.transition_centimes) / 100
        if service.transition_centimes
        else None,
        "cle": service.cle,
        "hypotheses": service.hypotheses,
        "revision": service.revision,
        **saisie_de_parametres(service.cle, service.parametres_cle),
    }
