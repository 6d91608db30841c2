import json
from decimal import Decimal

import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import REGISTERS
from bureau.formats.register_json import Part, read_answer


def read(body):
    return read_answer(json.dumps(body).encode(), REGISTERS)


def test_a_bare_body_and_an_envelope_are_told_apart():
    assert read({"a": "1"}).body.text("a") == "1"
    enveloped = read({"request_url": "https://x", "http_status": 200, "body": {"a": "1"}})
    assert (enveloped.request, enveloped.body.path) == ("https://x", "body")


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ({"fout": [{"code": "IPD1", "omschrijving": "Niets."}]}, "IPD1", "Niets."),
        ({"fout": []}, "0", "the question failed"),
        ({"status": 404, "title": "Weg", "code": "notFound"}, "notFound", "Weg"),
        ({"http_status": 500, "body": {}}, "500", "the question failed"),
        ({"http_status": 404, "body": {"status": 404, "title": "Weg"}}, "404", "Weg"),
    ],
)
def test_a_refusal_of_the_register_is_passed_on(body, code, words):
    with pytest.raises(Invalid) as caught:
        read(body)
    assert caught.value.params == {"words": words, "code": code}


def test_typed_access_says_where_the_type_is_wrong():
    part = Part(
        {"n": 1, "t": "a  b", "l": ["x"], "o": {}, "b": True, "d": Decimal("1.5"), "numbers": [1]},
        "top",
    )
    assert (part.text("t"), part.text("absent"), part.whole("n")) == ("a b", "", 1)
    assert (part.number("d"), part.number("absent")) == (Decimal("1.5"), None)
    assert (part.texts("l"), part.texts("absent")) == (("x",), ())
    assert part.flag("b")
    assert part.part("absent").value == {}
    for method, name in (
        *(("text", "n"), ("needed", "absent"), ("number", "t"), ("number", "b"), ("whole", "d")),
        *(("part", "l"), ("parts", "l"), ("texts", "o"), ("parts", "t"), ("texts", "numbers")),
    ):
        with pytest.raises(Invalid) as caught:
            getattr(part, method)(name)
        assert caught.value.where == {"path": f"top.{name}"}


def test_a_text_without_end_is_too_large():
    with pytest.raises(TooLarge):
        Part({"t": "x" * 10_001}, "").text("t")
