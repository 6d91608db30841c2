"""Days as people read them, as exact as they are known."""

import re
from datetime import date

from flask_babel import format_date

_KNOWN = re.compile(r"\d{4}-\d\d(-\d\d)?", re.ASCII)


def day(value: date | str, form: str = "d MMM yyyy") -> str:
    """A day in the words of the reader, also one that is kept as text, as exact as it is known.

    A text that is no day (YYYY-MM-DD) and no month (YYYY-MM) stays as it is.
    """
    if not isinstance(value, str):
        return str(format_date(value, form))
    found = _KNOWN.fullmatch(value)
    if not found:
        return value
    try:
        first = date.fromisoformat(value if found[1] else f"{value}-01")
    except ValueError:
        return value
    return str(format_date(first, form if found[1] else "MMM yyyy"))
