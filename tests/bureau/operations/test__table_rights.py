"""Rights at a table, on bare records: the room sees the intersection, an empty room nothing."""

from uuid import uuid4

from bureau.model import AgendaItem, Contribution, ContributionReader, Seat, User
from bureau.operations._table_rights import for_all, in_room, readable, things

BODY = uuid4()


def seat(body=BODY, **more):
    return Seat(id=uuid4(), user=User(organisation_id=body), user_id=uuid4(), **more)


def item_of(*seats):
    return AgendaItem(seats=list(seats))


def brought(item, body, *readers):
    row = Contribution(organisation_id=body, item=item)
    row.readers = [ContributionReader(seat_id=one.id) for one in readers]
    return row


def test_a_room_sees_what_all_in_it_may_and_an_empty_one_nothing():
    one, two = seat(uuid4()), seat(uuid4())
    item = item_of(one, two)
    both, only = brought(item, BODY, one, two), brought(item, BODY, one)
    assert set(things(item)) == {both, only}
    assert for_all([one, two], item) == (both,)
    assert for_all([one], item) == (both, only)
    assert for_all([], item) == ()


def test_who_left_keeps_what_the_own_house_brought():
    away = seat(declaration="left_room", attended=True)
    item = item_of(away, seat(uuid4(), attended=True))
    own = brought(item, BODY)
    brought(item, uuid4(), away)
    assert readable(away, item) == (own,)
    assert in_room(item) == (item.seats[1],)
