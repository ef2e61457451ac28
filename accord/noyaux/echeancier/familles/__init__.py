"""One module a family of deadlines; each turns `Donnees` into a list of `Echeance`."""
