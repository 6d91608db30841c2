"""The words of a file from outside, read apart; what has none is not whole."""

import io
import zipfile

import pytest

from bureau.rules.vocabulary import Language, Track
from reports import readable
from reports.readable import Words, words

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SAID = '<w:d xmlns:w="w"><w:p><w:t>The money came in </w:t><w:t>at night.</w:t></w:p></w:d>'


def packed(body):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return written.getvalue()


@pytest.mark.pdf
def test_the_words_of_a_pdf_are_read(printed):
    found = words(printed(Track.ADMINISTRATIVE, Language.NL).pdf, "application/pdf")
    assert "Bestuurlijk dossier" in found.text


def test_an_office_document_is_read_paragraph_by_paragraph():
    assert words(packed(SAID), WORD) == Words("\nThe money came in at night.", whole=True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7 nonsense", "application/pdf"), (b"PK\x03\x04", WORD), (b"\x89PNG", "image/png")],
)
def test_what_cannot_be_read_is_not_whole(content, kind):
    assert words(content, kind) == Words("", whole=False)


def test_a_document_without_words_is_not_whole_and_a_text_is_itself():
    head = b'{"media_type": "%s"}\n' % WORD.encode()
    assert not readable.read(head + packed('<w:document xmlns:w="w"/>'))["whole"]
    assert words(b"plain", "text/plain") == Words("plain", whole=True)
