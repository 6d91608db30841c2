"""A signal on its pages: reported, read by a second, submitted, tested and settled."""

import re

from sqlalchemy import select

from bureau.model import Organisation, User, UserRole
from bureau.rules.signals import MUST, signal_tests
from bureau.rules.vocabulary import Role
from bureau.trust import passwords
from tests.app.views.reading import only_version, text, version
from tests.conftest import give_clearances
from tests.walls.visiting import PASSWORD

FORM = {
    "bureau": "havermonde",
    "form": "4",
    "facts": "Four shops without customers.",
    "observation": "Seen from the street.",
    "observed_on": "2026-02-20",
    "source": "own supervision",
    "ground": "Politiewet 3",
    "subject": "Belhuis Kompas B.V.; kvk 69599084",
}


def second_of_the_police(app, client_of):
    with app.extensions["sessions"].begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == "police")).one()
        user = User(login="police.second", name="Second", organisation=body)
        user.roles = [UserRole(role=Role.POLICE)]
        user.password_hash = passwords.hash_of(PASSWORD)
        session.add(user)
        give_clearances(session, user.login)
    return client_of("police.second")


def report(client_of, **said):
    answer = client_of("police").send("/signals/new", {**FORM, **said})
    assert answer.status_code == 302
    return answer.headers["Location"]


def push(client, place, act, **said):
    page = text(client.get(place))
    told = {"version": version(page, f"{place}/{act}"), **said}
    return client.send(f"{place}/{act}", told)


def submitted(app, client_of):
    place = report(client_of)
    second = second_of_the_police(app, client_of)
    assert push(second, place, "check", words="Looked it up.").status_code == 302
    assert push(client_of("police"), place, "submit").status_code == 302
    return place


def under_test(app, client_of):
    place = submitted(app, client_of)
    desk, tax = client_of("coordinator"), client_of("tax")
    declared = {"declaration": "no_interest"}
    assert desk.send(f"{place}/interest", declared).status_code == 302
    assert desk.send(f"{place}/invite", {"login": "tax"}).status_code == 302
    assert push(desk, place, "begin").status_code == 302
    assert tax.send(f"{place}/interest", declared).status_code == 302
    for row in signal_tests():
        given = {"test": row.code, "answer": "yes" if row.kind == MUST else "for", "reason": "so"}
        assert tax.send(f"{place}/answer", given).status_code == 302
    return place


def test_a_signal_comes_to_a_case(app, client_of):
    place = under_test(app, client_of)
    desk = client_of("coordinator")
    involved = {"title": "Telefoonwinkels", "activity": "b", "involved": ["police", "tax"]}
    assert push(desk, place, "accept", **involved).status_code == 302
    page = text(desk.get(place))
    case = re.search(r'href="(/cases/[0-9a-f-]{36})"', page)[1]
    assert "Telefoonwinkels" in text(desk.get(case))
    assert "Telefoonwinkels" in text(client_of("tax").get("/cases"))
    assert client_of("port").get(case).status_code == 404


def test_a_rejected_signal_shows_its_certificate_and_no_word_of_what_it_said(app, client_of):
    place = under_test(app, client_of)
    settled = {"outcome": "rejected", "reason": "TOO_LIGHT", "words": "Once only."}
    assert push(client_of("coordinator"), place, "close", **settled).status_code == 302
    page = text(client_of("police").get(place))
    assert "BGS 1.16(1)(b)" in page
    assert not any(word in page for word in ("Kompas", "Once only", "Four shops"))


def test_what_is_wrong_stands_beside_its_field(app, client_of):
    assert client_of("police").send("/signals/new", {**FORM, "ground": ""}).status_code == 422
    wrong = client_of("port").send("/signals/new", {**FORM, "subject": "Jan; bsn 999990019"})
    assert wrong.status_code == 409
    assert "UAVG 46" in text(wrong)
    place = submitted(app, client_of)
    desk = client_of("coordinator")
    assert desk.send(f"{place}/invite", {"login": "port"}).status_code == 409
    assert push(desk, place, "begin").status_code == 409
    assert client_of("tax").get(place).status_code == 404
    assert client_of("officer").get(place).status_code == 404


def test_a_draft_is_corrected_with_whole_numbers(client_of):
    place = report(client_of, subject="Jan Voorbeeld; bsn 999990019")
    police = client_of("police")
    assert "999990019" not in text(police.get(place))
    page = text(police.get(f"{place}/edit"))
    assert "999990019" in page
    told = {**FORM, "version": only_version(page), "facts": "Five shops."}
    assert police.send(f"{place}/edit", told).status_code == 302
    assert "Five shops." in text(police.get(place))
