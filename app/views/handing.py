"""Handing out a file with the digest by which the receiver can check it."""

import io
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Response

from bureau.operations.networks import ExportedNetwork


def handed_out(found: ExportedNetwork, *, with_manifest: bool = False) -> Response:
    """The file as an answer that is saved, not shown; with its manifest both stand in one ZIP."""
    if with_manifest:
        content = _both(found)
        return _saved(
            f"{found.filename}.zip", "application/zip", content, sha256(content).hexdigest()
        )
    return _saved(found.filename, found.media_type, found.content, found.sha256)


def _both(found: ExportedNetwork) -> bytes:
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as folder:
        folder.writestr(found.filename, found.content)
        folder.writestr(f"{found.filename}.manifest.json", found.manifest)
    return kept.getvalue()


def _saved(name: str, media_type: str, content: bytes, digest: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Digest"] = f"sha-256={digest}"
    return response
