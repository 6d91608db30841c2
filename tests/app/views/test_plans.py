"""A personal plan over the web: with consent for exactly this recipient, and two helpers."""

import re

import pytest
from sqlalchemy import select

from bureau.model import User, UserRole
from bureau.rules.vocabulary import Role
from tests.app.views.desk import PNG, app, ink, worked
from tests.app.views.reading import address, text
from tests.bureau.operations.road import at
from tests.conftest import give_clearances
from tests.reports.reading import pages
from tests.reports.stage import CARER, Helped
from tests.walls.visiting import PASSWORD

__all__ = ["app", "ink"]

WANTED = {"recipient": CARER, "basis": "consent", "language": "nl"}


@pytest.fixture
def helped(app, house):
    """A support file with consent for one recipient, and a second helper in it."""
    with app.extensions["sessions"].begin() as store:
        user = store.scalar(select(User).where(User.login == "second"))
        user.organisation_id = house.actors.care.organisation_id
        user.roles = [UserRole(role=Role.CARE)]
        store.flush()
        store.expire(user)
        give_clearances(store, "a second helper")
    file = Helped(house.work_of, house.actors, at)
    file.consent()
    return file


@pytest.fixture
def listing(helped, client_of):
    path = f"/support/{helped.id}"
    assert (
        client_of("care")
        .send(f"{path}/members", {"login": "second", "organisation": "support"})
        .status_code
        == 302
    )
    return f"{path}/plans"


@pytest.fixture
def care(client_of):
    return client_of("care")


@pytest.fixture
def draft(app, listing, care, ink):
    """The address of a draft that waits for another helper."""
    job = worked(app, care.send(listing, WANTED))
    return address(text(care.get(job)), "/plans/")


def approved(second, path, password=PASSWORD):
    assert second.get(f"{path}.pdf").status_code == 200
    shown = re.search(r'name="digest" value="([0-9a-f]{64})"', text(second.get(path)))[1]
    return second.send(f"{path}/approval", {"digest": shown, "password": password})


@pytest.mark.pdf
def test_a_plan_is_prepared_approved_issued_and_taken_away(app, listing, client_of):
    care, second = client_of("care"), client_of("second")
    path = address(text(care.get(worked(app, care.send(listing, WANTED)))), "/plans/")
    assert approved(second, path).status_code == 302
    worked(app, care.send(f"{path}/issue", {"password": PASSWORD}))
    pdf = care.get(f"{path}.pdf")
    told = " ".join(pages(pdf.data))
    assert "Linde-4" in told
    assert "Zonneveld" not in told
    assert f"{path}/issue" not in text(care.get(path))


def test_the_name_of_the_file_does_not_betray_what_it_is_about(care, draft):
    answer = care.get(f"{draft}.pdf")
    said = answer.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="SUP-2026-\w+-1\.pdf"', said)
    assert care.get(f"{draft}.png").data == PNG


def test_without_consent_nothing_is_composed(app, listing, care, ink):
    job = worked(app, care.send(listing, {**WANTED, "recipient": "Somebody else"}))
    page = text(care.get(job))
    assert "job--failed" in page
    assert f"{listing}/" not in text(care.get(listing))


def test_consent_taken_back_stops_what_was_approved(app, helped, care, client_of, draft):
    assert approved(client_of("second"), draft).status_code == 302
    page = text(care.get(f"/support/{helped.id}"))
    assert care.send(address(page, "/withdraw")).status_code == 302
    job = worked(app, care.send(f"{draft}/issue", {"password": PASSWORD}))
    assert "job--failed" in text(care.get(job))
    assert f"{draft}/issue" in text(care.get(draft))


def test_nobody_approves_the_own_plan(care, client_of, draft):
    page = text(care.get(draft))
    assert 'name="digest"' not in page
    shown = re.search(r'name="digest" value="(\w+)"', text(client_of("second").get(draft)))[1]
    answer = care.send(f"{draft}/approval", {"digest": shown, "password": PASSWORD})
    assert answer.status_code == 409
    assert f"{draft}/issue" not in text(care.get(draft))


def test_a_wrong_password_approves_and_issues_nothing(care, client_of, draft):
    second = client_of("second")
    assert approved(second, draft, "eight cranes on a quay").status_code == 422
    assert approved(second, draft).status_code == 302
    answer = care.send(f"{draft}/issue", {"password": "eight cranes on a quay"})
    assert answer.status_code == 422
    assert f"{draft}/issue" in text(care.get(draft))


@pytest.mark.parametrize("step", ["approval", "issue"])
def test_a_grave_act_without_a_password_stays_on_the_page(care, draft, step):
    answer = care.send(f"{draft}/{step}", {"digest": "0" * 64})
    assert answer.status_code == 422
    assert CARER in text(answer)


def test_a_plan_without_a_recipient_stays_on_the_page(care, listing):
    assert care.send(listing, {**WANTED, "recipient": ""}).status_code == 422


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "police", "auditor"])
def test_for_everybody_else_there_is_no_plan(client_of, draft, login):
    visitor = client_of(login)
    for path in (draft, f"{draft}.pdf", f"{draft}.png", draft.rpartition("/")[0]):
        assert visitor.get(path).status_code == 404
