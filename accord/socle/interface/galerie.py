"""What the gallery shows: each component in all its states, on invented data."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from accord.socle.attentes import Attente
from accord.socle.interface.champs import ChampNombre
from accord.socle.interface.formats import montant_signe

COMMUNES = [
    ("Le Bourg-Neuf", 4212, -2_184_050),
    ("Saint-Aubin-sur-Orne", 1187, -310_000),
    ("Vieux-Moulin", 642, 0),
    ("La Chapelle-au-Bois", 398, 87_540),
    ("Mesnil-Patry", 211, 412_000),
]
REPERES = [
    "Valeurs partagées",
    "Segments mutualisables",
    "Besoins propres",
    "Secteurs arrêtés",
    "Formes et délais",
]
REPERES += ["Plan d’actions", "Mise en œuvre", "Évaluation"]

SOMMAIRE = [
    ("etapes", "Les huit repères"),
    ("boutons", "Boutons et refus"),
    ("statuts", "Statuts"),
    ("alertes", "Messages"),
    ("vide", "Page encore vide"),
    ("cartes", "Cartes et chiffres"),
    ("tableaux", "Listes"),
    ("chaleur", "Carte de chaleur"),
    ("barres", "Barres et avancement"),
    ("chronologie", "Calendrier"),
    ("attentes", "Ce qui m’attend"),
    ("formulaires", "Formulaires"),
    ("palettes", "Couleurs d’un territoire"),
]


class FormulaireExemple(forms.Form):
    """Every kind of field, filled wrongly on purpose in the gallery."""

    intitule = forms.CharField(label="Intitulé du service", help_text="Tel que les habitants le connaissent.")
    etp = ChampNombre(label="Effectif (ETP)", decimal_places=2, help_text="Une virgule ou un point : 1,5.")
    forme = forms.ChoiceField(
        label="Forme", choices=[("", "Choisir…"), ("sc", "Service commun"), ("mad", "Mise à disposition")]
    )
    souhait = forms.ChoiceField(
        label="Souhait de la commune",
        widget=forms.RadioSelect,
        choices=[("garder", "Garder"), ("partager", "Partager"), ("transferer", "Transférer")],
    )
    champs = forms.MultipleChoiceField(
        label="Champs concernés",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("fin", "Finances"), ("rh", "Ressources humaines"), ("num", "Numérique")],
    )
    date_effet = forms.DateField(
        label="Date d’effet", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    piece = forms.FileField(label="Délibération", required=False, help_text="PDF, 10 Mo au plus.")
    motif = forms.CharField(label="Motif", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    accord = forms.BooleanField(label="Le conseil municipal en a délibéré")


def contexte(request: HttpRequest) -> dict[str, Any]:
    """Invented data, labelled as such in the page."""
    pages = Paginator(range(1, 481), 20)
    return {
        "sommaire": SOMMAIRE,
        "etapes": _etapes(),
        "jalons": _jalons(),
        "formulaire": FormulaireExemple(),
        "formulaire_errone": FormulaireExemple(
            {"intitule": "Instruction des permis", "etp": "beaucoup", "souhait": "partager"},
            auto_id="erreur_%s",
        ),
        "page_exemple": pages.get_page(request.GET.get("page", "4")),
        "communes": [{"nom": nom, "population": pop, "ecart": ecart} for nom, pop, ecart in COMMUNES],
        "barres": [{"libelle": nom, "valeur": e, "texte": montant_signe(e)} for nom, _, e in COMMUNES],
        "statuts": ["a_faire", "brouillon", "en_cours", "en_attente", "en_retard", "fait", "fige"],
        "avis": ["favorable", "reserves", "defavorable", "tacite"],
        "niveaux": NIVEAUX,
        "onglets": [
            {"libelle": "Tableau", "url": "?vue=tableau", "actif": True, "compte": 48},
            {"libelle": "Carte", "url": "?vue=carte", "actif": False, "compte": None},
            {"libelle": "Demandes", "url": "?vue=demandes", "actif": False, "compte": 3},
        ],
        "attentes_exemple": _attentes(),
        "le": date(2026, 11, 21),
        "palettes": ["petrole", "ardoise", "foret", "bruyere", "brique"],
    }


NIVEAUX = [
    ("inconnu", "Pas encore répondu"),
    ("0", "Aucun besoin"),
    ("1", "Faible"),
    ("2", "Moyen"),
    ("3", "Fort"),
    ("4", "Priorité de la commune"),
]


def _etapes() -> list[SimpleNamespace]:
    etats = ["termine", "termine", "en_cours"] + ["a_venir"] * 5
    return [
        SimpleNamespace(numero=n, libelle=nom, etat=etat, url=f"#repere-{n}" if n < 4 else "")
        for n, (nom, etat) in enumerate(zip(REPERES, etats, strict=True), start=1)
    ]


def _jalons() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            date=date(2026, 9, 7), libelle="Lettre de lancement", statut="fait", detail="", url=""
        ),
        SimpleNamespace(
            date=date(2026, 11, 13),
            libelle="Réponses des communes au diagnostic",
            statut="en_retard",
            detail="Trois communes n’ont pas encore répondu.",
            url="#chronologie",
        ),
        SimpleNamespace(
            date=date(2026, 12, 17),
            libelle="Comité de pilotage",
            statut="en_cours",
            detail="Lecture commune du diagnostic, arrêt de la situation de départ.",
            url="",
        ),
        SimpleNamespace(
            date=date(2027, 3, 31),
            libelle="Rapport sur les mutualisations transmis aux communes",
            statut="a_venir",
            detail="Article L. 5211-39-1 du code général des collectivités territoriales.",
            url="",
        ),
    ]


def _attentes() -> list[Attente]:
    return [
        Attente(
            libelle="Répondre au diagnostic",
            url="#attentes",
            pourquoi="Vous êtes secrétaire de mairie du Bourg-Neuf.",
            date_limite=date(2026, 11, 13),
        ),
        Attente(
            libelle="Noter l’avis de votre conseil municipal",
            url="#attentes",
            pourquoi="Le rapport a été reçu par votre commune le 2 octobre.",
            date_limite=date(2027, 1, 4),
        ),
    ]
