"""How alerts are kept: once for each line, in parts."""

from sqlalchemy import select

from bureau.model import LookAlert
from bureau.operations import _alert_rows
from bureau.watch.values import Alert
from tests.bureau.operations.looked import raised


def test_an_alert_is_kept_once_and_grows_with_new_lines_and_everybody_concerned(
    work_of, sessions, actors
):
    one, other = str(actors.officer.id), str(actors.mayor.id)
    whose = {4: one, 5: one, 9: other}
    for lines in ((4, 5), (4, 5), (4, 5, 9)):
        with work_of(actors.admin) as work:
            asked = Alert("R08", one, "R08|somebody", lines, (("bodies", len(lines)),))
            _alert_rows.keep(work, [asked], whose)
    assert raised(sessions) == [("R08", "officer", (4, 5, 9), 1)]
    with sessions() as session:
        [row] = session.scalars(select(LookAlert))
        assert (row.concerned, row.figures) == (sorted((one, other)), {"bodies": 3})
