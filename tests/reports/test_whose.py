"""A house knows its own keys: what others sealed in its name it does not call in order."""

import pytest

from bureau import keys
from bureau.rules.vocabulary import Track
from bureau.trust import tree
from reports import checking, verify, whose
from tests.reports import sealing
from tests.reports.forging import forged
from tests.reports.sealing import inside

pytestmark = pytest.mark.pdf
KEYS = {"trail key", "certificate"}


@pytest.fixture
def house():
    """The house that sealed the packages."""
    keys.hold(sealing.RING)
    return whose.here()


@pytest.fixture
def checks(tmp_path):
    """The checks of a package, by name."""

    def read(content, house):
        (tmp_path / "package").write_bytes(content)
        return {one.name: one for one in checking.checks_of(tmp_path / "package", house)}

    return read


def told(checks):
    """What is wrong, and what a person has to compare."""
    wrong = {name for name, one in checks.items() if not one.ok}
    return wrong, {name for name, one in checks.items() if one.compare}


def in_other_words(content):
    custody = inside(content)["data/custody.csv"]
    return {"data/custody.csv": custody + b"Somebody else,,,\n"}


def test_the_own_package_is_known_by_its_keys(packages, house, checks):
    found = checks(packages(Track.CRIMINAL), house)
    assert told(found) == (set(), set())
    assert all(found[name].detail.endswith("this house's") for name in KEYS)
    assert told(checks(inside(packages(Track.CRIMINAL))[verify.PDF], house)) == (set(), set())


@pytest.mark.parametrize("name", [None, "bureau-trail/0123456789abcdef"])
def test_a_package_forged_with_another_key_is_not_in_order(packages, house, checks, name):
    whole = packages(Track.CRIMINAL)
    found = checks(forged(whole, in_other_words(whole), name), house)
    assert "trail key" in told(found)[0]
    assert found["trail key"].detail.startswith("signed by a key that is not this house's")


def test_of_another_house_one_is_told_to_compare(packages, house, checks):
    keys.hold(keys.KeyRing.fresh())
    other = whose.House(str(tree.key()), "0" * 64, "CN=Another house")
    found = checks(packages(Track.VICTIM), other)
    assert told(found) == (set(), KEYS)
    assert all("does not know" in found[name].detail for name in KEYS)


def test_where_no_house_is_somebody_has_to_compare_too(packages, house, checks, tmp_path):
    assert whose.at(tmp_path / "nothing") is None
    assert told(checks(packages(Track.VICTIM), None)) == (set(), KEYS)


def test_pages_of_an_earlier_certificate_are_those_of_the_trail(packages, house, checks):
    later = whose.House(house.trail_key, "0" * 64, house.subject)
    assert told(checks(packages(Track.VICTIM), later)) == (set(), set())
    alone = checks(inside(packages(Track.VICTIM))[verify.PDF], later)
    assert told(alone) == (set(), {"certificate"})
    assert "not the one of today" in alone["certificate"].detail


def test_the_keys_of_a_house_are_read_and_none_is_made(house, tmp_path):
    empty = tmp_path / "keys"
    empty.mkdir()
    assert whose.at(empty) is None
    assert list(empty.iterdir()) == []
    keys.KeyRing.load(empty)
    before = sorted(empty.iterdir())
    assert whose.at(empty) == whose.here() == whose.House(str(tree.key()))
    assert sorted(empty.iterdir()) == before
    (empty / "trail.key").chmod(0o600)
    (empty / "trail.key").write_text("damaged")
    assert whose.at(empty) is None
