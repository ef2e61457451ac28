"""The schéma on the home page: its state, who has not answered, what the other communes think."""

from collections import Counter
from collections.abc import Iterator

from django.urls import reverse

from accord.accueil.lignes import Ligne
from accord.comptes.enums import ROLES_PILOTES
from accord.demarche.models import Demarche
from accord.schema.enums import EtatSchema, SensAvis
from accord.schema.models import Schema, Transmission
from accord.socle.droits import Acteur, decider
from accord.socle.interface.formats import pluriel

SENS = ((SensAvis.FAVORABLE, "favorable"), (SensAvis.TACITE, "tacite"), (SensAvis.DEFAVORABLE, "défavorable"))

OU_EN_EST = "Où en est le schéma ?"


def lignes(demarche: Demarche, acteur: Acteur) -> Iterator[Ligne]:
    """Two or three lines once a schéma is open (three queries, whatever the number of communes)."""
    schema = Schema.objects.visibles_par(acteur).filter(demarche=demarche).first()
    if schema is None:
        return
    lecture = decider("schema.consulter", acteur, schema)
    if not lecture:
        yield Ligne(question=OU_EN_EST, reponse="En préparation", detail=lecture.raison)
        return
    yield Ligne(
        question=OU_EN_EST,
        reponse=EtatSchema(schema.etat).label,
        url=reverse("schema:schema-voir", args=[demarche.slug]),
    )
    sens: list[str | None] = list(
        Transmission.objects.filter(schema=schema).values_list("avis__sens", flat=True)
    )
    if sens:
        yield _avis(demarche, sens)
    if None in sens and acteur.est_epci and acteur.a_role(*ROLES_PILOTES):
        yield _silencieuses(demarche, sens.count(None))


def _avis(demarche: Demarche, sens: list[str | None]) -> Ligne:
    comptes = Counter(sens)
    parts = [f"{comptes[code]} {mot}{pluriel(comptes[code])}" for code, mot in SENS if comptes[code]]
    if comptes[SensAvis.RESERVES]:
        parts.append(f"{comptes[SensAvis.RESERVES]} avec réserves")
    return Ligne(
        question="Qu’en pensent les communes ?",
        reponse=", ".join(parts) or "Aucun avis encore",
        url=reverse("schema:avis-lister", args=[demarche.slug]),
        detail=f"{len(sens) - comptes[None]} avis sur {len(sens)} communes.",
    )


def _silencieuses(demarche: Demarche, nombre: int) -> Ligne:
    return Ligne(
        question="Qui n’a pas donné son avis ?",
        reponse=f"{nombre} commune{pluriel(nombre)}",
        url=reverse("schema:avis-lister", args=[demarche.slug]),
        detail="Le rappel se fait en un geste depuis la liste.",
        statut="en_attente",
    )
