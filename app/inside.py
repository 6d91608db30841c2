"""Where a visitor goes on to: only to a path of this house."""

from urllib.parse import urlsplit

from flask import url_for

FIRST_VISIBLE = "!"  # whatever comes before it breaks a line or a header


def inside(target: str) -> str:
    """`target` when it is a path of this house, else the home page: no way out by a link."""
    odd = any(letter < FIRST_VISIBLE or letter == "\\" for letter in target)
    if odd or not target.startswith("/") or target.startswith("//"):
        return url_for("home.show")
    try:
        parts = urlsplit(target)
    except ValueError:
        return url_for("home.show")
    return url_for("home.show") if parts.netloc or parts.scheme else target
