"""The road of a screening in steps of a few lines, for every test that walks a part of it."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bureau.model import Company, IndicatorAnswer, PartyRole, Questionnaire, Screening
from bureau.operations import (
    advice_readings,
    advices,
    appeals,
    assessments,
    cases,
    decisions,
    documents,
    hearings,
    investigations,
    members,
    objections,
    questionnaires,
    sources,
    steps,
    supplements,
    weighings,
)
from bureau.operations._answers import questions
from bureau.operations.case_files import read_case
from bureau.rules.events import EventKind
from bureau.rules.questionnaire import QuestionKind
from bureau.rules.vocabulary import Credibility, Reliability
from tests.bureau.operations import memory
from tests.bureau.operations.agreeing import agree, third_reader
from tests.bureau.operations.memory import remembered

SCOPE = "SC02"
# For modules whose SQL other modules prove on PostgreSQL too: one database saves minutes.
ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def at(day):
    """Nine o'clock on a day of 2026, or of the year given."""
    text = day if len(day) > 5 else f"2026-{day}"
    return datetime.fromisoformat(f"{text}T09:00").replace(tzinfo=UTC)


def answer_to(question):
    """Something that fits the question."""
    cell = {
        QuestionKind.MONEY: "100.00",
        QuestionKind.DATE: "2026-01-01",
        QuestionKind.YESNO: False,
        QuestionKind.PERCENT: "100",
    }
    if question.kind is QuestionKind.TABLE:
        return [{column.code: cell.get(column.kind, "none") for column in question.columns}]
    return cell.get(question.kind, "Fictional answer")


