"""What is pointed out: two owners, no card, a card nobody confirmed, a day beyond it, a power."""

from datetime import date
from uuid import UUID

from bureau.model import Action, Organisation, RoleCard, RoleCardVersion, User
from bureau.operations._role_faults import faults, twice
from tests.conftest import NOW

DAY = date(2026, 3, 2)
POLICE, TAX = UUID(int=1), UUID(int=2)


def action(owner=POLICE, power="Politiewet 3", text="Look", due=DAY, assigned=POLICE):
    kind = "POLICE" if owner == POLICE else "TAX"
    return Action(
        owner_id=owner,
        owner=Organisation(kind=kind),
        power=power,
        text=text,
        due_on=due,
        assignee=User(organisation_id=assigned),
    )


def card(until=DAY, confirmed=True, *powers):
    row = RoleCardVersion(number=1, powers=list(powers or ("POLICE_TASK",)), due_on=until)
    row.confirmed_at = NOW if confirmed else None
    return RoleCard(versions=[row])


def found(row, kept=None, both=frozenset()):
    return faults(row, kept, both, DAY)


def test_an_action_within_a_confirmed_card_has_nothing_to_look_at():
    assert found(action(), card()) == ()


def test_each_thing_is_pointed_out():
    assert found(action()) == ("card_missing",)
    assert found(action(), card(confirmed=False)) == ("card_open",)
    assert found(action(due=date(2026, 4, 1)), card()) == ("card_late",)
    assert found(action(power="Sv 141"), card()) == ("power_beyond",)
    assert found(action(power="Opiumwet 13b"), card()) == ("power_foreign",)
    assert found(action(assigned=TAX), card()) == ("several_owners",)


def test_the_same_words_with_two_owners_are_one_action_with_two_owners():
    rows = [action(), action(owner=TAX, text=" LOOK", assigned=TAX), action(text="Walk")]
    assert found(rows[0], card(), twice(rows)) == ("several_owners",)
    assert found(rows[2], card(), twice(rows)) == ()
