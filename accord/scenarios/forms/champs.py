"""A number typed as people write it: « 10 000,50 », « 7,5 », « 1 000 € »."""

import re
from typing import Any

from django import forms

DECOR = re.compile(r"[\s\u00a0\u202f€%]")


class NombreField(forms.DecimalField):
    """Spaces, euro and percent signs are dropped before Django reads the French decimal."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(localize=True, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(DECOR.sub("", value) if isinstance(value, str) else value)
