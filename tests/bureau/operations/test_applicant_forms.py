"""The form through the private link: only the own one, only while it is out, all or nothing."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bureau import visiting
from bureau.entry import Limits
from bureau.errors import AccessDenied, BureauError, Changed, Invalid, NotAllowed
from bureau.model import AnswerVersion, Document, Event, Move
from bureau.operations import applicant_forms, applicant_links, case_files, questionnaires
from bureau.operations.applicant_forms import Signature
from bureau.operations.case_files import read_case
from bureau.work import begin
from tests.bureau.operations.road import ON_SQLITE, answer_to, at

pytestmark = ON_SQLITE
SIGNED = Signature(declared=True, name="Noor Fictief, bestuurder", place="Havermonde")
PDF = b"%PDF-1.7 fictional"


@pytest.fixture
def out(road):
    """A form that is out, with a link to it."""
    road.to_form()
    with road.by("officer", "03-03") as work:
        road.secret = applicant_links.issue_link(work, road.id, with_code=False).secret
    return road


@pytest.fixture
def come(out, sessions):
    """Work by the applicant on a day."""
    limits = Limits(timedelta(hours=1), timedelta(hours=12))

    def come(day="03-04"):
        visit = visiting.open_link(sessions, out.secret, at(day), limits)
        who = visiting.applicant(sessions, visit, at(day), limits)
        return begin(sessions, who.actor, at(day), purpose="form", via=visiting.VIA)

    return come


def fill(work):
    """Everything that is asked but the signature."""
    view = applicant_forms.read_form(work)
    for part in view.parts:
        given = {each.code: answer_to(each) for each in part.questions}
        applicant_forms.save_answers(work, given)
    for asked in view.documents:
        applicant_forms.add_file(work, asked.code, f"{asked.code}.pdf", PDF)


def test_the_applicant_sees_the_own_form_and_no_name_of_the_house(come):
    with come() as work:
        view = applicant_forms.read_form(work)
    assert (view.kind, view.until) == ("form", date(2026, 3, 17))
    assert view.applicant == "De Ankerplaats B.V."
    assert {part.section.code for part in view.parts} >= {"Q01", "Q02", "Q09"}
    assert "Q16" not in {part.section.code for part in view.parts}
    assert "Officer" not in repr(view)


def test_the_rest_of_the_case_does_not_exist(come, out):
    for act in (case_files.read_case, questionnaires.return_form, applicant_links.list_links):
        with pytest.raises(AccessDenied), come() as work:
            act(work, out.id)


def test_a_member_of_the_house_is_no_applicant(out):
    with pytest.raises(AccessDenied), out.by("officer", "03-04") as work:
        applicant_forms.read_form(work)


def test_an_answer_is_kept_with_its_versions_in_the_name_of_the_link(come, out, sessions):
    for text in ("100000", "120000"):
        with come() as work:
            applicant_forms.save_answers(work, {"Q02.01": text})
    with sessions() as store:
        rows = list(store.scalars(select(AnswerVersion).order_by(AnswerVersion.number)))
        assert [row.text for row in rows] == ["100000", "120000"]
        assert all(row.by_id is None and row.link_id for row in rows)
        [last] = store.scalars(select(Event).order_by(Event.seq.desc()).limit(1))
        assert (last.kind, last.facts["via"]) == ("answer.recorded", "applicant link")
        assert last.actor_id == rows[0].link_id


def test_answers_are_kept_all_or_none(come):
    with pytest.raises(Invalid) as refusal, come() as work:
        applicant_forms.save_answers(work, {"Q02.01": "100000", "Q02.02": "a lot"})
    assert refusal.value.where["place"] == "Q02.02"
    with come() as work:
        part = next(p for p in applicant_forms.read_form(work).parts if p.section.code == "Q02")
        assert part.answers["Q02.01"].text == ""


def test_what_was_filled_in_elsewhere_meanwhile_is_not_lost(come):
    with come() as work:
        applicant_forms.save_answers(work, {"Q02.01": "1"})
    with pytest.raises(Changed), come() as work:
        applicant_forms.save_answers(work, {"Q02.01": "2"}, {"Q02.01": 1})


@pytest.mark.parametrize("code", ["Q16.01", "Q99.01", "Q11.01"])
def test_what_is_not_asked_cannot_be_answered(come, code):
    with pytest.raises(Invalid), come() as work:
        applicant_forms.save_answers(work, {code: "x"})


def test_a_file_gets_a_receipt_once_and_is_open_to_the_members_only(come, out, sessions):
    with come() as work:
        first = applicant_forms.add_file(work, "DC02", "../uittreksel.pdf", PDF)
        again = applicant_forms.add_file(work, "DC02", "uittreksel.pdf", PDF)
    assert first == again
    assert (first.filename, first.size) == ("uittreksel.pdf", len(PDF))
    with sessions() as store:
        [document] = store.scalars(select(Document))
        assert (document.kind, document.restricted) == ("DC02", False)
        assert document.handed_in.code == "DC02"
    with out.by("officer", "03-05") as work:
        [row] = [each for each in read_case(work, out.id).requirements if each.code == "DC02"]
        assert row.status == "received"


@pytest.mark.parametrize(
    ("code", "content"),
    [("DC99", PDF), ("DC02", b""), ("DC02", b"PK\x03\x04 broken"), ("DC02", b"<script>")],
)
def test_a_file_of_another_kind_or_for_nothing_is_refused(come, code, content):
    with pytest.raises(Invalid), come() as work:
        applicant_forms.add_file(work, code, "x.pdf", content)


def test_a_file_is_not_too_large(come, monkeypatch):
    monkeypatch.setattr(applicant_forms, "MOST_BYTES", 5)
    with pytest.raises(Invalid), come() as work:
        applicant_forms.add_file(work, "DC02", "x.pdf", PDF)


def test_handing_in_needs_the_declaration_and_knowing_what_is_missing(come):
    for signature, field in (
        (Signature(declared=False, name="N", place="H"), "declared"),
        (Signature(declared=True, name=" ", place="H"), "name"),
        (SIGNED, "incomplete"),
    ):
        with pytest.raises(Invalid) as refusal, come() as work:
            applicant_forms.hand_in(work, signature)
        assert refusal.value.where["field"] == field


def test_what_was_handed_in_is_only_read(come, out, sessions):
    with come() as work:
        fill(work)
        view = applicant_forms.hand_in(work, SIGNED)
    assert (view.kind, view.gaps, view.handed_in_on) == ("nothing", (), date(2026, 3, 4))
    with pytest.raises(NotAllowed), come("03-05") as work:
        applicant_forms.save_answers(work, {"Q02.01": "1"})
    with pytest.raises(NotAllowed), come("03-05") as work:
        applicant_forms.add_file(work, "DC02", "x.pdf", PDF)
    with out.by("officer", "03-05") as work:
        file = read_case(work, out.id)
        assert file.state == "ST40"
    with sessions() as store:
        move = store.scalars(select(Move).order_by(Move.number.desc())).first()
        assert move.transition == "T06"
        assert "persoonlijke link" in move.reason
        event = store.scalars(select(Event).where(Event.kind == "form.returned")).one()
        assert event.facts["via"] == "applicant link"


def test_a_supplement_opens_only_what_it_names(come, out):
    from bureau.operations import supplements

    with come() as work:
        applicant_forms.hand_in(
            work, Signature(declared=True, name="N", place="H", incomplete=True)
        )
    with out.by("officer", "03-06") as work:
        supplements.ask_supplement(work, out.id, "incomplete", gaps=["Q07.01", "DC02"])
    with come("03-07") as work:
        view = applicant_forms.read_form(work)
        open_now = {code for part in view.parts for code in part.open}
        assert (view.kind, open_now) == ("supplement", {"Q07.01", "Q07.02"})
        assert [each.code for each in view.documents if each.open] == ["DC02"]
        applicant_forms.save_answers(work, {"Q07.01": False})
        with pytest.raises(BureauError):
            applicant_forms.save_answers(work, {"Q02.01": "1"})
        applicant_forms.hand_in(
            work, Signature(declared=True, name="N", place="H", incomplete=True)
        )
    with out.by("officer", "03-09") as work:
        file = read_case(work, out.id)
        assert file.supplements[-1].completed_on == date(2026, 3, 7)
        assert file.state == "ST41"
