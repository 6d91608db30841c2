"""The interface for other programs: the same operations as the pages, spoken in JSON."""

from app.api import cases, description, imports, law, search
from app.api.door import bp

__all__ = ["bp", "cases", "description", "imports", "law", "search"]
