"""Text that a spreadsheet would run as a formula is made plain text, and can be read back.

A spreadsheet may also cut a cell at another delimiter than the file's: what follows one inside a
text is guarded too.
"""

import re

_RISK = re.compile(r"(^|[,;\t\r\n])(?='*[=+\-@\t\r])")
_GUARDED = re.compile(r"(^|[,;\t\r\n])'(?='*[=+\-@\t\r])")


def guarded(text: str) -> str:
    """The text with an apostrophe before whatever could begin a formula."""
    return _RISK.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return _GUARDED.sub(r"\1", text) if "'" in text else text
