"""Two versions beside each other: nothing that changed stays unsaid, nothing else is said."""

import json

import pytest

from bureau.rules.vocabulary import Language, Track
from reports import versions
from reports.canonical import canonical_json
from reports.comparing import Change, compared
from reports.wording import texts
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


def test_a_term_that_only_ran_on_is_no_difference():
    old, new = values(), values()
    run = "Loopt: nog {} dagen, uiterlijk 7 januari 2027; streefdatum 30 december 2026."
    for each, days in ((old, 41), (new, 38)):
        each["deadlines"][0]["reasons"][0]["text"] = run.format(days)
    assert compared(old, new) == ()
    new["deadlines"][0]["reasons"][0]["text"] = run.format(38).replace("7 januari", "9 januari")
    [told] = compared(old, new)
    [(name, was, _)] = told.fields
    assert name == "reasons"
    assert was.startswith("Loopt: uiterlijk 7 januari 2027; streefdatum 30 december 2026.")
    assert ".;" not in was


def test_a_hand_over_is_told_in_words():
    old, new = values(), values()
    moved = {
        "sources": [32],
        "at": "2026-11-27T12:00:00+00:00",
        "giver": "Delta B.V.",
        "taker": "F.",
        "reason": "ingezien bij de controle",
        "sha256_before": "a" * 64,
        "sha256_after": "",
    }
    new["custody"].append(moved)
    [told] = compared(old, new)
    assert versions.said(told.item, texts(Language.NL)) == (
        "27 november 2026, 13.00 uur; Delta B.V.; F.; ingezien bij de controle"
    )


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


def test_an_amount_is_told_as_money_and_a_tie_by_the_names_at_its_ends():
    old, new = values(), values()
    new["finances"]["financing"][0]["evidenced"]["minor"] = -5
    tie = new["chart"]["ties"].pop(0)
    found = {one.section: one for one in compared(old, new)}
    assert found["finances"].fields == (("evidenced", "EUR 540000.00", "EUR -0.05"),)
    assert found["chart"].item == f"P. Zeegers {tie['relation']} Kadeland Vastgoed B.V."


def test_a_party_that_came_first_changes_no_other():
    old, new = values(), values()
    came = {**new["entities"][0], "label": "Aalscholver B.V."}
    new["entities"] = [came, *new["entities"]]
    for number, each in enumerate(new["entities"], 1):
        each["key"] = f"e{number}"
    [only] = compared(old, new)
    assert (only.section, only.change, only.item) == ("entities", Change.ADDED, "Aalscholver B.V.")


def test_a_drawing_that_moved_is_told_once():
    old, new = values(), values()
    for node in new["chart"]["nodes"]:
        node["x"] += 1
    [only] = compared(old, new)
    assert (only.section, [name for name, _, _ in only.fields]) == ("chart", ["places"])


UNTOLD = {"schema", "issuance", "minor", "x", "y"}  # told apart, or as one thing with others


@pytest.mark.parametrize("language", list(Language))
def test_every_field_of_a_dossier_has_a_word(language):
    made = [json.loads(canonical_json(sample(track))) for track in Track]
    names = {name for values in made for name in _fields(values)} - UNTOLD
    known = texts(language).keys
    kinds = ("section.{}.title", "label.{}", "field.{}")
    assert {n for n in names if not known.intersection(k.format(n) for k in kinds)} == set()


def _fields(value):
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from _fields(part)
    elif isinstance(value, list):
        for part in value:
            yield from _fields(part)


@pytest.mark.parametrize(
    ("name", "stored", "said"),
    [
        ("observed_on", "2026-05-01", "1 mei 2026"),
        ("observed_on", "2026-05", "mei 2026"),
        ("at", "2026-10-12T09:00:00+00:00", "12 oktober 2026, 11.00 uur"),
        ("evidenced", "EUR -1234.05", "€\N{NO-BREAK SPACE}\N{MINUS SIGN}1.234,05"),
        ("certainty", "confirmed", "bevestigd"),
        ("kind", "formulier", "formulier"),
        ("complete", "True", "ja"),
        ("places", "e1 0 0", ""),
        ("text", "In 2026-05 kwam er meer.", "In 2026-05 kwam er meer."),
    ],
)
def test_what_stood_in_a_field_is_said_in_words(name, stored, said):
    assert versions.value(name, stored, texts(Language.NL)) == said
