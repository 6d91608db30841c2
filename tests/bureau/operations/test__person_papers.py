"""What is told about papers: the letters as they read, the documents without named readers."""

from bureau.operations import documents
from tests.bureau.operations.letter_desk import send
from tests.bureau.operations.road import ON_SQLITE
from tests.bureau.operations.test__person_parts import parts

pytestmark = ON_SQLITE


def test_a_letter_is_told_as_it_read_and_a_document_by_its_title(road):
    road.to_own()
    send(road, "receipt", day="03-12")
    with road.by("officer", "03-13") as work:
        documents.add_document(work, road.id, "x.txt", b"x", title="Geheim", kind="advice",
                               restricted=True)  # fmt: skip
    found = parts(road, "03-14")
    [letter] = found["letters"]
    assert (letter["letter"], letter["sent_on"]) == ("receipt", "2026-03-12")
    assert "aanvraag" in letter["text"]
    assert "Geheim" not in {row["title"] for row in found["documents"]}
    assert found["recipients"] == []
