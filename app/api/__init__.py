"""The interface for other programs: the same operations as the pages, spoken in JSON."""

from app.api import cases, description, forms, imports, law, search
from app.api.door import bp

__all__ = ["bp", "cases", "description", "forms", "imports", "law", "search"]
