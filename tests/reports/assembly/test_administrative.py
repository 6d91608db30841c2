"""The dossier for the deciding body: every ground apart, the facts and what stands against them."""

import pytest

from bureau.errors import NotAllowed
from bureau.model import Assessment, Lookup, OrdinaryAnswer, Screening, Weighing
from bureau.rules.vocabulary import Danger, Language, Track
from reports.assembly.administrative import administrative
from reports.values.screening import Ground
from tests.reports.assembly.rich import BOTH, SECRETS, VICTIM


@BOTH
def test_nothing_withheld_and_no_victim_is_in_it(made, language):
    told = repr(made(Track.ADMINISTRATIVE, language))
    for word in (*SECRETS, *VICTIM, "5.79", "5,79"):  # the last would betray a withheld price
        assert word not in told


def test_it_opens_with_who_asks_for_what(made):
    application = made(Track.ADMINISTRATIVE).application
    assert application.applicant == "De Ankerplaats B.V."
    assert application.decision_kind == "exploitatievergunning horeca"
    assert application.scope.startswith("SC02: ")
    assert application.received_on.isoformat() == "2026-03-02"
    assert application.stage == "aanvraag"


def test_an_existing_licence_is_called_so(rich):
    with rich.file(Language.EN) as file:
        file.rows.last(Screening).stage = "existing"
        assert administrative(file, rich.order(Language.EN)).application.stage == "existing licence"


@pytest.mark.parametrize(
    ("scope", "words"),
    [("SC20", "bestaande subsidie"), ("SC21", "lopende opdracht"),
     ("SC22", "bestaande vastgoedtransactie")],
)  # fmt: skip
def test_what_already_runs_is_called_by_its_kind(rich, scope, words):
    with rich.file() as file:
        row = file.rows.last(Screening)
        row.stage, row.scope = "existing", scope
        assert administrative(file, rich.order()).application.stage == words


def test_without_an_applicant_there_is_no_dossier(rich):
    with rich.file() as file:
        file.rows.last(Screening).applicant_id = None
        with pytest.raises(NotAllowed, match="no applicant") as stop:
            administrative(file, rich.order())
        assert stop.value.where == {"guard": "applicant"}


def test_every_ground_is_assessed_apart_with_its_statements(made):
    danger = made(Track.ADMINISTRATIVE).danger
    assert [row.ground for row in danger] == list(Ground)
    assert [row.degree for row in danger] == [Danger.LESSER, Danger.NONE, Danger.NONE]
    assert danger[0].statements == (1, 3)
    assert [factor.name for factor in danger[0].factors] == ["vaststelling 1", "vaststelling 3"]
    assert all(row.by == "Officer" and row.reasoning for row in danger)


def test_a_ground_that_nobody_assessed_says_so(rich):
    with rich.file(Language.EN) as file:
        file.rows.all(Assessment).clear()
        danger = administrative(file, rich.order(Language.EN)).danger
        assert [row.degree for row in danger] == [Danger.UNKNOWN] * 3
        assert {row.reasoning for row in danger} == {"not assessed yet"}


def test_article_3_6_is_present_or_not(rich):
    with rich.file() as file:
        next(row for row in file.rows.all(Assessment) if row.ground == "art_3_6").present = True
        assert administrative(file, rich.order()).danger[2].degree is Danger.SERIOUS


def test_the_inquiry_says_who_asked_what_where_on_which_basis(made):
    [row] = made(Track.ADMINISTRATIVE).inquiry
    assert (row.by, row.consulted, row.result) == (
        *("Officer", "BR01: Who directs it?", "one director"),
    )
    assert "Wet Bibob 7a" in row.power
    assert row.sources == (5,)


def test_an_answer_whose_source_is_withheld_is_not_told(rich):
    with rich.file() as file:
        file.rows.last(Lookup).source_id = rich.secret
        assert administrative(file, rich.order()).inquiry == ()


def test_ordinary_grounds_come_first_when_they_were_weighed(rich, made):
    assert made(Track.ADMINISTRATIVE).grounds == ()
    with rich.file() as file:
        row = file.rows.last(Screening)
        row.ordinary_grounds, row.ordinary_ground_met = "Past in het bestemmingsplan.", False
        [ground] = administrative(file, rich.order()).grounds
        assert (ground.met, ground.reasoning) == (False, "Past in het bestemmingsplan.")


def test_the_list_of_ordinary_grounds_stands_in_the_dossier_with_its_articles(rich):
    with rich.file() as file:
        answer = OrdinaryAnswer(code="EX-PLAN", standing="not_met", remark="Past in het plan.")
        file.rows.all(OrdinaryAnswer).append(answer)
        found = {row.code: row for row in administrative(file, rich.order()).grounds}
        assert (found["EX-PLAN"].met, found["EX-PLAN"].basis) == (False, "APV (model 2:28(2))")
        assert found["EX-PLAN"].reasoning == "Past in het plan."
        assert found["EX-AREA"].met is None


def test_proportionality_is_asked_question_by_question(made, rich):
    assert len(made(Track.ADMINISTRATIVE).weighing) == 4
    with rich.file() as file:
        file.rows.last(Weighing).lesser_means = ""
        assert len(administrative(file, rich.order()).weighing) == 3
        file.rows.all(Weighing).clear()
        assert administrative(file, rich.order()).weighing == ()


def test_patterns_are_explained_only_when_a_lead_was_kept(made, rich):
    assert made(Track.ADMINISTRATIVE).patterns
    with rich.file() as file:
        file.hits = ()
        dossier = administrative(file, rich.order())
        assert dossier.patterns == ()
        assert dossier.exculpatory.circumstances
