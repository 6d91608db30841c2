"""The door of the commands: one answer, one refusal, an exit code, and never a traceback."""

import json
import random
import subprocess
import sys
from datetime import timedelta
from importlib import import_module

import click
import pytest
from sqlalchemy import select

from app.commands import COMMANDS, bureau
from app.commands.door import Door, content, place_for
from bureau.errors import Invalid, NotFound
from bureau.model import User
from tests.app.commands.house import opened
from tests.conftest import NOW, ROOT

JUNK = (
    "", "-", "--", "--json", "--as", "officer", "nobody", "case", "show", "open", "step", "import",
    "SCR-2026-AAAAA", "SUP-1", "../../etc/passwd", "'; DROP TABLE event; --", "\0", "\ud800", "é",
    "--kind", "screening", "--title", "x" * 5000, "--received", "2026-02-30", "--on", "tomorrow",
    "network", "detect", "--pattern", "UB-03", "--set", "UB-03.N_days", "--case", "--top", "-1",
    "1e9", "term", "compute", "rules", "options", "{}", "dossier", "issue", "--track", "victim",
    "--out", "/nowhere/at/all", "db", "check", "user", "add", "--role", "king", "policy", "%s%n",
    "--purpose", "{value}", "--dry-run", "--source", "payments-csv", "camt053",
)  # fmt: skip


