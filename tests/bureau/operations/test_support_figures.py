"""Figures are told in groups of ten or more; one file leaves only within consent."""

from datetime import date

import pytest

from bureau.errors import AccessDenied, NotAllowed
from bureau.model import SupportFile
from bureau.operations import support_figures, support_parts, supports
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
LABOUR = {"age": "18_26", "exploitation": "labour"}


def files(work_of, actors, count, summary=LABOUR):
    with work_of(actors.care) as work:
        for number in range(count):
            file = supports.open_file(work, f"Linde-{number}", "", "")
            support_parts.record_part(work, file.id, "summary", summary)
            file.opened_on = date(2025, 11, 1)
        return file.id


def told(work_of, actors):
    with work_of(actors.care) as work:
        found = support_figures.read_figures(work)
        return found, {row.group: row.count for row in found.figures if row.table == "exploitation"}


def test_below_ten_nothing_is_told(work_of, actors):
    files(work_of, actors, 9)
    found, groups = told(work_of, actors)
    assert (found.total, set(groups.values())) == (None, {None})


def test_from_ten_a_group_is_told_and_small_ones_are_not(work_of, actors):
    files(work_of, actors, 12)
    files(work_of, actors, 11, LABOUR | {"exploitation": "sexual"})
    files(work_of, actors, 20, LABOUR | {"exploitation": "servitude"})
    files(work_of, actors, 3, LABOUR | {"exploitation": "organs"})
    found, groups = told(work_of, actors)
    assert found.total == 46
    assert (groups["servitude"], groups["organs"]) == (20, None)
    rows = found.standard()
    assert {"field": "vic_TypeOfExploitation", "value": "Servitude", "n": "20"} in rows


def test_a_file_of_this_quarter_is_not_counted_yet(work_of, actors):
    with work_of(actors.care) as work:
        for number in range(12):
            supports.open_file(work, f"Linde-{number}", "", "")
    assert told(work_of, actors)[0].total is None


def test_one_file_goes_to_one_recipient_within_consent_and_names_nobody(work_of, actors):
    key = files(work_of, actors, 1)
    with pytest.raises(NotAllowed), work_of(actors.care) as work:
        support_figures.export_one(work, key, "IOM")
    with work_of(actors.care) as work:
        supports.record_consent(work, key, "data", "IOM", "in a talk", "Pools", "data")
        row = support_figures.export_one(work, key, "IOM")
        assert row["vic_TypeOfExploitation"] == "ForcedLabour"
        assert row["cas_IncomingReferralDate"] == "2025-11"
        assert len(work.session.get_one(SupportFile, key).referrals) == 1
    with pytest.raises(AccessDenied), work_of(actors.officer) as work:
        support_figures.read_figures(work)
