"""A round of the survey in a few lines: a case with partners, and answers of one mark each."""

from bureau.operations import surveys
from bureau.rules import survey as law
from bureau.rules.vocabulary import CaseKind
from tests.bureau.operations.place import open_case

ASKED = ("police", "tax", "customs", "mayor", "prosecutor", "port")


def opened(work_of, actors, asked=ASKED):
    """A round that the coordinator opens among `asked`."""
    with work_of(actors.coordinator) as work:
        people = [getattr(actors, login) for login in asked]
        open_case(work, *people, kind=CaseKind.PARTNERSHIP, title="De Kade")
        work.session.flush()
        return surveys.open_survey(work).id


def answer(work_of, who, made, mark, **when):
    with work_of(who, **when) as work:
        codes = [row.code for row in law.questions().on(work.today)]
        surveys.answer_survey(work, made, dict.fromkeys(codes, mark))


def closed(work_of, actors, made):
    with work_of(actors.coordinator) as work:
        version = surveys.read_survey(work, made).survey.version
        return dict(surveys.close_survey(work, made, version).results)
