"""What programs hand in agrees with what the rules and the other doors know."""

from app.api import asked
from app.forms import tokens as form
from bureau.formats import options_json, term_json
from bureau.graph import ego
from bureau.operations import tokens


def names(shape):
    return {each.data_key or name for name, each in shape().fields.items()}


def test_the_shapes_of_the_law_have_the_fields_that_their_readers_know():
    assert names(asked.TermGiven) == term_json._KNOWN
    assert names(asked.SuspensionGiven) == term_json._KNOWN_SUSPENSION
    assert names(asked.OptionsGiven) == options_json._KNOWN


def test_limits_are_those_of_the_operations():
    assert asked.MOST_HOPS == ego.MOST_HOPS
    assert form.LONGEST_DAYS == tokens.LONGEST_DAYS


def test_a_query_for_a_raw_file_asks_what_a_form_asks_and_a_name():
    assert names(asked.RawImport) ^ names(asked.FormImport) == {"filename", "file"}
