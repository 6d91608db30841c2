"""The files that make a folder a bag."""

from dataclasses import replace

from bureau.rules.vocabulary import Track
from reports import bag
from tests.reports.samples import sample

FILES = {"data/b": b"two", "data/a": b"one"}


def test_a_manifest_has_a_line_for_each_file_in_order():
    first, second = bag.manifest(FILES).decode().splitlines()
    assert first.endswith("  data/a")
    assert second == f"{bag.sha256(b'two').hexdigest()}  data/b"


def test_it_says_for_whom_on_which_ground_what_for_and_how_much():
    said = bag.bag_info(sample(Track.CRIMINAL), "1/2", FILES).decode()
    for line in ("Payload-Oxum: 6.2", "Bagging-Date: 2026-11-20", "Copy: 1/2"):
        assert f"{line}\n" in said
    for label in ("Recipient", "Ground", "Purpose", "Recall-Contact"):
        assert f"\n{label}: " in said


def test_a_plan_for_support_says_nothing_but_its_size_and_day():
    said = bag.bag_info(sample(Track.VICTIM), "1/1", FILES).decode()
    assert [line.partition(":")[0] for line in said.splitlines()] == [
        *("Bagging-Date", "Payload-Oxum")
    ]


def test_a_text_cannot_add_a_line_of_its_own():
    made = sample(Track.CRIMINAL)
    cover = replace(made.cover, purpose="one\nCopy: 9/9\u2028two\u202ethree")
    said = bag.bag_info(replace(made, cover=cover), "1/1", FILES).decode()
    assert "Purpose: one Copy: 9/9 two three\n" in said
