"""Measure printing: `python -m tests.benchmarks.paper_bench [--large] [--pairs N] [--sizes 10 50]`.

One call of WeasyPrint against printing in pieces, a re-issue after one changed sentence, headless
Chromium and Typst beside them; seconds, the most memory of any process at work, pages, and how
many lines of the table of contents name the right page. Ratios are medians of paired runs.
`--large` adds a thousand pages, `--verify` holds the last bound file against veraPDF.
"""

import argparse
import contextlib
import os
import platform
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from reports.confined import Limits
from reports.cutting import cut
from reports.pdf import print_page, print_pieces, style_sheet
from reports.pdf_fonts import typeset
from tests.benchmarks.paper_made import changed, chapters, dossier, right
from tests.benchmarks.paper_typst import typst
from tests.reports import reading

SIZES = (10, 50, 200)
LARGE = 1000
GOAL, AGAIN, MEMORY = 0.55, 0.15, 150
ATTACHMENT = {"name": "a.json", "text": "{}", "description": "a"}
NAMES = (ATTACHMENT, "ab" * 16, "2026-11-20T08:00:00Z")
_WIDE = Limits(7200, 7200, 16 * 1024**3, 1024**3, 1024**3)
_EVERY = 0.05
ONE = "one call of WeasyPrint"


@dataclass(slots=True)
class Printed:
    """One print: seconds on the clock and of all processors, megabytes of the largest process."""

    seconds: float
    processor: float
    megabytes: float
    pdf: bytes
    own: float = 0
    rest: Any = None


@dataclass(slots=True)
class Watch:
    """The most memory any child had while it was watched.

    A print in pieces steps back for other work; here all prints are given the same turn.
    """

    most: float = 0
    _over: threading.Event = field(default_factory=threading.Event)

    def run(self, work: Callable[[], Any]) -> tuple[float, Any]:
        """Seconds and result of `work`; its children are looked at twenty times a second."""
        looking = threading.Thread(target=self._look)
        looking.start()
        start = time.perf_counter()
        try:
            result = work()
            return time.perf_counter() - start, result
        finally:
            self._over.set()
            looking.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            for number in _below(os.getpid()):
                with contextlib.suppress(OSError, IndexError):
                    os.setpriority(os.PRIO_PROCESS, number, os.getpriority(os.PRIO_PROCESS, 0))
                    self.most = max(self.most, _memory(number))


def _below(number: int) -> list[int]:
    """All processes under this one."""
    found = []
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{number}/task").iterdir():
            for child in (thread / "children").read_text().split():
                found += [int(child), *_below(int(child))]
    return found


def _memory(number: int, what: str = "VmHWM:") -> float:
    status = Path(f"/proc/{number}/status").read_text()
    return int(status.split(what)[1].split()[0]) / 1024


def measured(work: Callable[[], Any], taken: Callable[[Any], bytes]) -> Printed:
    """A print with its seconds and memory; what this process itself grew by stands apart."""
    Path("/proc/self/clear_refs").write_text("5")
    before, watch, used = _memory(os.getpid(), "VmRSS:"), Watch(), _processor()
    seconds, result = watch.run(work)
    own = max(0, _memory(os.getpid()) - before)
    return Printed(seconds, _processor() - used, watch.most, taken(result), own, result)


def _processor() -> float:
    """Seconds of processor that this process and its ended children used."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def single(html: str) -> Printed:
    """One call of WeasyPrint in one process, as every short paper is printed."""
    return measured(lambda: print_page(html, *NAMES, limits=_WIDE), lambda made: made[1])


def pieces(html: str, kept: Any = None) -> Printed:
    """The same in pieces."""
    return measured(lambda: print_pieces(html, *NAMES, kept=kept), lambda made: made.bound.pdf)


def chromium(html: str, folder: Path) -> Printed:
    """Debian's Chromium without a head, on the same page and style sheet."""
    program = shutil.which("chromium") or "chromium"
    page, target = folder / "page.html", folder / "chromium.pdf"
    faces = typeset(html)
    style = f"<style>{faces.css}\n{style_sheet()}</style></head>"
    page.write_text(faces.html.replace("</head>", style, 1), "utf-8")
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", f"--print-to-pdf={target}", page.as_uri(),
    ]  # fmt: skip

    def work() -> None:
        subprocess.run(command, capture_output=True, check=True, timeout=900)

    return measured(work, lambda _: target.read_bytes())


def by_typst(html: str, folder: Path) -> Printed:
    """Typst in a process of its own, on the same words."""
    source, target = folder / "page.typ", folder / "typst.pdf"
    source.write_text(typst(html, folder), "utf-8")
    for at, file in enumerate(typeset(html).files):
        (folder / f"{at}.ttf").write_bytes(file)
    program = (
        "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2],"
        " font_paths=[sys.argv[3]], ignore_system_fonts=True)"
    )
    command = [sys.executable, "-c", program, str(source), str(target), str(folder)]

    def work() -> None:
        subprocess.run(command, capture_output=True, check=True, timeout=900)

    return measured(work, lambda _: target.read_bytes())


def lines(pages: int, pairs: int, folder: Path) -> tuple[list[str], bytes]:
    """The rows of the table for one size, and the last bound file."""
    html = dossier(pages)
    parts = cut(typeset(html).html)
    whole = parts.whole if parts else html
    after = changed(html)
    rounds: dict[str, list[Printed]] = {}
    for _ in range(pairs):
        rounds.setdefault(ONE, []).append(single(whole))
        ours = pieces(html)
        rounds.setdefault("in pieces", []).append(ours)
        kept = ours.rest.pieces
        rounds.setdefault("re-issue, one sentence changed", []).append(pieces(after, kept))
    for name, other, page in (("Chromium", chromium, whole), ("Typst", by_typst, html)):
        with contextlib.suppress(subprocess.SubprocessError, OSError):
            rounds[name] = [other(page, folder)]
    return [_row(name, rounds, chapters(html)) for name in rounds], ours.pdf


def _row(name: str, rounds: dict[str, list[Printed]], headings: list[str]) -> str:
    first = rounds[ONE]
    made = rounds[name]
    ratios = [one.seconds / other.seconds for one, other in zip(made, first, strict=False)]
    spread = f"{median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f}, {len(ratios)} pairs)"
    texts = reading.pages(made[-1].pdf)
    most = max(each.megabytes for each in made)
    own = (
        f" + {max(each.own for each in made):.0f} here" if "pieces" in name or "re-" in name else ""
    )
    seconds = f"{median(each.seconds for each in made):.2f}"
    processor = f"{median(each.processor for each in made):.2f}"
    listed = f"{right(texts, headings)} of {len(headings)}"
    cells = (name, len(texts), seconds, processor, spread, f"{most:.0f}{own}", listed)
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main(arguments: list[str] | None = None) -> None:
    """Print the table; `--out` writes it down too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--keep", type=Path)
    wanted = parser.parse_args(arguments)
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start"
    )
    print(
        "| print | pages | seconds | of processor | / one call"
        " | MB of the largest process | contents right |"
    )
    print("|---|---|---|---|---|---|---|")
    for size in (*wanted.sizes, *([LARGE] if wanted.large else [])):
        pairs = 1 if size >= LARGE else wanted.pairs
        with TemporaryDirectory() as folder:
            rows, pdf = lines(size, pairs, Path(folder))
        print("\n".join(rows), flush=True)
        if wanted.keep:
            (wanted.keep / f"bound-{size}.pdf").write_bytes(pdf)


if __name__ == "__main__":
    main()
