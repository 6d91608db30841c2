"""For whom has nothing to do with a case, it does not exist: in every operation, to the letter."""

import inspect
from datetime import date
from uuid import uuid4

import pytest

from bureau.errors import AccessDenied, BureauError
from bureau.operations import (
    appeals,
    applicant_links,
    case_areas,
    case_steps,
    chronologies,
    condition_library,
    contacts,
    corrections,
    deals,
    delays,
    disclosures,
    documents,
    estates,
    explorations,
    figures,
    financings,
    fronts,
    holds,
    import_undoing,
    imports,
    intakes,
    leads,
    letters,
    mandates,
    matches,
    money_flows,
    networks,
    notes,
    objections,
    ordinary,
    parties,
    party_corrections,
    payment_exports,
    payments,
    person_exports,
    person_requests,
    records,
    related_cases,
    rights,
    sharing_registers,
    sharing_requests,
    sources,
    stances,
    statements,
    tasks,
    ties,
    tours,
    trays,
)
from bureau.operations.sources import Learnt
from bureau.rules.vocabulary import Credibility, EntityKind, Reliability, TieKind
from tests.bureau.operations.place import add_source

ID = uuid4()
LEARNT = Learnt(ID)
TIE = {
    "share": "",
    "detail": "",
    "valid_from": "",
    "valid_to": "",
    "credibility": Credibility.UNKNOWN,
}
LINE = financings.EntryFields(side="source", kind="gift", label="x", amount="1", status="given")
WANTED = disclosures.Wanted("x", "y", "TAX", "JOIN", "x", "x", "x")
ON = {"property_id": ID, "learnt": LEARNT}

