"""Send a stored document to the browser, under its own name and never run by it."""

from django.http import FileResponse

from accord.socle.documents.models import DocumentGenere


def reponse_fichier(document: DocumentGenere) -> FileResponse:
    """Stream the file as a download; the caller has already checked the right to read it."""
    reponse = FileResponse(
        document.fichier.open("rb"),
        as_attachment=True,
        filename=document.nom,
        content_type=document.type_mime,
    )
    reponse["ETag"] = f'"{document.empreinte}"'
    reponse["X-Content-Type-Options"] = "nosniff"
    return reponse
