"""What partners write is kept in versions; the newest holds."""

from bureau.model import Worksheet, WorksheetVersion


def test_the_newest_version_holds_and_an_empty_sheet_says_nothing():
    sheet = Worksheet()
    assert (sheet.number, sheet.told) == (0, {})
    sheet.versions = [WorksheetVersion(number=n, told={"what": str(n)}) for n in (1, 2)]
    assert (sheet.number, sheet.told) == (2, {"what": "2"})
