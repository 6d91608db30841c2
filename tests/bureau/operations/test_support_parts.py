"""At the steps of a support file what keeps somebody safe is recorded first."""

from datetime import timedelta

import pytest

from bureau.errors import Invalid, NotAllowed
from bureau.operations import referrals, support_parts, supports
from bureau.rules.support import LAST
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE
SAFE = {"danger": "no", "police": "no", "minor": "yes", "child_help": "yes", "children": "no"}
TALK = {"alone": "yes", "interpreter": "outside", "spoken": "Pools"}


@pytest.fixture
def file(work_of, actors):
    with work_of(actors.care) as work:
        return supports.open_file(work, "Meerkoet", "", "").id


def step(work_of, actors, key, target):
    with work_of(actors.care) as work:
        found = work.support_file(key, "support.edit")
        supports.step_file(work, key, found.version, target, "she agrees")


def record(work_of, actors, key, part, answers):
    with work_of(actors.care) as work:
        support_parts.record_part(work, key, part, answers)


def test_the_triage_comes_before_the_talk_and_the_talk_before_what_follows(work_of, actors, file):
    step(work_of, actors, file, "triage")
    with pytest.raises(NotAllowed) as refusal:
        step(work_of, actors, file, "talk")
    assert refusal.value.where["guard"] == "triage"
    record(work_of, actors, file, "triage", SAFE)
    step(work_of, actors, file, "talk")
    with pytest.raises(NotAllowed):
        step(work_of, actors, file, "referral")
    record(work_of, actors, file, "talk", TALK)
    step(work_of, actors, file, "referral")
    with work_of(actors.care) as work:
        view = supports.read_file(work, file)
        assert (view.file.minor, view.parts["talk"]["spoken"]) == (True, "Pools")


def test_shelter_and_registration_wait_for_consent(work_of, actors, file):
    step(work_of, actors, file, "triage")
    record(work_of, actors, file, "triage", SAFE)
    step(work_of, actors, file, "referral")
    for target in ("registration", "shelter"):
        with pytest.raises(NotAllowed) as refusal:
            step(work_of, actors, file, target)
        assert refusal.value.where["guard"] == "consent"
    with work_of(actors.care) as work:
        supports.record_consent(work, file, "a place", "CoMensha", "in a talk", "Pools", "shelter")
    step(work_of, actors, file, "shelter")


@pytest.mark.parametrize("unsafe", [{"alone": "no"}, {"interpreter": "network"}])
def test_a_talk_that_is_not_safe_is_stopped_with_what_to_do(work_of, actors, file, unsafe):
    with pytest.raises(NotAllowed) as refusal:
        record(work_of, actors, file, "talk", TALK | unsafe)
    assert refusal.value.where["guard"] == "safety"
    assert refusal.value.hint


@pytest.mark.parametrize(
    ("part", "answers"),
    [
        ("triage", SAFE | {"danger": "perhaps"}),
        ("talk", TALK | {"spoken": " "}),
        ("talk", TALK | {"spoken": "x\0"}),
        ("permit", {"from": "2026-03-01", "until": "2026-02-01"}),
        ("permit", {"from": "soon", "until": "2026-02-01"}),
        ("score", {}),
    ],
)
def test_what_cannot_be_an_answer_is_refused(work_of, actors, file, part, answers):
    with pytest.raises(Invalid):
        record(work_of, actors, file, part, answers)


def test_the_terms_run_and_the_nearest_stands_first(work_of, actors, file):
    permit = {"from": "2026-03-01", "until": "2027-03-01", "review": "2026-09-01"}
    record(work_of, actors, file, "permit", permit)
    with work_of(actors.care) as work:
        clocks = supports.read_file(work, file).clocks
    assert [clock.code for clock in clocks] == ["permit_review", "permit"]


def test_the_usual_step_does_not_close(work_of, actors, file):
    with pytest.raises(NotAllowed):
        step(work_of, actors, file, LAST)


def waiting(work_of, user):
    with work_of(user) as work:
        return support_parts.list_waiting(work)


def test_a_recall_that_nobody_passed_on_waits_for_the_helpers_of_the_file(work_of, actors, file):
    assert waiting(work_of, actors.care) == {}
    with work_of(actors.care) as work:
        agreed = supports.record_consent(
            work, file, "a bed", "CoMensha", "in a talk", "Pools", "shelter"
        )
        made = referrals.refer(work, file, "shelter", "CoMensha", "a bed for one").id
        referrals.withdraw_consent(work, file, agreed.id)
    assert waiting(work_of, actors.care)[file].untold == ("CoMensha",)
    with work_of(actors.care) as work:
        assert [row.id for row in supports.read_file(work, file).file.untold] == [made]
        referrals.tell_recall(work, file, made)
    assert waiting(work_of, actors.care) == {}


def test_a_term_waits_when_its_end_is_near_and_not_before_or_after(work_of, actors, file):
    with work_of(actors.care) as work:
        today = work.today
    days = [(today + timedelta(days=n)).isoformat() for n in (-1, 14, 15)]
    permit = {"from": "2020-03-01", "until": days[2], "review": days[1]}
    record(work_of, actors, file, "permit", permit)
    (clock,) = waiting(work_of, actors.care)[file].ending
    assert (clock.code, clock.left) == ("permit_review", 14)
    record(work_of, actors, file, "permit", permit | {"review": days[0]})
    assert waiting(work_of, actors.care) == {}
