"""The café of the demonstration got every letter that the law asks for, on its day."""

from bureau.operations import case_files, letters

PARTS = ("interests", "lapse_of_time", "lesser_means", "conclusion")
SENT = ["receipt", "supplement", "advice", "suspension_end", "intention"]


def test_the_letters_went_out_in_order_and_the_decision_last(city):
    with city.work("officer") as work:
        found = letters.list_letters(work, city.id("steven")).letters
        kinds = [row.kind for row in reversed(found)]
        assert kinds == [*SENT, "decision_grant_with_conditions"]
        assert all(row.state == "sent" for row in found)
        days = [row.sent_on for row in reversed(found)]
        assert days == sorted(days)


def test_what_the_applicant_may_not_know_was_left_out(city):
    with city.work("officer") as work:
        case = city.id("steven")
        rows = {row.kind: row for row in letters.list_letters(work, case).letters}
        assert rows["intention"].held_back > 0
        sent = letters.read_letter(work, case, rows["intention"].id)
        assert "Geheimhouding" in sent.paper.text


def test_the_reasoning_sheet_becomes_the_letter_of_the_decision_without_retyping(city):
    with city.work("officer") as work:
        case, kind = city.id("steven"), "decision_grant_with_conditions"
        file = case_files.read_case(work, case)
        [row] = [one for one in letters.list_letters(work, case).letters if one.kind == kind]
        letter = letters.read_letter(work, case, row.id)
        told, hearing, decision = _flat(letter.paper.text), file.hearings[-1], file.decisions[-1]
        carrying = [one for one in file.assessments if one.danger in ("lesser", "serious")]
        grounds = {one.ground for one in carrying}
        found = [one for one in file.findings if one.ground in grounds]
        assert (row.answers, row.template) == ({}, 0)  # nothing was typed, no text adapted
        sheet = [
            *(one.reasoning for one in carrying),
            *(getattr(file.weighing, part) for part in PARTS),
            *(text for point in hearing.points for text in (point.text, point.answer)),
            *(one.text.rstrip(".") for one in decision.conditions),
            *decision.reasons.splitlines(),
        ]
        assert min(len(carrying), len(found)) > 0
        assert len(sheet) > 8
        assert [text for text in sheet if _flat(text) not in told] == []
        assert [one.text for one in found if _flat(one.text) not in told] == []
        assert row.held_back == len(file.findings) - len(found)  # those that carry nothing


def _flat(text):
    return " ".join(text.split())
