"""What is said in a signal, by whom, and what may not stand in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bureau.errors import AccessDenied, Invalid, NotAllowed, NotFound
from bureau.operations import signals
from tests.bureau.operations.reporting import DAY, TOLD, Report, add_second
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


def write(work, **said):
    return signals.report_signal(work, said.pop("bureau", "havermonde"), replace(TOLD, **said))


def test_a_port_reports_a_tip_without_a_bsn(work_of, actors):
    with work_of(actors.port) as work:
        assert write(work, ground="own supervision").state == "draft"
    with work_of(actors.port) as work, pytest.raises(NotAllowed) as refused:
        write(work, subject="Jan Voorbeeld; bsn 999990019")
    assert refused.value.where["basis"] == "UAVG 46; WGS 2.19"


@pytest.mark.parametrize("login", ["auditor", "admin"])
def test_who_controls_or_administers_does_not_report(work_of, actors, login):
    with work_of(getattr(actors, login)) as work, pytest.raises(AccessDenied):
        write(work)


@pytest.mark.parametrize(
    "said",
    [
        {"facts": " "},
        {"ground": ""},
        {"form": "7"},
        {"observed_on": DAY + timedelta(days=1)},
        {"subject": "Jan; bsn 123456789"},
        {"subject": "Jan; passport 123"},
        {"subject": "\n".join(f"Jan {n}" for n in range(21))},
    ],
)
def test_what_cannot_be_reported_is_refused_beside_its_field(work_of, actors, said):
    with work_of(actors.police) as work, pytest.raises(Invalid) as refused:
        write(work, **said)
    assert refused.value.where["field"] == next(iter(said))
    assert refused.value.hint


def test_a_bureau_is_a_body_with_a_coordinator(work_of, actors):
    with work_of(actors.police) as work:
        assert [row.code for row in signals.list_bureaus(work)] == ["havermonde"]
        with pytest.raises(NotFound):
            write(work, bureau="police")


def test_only_a_draft_is_changed(work_of, actors, sessions):
    report = Report(work_of, actors, add_second(sessions))
    with report.by("police") as work:
        signals.change_signal(work, report.id, 1, replace(TOLD, facts="Five shops."))
    report.to_submitted()
    with report.by("police") as work, pytest.raises(NotAllowed):
        signals.change_signal(work, report.id, report.version(), TOLD)


def test_the_list_shows_the_target_of_two_weeks_and_no_words(work_of, actors, sessions):
    report = Report(work_of, actors, add_second(sessions)).to_submitted()
    with report.by("coordinator") as work:
        (line,) = signals.list_signals(work)
    assert line.due == DAY + timedelta(days=14)
    assert not any("Kompas" in str(getattr(line, name)) for name in line.__slots__)
    with report.by("tax") as work:
        assert signals.list_signals(work) == ()
