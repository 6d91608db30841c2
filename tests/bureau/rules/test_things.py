"""Numbers of things: one way of writing, so that the same number is seen to be the same."""

import pytest

from bureau.errors import Invalid
from bureau.rules import things
from bureau.rules.vocabulary import EntityKind


@pytest.mark.parametrize(
    ("scheme", "written", "kept"),
    [
        ("phone", "+44 7700 900-123", "+447700900123"),
        ("phone", "0044 (7700) 900123", "+447700900123"),
        ("phone", "020 5550123", "+31205550123"),
        ("imei", "49-015420-323751-8", "490154203237518"),
        ("ip", "2001:0db8::0017", "2001:db8::17"),
        ("mail", " Kantoor@Example.ORG ", "kantoor@example.org"),
        ("plate", "gz-12 3b", "GZ123B"),
        ("wallet", "bc1qExampleExampleExample0", "bc1qExampleExampleExample0"),
    ],
)
def test_a_number_is_kept_in_one_way(scheme, written, kept):
    assert things.number(scheme, written) == kept


@pytest.mark.parametrize(
    ("scheme", "written"),
    [("phone", "12"), ("imei", "x"), ("ip", "300.1.1.1"), ("mail", "a b@c"), ("wallet", "kort")],
)
def test_what_cannot_be_a_number_is_refused_with_the_way_to_write_it(scheme, written):
    with pytest.raises(Invalid) as refusal:
        things.number(scheme, written)
    assert refusal.value.where["scheme"] == scheme
    assert refusal.value.hint


def test_every_thing_has_its_sorts_of_number():
    assert tuple(EntityKind)[5:] == things.THINGS
    known = {each for kind in things.THINGS for each in things.fitting_schemes(kind)}
    assert known == set(things.SCHEMES)
