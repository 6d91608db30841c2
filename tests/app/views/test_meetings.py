"""A partnership meeting walked through over the web, from its plan to a report on an action."""

import re

import pytest

from tests.app.views.reading import address, text, version, words

OPENED = {
    "title": "Lege winkels",
    "regime": "RIEC",
    "regime_reason": "Signalen van drie deelnemers",
    "regime_basis": "WGS 2.17",
}
ITEM = {
    "title": "Kade 12",
    "question": "Who acts first?",
    "phase": "P2",
    "victim_check": "no_indication",
    "basis": "WGS 2.23",
    "point": "case",
    "seats": "police",
    "because-police": "surveillance of the quay",
}
PLAN = {
    "title": "Overleg maart",
    "held_on": "2026-03-04",
    "place": "Stadhuis",
    "purpose": "one signal, five tasks",
}
MINUTES = {
    "minutes": "The keys were discussed.",
    "decision_kind": "intervention",
    "decision": "The police looks first.",
    "to": "police",
    "decided_power": "Politiewet 2012 art. 3",
    "victim_check": "no_indication",
}
ACTION = {
    "text": "Look at the lock",
    "owner": "police",
    "power": "Politiewet 2012 art. 3",
    "barrier": "UGB-4b",
    "due_on": "2026-04-01",
}


OPTIONS = {
    "why_not-criminal": "no suspicion yet",
    "what-administrative": "inspect",
    "why-administrative": "lightest means",
    "why_not-victim": "checked, no indication",
}


class Table:
    """A partnership case with police and tax, and one meeting about it."""

    def __init__(self, client_of):
        self.chair, self.police, self.tax = map(client_of, ("coordinator", "police", "tax"))
        made = self.chair.send("/cases/new/partnership", OPENED)
        self.case = made.location
        for login in ("police", "tax"):
            share = {"login": login, "capacity": "partner", "reason": "own task"}
            assert self.chair.send(f"{self.case}/members", share).status_code == 302
        gate = {"phase": "P2", "necessity": "the books are needed", "named": ["police", "tax"]}
        assert self.chair.send(f"{self.case}/phases", gate).status_code == 302
        self.meeting = self.chair.send(f"{self.case}/meetings/new", PLAN).location

    def add(self, **more):
        """Put an item on the agenda; its address."""
        assert self.chair.send(f"{self.meeting}/items", {**ITEM, **more}).status_code == 302
        item = address(text(self.chair.get(self.meeting)), "/items/[0-9a-f-]{36}")
        at = version(text(self.chair.get(item)), f"{item}/options")
        self.chair.send(f"{item}/options", {"version": at, **OPTIONS})
        return item

    def step(self, target, who=None):
        """Take the meeting to its next state."""
        page = text(self.chair.get(self.meeting))
        form = {"version": self.version(page), "target": target}
        return (who or self.chair).send(f"{self.meeting}/steps", form)

    def version(self, page):
        found = re.search(r'name="version"[^>]*value="(\d+)"', page)
        return found[1] if found else "1"

    def attend(self, item):
        """Everybody at the table says which interests they have."""
        page = text(self.chair.get(item))
        seats = re.findall(r'name="attended-([0-9a-f-]+)"', page)
        form = {f"attended-{seat}": "yes" for seat in seats}
        form |= {f"declared-{seat}": "no_interest" for seat in seats}
        assert self.chair.send(f"{item}/attendance", form).status_code == 302
        return seats

    def minute(self, item, **more):
        """Write down what was decided."""
        action = f"{item}/minutes"
        shown = version(text(self.chair.get(item)), action)
        return self.chair.send(action, {"version": shown, **MINUTES, **more})

    def to_session(self):
        """A meeting in session on one item; its address."""
        item = self.add()
        for state in ("agenda_frozen", "in_session"):
            assert self.step(state).status_code == 302
        return item


@pytest.fixture
def table(client_of):
    return Table(client_of)


def test_a_meeting_walks_from_its_plan_to_a_report(table):
    item = table.to_session()
    assert len(table.attend(item)) == 2
    assert table.step("minutes_draft").status_code == 302
    assert table.minute(item).status_code == 302
    assert table.chair.send(f"{item}/actions", ACTION).status_code == 302
    assert table.step("minutes_approved").status_code == 302
    for seat in (table.chair, table.police):
        assert seat.send(f"{item}/approval").status_code == 302
    assert table.step("tracking").status_code == 302
    page = text(table.police.get(item))
    report = address(page, "/actions/[0-9a-f-]{36}")
    form = {"version": version(page, report), "status": "done", "result": "The lock is sound."}
    assert table.police.send(report, form).status_code == 302
    told = words(table.chair.get(item))
    for said in ("The police looks first.", "The lock is sound."):
        assert said in told
    assert table.step("closed").status_code == 302


