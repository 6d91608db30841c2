"""Own circle, guarded people, honey and odd hours."""

from datetime import timedelta

from bureau.watch.values import Act, Known, Person
from tests.bureau.watch.looking import DAY, asked, look, named

ME = Known(people={"user:1": Person(named("my name", "my mother"))})


def test_ones_own_name_is_asked_about_with_and_without_a_task():
    for tasked in (True, False):
        rows = [look(1, marks=named("my mother"), tasked=tasked), look(2, marks=named("other"))]
        assert asked(rows, ME) == [("R01", (1,))]
    assert asked([look(1, marks=named("my name"), act=Act.REFUSED)], ME) == []


def test_a_colleague_is_asked_about_only_without_a_task():
    known = Known(colleagues={"house": named("colleague")})
    assert asked([look(1, marks=named("colleague"), tasked=False)], known) == [("R01", (1,))]
    assert asked([look(1, marks=named("colleague"))], known) == []
    assert asked([look(1, marks=named("colleague"), tasked=False, body="other")], known) == []


def test_a_threatened_person_is_asked_about_where_no_task_says_why():
    known = Known(guarded=named("mayor"))
    assert asked([look(1, marks=named("mayor"), tasked=False)], known) == [("R02", (1,))]
    assert asked([look(1, marks=named("mayor"))], known) == []


def test_honey_is_asked_about_whatever_is_done_to_it():
    known = Known(honey=named("case:9", "nobody"))
    for more in ({"subject": "case:9"}, {"marks": named("nobody")}):
        for act in (Act.OPEN, Act.SEARCH, Act.REFUSED, Act.GLASS):
            assert asked([look(1, act=act, **more)], known) == [("R11", (1,))]


def test_the_night_is_odd_unless_somebody_declared_to_work_then():
    night = [look(n, minutes=16 * 60 + n) for n in (1, 2, 3)]
    assert asked(night) == [("R06", (1, 2, 3))]
    assert asked(night[:2]) == []
    late = Known(people={"user:1": Person(from_hour=17, until_hour=2)})
    assert asked(night, late) == []


def test_on_declared_leave_two_looks_are_asked_about():
    away = Known(people={"user:1": Person(leave=((DAY, DAY + timedelta(days=3)),))})
    assert asked([look(1), look(2)], away) == [("R06", (1, 2))]
