"""A confined child computes and does nothing else."""

import json

import pytest

from bureau.errors import BureauError, Invalid, OutOfOrder, TooLarge
from reports.confined import Limits, run

TRY = "tests.reports.confined_try"


def test_a_child_reaches_no_network_no_program_and_no_file_of_others(monkeypatch):
    monkeypatch.setenv("BUREAU_HOME", "/secret")
    tried = json.loads(run(TRY, b""))
    assert tried == {
        "socket": "PermissionError",
        "program": "PermissionError",
        "passwords": "PermissionError",
        "database": "PermissionError",
        "own": "done",
        "settings": [],
    }


@pytest.mark.parametrize(
    ("wish", "limits"),
    [
        (b"spin", Limits(cpu_seconds=1, wall_seconds=30)),
        (b"sleep", Limits(wall_seconds=1)),
    ],
)
def test_a_child_that_takes_too_long_is_stopped(wish, limits):
    with pytest.raises(TooLarge, match="stopped"):
        run(TRY, wish, limits)


def test_a_child_that_eats_memory_ends_in_one_sentence():
    with pytest.raises(BureauError) as caught:
        run(TRY, b"eat")
    assert "Traceback" not in str(caught.value)


def test_a_request_beyond_the_limit_never_reaches_a_child():
    with pytest.raises(TooLarge, match="larger"):
        run(TRY, b"x" * 20, Limits(input_bytes=10))


@pytest.mark.parametrize(
    ("kind", "error"), [("invalid", Invalid), ("too_large", TooLarge), ("out_of_order", OutOfOrder)]
)
def test_a_refusal_of_the_child_becomes_an_error_with_its_words(kind, error):
    said = json.dumps({"kind": kind, "message": "so it is {not} filled in."})
    with pytest.raises(error, match=r"so it is \{not\} filled"):
        run(TRY, said.encode())


def test_an_unreadable_refusal_is_a_fault_of_the_house():
    with pytest.raises(OutOfOrder, match="no readable answer"):
        run(TRY, b"mumble")


def test_a_child_that_cannot_start_is_a_fault_of_the_house():
    with pytest.raises(OutOfOrder, match="unexpectedly"):
        run("tests.reports.nobody", b"")
