"""Leave: one table, and single answers agree with lists in every world."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bureau.leave import ADMITTED
from bureau.model import (
    AgendaItem,
    Base,
    Case,
    Document,
    DocumentReader,
    Job,
    Membership,
    Seat,
    Signal,
    SignalTester,
    SupportFile,
    SupportMember,
)
from bureau.policy import POLICY, Actor, Permission, ever, permits, visible
from bureau.rules.vocabulary import CaseKind, Role
from tests.conftest import NOW

OF_CASE = [
    permission
    for permission in Permission
    if any(rule.name == "member of the case" for line in POLICY[permission] for rule in line)
]
TODAY = NOW.date()
PEOPLE = [uuid4() for _ in range(3)]
BODY, BUREAU = uuid4(), uuid4()


def actor(person, roles, body=None):
    return Actor(person, body or uuid4(), frozenset(roles))


def case(kind, members):
    made = Case(
        reference=uuid4().hex[:20], kind=kind, title="x", organisation_id=uuid4(),
        opened_on=TODAY, opened_at=NOW, state="ST10",
    )  # fmt: skip
    made.members = [Membership(user_id=p, capacity="reader", since=TODAY) for p in members]
    return made


def document(restricted, readers):
    made = Document(
        case_id=uuid4(), title="x", kind="DC01", filename="x", media_type="text/plain",
        sha256="0" * 64, size=1, restricted=restricted, added_at=NOW, added_by_id=uuid4(),
    )  # fmt: skip
    made.readers = [DocumentReader(case_id=made.case_id, user_id=p, reason="x") for p in readers]
    return made


def item(seats):
    made = AgendaItem(
        case_id=uuid4(), meeting_id=uuid4(), number=1, title="x", question="x", phase="P1",
        basis="x",
    )  # fmt: skip
    made.seats = [Seat(case_id=uuid4(), user_id=p, admitted_because="x") for p in seats]
    return made


def support(members):
    made = SupportFile(reference=uuid4().hex[:20], code_name="x", state="signal", opened_on=TODAY)
    made.members = [SupportMember(user_id=p, capacity="helper", since=TODAY) for p in members]
    return made


def job(person):
    return Job(kind="x", scope="x", arguments={}, asked_by_id=person, asked_at=NOW)


def signal(person, testers, submitted):
    made = Signal(
        reference=uuid4().hex[:20], organisation_id=BODY, bureau_id=BUREAU, form="4", facts="x",
        observation="x", source="x", ground="x", subjects=[], written_at=NOW, checked="",
        written_by_id=person, outcome_words="", submitted_at=NOW if submitted else None,
    )  # fmt: skip
    made.testers = [
        SignalTester(person_id=p, invited_at=NOW, interest="", declaration=declared)
        for p, declared in testers
    ]
    return made


invited = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["not_asked", "has_interest"])),
    unique_by=lambda pair: pair[0],
)
some_people = st.lists(st.sampled_from(PEOPLE), unique=True)
worlds = st.lists(
    st.one_of(
        st.builds(case, st.sampled_from([CaseKind.SCREENING, CaseKind.PARTNERSHIP]), some_people),
        st.builds(document, st.booleans(), some_people),
        st.builds(item, some_people),
        st.builds(support, some_people),
        st.builds(job, st.sampled_from(PEOPLE)),
        st.builds(signal, st.sampled_from(PEOPLE), invited, st.booleans()),
    ),
    max_size=8,
)
TABLES = {
    Case: OF_CASE,
    Document: [Permission.DOCUMENT_READ],
    AgendaItem: [Permission.ITEM_READ, Permission.ACTION_REPORT],
    SupportFile: [Permission.SUPPORT_READ, Permission.SUPPORT_EDIT, Permission.SUPPORT_DOSSIER],
    Job: [Permission.JOB_READ],
    Signal: [each for each in Permission if each.startswith("signal.") and "list" not in each],
}


@pytest.fixture(scope="module")
def tables():
    """A database in memory in which nothing stays."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds, roles=st.frozensets(st.sampled_from(Role), max_size=4))
def test_lists_and_single_answers_agree(tables, world, roles):
    with Session(tables) as session:
        session.add_all(world)
        session.flush()
        for person, body in zip(PEOPLE, (BODY, BUREAU, None), strict=True):
            who = actor(person, roles, body)
            for table, permissions in TABLES.items():
                rows = [row for row in world if isinstance(row, table)]
                for permission in permissions:
                    listed = set(session.scalars(visible(who, permission, table)))
                    assert listed == {row for row in rows if permits(who, permission, row)}


@pytest.mark.parametrize("permission", OF_CASE)
def test_nobody_has_access_to_a_case_without_membership(permission):
    everybody = actor(uuid4(), Role)
    for kind in (CaseKind.SCREENING, CaseKind.PARTNERSHIP):
        assert not permits(everybody, permission, case(kind, [uuid4()]))


