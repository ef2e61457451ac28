"""Form fields that accept numbers as French people type them: « 1 234,50 € », « 1,5 », « 12.30 »."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms

A_OTER = re.compile("[\\s\u00a0\u202f€]")
MOINS_TYPOGRAPHIQUE = "\u2212"


def _a_l_anglaise(valeur: Any) -> Any:
    if not isinstance(valeur, str):
        return valeur
    return A_OTER.sub("", valeur).replace(MOINS_TYPOGRAPHIQUE, "-").replace(",", ".")


class ChampNombre(forms.DecimalField):
    """A decimal number; comma or point, spaces allowed."""

    default_error_messages = {"invalid": "Saisissez un nombre, par exemple 1,5."}

    def to_python(self, value: Any) -> Any:
        return super().to_python(_a_l_anglaise(value))

    def prepare_value(self, value: Any) -> Any:
        """Shown with a comma; what was typed wrongly is shown as typed."""
        return format(value, "f").replace(".", ",") if isinstance(value, Decimal) else value


class ChampEuros(ChampNombre):
    """An amount typed in euros, given to the code in integer centimes."""

    default_error_messages = {"invalid": "Saisissez un montant en euros, par exemple 1 234,50."}

    def clean(self, value: Any) -> int | None:
        euros = super().clean(value)
        return None if euros is None else int((euros * 100).to_integral_value(ROUND_HALF_UP))

    def prepare_value(self, value: Any) -> Any:
        """Initial values are centimes."""
        return super().prepare_value(Decimal(value) / 100 if isinstance(value, int) else value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(None if initial is None else Decimal(initial) / 100, _a_l_anglaise(data))
