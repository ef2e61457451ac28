"""How a status looks: a tone, an icon and a word, always the three together (never colour alone)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statut:
    """The tone chooses the colours; the icon and the word carry the meaning."""

    ton: str
    icone: str
    mot: str


NEUTRE = Statut("neutre", "circle", "Sans objet")

STATUTS = {
    "succes": Statut("succes", "check-circle-fill", "Fait"),
    "info": Statut("info", "info-circle-fill", "Information"),
    "attention": Statut("attention", "exclamation-triangle-fill", "À vérifier"),
    "danger": Statut("danger", "x-circle-fill", "Refusé"),
    "neutre": NEUTRE,
    # progress
    "a_venir": Statut("neutre", "circle", "À venir"),
    "a_faire": Statut("neutre", "circle", "À faire"),
    "brouillon": Statut("neutre", "pencil", "Brouillon"),
    "en_cours": Statut("info", "circle-half", "En cours"),
    "en_attente": Statut("attention", "hourglass-split", "En attente"),
    "en_retard": Statut("danger", "exclamation-diamond-fill", "En retard"),
    "fait": Statut("succes", "check-circle-fill", "Fait"),
    "termine": Statut("succes", "check-circle-fill", "Terminé"),
    "valide": Statut("succes", "check-circle-fill", "Validé"),
    "fige": Statut("info", "lock-fill", "Arrêté"),
    "arrete": Statut("info", "lock-fill", "Arrêté"),
    "retenu": Statut("succes", "award", "Retenu"),
    "ecarte": Statut("neutre", "dash-circle", "Écarté"),
    "abandonne": Statut("neutre", "dash-circle", "Abandonné"),
    "suspendu": Statut("attention", "pause-circle", "Suspendu"),
    "rempli": Statut("succes", "check-circle-fill", "Rempli"),
    # answers to the diagnostic
    "a_remplir": Statut("neutre", "circle", "À remplir"),
    "transmise": Statut("info", "send", "Transmise"),
    "a_corriger": Statut("attention", "exclamation-triangle-fill", "À corriger"),
    "validee": Statut("succes", "check-circle-fill", "Validée"),
    # scenarios and schéma
    "presente": Statut("info", "eye", "Présenté"),
    "redaction": Statut("neutre", "pencil", "En rédaction"),
    "rapport_fige": Statut("info", "lock-fill", "Rapport figé"),
    "transmis": Statut("info", "send", "Transmis aux communes"),
    "avis_recueillis": Statut("info", "check2-all", "Avis recueillis"),
    "approuve": Statut("succes", "award", "Approuvé"),
    "diffuse": Statut("succes", "megaphone", "Adressé aux communes"),
    # opinions of the communes
    "favorable": Statut("succes", "check-circle-fill", "Favorable"),
    "reserves": Statut("attention", "exclamation-triangle-fill", "Favorable avec réserves"),
    "defavorable": Statut("danger", "x-circle-fill", "Défavorable"),
    "tacite": Statut("info", "clock-history", "Réputé favorable"),
    # invitations
    "proposee": Statut("neutre", "circle", "Proposée"),
    "envoyee": Statut("info", "send", "Envoyée"),
    "acceptee": Statut("succes", "check-circle-fill", "Acceptée"),
    "refusee": Statut("danger", "x-circle-fill", "Refusée"),
    "expiree": Statut("neutre", "clock-history", "Expirée"),
    "non_remise": Statut("danger", "exclamation-triangle-fill", "Non remise"),
}

SENS_DES_MESSAGES = {
    "success": STATUTS["succes"],
    "warning": STATUTS["attention"],
    "danger": STATUTS["danger"],
    "error": STATUTS["danger"],
    "info": STATUTS["info"],
}

MOTS_DES_MESSAGES = {
    "succes": "Réussi",
    "attention": "Attention",
    "danger": "Erreur",
    "info": "Information",
    "neutre": "Note",
}


def statut_de(code: str) -> Statut:
    """The look of a status; an unknown code is neutral rather than an error."""
    return STATUTS.get(code) or SENS_DES_MESSAGES.get(code) or NEUTRE
