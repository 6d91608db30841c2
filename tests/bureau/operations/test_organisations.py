"""Partner bodies: added by an administrator, seen and named by that house only."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid, NotFound
from bureau.model import Organisation, User
from bureau.operations import organisations, users
from bureau.policy import Actor
from bureau.rules.vocabulary import Role

GOOD = "a quay with seven cranes"


def add(work_of, actor, code="politie-monde", name="Politie Monde", kind="POLICE"):
    with work_of(actor) as work:
        return organisations.add_organisation(work, code, name, kind).id


@pytest.fixture
def neighbour(sessions, actors):
    """The administrator of another municipality on the same machine."""
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == "elsewhere")).one()
        user = User(login="other.admin", name="Other", organisation=body)
        session.add(user)
        session.flush()
        return Actor(user.id, body.id, frozenset({Role.ADMIN}), "Other")


def test_a_body_is_listed_after_the_own_organisation(work_of, actors):
    add(work_of, actors.admin)
    with work_of(actors.admin) as work:
        rows = [(body.code, body.kind) for body in organisations.list_organisations(work)]
    assert rows == [("havermonde", "MUN_MAYOR"), ("politie-monde", "POLICE")]


def test_people_of_a_new_body_can_be_given_accounts_and_lose_them(work_of, actors):
    add(work_of, actors.admin)
    with work_of(actors.admin) as work:
        made = users.add_user(
            work, "agent", "Agent", [Role.POLICE], organisation="politie-monde", password=GOOD
        )
        assert "agent" in [user.login for user in users.list_users(work)]
        changed = users.change_user(
            work, made.id, made.version, "Agent", [Role.POLICE], active=False, screened_until=None
        )
        assert not changed.active


def test_what_one_house_added_does_not_exist_for_another(work_of, actors, neighbour):
    key = add(work_of, actors.admin)
    with work_of(actors.admin) as work:
        agent = users.add_user(work, "agent", "A", [Role.POLICE], organisation="politie-monde").id
    with work_of(neighbour) as work:
        assert [body.code for body in organisations.list_organisations(work)] == ["elsewhere"]
        assert "agent" not in [user.login for user in users.list_users(work)]
    said = set()
    for act in (
        lambda work: organisations.read_organisation(work, key),
        lambda work: organisations.read_organisation(work, uuid4()),
        lambda work: organisations.rename(work, key, 1, "Ours"),
        lambda work: users.read_user(work, agent),
        lambda work: users.read_user(work, uuid4()),
    ):
        with pytest.raises(NotFound) as refusal, work_of(neighbour) as work:
            act(work)
        said.add((str(refusal.value), refusal.value.hint, str(refusal.value.where)))
    assert len(said) == 1


@pytest.mark.parametrize("login", ["officer", "coordinator", "mayor", "police", "care", "auditor"])
def test_nobody_but_an_administrator_manages_organisations(work_of, actors, login):
    actor = getattr(actors, login)
    for act in (
        organisations.list_organisations,
        organisations.list_kinds,
        lambda work: organisations.read_organisation(work, actor.organisation_id),
        lambda work: organisations.add_organisation(work, "x-y", "X", "POLICE"),
        lambda work: organisations.rename(work, actor.organisation_id, 1, "X"),
    ):
        with pytest.raises(AccessDenied), work_of(actor) as work:
            act(work)


@pytest.mark.parametrize(
    ("code", "name", "kind", "field"),
    [
        ("", "Politie", "POLICE", "code"),
        ("Politie Monde", "Politie", "POLICE", "code"),
        ("havermonde", "Politie", "POLICE", "code"),
        ("politie-monde", " ", "POLICE", "name"),
        ("politie-monde", "Politie", "ARMY", "kind"),
        ("buren", "Gemeente Buren", "MUN_MAYOR", "kind"),
    ],
)
def test_a_body_that_cannot_be_is_told_by_field(work_of, actors, code, name, kind, field):
    with pytest.raises(Invalid) as refusal:
        add(work_of, actors.admin, code, name, kind)
    assert refusal.value.where["field"] == field


def test_every_kind_of_the_law_but_another_municipality_is_offered(work_of, actors):
    with work_of(actors.admin) as work:
        kinds = {row.code for row in organisations.list_kinds(work)}
    assert {"POLICE", "OM", "TAX", "PORT", "NGO"} <= kinds
    assert "MUN_MAYOR" not in kinds


def test_another_name_is_not_written_over_another_change(work_of, actors):
    key = add(work_of, actors.admin)
    with work_of(actors.admin) as work:
        at = organisations.read_organisation(work, key).version
    with work_of(actors.admin) as work:
        assert organisations.rename(work, key, at, " Politie Noord ").name == "Politie Noord"
    with pytest.raises(Changed), work_of(actors.admin) as work:
        organisations.rename(work, key, at, "Politie Zuid")


def test_every_act_stands_in_the_trail(work_of, actors, trail):
    key = add(work_of, actors.admin)
    with work_of(actors.admin) as work:
        organisations.list_organisations(work)
        organisations.rename(work, key, 1, "Politie Noord")
    kinds = ["organisation.added", "organisation.listed", "organisation.changed"]
    assert [(e.kind, e.actor_id) for e in trail()] == [(k, actors.admin.id) for k in kinds]