ACTS = {
    "add_source": add_source,
    "list_sources": sources.list_sources,
    "add_document": lambda w, c: documents.add_document(w, c, "a", b"a", title="a", kind="D"),
    "share_document": lambda w, c: documents.share_document(w, c, ID, ID, "x"),
    "read_document": lambda w, c: documents.read_document(w, c, ID),
    "list_documents": documents.list_documents,
    "offered": condition_library.offered,
    "read_grounds": ordinary.read_grounds,
    "check_grounds": lambda w, c: ordinary.check_grounds(w, c, {}),
    "list_links": applicant_links.list_links,
    "issue_link": applicant_links.issue_link,
    "revoke_link": lambda w, c: applicant_links.revoke_link(w, c, ID),
    "take_form": lambda w, c: intakes.take_form(w, c, "2024", {}),
    "list_letters": letters.list_letters,
    "compose_letter": lambda w, c: letters.compose_letter(w, c, "receipt", letters.Wanted()),
    "keep_draft": lambda w, c: letters.keep_draft(w, c, "receipt", letters.Wanted()),
    "send_letter": lambda w, c: letters.send_letter(
        w, c, "receipt", letters.Wanted(), letters.Dispatch(date(2024, 1, 1), "post"), b"", ""
    ),
    "lodge_objection": lambda w, c: objections.lodge_objection(w, c, "x"),
    "postpone_objection": lambda w, c: objections.postpone_objection(w, c, 1),
    "decide_objection": lambda w, c: objections.decide_objection(w, c, 1, "unfounded", "x"),
    "make_objection_known": lambda w, c: objections.make_objection_known(w, c, "x"),
    "withdraw_objection": lambda w, c: objections.withdraw_objection(w, c, "x"),
    "lodge_appeal": lambda w, c: appeals.lodge_appeal(w, c, "x"),
    "order_repair": lambda w, c: appeals.order_repair(w, c, "x"),
    "record_judgment": lambda w, c: appeals.record_judgment(w, c, "x"),
    "send_delay": lambda w, c: delays.send_delay(w, c, date(2026, 5, 1), "x"),
    "receive_default": lambda w, c: delays.receive_default(w, c, "application", "x"),
    "own_right": mandates.own_right,
    "disclose": lambda w, c: disclosures.disclose(w, c, WANTED),
    "recall_disclosure": lambda w, c: disclosures.recall_disclosure(w, c, ID, 1, "x"),
    "review_disclosure": lambda w, c: disclosures.review_disclosure(w, c, ID, 1, "x"),
    "give_feedback": lambda w, c: disclosures.give_feedback(w, c, ID, 1, True, "x"),
    "answer_notice": lambda w, c: disclosures.answer_notice(w, c, ID, 1, "x"),
    "read_register": sharing_registers.read_register,
    "read_disclosure": lambda w, c: sharing_registers.read_disclosure(w, c, ID),
    "read_request": lambda w, c: sharing_registers.read_request(w, c, ID),
    "read_choices": sharing_registers.read_choices,
    "ask": lambda w, c: sharing_requests.ask(
        w, c, "x", "TAX", "JOIN", "x", purpose="x", necessity="x"
    ),
    "reply": lambda w, c: sharing_requests.reply(w, c, ID, 1, "no", "x"),
    "list_contacts": contacts.list_contacts,
    "ask_contact": lambda w, c: contacts.ask_contact(
        w, c, contacts.Wanted(ID, "BIBOB_HIT", "ALIGN", "x", agreed=True)
    ),
    "answer_contact": lambda w, c: contacts.answer_contact(w, c, ID, 0, agreed=True),
    "end_contact": lambda w, c: contacts.end_contact(w, c, ID, 1, "x"),
    "take_stance": lambda w, c: stances.take_stance(w, c, "", True, "x"),
    "lift_stance": lambda w, c: stances.lift_stance(w, c, ID, 1),
    "waiting": tasks.waiting,
    "read_letter": lambda w, c: letters.read_letter(w, c, ID),
    "record_person": lambda w, c: parties.record_person(w, c, LEARNT, family_name="x"),
    "record_company": lambda w, c: parties.record_company(w, c, LEARNT, name="x"),
    "record_property": lambda w, c: parties.record_property(w, c, LEARNT, name="x"),
    "record_address": lambda w, c: parties.record_address(w, c, LEARNT, street="x"),
    "record_account": lambda w, c: parties.record_account(w, c, LEARNT, number="x"),
    "record_thing": lambda w, c: parties.record_thing(w, c, LEARNT, EntityKind.PHONE, name="x"),
    "change_party": lambda w, c: parties.change_party(w, c, ID, 1, {}),
    "add_identifier": lambda w, c: parties.add_identifier(w, c, ID, "kvk", "1", learnt=LEARNT),
    "assign_role": lambda w, c: parties.assign_role(w, c, ID, "R01", learnt=LEARNT),
    "read_party": lambda w, c: parties.read_party(w, c, ID),
    "list_named": parties.list_named,
    "list_parties": parties.list_parties,
    "record_tie": lambda w, c: ties.record_tie(w, c, TieKind.OWNS, ID, ID, learnt=LEARNT),
    "change_tie": lambda w, c: ties.change_tie(w, c, ID, 1, **TIE),
    "list_ties": ties.list_ties,
    "record_loan": lambda w, c: deals.record_loan(
        w, c, lender_id=ID, borrower_id=ID, principal="1", learnt=LEARNT
    ),
    "record_sale": lambda w, c: deals.record_sale(
        w, c, seller_id=ID, buyer_id=ID, price="1", agreed_on=date(2024, 1, 1), **ON
    ),
    "record_mortgage": lambda w, c: deals.record_mortgage(w, c, holder_id=ID, amount="1", **ON),
    "record_lease": lambda w, c: deals.record_lease(
        w, c, landlord_id=ID, tenant_id=ID, yearly_rent="1", **ON
    ),
    "record_works_permit": lambda w, c: deals.record_works_permit(
        w, c, granted_on=date(2024, 1, 1), works="x", **ON
    ),
    "end_loan": lambda w, c: deals.end_loan(w, c, ID, 1, date(2024, 1, 1), "repaid"),
    "list_deals": deals.list_deals,
    "list_properties": estates.list_properties,
    "read_property": lambda w, c: estates.read_property(w, c, ID),
    "list_figures": figures.list_figures,
    "record_figure": lambda w, c: figures.record_figure(w, c, "seats", "1", LEARNT),
    "withdraw_figure": lambda w, c: figures.withdraw_figure(w, c, ID, 1, "x"),
    "list_fronts": fronts.list_fronts,
    "read_financing": financings.read_financing,
    "export_financing": financings.export_financing,
    "read_entry": lambda w, c: financings.read_entry(w, c, ID),
    "add_entry": lambda w, c: financings.add_entry(w, c, LINE, LEARNT),
    "change_entry": lambda w, c: financings.change_entry(w, c, ID, 1, LINE),
    "withdraw_entry": lambda w, c: financings.withdraw_entry(w, c, ID, 1, "x"),
    "add_record": lambda w, c: records.add_record(w, c, "takings", records.RecordTerms(), LEARNT),
    "change_record": lambda w, c: records.change_record(
        w, c, ID, 1, records.RecordTerms(), credibility=Credibility.UNKNOWN
    ),
    "end_record": lambda w, c: records.end_record(w, c, ID, 1, date(2024, 1, 1), "x"),
    "withdraw_record": lambda w, c: records.withdraw_record(w, c, ID, 1, "x"),
    "read_record": lambda w, c: records.read_record(w, c, ID),
    "list_records": records.list_records,
    "record_payment": lambda w, c: payments.record_payment(
        w, c, from_id=ID, to_id=ID, paid_on=date(2024, 1, 1), amount="1", source_id=ID
    ),
    "list_payments": payments.list_payments,
    "largest_payments": payments.largest_payments,
    "import_file": lambda w, c: imports.import_file(w, c, "kvk", "a", b"{}", source_title="a"),
    "list_imports": imports.list_imports,
    "undo_import": lambda w, c: import_undoing.undo_import(w, c, ID, "x"),
    "list_steps": case_steps.list_steps,
    "list_choices": case_steps.list_choices,
    "read_step": lambda w, c: case_steps.read_step(w, c, ID),
    "touch_step": lambda w, c: case_steps.touch_step(w, c, "UGB-4", "performs", "x", [ID]),
    "withdraw_step": lambda w, c: case_steps.withdraw_step(w, c, ID, "x"),
    "list_owners": sources.list_owners,
    "list_case_areas": case_areas.list_case_areas,
    "list_area_choices": case_areas.list_area_choices,
    "read_case_area": lambda w, c: case_areas.read_case_area(w, c, ID),
    "place_case": lambda w, c: case_areas.place_case(w, c, "zuidkade", "x"),
    "withdraw_case_area": lambda w, c: case_areas.withdraw_case_area(w, c, ID, "x"),
    "put_in_tray": lambda w, c: trays.put_in_tray(w, c, "person", LEARNT, {}),
    "list_tray": trays.list_tray,
    "read_tray_item": lambda w, c: trays.read_tray_item(w, c, ID),
    "accept_item": lambda w, c: trays.accept_item(
        w, c, ID, Reliability.B, Credibility.PROBABLE, "x"
    ),
    "accept_items": lambda w, c: trays.accept_items(
        w, c, (ID,), Reliability.B, Credibility.PROBABLE, "x"
    ),
    "reject_items": lambda w, c: trays.reject_items(w, c, (ID,), "x"),
    "reject_item": lambda w, c: trays.reject_item(w, c, ID, "x"),
    "find_import": lambda w, c: import_undoing.find_import(w, c, 1),
    "read_network": networks.read_network,
    "explore": lambda w, c: explorations.explore(w, c, explorations.Asked()),
    "read_picture": lambda w, c: explorations.read_picture(w, c, ID),
    "keep_picture": lambda w, c: explorations.keep_picture(w, c, "a", explorations.Asked(), {}),
    "list_pictures": explorations.list_pictures,
    "read_statement": lambda w, c: statements.read_statement(w, c, ID),
    "read_flows": money_flows.read_flows,
    "read_chronology": chronologies.read_chronology,
    "read_tour": tours.read_tour,
    "list_notes": notes.list_notes,
    "add_note": lambda w, c: notes.add_note(w, c, "x"),
    "list_pinned": lambda w, c: notes.list_pinned(w, c, f"party:{ID}"),
    "list_all_pinned": notes.list_all_pinned,
    "pin_note": lambda w, c: notes.pin_note(w, c, f"party:{ID}", "x"),
    "edge_evidence": lambda w, c: networks.edge_evidence(w, c, f"tie:{ID}"),
    "measure_network": networks.measure_network,
    "export_payments": payment_exports.export_payments,
    "export_network": lambda w, c: networks.export_network(w, c, "json"),
    "detect": lambda w, c: networks.detect(w, c, "test"),
    "open_patterns": networks.open_patterns,
    "list_leads": leads.list_leads,
    "read_lead": lambda w, c: leads.read_lead(w, c, ID),
    "answer_innocent": lambda w, c: leads.answer_innocent(
        w, c, ID, 1, "excluded", evidence="x", version=1
    ),
    "check_victim": lambda w, c: leads.check_victim(w, c, ID, "referred", "x", version=1),
    "judge_lead": lambda w, c: leads.judge_lead(w, c, ID, "refuted", "x", version=1),
    "read_rights": rights.read_rights,
    "record_request": lambda w, c: person_requests.record_request(w, c, ID, "access", "x"),
    "extend_request": lambda w, c: person_requests.extend_request(w, c, ID, 1, "x"),
    "answer_request": lambda w, c: person_requests.answer_request(w, c, ID, 1, "granted", "x"),
    "export_person": lambda w, c: person_exports.export_person(w, c, ID),
    "correct_party": lambda w, c: party_corrections.correct_party(w, c, ID, 1, {}, "x"),
    "is_used": lambda w, c: party_corrections.is_used(w, c, ID),
    "read_number": lambda w, c: party_corrections.read_number(w, c, ID),
    "correct_number": lambda w, c: party_corrections.correct_number(w, c, ID, 1, "x", "x"),
    "correct_fact": lambda w, c: corrections.correct_fact(w, c, "loan", ID, 1, "x", "x"),
    "follow_place": lambda w, c: corrections.follow_place(w, c, ID, 1, "x"),
    "list_corrections": corrections.list_corrections,
    "list_told": corrections.list_told,
    "list_correctable": corrections.list_correctable,
    "list_related": related_cases.list_related,
    "acknowledge_notice": lambda w, c: related_cases.acknowledge_notice(w, c, ID, 1),
    "list_matches": matches.list_matches,
    "list_judged": lambda w, c: matches.list_judged(w, c, ID),
    "read_match": lambda w, c: matches.read_match(w, c, ID, uuid4()),
    "judge_match": lambda w, c: matches.judge_match(w, c, ID, uuid4(), "same", "x", facts="x"),
    "set_hold": lambda w, c: holds.set_hold(w, c, "x"),
    "ask_lifting": lambda w, c: holds.ask_lifting(w, c, "x"),
    "read_hold": holds.read_hold,
}


