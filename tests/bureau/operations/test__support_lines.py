"""The newest answers of a part count, and only consents that stand are live."""

from bureau.operations import referrals, support_parts, supports
from bureau.operations._support_lines import answers_of, live
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test_support_parts import SAFE

pytestmark = ON_SQLITE


def test_the_newest_answers_count(work_of, actors):
    with work_of(actors.care) as work:
        file = supports.open_file(work, "Meerkoet", "", "")
        for danger in ("yes", "no"):
            support_parts.record_part(work, file.id, "triage", SAFE | {"danger": danger})
        given = [supports.record_consent(work, file.id, "x", who, "x", "x") for who in "ab"]
        referrals.withdraw_consent(work, file.id, given[0].id)
        work.session.flush()
        work.session.refresh(file)
        assert answers_of(file)["triage"]["danger"] == "no"
        assert live(file) == [given[1]]
