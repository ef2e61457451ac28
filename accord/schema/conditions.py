"""Conditions of repères 5 and 6 that the schéma knows, and the deadlines of the opinions."""

from collections import defaultdict
from datetime import date

from django.urls import reverse

from accord.demarche.enums import Piste
from accord.demarche.models import Demarche
from accord.demarche.registre import Condition, EcheanceApp
from accord.schema.enums import EtatSchema
from accord.schema.models import Schema, Transmission

ORDRE = list(EtatSchema)
ARTICLE = "CGCT, article L5211-39-1"


def conditions_formes(demarche: Demarche) -> list[Condition]:
    """To leave « Formes et délais négociés »: the report was sent and every opinion is known."""
    if demarche.piste == Piste.SERVICE_COMMUN:
        return []
    schema = Schema.objects.filter(demarche=demarche).first()
    lien = reverse("schema:schema-voir", args=[demarche.slug])
    return [
        Condition("Le rapport est transmis aux communes", _a_atteint(schema, EtatSchema.TRANSMIS), lien=lien),
        Condition(
            "Tous les avis sont recueillis, exprimés ou tacites",
            _a_atteint(schema, EtatSchema.AVIS_RECUEILLIS),
            lien=reverse("schema:avis-lister", args=[demarche.slug]) if schema else lien,
        ),
    ]


def conditions_plan(demarche: Demarche) -> list[Condition]:
    """To enter « Plan d’actions »: the council approved the schéma."""
    if demarche.piste == Piste.SERVICE_COMMUN:
        return []
    schema = Schema.objects.filter(demarche=demarche).first()
    lien = reverse("schema:schema-voir", args=[demarche.slug])
    return [
        Condition(
            "Le schéma est approuvé par le conseil", _a_atteint(schema, EtatSchema.APPROUVE), "entree", lien
        )
    ]


def echeances(demarche: Demarche) -> list[EcheanceApp]:
    """One deadline a day on which silent communes become favourable."""
    lignes = (
        Transmission.objects.filter(schema__demarche=demarche, date_avis_tacite__isnull=False)
        .order_by("collectivite__nom")
        .values_list("date_avis_tacite", "collectivite__nom", "avis__id")
    )
    par_jour: dict[date, list[tuple[str, bool]]] = defaultdict(list)
    for jour, nom, avis in lignes:
        if jour is not None:
            par_jour[jour].append((nom, avis is not None))
    return [
        EcheanceApp(
            code=f"avis_commune_tacite-{jour.isoformat()}",
            libelle=f"Fin du délai d’avis\u202f: {_noms([nom for nom, _ in communes])}",
            date=jour,
            lien=reverse("schema:avis-lister", args=[demarche.slug]),
            article=ARTICLE,
            faite=all(rendu for _, rendu in communes),
        )
        for jour, communes in sorted(par_jour.items())
    ]


def _noms(noms: list[str]) -> str:
    return ", ".join(noms) if len(noms) <= 3 else f"{len(noms)} communes"


def _a_atteint(schema: Schema | None, etat: EtatSchema) -> bool:
    return schema is not None and ORDRE.index(EtatSchema(schema.etat)) >= ORDRE.index(etat)
