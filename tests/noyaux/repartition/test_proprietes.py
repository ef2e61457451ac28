"""Properties any finance director may rely on, whatever the figures."""

from fractions import Fraction

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from accord.noyaux.repartition import Partie, borner, cle_mixte, cle_simple, repartir
from accord.noyaux.repartition.arrondi import plus_fort_reste
from accord.noyaux.repartition.matrice import repartir_matrice

montants = st.integers(-(10**11), 10**11)
listes = st.lists(st.integers(0, 200_000), min_size=1, max_size=12).filter(any)
MIXTE = cle_mixte({"population_municipale": "0.3", "unites": "0.7"})


def _parties(nombre):
    return [Partie(f"{rang:09}", f"C{rang}") for rang in range(nombre)]


def _mesures(valeurs):
    return {f"{rang:09}": valeur for rang, valeur in enumerate(valeurs)}


def _montants(total, cle, **poids):
    parties = _parties(len(next(iter(poids.values()))))
    mesures = {critere: _mesures(valeurs) for critere, valeurs in poids.items()}
    return [
        p.montant_centimes
        for p in repartir(montant_centimes=total, parties=parties, cle=cle, poids=mesures).parts
    ]


@given(montants, listes)
def test_la_somme_des_parts_egale_le_total(total, poids):
    assert sum(_montants(total, cle_simple("unites"), unites=poids)) == total


@given(montants, listes)
def test_chaque_part_est_a_moins_d_un_centime_de_sa_part_exacte(total, poids):
    parts = _montants(total, cle_simple("unites"), unites=poids)

    assert all(abs(part - Fraction(total * w, sum(poids))) < 1 for part, w in zip(parts, poids, strict=True))


@given(montants, listes, st.randoms(use_true_random=False))
def test_l_ordre_des_collectivites_ne_change_rien(total, poids, hasard):
    parties, mesures = _parties(len(poids)), {"unites": _mesures(poids)}
    melangees = hasard.sample(parties, len(parties))

    def parts(ordre):
        resultat = repartir(montant_centimes=total, parties=ordre, cle=cle_simple("unites"), poids=mesures)
        return {part.siren: part.montant_centimes for part in resultat.parts}

    assert parts(parties) == parts(melangees)


@given(st.integers(0, 10**11), listes, st.data())
def test_personne_ne_paie_moins_en_utilisant_davantage(total, poids, donnees):
    qui = donnees.draw(st.integers(0, len(poids) - 1))
    plus = list(poids)
    plus[qui] += donnees.draw(st.integers(1, 50_000))
    cle = cle_simple("unites")

    assert _montants(total, cle, unites=plus)[qui] >= _montants(total, cle, unites=poids)[qui]


@given(
    st.integers(0, 10**9),
    st.lists(st.tuples(st.integers(1, 9000), st.integers(1, 300)), min_size=2, max_size=8),
    st.data(),
)
def test_une_cle_mixte_est_croissante_aussi(total, couples, donnees):
    populations, unites = ([c[i] for c in couples] for i in (0, 1))
    qui = donnees.draw(st.integers(0, len(couples) - 1))
    plus = list(unites)
    plus[qui] += donnees.draw(st.integers(1, 300))

    avant = _montants(total, MIXTE, population_municipale=populations, unites=unites)
    apres = _montants(total, MIXTE, population_municipale=populations, unites=plus)
    assert apres[qui] >= avant[qui]
    assert sum(apres) == total


@given(st.integers(0, 10**8), listes, st.data())
def test_plafonds_et_planchers_sont_tenus_et_le_total_aussi(total, poids, donnees):
    rangs = st.integers(0, len(poids) - 1)
    plafonds = donnees.draw(st.dictionaries(rangs, st.integers(0, 10**8), max_size=3))
    planchers = donnees.draw(st.dictionaries(rangs, st.integers(0, 10**7), max_size=3))
    assume(sum(planchers.values()) <= total)
    assume(all(bas <= plafonds.get(rang, bas) for rang, bas in planchers.items()))
    assume(any(w and rang not in plafonds for rang, w in enumerate(poids)))
    cle = borner(cle_simple("unites"), _sirens(plafonds), _sirens(planchers))

    parts = _montants(total, cle, unites=poids)

    assert sum(parts) == total
    assert all(parts[rang] <= haut for rang, haut in plafonds.items())
    assert all(parts[rang] >= bas for rang, bas in planchers.items())


def _sirens(bornes):
    return {f"{rang:09}": valeur for rang, valeur in bornes.items()}


@given(montants, listes)
def test_un_avoir_est_le_miroir_de_la_depense(total, poids):
    cle = cle_simple("unites")

    assert _montants(-total, cle, unites=poids) == [-part for part in _montants(total, cle, unites=poids)]


@given(st.lists(montants, min_size=1, max_size=6), st.integers(1, 6), st.data())
def test_le_calcul_vectoriel_donne_les_memes_centimes(totaux, nombre, donnees):
    lignes = st.lists(st.integers(0, 150_000), min_size=nombre, max_size=nombre).filter(any)
    poids = [donnees.draw(lignes) for _ in totaux]
    sirens = donnees.draw(st.permutations([f"{rang:09}" for rang in range(nombre)]))

    parts = repartir_matrice(np.array(totaux), np.array(poids), sirens)

    attendu = [plus_fort_reste(total, ligne, sirens) for total, ligne in zip(totaux, poids, strict=True)]
    assert parts.tolist() == attendu


def test_des_produits_trop_grands_pour_64_bits_restent_exacts():
    totaux, poids = np.array([10**13]), np.array([[10**12, 3, 10**11]])

    parts = repartir_matrice(totaux, poids, ["1", "2", "3"])

    assert parts.tolist() == [plus_fort_reste(10**13, [10**12, 3, 10**11], ["1", "2", "3"])]
