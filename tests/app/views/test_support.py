"""A support file over the web: opened without a name, shared with nobody but helpers."""

import pytest
from sqlalchemy import select

from bureau.model import Event, Organisation, User, UserRole
from bureau.rules.vocabulary import Role
from tests.app.views.reading import address, raw_days, text, version, words
from tests.conftest import give_clearances

LINE = {
    "kind": "indicator",
    "text": "her papers are kept by somebody else",
    "on": "2026-03-02",
    "dimension": "coercion_at_destination",
    "strength": "strong",
    "perceived": "told",
}
CONSENT = {
    "purpose": "shelter",
    "aim": "coordination",
    "recipient": "M. de Vos, Slachtofferhulp",
    "explained_how": "in a talk",
    "language": "Polish",
}


@pytest.fixture
def care(client_of):
    return client_of("care")


@pytest.fixture
def path(care):
    """The address of a file that was just opened."""
    form = {"code_name": "Linde-4", "safe_contact": "message on Tuesday", "needs": "rest"}
    return care.send("/support/new", form).location


@pytest.fixture
def befriend(app):
    """Make somebody a helper too."""

    def to_care(login):
        with app.extensions["sessions"].begin() as store:
            user = store.scalar(select(User).where(User.login == login))
            user.roles.append(UserRole(role=Role.CARE))
            body = select(Organisation).where(Organisation.code == "support")
            user.organisation = store.scalars(body).one()
            store.flush()
            give_clearances(store, login)

    return to_care


def test_support_walks_from_opening_to_consent_and_its_end(care, path):
    assert care.send(f"{path}/entries", {**LINE, "who": "", "due_on": ""}).status_code == 302
    assert care.send(f"{path}/consents", CONSENT).status_code == 302
    page = text(care.get(path))
    assert LINE["text"] in page
    withdraw = address(page, "/consents/[0-9a-f-]{36}/withdraw")
    assert care.send(withdraw).status_code == 302
    page = text(care.get(path))
    assert withdraw not in page
    assert CONSENT["recipient"] in page


def test_a_step_is_taken_with_its_reason(care, path):
    form = {"version": version(text(care.get(path)), f"{path}/steps"), "target": "triage"}
    assert care.send(f"{path}/steps", {**form, "reason": ""}).status_code == 422
    assert care.send(f"{path}/steps", {**form, "reason": "she asked for it"}).status_code == 302
    assert "she asked for it" in text(care.get(path))
    late = care.send(f"{path}/steps", {**form, "reason": "once more"})
    assert late.status_code == 409


def test_a_step_that_does_not_follow_is_refused(care, path):
    form = {"version": version(text(care.get(path)), f"{path}/steps"), "target": "permit"}
    assert care.send(f"{path}/steps", {**form, "reason": "haste"}).status_code == 409


def test_a_name_is_kept_sealed_and_shown_in_the_file_only(care, path, home):
    form = {"version": version(text(care.get(path)), path), "real_name": "Mirte Zonneveld"}
    assert care.send(path, {**form, "safe_contact": "x", "needs": "y"}).status_code == 302
    assert "Mirte Zonneveld" in text(care.get(path))
    assert "Mirte Zonneveld" not in text(care.get("/support"))
    kept = b"".join(each.read_bytes() for each in home.glob("bureau.db*"))
    assert b"Zonneveld" not in kept
    assert care.send(path, {"real_name": "Other"}).status_code == 422


@pytest.mark.parametrize(
    "login", ["officer", "coordinator", "mayor", "police", "prosecutor", "auditor", "admin"]
)
def test_for_everybody_else_there_is_no_such_file(client_of, path, login):
    visitor = client_of(login)
    assert visitor.get("/support").status_code == 404
    assert visitor.get(path).status_code == 404
    assert visitor.get(f"{path}/plans").status_code == 404
    assert visitor.send(f"{path}/entries", LINE).status_code == 404
    assert "Linde-4" not in text(visitor.get("/"))


