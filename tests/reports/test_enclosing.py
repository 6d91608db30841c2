"""Which originals go along: of the register, and naming nobody protected (see test_issue)."""

from reports.enclosing import NOTHING, Original, Originals, enclosed

TEXT = "text/plain"


def along(*files, barred=("mirtezonneveld",)):
    return [one.number for one in enclosed(Originals(files, frozenset(barred)))]


def test_without_anybody_protected_every_original_goes_along():
    assert along(Original(1, "image/png", b"\x89PNG"), barred=()) == [1]


def test_a_name_is_found_however_it_is_spaced():
    for body in (b"Mirte Zonneveld", b"MIRTE\nZONNEVELD", b"M i r t e - Z o n n e v e l d"):
        assert along(Original(1, TEXT, body)) == []
    assert along(Original(1, TEXT, b"Somebody else")) == [1]


def test_what_cannot_be_read_stays_behind():
    assert along(Original(1, "image/png", b"\x89PNG"), Original(2, TEXT, b"plain")) == [2]


def test_a_name_of_a_file_is_its_number_and_kind():
    [one] = enclosed(Originals((Original(4, "application/x-odd", b"x"),), frozenset()))
    assert one.path == "evidence/B4.bin"
    assert enclosed(NOTHING) == ()
