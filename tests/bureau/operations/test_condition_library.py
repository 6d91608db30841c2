"""The municipality extends the library: versions with a reason, read by all who screen."""

from dataclasses import replace

import pytest

from bureau.errors import AccessDenied, Changed, Invalid
from bureau.operations import condition_library
from bureau.operations.condition_library import OwnFields
from bureau.rules.events import EventKind
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
FIELDS = OwnFields(
    name_nl="Geen goktafel",
    text_nl="Er staat geen goktafel in [ruimte].",
    evidence_nl="Controle ter plaatse.",
    scopes=("SC02",),
    grounds=("b",),
)


def add(road, fields=FIELDS, login="coordinator"):
    with road.by(login) as work:
        return condition_library.add_condition(work, fields, "After a case of last year.").code


def change(road, version, login="coordinator", **new):
    with road.by(login) as work:
        fields = replace(FIELDS, **new)
        condition_library.change_condition(work, "E-01", version, fields, "Clearer.")


def offered(road):
    with road.by("officer") as work:
        found = {row.code: row for row in condition_library.offered(work, road.id)}
        work.session.expunge_all()
    return found


def test_what_is_added_is_offered_where_it_fits_and_told_to_the_trail(road, trail):
    assert add(road) == "E-01"
    assert add(road, replace(FIELDS, scopes=("SC20",))) == "E-02"
    found = offered(road)
    assert {"C-BOOKS", "C-PRESENT", "E-01"} <= set(found)
    assert not {"C-SUBSIDY", "E-02"} & set(found)
    told = [each.facts for each in trail() if each.kind == EventKind.LIBRARY_CHANGED]
    assert len(told) == 2
    assert "After a case of last year." not in str(told)  # reasons stand aside of the trail


def test_a_new_version_follows_and_a_late_one_sees_the_difference(road):
    add(road)
    change(road, 1, text_nl="Er staat geen goktafel.")
    assert (offered(road)["E-01"].number, len(offered(road)["E-01"].history)) == (2, 2)
    with pytest.raises(Changed) as found:
        change(road, 1, text_nl="Geen goktafels.")
    assert ("text_nl", "Geen goktafels.", "Er staat geen goktafel.") in found.value.differences


def test_one_that_is_withdrawn_is_proposed_no_more_and_stays_in_the_list(road):
    add(road)
    with road.by("coordinator") as work:
        condition_library.withdraw_condition(work, "E-01", 1, "Not upheld by the court.")
    assert "E-01" not in offered(road)
    with road.by("mayor") as work:
        row = condition_library.list_library(work)[-1]
        assert (row.code, row.withdrawn, row.number) == ("E-01", True, 2)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text_nl": " "},
        {"evidence_nl": ""},
        {"scopes": ("SC99",)},
        {"grounds": ("nationality",)},
        {"days": 0},
        {"again": 99_999},
    ],
)
def test_a_condition_that_cannot_be_is_refused(road, wrong):
    with pytest.raises(Invalid) as refusal:
        add(road, replace(FIELDS, **wrong))
    assert refusal.value.where["field"]


def test_others_read_and_do_not_write(road):
    add(road)
    for login in ("officer", "mayor", "admin"):
        with pytest.raises(AccessDenied):
            add(road, login=login)
    with pytest.raises(AccessDenied):
        change(road, 1, login="officer")
    with pytest.raises(Invalid), road.by("coordinator") as work:
        condition_library.read_own(work, "C-BOOKS")
