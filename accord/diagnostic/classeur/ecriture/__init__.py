"""Write the workbook: the same file is the export, the form to fill and the import template."""

from accord.diagnostic.classeur.ecriture.classeur_xlsx import ecrire_classeur
from accord.diagnostic.classeur.ecriture.csv_zippe import ecrire_csv_zippe

__all__ = ["ecrire_classeur", "ecrire_csv_zippe"]
