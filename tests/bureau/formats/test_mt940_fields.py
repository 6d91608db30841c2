import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import Limits
from bureau.formats.mt940_fields import messages

LIMITS = Limits(cell=100, rows=20)


def tags(text):
    return [[field.tag for field in message.fields] for message in messages(text, LIMITS)]


def test_headers_and_end_marks_of_banks_are_taken_off():
    ing = "0000 01INGBNL2AXXXX00001\n940 00\n:20:A\n:25:1\n-XXX\n:20:B\n-"
    assert tags(ing) == [["20", "25"], ["20"]]
    assert tags(":940:\n:20:A\n:25:1\n:20:B") == [["20", "25"], ["20"]]


def test_a_swift_envelope_is_taken_off():
    text = "{1:F01BUROXX}{2:I940}{4:\n:20:A\n:25:1\n-}\n{1:F01}{4::20:B\n-}{5:}"
    assert tags(text) == [["20", "25"], ["20"]]


def test_continued_lines_belong_to_their_field():
    (message,) = messages(":20:A\r\n:86:one\r\ntwo\r\n\r\n-three\r\n-\r\nafter", LIMITS)
    assert message.fields[1].lines == ("one", "two", "-three")
    assert message.fields[1].line == 2


def test_a_field_before_the_first_message_is_refused():
    with pytest.raises(Invalid) as caught:
        tags("\n:25:1\n:20:A")
    assert caught.value.where == {"line": 2}


@pytest.mark.parametrize("text", [":20:" + "x" * 101, "\n" * 30])
def test_lines_are_bounded_in_length_and_number(text):
    with pytest.raises(TooLarge):
        tags(text)
