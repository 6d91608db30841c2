"""The tree grows with every transaction, and each of them is signed."""

import pytest
from sqlalchemy import func, select, text

from bureau.errors import NotFound, OutOfOrder
from bureau.model import Event, EventNode, TrailCheckpoint
from bureau.operations import cases, users
from bureau.rules.vocabulary import Language
from bureau.trust import merkle, note, tree


def tell(work_of, actors, times):
    for number in range(times):
        with work_of(actors.officer) as work:
            users.choose_language(work, tuple(Language)[number % 2])


def test_every_transaction_leaves_a_signed_root_over_all_lines(work_of, actors, sessions):
    tell(work_of, actors, 5)
    with sessions() as session:
        leaves = session.scalars(select(Event.leaf).order_by(Event.seq)).all()
        points = session.scalars(select(TrailCheckpoint)).all()
        last = tree.latest(session)
        assert last.size == len(leaves)
        assert len(points) >= 5
        for point in points:
            assert point.root == merkle.root_of(leaves[: point.size])
            assert tree.noted(point).signed(tree.key())


def test_the_nodes_that_are_kept_prove_each_line(work_of, actors, sessions):
    tell(work_of, actors, 9)
    with sessions() as session:
        last = tree.latest(session)
        node = tree.reader(session, last.size)
        for row in session.scalars(select(Event)):
            proof = merkle.inclusion(node, row.seq - 1, last.size)
            assert merkle.included(row.leaf, row.seq - 1, last.size, proof, last.root)


def test_what_is_rolled_back_leaves_a_line_of_the_refusal_alone(work_of, actors, sessions):
    tell(work_of, actors, 1)
    with sessions() as session:
        before = session.scalar(select(func.count()).select_from(EventNode))
    with pytest.raises(NotFound), work_of(actors.officer) as work:
        cases.find_case(work, "SCR-2026-NOTONE")
    with sessions() as session:
        # what was refused is a line too, in a transaction of its own
        assert session.scalar(select(func.count()).select_from(EventNode)) == before + 1
        assert session.scalar(select(func.max(Event.seq))) == tree.latest(session).size


def test_on_a_damaged_tree_nothing_more_is_written(work_of, actors, sessions):
    tell(work_of, actors, 2)
    with sessions.begin() as session:
        last = tree.latest(session).size
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ALTER TABLE event_node DISABLE TRIGGER USER"))
        else:
            session.execute(text("DROP TRIGGER event_node_no_delete"))
        session.execute(text("DELETE FROM event_node"))
    with pytest.raises(OutOfOrder), work_of(actors.officer) as work:
        users.choose_language(work, Language.NL)
    with sessions() as session:
        assert session.scalar(select(func.max(Event.seq))) == last


def test_the_name_of_the_tree_comes_from_its_key():
    assert tree.key().name.startswith("bureau-trail/")
    assert tree.key().kind == note.LOG
