"""A letter without ink, for where only it matters that one went along."""

from hashlib import sha256

from reports import outgoing
from reports.sheet import PrintedSheet

LETTER = b"%PDF-1.7\nletter"


def unwritten(monkeypatch):
    """Let no letter be printed: that takes a second and is proved once."""
    made = PrintedSheet(LETTER, 1, sha256(LETTER).hexdigest(), "0" * 64, "letter.pdf")
    monkeypatch.setattr(outgoing.summary_letter, "printed", lambda *_: made)
