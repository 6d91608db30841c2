"""The slip beside an exported file."""

import json
from hashlib import sha256 as digest

from bureau.formats.manifest import sha256, write_manifest


def test_the_manifest_proves_the_file():
    slip = write_manifest("n.graphml", b"content", {"nodes": 2, "edges": 1}, format="graphml")
    assert json.loads(slip) == {
        "file": "n.graphml",
        "bytes": 7,
        "sha256": digest(b"content").hexdigest(),
        "counts": {"nodes": 2, "edges": 1},
        "format": "graphml",
    }


def test_another_content_has_another_hash():
    assert sha256(b"content") != sha256(b"content ")
