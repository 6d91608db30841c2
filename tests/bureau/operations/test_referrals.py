"""What is told stays within the consent, and is recalled when that ends."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import SupportReferral
from bureau.operations import referrals, supports
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def file(work_of, actors):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Meerkoet", "", "")
        supports.record_consent(work, file.id, "a bed", "CoMensha", "in a talk", "Pools", "shelter")
        return file.id


def refer(work_of, actors, key, aim="shelter", recipient="comensha", text="a bed for one"):
    with work_of(actors.care) as work:
        return referrals.refer(work, key, aim, recipient, text).id


@pytest.mark.parametrize(
    ("aim", "recipient"), [("shelter", "Politie"), ("police", "CoMensha"), ("data", "CoMensha")]
)
def test_a_referral_beyond_the_consent_is_stopped_with_the_alternative(
    work_of, actors, file, aim, recipient
):
    with pytest.raises(NotAllowed) as refusal:
        refer(work_of, actors, file, aim, recipient)
    assert refusal.value.where["guard"] == "consent"
    assert refusal.value.where["basis"]
    with work_of(actors.care) as work:
        assert work.support_file(file, "support.read").referrals == []


def test_withdrawal_recalls_and_the_recipient_is_told(work_of, actors, file):
    made = refer(work_of, actors, file)
    with work_of(actors.care) as work:
        referrals.answer_referral(work, file, made, "taken_up")
    with pytest.raises(NotAllowed), work_of(actors.care) as work:
        referrals.tell_recall(work, file, made)
    with work_of(actors.care) as work:
        consent = supports.read_file(work, file).consents[0]
        referrals.withdraw_consent(work, file, consent.id)
    with work_of(actors.care) as work:
        row = work.session.get_one(SupportReferral, made)
        assert (row.recalled_on, row.told_on) == (work.today, None)
        assert referrals.tell_recall(work, file, made).told_on == work.today
    with pytest.raises(NotAllowed):
        refer(work_of, actors, file)
