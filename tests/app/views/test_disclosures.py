"""The sharing register on its pages, from giving to calling back."""

import csv
import io

import pytest

from tests.app.views.reading import only_version, text, words
from tests.bureau.operations.sharing_desk import GIVEN, Desk


@pytest.fixture
def desk(house):
    return Desk(house.work_of, house.actors)


def page(desk):
    return f"/cases/{desk.case}/sharing"


FILLED = {**GIVEN, "giver": "police", "recipient": "havermonde", "secrecy": "y"}


def test_police_give_it_and_the_coordinator_reads_it(desk, client_of):
    answer = client_of("police").send(f"{page(desk)}/new", FILLED)
    assert answer.status_code == 302
    said = words(client_of("coordinator").get(page(desk)))
    assert "toezicht, handhaving" in said
    assert "Politie, district Monde" in said
    shown = words(client_of("police").get(answer.location))
    assert "weighing a closure" in shown
    assert "Terugroepen" in shown


def test_what_may_not_go_is_told_on_the_form_with_article_and_alternative(desk, client_of):
    filled = FILLED | {"recipient": "port"}
    answer = client_of("police").send(f"{page(desk)}/new", filled)
    assert answer.status_code == 409
    said = words(answer)
    assert "WGS 1.5(1)" in said
    assert "gebiedsinformatie zonder personen" in said
    bare = client_of("police").send(f"{page(desk)}/new", FILLED | {"way": ""})
    assert bare.status_code == 422
    assert "grondslag" in words(bare)


def test_a_recall_is_answered_on_the_page(desk, client_of):
    made, _ = desk.give("police", "coordinator")
    one = f"{page(desk)}/{made}"
    police, coordinator = client_of("police"), client_of("coordinator")
    version = text(police.get(one)).partition('name="version"')[2]
    number = version.partition('value="')[2].partition('"')[0]
    police.send(f"{one}/recall", {"version": number, "reason": "wrong person"})
    shown = text(coordinator.get(one))
    where = shown.partition("/notices/")[2].partition('"')[0]
    sent = {"version": only_version(shown), "answer": "destroyed"}
    assert coordinator.send(f"{one}/notices/{where}", sent).status_code == 302
    assert "destroyed" in words(police.get(one))


def test_the_register_goes_out_as_csv_without_formulas(desk, client_of):
    desk.give("police", "coordinator", says="=1+1")
    answer = client_of("coordinator").get(f"{page(desk)}.csv")
    rows = list(csv.DictReader(io.StringIO(text(answer).lstrip("\ufeff"))))
    assert [(row["number"], row["what"]) for row in rows] == [("1", "'=1+1")]


def test_others_see_only_their_own_end(desk, client_of):
    made, _ = desk.give("police", "coordinator")
    assert client_of("tax").get(f"{page(desk)}/{made}").status_code == 404
    assert "Niets is gedeeld" in words(client_of("tax").get(page(desk)))
    assert client_of("outsider").get(page(desk)).status_code == 404
