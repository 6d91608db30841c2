"""The demonstration's own calendar: everything is told as so many days before today."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bureau.rules import calendar

CIVIL = ZoneInfo("Europe/Amsterdam")
STEP = timedelta(minutes=7)


@dataclass(frozen=True, slots=True)
class Days:
    """Days counted from the civil date on which the demonstration is made."""

    today: date

    @classmethod
    def at(cls, moment: datetime) -> "Days":
        """The days as seen from `moment`."""
        return cls(moment.astimezone(CIVIL).date())

    def on(self, ago: int) -> date:
        """The working day that lies `ago` days back, or before that: offices act on those."""
        day = self.exact(ago)
        while calendar.closed(day):
            day -= timedelta(days=1)
        return day

    def exact(self, ago: int) -> date:
        """The day that lies exactly `ago` days back; below nought it is still to come."""
        return self.today - timedelta(days=ago)

    def coming(self, days: int) -> date:
        """The first working day from `days` days after today on."""
        return calendar.next_open(self.today + timedelta(days=days))

    def moment(self, ago: int, clock: str, after: datetime | None = None) -> datetime:
        """`clock` on the working day `ago` days back, later than `after` where that is needed."""
        local = datetime.combine(self.on(ago), time.fromisoformat(clock), CIVIL)
        found = local.astimezone(UTC)
        return max(found, after + STEP) if after else found
