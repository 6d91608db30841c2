"""What makes a hit is asked once for all hits of a case."""

from sqlalchemy import event

from reports.assembly.proofs import proof


def test_all_hits_are_proved_by_what_was_asked_once(rich):
    asked = []
    with rich.file() as file:
        engine = file.work.session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        found = [proof(file, hit) for hit in file.hits]
        once = len(asked)
        assert [proof(file, hit) for hit in file.hits] == found
        assert len(asked) == once
        assert any(one.sources for one in found)
