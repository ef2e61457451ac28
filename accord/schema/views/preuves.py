"""The proof pack, and the papers joined by the communes."""

from django.http import FileResponse, StreamingHttpResponse

from accord.schema.models import Schema
from accord.schema.portes import PieceJointe, porte_piece, porte_schema
from accord.schema.preuves import dossier_de_preuve
from accord.socle.droits import Requete, exige


@exige("schema.telecharger_preuves", porte=porte_schema)
def preuves_telecharger(request: Requete, schema: Schema) -> StreamingHttpResponse:
    """Everything that proves the circuit, in one zip, streamed."""
    reponse = StreamingHttpResponse(dossier_de_preuve(schema), content_type="application/zip")
    reponse["Content-Disposition"] = f'attachment; filename="preuves-{schema.demarche.slug}.zip"'
    return reponse


@exige("schema.consulter", porte=porte_piece)
def piece_telecharger(request: Requete, piece: PieceJointe) -> FileResponse:
    """A proof of receipt or a délibération, downloaded and never shown in the page."""
    reponse = FileResponse(piece.fichier.open("rb"), as_attachment=True, filename=piece.nom)
    reponse["X-Content-Type-Options"] = "nosniff"
    return reponse
