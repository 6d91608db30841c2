"""The ordinary grounds over the web: one list, stored together, warned of where it matters."""

import re

from tests.app.views.reading import text, words

MET = "Op dit adres mag geen horeca."


def path(road):
    return f"/cases/{road.id}/ordinary-grounds"


def sheet(page):
    """What a browser would send back of the list."""
    found = {}
    for code in re.findall(r'<tr id="([^"]+)"', page):
        field = re.search(rf'<input[^>]*name="{code}-version"[^>]*>', page)[0]
        found[f"{code}-version"] = re.search(r'value="(\d*)"', field)[1]
        found[f"{code}-standing"] = "unchecked"
    return found


def test_the_list_is_answered_and_the_pages_that_follow_say_so(road, officer):
    assessment = f"/cases/{road.id}/assessment"
    assert "reguliere gronden zijn nog niet nagegaan" in words(officer.get(assessment))
    given = sheet(text(officer.get(path(road))))
    given |= {"EX-PLAN-standing": "met", "EX-PLAN-remark": MET}
    refused = officer.send(path(road), given)
    assert refused.status_code == 422
    assert MET in text(refused)
    given["EX-PLAN-source"] = str(road.source)
    assert officer.send(path(road), given).status_code == 302
    for page in (assessment, f"/cases/{road.id}/decision", f"/cases/{road.id}/application"):
        shown = words(officer.get(page))
        assert "Een reguliere grond is vervuld" in shown
        assert MET in shown


def test_a_late_answer_shows_the_difference(road, officer):
    given = sheet(text(officer.get(path(road))))
    given |= {"EX-PLAN-standing": "not_met", "EX-PLAN-remark": "Past in het plan."}
    assert officer.send(path(road), given).status_code == 302
    late = officer.send(path(road), {**given, "EX-PLAN-remark": MET})
    assert late.status_code == 409
    assert f"<del>{MET}</del>" in text(late)


def test_another_reader_sees_the_answers_and_cannot_change_them(road, officer, client_of):
    second = client_of("second")
    assert "standing" not in text(second.get(path(road)))
    assert second.send(path(road), {}).status_code == 404


def test_what_rests_on_nothing_is_said_of_each_ground_at_once(road, officer):
    page = text(officer.get(path(road)))
    assert "heeft een bron en een opmerking nodig" in page
    given = {
        key: "not_met" if key.endswith("standing") else say for key, say in sheet(page).items()
    }
    answer = officer.send(path(road), given)
    assert answer.status_code == 422
    many = len([key for key in given if key.endswith("standing")])
    assert f"{many} velden" in words(answer)
