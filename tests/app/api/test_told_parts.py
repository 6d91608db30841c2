"""The parts of every answer: always there, unless they may be unknown."""

from app.api import told_parts


def test_a_field_is_required_and_only_what_may_be_unknown_can_be_none():
    for part in (told_parts.uid, told_parts.day, told_parts.said, told_parts.count, told_parts.yes):
        assert part().required
        assert not part().allow_none
    assert told_parts.maybe().allow_none
    assert told_parts.maybe().required


def test_a_later_version_may_tell_more():
    class Line(told_parts.Told):
        kind = told_parts.said()

    assert Line().load({"kind": "x", "new": 1}) == {"kind": "x"}
