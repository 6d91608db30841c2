"""Nobody has two places in one round, and no table of the survey could hold one answer."""

from bureau.model import Audited, Survey, SurveyBox, SurveyPlace


def columns(table):
    return {column.name for column in table.__table__.columns}


def test_neither_the_list_nor_the_box_holds_a_moment_or_is_copied_to_the_trail():
    assert columns(SurveyPlace) == {"id", "survey_id", "user_id", "answered"}
    assert columns(SurveyBox) == {"id", "survey_id", "turn", "counts"}
    assert not issubclass(SurveyPlace, Audited)
    assert not issubclass(SurveyBox, Audited)


def test_one_box_a_round_and_one_place_a_person():
    assert SurveyBox.__table__.c.survey_id.unique
    names = [sorted(c.name for c in each.columns) for each in SurveyPlace.__table__.constraints]
    assert ["survey_id", "user_id"] in names
    assert "user_id" not in columns(Survey)
