"""Forms of the démarche."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from django import forms

from accord.comptes.enums import Role
from accord.demarche.adaptateurs import BaseCalendrier
from accord.demarche.enums import NatureJalon, Piste, SensDecision, TypeInstance
from accord.demarche.imports import TAILLE_MAX, RefusAdresse, decoder, lire_adresses
from accord.demarche.models import Decision, Demarche, Instance
from accord.territoire.models import Collectivite, Commune

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
        cast(forms.ChoiceField, self.fields["base"]).choices = [*choix, (self.AUTRE, "Autre date")]

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


def retenues(formset: "forms.BaseFormSet[Any]") -> list[dict[str, str]]:
    """The instances kept, as the draft stores them."""
    return [
        {"type": donnees["type"], "nom": donnees["nom"].strip(), "mission": donnees["mission"].strip()}
        for donnees in formset.cleaned_data
        if donnees.get("retenue")
    ]


InstancesProposees = forms.formset_factory(
    InstanceProposeeForm, formset=InstancesFormSet, extra=1, max_num=30
)


@dataclass(frozen=True)
class LigneAdresse:
    """A commune whose address is asked; `cle` names its field."""

    cle: int
    commune: Collectivite
    email: str = ""


class AdressesForm(forms.Form):
    """One address a commune, or a list pasted or dropped."""

    liste = forms.CharField(
        label="Coller une liste",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Une commune par ligne, par exemple\u202f: Grandville ; mairie@grandville.fr",
    )
    fichier = forms.FileField(
        label="Ou déposer un fichier CSV", required=False, help_text="200 ko au plus, UTF-8 ou Windows."
    )

    def __init__(self, *args: Any, attendues: Iterable[LigneAdresse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attendues = list(attendues)
        for ligne in self.attendues:
            self.fields[f"email_{ligne.cle}"] = forms.EmailField(
                label=f"Adresse de {ligne.commune.nom}", required=False, initial=ligne.email
            )

    def clean_fichier(self) -> Any:
        fichier = self.cleaned_data.get("fichier")
        if fichier and fichier.size > TAILLE_MAX:
            raise forms.ValidationError(
                "Ce fichier dépasse 200 ko\u202f: déposez seulement la liste des adresses."
            )
        return fichier

    def lignes(self) -> list[tuple[Collectivite, forms.BoundField]]:
        """Each commune with its field, for the table."""
        return [(ligne.commune, self[f"email_{ligne.cle}"]) for ligne in self.attendues]

    def champs_et_erreurs(self) -> list[tuple[forms.BoundField, Any]]:
        """What the error summary reads."""
        return [(champ, champ.errors) for champ in self]

    def lire(self) -> tuple[dict[int, str], tuple[RefusAdresse, ...]]:
        """Addresses by key, typed or listed (the list wins), and the lines of the list not understood."""
        fichier = self.cleaned_data.get("fichier")
        texte = (decoder(fichier.read()) + "\n" if fichier else "") + self.cleaned_data.get("liste", "")
        lecture = lire_adresses(texte, [ligne.commune for ligne in self.attendues])
        saisies = {
            ligne.cle: lecture.adresses.get(ligne.commune.pk)
            or self.cleaned_data.get(f"email_{ligne.cle}", "")
            for ligne in self.attendues
        }
        return saisies, lecture.refus

    def apres_lecture(self, saisies: dict[int, str], refus: Iterable[RefusAdresse]) -> "AdressesForm":
        """The form to show again: every address kept, only the refused lines left to correct."""
        attendues = [replace(ligne, email=saisies[ligne.cle]) for ligne in self.attendues]
        return AdressesForm(
            attendues=attendues, initial={"liste": "\n".join(ligne.valeur for ligne in refus)}
        )


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
        cast("forms.ModelChoiceField[Any]", self.fields["collectivite"]).queryset = collectivites


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
        champ = cast("forms.ModelChoiceField[Instance]", self.fields["instance"])
        champ.queryset = demarche.instances.all()
        champ.empty_label = "—"

    def clean(self) -> dict[str, Any]:
        donnees = super().clean() or {}
        if donnees.get("sens") == SensDecision.ADOPTEE_RESERVES and not donnees.get("reserves"):
            self.add_error("reserves", "Dites quelles réserves accompagnent l’adoption.")
        return donnees


class InvitationForm(forms.Form):
    """Calling one more person, in any role, for the EPCI or one of its communes."""

    collectivite = forms.ModelChoiceField(label="Collectivité", queryset=Collectivite.objects.none())
    role = forms.ChoiceField(label="À titre de", choices=Role.choices, initial=Role.EXECUTIF)
    email = forms.EmailField(label="Adresse électronique")

    def __init__(self, *args: Any, collectivites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Any]", self.fields["collectivite"]).queryset = collectivites


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
        cast(forms.ChoiceField, self.fields["famille"]).choices = [("", "Tous"), *familles.items()]
        cast(forms.ChoiceField, self.fields["etat"]).choices = [("", "Tous"), *etats.items()]
