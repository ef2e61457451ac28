"""Forms of the démarche."""

from collections.abc import Iterable
from typing import Any

from django import forms

from accord.demarche.adaptateurs import BaseCalendrier
from accord.demarche.enums import NatureJalon, Piste, SensDecision, TypeInstance
from accord.demarche.imports import TAILLE_MAX
from accord.demarche.models import Decision, Demarche, Instance
from accord.territoire.models import Commune

DATE_MIN, DATE_MAX = "2001-01-01", "2093-12-31"


class ChampDate(forms.DateField):
    """A date typed or picked; bounded, so that no calendar overflows."""

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget",
            forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": DATE_MIN, "max": DATE_MAX}),
        )
        options.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y"])
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        jour = super().clean(value)
        if jour and not DATE_MIN <= jour.isoformat() <= DATE_MAX:
            raise forms.ValidationError("Indiquez une date entre 2001 et 2093.")
        return jour


class CadreForm(forms.Form):
    """Step « mon calendrier »: the track and the base date."""

    AUTRE = "autre"
    piste = forms.ChoiceField(
        label="Cadre de la démarche", choices=Piste.choices, widget=forms.RadioSelect, initial=Piste.LEGALE
    )
    base = forms.ChoiceField(
        label="Renouvellement général retenu",
        widget=forms.RadioSelect,
        help_text=(
            "Le premier tour est le choix le plus prudent\u202f: toutes les échéances tombent plus tôt. En 2020, le "
            "ministère a retenu le second tour dès qu’une commune de l’intercommunalité en avait eu un."
        ),
    )
    autre_date = ChampDate(
        label="Autre date", required=False, help_text="Seulement si vous avez choisi « Autre date »."
    )

    def __init__(self, *args: Any, bases: Iterable[BaseCalendrier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choix = [(base.jour.isoformat(), f"{base.jour:%d/%m/%Y} – {base.libelle}") for base in bases]
        self.fields["base"].choices = [*choix, (self.AUTRE, "Autre date")]

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        if (
            donnees.get("base") == self.AUTRE
            and not donnees.get("autre_date")
            and "autre_date" not in self.errors
        ):
            self.add_error("autre_date", "Indiquez la date retenue.")
        return donnees

    @property
    def date_renouvellement(self) -> str:
        """The chosen base, as ISO text."""
        base = self.cleaned_data["base"]
        return self.cleaned_data["autre_date"].isoformat() if base == self.AUTRE else base


class InstanceProposeeForm(forms.Form):
    """Step « mes instances »: one line."""

    retenue = forms.BooleanField(label="Retenir cette instance", required=False)
    nom = forms.CharField(label="Nom", max_length=150, required=False)
    type = forms.ChoiceField(label="Type", choices=TypeInstance.choices, required=False)
    mission = forms.CharField(label="Mission", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        if donnees.get("retenue") and not donnees.get("nom"):
            self.add_error("nom", "Donnez un nom à l’instance, ou ne la retenez pas.")
        return donnees


class InstancesFormSet(forms.BaseFormSet):
    """The proposed instances: no two with the same name."""

    def clean(self) -> None:
        noms = [form.cleaned_data.get("nom", "").strip().lower() for form in self.forms if form.is_valid()]
        retenus = [
            nom
            for nom, form in zip(noms, self.forms, strict=False)
            if nom and form.cleaned_data.get("retenue")
        ]
        if len(retenus) != len(set(retenus)):
            raise forms.ValidationError("Deux instances portent le même nom.")

    def retenues(self) -> list[dict[str, str]]:
        """What the draft keeps."""
        return [
            {"type": donnees["type"], "nom": donnees["nom"].strip(), "mission": donnees["mission"].strip()}
            for donnees in self.cleaned_data
            if donnees.get("retenue")
        ]


InstancesProposees = forms.formset_factory(
    InstanceProposeeForm, formset=InstancesFormSet, extra=1, max_num=30
)


class AdressesForm(forms.Form):
    """Step « mes communes »: one address a commune, or a list pasted or dropped."""

    liste = forms.CharField(
        label="Coller une liste",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Une commune par ligne, par exemple\u202f: Grandville ; mairie@grandville.fr",
    )
    fichier = forms.FileField(
        label="Ou déposer un fichier CSV", required=False, help_text="200 ko au plus, UTF-8 ou Windows."
    )

    def __init__(
        self, *args: Any, communes: Iterable[Commune], connues: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.communes = list(communes)
        for commune in self.communes:
            self.fields[f"email_{commune.pk}"] = forms.EmailField(
                label=f"Adresse de {commune.nom}", required=False, initial=connues.get(str(commune.pk), "")
            )

    def clean_fichier(self) -> Any:
        fichier = self.cleaned_data.get("fichier")
        if fichier and fichier.size > TAILLE_MAX:
            raise forms.ValidationError(
                "Ce fichier dépasse 200 ko\u202f: déposez seulement la liste des adresses."
            )
        return fichier

    def lignes(self) -> list[tuple[Commune, forms.BoundField]]:
        """Each commune with its field, for the table."""
        return [(commune, self[f"email_{commune.pk}"]) for commune in self.communes]

    def champs_et_erreurs(self) -> list[tuple[forms.BoundField, Any]]:
        """What the error summary reads."""
        return [(champ, champ.errors) for champ in self]

    @property
    def adresses(self) -> dict[str, str]:
        """What was typed, by commune."""
        return {str(c.pk): self.cleaned_data.get(f"email_{c.pk}", "") for c in self.communes}


class MotifForm(forms.Form):
    """Moving a repère: the reason, when one is needed."""

    vers = forms.CharField(widget=forms.HiddenInput)
    motif = forms.CharField(
        label="Motif",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Inscrit au journal de la démarche.",
    )


class ReglagesForm(forms.ModelForm):
    """Settings of the calendar."""

    date_renouvellement = ChampDate(label="Renouvellement général retenu")
    date_dob = ChampDate(
        label="Débat d’orientation budgétaire", required=False, help_text="Si sa date est connue."
    )

    class Meta:
        model = Demarche
        fields = ["piste", "date_renouvellement", "fenetre_dob", "date_dob"]


class JalonForm(forms.Form):
    """A date that the territory knows."""

    nature = forms.ChoiceField(label="Événement", choices=NatureJalon.choices)
    date_jalon = ChampDate(label="Date")
    precision = forms.CharField(label="Précision", max_length=200, required=False)


class InstanceForm(forms.ModelForm):
    """A new instance."""

    class Meta:
        model = Instance
        fields = ["type", "nom", "mission"]
        widgets = {"mission": forms.Textarea(attrs={"rows": 3})}


class MembreForm(forms.Form):
    """Someone to seat in an instance."""

    nom = forms.CharField(label="Prénom et nom", max_length=200)
    fonction = forms.CharField(label="Fonction", max_length=200, required=False)
    collectivite = forms.ModelChoiceField(
        label="Collectivité", queryset=Commune.objects.none(), required=False, empty_label="—"
    )
    preside = forms.BooleanField(label="Préside l’instance", required=False)

    def __init__(self, *args: Any, collectivites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collectivite"].queryset = collectivites


class DecisionForm(forms.ModelForm):
    """A decision of an instance."""

    date_decision = ChampDate(label="Date de la décision")

    class Meta:
        model = Decision
        fields = ["instance", "date_decision", "intitule", "sens", "texte", "reserves", "dissidences"]
        widgets = {
            "texte": forms.Textarea(attrs={"rows": 5}),
            "reserves": forms.Textarea(attrs={"rows": 3}),
            "dissidences": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "reserves": "Conditions mises à l’accord, et par qui.",
            "dissidences": "Désaccords exprimés, et par qui.",
        }

    def __init__(self, *args: Any, demarche: Demarche, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instance"].queryset = demarche.instances.all()
        self.fields["instance"].empty_label = "—"

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        if donnees.get("sens") == SensDecision.ADOPTEE_RESERVES and not donnees.get("reserves"):
            self.add_error("reserves", "Dites quelles réserves accompagnent l’adoption.")
        return donnees


class ReponseInvitationForm(forms.Form):
    """Accept or refuse an invitation."""

    prenom = forms.CharField(label="Votre prénom", max_length=100, required=False)
    nom = forms.CharField(label="Votre nom", max_length=100, required=False)


class FiltreCalendrierForm(forms.Form):
    """Filters of the calendar, kept in the address."""

    PERIODES = (("proche", "Six derniers mois et dix-huit prochains"), ("mandat", "Tout le mandat"))
    periode = forms.ChoiceField(label="Période", choices=PERIODES, required=False)
    famille = forms.ChoiceField(label="Sujet", required=False)
    etat = forms.ChoiceField(label="État", required=False)

    def __init__(self, *args: Any, familles: dict[str, str], etats: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["famille"].choices = [("", "Tous"), *familles.items()]
        self.fields["etat"].choices = [("", "Tous"), *etats.items()]
