"""Work on material from outside in a child process that can only compute: limits and no network.

The parent side is `run`; the child's first call is `confine`. A renderer of pages or pictures is
large and reads what strangers wrote, so it gets little memory, little time, no network, no
programs to start and no files but its own libraries and an empty folder.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from bureau.errors import BureauError, Invalid, OutOfOrder, TooLarge

ROOT = Path(__file__).parents[1]
REFUSED = 3
_KINDS: dict[str, type[BureauError]] = {
    "invalid": Invalid,
    "too_large": TooLarge,
    "out_of_order": OutOfOrder,
}
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system",
    "ftplib.", "http.client", "smtplib.", "pty.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a child may use: seconds of processor and of clock, bytes of memory and of files."""

    cpu_seconds: int = 60
    wall_seconds: int = 300  # the machine may wait; work is bound by the processor
    memory_bytes: int = 2 * 1024**3
    file_bytes: int = 64 * 1024**2
    input_bytes: int = 48 * 1024**2


def run(module: str, request: bytes, limits: Limits | None = None) -> bytes:
    """What `module` answers to `request`; every failure is a BureauError with one sentence."""
    limits = limits or Limits()
    if len(request) > limits.input_bytes:
        raise TooLarge("The document is larger than can be printed.")
    with tempfile.TemporaryDirectory(prefix="bureau-") as folder:
        command = [sys.executable, "-m", module, json.dumps(asdict(limits))]
        try:
            done = subprocess.run(  # noqa: S603 (our own interpreter and module, no shell)
                command,
                input=request,
                capture_output=True,
                cwd=folder,
                env=environment(folder),
                timeout=limits.wall_seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TooLarge(
                "Printing took longer than {seconds} seconds and was stopped.",
                seconds=limits.wall_seconds,
            ) from error
    if done.returncode:
        raise failure(done.returncode, done.stderr)
    return done.stdout


def confine(limits: Limits) -> None:
    """Take everything from this process that computing does not need; called first in a child."""
    for what, soft in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.file_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (soft, soft))
    libc = ctypes.CDLL(None, use_errno=True)
    # Not every machine grants namespaces; `forbid_the_world` forbids sockets all the same.
    if libc.unshare(_CLONE_NEWNET):
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def forbid_the_world() -> None:
    """From here on no socket, no program, and no file outside libraries and the own folder."""
    readable = _readable()

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and isinstance(args[0], str | bytes):
            path = Path(os.path.normpath(Path.cwd() / os.fsdecode(args[0])))
            if not any(path.is_relative_to(folder) for folder in readable):
                raise PermissionError("open")

    sys.addaudithook(hook)


def refuse(kind: str, message: str) -> None:
    """End the child with a refusal that the parent turns into an error."""
    sys.stderr.write("\n" + json.dumps({"kind": kind, "message": message}) + "\n")
    sys.stderr.flush()
    os._exit(REFUSED)


def serve(answer: Callable[[bytes], bytes], needs: str, what: str, failing: str) -> None:
    """All of a child that reads one file: `answer` to what came in, or a refusal in one sentence.

    The library `needs` is loaded before files are forbidden. The sentence says that `what` was
    read is `failing`, such as "file" and "cannot be read".
    """
    try:
        confine(Limits(**json.loads(sys.argv[1])))
        request = sys.stdin.buffer.read()
        import_module(needs)
        forbid_the_world()
        made = answer(request)
    except MemoryError:
        refuse("too_large", f"the {what} needs too much memory.")
    except Exception as error:  # whatever breaks the reader is a refusal
        refuse("invalid", f"the {what} {failing} ({type(error).__name__}).")
    else:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()


def _readable() -> tuple[str, ...]:
    """Folders a child may still read: libraries, this package, its own empty folder."""
    libraries = {path for path in sys.path if path.endswith("-packages")}
    own = {str(Path(__file__).parent), str(ROOT / "bureau"), str(Path.cwd())}
    system = {sys.prefix, sys.base_prefix, str(Path(os.__file__).parent), "/dev/null"}
    return tuple(sorted(path.rstrip(os.sep) for path in libraries | own | system))


def environment(folder: str) -> dict[str, str]:
    """Only what a child needs; nothing of the parent's settings or secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": "0",
        "FONTCONFIG_FILE": str(Path(__file__).parent / "styles" / "fonts.conf"),
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
    }


def failure(code: int, stderr: bytes) -> BureauError:
    """What the end of a child means, from its code and what it said last."""
    if code == REFUSED:
        try:
            said = json.loads(stderr.strip().rsplit(b"\n", 1)[-1])
            return _KINDS[said["kind"]](
                "The document cannot be printed: {why}", why=said["message"]
            )
        except (ValueError, KeyError, IndexError):
            return OutOfOrder("The printing process gave no readable answer.")
    if code in {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ, -signal.SIGSEGV}:
        return TooLarge("Printing used more time or memory than allowed and was stopped.")
    return OutOfOrder("The printing process ended unexpectedly ({code}).", code=code)
