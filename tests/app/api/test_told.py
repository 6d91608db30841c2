"""What leaves is named: a field that is not agreed stays inside."""

from app.api import told


def test_what_is_not_named_does_not_leave():
    line = {"id": "x", "kind": "person", "label": "X", "protected": False, "roles": ()}
    assert told.Party().dump({**line, "bsn": "999990019"}) == {**line, "roles": []}


def test_every_field_of_an_answer_is_always_there():
    for name in ("CaseFile", "Clock", "CaseLine", "Party", "Dossier", "Decision", "Letter", "Move"):
        shape = getattr(told, name)()
        assert all(field.required for field in shape.fields.values()), name


def test_words_of_python_are_told_by_their_usual_names():
    assert "from" in told.Reckoning().dump({"from": "2026-03-02"})
