"""The file of a bound document can be read by others, and is the same every time."""

import io

import pikepdf

from reports.typefaces import stream
from reports.volume import Volume


def written(count):
    volume = Volume()
    root, pages = volume.reserve(), volume.reserve()
    volume.put(pages, b"<</Type /Pages/Kids []/Count 0>>")
    numbers = [volume.add(b"<</Number %d>>" % each) for each in range(count)]
    held = volume.add(stream(b"held"))
    kept = b" ".join(b"%d 0 R" % number for number in numbers)
    volume.put(root, b"<</Type /Catalog/Pages 2 0 R/Kept [%s]/Held %d 0 R>>" % (kept, held))
    return volume.written(root, volume.add(b"<</Title (x)>>"), "0123")


def test_every_object_is_found_again_in_however_many_bundles():
    with pikepdf.open(io.BytesIO(written(450))) as document:
        assert [int(each.Number) for each in document.Root.Kept] == list(range(450))
        assert document.Root.Held.read_bytes() == b"held"
        assert bytes(document.trailer.ID[0]) == b"\x01\x23"


def test_the_same_objects_give_the_same_bytes():
    assert written(3) == written(3)
