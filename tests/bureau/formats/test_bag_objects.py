import zipfile
from io import BytesIO

from bureau.formats.bag_objects import read_extract
from bureau.formats.guard import PAYMENTS
from tests.bureau.formats.test_bag import extract, stand

SHAPE = f"<geometrie><posList>{'1.0 ' * 50_000}</posList></geometrie>"


def test_what_holds_now_comes_first_and_shapes_are_not_kept():
    older = stand("Pand", "1", "<status>sloop</status>", "2001-01-01", "2005-01-01")
    newer = stand("Pand", "1", f"<status>gebruik</status>{SHAPE}", "2005-01-01")
    found = read_extract(extract(older, newer), PAYMENTS)
    now = found.now("Pand", "1")
    assert now.text("status") == "gebruik"
    assert (now.texts("posList"), now.refs("ligtAan")) == ([], [])
    assert found.now("Pand", "9") is None


def test_withdrawn_and_unknown_objects_are_counted():
    gone = stand("Pand", "1", "<tijdstipInactief>2020-01-01</tijdstipInactief>")
    found = read_extract(extract(gone, stand("Iets", "2")), PAYMENTS)
    assert found.stands == {}
    assert len(list(found.left.warnings())) == 2


def test_every_xml_file_of_a_zip_is_read_and_named_by_its_place():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("0221PND.xml", extract(stand("Pand", "1")))
        archive.writestr("leesmij.txt", "niets")
    found = read_extract(out.getvalue(), PAYMENTS)
    assert found.now("Pand", "1").where == {"path": "0221PND.xml: Pand 1"}