def test_no_role_reads_a_support_file_but_a_helper_named_in_it():
    everybody = actor(uuid4(), Role)
    assert not permits(everybody, Permission.SUPPORT_READ, support([uuid4()]))
    helper = actor(uuid4(), [Role.CARE])
    assert permits(helper, Permission.SUPPORT_READ, support([helper.id]))
    officer = actor(uuid4(), set(Role) - {Role.CARE})
    assert not permits(officer, Permission.SUPPORT_READ, support([officer.id]))


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_has_a_policy_without_an_empty_line(permission):
    assert POLICY[permission]
    assert all(POLICY[permission])


# The permissions each role can ever have, beside what membership, a seat or a reader's place gives.
EVER = {
    Role.OFFICER: {
        "case.open", "cases.import", "mapping.keep", "lease.take",
        "case.step", "case.edit", "case.share", "fact.record",
        "file.import",
        "document.add", "network.read", "network.detect", "network.export", "lead.answer",
        "dossier.prepare", "dossier.read", "dossier.issue",
        "letter.read", "letter.send", "person.export", "threshold.read", "condition.read",
        "pattern.read", "retention.plan",
    },
    Role.REVIEWER: {
        "hand.approve",
        "screening.sign", "network.read", "dossier.read", "lease.take",
        "dossier.approve", "letter.read", "retention.approve", "threshold.read",
        "threshold.confirm", "condition.read", "pattern.read",
    },
    Role.COORDINATOR: {
        "copy.trace", "hand.approve",
        "partnership.open", "mapping.keep", "case.step", "case.edit", "case.share",
        "fact.record", "file.import", "document.add", "network.read", "meeting.run",
        "signal.handle", "agreement.keep", "processing.read", "processing.keep",
        "letter.text", "threshold.read", "threshold.set", "threshold.confirm", "lease.take",
        "condition.read", "condition.set", "network.detect", "lead.answer", "pattern.read",
        "picture.keep", "evaluation.read", "survey.keep", "plan.edit", "retention.plan",
        "retention.approve",
    },
    Role.MAYOR: {
        "screening.decide", "network.read", "dossier.read", "letter.read",
        "threshold.read", "condition.read", "pattern.read", "lease.take",
    },
    Role.POLICE: set(),
    Role.PROSECUTOR: set(),
    Role.TAX: set(),
    Role.CUSTOMS: set(),
    Role.PORT: set(),
    Role.CARE: {
        "support.open", "support.read", "support.edit", "support.share", "support.dossier",
        "hold.give",
    },
    Role.CARE_LEAD: {"care.manage", "account.open"},
    Role.AUDITOR: {
        "copy.trace",
        *("trail.read", "trail.keep", "threshold.read", "condition.read", "pattern.read"),
        *("watch.run", "watch.review"),
        "processing.read",
    },
    Role.ADMIN: {"user.manage", "account.open", "letter.text", "key.turn", "watch.run"},
}  # fmt: skip
SIGNALS = {"signal.list", "signal.read", "signal.write"}
EVERYBODY = {"work.read", "document.read", "item.read", "action.report", "job.read", "sign.give"}
ANY_MEMBER = {
    "case.read", "meeting.read", "signal.test", "picture.read", "barrier.weigh", "plan.read",
    "plan.sign", "disclosure.make", "disclosure.read", "retention.read",
    "received.read", "received.answer",
}  # fmt: skip
NO_MEMBER = {Role.CARE, Role.CARE_LEAD, Role.AUDITOR, Role.ADMIN}


@pytest.mark.parametrize("role", Role)
def test_each_role_can_ever_do_just_this(role):
    who = actor(uuid4(), [role])
    more = EVERYBODY if role in NO_MEMBER else EVERYBODY | ANY_MEMBER
    more = more if role in (Role.CARE_LEAD, Role.AUDITOR, Role.ADMIN) else more | SIGNALS
    more = more if role in NO_MEMBER | {Role.PORT} else more | {"measure.read"}
    assert {str(p) for p in Permission if ever(who, p)} == EVER[role] | more


@pytest.mark.parametrize("kind", ADMITTED)
@pytest.mark.parametrize("role", Role)
def test_a_member_reads_a_case_for_as_long_as_a_role_admits(kind, role):
    member = actor(uuid4(), [role])
    opened = case(kind, [member.id])
    assert permits(member, Permission.CASE_READ, opened) is (role in ADMITTED[kind])
    assert not permits(actor(member.id, ()), Permission.CASE_READ, opened)
    assert not permits(actor(member.id, ()), Permission.MEETING_READ, opened)