def leaves(group=bureau, path=()):
    """Every command with the words that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, (*path, name))
        else:
            yield (*path, name)


COMMAND_LINES = [list(path) for path in leaves()]


@pytest.mark.parametrize("path", COMMAND_LINES, ids=" ".join)
def test_every_command_explains_itself_with_an_example(terminal, path):
    outcome = terminal.run(*path, "--help")
    assert (outcome.code, outcome.err) == (0, "")
    example = " ".join(outcome.out.split("Example:")[1].split())
    assert example.startswith(f"bureau {' '.join(path)}")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_where_the_list_says(name):
    module, attribute = COMMANDS[name]
    assert getattr(import_module(f"app.commands.{module}"), attribute).name == name


def test_nobody_is_guessed(terminal):
    outcome = terminal.run("case", "show", "SCR-2026-AAAAA", "--json")
    assert (outcome.code, outcome.refusal["where"]) == (2, {"option": "--as"})
    outcome = terminal.refuse("nobody", "case", "show", "SCR-2026-AAAAA")
    assert (outcome.code, outcome.refusal["error"]) == (1, "not_found")


def test_an_account_that_was_closed_does_not_act(terminal):
    from bureau.operations import users

    actors = terminal.actors
    with terminal.work_of(actors.admin) as work:
        row = next(user for user in users.list_users(work) if user.login == "officer")
        roles = [one.role for one in row.roles]
        users.change_user(
            work, row.id, row.version, row.name, roles, active=False, screened_until=None
        )
    outcome = terminal.refuse("officer", "case", "open", "--kind", "screening", "--title", "x")
    assert (outcome.code, outcome.refusal["error"]) == (1, "not_found")


def test_an_account_whose_screening_ran_out_does_not_act(terminal):
    with terminal.sessions.begin() as session:
        user = session.scalar(select(User).where(User.login == "officer"))
        user.screened_until = NOW.date() - timedelta(days=1)
    outcome = terminal.refuse("officer", "case", "open", "--kind", "screening", "--title", "x")
    assert (outcome.code, outcome.refusal["error"]) == (1, "not_found")


def test_what_holds_for_all_commands_may_stand_before_or_after_the_name(terminal):
    reference = opened(terminal)
    before = terminal.run("--as", "officer", "--json", "case", "show", reference)
    after = terminal.run("case", "show", reference, "--json", "--as", "officer")
    assert before.answer == after.answer


def test_the_purpose_is_kept_in_the_trail(terminal):
    from sqlalchemy import select

    from bureau.model import Event

    reference = opened(terminal)
    terminal.ask("officer", "case", "show", reference, "--purpose", "weekly look")
    with terminal.sessions() as session:
        last = session.scalars(select(Event).order_by(Event.seq.desc())).first()
    assert last.purpose == "weekly look"


def test_without_json_a_refusal_is_readable_lines(terminal):
    outcome = terminal.run("case", "open", "--kind", "screening", "--title", " ", "--as", "officer")
    assert outcome.code == 2
    assert outcome.err.startswith("bureau: ")
    assert "  where: " in outcome.err
    assert "  what to do: " in outcome.err
    assert not outcome.err.startswith("{")


def test_a_house_without_a_database_says_what_to_run(elsewhere, monkeypatch, capfd):
    from tests.app.commands.house import Terminal

    monkeypatch.setenv("BUREAU_HOME", str(elsewhere / "new"))
    (elsewhere / "new").mkdir()
    terminal = Terminal(elsewhere / "new", capfd, monkeypatch)
    outcome = terminal.refuse("officer", "case", "show", "SCR-2026-AAAAA")
    assert (outcome.code, outcome.refusal["error"]) == (1, "database")
    assert "db upgrade" in outcome.refusal["hint"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("BUREAU_MAX_UPLOAD_MB", "many", 2),
        ("BUREAU_MAX_UPLOAD_MB", "257", 2),
        ("BUREAU_JURISDICTION", "be", 2),
        ("BUREAU_NOW", "yesterday", 2),
        ("BUREAU_DATABASE_URL", "nonsense", 1),
        ("BUREAU_HOME", "/dev/null/house", 1),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(terminal, monkeypatch, name, value, code):
    monkeypatch.setenv(name, value)
    outcome = terminal.refuse("officer", "case", "show", "SCR-2026-AAAAA")
    assert outcome.code == code


@pytest.mark.parametrize("seed", range(60))
def test_no_list_of_arguments_gets_a_traceback_out_of_it(terminal, seed):
    dice = random.Random(seed)  # noqa: S311 - the same junk on every run
    start = dice.choice([*COMMAND_LINES, [], ["--json"]])
    if start[:1] in (["serve"], ["worker"], ["demo"]):
        start = ["case", "show"]
    words = [*start, *dice.choices(JUNK, k=dice.randrange(7))]
    outcome = terminal.run(*words, typed=b'{"term": 1}')
    assert outcome.code in (0, 1, 2), words
    assert "Traceback" not in outcome.out + outcome.err
    assert "Something went wrong inside" not in outcome.err, words
    if outcome.code and "--json" in words:
        assert outcome.refusal


def test_an_accident_inside_is_told_without_its_content(terminal, monkeypatch):
    from app.commands import cases

    def slip(*_):
        raise RuntimeError("J. Bakker, 999990019")

    monkeypatch.setattr(cases.cases, "find_case", slip)
    outcome = terminal.refuse("officer", "case", "show", "SCR-2026-AAAAA")
    assert (outcome.code, outcome.refusal["error"]) == (1, "broken")
    assert "Bakker" not in outcome.err


def test_stopping_a_command_by_hand_is_no_accident(terminal, monkeypatch):
    from app.commands import cases

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cases.cases, "find_case", stop)
    outcome = terminal.run("case", "show", "SCR-2026-AAAAA", "--as", "officer")
    assert (outcome.code, outcome.out, outcome.err.strip()) == (1, "", "")


def test_a_file_is_read_up_to_the_limit(tmp_path):
    path = tmp_path / "f"
    path.write_bytes(b"12345")
    assert content(str(path), 5) == b"12345"
    with pytest.raises(Invalid, match="larger than 4 bytes"):
        content(str(path), 4)
    with pytest.raises(Invalid, match="cannot be read"):
        content(str(tmp_path / "absent"), 5)
    with pytest.raises(Invalid, match="cannot be read"):
        content(str(tmp_path), 5)


def test_a_place_is_tried_before_anything_is_done(tmp_path):
    (tmp_path / "file").write_text("")
    assert place_for(tmp_path / "new" / "folder", folder=True).is_dir()
    assert place_for(tmp_path / "net.svg", folder=False) == tmp_path / "net.svg"
    for place, folder in ((tmp_path / "file" / "x", True), (tmp_path / "none" / "x.svg", False)):
        with pytest.raises(Invalid) as stop:
            place_for(place, folder=folder)
        assert stop.value.where == {"option": "--out"}


def test_an_actor_is_somebody_with_an_account(terminal):
    assert Door(login="officer").actor(terminal.sessions).name == "Officer"
    with pytest.raises(NotFound):
        Door(login="Officer").actor(terminal.sessions)
    with pytest.raises(Invalid):
        Door().actor(terminal.sessions)


@pytest.mark.parametrize(
    ("words", "typed", "code"),
    [
        (["term", "compute", "-", "--json"], b'{"term": "DL01", "received": "2026-03-02"}', 0),
        (["term", "compute", "-", "--json"], b"\xff\x00", 2),
        (["case", "show", b"\xff\xfe", "--json"], b"", 2),
        (["no-such-command", "--json"], b"", 2),
    ],
)
def test_the_program_itself_answers_like_its_parts(elsewhere, words, typed, code):
    start = "from app.commands import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", start, *words],
        input=typed, capture_output=True, cwd=ROOT, check=False,
        env={"BUREAU_HOME": str(elsewhere / "house"), "PYTHONWARNINGS": "error"},
    )  # fmt: skip
    assert run.returncode == code, run.stderr
    assert b"Traceback" not in run.stderr
    assert json.loads(run.stderr if code else run.stdout)
