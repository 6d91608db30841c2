"""Proves that a host of packages in a file of ours is seen."""

from tests.tools import addresses


def test_no_file_of_ours_names_a_host_of_packages_or_a_place_on_a_machine():
    assert addresses.found() == {}


def test_the_check_sees_a_host_and_a_place():
    assert addresses.in_text("see https://py" + "pi.org/simple")
    assert addresses.in_text("in /op" + "t/wheels")
    assert addresses.in_text("from file:///op" + "t/wheels")
    assert not addresses.in_text("a network in the box: app/ro" + "ot/x")


def test_the_check_sees_an_address_in_a_lock(tmp_path):
    lock = tmp_path / "runtime.txt"
    lock.write_text("--index-url https://mirror.example/simple\nflask==3.1.3\n")
    assert addresses.in_lock(lock) == ["://", "--index-url"]
    lock = tmp_path / "package-lock.json"
    lock.write_text('{"packages": {"x": {"resolved": "https://mirror.example/x.tgz"}}}')
    assert addresses.in_lock(lock) == ["resolved"]
