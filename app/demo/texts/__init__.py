"""The texts of the demonstration, in files that a person can read and correct."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@cache
def told(name: str) -> dict[str, Any]:
    """What the file `name`.toml says."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
