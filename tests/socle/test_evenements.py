"""The typed bus: synchronous, in order, once per function."""

from dataclasses import dataclass

import pytest

from accord.socle.evenements import abonner, publier


@dataclass(frozen=True)
class EssaiFait:
    """An event of this test only."""

    valeur: int


def test_les_abonnes_reagissent_dans_l_ordre_et_une_seule_fois() -> None:
    recus: list[tuple[str, int]] = []

    def premier(evenement: EssaiFait) -> None:
        recus.append(("premier", evenement.valeur))

    def second(evenement: EssaiFait) -> None:
        recus.append(("second", evenement.valeur))

    for reaction in (premier, second, premier):
        abonner(EssaiFait, reaction)
    publier(EssaiFait(7))

    assert recus == [("premier", 7), ("second", 7)]


def test_un_evenement_sans_abonne_ne_fait_rien() -> None:
    @dataclass(frozen=True)
    class PersonneNEcoute:
        pass

    assert publier(PersonneNEcoute()) is None


def test_l_echec_d_un_abonne_remonte_a_celui_qui_publie() -> None:
    @dataclass(frozen=True)
    class EssaiRate:
        pass

    def echouer(evenement: EssaiRate) -> None:
        raise RuntimeError("impossible")

    abonner(EssaiRate, echouer)

    with pytest.raises(RuntimeError, match="impossible"):
        publier(EssaiRate())
