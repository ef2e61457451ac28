from datetime import date

import pytest

from accord.schema.enums import EtatSchema
from accord.schema.erreurs import ActeRefuse, ConflitDeRedaction
from accord.schema.models import Schema, SectionRapport
from accord.schema.services.ouverture import changer_scenario, ouvrir_schema
from accord.schema.services.redaction import enregistrer_section
from accord.schema.sommaire import sections_types
from accord.socle.journal.models import Entree
from tests.schema.conftest import Circuit, instant, retenir
from tests.schema.exemple import scenario

LE = instant(date(2026, 11, 24))


def section(circuit: Circuit, code: str = "preambule") -> SectionRapport:
    return circuit.schema.sections.get(code=code)


def ecrire(circuit: Circuit, texte: str, revision: int = 1, qui: str = "chef_projet") -> SectionRapport:
    cible = section(circuit)
    return enregistrer_section(
        section=cible,
        titre=cible.titre,
        contenu=texte,
        revision_lue=revision,
        acteur=circuit.acteur(qui),
        le=LE,
    )


def test_l_ouverture_pose_le_sommaire_recommande(circuit: Circuit):
    codes = list(circuit.schema.sections.values_list("code", flat=True))

    assert codes == [modele.code for modele in sections_types()]
    assert {"impact_effectifs", "impact_depenses"} <= set(codes)


def test_les_textes_proposes_nomment_l_epci_et_le_scenario(circuit: Circuit):
    assert "Val d’Accord" in section(circuit).contenu
    assert "Deux services communs" in section(circuit, "methode").contenu
    assert "16 novembre 2026" in section(circuit, "methode").contenu


def test_aucun_champ_du_modele_ne_reste_a_remplacer(circuit: Circuit):
    assert not [s.code for s in circuit.schema.sections.all() if "$" in s.contenu]


def test_rouvrir_rend_le_schema_deja_ouvert(circuit: Circuit):
    encore = ouvrir_schema(
        demarche=circuit.schema.demarche,
        scenario_retenu=circuit.schema.scenario_retenu,
        acteur=circuit.acteur(),
        le=LE,
    )

    assert encore == circuit.schema
    assert Schema.objects.count() == 1
    assert Entree.objects.filter(code="schema.ouvert").count() == 1


def test_un_texte_enregistre_passe_a_la_revision_suivante(circuit: Circuit):
    ecrire(circuit, "Notre projet commun.")

    assert section(circuit).contenu == "Notre projet commun."
    assert section(circuit).revision == 2
    assert section(circuit).modifie_par == circuit.cast.chef_projet


def test_l_historique_garde_tous_les_textes_dont_le_premier(circuit: Circuit):
    initial = section(circuit).contenu
    ecrire(circuit, "Premier jet.")
    ecrire(circuit, "Second jet.", revision=2)

    assert set(section(circuit).revisions.values_list("contenu", flat=True)) == {
        initial,
        "Premier jet.",
        "Second jet.",
    }


def test_le_second_a_enregistrer_est_prevenu_et_son_texte_est_garde(circuit: Circuit):
    ecrire(circuit, "Texte de la cheffe de projet.")

    with pytest.raises(ConflitDeRedaction):
        ecrire(circuit, "Texte du DGS.", revision=1, qui="dgs")

    assert section(circuit).contenu == "Texte de la cheffe de projet."
    refusee = section(circuit).revisions.get(retenue=False)
    assert (refusee.contenu, refusee.redige_par) == ("Texte du DGS.", circuit.cast.dgs)


def test_enregistrer_deux_fois_le_meme_texte_ne_change_rien(circuit: Circuit):
    ecrire(circuit, "Un texte.")
    ecrire(circuit, "Un texte.")

    assert section(circuit).revision == 2
    assert Entree.objects.filter(code="schema.section_modifiee").count() == 1


def test_ecrire_apres_le_gel_rouvre_la_redaction(circuit: Circuit):
    circuit.figer()
    ecrire(circuit, "Une correction.")

    assert circuit.etat() == EtatSchema.REDACTION


def test_un_rapport_transmis_ne_se_modifie_plus(circuit: Circuit):
    circuit.figer()
    circuit.transmettre()

    with pytest.raises(ActeRefuse, match="ne se modifie plus"):
        ecrire(circuit, "Trop tard.")


def test_apres_les_avis_le_projet_peut_tenir_compte_des_reserves(circuit: Circuit):
    circuit.jusqu_aux_avis()
    ecrire(circuit, "Projet amendé.")

    assert circuit.etat() == EtatSchema.AVIS_RECUEILLIS
    assert circuit.figer(le=date(2027, 3, 20)).version == 2


def test_le_scenario_peut_changer_avant_la_transmission(circuit: Circuit):
    autre = retenir(circuit.schema.demarche, scenario(annees=(2027,)), version=2)
    circuit.figer()

    schema = changer_scenario(schema=circuit.schema, scenario_retenu=autre, acteur=circuit.acteur(), le=LE)

    assert (schema.scenario_retenu, schema.etat) == (autre, EtatSchema.REDACTION)


def test_le_scenario_ne_change_plus_apres_la_transmission(circuit: Circuit):
    autre = retenir(circuit.schema.demarche, scenario(), version=2)
    circuit.figer()
    circuit.transmettre()

    with pytest.raises(ActeRefuse, match="déjà transmis"):
        changer_scenario(schema=circuit.schema, scenario_retenu=autre, acteur=circuit.acteur(), le=LE)
