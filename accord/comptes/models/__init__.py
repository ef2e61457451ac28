from accord.comptes.models.habilitation import Habilitation
from accord.comptes.models.personne import Personne

__all__ = ["Habilitation", "Personne"]
