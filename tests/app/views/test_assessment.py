"""Findings, danger and signatures over the web."""

import pytest

from tests.app.views.reading import only_version, text, words

FINDING = {"ground": "a", "text": "The loan cannot be carried.", "perceived": "register"}


def test_a_finding_without_a_source_is_none(road, officer):
    path = f"/cases/{road.id}/assessment/findings/new"
    answer = officer.send(path, FINDING)
    assert answer.status_code == 422
    assert "The loan cannot be carried." in text(answer)
    assert officer.send(path, {**FINDING, "sources": [str(road.source)]}).status_code == 302
    assert "The loan cannot be carried." in text(officer.get(f"/cases/{road.id}/assessment"))


def test_a_source_of_another_case_cannot_carry_it(road, officer):
    answer = officer.send(
        f"/cases/{road.id}/assessment/findings/new", {**FINDING, "sources": [str(road.id)]}
    )
    assert answer.status_code == 422


def test_a_finding_is_edited_and_a_late_one_sees_the_difference(road, officer):
    finding = road.find("03-02")
    path = f"/cases/{road.id}/assessment/findings/{finding}"
    page = text(officer.get(path))
    assert (
        "checked"
        in page.partition(str(road.source))[0][-200:] + page[page.index(str(road.source)) :][:200]
    )
    shown = only_version(page)
    form = {**FINDING, "version": shown, "sources": [str(road.source)]}
    assert officer.send(path, {**form, "text": "Better words."}).status_code == 302
    late = officer.send(path, {**form, "text": "Other words."})
    assert late.status_code == 409
    assert "Better words." in text(late)


def test_each_ground_is_assessed_apart_and_signed_by_another(road, client_of):
    officer, second = client_of("officer"), client_of("second")
    path = f"/cases/{road.id}/assessment/grounds/a"
    given = {"danger": "serious", "reasoning": "As the findings show."}
    assert officer.send(path, {"danger": "serious", "reasoning": ""}).status_code == 422
    assert officer.send(path, given).status_code == 302
    assert officer.send(f"{path}/signature", {"version": "1"}).status_code == 404
    assert second.send(f"{path}/signature", {"version": "9"}).status_code == 409
    assert second.send(f"{path}/signature", {"version": "1"}).status_code == 302


@pytest.mark.parametrize("field", ["interests", "lapse_of_time", "lesser_means", "conclusion"])
def test_the_memo_on_proportionality_is_complete_or_not_kept(road, officer, field):
    memo = dict.fromkeys(("interests", "lapse_of_time", "lesser_means", "conclusion"), "weighed")
    path = f"/cases/{road.id}/assessment/weighing"
    assert officer.send(path, {**memo, field: ""}).status_code == 422
    assert road.show()["assessments"] == []


def test_what_the_law_leaves_open_is_shown_and_never_chosen(road, officer):
    page = words(officer.get(f"/cases/{road.id}/assessment"))
    assert "Wet Bibob" in page


def test_the_advice_says_something_to_its_readers_only(road, client_of):
    road.to_care().weigh()
    with road.by("officer", "03-02") as work:
        document = road.advice_document(work)
    assert str(document) in text(client_of("officer").get(f"/cases/{road.id}/documents"))
    assert str(document) not in text(client_of("second").get(f"/cases/{road.id}/documents"))
