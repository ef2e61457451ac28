"""Whole stories through HTTP. Their modules explain their failures like tests do."""

import pytest

pytest.register_assert_rewrite(
    "tests.parcours.brest", "tests.parcours.formulaires", "tests.parcours.pages", "tests.parcours.visiteur"
)
