"""The order of voices at an item over the web; without a veto there is nothing to answer."""

from tests.app.views.reading import text, version, words
from tests.app.views.test_meetings import Table


def test_the_chair_names_the_subject_and_everybody_sees_the_order(client_of):
    table = Table(client_of)
    item = table.to_session()
    sent = {"power_subject": "RESULT"}
    sent["version"] = version(text(table.chair.get(item)), f"{item}/subject")
    assert table.chair.send(f"{item}/subject", sent).status_code == 302
    assert "Wie daarover de minste macht heeft spreekt het eerst." in words(table.police.get(item))
    page = words(table.chair.get(item))
    assert "Niemand aan deze tafel heeft een veto" in page
    sent["version"] = version(text(table.chair.get(item)), f"{item}/subject")
    strange = table.chair.send(f"{item}/subject", {**sent, "power_subject": "POEM"})
    assert strange.status_code == 422
    late = table.chair.send(f"{item}/veto", {"version": sent["version"], "despite": "x"})
    assert late.status_code == 409
    assert table.police.send(f"{item}/subject", sent).status_code == 404