def test_another_helper_reads_it_only_once_it_is_shared(care, path, client_of, befriend):
    befriend("second")
    second = client_of("second")
    assert second.get(path).status_code == 404
    assert "Linde-4" not in text(second.get("/support"))
    assert (
        care.send(f"{path}/members", {"login": "second", "organisation": "support"}).status_code
        == 302
    )
    assert second.get(path).status_code == 200
    assert "Linde-4" in text(second.get("/support"))


def test_nobody_but_a_helper_can_be_added(care, path):
    said = []
    for login in ("officer", "nobody"):
        answer = care.send(f"{path}/members", {"login": login, "organisation": "support"})
        assert answer.status_code == 422
        assert f'value="{login}"' in text(answer)
        said.append(words(answer).replace(login, "?"))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("part", "form"),
    [
        ("entries", {**LINE, "text": "", "who": "", "due_on": ""}),
        ("entries", {**LINE, "dimension": "", "who": "", "due_on": ""}),
        ("consents", {**CONSENT, "recipient": ""}),
    ],
)
def test_what_is_incomplete_is_told_and_not_stored(care, path, part, form):
    answer = care.send(f"{path}/{part}", form)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    page = text(care.get(path))
    assert LINE["text"] not in page
    assert "Slachtofferhulp" not in page


def test_a_refused_code_name_keeps_what_was_typed(care):
    answer = care.send("/support/new", {"code_name": "Ilona B", "needs": "rest and a lawyer"})
    assert answer.status_code == 422
    assert "rest and a lawyer" in text(answer)
    assert "verzonnen woord" in text(answer)


def test_opening_needs_a_code_name(care):
    answer = care.send("/support/new", {"code_name": "", "needs": "rest"})
    assert 'role="alert"' in text(answer)
    assert "Linde" not in text(care.get("/support"))


def test_the_title_of_a_page_does_not_betray_what_it_is_about(care, path):
    head = text(care.get(path)).partition("</head>")[0]
    assert "victim" not in head.lower()
    assert "slachtoffer" not in head.lower()


def test_every_look_is_a_line_of_the_trail_without_a_word_of_the_file(app, care, path):
    care.send(f"{path}/entries", {**LINE, "who": "", "due_on": ""})
    care.get(path)
    with app.extensions["sessions"]() as store:
        events = store.scalars(select(Event)).all()
        kinds = [event.kind for event in events]
        told = " ".join(f"{event.subject} {event.purpose}" for event in events)
    assert {"support.opened", "support.changed", "support.read"} <= set(kinds)
    assert LINE["text"] not in told
    assert "Linde" not in told


def test_a_reflection_period_is_recorded_and_never_too_long(care, path):
    def send(start, until, **more):
        form = {"version": version(text(care.get(path)), f"{path}/reflection")}
        sent = {**form, "reflection_from": start, "reflection_until": until, **more}
        return care.send(f"{path}/reflection", sent)

    for start, until, more in (
        ("2026-02-01", "2026-05-02", {}),
        ("2026-02-01", "2026-01-31", {}),
        ("2026-02-01", "2026-03-04", {"dublin": "y"}),
        ("2026-02-01", "", {}),
        ("2099-02-01", "2099-02-02", {}),
    ):
        answer = send(start, until, **more)
        assert answer.status_code == 422
        assert "reflection_until" in text(answer)
    assert send("2026-02-01", "2026-05-01").status_code == 302
    page = text(care.get(path))
    assert 'datetime="2026-02-01"' in page
    assert 'datetime="2026-05-01"' in page


def test_what_is_not_safe_yet_stands_in_the_lists_of_helpers(care, path, client_of):
    asked = {"danger": "unknown", "police": "no", "minor": "no", "child_help": "no"}
    answer = care.send(f"{path}/parts/triage", {**asked, "children": "no"})
    assert answer.status_code == 302, text(answer)
    for place in ("/", "/support"):
        assert "1 antwoord over veiligheid open" in words(care.get(place))
        assert raw_days(care.get(place)) == []
    care.send(f"{path}/parts/triage", {**asked, "danger": "no", "children": "no"})
    for place in ("/", "/support"):
        assert "over veiligheid open" not in words(care.get(place))
