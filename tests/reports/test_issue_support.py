"""A personal plan leaves only with consent, and after another helper looked at it."""

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.operations import referrals, supports
from bureau.rules.vocabulary import Language
from reports import desk, issue_support
from tests.bureau.operations.road import ON_SQLITE, at
from tests.conftest import give_clearances
from tests.reports.reading import pages
from tests.reports.stage import CARER, Helped

pytestmark = [ON_SQLITE, pytest.mark.pdf]
BASIS = "toestemming van de betrokkene"


@pytest.fixture
def helped(work_of, actors):
    return Helped(work_of, actors, at)


@pytest.fixture
def colleague(helped, sessions, actors):
    """A second helper of the same file."""
    from bureau.model import User, UserRole
    from bureau.policy import Actor
    from bureau.rules.vocabulary import Role

    with sessions.begin() as session:
        user = User(login="care2", name="Care2", organisation_id=actors.care.organisation_id)
        user.roles = [UserRole(role=Role.CARE)]
        session.add(user)
        session.flush()
        give_clearances(session, "the second helper")
        actors.care2 = Actor(user.id, user.organisation_id, frozenset({Role.CARE}), "Care2")
    with helped.by() as work:
        supports.share_file(work, helped.id, "care2", "support")
    return actors.care2


def prepare(helped, recipient=CARER):
    return desk.prepare_plan(helped.unit(), helped.id, recipient, BASIS, Language.NL)


def approve(helped, draft, login="care2"):
    with helped.by(login) as work:
        issue_support.read_plan(work, helped.id, draft.id)
    with helped.by(login) as work:
        issue_support.approve_plan(work, helped.id, draft.id, draft.content_sha256)


def test_without_consent_nothing_leaves(helped):
    with pytest.raises(NotAllowed, match="has not agreed"):
        prepare(helped)


def test_consent_for_one_recipient_is_no_consent_for_another(helped):
    helped.consent()
    with pytest.raises(NotAllowed, match="has not agreed"):
        prepare(helped, "P. Jansen, Gemeente Havermonde")


def test_withdrawn_consent_stops_a_plan_that_was_approved(helped, colleague):
    consent = helped.consent()
    draft = prepare(helped)
    approve(helped, draft)
    with helped.by() as work:
        referrals.withdraw_consent(work, helped.id, consent)
    with pytest.raises(NotAllowed):
        desk.issue_plan(helped.unit(), helped.id, draft.id)


def test_a_plan_carries_the_code_name_and_never_the_name(helped, colleague):
    helped.consent()
    draft = prepare(helped)
    approve(helped, draft)
    made = desk.issue_plan(helped.unit(), helped.id, draft.id)
    words = " ".join(pages(made.pdf))
    assert "Linde-4" in words
    assert "Zonneveld" not in words
    assert "verdacht" not in words.casefold()
    with helped.by() as work:
        kept = issue_support.read_plan(work, helped.id, draft.id)
        assert (kept.state, kept.pdf) == ("issued", made.pdf)
        assert (
            b"%PDF"
            not in work.session.connection()
            .exec_driver_sql("SELECT pdf FROM support_dossier")
            .scalar()
        )


def test_the_composer_does_not_approve(helped):
    helped.consent()
    draft = prepare(helped)
    with pytest.raises(NotAllowed, match="asked themselves"), helped.by() as work:
        issue_support.approve_plan(work, helped.id, draft.id, draft.content_sha256)


@pytest.mark.parametrize("login", ["officer", "mayor", "prosecutor", "auditor", "admin"])
def test_nobody_else_finds_it(helped, login):
    with pytest.raises(AccessDenied), helped.by(login) as work:
        issue_support.list_plans(work, helped.id)
