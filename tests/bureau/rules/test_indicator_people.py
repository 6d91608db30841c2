"""The facts about people hold no more than an indicator looks at."""

from dataclasses import fields, is_dataclass

from bureau.rules import indicator_people

FORBIDDEN = {"nationality", "origin", "birthplace", "language", "neighbourhood", "score", "weight"}


def test_no_fact_about_people_is_about_descent_and_none_is_a_score():
    kinds = [each for each in vars(indicator_people).values() if is_dataclass(each)]
    assert len(kinds) == 10
    assert not {field.name for kind in kinds for field in fields(kind)} & FORBIDDEN
