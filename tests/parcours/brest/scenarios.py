"""Chapter three: two scenarios, what the law refuses and why, the comparison and the choice."""

from decimal import Decimal

from accord.territoire.referentiel import charger_epci
from tests.parcours.brest.histoire import MAIRIES, VOISINE, Histoire
from tests.parcours.pages import Page

SOCLE, ELARGI = "Socle de services supports", "Socle élargi"
ORACLE_CENTIMES = {
    "Brest": 66_068_893,
    "Guipavas": 7_216_862,
    "Plougastel-Daoulas": 6_293_726,
    "Plouzané": 6_296_538,
    "Le Relecq-Kerhuon": 5_546_782,
    "Guilers": 3_852_336,
    "Gouesnou": 3_004_644,
    "Bohars": 1_720_219,
}
"""1 000 000.00 € shared by the populations municipales of 2026, to the cent."""


def deux_scenarios_naissent_de_l_etat_arrete(histoire: Histoire) -> None:
    for nom, codes in ((SOCLE, ["JUR", "SI", "ADS"]), (ELARGI, ["JUR", "SI", "ADS", "JEU", "PE"])):
        cheffe = histoire.cheffe
        page = cheffe.ouvrir(histoire.adresse("scenarios", "nouveau/"))
        page = cheffe.envoyer(
            page,
            "Créer et choisir les services",
            nom=nom,
            premiere_annee="2028",
            nombre_annees="4",
            inflation_pourcent="0",
        )
        page = cheffe.envoyer(page, "Enregistrer les services", codes=codes)
        page.dit(nom)
        histoire.vu[nom] = page.adresse


def la_mission_juridique_est_partagee_a_la_population(histoire: Histoire) -> None:
    for nom in (SOCLE, ELARGI):
        page = _regler(histoire, nom, "Affaires juridiques")
        histoire.cheffe.envoyer(page, "Enregistrer", cle="population_municipale", part_epci="0")


