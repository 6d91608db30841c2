"""What rests on a paper one may not read, or must not travel, is in no file that leaves."""

import csv
import json
from io import StringIO
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from bureau.model import Payment, Source
from bureau.operations import documents, networks, parties, payment_exports, records, ties
from bureau.operations.records import RecordTerms
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import EntityKind, TieKind
from tests.bureau.operations import scene
from tests.bureau.operations.place import add_source, open_case
from tests.bureau.operations.road import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
def shut(work_of, actors, colleague):
    """A case of two officers, with a paper of which only the colleague is a named reader."""
    with work_of(actors.officer) as work:
        case_id = open_case(work, colleague)
        scene.take_payments(work, case_id)
        ann, bob = (
            parties.record_person(
                work, case_id, Learnt(add_source(work, case_id)), family_name=name
            ).id
            for name in ("Aal", "Bot")
        )
    with work_of(colleague) as work:
        paper = documents.add_document(
            work, case_id, "p.txt", b"geheim", title="Vertrouwelijk", kind="I", restricted=True
        )
        told = Learnt(add_source(work, case_id, "Vertrouwelijk", document_id=paper.id))
        eve = parties.record_person(work, case_id, told, family_name="Verzwegen").id
        fay = parties.record_person(work, case_id, told, family_name="Tweemaal", born="1970").id
        ties.record_tie(work, case_id, TieKind.ASSOCIATES, eve, ann, learnt=told)
        ties.record_tie(work, case_id, TieKind.FAMILY, ann, bob, detail="zus", learnt=told)
        parties.assign_role(work, case_id, bob, "R01", learnt=told)
        parties.add_identifier(work, case_id, bob, "foreign", "ZX81", learnt=told)
        paper_id = paper.id
        open_one = Learnt(add_source(work, case_id, "Open"))
        ties.record_tie(work, case_id, TieKind.ASSOCIATES, fay, bob, learnt=open_one)
    return SimpleNamespace(case_id=case_id, paper=paper_id)


def sent(work_of, actor, case_id, format_name):
    with work_of(actor) as work:
        made = networks.export_network(work, case_id, format_name)
    return made.content.decode(), json.loads(made.manifest)["withheld"]


def test_no_format_tells_what_only_a_closed_paper_says(work_of, actors, shut, colleague, trail):
    for format_name in networks.FORMATS:
        text, withheld = sent(work_of, actors.officer, shut.case_id, format_name)
        assert "Tweemaal" in text
        for secret in ("Verzwegen", "zus", "R01", "ZX81", "1970"):
            assert secret not in text
        # Two ties, and two people of whom one is also known from an open source.
        assert withheld == [{"rule": "restricted", "basis": "Wet Bibob 28(1)", "facts": 4}]
    assert trail()[-1].facts["withheld"] == 4
    text, withheld = sent(work_of, colleague, shut.case_id, "ftm")
    assert (withheld, "Verzwegen" in text, "1970" in text) == ([], True, True)


def test_payments_of_a_closed_paper_stay(work_of, actors, shut, colleague):
    with work_of(colleague) as work:
        told = work.session.scalars(select(Source).where(Source.document_id == shut.paper)).one()
        paid = work.session.scalars(select(Payment).where(Payment.external_id == "t5")).one()
        paid.learnt_from = told
        networks.read_network(work, shut.case_id)
    with work_of(actors.officer) as work:
        made = payment_exports.export_payments(work, shut.case_id)
        drawn = networks.export_network(work, shut.case_id, "json").content.decode()
    rows = list(csv.DictReader(StringIO(made.content.decode())))
    assert [row["id"] for row in rows] == ["t1", "t2", "t3", "t4"]
    assert json.loads(made.manifest)["withheld"][0]["facts"] == 1
    assert "1 x 12.50" in drawn


def test_what_its_giver_keeps_in_the_house_does_not_travel(work_of, actors, case_id, learnt):
    with work_of(actors.officer) as work:
        kept = Learnt(add_source(work, case_id, "Van de buurgemeente"))
        eve = parties.record_person(work, case_id, kept, family_name="Verzwegen").id
        parties.record_person(work, case_id, learnt, family_name="Aal")
        phone = parties.record_thing(
            work, case_id, learnt, kind=EntityKind.PHONE, scheme="phone", number="0612345678"
        ).id
        ties.record_tie(work, case_id, TieKind.USES, eve, phone, learnt=kept)
        account = parties.record_account(work, case_id, learnt, number="NL20BURO0123456789").id
        terms = RecordTerms(
            on=work.today, amount="9900.00", parties={"account": account}, handling="H2"
        )
        records.add_record(work, case_id, "deposit", terms, kept)
    text, withheld = sent(work_of, actors.officer, case_id, "ftm")
    assert "Verzwegen" not in text
    assert "Aal" in text
    assert withheld == [{"rule": "handling", "basis": "AVG 5(1)(b); WGS 1.7", "facts": 2}]
