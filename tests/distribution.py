"""The fixed cast of every test: one EPCI of five communes, its people, and the intrus from elsewhere.

Names never change, so that a test reads like a story. Build it with the `distribution` fixture.
"""

from dataclasses import dataclass, field
from datetime import date

from accord.comptes.enums import TOUS_CHAMPS, Role
from accord.comptes.models import Habilitation, Personne
from accord.comptes.selectors import acteur_de
from accord.socle.droits import Acteur
from accord.territoire.models import Appartenance, Collectivite

AUJOURD_HUI = date(2026, 11, 23)
"""The Monday on which most tests happen."""

NAISSANCE = date(2017, 1, 1)
"""When the fictional EPCI was born."""

MOT_DE_PASSE = "un mot de passe de test"

COMMUNES = (
    # siren, code INSEE, name, population municipale, population totale
    ("210000011", "00001", "Grandville", 12_000, 12_300),
    ("210000029", "00002", "Bourg-le-Pont", 3_600, 3_700),
    ("210000037", "00003", "Clairval", 1_400, 1_450),
    ("210000045", "00004", "Saint-Aubin-des-Prés", 620, 640),
    ("210000052", "00005", "Petitbois", 180, 185),
)

PERSONNES = (
    # identifier, first name, name, where, role, champs
    ("chef_projet", "Claude", "Morel", "200000016", Role.CHEF_PROJET, (TOUS_CHAMPS,)),
    ("presidente", "Anne", "Lefèvre", "200000016", Role.EXECUTIF, (TOUS_CHAMPS,)),
    ("dgs", "Philippe", "Garnier", "200000016", Role.DIRECTION, (TOUS_CHAMPS,)),
    ("drh", "Nadia", "Benali", "200000016", Role.DRH, ("ressources_humaines",)),
    ("maire", "Jean", "Robert", "210000029", Role.EXECUTIF, (TOUS_CHAMPS,)),
    ("secretaire", "Sylvie", "Petit", "210000052", Role.SECRETAIRE, (TOUS_CHAMPS,)),
    ("elu_jeunesse", "Karim", "Haddad", "210000029", Role.ELU, ("enfance_jeunesse",)),
    ("agent", "Lucie", "Martin", "210000011", Role.AGENT, ()),
    ("syndicat", "Marc", "Dubois", "210000011", Role.SYNDICAT, ()),
    ("evaluatrice", "Inès", "Roux", "200000016", Role.EVALUATEUR, (TOUS_CHAMPS,)),
    ("intrus", "Paul", "Ailleurs", "200000099", Role.EXECUTIF, (TOUS_CHAMPS,)),
)


@dataclass
class Distribution:
    """The cast once on stage: `distribution.maire` is a Personne, `distribution.acteur("maire")` an Acteur."""

    epci: Collectivite
    epci_voisin: Collectivite
    communes: dict[str, Collectivite]
    personnes: dict[str, Personne]
    habilitations: dict[str, Habilitation] = field(default_factory=dict)

    def __getattr__(self, nom: str) -> Personne:
        try:
            return self.__dict__["personnes"][nom]
        except KeyError:
            raise AttributeError(nom) from None

    def acteur(self, nom: str, le: date = AUJOURD_HUI) -> Acteur:
        """The actor of a persona, on the day of the tests unless told otherwise."""
        return acteur_de(self.habilitations[nom], le)

    def commune(self, nom: str) -> Collectivite:
        """A commune of the cast by its name."""
        return self.communes[nom]


def creer_collectivite(siren: str, nom: str, **champs: object) -> Collectivite:
    """A collectivité with just what the database requires."""
    valeurs = {"type": "commune", "nature_juridique": "COM", "millesime": 2026, "departement": "99"} | champs
    return Collectivite.objects.create(siren=siren, nom=nom, **valeurs)


def creer_epci(
    siren: str, nom: str, communes: tuple, regime_fiscal: str = "FPU"
) -> tuple[Collectivite, dict]:
    """An EPCI and its communes, members since NAISSANCE."""
    epci = creer_collectivite(
        siren,
        nom,
        type="epci",
        nature_juridique="CC",
        regime_fiscal=regime_fiscal,
        population_municipale=sum(c[3] for c in communes),
        population_totale=sum(c[4] for c in communes),
    )
    membres = {}
    for siren_commune, insee, nom_commune, municipale, totale in communes:
        commune = creer_collectivite(
            siren_commune,
            nom_commune,
            code_insee=insee,
            population_municipale=municipale,
            population_totale=totale,
        )
        Appartenance.objects.create(commune_id=commune.pk, epci_id=epci.pk, date_debut=NAISSANCE)
        membres[nom_commune] = commune
    return epci, membres


def monter() -> Distribution:
    """Put the whole cast in the database."""
    epci, communes = creer_epci("200000016", "Val d’Accord", COMMUNES)
    voisin, _ = creer_epci("200000099", "Pays voisin", (("210000998", "00099", "Ailleurs", 900, 910),))
    lieux = {c.siren: c for c in [epci, voisin, *communes.values()]}
    cast = Distribution(epci, voisin, communes, {})
    for identifiant, prenom, nom, siren, role, champs in PERSONNES:
        personne = Personne.objects.create_user(
            f"{identifiant}@exemple.test", MOT_DE_PASSE, prenom=prenom, nom=nom
        )
        cast.personnes[identifiant] = personne
        cast.habilitations[identifiant] = Habilitation.objects.create(
            personne=personne,
            collectivite=lieux[siren],
            role=role,
            competences=list(champs),
            date_debut=date(2026, 4, 1),
        )
    return cast
