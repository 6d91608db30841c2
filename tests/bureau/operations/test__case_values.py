"""The values of a case know how to tell themselves."""

from datetime import date
from uuid import uuid4

from bureau.operations._case_values import AdviceLine, MemberLine, PartyLine
from bureau.rules.tables import Texts
from bureau.rules.vocabulary import EntityKind


def test_an_advice_line_has_no_room_for_what_the_advice_says():
    line = AdviceLine(uuid4(), date(2026, 4, 7), None, None, None, False, 1)
    assert line.plain() == {"asked": "2026-04-07", "received": None}
    assert not {"summary", "danger_a", "danger_b"} & set(AdviceLine.__slots__)


def test_a_party_is_told_in_one_language():
    line = PartyLine(
        uuid4(),
        "X B.V.",
        EntityKind.COMPANY,
        protected=False,
        role="R01",
        role_name=Texts("betrokkene", "person"),
        direct=True,
        from_date="",
        to_date="",
    )
    assert line.plain("nl")["role_name"] == "betrokkene"


def test_a_member_is_told_without_the_organisation():
    line = MemberLine("second", "Second", "Gemeente", "reader", date(2026, 3, 2))
    assert line.plain() == {"login": "second", "name": "Second", "capacity": "reader"}
