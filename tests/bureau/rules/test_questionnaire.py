from datetime import date

import pytest

from bureau.errors import NotFound
from bureau.rules.questionnaire import (
    QuestionKind,
    documents,
    documents_for,
    gaps,
    sections,
    sections_for,
)
from bureau.rules.scope import scopes

DAY = date(2026, 3, 2)
EVERY = [question for section in sections() for question in section.questions]
CODES = {question.code for question in EVERY}
YES_OR_NO = {question.code for question in EVERY if question.kind is QuestionKind.YESNO}


def answers(yes=()):
    """Every question of the form answered; only the named ones with yes."""
    found = {}
    for question in EVERY:
        if question.kind is QuestionKind.YESNO:
            found[question.code] = question.code in yes
        elif question.kind is QuestionKind.TABLE:
            found[question.code] = [{"name": "Bakkerij De Halm"}]
        else:
            found[question.code] = "answer"
    return found


@pytest.mark.parametrize(
    "scope, extra",
    [
        ("SC02", ["Q10"]),
        ("SC06", ["Q10", "Q12"]),
        ("SC09", ["Q10", "Q13"]),
        ("SC20", ["Q10", "Q11"]),
        ("SC21", ["Q14"]),
        ("SC25", ["Q15"]),
    ],
)
def test_a_form_holds_the_general_sections_and_those_of_its_decision(scope, extra):
    general = [f"Q{n:02d}" for n in range(1, 10)]
    assert [row.code for row in sections_for(scope, DAY)] == [*general, *extra, "Q16"]


def test_an_unknown_scope_is_not_found():
    with pytest.raises(NotFound):
        sections_for("SC99", DAY)


def test_every_scope_has_a_form_and_documents():
    for row in scopes():
        assert len(sections_for(row.code, DAY)) >= 11
        assert documents_for(row.code, DAY)


def test_questions_are_numbered_by_section_and_conditions_exist():
    for section in sections():
        assert all(q.code.startswith(f"{section.code}.") for q in section.questions)
    assert len(CODES) == len(EVERY)
    conditions = {item.when for item in (*EVERY, *documents()) if item.when}
    assert conditions <= YES_OR_NO


def test_only_tables_have_columns():
    assert all(bool(q.columns) == (q.kind is QuestionKind.TABLE) for q in EVERY)


def test_documents_belong_to_sections():
    known = set(sections().codes())
    assert all(set(row.sections) <= known for row in documents())
    assert not {"DC25", "DC26"} & {row.code for row in documents_for("SC02", DAY)}


def test_a_full_form_with_its_documents_has_no_gaps():
    handed_in = [row.code for row in documents_for("SC02", DAY) if not row.when]
    assert gaps("SC02", answers(), handed_in, DAY) == ()


def test_an_empty_form_has_a_gap_for_every_required_question():
    found = {gap.code for gap in gaps("SC02", {}, (), DAY)}
    assert {"Q01.01", "Q02.03", "DC02"} <= found
    assert not {"Q01.08", "Q11.01", "DC10", "DC25"} & found


def test_a_yes_asks_for_more():
    handed_in = [row.code for row in documents_for("SC02", DAY) if not row.when]
    found = gaps("SC02", answers(yes={"Q06.01"}), handed_in, DAY)
    assert [gap.code for gap in found] == ["DC10", "DC11", "DC12"]


@pytest.mark.parametrize("blank", ["", "  ", [], [{"origin": ""}]])
def test_a_blank_answer_is_a_gap(blank):
    given = {**answers(), "Q02.03": blank}
    handed_in = documents().codes()
    (gap,) = gaps("SC02", given, handed_in, DAY)
    assert (gap.code, gap.section) == ("Q02.03", "Q02")
    assert gap.text.nl
