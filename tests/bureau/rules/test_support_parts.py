"""The parts ask nothing that may not be in a support file, and every purpose has an alternative."""

from bureau.rules.support import insist_safe, support_states
from bureau.rules.support_parts import checked, purposes, ringing, support_alarms, support_parts

NEVER = ("nation", "origin", "ethnic", "status", "score", "suspect", "verdacht", "risico")


def test_no_part_asks_what_may_never_be_kept():
    for part in support_parts():
        for field in part.fields:
            asked = f"{field.code} {field.name.en} {field.name.nl}".lower()
            assert not [word for word in NEVER if word in asked], field.code


def test_what_is_refused_says_what_to_do_instead():
    for part in support_parts():
        for field in part.fields:
            assert bool(field.refused) == bool(field.instead.en)
            assert set(field.refused) < set(field.options) or not field.refused


def test_states_need_parts_and_consents_that_there_are():
    for state in support_states():
        assert set(state.needs) <= set(support_parts().codes())
        assert not state.consent or state.consent in purposes().codes()


def test_answers_come_back_without_blanks():
    part = support_parts().row("talk", support_parts().rows[0].valid_from)
    given = {"alone": "yes", "interpreter": "not_needed", "spoken": " Nederlands "}
    assert checked(part, given)["spoken"] == "Nederlands"


def test_an_alarm_asks_questions_that_there_are_and_says_what_to_do():
    for row in support_alarms():
        asked = {
            field.code: field for field in support_parts().row(row.part, row.valid_from).fields
        }
        assert row.answer in asked[row.field].options
        assert row.in_words or "yes" in asked[row.first].options
        assert bool(asked[row.first].options) is not row.in_words
        assert row.now.en
        assert row.now.nl


def test_danger_rings_until_somebody_was_called_and_a_minor_until_help_was_asked():
    day = support_alarms().rows[0].valid_from
    both = {"danger": "yes", "police": "no", "minor": "yes"}
    rung = [row.code for row in ringing({"triage": both}, day)]
    assert rung == ["danger", "minor"]
    calm = both | {"police": "yes", "child_help": "yes"}
    assert ringing({"triage": calm}, day) == ringing({}, day) == ()


def test_what_is_not_known_yet_reminds_and_stops_nothing():
    day = support_alarms().rows[0].valid_from
    unknown = {"danger": "unknown", "minor": "unknown", "children": "yes", "children_safe": ""}
    rung = ringing({"triage": unknown}, day)
    assert [row.code for row in rung] == ["danger_unknown", "minor_unknown", "children_safe"]
    insist_safe("talk", {"triage": unknown}, day)
    known = {"danger": "no", "minor": "no", "children": "yes", "children_safe": "with an aunt"}
    assert ringing({"triage": known}, day) == ()
