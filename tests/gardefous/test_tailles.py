"""Files, functions and templates stay within the budgets of ARCHITECTURE.md."""

from scripts.mesures import Resume, depassements
from tests.gardefous.lecture import fichiers


def test_aucun_fichier_aucune_fonction_aucun_gabarit_ne_depasse_son_budget():
    trouves = depassements(fichiers())

    assert not trouves, "Découpez par agrégat, par page ou par verbe :\n" + "\n".join(map(str, trouves))


def test_le_resume_donne_mediane_et_neuvieme_decile():
    assert Resume.de(range(1, 11)) == Resume(nombre=10, mediane=5, p90=9, maximum=10)


def test_un_fichier_de_production_trop_long_est_signale(tmp_path):
    long = tmp_path / "accord" / "plan" / "models.py"
    long.parent.mkdir(parents=True)
    long.write_text("x = 1\n" * 401)

    assert [str(d) for d in depassements([long], tmp_path)] == [
        "accord/plan/models.py : 401 lignes (maximum 400)"
    ]


def test_une_fonction_trop_longue_est_signalee(tmp_path):
    module = tmp_path / "accord" / "plan" / "selectors.py"
    module.parent.mkdir(parents=True)
    module.write_text("def lire():\n" + "    x = 1\n" * 60)

    assert [d.lignes for d in depassements([module], tmp_path)] == [61]
