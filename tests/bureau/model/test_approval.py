"""A request stands once for a record, a version and an act."""

from datetime import timedelta

import pytest

from bureau.errors import Changed
from bureau.model import ApprovalRequest
from bureau.rules.events import EventKind
from tests.conftest import NOW


def asked(work, **more):
    given = {"act": "role", "subject_kind": "role_grant", "subject_id": work.actor.id}
    given |= {"subject_version": 1, "attempt": 1, "digest": "0" * 64, "scope": "user:-"}
    row = ApprovalRequest(
        organisation_id=work.actor.organisation_id,
        asked_by_id=work.actor.id,
        asked_at=NOW,
        expires_at=NOW + timedelta(days=1),
        **given | more,
    )
    work.session.add(row)
    work.record(EventKind.APPROVAL_ASKED, row)


def test_the_same_cannot_be_asked_twice(work_of, actors):
    with work_of(actors.admin) as work:
        asked(work)
        asked(work, attempt=2)
        asked(work, subject_version=2)
    with pytest.raises(Changed), work_of(actors.admin) as work:
        asked(work)
