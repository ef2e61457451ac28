"""Contours that the reference file does not hold: those of communes nouvelles, or drawn locally."""

from django.db import models

from accord.territoire.models.collectivite import Collectivite


class Contour(models.Model):
    """A GeoJSON geometry that takes precedence over the reference file."""

    collectivite = models.OneToOneField(
        Collectivite, models.CASCADE, related_name="contour", verbose_name="collectivité"
    )
    geojson = models.JSONField("géométrie GeoJSON")

    class Meta:
        verbose_name = "contour"

    def __str__(self) -> str:
        return f"Contour de {self.collectivite}"
