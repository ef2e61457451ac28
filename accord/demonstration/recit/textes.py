"""The texts that the demo's chef de projet has written in the report; the platform proposes the others."""

TEXTES = {
    "methode": (
        "La démarche a été ouverte par le comité de pilotage politique, puis conduite avec la conférence des maires, "
        "le comité de suivi administratif et deux groupes transversaux (ressources humaines, finances).\n\n"
        "Chaque commune a rempli le même diagnostic, l’a transmis elle-même et a signé l’état arrêté. "
        "Deux scénarios ont été chiffrés sur cet état, puis comparés en comité de pilotage."
    ),
    "portrait": (
        "Le territoire réunit une ville centre, quelques communes de plus de 3 500 habitants et une majorité de "
        "communes plus petites, dont beaucoup n’ont qu’un secrétariat de mairie."
    ),
    "diagnostic": (
        "Les services supports reposent sur de petites équipes : dans beaucoup de communes, une seule personne tient "
        "la paie, la comptabilité ou l’urbanisme, sans remplacement possible. Les services de proximité sont plus "
        "étoffés et plus divers dans leur organisation."
    ),
    "attentes": (
        "Les communes souhaitent surtout partager les ressources humaines et les systèmes d’information. "
        "Elles demandent un interlocuteur connu, des délais de réponse écrits et un coût par habitant stable."
    ),
    "orientations": (
        "- Appuyer chaque commune dans ses fonctions supports, sans éloigner la décision.\n"
        "- Commencer par les services que les communes demandent, y ajouter les autres quand elles le voudront.\n"
        "- Mesurer chaque année le coût et la qualité, et le dire."
    ),
    "ressources_humaines": (
        "Les agents concernés ont été réunis par métier. Chaque projet de service fait l’objet d’une fiche d’impact "
        "et d’une consultation des comités sociaux territoriaux compétents avant toute délibération."
    ),
    "gouvernance": (
        "Un comité de suivi par service commun se réunit deux fois par an. La conférence des maires examine le bilan "
        "annuel, communiqué au conseil lors du débat d’orientation budgétaire."
    ),
    "calendrier_pluriannuel": (
        "Les quatre services communs commencent le 1er janvier 2028. Les communes qui l’ont demandé les rejoignent "
        "le 1er janvier 2029."
    ),
}
