"""One screening with everything a dossier can tell of, and things that it may never tell."""

from contextlib import contextmanager, suppress
from datetime import date

import pytest

from bureau.operations import (
    advice_readings,
    assessments,
    deals,
    documents,
    imports,
    indicators,
    leads,
    networks,
    parties,
    sources,
    ties,
)
from bureau.operations.sources import Learnt
from bureau.policy import Permission
from bureau.rules.vocabulary import Credibility, Language, Reliability, TieKind, Track
from reports.assemble import assemble
from reports.assembly import file as case_file
from reports.assembly.order import Order
from tests.bureau.operations import scene
from tests.bureau.operations.road import Road, at

# For what must hold in every language.
BOTH = pytest.mark.parametrize("language", list(Language))
READERS = {"second": "second reading", "mayor": "decides"}
PAID = """id,date,amount,currency,from_account,to_account
p1,2026-01-05,1000.00,EUR,KLANT,EIGEN1
p2,2026-01-06,400.00,EUR,EIGEN1,EIGEN2
p3,2026-01-07,250.00,EUR,EIGEN2,LEVERANCIER
p4,2026-02-03,75.50,EUR,KLANT,EIGEN2
p5,2026-02-04,99.00,USD,KLANT,EIGEN2
r1,2024-05-01,10000.00,EUR,A,B
r2,2024-05-03,9900.00,EUR,B,C
r3,2024-05-05,9800.00,EUR,C,A
s1,2024-08-01,20000.00,EUR,E,F
s2,2024-08-03,19900.00,EUR,F,G
s3,2024-08-05,19800.00,EUR,G,E
v1,2024-06-05,12.00,EUR,KLANT,SCHUILREKENING
"""
# Learnt from a document with named readers: none of it may go along.
SECRETS = ("Geheim rapport", "Schaduw", "77.777", "77,777", "90000013", "verzwegen")
VICTIM = ("Zonneveld", "SCHUILREKENING")


class Undone(Exception):
    """Leaves a piece of work without keeping anything of it."""


