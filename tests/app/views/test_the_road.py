"""The road from application to decision, clicked through over the web by its people."""

import re

from tests.app.views.reading import address, text, version
from tests.walls.visiting import PASSWORD


def hidden(page, name):
    """What a hidden field of the page holds."""
    return re.search(rf'name="{name}"[^>]*value="([^"]+)"', page)[1]


class Walk:
    """One screening over the web."""

    def __init__(self, road, client_of):
        self.road, self.path = road, f"/cases/{road.id}"
        self.officer, self.second, self.mayor = map(client_of, ("officer", "second", "mayor"))

    def do(self, tail, form, who=None):
        """Send a form that must be accepted."""
        answer = (who or self.officer).send(f"{self.path}{tail}", form)
        assert answer.status_code == 302, text(answer)[-3000:]
        return answer

    def page(self, tail, who=None):
        answer = (who or self.officer).get(f"{self.path}{tail}")
        assert answer.status_code == 200
        return text(answer)

    def step(self, code):
        self.do("/steps", {"step": code, "reason": "as the file shows"})


def test_the_road_can_be_walked_from_application_to_aftercare(road, client_of):
    walk = Walk(road, client_of)
    memo = {
        "version": version(walk.page("/application"), f"{walk.path}/application/scope"),
        "applicant": str(road.applicant),
        "ordinary_grounds": "Looked at, none is met.",
        "policy_reason": "Hospitality is a selected sector.",
    }
    walk.do("/application/scope", memo)
    walk.step("T02")
    walk.do("/application/form/send", {"reason": "selected by policy"})
    walk.do("/application/form/return", {})
    road.answer("03-02")
    assert "T07" in walk.page("")
    walk.step("T07")
    _investigate(walk)
    _assess(walk)
    _hear(walk)
    _decide(walk)
    assert road.state() == "ST120"
    assert walk.page("/aftercare")


def _investigate(walk):
    look = {
        "register": "BR01",
        "subject": str(walk.road.applicant),
        "question": "Who directs it?",
        "result": "One director.",
    }
    walk.do("/investigation/consult", look)
    assert "One director." in walk.page("/investigation")
    walk.do("/investigation/close-light", {}, walk.second)
    walk.step("T12")


def _assess(walk):
    finding = {
        "ground": "a",
        "text": "The lender cannot carry the loan.",
        "perceived": "register",
        "sources": [str(walk.road.source)],
    }
    walk.do("/assessment/findings/new", finding)
    for ground, danger in (("a", "serious"), ("b", "none"), ("art_3_6", "unknown")):
        form = {"danger": danger, "reasoning": "As the findings show."}
        walk.do(f"/assessment/grounds/{ground}", form)
    for ground in ("a", "b", "art_3_6"):
        page = walk.page("/assessment", walk.second)
        form = page[page.index(f"/grounds/{ground}/signature") :]
        shown = re.search(r'name="version" value="([0-9]+)"', form)[1]
        walk.do(f"/assessment/grounds/{ground}/signature", {"version": shown}, walk.second)
    walk.step("T27")
    weighed = {
        "interests": "Livelihood against public order.",
        "lapse_of_time": "One year.",
        "lesser_means": "Conditions were considered.",
        "conclusion": "In proportion.",
        "proportionate": "yes",
        "conditions_identifiable": "no",
    }
    walk.do("/assessment/weighing", weighed)
    walk.step("T31")


def _hear(walk):
    intention = {
        "intended": "refuse",
        "reasons": "Serious danger on ground a.",
        "until_on": "2026-03-16",
    }
    walk.do("/hearing/intention", intention)
    walk.do("/hearing/view", {"manner": "written", "points": "The loan is repaid."})
    page = walk.page("/hearing")
    path = address(page, "/hearing/points/")
    point = {"version": version(page, path), "answer": "Not shown."}
    walk.do(path.removeprefix(walk.path), point)
    walk.step("T35")


def _decide(walk):
    decision = {"outcome": "refuse", "reasons": "As the assessment shows."}
    wrong = walk.mayor.send(
        f"{walk.path}/decision", {**decision, "password": "not the right password"}
    )
    assert wrong.status_code == 422
    assert walk.road.show()["decisions"] == []
    walk.do("/decision", {**decision, "password": PASSWORD}, walk.mayor)
    early = walk.officer.send(f"{walk.path}/steps", {"step": "T36", "reason": "as it stands"})
    assert early.status_code == 409
    place = address(text(walk.second.get("/approvals")), "approvals/[0-9a-f]")
    page = text(walk.second.get(place))
    agreed = {name: hidden(page, name) for name in ("version", "digest")}
    answer = walk.second.send(f"{place}/agreement", {**agreed, "own_password": PASSWORD})
    assert answer.status_code == 302, text(answer)[-2000:]
    walk.step("T36")
    walk.do("/decision/register", {"reason": "reported at the Bureau", "entities": []})
