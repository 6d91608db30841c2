"""What waits in the tray of a case: put in by a form, graded and accepted, or left out."""

import re
from io import BytesIO

from tests.app.views.reading import text


def put(client, road, name):
    form = {"family_name": name, "source": str(road.source), "credibility": "6", "do": "tray"}
    return client.send(f"/cases/{road.id}/parties/new/person", form)


def items(client, road):
    page = client.get(f"/cases/{road.id}/tray").get_data(as_text=True)
    return re.findall(r'href="(/cases/[^"]+/tray/[^"]+)"', page)


def test_it_waits_is_graded_and_becomes_a_party(road, officer):
    road.to_returned()
    for name in ("Gerucht", "Bevestigd"):
        assert put(officer, road, name).status_code == 302
    assert "Bevestigd" not in text(officer.get(f"/cases/{road.id}/parties"))
    one, two = sorted(items(officer, road), key=lambda way: "Bev" in text(officer.get(way)))
    assert "Gerucht" in text(officer.get(one))
    assert officer.send(f"{one}/reject", {"reason": ""}).status_code == 422
    assert officer.send(f"{one}/reject", {"reason": "Van horen zeggen."}).status_code == 302
    grade = {"reliability": "B", "credibility": "2", "reason": "Gezien in het register."}
    assert officer.send(f"{two}/accept", {**grade, "credibility": "9"}).status_code == 422
    assert officer.send(f"{two}/accept", grade).status_code == 302
    listed = text(officer.get(f"/cases/{road.id}/parties"))
    assert "Bevestigd" in listed
    assert "Gerucht" not in listed
    assert "Van horen zeggen." in text(officer.get(f"/cases/{road.id}/tray"))
    assert officer.send(f"{two}/accept", grade).status_code == 409


def test_rows_of_a_spreadsheet_are_judged_several_at_once(road, officer):
    road.to_returned()
    told = {"makes": "person", "name": "Tips", "dates": "iso", "words": ""}
    columns = {"column_family_name": "Naam", "column_bsn": "BSN"}
    assert officer.send("/imports/mappings/one", {**told, **columns}).status_code == 302
    rows = b"Naam;BSN\nGerucht;999990019\nBevestigd;\nOoknog;\n"
    asked = {"format": "entities-csv", "mapping": "Tips", "title": "Tips", "act": "tray"}
    answer = officer.send(
        f"/cases/{road.id}/imports/new", {**asked, "file": (BytesIO(rows), "t.csv")}
    )
    assert answer.status_code == 200
    way = f"/cases/{road.id}/tray"
    ids = [each.rpartition("/")[2] for each in items(officer, road)]
    assert len(ids) == 3
    assert "999990019" not in text(officer.get(items(officer, road)[0]))
    source = re.search(r"tick=([0-9a-f-]+)", officer.get(way).get_data(as_text=True))[1]
    assert officer.get(f"{way}?tick={source}").get_data(as_text=True).count(" checked") == 3
    grade = {"reliability": "B", "credibility": "2", "reason": "Gezien in het register."}
    assert officer.send(way, {**grade, "do": "accept"}).status_code == 422
    assert officer.send(way, {**grade, "do": "accept", "ticked": ids[1:]}).status_code == 302
    assert officer.send(way, {**grade, "do": "leave", "ticked": ids[:1]}).status_code == 302
    listed = text(officer.get(f"/cases/{road.id}/parties"))
    assert [name in listed for name in ("Bevestigd", "Ooknog", "Gerucht")] == [True, True, False]
    assert officer.send(way, {**grade, "do": "leave", "ticked": ids[1:]}).status_code == 409