def test_an_item_does_not_exist_for_whoever_it_does_not_admit(table):
    item = table.add()
    assert table.tax.get(item).status_code == 404
    page = text(table.tax.get(table.meeting))
    assert "Overleg maart" in page
    assert "Kade 12" not in page
    assert "Kade 12" in text(table.police.get(table.meeting))


def test_only_the_chair_runs_a_meeting(table):
    item = table.add()
    assert table.police.get(f"{table.case}/meetings/new").status_code == 404
    assert table.police.send(f"{table.meeting}/items", ITEM).status_code == 404
    assert table.step("agenda_frozen", who=table.police).status_code == 404
    assert table.police.send(f"{item}/minutes", {"version": "1", **MINUTES}).status_code == 404
    assert table.police.send(f"{item}/actions", ACTION).status_code == 404
    assert table.police.send(f"{item}/attendance").status_code == 404


def test_a_seat_that_is_not_open_in_the_phase_is_shown_and_refused(table):
    page = words(table.chair.get(table.meeting))
    assert "WGS 2.19(1)(a); WGS 2.22, 2.23" in page
    assert "WGS 2.19(1)(a); WGS 2.22, 2.23" not in words(table.police.get(table.meeting))
    answer = table.chair.send(f"{table.meeting}/items", {**ITEM, "phase": "P1"})
    assert answer.status_code == 409
    assert "WGS 2.19(1)(a)" in words(answer)
    area = {**ITEM, "title": "De kade", "phase": "P1", "without_persons": "y"}
    assert table.chair.send(f"{table.meeting}/items", area).status_code == 302


def test_whoever_left_the_room_is_shown_with_the_interest(table):
    item = table.to_session()
    seats = re.findall(r'name="attended-([0-9a-f-]+)"', text(table.chair.get(item)))
    form = {f"attended-{seat}": "yes" for seat in seats}
    assert table.chair.send(f"{item}/attendance", form).status_code == 302
    assert table.step("minutes_draft").status_code == 409
    form |= {f"declared-{seat}": "left_room" for seat in seats}
    form |= {f"interest-{seat}": "a brother rents there" for seat in seats}
    assert table.chair.send(f"{item}/attendance", form).status_code == 302
    assert table.step("minutes_draft").status_code == 302
    assert "a brother rents there" in words(table.police.get(item))


def test_whoever_left_the_room_reads_no_options_either(table):
    item = table.to_session()
    heading = "Mogelijkheden in drie sporen"
    assert heading in words(table.police.get(item))
    seats = re.findall(r'name="attended-([0-9a-f-]+)"', text(table.chair.get(item)))
    form = {f"attended-{seat}": "yes" for seat in seats}
    form |= {f"declared-{seat}": "left_room" for seat in seats}
    form |= {f"interest-{seat}": "a brother rents there" for seat in seats}
    assert table.chair.send(f"{item}/attendance", form).status_code == 302
    assert heading not in words(table.police.get(item))


@pytest.mark.parametrize("login", ["officer", "outsider", "auditor", "admin", "care"])
def test_who_takes_no_part_finds_nothing(table, client_of, login):
    visitor = client_of(login)
    assert visitor.get(table.meeting).status_code == 404
    assert "Overleg maart" not in text(visitor.get("/meetings"))


def test_the_list_holds_the_meetings_of_ones_own_cases(table):
    assert all("Overleg maart" in text(v.get("/meetings")) for v in (table.chair, table.tax))


def test_a_plan_without_a_purpose_stays_on_the_page(table):
    answer = table.chair.send(f"{table.case}/meetings/new", {**PLAN, "purpose": ""})
    assert 'role="alert"' in text(answer)
    assert "Stadhuis" in text(answer)


def test_a_meeting_does_not_move_on_before_everything_is_recorded(table):
    answer = table.step("agenda_frozen")
    assert answer.status_code == 409
    assert table.step("closed").status_code == 409
    table.add()
    assert table.step("agenda_frozen").status_code == 302
    assert table.chair.send(f"{table.meeting}/items", ITEM).status_code == 409


def test_a_seat_that_takes_no_part_in_the_case_is_not_admitted(table):
    answer = table.chair.send(
        f"{table.meeting}/items", {**ITEM, "seats": "customs", "because-customs": "the goods"}
    )
    assert answer.status_code == 404
    assert "Kade 12" not in text(table.chair.get(table.meeting))


def test_a_seat_without_a_reason_comes_back_beside_its_tick(table):
    answer = table.chair.send(f"{table.meeting}/items", {**ITEM, "because-police": " "})
    assert answer.status_code == 422
    assert "van dit onderdeel moet weten" in words(answer)
    assert re.search(r'value="police" id="seat-police" checked', text(answer))


