"""Several confined children side by side that take one piece of work after another.

Each child gets what all work shares once, then frame after frame; it is confined like any other,
is stopped when a piece takes too long, and ends with the crew.
"""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import asdict
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Self

from bureau.errors import OutOfOrder, TooLarge
from reports.confined import Limits, environment, failure

LENGTH = 8  # bytes that say how long a frame is

Done = Callable[[int, bytes], None]
Waiting = SimpleQueue[tuple[int, bytes]]


class Child:
    """One confined child and the frames that go to and fro."""

    def __init__(self, module: str, shared: bytes, limits: Limits) -> None:
        self._limits = limits
        self._around = ExitStack()
        folder = self._around.enter_context(tempfile.TemporaryDirectory(prefix="bureau-"))
        self._said: IO[bytes] = self._around.enter_context(
            tempfile.TemporaryFile()  # noqa: SIM115 - the stack closes it
        )
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, no shell)
            [sys.executable, "-m", module, json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            cwd=folder,
            env=environment(folder),
        )
        self._put(shared)

    def answer(self, request: bytes) -> bytes:
        """What the child makes of `request`; every failure is a BureauError with one sentence."""
        late = threading.Event()
        watch = threading.Timer(self._limits.wall_seconds, self._stop, (late,))
        watch.start()
        try:
            self._put(request)
            content = self._got()
            code = self._process.wait() if content is None else 0
        finally:
            watch.cancel()
        if content is not None:
            return content
        if late.is_set():
            raise TooLarge(
                "Printing took longer than {seconds} seconds and was stopped.",
                seconds=self._limits.wall_seconds,
            )
        self._said.seek(0)
        raise failure(code, self._said.read())

    def close(self) -> None:
        """End the child."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._process.wait()
        self._around.close()

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _put(self, content: bytes) -> None:
        stream = self._process.stdin
        if stream is None:
            raise OutOfOrder("The printing process takes no work.")
        try:
            stream.write(len(content).to_bytes(LENGTH, "big") + content)
            stream.flush()
        except BrokenPipeError:
            return  # it ended; what it said is read by whoever waits for the answer

    def _got(self) -> bytes | None:
        stream = self._process.stdout
        head = stream.read(LENGTH) if stream else b""
        length = int.from_bytes(head, "big")
        if length > self._limits.file_bytes:
            self._process.kill()
        elif stream and len(head) == LENGTH:
            content = stream.read(length)
            return content if len(content) == length else None
        return None


class Crew:
    """Children of one module, as many as are asked for, started together when it begins."""

    def __init__(self, module: str, shared: bytes, limits: Limits, hands: int) -> None:
        self._module, self._shared, self._limits, self._hands = module, shared, limits, hands
        self._children: list[Child] = []

    def __enter__(self) -> Self:
        for _ in range(self._hands):
            self._children.append(Child(self._module, self._shared, self._limits))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for child in self._children:
            child.close()

    def work(self, requests: Sequence[bytes], done: Done) -> None:
        """Give each request to whichever child is free.

        `done` is told each answer, one by one, where this was called.
        """
        waiting: Waiting = SimpleQueue()
        for numbered in enumerate(requests):
            waiting.put(numbered)
        answers: SimpleQueue[tuple[int, bytes] | None] = SimpleQueue()
        with ThreadPoolExecutor(max(1, len(self._children))) as pool:
            turns = [pool.submit(_turn, child, waiting, answers) for child in self._children]
            try:
                for _ in turns:
                    for at, content in iter(answers.get, None):
                        done(at, content)
            except BaseException:
                _leave_nothing(waiting)
                raise
        for turn in turns:
            turn.result()


def _turn(child: Child, waiting: Waiting, answers: SimpleQueue[tuple[int, bytes] | None]) -> None:
    """Let one child work until nothing waits; a failure leaves nothing for the others."""
    try:
        while True:
            at, request = waiting.get_nowait()
            answers.put((at, child.answer(request)))
    except Empty:
        return
    except BaseException:
        _leave_nothing(waiting)
        raise
    finally:
        answers.put(None)


def _leave_nothing(waiting: Waiting) -> None:
    with suppress(Empty):
        while True:
            waiting.get_nowait()
