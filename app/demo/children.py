"""Server and worker side by side: they start together and end together."""

import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from bureau.errors import NotAllowed

PATIENCE = 10.0  # seconds in which a child may finish what it does
LOOK = 0.2


def insist_free(host: str, port: int) -> None:
    """Stop when somebody else listens at this address."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as trouble:
        raise NotAllowed(
            "The address {host}:{port} cannot be used: {why}.",
            where={"option": "--port"},
            hint="Choose another with --port, or stop what listens there.",
            host=host,
            port=port,
            why=trouble.strerror or "unknown reason",
        ) from None


def together(
    commands: Sequence[Sequence[str]], environment: Mapping[str, str], folder: Path
) -> int:
    """Run the commands until one ends or this process is stopped; what to exit with."""
    children = [subprocess.Popen(one, env=dict(environment), cwd=folder) for one in commands]  # noqa: S603
    try:
        with _stoppable():
            while all(child.poll() is None for child in children):
                time.sleep(LOOK)
        return next((child.returncode or 1 for child in children if child.poll() is not None), 0)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(children)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Treat a request to end like Ctrl-C, so that the children are told as well."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    end = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.0, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
