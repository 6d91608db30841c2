"""An original that goes along keeps the name of nobody."""

from reports.values.enclosure import Enclosure


def test_its_path_is_its_number_and_kind():
    made = Enclosure(3, ".pdf", b"secret")
    assert made.path == "evidence/B3.pdf"
    assert "secret" not in repr(made)
