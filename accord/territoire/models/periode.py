"""What appellations and memberships share: a period, both ends included."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db import models
from django.db.models import Q

M = TypeVar("M", bound=models.Model)


class PeriodeQuerySet(models.QuerySet[M]):
    """Rows dated by `date_debut` and `date_fin`; an empty end is open."""

    def en_date(self, le: date) -> PeriodeQuerySet[M]:
        """In force on that day."""
        return self.filter(
            Q(date_debut__isnull=True) | Q(date_debut__lte=le),
            Q(date_fin__isnull=True) | Q(date_fin__gte=le),
        )
