"""What an emergency asks of its owner and of an auditor."""

from datetime import timedelta

from bureau.model import FileLease
from bureau.operations import _lease_tasks
from tests.conftest import NOW


def test_owner_and_auditor_have_it_among_their_tasks_until_it_is_reviewed(
    work_of, sessions, actors, case_id
):
    row = FileLease(
        case_id=case_id, user_id=actors.coordinator.id, urgent=True, purpose="", task="",
        organisation_id=actors.coordinator.organisation_id, reason="Danger", asked_at=NOW,
        second_id=actors.second.id, from_at=NOW, until_at=NOW + timedelta(hours=1),
        due_on=NOW.date(), finding="",
    )  # fmt: skip
    with sessions.begin() as session:
        session.add(row)
    kinds = {}
    for who in ("officer", "auditor", "mayor", "outsider"):
        with work_of(getattr(actors, who)) as work:
            kinds[who] = [row[0] for row in work.session.execute(_lease_tasks.asked(work))]
    assert kinds == {
        "officer": ["read_glass"], "auditor": ["review_glass"], "mayor": [], "outsider": []
    }  # fmt: skip
