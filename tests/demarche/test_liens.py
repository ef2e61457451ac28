"""A link of the calendar is shown to those whom it would not lead to a refusal."""

import pytest

from accord.demarche.selectors.liens import est_ouvert

CAS = [
    ("/schema/val/avis/", False),
    ("/schema/", False),
    ("/plan/val/", True),
    ("/schemas/", True),
    ("", False),
    (None, False),
]


@pytest.mark.parametrize(("url", "ouvert"), CAS)
def test_un_lien_vers_une_section_fermee_n_est_pas_ouvert(url, ouvert):
    assert est_ouvert(url, {"schema"}) is ouvert
