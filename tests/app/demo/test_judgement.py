from app.demo.intake import STORY
from bureau.operations import advice_readings, case_files


def test_advice_was_asked_questioned_received_and_checked(city):
    with city.work("second") as work:
        found = advice_readings.read_advice(work, city.id(STORY))
        assert (found.danger_a, found.danger_b) == ("serious", "none")
        assert found.checked
        steps = [move.transition for move in case_files.read_case(work, city.id(STORY)).moves]
    assert [s for s in steps if s in ("T17", "T18", "T19", "T25", "T26")] == [
        *("T17", "T18", "T19", "T25", "T26")
    ]


def test_every_ground_was_signed_by_another_person(city):
    with city.work("officer") as work:
        file = case_files.read_case(work, city.id(STORY))
        assert {row.ground: row.danger.value for row in file.assessments} == {
            "a": "lesser",
            "b": "none",
            "art_3_6": "unknown",
        }
        assert all(row.signed_by_id not in (None, row.by_id) for row in file.assessments)


def test_every_finding_has_a_source_and_the_heavy_ones_both_sides(city):
    with city.work("officer") as work:
        findings = case_files.read_case(work, city.id(STORY)).findings
        assert all(row.sources for row in findings)
        assert sum(bool(row.contrary) for row in findings) >= 3
