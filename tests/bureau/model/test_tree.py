"""What is kept of the tree is kept for good, by the database itself."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bureau.operations import users
from bureau.rules.vocabulary import Language


@pytest.mark.parametrize("table", ["event_node", "trail_checkpoint"])
@pytest.mark.parametrize("how", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_database_refuses_to_change_the_tree(work_of, actors, sessions, table, how):
    with work_of(actors.officer) as work:
        users.choose_language(work, Language.EN)
    column = "hashes" if table == "event_node" else "root"
    with pytest.raises(DBAPIError, match="append-only"), sessions.begin() as session:
        session.execute(text(how.format(table, column, column)))
