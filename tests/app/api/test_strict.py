"""Fields that take a value in one form only."""

import pytest
from marshmallow import fields
from werkzeug.datastructures import FileStorage

from app.api.strict import Day, Flag, Id, Nothing, Strict, Sure, Upload, Whole, taken
from bureau.errors import Invalid

UUID = "0b1c2d3e-0000-4000-8000-00000000000a"


class Shape(Strict):
    """One field of each kind."""

    whole, flag, sure, day, id, file = Whole(), Flag(), Sure(), Day(), Id(), Upload()
    inner = fields.List(fields.Nested(Nothing))


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("whole", "012", 12),
        ("flag", "true", True),
        ("flag", "false", False),
        ("sure", False, False),
        ("day", "2026-03-02", "2026-03-02"),
        ("id", UUID, UUID),
    ],
)
def test_the_agreed_form_is_taken(name, given, found):
    made = taken(Shape, {name: given}, "body")[name]
    assert made == found or str(made) == found


@pytest.mark.parametrize(
    ("name", "given"),
    [
        *(("whole", each) for each in (1, "-1", "+1", " 1", "1 ", "1_0", "1e3", "٣", "", None)),
        *(("flag", each) for each in (True, "1", "yes", "True", "", None)),
        *(("sure", each) for each in (1, 0, "true", None, [])),
        *(("day", each) for each in ("20260302", "2026-W10-1", "2026-02-30", "1800-01-01", 1)),
        *(("id", each) for each in (UUID.upper(), "{" + UUID + "}", UUID.replace("-", ""), 1)),
        *(("file", each) for each in ("content", b"content", None)),
        ("colour", "red"),
    ],
)
def test_any_other_form_is_refused_with_its_place(name, given):
    with pytest.raises(Invalid) as refusal:
        taken(Shape, {name: given}, "body")
    assert refusal.value.where == {"in": "body", "path": name}


def test_a_file_is_taken():
    file = FileStorage()
    assert taken(Shape, {"file": file}, "form")["file"] is file


def test_the_place_of_a_nested_field_is_its_path():
    with pytest.raises(Invalid) as refusal:
        taken(Shape, {"inner": [{}, {"x": 1}]}, "body")
    assert refusal.value.where["path"] == "inner.1.x"


@pytest.mark.parametrize("given", [None, [], "x", 1])
def test_what_is_no_object_is_refused(given):
    with pytest.raises(Invalid) as refusal:
        taken(Shape, given, "body")
    assert refusal.value.where["path"] == "$"
