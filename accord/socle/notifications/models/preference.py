"""How often an address wants one kind of mail; kept by address, so that invited people have a say too."""

from django.db import models

from accord.socle.notifications.enums import Frequence


class Preference(models.Model):
    """Absent: the kind's own default applies."""

    adresse = models.EmailField("adresse")
    genre = models.CharField("genre de courriel", max_length=80)
    frequence = models.CharField("fréquence", max_length=10, choices=Frequence.choices)

    class Meta:
        verbose_name = "préférence de courriel"
        verbose_name_plural = "préférences de courriel"
        constraints = [
            models.UniqueConstraint(
                fields=["adresse", "genre"],
                name="preference_unique_par_genre",
                violation_error_message="Une seule fréquence par genre de courriel.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.adresse} · {self.genre} · {self.get_frequence_display()}"
