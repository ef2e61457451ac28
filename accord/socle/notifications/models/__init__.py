from accord.socle.notifications.models.courriel import Courriel
from accord.socle.notifications.models.preference import Preference

__all__ = ["Courriel", "Preference"]