def test_a_case_one_may_not_see_answers_like_one_that_is_not_there(work_of, actors, case_id, trail):
    for name, act in ACTS.items():
        answers = []
        for each in (case_id, uuid4()):
            with pytest.raises(BureauError) as answer, work_of(actors.outsider) as work:
                act(work, each)
            answers.append(answer.value)
        hidden, absent = answers
        assert isinstance(hidden, AccessDenied), name
        assert (str(hidden), hidden.code, hidden.where, hidden.hint) == (
            str(absent),
            absent.code,
            absent.where,
            absent.hint,
        ), name
    refused = [event for event in trail() if event.kind == "access.denied"]
    assert len(refused) == len(ACTS)


def test_every_operation_on_a_case_stands_in_the_list():
    modules = (
        *(
            appeals,
            applicant_links,
            condition_library,
            corrections,
            deals,
            delays,
            documents,
            estates,
            figures,
        ),
        *(financings, fronts, holds, import_undoing, imports, intakes, leads, letters),
        *(case_areas, case_steps, mandates, networks, trays),
        *(objections, ordinary, parties, party_corrections, payment_exports, payments),
        *(matches, person_exports, person_requests, records, related_cases),
        *(rights, sources, tasks, ties),
        *(contacts, disclosures, sharing_registers, sharing_requests, stances),
        *(chronologies, explorations, money_flows, notes, statements, tours),
    )
    public = {
        name
        for module in modules
        for name, thing in vars(module).items()
        if callable(thing)
        and getattr(thing, "__module__", "") == module.__name__
        and not name.startswith("_")
        and not isinstance(thing, type)
        and "case_id" in inspect.signature(thing).parameters
    }
    assert public == set(ACTS)
