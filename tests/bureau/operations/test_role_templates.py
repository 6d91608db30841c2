"""The card of a party as an annex: written while the agreement is a draft, kept on renewal."""

from dataclasses import replace

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.operations import agreements, role_templates
from tests.bureau.operations.card_desk import WORDS
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.table import Table
from tests.bureau.operations.test_agreements import END, TODAY, draft, offer

pytestmark = ON_SQLITE
ROLE = replace(WORDS, powers=("POLICE_TASK",))


@pytest.fixture
def desk(work_of, actors):
    """A table, whose police can be a party, and a draft."""
    made = Table(work_of, actors)
    made.agreement = draft(work_of, actors.coordinator)
    return made


def party(desk, code="police"):
    with desk.by("coordinator") as work:
        rows = agreements.read_agreement(work, desk.agreement).agreement.parties
        return next(one.organisation_id for one in rows if one.organisation.code == code)


def write(desk, words=ROLE, body=None, version=None, login="coordinator"):
    found = body or party(desk)
    with desk.by("coordinator") as work:
        now = agreements.read_agreement(work, desk.agreement).agreement.version
    with desk.by(login) as work:
        role_templates.write_template(work, desk.agreement, found, version or now, words)


def test_it_begins_with_the_powers_the_data_and_the_limits_of_the_party(desk):
    with desk.by("coordinator") as work:
        view = role_templates.begin_template(work, desk.agreement, party(desk))
        assert set(view.start.words.powers) == {"POLICE_TASK", "DETECTION"}
        assert "POLICE_9_10" in view.start.words.categories
        assert view.start.limits.nl


def test_it_stands_in_the_draft_and_in_what_renews_it(desk, work_of, actors):
    write(desk)
    offer(work_of, actors.coordinator, desk.agreement)
    with pytest.raises(NotAllowed, match="does not change"):
        write(desk)
    with desk.by("coordinator") as work:
        row = agreements.read_agreement(work, desk.agreement).agreement
        made = agreements.renew(work, row.id, row.version, TODAY, END)
        [role] = [one.role for one in made.parties if one.organisation.code == "police"]
        assert (role["task"], role["powers"]) == (ROLE.task, ["POLICE_TASK"])


def test_a_power_or_data_of_another_body_are_refused(desk):
    with pytest.raises(Invalid, match="no power"):
        write(desk, replace(ROLE, powers=("TAX_INSPECTION",)))
    with pytest.raises(NotAllowed, match=r"WGS 2\.22"):
        write(desk, replace(ROLE, categories=("TAX",)))
    with pytest.raises(Invalid):
        write(desk, replace(ROLE, not_done=" "))


def test_only_the_coordinator_of_the_draft_writes_it_for_a_party(desk):
    with pytest.raises(NotFound):
        write(desk, body=desk.agreement)
    with pytest.raises(AccessDenied):
        write(desk, login="police")
    with pytest.raises(Changed):
        write(desk, version=99)