class Road:
    """One screening and the people who work on it."""

    def __init__(self, work_of, actors, scope=SCOPE, stage="application", received="2026-03-02"):
        self.work_of, self.actors = work_of, actors
        with self.by("officer") as work:
            self.engine = work.session.get_bind()
        self.past = memory.start(self)
        self.open(scope, stage, received)

    @remembered
    def open(self, scope, stage, received):
        with self.by("officer", received) as work:
            case = cases.open_case(
                work,
                "screening",
                "Café De Ankerplaats",
                scope=scope,
                received_on=date.fromisoformat(received),
                stage=stage,
            )
            self.id, self.reference = case.id, case.reference
            for login, capacity in (("second", "second reader"), ("mayor", "decides")):
                members.share_case(work, case.id, login, capacity, "needed for this case")
            self.source = self.add_source(work).id
            self.applicant = self.add_company(work, "De Ankerplaats B.V.", "R01")
            row = work.session.scalars(select(Screening).where(Screening.case_id == case.id)).one()
            row.applicant_id = self.applicant

    def by(self, login, day="03-02"):
        """Work in the name of a person on a day."""
        return self.work_of(getattr(self.actors, login), at(day))

    def add_source(self, work):
        return sources.add_source(
            work,
            self.id,
            title="Aanvraagformulier",
            kind="document",
            origin="aanvrager",
            obtained_on=None,
            obtained_how="ingediend",
            basis="Awb 4:2",
            reliability=Reliability.B,
        )

    def add_company(self, work, label, role=""):
        entity = Company(
            case_id=self.id,
            label=label,
            key=label,
            learnt_from_id=self.source,
            credibility=Credibility.PROBABLE,
        )
        work.session.add(entity)
        work.session.flush()
        if role:
            work.session.add(
                PartyRole(
                    case_id=self.id, entity_id=entity.id, role=role, learnt_from_id=self.source
                )
            )
        work.record(EventKind.PARTY_RECORDED, entity)
        return entity.id

    def step(self, code, day, reason="fictional reason", login="officer"):
        with self.by(login, day) as work:
            return steps.take_step(work, self.id, code, reason)

    def show(self, day="03-02", login="officer"):
        with self.by(login, day) as work:
            return read_case(work, self.id).plain("en")

    def clock(self, term, day, login="officer"):
        return next(c for c in self.show(day, login)["clocks"] if c["term"] == term)

    def state(self):
        return self.show("12-31")["state"]

    @remembered
    def to_form(self, day="03-03"):
        self.step("T02", "03-02")
        with self.by("officer", day) as work:
            questionnaires.send_form(work, self.id, "hospitality is a selected sector")
        return self

    @remembered
    def to_returned(self, day="03-09", left_out=()):
        self.to_form()
        with self.by("officer", day) as work:
            questionnaires.return_form(work, self.id)
        self.answer(day, left_out)
        return self

    def answer(self, day, left_out=()):
        with self.by("officer", day) as work:
            form = work.session.scalars(
                select(Questionnaire).where(Questionnaire.case_id == self.id)
            ).first()
            screening = work.session.scalars(
                select(Screening).where(Screening.case_id == self.id)
            ).one()
            known = questions(screening.scope, screening.law_date)
            open_ = [a for a in form.answers if not a.text and a.question not in left_out]
            given = {a.question: answer_to(known[a.question]) for a in open_}
            questionnaires.record_answers(work, self.id, given)
            for gap in supplements.list_gaps(work, self.id):
                if gap.code.startswith("DC") and gap.code not in left_out:
                    questionnaires.check_requirement(work, self.id, gap.code, "accepted")
        return self

    @remembered
    def to_own(self, day="03-10"):
        self.to_returned("03-09")
        self.step("T07", day)
        return self

    def raise_indicator(self, day="03-11", code="FIN-01"):
        """A question that the program raised and nobody answered."""
        with self.by("officer", day) as work:
            row = IndicatorAnswer(
                case_id=self.id,
                code=code,
                signal="fired",
                inputs={},
                explanation_nl="eigen geld niet verklaard",
                explanation_en="own money not explained",
                computed_at=work.now,
            )
            work.session.add(row)
            work.record(EventKind.INDICATORS_COMPUTED, row)
            return row.id

    def look_up(self, day="03-11", register="BR01"):
        with self.by("officer", day) as work:
            return investigations.consult(
                work, self.id, register, self.applicant, "Who directs it?", "one director"
            ).id

    @remembered
    def to_assessment(self, day="03-12"):
        self.to_own()
        self.look_up()
        with self.by("second", day) as work:
            investigations.close_light_check(work, self.id)
        self.step("T12", day)
        return self

    def find(self, day="03-12", ground="a"):
        with self.by("officer", day) as work:
            return assessments.write_finding(
                work, self.id, ground, "The lender cannot carry the loan.", [self.source]
            ).id

    @remembered
    def assess(self, day="03-13", a="serious", b="none", art_3_6=False, sign=True):
        with self.by("officer", day) as work:
            for ground, danger in (("a", a), ("b", b)):
                assessments.assess_danger(
                    work, self.id, ground, "As the findings show.", danger=danger
                )
            assessments.assess_danger(work, self.id, "art_3_6", "No such facts.", present=art_3_6)
        if sign:
            self.sign(day)
        return self

    def sign(self, day="03-13"):
        with self.by("second", day) as work:
            for row in read_case(work, self.id).assessments:
                assessments.sign_assessment(work, self.id, row.ground, row.version)

    @remembered
    def to_care(self, **degrees):
        self.to_assessment().find()
        self.assess(**degrees)
        self.step("T27", "03-13")
        return self

    @remembered
    def weigh(self, day="03-16", proportionate=True, conditions=True):
        with self.by("officer", day) as work:
            weighings.weigh_measure(
                work,
                self.id,
                interests="Livelihood of the operator against public order.",
                lapse_of_time="The facts are one year old.",
                lesser_means="Conditions were considered.",
                conclusion="The measure is in proportion.",
                proportionate=proportionate,
                conditions_identifiable=conditions,
            )
        return self

    @remembered
    def intend(self, day="03-17", until="03-31", intended="refuse", copied=True, notice=True):
        with self.by("officer", day) as work:
            hearings.send_intention(
                work,
                self.id,
                intended,
                "Serious danger on ground a.",
                at(until).date(),
                advice_copied=copied,
                secrecy_notice=notice,
            )
        return self

    @remembered
    def hear(self, day="03-30", new_facts=False):
        with self.by("officer", day) as work:
            hearing = hearings.receive_view(
                work, self.id, ["The loan is repaid."], "written", new_facts=new_facts
            )
            point = hearing.points[0]
            work.session.flush()
            hearings.answer_point(work, self.id, point.id, point.version, "Not shown.")
        return self

    @remembered
    def to_decision(self):
        self.to_care().weigh().step("T31", "03-17")
        self.intend().hear()
        self.step("T35", "03-31")
        return self

    def decide(self, outcome="refuse", day="04-01", conditions=()):
        with self.by("mayor", day) as work:
            return decisions.decide(
                work, self.id, outcome, "As the assessment shows.", conditions=conditions
            ).id

    def agree_to_decision(self, day="04-01", login="second"):
        """A second person opens the decision that was taken, and agrees to it."""
        agree(lambda: self.by(login, day), "decision", self.reference)
        return self

    def make_known(self, day="04-01"):
        self.agree_to_decision(day)
        with self.by("officer", day) as work:
            decisions.make_known(work, self.id, "sent by registered mail")
        return self

    def object(self, day="05-04", **said):
        """An objection came in."""
        with self.by("officer", day) as work:
            return objections.lodge_objection(work, self.id, "The facts are old.", **said).id

    def answer_objection(self, day="07-01", outcome="upheld", login="mayor", **said):
        """The decision on the objection, made known the same day."""
        with self.by(login, day) as work:
            row = read_case(work, self.id).objections[-1]
            objections.decide_objection(
                work, self.id, row.version, outcome, "Fully reconsidered.", **said
            )
        self.agree_to_objection(day)
        self.step("T41", day)
        return self

    def agree_to_objection(self, day="07-01", login=""):
        """One who had no part in the decision opens that on the objection, and agrees to it."""
        who = getattr(self.actors, login) if login else third_reader(self, at(day))
        agree(lambda: self.work_of(who, at(day)), "objection", self.reference)
        return self

    def appeal(self, day="08-03"):
        """An appeal was lodged."""
        with self.by("officer", day) as work:
            return appeals.lodge_appeal(work, self.id, "letter of the court").id

    def advice_document(self, work):
        return documents.add_document(
            work,
            self.id,
            "advies.txt",
            b"Fictional advice.",
            title="Advies LBB",
            kind="advice",
            restricted=True,
        ).id

    def receive_advice(self, day, readers=None):
        with self.by("officer", day) as work:
            return advice_readings.receive_advice(
                work,
                self.id,
                self.advice_document(work),
                "registered on arrival",
                danger_a="serious",
                danger_b="none",
                art_3_6=False,
                summary="Serious danger on ground a, says the Bureau.",
                readers={"second": "second reading"} if readers is None else readers,
            ).id

    def ask_advice(self, day="04-07"):
        with self.by("officer", day) as work:
            advices.ask_advice(work, self.id, "own sources are exhausted")
        return self
