from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.roles import in_circle, name_of, names, reportable, roles
from bureau.rules.vocabulary import CaseKind

DAY = date(2026, 11, 20)


def test_the_circle_is_closed():
    assert [row.code for row in roles() if row.circle] == [f"R0{n}" for n in range(1, 8)]


def test_an_open_business_partner_is_never_reported_for_that_alone():
    assert not reportable({"R06"}, DAY)
    assert reportable({"R06", "R05"}, DAY)
    assert not reportable((), DAY)


def test_a_third_party_is_outside_the_circle():
    assert not in_circle({"R11"}, DAY)
    assert in_circle({"R11", "R04"}, DAY)
    with pytest.raises(NotFound):
        in_circle({"R99"}, DAY)


def test_a_joint_case_has_parts_of_its_own_without_a_word_of_the_wet_bibob():
    alone, together = names(CaseKind.SCREENING), names(CaseKind.PARTNERSHIP)
    assert list(alone) == list(roles().codes())
    assert {"R01", "R03", "R04", "R05", "R11"} <= set(together) < set(alone)
    said = " ".join(f"{name.nl} {name.en}" for name in together.values()).casefold()
    assert "betrokkene" not in said
    assert "bibob" not in said


def test_a_part_that_is_given_no_more_keeps_its_name():
    assert name_of("R01", CaseKind.SCREENING).nl == "betrokkene"
    assert name_of("R01", CaseKind.PARTNERSHIP).nl == "om wie de zaak gaat"
    assert name_of("R02", CaseKind.PARTNERSHIP).nl == "gegadigde of onderaannemer"
    assert name_of("R99", CaseKind.SCREENING).en == "R99"
