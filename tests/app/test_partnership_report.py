"""The public report: no typed text, no small number of people, a caution with each indicator."""

from dataclasses import replace

from app import partnership_report
from bureau.operations.evaluations import Evaluated
from bureau.rules import evaluation as law
from bureau.rules.evaluation import Figure, Unit
from bureau.rules.vocabulary import Language
from tests.app.test_evaluation_paper import FOUND, ROWS

TYPED = Evaluated(
    ROWS["EV-13"], (Figure("displaced", "Loods van Jansen", -0.2, Unit.QUOTIENT, 6),), True
)


def test_what_somebody_typed_and_few_people_stay_out(app):
    found = replace(FOUND, indicators=(*FOUND.indicators, TYPED))
    with app.app_context():
        made = partnership_report.sheet(found, Language.NL)
    assert "Jansen" not in str(made)
    harm = next(part for part in made.parts if "EV-15" in part.title)
    assert harm.tables[0].rows[0][1:] == ("minder dan 5", "")
    assert ROWS["EV-15"].caution.nl in " ".join(harm.text)
    assert made.mark == "Openbaar jaarverslag (WGS 1.12)"
    assert made.content["figures"][-1]["figure"] == "nothing to count"


def figures(*told):
    """What of these figures the public report says: the value and over how many."""
    each = Evaluated(ROWS["EV-08"], told, True)
    shown = partnership_report.public(replace(FOUND, indicators=(each,))).indicators[0]
    return {(one.name, one.of): (one.value, one.counted) for one in shown.figures}


def test_no_count_below_five_is_published_nor_what_gives_one_away():
    found = figures(
        law.count("objections_filed", 14),
        law.count("objections_upheld", 2),
        law.count("objections_dismissed", 5),
        law.count("objections_changed", 7),
        Figure("signal_to_case", "", 31, Unit.DAYS, 1),
        law.count("let_go", 0),
    )
    assert found["objections_upheld", ""] == found["objections_dismissed", ""] == (None, 0)
    assert found["objections_filed", ""] == (14, 14)
    assert found["objections_changed", ""] == (7, 7)
    assert found["signal_to_case", ""] == found["let_go", ""] == (None, 0)
    alone = figures(law.count("objections_filed", 2), law.count("objections_upheld", 1))
    assert set(alone.values()) == {(None, 0)}


def test_a_share_that_rests_on_the_seat_of_one_person_is_not_published(app):
    one = Figure("seats_of", "CUSTOMS", 83.3, Unit.SHARE, 6, people=1)
    many = Figure("seats_of", "POLICE", 90.0, Unit.SHARE, 60, people=6)
    assert set(figures(one, many).values()) == {(None, 0)}
    assert figures(many)["seats_of", "POLICE"] == (90.0, 60)
    with app.app_context():
        made = partnership_report.sheet(FOUND, Language.EN)
    assert made.about[1][1] == "fewer than 5"
    assert made.content["cases"] is None


def test_only_a_count_that_is_kept_back_itself_is_said_to_be_small(app):
    told = (
        Figure("signal_to_case", "", 13, Unit.DAYS, 1),
        Figure("costs", "", 120000, Unit.CENTS, 1),
        law.count("let_go", 2),
        law.count("objections_filed", 14),
        law.count("objections_upheld", 2),
        law.count("objections_dismissed", 5),
        law.count("objections_changed", 7),
    )
    found = replace(FOUND, indicators=(Evaluated(ROWS["EV-08"], told, True),))
    with app.app_context():
        made = partnership_report.sheet(found, Language.EN)
    table = made.parts[0].tables[0]
    assert [line[1] for line in table.rows] == [
        *("not told", "not told", "fewer than 5", "14", "not told", "not told", "7"),
    ]
    rows = made.content["figures"]
    assert [row["kept_back_below"] for row in rows] == ["", "", 5, "", "", "", ""]
    assert [row["kept_back"] for row in rows] == ["yes", "yes", "yes", "", "yes", "yes", ""]
    assert any("not told" in line for line in made.intro)
