"""A crew of confined children: all work is done once, and one failure ends it in one sentence."""

import pytest

from bureau.errors import Invalid, OutOfOrder, TooLarge
from reports.confined import Limits
from reports.crew import Crew

TRY = "tests.reports.crew_try"


def crew(hands=1, **limits):
    return Crew(TRY, b"shared", Limits(**limits), hands)


def test_every_request_is_answered_once_and_children_go_on_working():
    answers = {}
    with crew(hands=2) as two:
        two.work([b"a", b"b", b"c"], answers.__setitem__)
        two.work([b"d"], lambda at, said: answers.__setitem__(at + 3, said))
    assert [answers[at].split()[0] for at in range(4)] == [b"a", b"b", b"c", b"d"]
    assert max(int(said.split()[1]) for said in answers.values()) >= 2


@pytest.mark.parametrize(
    ("wish", "error", "words"),
    [
        (b"refuse", Invalid, "not wanted"),
        (b"vanish", OutOfOrder, "unexpectedly"),
        (b"sleep", TooLarge, "stopped"),
    ],
)
def test_a_failure_is_told_and_nothing_more_is_done(wish, error, words):
    answers = {}
    with crew(wall_seconds=2) as one, pytest.raises(error, match=words):
        one.work([wish, b"never"], answers.__setitem__)
    assert answers == {}


def test_an_answer_beyond_the_limit_is_not_read():
    with crew(file_bytes=3) as one, pytest.raises(TooLarge):
        one.work([b"a long word"], lambda _at, _said: None)


def test_without_work_nothing_is_asked():
    with crew() as nobody:
        nobody.work([], lambda _at, _said: None)
