"""How many, how fast, in what order."""

from bureau.watch.values import Act
from tests.bureau.watch.looking import asked, look, named

HOUR, DAYLONG = 60, 24 * 60


def test_three_people_on_one_day_without_a_task():
    rows = [look(n, f"person {n}", n, tasked=False) for n in (1, 2, 3)]
    assert asked(rows) == [("R03", (1, 2, 3))]
    assert asked([look(n, "person 1", n, tasked=False) for n in (1, 2, 3)]) == []
    assert asked(rows[:2]) == []


def test_far_more_than_ones_own_usual_day():
    before = [
        look(day * 100 + n, f"p{day} {n}", (day - 12) * DAYLONG + n)
        for day in range(5, 12) for n in range(15)
    ]  # fmt: skip
    many = [look(2000 + n, f"m{n}", n) for n in range(46)]
    assert [rule for rule, _ in asked(before + many) if rule == "R04"] == ["R04"]
    assert "R04" not in [rule for rule, _ in asked(before + many[:45])]


def test_of_whom_little_is_known_only_very_many_is_asked_about():
    assert asked([look(n, f"p{n}", n / 2) for n in range(90)]) == []
    assert [rule for rule, _ in asked([look(n, f"p{n}", n / 2) for n in range(91)])] == ["R04"]


def test_names_in_the_order_of_the_alphabet_with_others_between():
    names = "abcdefxgh"
    rows = [look(n, letter, n, act=Act.SEARCH, first=letter) for n, letter in enumerate(names)]
    assert asked(rows) == [("R05", (0, 1, 2, 3, 4, 5, 7, 8))]
    assert asked(reversed_ := [look(n, c, n, first=c) for n, c in enumerate("hgfedcba")]) == []
    assert reversed_


def test_numbers_that_differ_in_their_last_sign():
    rows = [look(n, f"12{n}", n, act=Act.SEARCH, first="1", stem="12") for n in range(5)]
    assert asked(rows) == [("R05", (0, 1, 2, 3, 4))]
    assert asked(rows[:4]) == []


def test_searching_without_ever_opening():
    rows = [look(n, f"s{n}", n * 3, act=Act.SEARCH) for n in range(25)]
    assert [rule for rule, _ in asked(rows)] == ["R07"]
    opened = [look(100 + n, f"s{n}", n * 3 + 1) for n in range(10)]
    assert asked(sorted([*rows, *opened], key=lambda each: each.at)) == []


def test_three_bodies_look_up_one_person_within_two_days():
    rows = [
        look(n, "who", n * 20 * HOUR, body=f"b{n}", actor=f"u{n}", marks=named("who"), tasked=False)
        for n in range(3)
    ]
    assert asked(rows) == [("R08", (0, 1, 2))]
    assert asked(rows[:2]) == []


def test_knocking_on_a_closed_door():
    rows = [look(n, "case:9", n, act=Act.REFUSED) for n in range(3)]
    assert asked(rows) == [("R09", (0, 1, 2))]
    assert asked([look(n, f"case:{n}", n, act=Act.REFUSED) for n in range(3)]) == []


def test_taking_out_more_after_notice_than_before():
    notice = look(5, "user:1", 0, act=Act.NOTICE)
    after = [look(6 + n, minutes=10 + n, act=Act.EXPORT) for n in range(3)]
    assert asked([notice, *after]) == [("R10", (5, 6, 7, 8))]
    before = [look(n, minutes=n - 30, act=Act.EXPORT) for n in range(2)]
    assert asked([*before, notice, *after]) == []


def test_emergencies_as_a_habit():
    rows = [look(n, f"c{n}", n * DAYLONG, act=Act.GLASS, reason=f"r{n}") for n in range(3)]
    assert asked(rows) == [("R12", (0, 1, 2))]


def test_one_reason_for_everything():
    rows = [look(n, f"c{n}", n * DAYLONG, reason="because") for n in range(4)]
    assert asked(rows) == [("R13", (0, 1, 2, 3))]
    assert asked([look(n, "c1", n, reason="because") for n in range(4)]) == []
