"""Who acts where nobody signs in: a command and the worker take the account as it stands."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Store
from sqlalchemy.orm import sessionmaker

from bureau.entry import actor_of, reading
from bureau.errors import NotFound
from bureau.model import Job, User
from bureau.policy import Actor
from bureau.rules.dates import civil_date


def actor_called(factory: sessionmaker[Store], login: str, now: datetime) -> Actor:
    """Whoever a command acts for; raises NotFound for nobody and for a closed account."""
    with reading(factory) as store:
        user = store.scalar(select(User).where(User.login == login))
        if user is None or not user.opens(civil_date(now)):
            raise NotFound(
                "There is no account {login} that may act.",
                where={"option": "--as"},
                hint="Look up the login with an administrator.",
                login=login,
            )
        return actor_of(user, now=now)


def asker_of(factory: sessionmaker[Store], job_id: UUID) -> UUID | None:
    """The account that asked for a job; None when there is no such job."""
    with reading(factory) as store:
        return job.asked_by_id if (job := store.get(Job, job_id)) else None


def actor_now(factory: sessionmaker[Store], user_id: UUID, now: datetime) -> Actor:
    """The account as it stands at this moment; once it is closed it has no role left."""
    with reading(factory) as store:
        actor = actor_of(user := store.get_one(User, user_id), now=now)
        return actor if user.opens(civil_date(now)) else replace(actor, roles=frozenset())
