"""Answers that are not pages."""

from flask import Response


def file_of(content: bytes, media_type: str, name: str) -> Response:
    """`content` as a file to take away, never shown inside a page."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
