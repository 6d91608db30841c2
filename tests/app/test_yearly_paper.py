"""The figures of a year as rows and as a report."""

from datetime import date

from app import yearly_paper
from bureau.operations.overviews import YearFigures
from bureau.rules.reckoning import Days
from bureau.rules.scope import scopes
from bureau.rules.vocabulary import Language

FOUND = YearFigures(
    year=2026,
    counted_on=date(2026, 12, 31),
    organisation="Gemeente Havermonde",
    reader="A. Fictief",
    received=2,
    scopes=(("SC02", 2),),
    outcomes=(("refuse", 1),),
    lead_time=Days(2, 30.5, 40),
    advice_asked=0,
    advice_received=0,
    advice_time=None,
    objections=0,
    objection_outcomes=(),
    steps=(("ST10", Days(1, 1, 1)),),
)


def test_the_rows_hold_every_number():
    lines = list(yearly_paper.rows(FOUND))
    assert ("outcome", "refuse", 1, "", "") in lines
    assert ("lead_time", "", 2, 30.5, 40) in lines
    assert yearly_paper.plain(FOUND)["figures"][0]["number"] == 2
    assert yearly_paper.text(FOUND).startswith("\ufeffpart,code")
    told = yearly_paper.text(FOUND, Language.EN).splitlines()
    name = next(row.name.en for row in scopes() if row.code == "SC02")
    assert any(line.startswith("scope,SC02,2") and name[:10] in line for line in told)


def test_the_report_says_it_in_words_of_its_language(app):
    with app.app_context():
        made = yearly_paper.sheet(FOUND, Language.NL)
    assert ("Van ontvangst tot besluit, mediaan", "30,5 dagen") in made.about
    assert ("weigeren", "1") in made.parts[1].tables[0].rows
    assert made.parts[2].text
    assert made.parts[3].tables[0].rows[0][1:] == ("1", "1 dag", "1 dag")
