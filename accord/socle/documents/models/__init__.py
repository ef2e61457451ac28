"""Models of the generated documents."""

from accord.socle.documents.models.document_genere import DocumentGenere, FormatDocument

__all__ = ["DocumentGenere", "FormatDocument"]
