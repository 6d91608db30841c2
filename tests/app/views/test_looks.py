"""The pages that say who looked."""

from tests.app.views.reading import text, words


def test_the_handler_sees_by_day_who_looked_and_takes_it_out(road, officer, client_of):
    client_of("second").get(f"/cases/{road.id}")
    page = words(officer.get(f"/cases/{road.id}/looks"))
    assert "Second" in page
    assert "zaak bekeken" in page
    assert '">' not in page
    assert "Officer " in words(officer.get(f"/cases/{road.id}/looks?who=all"))
    sheet = officer.get(f"/cases/{road.id}/looks.csv")
    assert sheet.mimetype == "text/csv"
    assert "werk aan het dossier" in text(sheet)
    assert client_of("second").get(f"/cases/{road.id}/looks").status_code == 404


def test_the_auditor_sees_it_over_all_files(road, officer, client_of):
    officer.get(f"/cases/{road.id}")
    auditor = client_of("auditor")
    assert "Officer" in text(auditor.get("/trail/looks?login=officer"))
    assert "Officer" not in text(auditor.get("/trail/looks?file=SCR-NOTHING"))
    assert "officer" in text(auditor.get("/trail/looks.csv?login=officer")).lower()
    assert officer.get("/trail/looks").status_code == 404
