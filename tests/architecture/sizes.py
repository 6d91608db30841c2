"""How long functions and files are; printed before a run of the suite."""

import math
from statistics import median

from tests.architecture import tree


def of_functions() -> dict[str, int]:
    """Lines per function, from its `def` to its last line."""
    return {
        f"{tree.name(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in tree.modules()
        for node in tree.functions(tree.parsed(path))
    }


def of_files() -> dict[str, int]:
    """Lines per file."""
    return {tree.name(p): len(p.read_text("utf-8").splitlines()) for p in tree.modules()}


def line(what: str, lengths: dict[str, int]) -> str:
    """One line with the number, the median, the 95th percentile and the longest."""
    ordered = sorted(lengths.values()) or [0]
    p95 = ordered[math.ceil(0.95 * len(ordered)) - 1]
    middle = median(ordered)
    return f"{what}: {len(lengths)}; median {middle:g}, p95 {p95}, longest {ordered[-1]} lines"


if __name__ == "__main__":
    print(line("functions", of_functions()))
    print(line("files", of_files()))
