"""Support files: begun under a code name, read by helpers named in them, and by nobody else."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bureau.errors import AccessDenied, Changed, Invalid, NotAllowed, NotFound
from bureau.model import Organisation, SupportFile, User, UserRole
from bureau.operations import referrals, supports
from bureau.policy import Actor
from bureau.rules.support import FIRST, support_states
from bureau.rules.vocabulary import Role
from tests.conftest import NOW

OTHERS = (
    *("officer", "second", "coordinator", "mayor", "police", "prosecutor", "tax", "customs"),
    *("port", "auditor", "admin", "outsider"),
)
ON = date(2026, 3, 1)


@pytest.fixture
def helper(actors, sessions):
    """A second helper of the same house."""
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == "support")).one()
        user = User(login="helper", name="Helper", organisation=body)
        user.roles = [UserRole(role=Role.CARE)]
        session.add(user)
        session.flush()
        return Actor(user.id, body.id, frozenset({Role.CARE}), "Helper")


@pytest.fixture
def file(work_of, actors):
    """The id and the reference of a file of one helper."""
    with work_of(actors.care) as work:
        made = supports.open_file(work, "Meerkoet", "after six, by text only", "a safe bed")
        return made.id, made.reference


def version(work_of, actors, key):
    with work_of(actors.care) as work:
        return work.session.get_one(SupportFile, key).version


def test_a_file_begins_without_an_identity(work_of, actors, file):
    with work_of(actors.care) as work:
        view = supports.read_file(work, file[0])
        assert (view.file.code_name, view.file.real_name) == ("Meerkoet", None)
        assert (view.file.state, view.state.code) == (FIRST, FIRST)
        assert view.steps
        assert [row.user.login for row in view.file.members] == ["care"]


@pytest.mark.parametrize("name", ["", " ", "Jan Jansen", "<b>", "x" * 90])
def test_a_code_name_is_one_invented_word(work_of, actors, name):
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.open_file(work, name, "", "")


@pytest.mark.parametrize("login", OTHERS)
def test_nobody_else_reaches_anything_of_it(work_of, actors, file, login):
    key, reference = file
    for act in (
        lambda work: supports.open_file(work, "Linde", "", ""),
        supports.list_files,
        lambda work: supports.read_file(work, key),
        lambda work: supports.edit_file(work, key, 1, "", ""),
        lambda work: supports.step_file(work, key, 1, "contact", "x"),
        lambda work: supports.add_entry(work, key, "plan", "x", ON),
        lambda work: supports.record_reflection(work, key, 1, ON, ON),
        lambda work: supports.record_consent(work, key, "x", "x", "x", "x"),
        lambda work: referrals.withdraw_consent(work, key, uuid4()),
        lambda work: supports.share_file(work, key, login, "support"),
        lambda work: supports.find_file(work, reference),
        lambda work: supports.show_plain(work, reference),
    ):
        with pytest.raises(AccessDenied), work_of(getattr(actors, login)) as work:
            act(work)


def test_another_helper_finds_it_only_once_it_is_shared(work_of, actors, helper, file):
    with pytest.raises(AccessDenied), work_of(helper) as work:
        supports.read_file(work, file[0])
    with work_of(helper) as work:
        assert supports.list_files(work) == []
    with work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", "support")
    with work_of(helper) as work:
        assert [one.reference for one in supports.list_files(work)] == [file[1]]
        assert supports.read_file(work, file[0]).file.needs == "a safe bed"


@pytest.mark.parametrize("login", ["officer", "nobody", "", "care' OR 1=1"])
def test_it_is_shared_with_helpers_only_and_says_no_more(work_of, actors, file, login):
    with pytest.raises(NotFound) as refusal, work_of(actors.care) as work:
        supports.share_file(work, file[0], login, "support")
    assert refusal.value.where == {"field": "login"}


@pytest.mark.parametrize("body", ["Stichting Veilige Haven", "SUPPORT"])
def test_the_body_of_the_helper_may_be_named_by_name_or_code(work_of, actors, helper, file, body):
    with work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", body)


def test_a_helper_of_another_body_than_was_named_gets_nothing(work_of, actors, helper, file):
    for body in ("police", "havermonde"):
        with pytest.raises(NotFound), work_of(actors.care) as work:
            supports.share_file(work, file[0], "helper", body)
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", " ")


@pytest.mark.parametrize("code", ["police", "havermonde", "om"])
def test_a_role_alone_makes_nobody_a_helper(work_of, actors, sessions, helper, file, code):
    with sessions.begin() as session:
        body = session.scalars(select(Organisation).where(Organisation.code == code)).one()
        session.get_one(User, helper.id).organisation = body
    with pytest.raises(NotFound), work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", code)


def test_a_login_that_cannot_be_kept_is_refused(work_of, actors, file):
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.share_file(work, file[0], "a\0b", "support")


def test_a_helper_whose_account_is_disabled_is_not_added(work_of, actors, helper, sessions, file):
    with sessions.begin() as session:
        session.get_one(User, helper.id).active = False
    with pytest.raises(NotFound), work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", "support")


def test_sharing_twice_changes_nothing(work_of, actors, helper, file):
    with work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", "support")
    with pytest.raises(Changed), work_of(actors.care) as work:
        supports.share_file(work, file[0], "helper", "support")


def test_what_is_known_of_the_person_is_changed_with_care(work_of, actors, file):
    seen = version(work_of, actors, file[0])
    with work_of(actors.care) as work:
        supports.edit_file(work, file[0], seen, "Fenna Fictief", "rest")
    with pytest.raises(Changed), work_of(actors.care) as work:
        supports.edit_file(work, file[0], seen, "Another", "")
    with work_of(actors.care) as work:
        assert supports.read_file(work, file[0]).file.real_name == "Fenna Fictief"


@pytest.mark.parametrize("words", [("x" * 201, ""), ("", "a\0b"), ("", "x" * 20_001)])
def test_what_cannot_be_kept_of_the_person_is_refused(work_of, actors, file, words):
    seen = version(work_of, actors, file[0])
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.edit_file(work, file[0], seen, *words)


def test_support_goes_step_by_step_with_a_reason_each(work_of, actors, file):
    first = support_states().row(FIRST, NOW.date()).next[0]
    seen = version(work_of, actors, file[0])
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.step_file(work, file[0], seen, first, "  ")
    with work_of(actors.care) as work:
        supports.step_file(work, file[0], seen, first, "she wants to talk")
        entry = supports.read_file(work, file[0]).file.entries[-1]
        assert (entry.kind, entry.text) == ("step", "she wants to talk")
    with pytest.raises(Changed), work_of(actors.care) as work:
        supports.step_file(work, file[0], seen, "closed", "x")


def test_no_step_is_skipped(work_of, actors, file):
    allowed = support_states().row(FIRST, NOW.date()).next
    far = next(code for code in support_states().codes() if code not in (FIRST, *allowed))
    seen = version(work_of, actors, file[0])
    with pytest.raises(NotAllowed), work_of(actors.care) as work:
        supports.step_file(work, file[0], seen, far, "x")


def test_an_indicator_says_which_how_strong_and_how_learnt(work_of, actors, file):
    told = {
        "dimension": "coercion_at_destination",
        "strength": "strong",
        "perceived": "told",
    }
    with work_of(actors.care) as work:
        entry = supports.add_entry(work, file[0], "indicator", "no passport", ON, **told)
        assert (entry.number, entry.strength) == (1, "strong")
    for missing in told:
        with pytest.raises(Invalid), work_of(actors.care) as work:
            supports.add_entry(work, file[0], "indicator", "x", ON, **{**told, missing: ""})


def test_a_reflection_period_is_kept_within_its_term(work_of, actors, file, trail):
    seen = version(work_of, actors, file[0])
    with work_of(actors.care) as work:
        kept = supports.record_reflection(work, file[0], seen, date(2026, 2, 1), date(2026, 5, 1))
        assert (kept.reflection_from, kept.reflection_until) == (date(2026, 2, 1), date(2026, 5, 1))
    assert trail()[-1].kind == "support.changed"
    seen = version(work_of, actors, file[0])
    for start, until, dublin in (
        (date(2026, 2, 1), date(2026, 5, 2), False),
        (date(2026, 2, 1), date(2026, 3, 4), True),
        (date(2026, 2, 1), date(2026, 1, 31), False),
        (date(2099, 1, 1), date(2099, 1, 2), False),
    ):
        with pytest.raises(Invalid), work_of(actors.care) as work:
            supports.record_reflection(work, file[0], seen, start, until, dublin=dublin)


@pytest.mark.parametrize(("kind", "text"), [("verdict", "x"), ("plan", ""), ("plan", "a\0b")])
def test_a_line_of_another_kind_or_without_words_is_refused(work_of, actors, file, kind, text):
    with pytest.raises(Invalid), work_of(actors.care) as work:
        supports.add_entry(work, file[0], kind, text, ON)


@pytest.mark.parametrize("kind", ["indicator", "right", "hold"])
def test_what_was_seen_or_done_lies_in_the_past_and_a_plan_need_not(work_of, actors, file, kind):
    ahead = ON + timedelta(days=30)
    told = {"dimension": "coercion_at_destination", "strength": "weak", "perceived": "seen"}
    with pytest.raises(Invalid) as refusal, work_of(actors.care) as work:
        supports.add_entry(work, file[0], kind, "x", ahead, **told)
    assert refusal.value.where == {"field": "on"}
    with work_of(actors.care) as work:
        assert supports.add_entry(work, file[0], "plan", "move house", ahead).on == ahead


def test_consent_is_named_and_can_always_end(work_of, actors, file):
    with work_of(actors.care) as work:
        consent = supports.record_consent(
            work, file[0], "shelter", "opvang", "in person", "English"
        )
        key = consent.id
        assert supports.show_plain(work, file[1])["consents"] == ["opvang"]
    with work_of(actors.care) as work:
        first = referrals.withdraw_consent(work, file[0], key).withdrawn_on
        assert referrals.withdraw_consent(work, file[0], key).withdrawn_on == first == NOW.date()
        assert supports.show_plain(work, file[1])["consents"] == []


def test_consent_of_another_file_is_not_there(work_of, actors, file):
    with work_of(actors.care) as work:
        other = supports.open_file(work, "Linde", "", "")
        work.session.flush()
        key = supports.record_consent(work, other.id, "x", "x", "x", "x")
        work.session.flush()
        key = key.id
    with pytest.raises(NotFound), work_of(actors.care) as work:
        referrals.withdraw_consent(work, file[0], key)


def test_plain_values_hold_nothing_sealed(work_of, actors, file):
    with work_of(actors.care) as work:
        plain = str(supports.show_plain(work, file[1]))
    assert "after six" not in plain
    assert "safe bed" not in plain


def test_the_trail_tells_of_every_look_but_not_of_what_was_seen(work_of, actors, file, trail):
    with work_of(actors.care) as work:
        supports.read_file(work, file[0])
        supports.add_entry(work, file[0], "plan", "shelter is asked", ON)
    kinds = [event.kind for event in trail()]
    assert kinds == ["support.opened", "support.read", "support.changed"]
    said = " ".join(str(event.facts) + str(event.changes) for event in trail())
    assert "shelter" not in said
