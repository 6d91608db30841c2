"""A small quota, and people who take out, for the tests of what happens at its end."""

from dataclasses import replace

import pytest

from bureau import outtakes
from bureau.rules import export_quota
from bureau.rules.events import EventKind
from tests.conftest import NOW

MOST = 3


@pytest.fixture
def small(monkeypatch):
    def few(roles, place, on):
        rows = export_quota.rows_for(roles, place, on)
        return tuple(replace(row, number=MOST * (1 + at)) for at, row in enumerate(rows))

    monkeypatch.setattr(outtakes, "rows_for", few)


def takes(work_of, actor, times=1, now=NOW, kind=EventKind.NETWORK_EXPORTED):
    for _ in range(times):
        with work_of(actor, now) as work:
            work.record(kind, "overview:*")
