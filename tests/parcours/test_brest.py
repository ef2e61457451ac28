"""The story of Brest Métropole, from the wizard to the proof pack: a real EPCI, only through its pages."""

from datetime import date

import pytest

from tests.parcours.brest import diagnostic, ouverture, scenarios, schema, suites
from tests.parcours.brest.histoire import planter_le_decor

ETAPES = (
    (date(2026, 11, 23), ouverture.la_cheffe_de_projet_ouvre_la_demarche_en_quatre_pages),
    (date(2026, 11, 23), ouverture.la_demarche_montre_ses_huit_reperes_et_la_prochaine_date),
    (date(2026, 11, 23), ouverture.les_populations_sont_celles_du_fichier_de_reference),
    (date(2026, 11, 23), ouverture.les_cinq_instances_proposees_existent),
    (date(2026, 11, 23), ouverture.les_invitations_partent_apres_lecture_des_destinataires),
    (date(2026, 11, 23), ouverture.envoyer_deux_fois_n_envoie_rien_de_plus),
    (date(2026, 11, 24), ouverture.une_commune_refuse_puis_revient),
    (date(2026, 11, 25), ouverture.chaque_mairie_accepte_par_le_lien_recu_et_entre_sans_mot_de_passe),
    (date(2026, 11, 25), ouverture.le_lien_d_invitation_ne_sert_qu_une_fois),
    (date(2026, 11, 25), ouverture.la_presidente_est_habilitee_par_la_cheffe_de_projet),
    (date(2026, 11, 26), ouverture.une_decision_lance_la_demarche),
    (date(2026, 12, 1), diagnostic.la_campagne_s_ouvre_a_toutes_les_collectivites),
    (date(2026, 12, 2), diagnostic.le_classeur_du_territoire_est_d_abord_verifie_sans_rien_enregistrer),
    (date(2026, 12, 2), diagnostic.le_rapport_accepte_enregistre_une_seule_fois),
    (date(2026, 12, 2), diagnostic.le_meme_classeur_depose_de_nouveau_ne_change_rien),
    (date(2026, 12, 2), diagnostic.la_metropole_saisit_sa_mission_juridique_a_l_ecran),
    (date(2026, 12, 2), diagnostic.une_faute_de_saisie_garde_tout_ce_qui_est_tape),
    (date(2026, 12, 2), diagnostic.une_commune_ne_voit_pas_la_reponse_non_transmise_de_sa_voisine),
    (date(2026, 12, 3), diagnostic.une_mairie_retrouve_ses_lignes_dans_son_classeur_et_le_redepose_tel_quel),
    (date(2026, 12, 4), diagnostic.chaque_mairie_transmet_et_la_metropole_aussi),
    (date(2026, 12, 4), diagnostic.une_reponse_transmise_ne_se_modifie_plus),
    (date(2026, 12, 5), diagnostic.une_reponse_rendue_est_corrigee_puis_transmise_de_nouveau),
    (date(2026, 12, 7), diagnostic.la_cheffe_de_projet_valide_chaque_reponse),
    (date(2026, 12, 7), diagnostic.la_carte_et_la_consolidation_disent_les_memes_totaux),
    (date(2026, 12, 8), diagnostic.l_etat_est_arrete_avec_une_empreinte),
    (date(2026, 12, 8), diagnostic.arreter_sans_rien_changer_ne_cree_pas_de_version),
    (date(2026, 12, 9), diagnostic.chaque_commune_signe_dont_une_avec_reserve),
    (date(2026, 12, 10), scenarios.deux_scenarios_naissent_de_l_etat_arrete),
    (date(2026, 12, 10), scenarios.la_mission_juridique_est_partagee_a_la_population),
    (date(2026, 12, 10), scenarios.la_part_de_chaque_commune_est_celle_de_l_oracle_au_centime),
    (date(2026, 12, 10), scenarios.un_groupement_d_interet_public_n_est_jamais_propose),
    (
        date(2026, 12, 10),
        scenarios.une_commune_exterieure_n_entre_pas_dans_un_service_commun_et_l_on_sait_pourquoi,
    ),
    (date(2026, 12, 10), scenarios.une_forme_refusee_dit_sa_raison_et_garde_la_saisie),
    (date(2026, 12, 10), scenarios.chaque_service_recoit_un_effectif_cible_et_une_cle),
    (date(2026, 12, 10), scenarios.une_commune_entre_plus_tard_a_sa_date),
    (date(2026, 12, 10), scenarios.une_date_illisible_est_expliquee_et_gardee),
    (date(2026, 12, 11), scenarios.les_deux_scenarios_sont_presentes_aux_communes),
    (date(2026, 12, 11), scenarios.la_comparaison_met_les_deux_scenarios_cote_a_cote),
    (date(2026, 12, 12), scenarios.la_conference_des_maires_retient_le_socle),
    (date(2026, 12, 12), scenarios.un_scenario_retenu_ne_se_modifie_plus),
    (date(2026, 12, 13), schema.le_schema_s_ouvre_sur_le_scenario_retenu),
    (date(2026, 12, 13), schema.les_textes_sont_ecrits_et_leur_historique_garde),
    (date(2026, 12, 13), schema.deux_plumes_sur_la_meme_section_ne_s_effacent_pas),
    (date(2026, 12, 13), schema.les_deux_tableaux_obligatoires_ont_des_totaux_justes),
    (date(2026, 12, 13), schema.le_rapport_est_fige_et_se_lit_en_pdf_et_en_word),
    (date(2026, 12, 13), schema.figer_deux_fois_le_meme_texte_ne_cree_qu_une_version),
    (date(2026, 12, 13), schema.le_rapport_part_a_chaque_commune),
    (date(2026, 12, 15), schema.les_mairies_accusent_reception_d_un_bouton),
    (date(2026, 12, 16), schema.la_reception_d_une_commune_muette_est_notee_avec_sa_preuve),
    (date(2027, 2, 3), schema.les_conseils_municipaux_donnent_leur_avis),
    (date(2027, 2, 3), schema.un_avis_avec_reserves_sans_reserve_est_refuse),
    (date(2027, 2, 3), schema.la_commune_muette_est_rappelee_une_fois_par_jour),
    (date(2027, 3, 14), schema.la_veille_du_delai_rien_n_est_constate),
    (date(2027, 3, 15), schema.le_jour_dit_l_avis_est_repute_favorable),
    (date(2027, 3, 17), schema.une_deliberation_tardive_est_gardee_pour_information),
    (date(2027, 3, 23), schema.le_conseil_de_la_metropole_approuve),
    (date(2027, 3, 23), schema.le_schema_approuve_est_adresse_a_chaque_commune),
    (date(2027, 3, 23), schema.un_projet_de_convention_se_telecharge_en_word),
    (date(2027, 3, 24), suites.le_plan_nait_du_scenario_retenu),
    (date(2027, 3, 24), suites.une_action_demarre_et_sa_premiere_etape_est_faite),
    (date(2027, 3, 24), suites.les_indicateurs_reprennent_la_prevision),
    (date(2027, 3, 24), suites.la_communication_annuelle_tient_en_deux_pages),
    (date(2027, 3, 24), suites.la_plus_longue_communication_tient_encore_en_deux_pages),
    (date(2027, 3, 24), suites.chaque_empreinte_du_dossier_de_preuve_se_verifie),
    (date(2027, 3, 24), suites.le_dossier_dit_tout_le_circuit),
    (date(2027, 3, 24), suites.chaque_euro_du_scenario_retenu_est_paye_par_quelqu_un),
    (date(2027, 3, 24), suites.le_journal_raconte_et_n_a_pas_ete_reecrit),
    (date(2029, 2, 12), suites.une_mesure_se_compare_a_la_prevision),
)


@pytest.mark.django_db(transaction=True)
def test_brest_metropole_va_de_l_assistant_au_dossier_de_preuve():
    histoire = planter_le_decor()

    for jour, etape in ETAPES:
        histoire.jouer(jour, etape)
