"""Forms of the plan."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from accord.comptes.enums import Champ
from accord.demarche.models import Demarche
from accord.plan.enums import EtatAction
from accord.plan.models import FicheAction, Orientation
from accord.plan.selectors import Filtres
from accord.plan.services import DonneesFiche
from accord.socle.interface.champs import ChampEuros, ChampNombre
from accord.territoire.models import Collectivite


class JourField(forms.DateField):
    """A day, with the browser's own picker."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class FicheActionForm(forms.Form):
    """Everything a person writes on a sheet."""

    titre = forms.CharField(label="Titre", max_length=200)
    orientation = forms.ModelChoiceField(
        label="Orientation", queryset=Orientation.objects.none(), required=False
    )
    champ = forms.ChoiceField(
        label="Champ de compétence",
        choices=[("", "Tous"), *Champ.choices],
        required=False,
        help_text="Les cadres de ce champ peuvent faire avancer l’action.",
    )
    service = forms.CharField(label="Service", max_length=200, required=False)
    outil = forms.CharField(
        label="Outil", max_length=200, required=False, help_text="Par exemple : service commun."
    )
    base_legale = forms.CharField(label="Base légale", max_length=200, required=False)
    cle = forms.CharField(label="Clé de répartition", max_length=200, required=False)
    pilote_elu = forms.CharField(
        label="Pilote élu·e", max_length=200, required=False, help_text="Nom et fonction."
    )
    pilote_administratif = forms.CharField(
        label="Pilote administratif", max_length=200, required=False, help_text="Nom et fonction."
    )
    date_effet = JourField(label="Prise d’effet", required=False)
    objectifs = forms.CharField(label="Objectifs", max_length=4000, required=False, widget=forms.Textarea)
    situation = forms.CharField(
        label="Situation actuelle", max_length=4000, required=False, widget=forms.Textarea
    )
    cible = forms.CharField(label="Cible", max_length=4000, required=False, widget=forms.Textarea)
    etp_avant = ChampNombre(
        label="ETP avant", max_digits=8, decimal_places=2, min_value=Decimal(0), required=False
    )
    etp_apres = ChampNombre(
        label="ETP après", max_digits=8, decimal_places=2, min_value=Decimal(0), required=False
    )
    cout_avant_centimes = ChampEuros(
        label="Coût annuel avant, en euros",
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        required=False,
    )
    cout_apres_centimes = ChampEuros(
        label="Coût annuel après, en euros",
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        required=False,
    )
    risques = forms.CharField(label="Risques", max_length=4000, required=False, widget=forms.Textarea)
    indicateurs = forms.CharField(label="Indicateurs", max_length=4000, required=False, widget=forms.Textarea)
    collectivites = forms.ModelMultipleChoiceField(
        label="Communes concernées",
        queryset=Collectivite.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, demarche: Demarche, fiche: FicheAction | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["orientation"].queryset = demarche.orientations.all()  # type: ignore[attr-defined]
        self.fields["collectivites"].queryset = collectivites_de(demarche)  # type: ignore[attr-defined]
        for nom in ("objectifs", "situation", "cible", "risques", "indicateurs"):
            self.fields[nom].widget.attrs["rows"] = 4
        if fiche is not None:
            self.initial = {nom: getattr(fiche, nom) for nom in self.fields if nom != "collectivites"}
            self.initial["collectivites"] = list(fiche.concernees.values_list("collectivite_id", flat=True))

    def donnees(self) -> DonneesFiche:
        """What the services take."""
        return DonneesFiche(
            **{**self.cleaned_data, "collectivites": tuple(self.cleaned_data["collectivites"])}
        )


class FiltresForm(forms.Form):
    """Filters of the list, kept in the address."""

    q = forms.CharField(label="Chercher", max_length=100, required=False)
    etat = forms.ChoiceField(label="État", choices=[("", "Tous"), *EtatAction.choices], required=False)
    orientation = forms.TypedChoiceField(label="Orientation", coerce=int, empty_value=None, required=False)
    commune = forms.TypedChoiceField(label="Commune", coerce=int, empty_value=None, required=False)
    retard = forms.BooleanField(label="En retard seulement", required=False)

    def __init__(self, *args: Any, demarche: Demarche, **options: Any) -> None:
        super().__init__(*args, **options)
        orientations = [(o.numero, str(o)) for o in demarche.orientations.all()]
        communes = list(collectivites_de(demarche).values_list("pk", "nom"))
        self.fields["orientation"].choices = [("", "Toutes"), *orientations]  # type: ignore[attr-defined]
        self.fields["commune"].choices = [("", "Toutes"), *communes]  # type: ignore[attr-defined]

    def filtres(self) -> Filtres:
        """The filters that are understood; one that is not is ignored, its error is shown."""
        self.is_valid()
        valeurs = self.cleaned_data
        return Filtres(
            texte=valeurs.get("q", ""),
            etat=valeurs.get("etat", ""),
            orientation=valeurs.get("orientation"),
            collectivite=valeurs.get("commune"),
            en_retard=valeurs.get("retard", False),
        )


class EtatForm(forms.Form):
    """A change of state."""

    vers = forms.ChoiceField(choices=EtatAction.choices, widget=forms.HiddenInput)
    motif = forms.CharField(
        label="Motif", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class RealisationForm(forms.Form):
    """The day a step was done."""

    date_realisation = JourField(label="Faite le")

    def __init__(self, *args: Any, le: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        if le is not None:
            self.initial.setdefault("date_realisation", le)


class ReportForm(forms.Form):
    """Another day for a step, and why."""

    date_prevue = JourField(label="Nouvelle date")
    motif = forms.CharField(label="Motif", max_length=500)


class EtapeForm(forms.Form):
    """A step of the territory's own."""

    libelle = forms.CharField(label="Étape", max_length=200)
    date_prevue = JourField(label="Date prévue")
    organe = forms.CharField(label="Par qui", max_length=200, required=False)


class OrientationForm(forms.Form):
    """The title of an axis."""

    titre = forms.CharField(label="Titre de l’orientation", max_length=200)


def collectivites_de(demarche: Demarche) -> Any:
    """The EPCI and its member communes, by name."""
    communes = demarche.communes().values("pk")
    ids = Collectivite.objects.filter(pk__in=communes) | Collectivite.objects.filter(pk=demarche.epci_id)
    return ids.order_by("nom_recherche")
