"""Small territories for tests: never the whole reference data."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from accord.territoire.enums import NatureJuridique, RegimeFiscal, TypeCollectivite
from accord.territoire.models import Appartenance, Appellation, Collectivite, Commune, Epci

NAISSANCE = date(2017, 1, 1)


class CommuneFactory(DjangoModelFactory):
    """A commune of 1 000 inhabitants; `membre_de=epci` makes it a member since 2017."""

    class Meta:
        model = Commune
        skip_postgeneration_save = True

    class Params:
        grande = factory.Trait(population_municipale=12_000, population_totale=12_300)
        petite = factory.Trait(population_municipale=180, population_totale=185)
        inconnue = factory.Trait(population_municipale=None, population_totale=None, siren=None)
        disparue = factory.Trait(date_fin=date(2018, 12, 31))

    siren = factory.Sequence(lambda n: f"2199{n:05d}")
    code_insee = factory.Sequence(lambda n: f"Z{n:04d}")
    type = TypeCollectivite.COMMUNE
    nature_juridique = NatureJuridique.COM
    nom = factory.Sequence(lambda n: f"Commune {n:03d}")
    departement = "14"
    population_municipale = 1_000
    population_totale = 1_020
    millesime = 2026

    @factory.post_generation
    def membre_de(self, create, epci, **kwargs):
        if create and epci:
            AppartenanceFactory(commune=self, epci=epci, **kwargs)


class EpciFactory(DjangoModelFactory):
    """A communauté de communes in FPU of 5 000 inhabitants, without members."""

    class Meta:
        model = Epci

    class Params:
        additionnelle = factory.Trait(regime_fiscal=RegimeFiscal.FA)
        agglomeration = factory.Trait(nature_juridique=NatureJuridique.CA)
        metropole = factory.Trait(nature_juridique=NatureJuridique.METRO)

    siren = factory.Sequence(lambda n: f"2499{n:05d}")
    type = TypeCollectivite.EPCI
    nature_juridique = NatureJuridique.CC
    nom = factory.Sequence(lambda n: f"CC du Val {n:03d}")
    regime_fiscal = RegimeFiscal.FPU
    departement = "14"
    population_municipale = 5_000
    population_totale = 5_100
    millesime = 2026


class CcasFactory(DjangoModelFactory):
    """A body attached to a commune: neither commune nor EPCI."""

    class Meta:
        model = Collectivite

    siren = factory.Sequence(lambda n: f"2699{n:05d}")
    type = TypeCollectivite.AUTRE
    nature_juridique = NatureJuridique.CCAS
    nom = factory.Sequence(lambda n: f"CCAS {n:03d}")
    departement = "14"


class AppartenanceFactory(DjangoModelFactory):
    class Meta:
        model = Appartenance

    commune = factory.SubFactory(CommuneFactory)
    epci = factory.SubFactory(EpciFactory)
    date_debut = NAISSANCE


class AppellationFactory(DjangoModelFactory):
    class Meta:
        model = Appellation

    collectivite = factory.SubFactory(EpciFactory)
    nom = "CC d’avant"
    nature_juridique = NatureJuridique.CC


def epci_avec_communes(nombre: int, *, population: int = 1_000, **champs_epci) -> Epci:
    """An EPCI with that many members since 2017, each larger than the one before; populations add up."""
    populations = [population + rang for rang in range(nombre)]
    champs_epci.setdefault("population_municipale", sum(populations))
    champs_epci.setdefault("population_totale", sum(populations) + 20 * nombre)
    epci = EpciFactory(**champs_epci)
    for municipale in populations:
        CommuneFactory(membre_de=epci, population_municipale=municipale, population_totale=municipale + 20)
    return epci
