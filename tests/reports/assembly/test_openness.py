"""What stays behind is counted by rule and never told; what people know is what happened."""

from dataclasses import replace

from bureau.model import Decision, Hearing
from bureau.rules.vocabulary import Language, Track
from reports.assembly import file as case_file
from reports.assembly.openness import openness
from reports.assembly.order import Selection


def counted(dossier):
    return {(row.category, row.basis): row.count for row in dossier.openness.withheld}


def test_documents_with_named_readers_are_counted_and_never_told(made):
    held = counted(made(Track.CRIMINAL))
    assert held["stuk met aangewezen lezers: bronnen", "Wet Bibob 28(1)"] == 1
    assert held["advies van het Landelijk Bureau Bibob: advies", "Wet Bibob 28(1), 28(2)"] == 1
    told = counted(made(Track.ADMINISTRATIVE))  # its reader may see the advice
    assert not any("advies" in category for category, _ in told)


def test_what_rests_on_a_withheld_source_is_counted_with_it(made):
    held = counted(made(Track.CRIMINAL))
    assert held["rust alleen op wat niet meegaat: vaststellingen", "Awb 3:2; AVG 5(2)"] == 1


def test_that_somebody_is_protected_is_itself_not_told(made):
    for track in (Track.CRIMINAL, Track.ADMINISTRATIVE):
        assert not any("beschermd" in category for category, _ in counted(made(track)))


def test_a_reason_to_leave_something_out_is_told(rich):
    chosen = Selection(left_out={"statement:4": "Niet van belang voor deze lezer."})
    with rich.file() as file:
        left = case_file.read(file.work, file.case, file.language, chosen)
        order = replace(rich.order(), selection=chosen)
        [row] = [r for r in openness(left, order).withheld if "weggelaten" in r.category]
    assert (row.count, row.ground) == (1, "Niet van belang voor deze lezer.")


def test_the_notice_tells_only_what_happened(rich):
    with rich.file(Language.EN) as file:
        order = rich.order(Language.EN)
        assert "gave a view on 6 May 2026. The decision was made" in openness(file, order).notice
        file.rows.last(Hearing).received_on = None
        assert "gave no view" in openness(file, order).notice
        file.rows.all(Decision).clear()
        assert "has not been made known yet" in openness(file, order).notice
        file.rows.all(Hearing).clear()
        assert "not yet been told" in openness(file, order).notice
