"""The records of a case as the choices of a form."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from flask_babel import force_locale

from app.forms.documents import SourceForm
from app.forms.facts import PaymentForm
from app.forms.hearing import IntentionForm
from app.forms.parts import LONGEST_NAME
from app.views import choices
from bureau.operations.case_files import read_case
from bureau.operations.parties import PartyLine
from bureau.rules.vocabulary import EntityKind
from tests.bureau.operations.road import Road


def test_only_parties_of_the_kinds_asked_are_offered(app):
    known = [
        PartyLine(uuid4(), EntityKind.ACCOUNT, "NL02", False, ()),
        PartyLine(uuid4(), EntityKind.PERSON, "Proefman", False, ()),
    ]
    with app.test_request_context():
        form = PaymentForm()
        choices.offer_parties(form, "payer", known, (EntityKind.ACCOUNT,))
        assert [choice.label for choice in form.payer.choices] == ["NL02"]


def test_a_document_may_be_left_open_and_a_source_is_named_by_number(app):
    with app.test_request_context():
        form = SourceForm()
        choices.offer_documents(form, [])
        assert [choice.value for choice in form.document.choices] == [""]
        payment = PaymentForm()
        choices.offer_sources(payment, [SimpleNamespace(id=uuid4(), number=3, title="KVK")])
        assert payment.source.choices[0].label == "3. KVK"


def test_documents_of_one_name_are_told_apart_by_kind_and_moment(app):
    at = datetime(2026, 11, 29, 10, 30, tzinfo=UTC)
    paper = SimpleNamespace(title="receipt.pdf", kind="DC08", added_at=at)
    with app.test_request_context(), force_locale("en"):
        told = choices.told_apart(paper)
        assert told.startswith("receipt.pdf · DC08 bank statements")
        assert "29 Nov 2026" in told
        assert len(told) <= LONGEST_NAME
        assert choices.kind_of("OTHER") == "other document"


@pytest.mark.parametrize(
    ("scope", "stage", "there", "absent"),
    [
        ("SC02", "application", "refuse", "withdraw"),
        ("SC02", "existing", "withdraw", "refuse"),
    ],
)
def test_only_outcomes_of_this_decision_are_offered(house, app, scope, stage, there, absent):
    road = Road(house.work_of, house.actors, scope=scope, stage=stage)
    with app.test_request_context(), road.by("officer") as work:
        form = IntentionForm()
        open_ = SimpleNamespace(may_grant=True, may_attach_conditions=True, may_refuse=True)
        choices.offer_outcomes(form, "intended", read_case(work, road.id), open_)
        offered = [choice.value for choice in form.intended.choices]
    assert offered[0] == ""
    assert there in offered
    assert absent not in offered


def test_what_the_law_leaves_closed_is_not_offered(house, app):
    road = Road(house.work_of, house.actors)
    with app.test_request_context(), road.by("officer") as work:
        form = IntentionForm()
        shut = SimpleNamespace(may_grant=True, may_attach_conditions=False, may_refuse=False)
        choices.offer_outcomes(form, "intended", read_case(work, road.id), shut)
        assert [choice.value for choice in form.intended.choices] == ["", "grant"]
