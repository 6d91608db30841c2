"""Every task leads to the page on which it is done."""

from app.views.task_pages import TASK_PAGES
from bureau.operations.tasks import TaskKind


def test_every_task_leads_somewhere(app):
    of_no_case = {"review_glass", "review_alert"}  # of all files on one page, for an auditor
    assert set(TASK_PAGES) == {kind.value for kind in TaskKind} - of_no_case
    assert set(TASK_PAGES.values()) <= set(app.view_functions)
