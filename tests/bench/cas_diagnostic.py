"""The heat-map for 48 and 158 communes, and a workbook of 100,000 rows read and checked against openpyxl."""

import io
import random
from datetime import UTC, date, datetime
from functools import cache

import openpyxl
from django.test import Client
from django.urls import reverse
from xlsxwriter import Workbook

from accord.comptes.enums import Role
from accord.comptes.models import Habilitation, Personne
from accord.demarche.services.demarches import ouvrir_demarche
from accord.diagnostic.classeur import verifier_classeur
from accord.diagnostic.classeur.feuilles import AGENTS, SERVICES
from accord.diagnostic.enums import StatutReponse
from accord.diagnostic.models import LigneAgent, LigneService
from accord.diagnostic.nomenclature import CODES_USUELS
from accord.diagnostic.services.campagnes import ouvrir_campagne
from accord.territoire.models import Collectivite
from accord.territoire.referentiel import charger_epci
from accord.territoire.services.chargement import charger_territoire
from tests.bench.cas import Cas, Essai

CAEN_LA_MER = "200065597"
PAYS_BASQUE = "200067106"
LE = datetime(2026, 11, 23, 10, tzinfo=UTC)
SOUHAITS = ("garder", "partager", "transférer", "à discuter", "")
LIGNES = 100_000


@cache
def monter(siren: str) -> tuple[str, Client]:
    """A campaign transmitted by every commune, sixteen services each; the slug and a signed-in client."""
    charger_territoire(epci=[charger_epci(siren)], communes_isolees=[])
    epci = Collectivite.objects.get(siren=siren)
    personne = Personne.objects.get_or_create(email=f"carte-{siren}@commun-accord.example")[0]
    Habilitation.objects.get_or_create(
        personne=personne, collectivite=epci, role=Role.CHEF_PROJET, defaults={"date_debut": date(2026, 1, 1)}
    )
    demarche = ouvrir_demarche(epci=epci, date_renouvellement=date(2026, 3, 22), acteur=None, le=LE)
    campagne = ouvrir_campagne(demarche=demarche, acteur=None, le=LE)
    campagne.reponses.update(statut=StatutReponse.TRANSMISE)
    hasard = random.Random(siren)
    services, agents = [], []
    for reponse in campagne.reponses.all():
        for code in CODES_USUELS:
            etp, souhait = hasard.randint(0, 200), hasard.choice(SOUHAITS)
            champs = {"etp": etp / 10, "cout_direct_centimes": etp * 400_000, "souhait": souhait}
            services.append(LigneService(reponse=reponse, code=code, libelle=code, **champs))
            agents += [
                LigneAgent(reponse=reponse, matricule=f"{code}{rang}", code=code, quotite=1, part=1)
                for rang in range(hasard.choice((0, 1, 2, 3, 8)))
            ]
    LigneService.objects.bulk_create(services, batch_size=500)
    LigneAgent.objects.bulk_create(agents, batch_size=500)
    client = Client()
    client.force_login(personne)
    return demarche.slug, client


def page(nom: str, siren: str) -> tuple[Essai, None]:
    """One page of the diagnostic, through HTTP."""
    slug, client = monter(siren)
    adresse = reverse(f"diagnostic:{nom}", args=[slug])

    def repondre() -> object:
        reponse = client.get(adresse)
        assert reponse.status_code == 200
        return reponse

    return repondre, None


@cache
def grand_classeur() -> bytes:
    """One hundred thousand agents, fifteen columns."""
    siren = "212900195"
    hasard = random.Random(1)
    flux = io.BytesIO()
    with Workbook(flux, {"constant_memory": True}) as classeur:
        services = classeur.add_worksheet(SERVICES.nom)
        services.write_row(0, 0, ["SIREN", "Code service", "ETP"])
        for rang, code in enumerate(CODES_USUELS, 1):
            services.write_row(rang, 0, [siren, code, 12.5])
        agents = classeur.add_worksheet(AGENTS.nom)
        agents.write_row(0, 0, [*(c.libelle for c in AGENTS.colonnes), "Site", "Commentaire", "Observation"])
        for rang in range(1, LIGNES + 1):
            agents.write_row(
                rang,
                0,
                [f"A{rang:06d}", siren, hasard.choice(CODES_USUELS), "Métier", "technique", hasard.choice("ABC"),
                 "titulaire", hasard.choice((0.5, 0.8, 1)), 1, "35-44", 2031,
                 hasard.randint(2_000_000, 6_000_000) / 100,
                 "mairie", f"note {rang % 50}", ""],
            )  # fmt: skip
    return flux.getvalue()


def importer_cent_mille_lignes() -> tuple[Essai, Essai]:
    """Ours reads, understands and checks; the anchor only reads."""
    contenu, epci = grand_classeur(), charger_epci("242900314")

    def nous() -> object:
        rapport = verifier_classeur(contenu, epci)
        assert (rapport.acceptees, rapport.refusees) == (LIGNES + len(CODES_USUELS), 0)
        return rapport.totaux

    def ancre() -> object:
        classeur = openpyxl.load_workbook(io.BytesIO(contenu), read_only=True)
        return sum(1 for _ in classeur[AGENTS.nom].iter_rows(values_only=True))

    return nous, ancre


SANS_ANCRE = "aucune\u202f: budget"
CAS = [
    Cas(
        "diagnostic: carte de chaleur, 48 communes",
        lambda: page("carte-voir", CAEN_LA_MER),
        SANS_ANCRE,
        150,
        base=True,
    ),
    Cas(
        "diagnostic: carte de chaleur, 158 communes",
        lambda: page("carte-voir", PAYS_BASQUE),
        SANS_ANCRE,
        300,
        base=True,
    ),
    Cas(
        "diagnostic: effectifs masqués, 158 communes",
        lambda: page("effectif-voir", PAYS_BASQUE),
        SANS_ANCRE,
        1500,
        base=True,
    ),
    Cas(
        "diagnostic: services consolidés, 158 communes",
        lambda: page("service-lister", PAYS_BASQUE),
        SANS_ANCRE,
        150,
        base=True,
    ),
    Cas(
        "diagnostic: classeur de 100 000 lignes",
        importer_cent_mille_lignes,
        "openpyxl (lecture seule)",
        2500,
        tours=2,
    ),
]