class Rich(Road):
    """A café that was granted its licence under conditions, after an advice and a hearing."""

    def __init__(self, work_of, actors):
        super().__init__(work_of, actors)
        self.to_assessment()
        self._judge()
        self._find()
        self._advise()
        self._decide()

    def to_own(self, day="03-10"):
        super().to_own(day)
        with self.by("officer", day) as work:
            self._sources(work)
            self._people(work)
            self._deals(work)
            self._money(work)
        return self

    def _sources(self, work):
        document = documents.add_document(
            work, self.id, "r.txt", b"secret", title="Geheim rapport", kind="report",
            restricted=True,
        )  # fmt: skip
        self.form = self._source(work, "Vragenformulier", "form", "Wet Bibob 7a")
        self.secret = self._source(work, "Geheim rapport", "partner", "Wet Bibob 28", document.id)
        self.learnt = Learnt(self.source, Credibility.PROBABLE)
        self.hidden = Learnt(self.secret, Credibility.PROBABLE)

    def _source(self, work, title, kind, basis, document_id=None):
        return sources.add_source(
            work, self.id, title=title, kind=kind, origin="aanvrager", obtained_on=None,
            obtained_how="ontvangen", basis=basis, reliability=Reliability.C,
            document_id=document_id,
        ).id  # fmt: skip

    def _people(self, work):
        add = parties
        self.lender = add.record_person(
            work, self.id, self.learnt, given_names="Geertje", family_name="Kwakman"
        ).id
        add.assign_role(work, self.id, self.lender, "R05", learnt=self.learnt)
        add.assign_role(work, self.id, self.lender, "R10", learnt=self.hidden)
        self.holding = add.record_company(
            work, self.id, self.learnt, name="Kwakman Holding B.V.", kvk="69599084",
            registered_on="2019-04",
        ).id  # fmt: skip
        add.add_identifier(work, self.id, self.holding, "kvk", "90000013", learnt=self.hidden)
        self.shadow = add.record_company(work, self.id, self.hidden, name="Schaduw B.V.").id
        self.victim = add.record_person(
            work, self.id, self.learnt, given_names="Mirte", family_name="Zonneveld",
            protected=True,
        ).id  # fmt: skip
        for kind, one, two, learnt in (
            (TieKind.DIRECTS, self.lender, self.holding, self.learnt),
            (TieKind.OWNS, self.holding, self.applicant, self.learnt),
            (TieKind.EMPLOYS, self.applicant, self.victim, self.learnt),
            (TieKind.DIRECTS, self.lender, self.shadow, self.hidden),
            (TieKind.ASSOCIATES, self.lender, self.applicant, self.hidden),
        ):
            ties.record_tie(work, self.id, kind, one, two, learnt=learnt)

    def _deals(self, work):
        first, owner = (
            parties.record_person(work, self.id, self.learnt, family_name=name).id
            for name in ("Vroeger", "Doorn")
        )
        bank = parties.record_company(work, self.id, self.learnt, name="Havenbank N.V.").id
        place = parties.record_property(work, self.id, self.learnt, name="Kade 9").id
        for seller, buyer, price, day, learnt in (
            (first, owner, "200000.00", date(2023, 5, 2), self.learnt),
            (owner, self.applicant, "450000.00", date(2026, 2, 2), self.learnt),
            (first, self.shadow, "77777.00", date(2025, 2, 2), self.hidden),
        ):
            deals.record_sale(
                work, self.id, property_id=place, seller_id=seller, buyer_id=buyer,
                price=price, agreed_on=day, learnt=learnt,
            )  # fmt: skip
        deals.record_mortgage(
            work, self.id, property_id=place, holder_id=bank, amount="150000.00",
            learnt=self.learnt,
        )  # fmt: skip
        self._loans(work, owner)

    def _loans(self, work, stranger):
        for borrower, sum_, more, learnt in (
            (self.applicant, "100000.00", {"means": "40000.00"}, self.learnt),
            (self.applicant, "5000.00", {"currency": "USD"}, self.learnt),
            (stranger, "66666.00", {}, self.learnt),
            (self.applicant, "77777.00", {}, self.hidden),
        ):
            deals.record_loan(
                work, self.id, lender_id=self.lender, borrower_id=borrower, principal=sum_,
                paid_out_on="2026-01-15", learnt=learnt, **more,
            )  # fmt: skip

    def _money(self, work):
        imports.import_file(
            work, self.id, "payments-csv", "a.csv", PAID.encode(), source_title="Afschriften"
        )
        for holder, number in (
            (self.applicant, "EIGEN1"),
            (self.applicant, "EIGEN2"),
            (self.victim, "SCHUILREKENING"),
        ):
            found = scene.account(work, self.id, number)
            ties.record_tie(work, self.id, TieKind.HOLDS_ACCOUNT, holder, found, learnt=self.learnt)
        indicators.compute_indicators(work, self.id)
        for row in indicators.list_indicators(work, self.id):
            if row.signal == "fired":
                indicators.answer_indicator(
                    work, self.id, row.code, "explained", "Met stukken verklaard.", row.version
                )
        networks.detect(work, self.id, "herkomst van het geld", ["UB-03"])

    def _judge(self):
        """One lead kept with every explanation answered, the other explained."""
        with self.by("officer", "03-12") as work:
            kept, let_go = leads.list_leads(work, self.id)
            for each in leads.read_lead(work, self.id, kept.id).innocents:
                leads.answer_innocent(
                    work, self.id, kept.id, each.number, "excluded",
                    evidence="Bank kent deze verklaring niet.", version=each.version,
                    source_id=self.source,
                )  # fmt: skip
            leads.judge_lead(work, self.id, kept.id, "retained", "Geen verklaring.", version=1)
            leads.judge_lead(work, self.id, let_go.id, "explained", "Terugbetaling.", version=1)
            self.kept, self.let_go = kept.code, let_go.code

    def _find(self):
        with self.by("officer", "03-12") as work:
            for ground, text, carried, contrary in (
                ("a", "De lening is hoger dan de middelen.", [self.source], "Er is spaargeld."),
                ("b", "Alleen verzwegen bron.", [self.secret], ""),
                ("a", "Twee bronnen noemen de lening.", [self.source, self.secret], ""),
                ("general", "Het café is geopend.", [self.form], ""),
            ):  # fmt: skip
                assessments.write_finding(work, self.id, ground, text, carried, contrary=contrary)
        self.assess("03-13", a="lesser")

    def _advise(self):
        self.ask_advice("03-16")
        self.advice = self.receive_advice("04-20", READERS)
        with self.by("officer", "04-21") as work:
            now = advice_readings.read_advice(work, self.id, self.advice).version
            advice_readings.check_advice(
                work, self.id, self.advice, now, "Het advies is zorgvuldig en actueel."
            )

    def _decide(self):
        self.weigh("04-22").step("T29", "04-22")
        self.intend("04-23", until="05-08", intended="grant_with_conditions").hear("05-06")
        self.step("T35", "05-08")
        check = ("De jaarrekening wordt ingeleverd.", date(2027, 4, 1))
        self.decide("grant_with_conditions", "05-11", (check,))
        self.make_known("05-12")

    def order(self, language=Language.NL, track=Track.ADMINISTRATIVE, issuance=None):
        to = "M. Verhaar, Openbaar Ministerie" if track is Track.CRIMINAL else "Burgemeester"
        moment = at("05-13")
        return Order(1, to, "Wet Bibob art. 28", language, moment, issuance=issuance)

    @contextmanager
    def file(self, language=Language.NL, login="officer", day="05-13"):
        """The case as its dossiers read it; whatever is changed in it is undone."""
        with suppress(Undone), self.by(login, day) as work:
            case = work.case(self.id, Permission.CASE_READ)
            yield case_file.read(work, case, language)
            raise Undone

    def dossier(self, track, language=Language.NL, login="officer"):
        """What the dossier of a track says."""
        with self.by(login, "05-13") as work:
            case = work.case(self.id, Permission.CASE_READ)
            return assemble(work, case, track, self.order(language, track))
