"""No file of ours names a host of packages or a place on one machine."""

import re
import sys
from pathlib import Path

from tests.architecture import tree

# Written in halves, so that this file does not name them either.
HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry.np" + "mjs.org", "deb.deb" + "ian.org")
PLACES = ("/wo" + "rk/", "/op" + "t/", "/ro" + "ot/", "/ho" + "me/")
LOCK_WORDS = ("://", "--index-url", "--extra-index", "--find-links", "--trusted-host", " @ ")


def in_text(text: str) -> list[str]:
    """The hosts and places that a text names."""
    hosts = [each for each in HOSTS if each in text]
    return hosts + [each for each in PLACES if re.search(rf"(?:(?<![\w.~/-])|file://){each}", text)]


def in_lock(path: Path) -> list[str]:
    """What a lock file must not hold: an address, or an option that says where to fetch from."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        return ["resolved"] if '"resolved"' in text else []
    return [each for each in LOCK_WORDS if each in text]


def found() -> dict[str, list[str]]:
    """Every tracked file that names a host or a place, with what it names."""
    locks = {*tree.files("*.txt", "requirements"), tree.ROOT / "app/assets/package-lock.json"}
    rows = {tree.name(p): in_text(p.read_text("utf-8", "replace")) for p in tree.tracked()}
    for path in locks:
        if path.exists():
            rows[tree.name(path)] = rows.get(tree.name(path), []) + in_lock(path)
    return {name: words for name, words in rows.items() if words}


if __name__ == "__main__":
    for name, words in found().items():
        print(f"{name}: {', '.join(words)}")
    sys.exit(bool(found()))
