"""Reading a PDF back: its words per page, its attachment, its particulars."""

import io

import pikepdf
import pypdfium2


def pages(pdf: bytes) -> list[str]:
    """The words of each page, as a reader would copy them, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.replace("￾", "").split()) for text in texts]


def attachment(pdf: bytes) -> tuple[str, bytes]:
    """The name and the bytes of the only embedded file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        [(name, spec)] = document.attachments.items()
        return name, spec.get_file().read_bytes()


def particulars(pdf: bytes) -> dict[str, str]:
    """Title, author and dates as the file states them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(key): str(value) for key, value in document.docinfo.items()}


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from one) of each bookmark."""
    document = pypdfium2.PdfDocument(pdf)
    found = [
        (mark.level, mark.get_title(), (mark.get_dest().get_index() or 0) + 1)
        for mark in document.get_toc()
    ]
    document.close()
    return found
