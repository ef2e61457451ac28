"""Properties of the simulation, on territories drawn at random."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.noyaux.repartition import cle_mixte, cle_simple
from accord.noyaux.repartition.simulation import (
    Employeur,
    EtatInitial,
    Hypotheses,
    LigneService,
    ScenarioSimule,
    ServiceSimule,
    simuler,
)

CLES = (
    cle_simple("population_municipale"),
    cle_simple("egalitaire"),
    cle_mixte({"population_municipale": "0.4", "unites": "0.3", "etp": "0.3"}),
)
montants = st.integers(0, 10**9)


@st.composite
def territoires(tirer):
    nombre = tirer(st.integers(2, 7))
    employeurs = [Employeur("200000016", "EPCI", est_epci=True)] + [
        Employeur(f"21000{rang:04}", f"C{rang}", tirer(st.integers(1, 90_000))) for rang in range(nombre)
    ]
    lignes = [
        LigneService(
            employeur.siren,
            code,
            tirer(st.integers(0, 2_000)),
            tirer(montants),
            tirer(montants),
            tirer(montants),
            Fraction(tirer(st.integers(1, 500))),
        )
        for employeur in employeurs
        for code in ("A", "B")
        if tirer(st.booleans())
    ]
    return EtatInitial(2026, tuple(employeurs), tuple(lignes))


@st.composite
def scenarios(tirer, etat):
    communes = [employeur.siren for employeur in etat.employeurs[1:]]
    dates = st.integers(0, 1_500).map(lambda jours: date(2026, 6, 1) + timedelta(days=jours))
    services = tuple(
        ServiceSimule(
            code,
            code,
            "200000016",
            tirer(st.sampled_from(CLES)),
            {siren: tirer(dates) for siren in communes if tirer(st.booleans())},
            etp_cible_centiemes=tirer(st.none() | st.integers(0, 3_000)),
            transition_centimes=tirer(st.integers(0, 10**7)),
            agents_au_gestionnaire=tirer(st.booleans()),
        )
        for code in ("A", "B")
    )
    taux = Fraction(tirer(st.integers(0, 500)), 10_000)
    return ScenarioSimule("essai", (2027, 2028, 2029), services, Hypotheses(taux))


@st.composite
def cas(tirer):
    etat = tirer(territoires())
    return etat, tirer(scenarios(etat))


@settings(max_examples=80)
@given(cas())
def test_rien_ne_se_perd_au_centime(tire):
    resultat = simuler(*tire)

    assert (resultat.contributions.sum(axis=1) == resultat.couts).all()
    attendu = resultat.autres_net.sum(axis=0) + resultat.garde.sum(axis=(0, 1)) + resultat.couts.sum(axis=0)
    assert (resultat.depenses_avec.sum(axis=0) == attendu).all()


@settings(max_examples=80)
@given(cas())
def test_qui_n_adhere_pas_ne_change_pas(tire):
    etat, scenario = tire
    resultat = simuler(etat, scenario)

    adherents = {siren for service in scenario.services for siren in service.adhesions} | {"200000016"}
    for ligne in resultat.depenses():
        assert ligne.siren in adherents or ligne.ecart_centimes == 0


@settings(max_examples=60)
@given(territoires())
def test_un_scenario_sans_changement_est_la_situation_de_chacun(etat):
    communes = [employeur.siren for employeur in etat.employeurs]
    cout = {ligne.siren: ligne.net_centimes for ligne in etat.lignes if ligne.code == "A"}
    if any(net < 0 for net in cout.values()) or not any(cout.values()):
        return
    service = ServiceSimule(
        "A", "A", "200000016", cle_simple("cout_historique"), dict.fromkeys(communes, date(2027, 1, 1))
    )

    resultat = simuler(etat, ScenarioSimule("identique", (2027, 2028), (service,)))

    assert {ligne.ecart_centimes for ligne in resultat.depenses()} == {0}
