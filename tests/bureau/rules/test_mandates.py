"""By what right somebody decides."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

import pytest

from bureau.rules.mandates import Asked, in_force, organs, organs_named, title
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import DecisionKind, Role

DAY = date(2026, 3, 2)
ME = uuid4()


@dataclass
class Given:
    organ: str = "college"
    user_id: object = None
    role: object = Role.MAYOR
    kinds: tuple = ()
    scopes: tuple = ()
    from_on: date = date(2020, 1, 1)
    until_on: date | None = None
    id: object = None


COLLEGE = Asked(("college",), DecisionKind.LICENCE, "SC09", ME, frozenset({Role.MAYOR}), DAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("burgemeester", ("mayor",)),
        ("burgemeester of college", ("mayor", "college")),
        ("De burgemeester van Havermonde", ("mayor",)),
        ("college of ander bevoegd gezag", ("college",)),
        ("raad of college", ("college", "council")),
        ("gemeenteraad", ("council",)),
        ("rechtspersoon met een overheidstaak", ("college",)),
        ("elk bestuursorgaan", ("mayor", "college", "council")),
        ("verschillende bestuursorganen", ("mayor", "college", "council")),
        ("het college van burgemeester en wethouders van Havermonde", ("college",)),
        ("Burgemeester en Wethouders van Havermonde", ("college",)),
        ("burgemeester  en\nwethouders", ("college",)),
        ("B&W", ("college",)),
        ("the mayor and aldermen", ("college",)),
        ("burgemeester, college", ("mayor", "college")),
        ("burgemeester of burgemeester en wethouders", ("mayor", "college")),
        ("Gemeente Havermonde", ()),
        ("", ()),
        ("wethouder", ()),
        ("waterschap", ()),
        ("minister of Douane", ()),
        ("provincie of minister", ()),
    ],
)
def test_the_text_of_the_scope_names_the_organs(text, expected):
    assert organs_named(text, DAY) == expected


def test_only_what_another_body_decides_names_no_organ():
    outside = {row.authority.nl for row in scopes() if not organs_named(row.authority.nl, DAY)}
    assert outside == {
        "waterschap",
        "provincie of minister",
        "minister of Douane",
        "minister",
        "NIWO of minister",
    }
    assert organs().codes() == ("mayor", "college", "council")


def test_the_mayor_decides_of_own_right_for_the_mayor_only():
    mayoral = replace(COLLEGE, organs=("mayor",))
    assert title(mayoral, ()).organ == "mayor"
    assert title(mayoral, ()).mandate is None
    assert title(replace(mayoral, roles=frozenset({Role.COORDINATOR})), ()) is None
    assert title(COLLEGE, ()) is None
    assert title(replace(COLLEGE, organs=()), [Given()]) is None


def test_a_mandate_in_force_that_covers_the_decision_gives_the_right():
    given = Given()
    assert title(COLLEGE, [given]).mandate is given
    assert title(COLLEGE, [Given(role=None, user_id=ME)])


@pytest.mark.parametrize(
    "given",
    [
        Given(organ="council"),
        Given(role=Role.COORDINATOR),
        Given(user_id=uuid4()),
        Given(kinds=("subsidy",)),
        Given(scopes=("SC10",)),
        Given(from_on=date(2026, 3, 3)),
        Given(until_on=date(2026, 3, 1)),
    ],
)
def test_another_mandate_does_not(given):
    assert title(COLLEGE, [given]) is None


def test_the_first_and_the_last_day_count():
    given = Given(from_on=DAY, until_on=DAY)
    assert in_force(given, DAY)
    assert not in_force(given, date(2026, 3, 3))
