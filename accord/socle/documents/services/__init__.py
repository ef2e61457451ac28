"""Writes of the generated documents."""

from accord.socle.documents.services.generer import generer_document
from accord.socle.documents.services.verifier import Verification, verifier_document

__all__ = ["Verification", "generer_document", "verifier_document"]
