"""What was put right, in words."""

from app.words import word


def title(subject: str, field: str) -> str:
    """A field or a number of a party by its name, or the kind of another fact."""
    if not field:
        return str(word(f"corrected_{subject}"))
    name = f"field_{field.removesuffix('_minor')}"
    said = str(word(name))
    return str(word(field)) if said == name else said
