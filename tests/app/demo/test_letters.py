"""The café of the demonstration got every letter that the law asks for, on its day."""

from bureau.operations import letters

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
