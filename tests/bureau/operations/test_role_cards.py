"""Role cards: written in versions by who may, confirmed by the organisation itself only."""

from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Case
from bureau.operations import members, parties, role_cards
from bureau.operations.sources import Learnt
from bureau.rules.events import EventKind
from tests.bureau.operations.card_desk import Cards
from tests.bureau.operations.place import add_source
from tests.bureau.operations.road import ON_SQLITE
from tests.conftest import NOW

pytestmark = ON_SQLITE


@pytest.fixture
def desk(work_of, actors):
    return Cards(work_of, actors)


def lines(desk, login="coordinator"):
    with desk.by(login) as work:
        found = role_cards.list_cards(work, desk.case)
        return {each.organisation.code: each for each in found}


def test_every_organisation_that_takes_part_is_listed_with_its_card_or_without(desk):
    desk.write("police")
    found = lines(desk)
    assert set(found) == {"havermonde", "police", "tax", "customs"}
    assert [code for code, line in found.items() if line.card] == ["police"]
    assert all(line.may_write for line in found.values())
    assert not any(line.may_confirm for line in found.values())
    own = lines(desk, "police")
    assert [code for code, line in own.items() if line.may_confirm] == ["police"]
    assert [code for code, line in own.items() if line.may_write] == ["police"]
    with pytest.raises(AccessDenied):
        lines(desk, "outsider")


def test_who_is_no_participant_reads_its_own_card_and_no_other(desk):
    with desk.by("coordinator") as work:
        members.share_case(work, desk.case, "port", "partner", "keeps the ground")
    theirs, own = desk.write("police"), desk.write("port", powers=("PORT_ORDER",), categories=())
    assert set(lines(desk, "port")) == {"port"}
    assert "port" in lines(desk, "customs")
    with desk.by("port") as work:
        assert role_cards.read_card(work, desk.case, own).may_confirm
    with pytest.raises(NotFound), desk.by("port") as work:
        role_cards.read_card(work, desk.case, theirs)


def test_only_the_organisation_itself_confirms_and_exactly_what_it_read(desk):
    card = desk.write("police")
    for login in ("coordinator", "tax"):
        with pytest.raises(NotAllowed, match="itself confirms") as refusal:
            desk.confirm(card, login)
        assert refusal.value.where["basis"] == "WGS 1.3(4)"
        assert "Ask its people" in refusal.value.hint
    desk.confirm(card, "police")
    assert desk.card(card) == (1, True)
    with pytest.raises(NotAllowed, match="confirmed already"):
        desk.confirm(card, "police")


def test_a_change_is_a_new_version_that_nobody_confirmed_yet(desk):
    card = desk.write("police")
    desk.confirm(card, "police")
    desk.write("police", number=1, reason="the tax office asked", task="Looks at two shops.")
    assert desk.card(card) == (2, False)
    with pytest.raises(Changed):
        desk.confirm(card, "police")
    desk.confirm(card, "police", 2)
    with desk.by("tax") as work:
        first, second = role_cards.read_card(work, desk.case, card).card.versions
        assert (first.number, first.task, first.reason) == (1, desk_task(), "")
        assert first.confirmed_by.login == second.confirmed_by.login == "police"
        assert (second.task, second.reason) == ("Looks at two shops.", "the tax office asked")


def desk_task():
    return "Looks at the quay and tells what is seen."


def test_a_new_version_has_a_reason_and_follows_the_newest(desk):
    desk.write("police")
    with pytest.raises(Invalid):
        desk.write("police", number=1, reason=" ")
    with pytest.raises(Changed):
        desk.write("police", number=0)


def test_the_coordinator_writes_any_card_and_a_partner_its_own(desk):
    desk.write("tax", "tax")
    with pytest.raises(AccessDenied):
        desk.write("police", "tax")
    with pytest.raises(NotFound):
        desk.write("elsewhere", powers=("POLICE_TASK",))
    with desk.by("police") as work, pytest.raises(AccessDenied):
        role_cards.begin_card(work, desk.case, desk.body("tax"))


def test_a_card_says_who_what_under_which_power_and_until_when(desk):
    for wrong in ({"owner": ""}, {"task": " "}, {"not_done": ""}, {"due_on": None}):
        with pytest.raises(Invalid):
            desk.write("police", **wrong)
    with pytest.raises(Invalid, match="lies before"):
        desk.write("police", due_on=NOW.date() - timedelta(days=1))
    with pytest.raises(Invalid, match="is no power of"):
        desk.write("police", powers=("CLOSURE_13B",))
    with pytest.raises(Invalid, match="Say which power"):
        desk.write("police", powers=())


def test_it_brings_only_what_the_phase_admits_and_nothing_under_the_municipal_regime(desk):
    desk.write("tax", categories=("TAX",))
    with pytest.raises(NotAllowed, match=r"WGS 2\.22"):
        desk.write("police", categories=("TAX",))
    with desk.by("coordinator") as work:
        case = work.session.get_one(Case, desk.case)
        case.regime = "MUNICIPAL"
        work.record(EventKind.CASE_STEPPED, case)
    with pytest.raises(NotAllowed, match="handled under"):
        desk.write("police")
    desk.write("police", categories=())


def test_nobody_protected_is_named_on_a_card(desk):
    with desk.by("coordinator") as work:
        learnt = Learnt(add_source(work, desk.case))
        told = {"given_names": "Anna", "family_name": "Beek", "protected": True}
        parties.record_person(work, desk.case, learnt, **told)
    with pytest.raises(Invalid, match="protected"):
        desk.write("police", task="Talks with Anna Beek.")
