"""The application and its form over the web."""

from tests.app.views.reading import raw_days, text, version, words


def test_the_scope_memo_is_kept(road, officer):
    path = f"/cases/{road.id}/application"
    shown = version(text(officer.get(path)), f"{path}/scope")
    memo = {"version": shown, "applicant": str(road.applicant), "policy_reason": "by policy"}
    assert officer.send(f"{path}/scope", memo).status_code == 302
    assert "by policy" in text(officer.get(path))


def test_two_people_at_one_memo_see_the_difference(road, client_of):
    path = f"/cases/{road.id}/application"
    one, other = client_of("officer"), client_of("officer")
    shown = version(text(one.get(path)), f"{path}/scope")
    form = {"version": shown, "applicant": str(road.applicant)}
    assert one.send(f"{path}/scope", {**form, "policy_reason": "first words"}).status_code == 302
    late = other.send(f"{path}/scope", {**form, "policy_reason": "second words"})
    assert late.status_code == 409
    page = text(late)
    assert "<del>second words</del>" in page
    assert "<ins>first words</ins>" in page
    assert "first words" in text(one.get(path))


def test_an_ordinary_ground_that_decides_needs_its_words(road, officer):
    path = f"/cases/{road.id}/application"
    memo = {
        "version": version(text(officer.get(path)), f"{path}/scope"),
        "applicant": "",
        "ordinary_ground_met": "y",
    }
    answer = officer.send(f"{path}/scope", memo)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)


def test_the_form_is_sent_and_comes_back(road, officer):
    road.step("T02", "03-02")
    path = f"/cases/{road.id}/application/form"
    assert "Q01" in text(officer.get(f"{path}/send"))
    assert officer.send(f"{path}/send", {"reason": ""}).status_code == 422
    assert officer.send(f"{path}/send", {"reason": "by policy"}).status_code == 302
    assert officer.send(f"{path}/return", {"on": "2026-03-09"}).status_code == 422
    assert officer.send(f"{path}/return", {}).status_code == 302


def test_answers_are_kept_per_section_and_only_what_changed(road, officer):
    road.to_form("03-02")
    path = f"/cases/{road.id}/application/form/sections/Q02"
    given = {"Q02.01": "250000.00", "Q02.05": "no", "Q02.03-0-origin": "savings"}
    given["Q02.03-0-amount"] = "50000.00"
    assert officer.send(path, given).status_code == 302
    page = text(officer.get(path))
    assert 'value="250000.00"' in page
    assert 'value="savings"' in page
    assert raw_days(officer.get(f"/cases/{road.id}/application")) == []
    given["Q02.01"] = "260000.00"
    stale = officer.send(path, {**given, "version-Q02.01": "1"})
    assert stale.status_code == 409


def test_an_answer_that_does_not_fit_stays_on_the_page(road, officer):
    road.to_form("03-02")
    path = f"/cases/{road.id}/application/form/sections/Q02"
    answer = officer.send(path, {"Q02.01": "a quarter million"})
    assert answer.status_code == 422
    assert 'value="a quarter million"' in text(answer)
    assert 'value=""' in text(officer.get(path)).partition('name="Q02.01"')[2][:80]


def test_a_section_of_another_decision_is_not_there(road, officer):
    road.to_form("03-02")
    path = f"/cases/{road.id}/application/form/sections/Q99"
    assert officer.get(path).status_code == 404


def test_a_supplement_names_each_gap(road, officer):
    road.to_form("03-02")
    road.step("T06", "03-02")
    path = f"/cases/{road.id}/application/supplement"
    assert "Q01.01" in text(officer.get(path))
    assert officer.send(path, {"reason": "incomplete", "gaps": ["Q01.01"]}).status_code == 302
    assert "Q01.01" in words(officer.get(f"/cases/{road.id}/application"))
    assert officer.send(f"{path}/received", {}).status_code == 302


def test_leaving_it_untreated_is_for_the_decision_maker(road, client_of):
    road.to_form("03-02")
    road.step("T06", "03-02")
    road.step("T08", "03-02")
    path = f"/cases/{road.id}/application/untreated"
    assert client_of("officer").get(path).status_code == 404
    mayor = client_of("mayor")
    assert mayor.get(path).status_code == 200
    wrong = mayor.send(path, {"reasons": "nothing came", "password": "not the right password"})
    assert wrong.status_code == 422
    assert road.state() == "ST41"
