"""A closed support file is gone: its records, its words and its key."""

import pytest
from sqlalchemy import func, select

from bureau.errors import Invalid, NotAllowed
from bureau.model import Consent, SupportEntry, SupportFile, SupportPart, SupportReferral
from bureau.operations import referrals, support_closing, support_parts, supports
from bureau.rules.support import LAST
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_support_parts import SAFE

pytestmark = ON_SQLITE


@pytest.fixture
def file(work_of, actors):
    with work_of(actors.care) as work:
        key = supports.open_file(work, "Meerkoet", "by text", "a bed").id
        supports.add_entry(work, key, "plan", "rest", work.today)
        supports.record_consent(work, key, "a bed", "CoMensha", "in a talk", "Pools", "shelter")
        support_parts.record_part(work, key, "triage", SAFE)
        referrals.refer(work, key, "shelter", "CoMensha", "a bed for one")
        return key


def close(work_of, actors, key, *, understood=True):
    with work_of(actors.care) as work:
        version = work.support_file(key, "support.read").version
        support_closing.close_file(work, key, version, understood=understood)


def test_nothing_is_deleted_before_the_recipients_were_told(work_of, actors, file):
    with pytest.raises(NotAllowed):
        close(work_of, actors, file)
    with work_of(actors.care) as work:
        view = supports.read_file(work, file)
        referrals.withdraw_consent(work, file, view.consents[0].id)
    with pytest.raises(NotAllowed):
        close(work_of, actors, file)
    with work_of(actors.care) as work:
        referral = work.support_file(file, "support.read").referrals[0]
        referrals.tell_recall(work, file, referral.id)
    with pytest.raises(Invalid):
        close(work_of, actors, file, understood=False)
    close(work_of, actors, file)
    with work_of(actors.care) as work:
        kept = work.session.get_one(SupportFile, file)
        assert (kept.state, kept.lock, kept.needs, kept.code_name) == (LAST, None, None, "-")
        for table in (SupportEntry, Consent, SupportPart, SupportReferral):
            assert work.session.scalar(select(func.count()).select_from(table)) == 0
        assert supports.read_file(work, file).steps == ()
