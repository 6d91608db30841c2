"""Meetings of the partnership as the texts tell them: planned, held, minuted and followed."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.demo.stage import Act, Scene
from bureau.operations import (
    actions,
    agenda_items,
    attendances,
    contributions,
    meetings,
    minutes,
    papers,
    voices,
)
from bureau.operations.agenda_items import Option
from bureau.operations.contributions import Brought
from bureau.rules.agenda import Declaration
from bureau.work import Work

CHAIR = "coordinator"
ASKED = (
    *("title", "question", "phase", "basis", "victim_check", "without_persons"),
    *("point", "why", "asked"),
)


class Told:
    """One meeting of the story: what its texts say, and how it is played."""

    def __init__(self, story: str, key: str, text: Mapping[str, Any], why: str) -> None:
        self.story, self.key, self.text, self.why = story, key, text, why
        self.items: list[dict[str, Any]] = list(text["items"])

    def acts(self) -> tuple[Act, ...]:
        """Everything that happened, as far as the meeting has come."""
        days = self.text["days"]
        found = [self._act(days["plan"], "10:40", self._plan)]
        found += [
            self._act(days["plan"] - 1, f"1{n}:20", self._bring(by), by)
            for n, by in enumerate(self._bringing())
        ]
        found.append(self._act(days["freeze"], "15:10", self._freeze))
        if "hold" in days:
            found += self._held(days)
        return tuple(found)

    def _held(self, days: Mapping[str, int]) -> list[Act]:
        seats = (*self._coming(), CHAIR)
        found = [
            self._act(days["hold"], "13:30", self._hold),
            self._act(days["write"], "10:15", self._write),
            *(
                self._act(days["approve"], f"1{n}:05", self._approve, login)
                for n, login in enumerate(seats)
            ),
            self._act(days["track"], "09:05", self._track),
            *(
                self._act(days["report"], f"{n + 9:02d}:25", self._report, owner)
                for n, owner in enumerate(self._reporting())
            ),
        ]
        if "close" in days:
            found.append(self._act(days["close"], "16:20", self._close))
        return found

    def _act(self, ago: int, clock: str, do: Any, by: str = CHAIR) -> Act:
        return Act(ago, clock, by, do, self.why)

    def _coming(self) -> list[str]:
        """Who sat at the table for an item at least, without the chair."""
        return sorted(
            {
                login
                for item in self.items
                for login, _ in item["seats"]
                if login not in item.get("absent", ())
            }
        )

    def _reporting(self) -> list[str]:
        told = [action for item in self.items for action in item["actions"]]
        return sorted({each["owner"] for each in told if each["status"] != "open"})

    def _bringing(self) -> list[str]:
        return sorted({row["by"] for item in self.items for row in item.get("brought", ())})

    def item(self, number: int) -> str:
        """The name of an item in the story."""
        return f"{self.key}/item:{number}"

    def _plan(self, scene: Scene, work: Work) -> None:
        case, text, days = scene.id(self.story), self.text, self.text["days"]
        held = scene.on(days["hold"]) if "hold" in days else scene.days.coming(text["coming"])
        after = scene.on(days["next"]) if "next" in days else None
        meeting = meetings.plan_meeting(
            work, case, text["meeting"], held, text["place"], text["purpose"], next_on=after
        )
        work.session.flush()
        scene.keep(f"{self.key}/meeting", meeting)
        for number, item in enumerate(self.items):
            wanted = agenda_items.Wanted(**{name: item[name] for name in ASKED if name in item})
            seats = [(login, why) for login, why in item["seats"]]
            made = agenda_items.add_item(work, case, meeting.id, wanted, seats)
            work.session.flush()
            scene.keep(self.item(number), made)
            self._prepare(scene, work, item, made)

    def _prepare(self, scene: Scene, work: Work, told: Mapping[str, Any], made: Any) -> None:
        """The options of an item and the papers for each seat."""
        case = scene.id(self.story)
        if "options" in told:
            options = {track: Option(*said) for track, said in told["options"].items()}
            agenda_items.compare_options(work, case, made.id, made.version, options)
        if "subject" in told:
            work.session.flush()
            voices.choose_subject(work, case, made.id, made.version, told["subject"])
        seats = {seat.user.login: seat.id for seat in _seats(work, case, made.id)}
        for row in told.get("papers", ()):
            readers = [seats[login] for login in row["seats"]]
            thing = scene.id(f"{self.story}/{row['party']}")
            papers.release_paper(work, case, made.id, "party", thing, row["basis"], readers)

    def _bring(self, by: str) -> Any:
        def bring(scene: Scene, work: Work) -> None:
            case = scene.id(self.story)
            for number, item in enumerate(self.items):
                for row in item.get("brought", ()):
                    if row["by"] == by:
                        self._brought(scene, work, case, scene.id(self.item(number)), row)

        return bring

    def _brought(
        self, scene: Scene, work: Work, case: UUID, item: UUID, row: Mapping[str, Any]
    ) -> None:
        seats = {seat.user.login: seat.id for seat in _seats(work, case, item)}
        told = Brought(row["text"], row["category"], row["basis"], row.get("handling", "H0"))
        made = contributions.contribute(
            work, case, item, told, [seats[login] for login in row["to"]]
        )
        if recalled := row.get("recalled"):
            work.session.flush()
            contributions.recall_contribution(work, case, made.id, recalled)

    def _step(self, scene: Scene, work: Work, target: str) -> None:
        case, meeting = scene.id(self.story), scene.id(f"{self.key}/meeting")
        work.session.flush()
        at = meetings.read_meeting(work, case, meeting).meeting
        meetings.step_meeting(work, case, meeting, at.version, target)

    def _freeze(self, scene: Scene, work: Work) -> None:
        self._step(scene, work, "agenda_frozen")

    def _hold(self, scene: Scene, work: Work) -> None:
        """The meeting itself: who sat there, item by item, and what was agreed."""
        case = scene.id(self.story)
        self._step(scene, work, "in_session")
        for number, item in enumerate(self.items):
            found = agenda_items.read_item(work, case, scene.id(self.item(number))).item
            seats = {seat.id: _there(item, seat.user.login) for seat in found.seats}
            attendances.record_attendance(work, case, found.id, seats)
            for count, action in enumerate(item["actions"]):
                made = actions.agree_action(
                    work,
                    case,
                    found.id,
                    action["text"],
                    action["owner"],
                    action["power"],
                    action["barrier"],
                    scene.days.coming(action["due"]),
                )
                scene.keep(f"{self.item(number)}/{count}", made)

    def _write(self, scene: Scene, work: Work) -> None:
        case = scene.id(self.story)
        self._step(scene, work, "minutes_draft")
        for number, item in enumerate(self.items):
            found = agenda_items.read_item(work, case, scene.id(self.item(number))).item
            decided = minutes.Decided(
                item["decision_kind"],
                item["decision"],
                phase=item.get("decision_phase", ""),
                to=item.get("decision_to", ""),
                power=item.get("decision_power", ""),
            )
            minutes.write_minutes(
                work, case, found.id, found.version, item["minutes"], decided, item["victim_check"]
            )
            seats = {seat.user.login: seat.id for seat in found.seats}
            for login, text, answer in item.get("dissents", ()):
                minutes.state_dissent(work, case, found.id, seats[login], text)
                minutes.answer_dissent(work, case, found.id, seats[login], answer)
            if "despite" in item:
                voices.answer_veto(work, case, found.id, found.version, item["despite"])
        self._step(scene, work, "minutes_approved")

    def _approve(self, scene: Scene, work: Work) -> None:
        view = meetings.read_meeting(work, scene.id(self.story), scene.id(f"{self.key}/meeting"))
        for item in view.items:
            if item.id not in view.shut:
                minutes.approve_minutes(work, scene.id(self.story), item.id)

    def _track(self, scene: Scene, work: Work) -> None:
        self._step(scene, work, "tracking")

    def _close(self, scene: Scene, work: Work) -> None:
        self._step(scene, work, "closed")

    def _report(self, scene: Scene, work: Work) -> None:
        """Whoever acts tells how far the actions of the own organisation are."""
        case = scene.id(self.story)
        for number, item in enumerate(self.items):
            for count, told in enumerate(item["actions"]):
                self._told(scene, work, case, f"{self.item(number)}/{count}", told)

    def _told(
        self, scene: Scene, work: Work, case: UUID, name: str, told: Mapping[str, Any]
    ) -> None:
        found = {row.id: row for row in actions.list_own_actions(work)}
        action = found.get(scene.id(name))
        if action is None or told["status"] == "open":
            return
        after = told.get("replaced_by")
        successor = scene.id(f"{name.rpartition('/')[0]}/{after}") if after is not None else None
        actions.report_action(
            work, case, action.id, action.version, told["status"], told["result"], successor
        )


def _seats(work: Work, case: UUID, item: UUID) -> list[Any]:
    return list(agenda_items.read_item(work, case, item).item.seats)


def _there(item: Mapping[str, Any], login: str) -> attendances.Attendance:
    if login in item.get("absent", ()):
        return attendances.Attendance(False)
    if interest := dict(item.get("left", ())).get(login, ""):
        return attendances.Attendance(True, Declaration.LEFT_ROOM, interest)
    return attendances.Attendance(True, Declaration.NO_INTEREST)
