"""What was seen of the trail is remembered beside the database, and missed where it is gone."""

import pytest

from bureau.errors import OutOfOrder
from bureau.operations import users
from bureau.rules.vocabulary import Language
from bureau.trust import head, note, tree
from bureau.trust.note import Checkpoint, Note


@pytest.fixture
def told(work_of, actors, sessions):
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    return sessions


def signed(size, root):
    point = Checkpoint(tree.key().name, size, root)
    return Note(point.text, (note.sign(tree.keys.trail_key(), point.origin, point.text),))


def last(sessions):
    with sessions() as session:
        return tree.noted(tree.latest(session))


def test_nothing_is_missed_where_nothing_was_seen(told, tmp_path):
    head.insist(told, tmp_path / "trail")


def test_what_was_seen_and_is_there_is_not_missed(told, tmp_path):
    head.remember(tmp_path, head.LAST, last(told))
    head.remember(tmp_path, head.LAST, last(told))
    head.insist(told, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [head.LAST]


@pytest.mark.parametrize(("size", "root"), [(99, bytes(32)), (1, bytes(32))])
def test_what_was_seen_and_is_gone_or_another_is_missed(told, tmp_path, size, root):
    head.remember(tmp_path, head.WITNESSED, signed(size, root))
    with pytest.raises(OutOfOrder) as refusal:
        head.insist(told, tmp_path)
    assert str(size) in str(refusal.value)


@pytest.mark.parametrize("content", ["", "x", "a\n1\nAAAA\n\n\N{EM DASH} a AAAAAAAAAA==\n"])
def test_a_damaged_memory_is_no_memory_but_a_fault(told, tmp_path, content):
    (tmp_path / head.LAST).write_text(content)
    with pytest.raises(OutOfOrder):
        head.insist(told, tmp_path)


def test_what_another_key_signed_counts_as_damaged(told, tmp_path):
    noted = last(told)
    raw = noted.signatures[0].raw[:-1] + bytes([noted.signatures[0].raw[-1] ^ 1])
    altered = Note(noted.text, (note.Signature(tree.key().name, raw),))
    head.remember(tmp_path, head.LAST, altered)
    with pytest.raises(OutOfOrder):
        head.insist(told, tmp_path)


def test_an_answer_that_comes_late_takes_back_nothing_that_was_seen(told, tmp_path):
    for size in (9, 4):
        head.witnessed(tmp_path, signed(size, bytes(32)))
    assert [point.size for point in head.remembered(tmp_path)] == [9]