def test_an_item_comes_no_later_than_the_phase_of_its_case(table):
    page = text(table.chair.get(table.meeting))
    assert 'value="P2"' in page
    assert 'value="P3"' not in page
    assert table.chair.send(f"{table.meeting}/items", {**ITEM, "phase": "P3"}).status_code == 422


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("items", {**ITEM, "question": ""}),
        ("minutes", {"version": "1", **MINUTES, "decision": ""}),
        ("actions", {**ACTION, "power": ""}),
    ],
)
def test_what_is_incomplete_is_told_and_not_stored(table, path, form):
    item = table.to_session() if path != "items" else table.meeting
    answer = table.chair.send(f"{item}/{path}", form)
    assert answer.status_code == 422
    assert 'role="alert"' in text(answer)
    assert all(said not in text(table.chair.get(item)) for said in ("Look at the lock", "Kade 13"))


def test_minutes_that_changed_meanwhile_are_not_overwritten(table):
    item = table.to_session()
    table.attend(item)
    assert table.minute(item).status_code == 302
    late = table.chair.send(f"{item}/minutes", {"version": "1", **MINUTES, "decision": "Nothing."})
    assert late.status_code == 409
    assert "The police looks first." in text(table.chair.get(item))


def test_an_action_is_reported_on_by_its_owner_or_the_chair_only(table):
    item = table.add(seats=["police", "tax"], **{"because-tax": "task"})
    for state in ("agenda_frozen", "in_session"):
        table.step(state)
    table.attend(item)
    assert table.chair.send(f"{item}/actions", ACTION).status_code == 302
    report = address(text(table.police.get(item)), "/actions/[0-9a-f-]{36}")
    form = {"version": "1", "status": "doing", "result": ""}
    assert report not in text(table.tax.get(item))
    assert table.tax.send(report, form).status_code == 409
    assert table.chair.send(report, form).status_code == 302


def test_a_step_or_a_report_that_is_no_form_of_ours_says_so(table):
    for form in ({"version": "abc", "target": "agenda_frozen"}, {"version": "1", "target": ""}):
        answer = table.chair.send(f"{table.meeting}/steps", form)
        assert answer.status_code == 422
        assert "notice--error" in text(answer)
    assert "notice--error" not in text(table.chair.get(table.meeting))


def test_a_refused_form_comes_back_with_all_that_was_typed(table):
    item = table.add(seats=["police", "tax"], **{"because-tax": "task"})
    for state in ("agenda_frozen", "in_session"):
        assert table.step(state).status_code == 302
    page = text(table.chair.get(item))
    seats = re.findall(r'name="attended-([0-9a-f-]+)"', page)
    form = {f"attended-{seat}": "yes" for seat in seats}
    form |= {f"declared-{seats[0]}": "left_room", f"identity-{seats[1]}": "known by voice"}
    answer = table.chair.send(f"{item}/attendance", form)
    assert answer.status_code == 422
    for kept in ('value="known by voice"', f'id="declared-{seats[0]}-left_room" checked'):
        assert kept in text(answer)
    told = {"version": version(page, f"{item}/options"), "why_not-victim": "", **OPTIONS}
    told["why_not-criminal"] = "  "
    answer = table.chair.send(f"{item}/options", told)
    assert answer.status_code == 422
    assert text(answer).count("lightest means") == 2  # as it stands, and as it was typed
    answer = table.chair.send(f"{item}/actions", {**ACTION, "owner": ""})
    assert answer.status_code == 422
    assert "WGS 1.3(4)" in words(answer)
    assert "Look at the lock" in text(answer)
    table.attend(item)
    assert table.chair.send(f"{item}/actions", ACTION).status_code == 302
    report = address(text(table.chair.get(item)), "/actions/[0-9a-f-]{36}")
    answer = table.chair.send(report, {"version": "1", "status": "done", "result": " "})
    assert answer.status_code == 422
    assert 'value="done" selected' in text(answer)


def test_who_was_there_is_corrected_until_approval_and_an_interest_is_read_by_few(table):
    item = table.add(seats=["police", "tax"], **{"because-tax": "task"})
    for state in ("agenda_frozen", "in_session"):
        table.step(state)
    seats = table.attend(item)
    form = {f"attended-{seat}": "yes" for seat in seats}
    form |= {f"declared-{seat}": "no_interest" for seat in seats}
    page = text(table.tax.get(item))
    own = re.search(r'name="dissenter"[^>]*>\s*<option[^>]*value="([0-9a-f-]+)"', page)[1]
    gone = {f"declared-{own}": "left_room", f"interest-{own}": "a brother rents there"}
    assert table.chair.send(f"{item}/attendance", form | gone).status_code == 302
    assert "a brother rents there" in words(table.tax.get(item))
    told = words(table.police.get(item))
    assert "a brother" not in told
    assert "verliet de zaal voor dit onderdeel" in told
    assert table.step("minutes_draft").status_code == 302
    away = {k: v for k, v in form.items() if own not in k} | {f"declared-{own}": "not_asked"}
    assert f'id="declared-{own}-not_asked"' in text(table.chair.get(item))
    assert table.chair.send(f"{item}/attendance", away).status_code == 302
    assert "verliet de zaal" not in words(table.police.get(item))
