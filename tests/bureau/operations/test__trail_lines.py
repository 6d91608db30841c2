"""Which lines an auditor sees; what was done in support files only those of the own house."""

from sqlalchemy import select

from bureau.model import Event
from bureau.operations import users
from bureau.operations._trail_lines import open_to
from bureau.rules.vocabulary import Language


def test_an_auditor_sees_what_was_done_outside_support_files(work_of, actors):
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    with work_of(actors.auditor) as work:
        assert [row.kind for row in work.session.scalars(select(Event).where(open_to(work)))]
