"""A file is taken away: a browser never shows it inside a page."""

from app.answers import file_of


def test_a_file_keeps_its_bytes_kind_and_name():
    answer = file_of(b"\x00\xff", "application/pdf", "one.pdf")
    assert answer.get_data() == b"\x00\xff"
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="one.pdf"'


def test_a_page_in_a_file_is_not_a_page_of_the_house():
    answer = file_of(b"<script>alert(1)</script>", "text/html", "note.html")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
