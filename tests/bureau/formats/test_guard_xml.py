import pytest

from bureau.errors import Invalid, TooLarge
from bureau.formats.guard import PAYMENTS, Limits
from bureau.formats.guard_xml import parse

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ATTACKS = {
    "outside file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
    "outside address": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]><x/>',
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>',
    "quadratic blow-up": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><x>{"&a;" * 5_000}</x>',
    "bare document type": "<!DOCTYPE x><x/>",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_document_types_and_entities_are_never_read(attack):
    with pytest.raises(Invalid) as caught:
        parse(ATTACKS[attack].encode(), PAYMENTS)
    assert caught.value.where == {"path": "DOCTYPE"}
    assert caught.value.hint


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (b"<a>" * 200_000, PAYMENTS),
        (b"<a>" + b"<b/>" * 11 + b"</a>", Limits(elements=10)),
        (b"<a>" + b"x" * 11 + b"</a>", Limits(cell=10)),
        (b"<a b='" + b"x" * 11 + b"'/>", Limits(cell=10)),
        (b"<a/>", Limits(size=3)),
        (b"<a " + b" ".join(b'b%d=""' % n for n in range(20_000)) + b"/>", PAYMENTS),
    ],
)
def test_depth_count_and_length_are_bounded(content, limits):
    with pytest.raises(TooLarge) as caught:
        parse(content, limits)
    assert caught.value.where
    assert caught.value.hint


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"<a>\n<b></a>", {"line": 2}),
        (b"<a>&nope;</a>", {"line": 1}),
        (b"no xml", {"line": 1}),
        (b"<a/><b/>", {"line": 1}),
        (b"<a>\x01</a>", {"line": 1}),
        (b"<?xml version='1.0'?>", {"line": 1}),
        ("<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode(), {"line": 1}),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode(), {"line": 1}),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".encode("latin-1"), {"byte": 46}),
        ("<a/>".encode("utf-16"), {"byte": 0}),
    ],
)
def test_what_is_not_sound_xml_is_refused_at_its_place(content, where):
    with pytest.raises(Invalid) as caught:
        parse(content, PAYMENTS)
    assert caught.value.where == where


def test_plain_text_under_another_declared_set_means_the_same():
    root = parse(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>plain</a>", PAYMENTS)
    assert root.text == "plain"


def test_a_mark_and_letters_of_all_scripts_are_kept():
    assert parse("<a>é שלום</a>".encode("utf-8-sig"), PAYMENTS).text == "é שלום"


def test_what_is_left_out_is_counted_and_empty():
    root = parse(b"<a><shape>x<b>1</b></shape><c>2</c></a>", PAYMENTS, frozenset({"shape"}))
    assert [(each.tag, each.text) for each in root] == [("shape", None), ("c", "2")]
    with pytest.raises(TooLarge):
        parse(b"<a><shape><b/></shape></a>", Limits(elements=2), frozenset({"shape"}))
