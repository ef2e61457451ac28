from accord.territoire.models.appartenance import Appartenance
from accord.territoire.models.appellation import Appellation
from accord.territoire.models.collectivite import Collectivite, Commune, Epci
from accord.territoire.models.contour import Contour
from accord.territoire.models.filiation import Filiation

__all__ = ["Appartenance", "Appellation", "Collectivite", "Commune", "Contour", "Epci", "Filiation"]
