"""A case with a source, for the tests of what is recorded in it."""

from types import SimpleNamespace

import pytest

from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility
from tests.bureau.operations.beside import add_case, add_colleague
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import Road


@pytest.fixture
def case_id(work_of, actors):
    """A screening of the officer, with the second reader as a member."""
    with work_of(actors.officer) as work:
        return open_case(work, actors.second)


@pytest.fixture
def source_id(work_of, actors, case_id):
    """A reliable source in that case."""
    with work_of(actors.officer) as work:
        return add_source(work, case_id)


@pytest.fixture
def learnt(source_id):
    """A probable fact from that source."""
    return Learnt(source_id, Credibility.PROBABLE)


@pytest.fixture
def road(work_of, actors):
    """A screening received on 2 March 2026, with a second reader and the mayor."""
    return Road(work_of, actors)


@pytest.fixture
def colleague(sessions):
    """A second officer of the same municipality."""
    return add_colleague(sessions)


@pytest.fixture
def two(work_of, actors, colleague):
    """A case of the officer and one of the colleague; neither may see that of the other."""
    mine = add_case(work_of, actors.officer, "mine")
    return SimpleNamespace(mine=mine, theirs=add_case(work_of, colleague, "theirs"))
