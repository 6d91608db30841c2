"""Which lines an auditor sees; what was done in support files only those of the own house."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bureau.errors import Invalid
from bureau.model import Event
from bureau.operations import track_roles, users
from bureau.operations._trail_lines import open_to
from bureau.rules.vocabulary import Language, Role
from tests.bureau.operations.test_grants import somebody


def test_an_auditor_sees_what_was_done_outside_support_files(work_of, actors):
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    with work_of(actors.auditor) as work:
        assert [row.kind for row in work.session.scalars(select(Event).where(open_to(work)))]


def test_what_the_lead_of_the_victim_track_was_refused_shows_to_no_other_auditor(
    work_of, sessions, actors
):
    lead = somebody(sessions, "lead", [Role.CARE_LEAD], "support")
    with pytest.raises(Invalid), work_of(lead) as work:
        track_roles.give_role(work, "helper", "no such role", "r", "")
    told = select(Event.kind).where(Event.kind == "work.refused")
    with work_of(actors.auditor) as work:
        assert not work.session.scalars(told.where(open_to(work))).all()
    own = replace(actors.auditor, organisation_id=lead.organisation_id)
    with work_of(own) as work:
        assert work.session.scalars(told.where(open_to(work))).all() == ["work.refused"]
