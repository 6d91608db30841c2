"""What a dossier that went astray asks, and of whom; its road is walked in `test_breaches`."""

from bureau.operations import _breach_tasks


def test_a_house_without_recalls_asks_nothing(work_of, actors):
    for who in (actors.officer, actors.auditor, actors.care):
        with work_of(who) as work:
            assert work.session.execute(_breach_tasks.asked(work)).all() == []