def la_part_de_chaque_commune_est_celle_de_l_oracle_au_centime(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    for commune, centimes in ORACLE_CENTIMES.items():
        fiche = cheffe.ouvrir(f"{histoire.vu[SOCLE]}{MAIRIES[commune]}/?annee=2028")
        page = cheffe.cliquer(fiche, "Affaires juridiques")
        page.dit(euros(centimes))
    assert sum(ORACLE_CENTIMES.values()) == 100_000_000


def un_groupement_d_interet_public_n_est_jamais_propose(histoire: Histoire) -> None:
    page = _regler(histoire, SOCLE, "Affaires juridiques")
    formes = page.formulaire("Enregistrer").options("forme")
    assert "service_commun" in formes
    assert "gip" not in formes


def une_commune_exterieure_n_entre_pas_dans_un_service_commun_et_l_on_sait_pourquoi(
    histoire: Histoire,
) -> None:
    etrangere = charger_epci(VOISINE).communes[0]
    page = _regler(histoire, SOCLE, "Affaires juridiques")
    page = histoire.cheffe.envoyer(page, "Faire entrer", siren=etrangere.siren, date_adhesion="2028")
    page.dit(f"{etrangere.nom} (commune extérieure à l’EPCI) ne peut pas y être partie.")


def une_forme_refusee_dit_sa_raison_et_garde_la_saisie(histoire: Histoire) -> None:
    page = _regler(histoire, SOCLE, "Systèmes")
    page = histoire.cheffe.envoyer(
        page,
        "Enregistrer",
        forme="service_unifie",
        financement="imputation_ac",
        hypotheses="Reprise des deux outils existants.",
    )
    page.dit("La loi ne permet pas ce montage")
    page.dit("l’imputation sur l’attribution de compensation n’y est pas ouverte")
    formulaire = page.formulaire("Enregistrer")
    assert formulaire.valeurs["forme"] == ["service_unifie"]
    assert formulaire.valeurs["hypotheses"] == ["Reprise des deux outils existants."]


def chaque_service_recoit_un_effectif_cible_et_une_cle(histoire: Histoire) -> None:
    for nom in (SOCLE, ELARGI):
        page = _regler(histoire, nom, "Systèmes")
        histoire.cheffe.envoyer(page, "Enregistrer", etp_cible="30,5", transition_euros="120 000")
        page = _regler(histoire, nom, "Instruction")
        histoire.cheffe.envoyer(
            page,
            "Enregistrer",
            cle="mixte",
            critere_premier="population_municipale",
            part_premier="50",
            critere_second="unites",
        )


def une_commune_entre_plus_tard_a_sa_date(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.cliquer(cheffe.ouvrir(histoire.vu[SOCLE]), "Périmètre")
    champ = _cellule(page, "Gouesnou, Systèmes")
    page = cheffe.envoyer(page, "Enregistrer le périmètre", **{champ: "07/2029"})
    page.dit("1 adhésion modifiée")


def une_date_illisible_est_expliquee_et_gardee(histoire: Histoire) -> None:
    cheffe = histoire.cheffe
    page = cheffe.cliquer(cheffe.ouvrir(histoire.vu[SOCLE]), "Périmètre")
    champ = _cellule(page, "Gouesnou, Systèmes")
    page = cheffe.envoyer(page, "Enregistrer le périmètre", **{champ: "un jour"})
    page.dit("« un jour » n’est pas une date").dit("écrivez une année")
    assert page.formulaire("Enregistrer le périmètre").valeurs[champ] == ["un jour"]


def les_deux_scenarios_sont_presentes_aux_communes(histoire: Histoire) -> None:
    histoire.mairie("Guilers").ouvrir(histoire.vu[SOCLE], attendu=404)
    for nom in (SOCLE, ELARGI):
        histoire.cheffe.envoyer(histoire.cheffe.ouvrir(histoire.vu[nom]), "Présenter aux communes")
    histoire.mairie("Guilers").ouvrir(histoire.vu[SOCLE]).dit(SOCLE)


def la_comparaison_met_les_deux_scenarios_cote_a_cote(histoire: Histoire) -> None:
    a, b = (histoire.vu[nom].rstrip("/").split("/")[-1] for nom in (SOCLE, ELARGI))
    page = histoire.mairie("Brest").ouvrir(histoire.adresse("scenarios", f"comparer/?a={a}&b={b}&annee=2028"))
    page.dit(SOCLE).dit(ELARGI)
    for commune in MAIRIES:
        page.dit(commune)


def la_conference_des_maires_retient_le_socle(histoire: Histoire) -> None:
    presidente = histoire.presidente
    page = presidente.cliquer(presidente.ouvrir(histoire.vu[SOCLE]), "Retenir ce scénario")
    page = presidente.envoyer(
        page,
        "Enregistrer la décision et figer",
        instance=page.formulaire("Enregistrer la décision").choisir("instance", "Conférence des maires"),
        sens="adoptee_reserves",
        reserves="La clé de l’instruction est revue après deux exercices.",
    )
    page.dit("Le scénario est retenu et figé (version 1).")


def un_scenario_retenu_ne_se_modifie_plus(histoire: Histoire) -> None:
    page = histoire.cheffe.ouvrir(histoire.vu[SOCLE]).dit("La clé de l’instruction est revue")
    histoire.cheffe.ouvrir(f"{histoire.vu[SOCLE]}perimetre/", attendu=403).dit("dupliquez-le")
    assert "Périmètre" not in page.liens()


def euros(centimes: int) -> str:
    """66_068_893 → « 660 688,93 € »."""
    entier, reste = divmod(centimes, 100)
    return f"{entier:,},{reste:02d} €".replace(",", " ", f"{entier:,}".count(","))


def decimal(texte: str) -> Decimal:
    """« 1 234,50 € » → Decimal("1234.50")."""
    return Decimal(
        texte.replace("€", "").replace(" ", "").replace("+", "").replace("−", "-").replace(",", ".")
    )


def _regler(histoire: Histoire, scenario: str, service: str) -> Page:
    page = histoire.cheffe.ouvrir(histoire.vu[scenario])
    return histoire.cheffe.cliquer(page, service)


def _cellule(page: Page, debut: str) -> str:
    champ = page.soupe.select_one(f'input[aria-label^="{debut}"]')
    assert champ, f"Aucune case « {debut} » au périmètre."
    return champ["name"]
