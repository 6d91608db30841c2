"""Two versions beside each other: nothing that changed stays unsaid, nothing else is said."""

import json

from bureau.rules.vocabulary import Language, Track
from reports.canonical import canonical_json
from reports.comparing import Change, compared
from tests.reports.samples import sample


def values():
    return json.loads(canonical_json(sample(Track.CRIMINAL, Language.NL)))


def test_the_same_version_has_no_difference():
    assert compared(values(), values()) == ()


def test_what_was_added_removed_and_changed_is_told_item_by_item():
    old, new = values(), values()
    gone = new["statements"].pop()
    new["statements"][0]["text"] = "Anders gezegd."
    new["evidence"].append({**new["evidence"][0], "number": 99, "evidence_id": "B99"})
    found = {(one.section, one.change): one for one in compared(old, new)}
    assert len(found) == 3
    changed = found["statements", Change.CHANGED]
    assert changed.fields == (("text", old["statements"][0]["text"], "Anders gezegd."),)
    assert gone["text"] in found["statements", Change.REMOVED].item
    assert found["evidence", Change.ADDED].item.startswith("99 ")


def test_an_item_that_moved_is_no_difference():
    old, new = values(), values()
    new["timeline"] = [*new["timeline"][1:], new["timeline"][0]]
    assert compared(old, new) == ()


def test_a_part_with_lists_is_compared_inside():
    old, new = values(), values()
    new["summary"]["unknown"].append("Wie de sleutel had.")
    new["finances"]["applied_on"] = "2026-03-01"
    found = compared(old, new)
    assert {(one.section, one.change, one.item) for one in found} == {
        ("summary", Change.ADDED, "Wie de sleutel had."),
        ("finances", Change.CHANGED, ""),
    }


def test_a_section_that_came_or_went_is_told():
    old, new = values(), values()
    new["chart"] = None
    old["status_note"], new["status_note"] = "eerst", "nu"
    found = {one.section: one for one in compared(old, new)}
    assert found["chart"].change is Change.REMOVED
    assert found["status_note"].fields == (("", "eerst", "nu"),)
    back = {one.section: one for one in compared(new, old)}
    assert back["chart"].change is Change.ADDED


def test_the_issuance_of_a_copy_is_no_difference_of_content():
    old, new = values(), values()
    new["issuance"] = None
    assert compared(old, new) == ()
