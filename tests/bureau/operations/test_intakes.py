"""A posted form: all of it or nothing, for the form or the supplement that is out."""

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed
from bureau.operations import intakes, supplements
from bureau.operations.case_files import read_case
from bureau.operations.intakes import PostedFile
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
KVK = PostedFile("DC02", "kvk.pdf", b"%PDF-1.7 fictional")


def take(road, answers, files=(), login="officer", day="03-09"):
    with road.by(login, day) as work:
        return intakes.take_form(work, road.id, "2024", answers, files)


def test_a_form_is_kept_and_counts_as_returned(road):
    road.to_form()
    done = take(road, {"Q02.01": "1000"}, [KVK])
    assert (done.kind, done.answers, done.documents[0].code) == ("form", 1, "DC02")
    assert {"Q01.01", "DC01"} <= set(done.missing)
    assert {"Q02.01", "DC02"}.isdisjoint(done.missing)
    with pytest.raises(NotAllowed):
        take(road, {"Q02.01": "1"})


def test_a_wrong_file_leaves_the_answers_as_they_were(road):
    road.to_form()
    with pytest.raises(Invalid) as refusal:
        take(road, {"Q02.01": "1000"}, [KVK, PostedFile("DC02", "x", b"")])
    assert refusal.value.where["path"] == "documents.1.content_base64"
    with road.by("officer", "03-09") as work:
        file = read_case(work, road.id)
        assert all(not answer.text for form in file.questionnaires for answer in form.answers)


def test_a_supplement_takes_only_what_was_asked(road):
    road.to_returned(left_out=("DC02",))
    with road.by("officer", "03-10") as work:
        supplements.ask_supplement(work, road.id, "one gap")
    with pytest.raises(Invalid):
        take(road, {"Q02.01": "1"}, day="03-11")
    assert take(road, {}, [KVK], day="03-11").kind == "supplement"


@pytest.mark.parametrize("login", ["second", "mayor", "outsider"])
def test_only_who_may_take_a_step_takes_a_form_in(road, login):
    road.to_form()
    with pytest.raises(AccessDenied):
        take(road, {}, login=login)
