"""The modules of the stories explain their failures like tests do."""

import pytest

pytest.register_assert_rewrite(
    "tests.parcours.brest", "tests.parcours.formulaires", "tests.parcours.pages", "tests.parcours.visiteur"
)
