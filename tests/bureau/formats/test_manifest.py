import json

import pytest

from bureau.errors import Invalid
from bureau.formats.manifest import check_manifest, sha256, write_manifest


def test_the_manifest_proves_the_file():
    slip = write_manifest("n.graphml", b"content", {"nodes": 2, "edges": 1}, format="graphml")
    assert check_manifest(slip, b"content") == {
        "file": "n.graphml",
        "bytes": 7,
        "sha256": sha256(b"content"),
        "counts": {"nodes": 2, "edges": 1},
        "format": "graphml",
    }


@pytest.mark.parametrize("slip", [b"[]", b"{}", json.dumps({"sha256": "0"}).encode(), b"x"])
def test_another_file_or_another_slip_is_noticed(slip):
    with pytest.raises(Invalid):
        check_manifest(slip, b"content")
