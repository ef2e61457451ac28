"""Choosing how often one gets each kind of mail."""

from django.db import transaction

from accord.socle.notifications.enums import Frequence
from accord.socle.notifications.models import Preference


@transaction.atomic
def choisir_frequence(*, adresse: str, genre: str, frequence: Frequence) -> Preference:
    """Set the frequency of one kind; choosing the same twice changes nothing."""
    preference, _ = Preference.objects.update_or_create(
        adresse=adresse.lower(), genre=genre, defaults={"frequence": frequence}
    )
    return preference
