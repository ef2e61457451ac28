from accord.diagnostic.models.campagne import Campagne, ReponseCollectivite
from accord.diagnostic.models.etat import EtatArrete, SignatureEtat
from accord.diagnostic.models.importation import ImportClasseur
from accord.diagnostic.models.ligne_agent import LigneAgent
from accord.diagnostic.models.ligne_patrimoine import LigneContrat, LigneConvention, LigneEquipement
from accord.diagnostic.models.ligne_service import LigneService

__all__ = [
    "Campagne",
    "EtatArrete",
    "ImportClasseur",
    "LigneAgent",
    "LigneContrat",
    "LigneConvention",
    "LigneEquipement",
    "LigneService",
    "ReponseCollectivite",
    "SignatureEtat",
]
