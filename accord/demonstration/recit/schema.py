"""Chapter four: the report is written, frozen, sent to the communes; their opinions come in."""

from accord.comptes.enums import Role
from accord.demarche.models import Demarche
from accord.demonstration.personnes import PERSONAS
from accord.demonstration.recit.scene import Scene
from accord.demonstration.recit.textes import TEXTES
from accord.scenarios.models import ScenarioRetenu
from accord.schema.enums import CanalTransmission, PreuveReception, SensAvis
from accord.schema.models import Schema, Transmission
from accord.schema.services.avis import Deliberation, deposer_avis
from accord.schema.services.ouverture import ouvrir_schema
from accord.schema.services.rapport import figer_rapport
from accord.schema.services.redaction import enregistrer_section
from accord.schema.services.transmission import noter_reception, transmettre_rapport

ATTENDUES = {p.commune for p in PERSONAS if p.role in (Role.EXECUTIF, Role.SECRETAIRE)}
"""The mayor and the secretary of the demo find something to do when they sign in: their opinion is awaited."""

REDACTION, GEL, ENVOI = -28, -22, -21
RESERVES = (
    "Le conseil demande que la permanence du service instructeur soit maintenue en mairie un jour par semaine.",
    "Le conseil demande une clause de revoyure après deux exercices complets.",
    "Le conseil souhaite connaître le coût de sortie avant la signature de la convention.",
)
SENS = (SensAvis.FAVORABLE, SensAvis.FAVORABLE, SensAvis.RESERVES, SensAvis.FAVORABLE, SensAvis.DEFAVORABLE)


def rediger(scene: Scene, demarche: Demarche, retenu: ScenarioRetenu) -> Schema:
    """Open the schéma with its usual sections, and write what only the territory can say."""
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(REDACTION))
    schema = ouvrir_schema(
        demarche=demarche, scenario_retenu=retenu, acteur=cheffe, le=scene.instant(REDACTION)
    )
    for section in schema.sections.filter(code__in=TEXTES):
        enregistrer_section(
            section=section,
            titre=section.titre,
            contenu=TEXTES[section.code],
            revision_lue=section.revision,
            acteur=cheffe,
            le=scene.instant(REDACTION + 3),
        )
    return schema


def transmettre(scene: Scene, schema: Schema) -> Schema:
    """Freeze the report, send it, note receipts and the first opinions."""
    presidente = scene.acteur_pour(scene.epci, Role.EXECUTIF, scene.jour(GEL))
    figer_rapport(schema=schema, acteur=presidente, le=scene.instant(GEL))
    transmissions = transmettre_rapport(
        schema=schema,
        destinataires=scene.communes(),
        canal=CanalTransmission.PAPIER,
        acteur=presidente,
        le=scene.instant(ENVOI),
    )
    for rang, transmission in enumerate(transmissions):
        _recevoir(scene, transmission, rang)
    schema.refresh_from_db()
    return schema


def _recevoir(scene: Scene, transmission: Transmission, rang: int) -> None:
    """One commune in twelve has not acknowledged receipt yet; four in ten have already given their opinion."""
    if rang % 12 == 11:
        return
    recu = ENVOI + 1 + rang % 4
    cheffe = scene.acteur_pour(scene.epci, Role.CHEF_PROJET, scene.jour(recu + 1))
    transmission = noter_reception(
        transmission=transmission,
        date_reception=scene.jour(recu),
        preuve=PreuveReception.DECLARATION,
        precision="Récépissé de remise",
        acteur=cheffe,
        le=scene.instant(recu + 1),
    )
    if rang % 5 in (1, 3) and transmission.collectivite.nom not in ATTENDUES:
        _deliberer(scene, transmission, rang, recu)


def _deliberer(scene: Scene, transmission: Transmission, rang: int, recu: int) -> None:
    sens = SENS[(rang // 5 * 2 + rang % 5 // 2) % len(SENS)]
    jour = recu + 6 + rang % 7
    deposer_avis(
        transmission=transmission,
        deliberation=Deliberation(
            sens=sens,
            date_avis=scene.jour(jour),
            date_reception=scene.jour(jour + 1),
            numero=f"2026-{100 + rang}",
            reserves=RESERVES[rang % len(RESERVES)] if sens == SensAvis.RESERVES else "",
        ),
        acteur=scene.acteur_pour(transmission.collectivite, Role.EXECUTIF, scene.jour(jour + 1)),
        le=scene.instant(jour + 1),
    )
