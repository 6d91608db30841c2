"""What the rules hold looks against."""

from bureau.operations import _watch_known, _watch_marks


def test_everybody_has_the_own_name_and_the_names_of_the_colleagues(work_of, actors):
    with work_of(actors.auditor) as work:
        known = _watch_known.known(work)
    assert known.person(str(actors.officer.id)).marks == _watch_marks.own("Officer")
    beside = known.colleagues[str(actors.officer.organisation_id)]
    assert _watch_marks.whole("Mayor") <= beside
    assert not _watch_marks.whole("Police") & beside
