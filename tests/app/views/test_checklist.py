"""The checklist of documents and the other suspensions."""

from tests.app.views.reading import address, text, version


def test_a_document_is_checked(road, officer):
    road.to_form("03-02")
    path = f"/cases/{road.id}/application"
    page = text(officer.get(path))
    tail = address(page, "/application/requirements/")
    shown = version(page, tail)
    assert officer.send(tail, {"version": shown, "status": "rejected"}).status_code == 422
    given = {"version": shown, "status": "rejected", "remark": "another company"}
    assert officer.send(tail, given).status_code == 302
    assert "another company" in text(officer.get(path))


def test_the_term_stands_still_and_runs_again(road, officer):
    path = f"/cases/{road.id}/application/suspensions"
    assert officer.send(path, {"rule": "SUS3", "reason": "agreed"}).status_code == 422
    assert officer.send(path, {"rule": "SUS7", "reason": "fire in the archive"}).status_code == 302
    page = text(officer.get(f"/cases/{road.id}/application"))
    tail = address(page, "/suspensions/")
    shown = version(page, tail)
    assert officer.send(tail, {"version": shown}).status_code == 302


def test_an_answer_is_judged(road, officer):
    road.to_returned("03-02")
    page = text(officer.get(f"/cases/{road.id}/application"))
    tail = address(page, "/application/answers/")
    shown = version(page, tail)
    assert officer.send(tail, {"version": shown, "status": "verified"}).status_code == 422
    given = {"version": shown, "status": "contradictory", "remark": "the register says otherwise"}
    assert officer.send(tail, given).status_code == 302
    assert "the register says otherwise" in text(officer.get(f"/cases/{road.id}/application"))
