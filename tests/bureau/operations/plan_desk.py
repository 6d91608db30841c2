"""A partnership case with partners of three kinds who plan together, for the tests."""

from datetime import timedelta

from bureau.operations import interventions, plan_series, worksheets
from bureau.rules.vocabulary import CaseKind
from bureau.rules.worksheets import questions
from tests.bureau.operations.place import open_case
from tests.conftest import NOW

PARTNERS = ("police", "tax", "customs", "port")
BARRIERS = ("UGB-1a",)


def sheet_of(kind, on, **said):
    """Every question of a sheet answered in a few words."""
    return {row.field: f"Over {row.field}." for row in questions(kind, on)} | said


class Desk:
    """The case, its plan, and somebody who does what comes next."""

    def __init__(self, work_of, actors):
        self.start, self.actors = work_of, actors
        with self.by("coordinator") as work:
            others = [getattr(actors, login) for login in PARTNERS]
            self.case = open_case(work, *others, kind=CaseKind.PARTNERSHIP)
        with self.by("coordinator") as work:
            self.plan = interventions.open_plan(work, self.case, "Telefoonwinkels").id

    def by(self, login, later=0):
        return self.start(getattr(self.actors, login), NOW + timedelta(days=later))

    def view(self, login="coordinator"):
        with self.by(login) as work:
            view = interventions.read_plan(work, self.case, self.plan)
            work.session.expunge_all()
            return view

    def write(self, kind, plan=True, **more):
        with self.by("coordinator") as work:
            told = sheet_of(kind, work.today)
            of = self.plan if plan else None
            return worksheets.begin_sheet(
                work, self.case, kind, "Blad", told, plan_id=of, **more
            ).id

    def sign(self, sheet, *logins, agrees=True):
        for login in logins:
            with self.by(login) as work:
                number = worksheets.read_sheet(work, self.case, sheet).number
                worksheets.sign_sheet(
                    work, self.case, sheet, number, agrees=agrees, remark="Gelezen."
                )

    def prepared(self):
        """Everything that a plan must have before it starts."""
        problem = self.write("problem", plan=False)
        self.sign(problem, "police", "tax", "coordinator")
        option = self.write("option", track="administrative")
        self.write("option", track="prevention")
        self.write("theory")
        with self.by("coordinator") as work:
            worksheets.choose_option(work, self.case, option, "Lichtste middel dat werkt.")
            plan_series.add_assumption(
                work, self.case, self.plan, "Verhuurders melden.", work.today + timedelta(60)
            )
            series = plan_series.add_series(
                work, self.case, self.plan, "Lege winkels", 4, "Leegstandsmonitor"
            )
            work.session.flush()
            self.series = series.id
            plan_series.add_point(work, self.case, series.id, "target", work.today, 9)
            self.prepare(work)
        return problem

    def prepare(self, work):
        at = interventions.read_plan(work, self.case, self.plan).plan
        interventions.prepare_plan(
            work,
            self.case,
            self.plan,
            at.version,
            barriers=BARRIERS,
            evaluator="Hogeschool Monde",
            evaluate_on=work.today + timedelta(365),
            comparison="Zuiderkade",
        )

    def step(self, step):
        with self.by("coordinator") as work:
            at = interventions.read_plan(work, self.case, self.plan).plan
            return interventions.step_plan(
                work, self.case, self.plan, at.version, step, "Zo besloten."
            ).state
