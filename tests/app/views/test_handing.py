"""A file leaves with its name and digest."""

import io
from hashlib import sha256
from zipfile import ZipFile

from app.views.handing import handed_out
from bureau.operations.networks import ExportedNetwork


def test_the_file_is_saved_and_can_be_checked(app):
    found = ExportedNetwork("a.csv", "text/csv", b"id", b"{}", 0, 1, "f" * 64)
    with app.test_request_context():
        answer = handed_out(found)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.csv"'
    assert answer.headers["Digest"] == f"sha-256={'f' * 64}"
    assert answer.mimetype == "text/csv"


def test_file_and_manifest_leave_together(app):
    found = ExportedNetwork("a.csv", "text/csv", b"id", b"{}", 0, 1, "f" * 64)
    with app.test_request_context():
        answer = handed_out(found, with_manifest=True)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="a.csv.zip"'
    assert answer.headers["Digest"] == f"sha-256={sha256(answer.data).hexdigest()}"
    with ZipFile(io.BytesIO(answer.data)) as folder:
        told = {name: folder.read(name) for name in folder.namelist()}
    assert told == {"a.csv": b"id", "a.csv.manifest.json": b"{}"}
