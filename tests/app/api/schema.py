"""A small reading of JSON Schema, as far as our description uses it: check and make values."""

import re
from datetime import date, datetime
from uuid import UUID

from hypothesis import strategies as st

KNOWN = {
    "type", "format", "enum", "properties", "required", "additionalProperties", "items", "anyOf",
    "$ref", "minimum", "maximum", "minLength", "maxLength", "maxItems", "minItems", "default",
    "description", "example",
}  # fmt: skip
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "null": type(None),
    "integer": int, "number": int | float,
}  # fmt: skip
FORMATS = {"date": date.fromisoformat, "date-time": datetime.fromisoformat, "uuid": UUID}


def resolved(schema, whole):
    if "$ref" not in schema:
        return schema
    found = whole
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return found


def faults(value, schema, whole, path="$"):
    """What is wrong with `value` by `schema`, an undeclared field included."""
    schema = resolved(schema, whole)
    unknown = schema.keys() - KNOWN
    if unknown:
        yield f"{path}: the checker does not know {unknown}"
    if "anyOf" in schema:
        tried = [list(faults(value, each, whole, path)) for each in schema["anyOf"]]
        if all(tried):
            yield f"{path}: fits none of {len(tried)}"
        return
    if not typed(value, schema):
        yield f"{path}: {value!r} is no {schema.get('type')}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value!r} is not listed"
    else:
        yield from deeper(value, schema, whole, path)


def deeper(value, schema, whole, path):
    match value:
        case str():
            yield from text_faults(value, schema, path)
        case list():
            for number, item in enumerate(value):
                yield from faults(item, schema.get("items", {}), whole, f"{path}[{number}]")
        case dict():
            yield from object_faults(value, schema, whole, path)


def typed(value, schema):
    kinds = schema.get("type", list(TYPES))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, bool):
        return "boolean" in kinds
    return any(isinstance(value, TYPES[kind]) for kind in kinds)


def text_faults(value, schema, path):
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9):
        yield f"{path}: {len(value)} characters"
    if schema.get("format") in FORMATS:
        try:
            FORMATS[schema["format"]](value)
        except ValueError:
            yield f"{path}: {value!r} is no {schema['format']}"


def object_faults(value, schema, whole, path):
    declared = schema.get("properties", {})
    more = schema.get("additionalProperties")
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{path}: {name} is missing"
    for name, item in value.items():
        if name in declared:
            yield from faults(item, declared[name], whole, f"{path}.{name}")
        elif isinstance(more, dict):
            yield from faults(item, more, whole, f"{path}.{name}")
        elif declared:
            yield f"{path}.{name} is not declared"


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
junk = st.one_of(
    st.none(), st.booleans(), st.integers(),
    st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False),
    texts, st.lists(st.integers(), max_size=2), st.dictionaries(texts, texts, max_size=2),
)  # fmt: skip


def values(schema, whole):
    """Values that fit `schema`."""
    schema = resolved(schema, whole)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    match schema.get("type"):
        case "object":
            declared = {n: values(s, whole) for n, s in schema.get("properties", {}).items()}
            needed = {n: s for n, s in declared.items() if n in schema.get("required", ())}
            return st.fixed_dictionaries(
                needed, optional={n: s for n, s in declared.items() if n not in needed}
            )
        case "array":
            return st.lists(values(schema["items"], whole), max_size=3)
        case "integer":
            return st.integers(schema.get("minimum", -10), schema.get("maximum", 10**6))
        case "boolean":
            return st.booleans()
    return strings(schema)


def strings(schema):
    match schema.get("format"):
        case "date":
            return st.dates(date(1990, 1, 1), date(2080, 1, 1)).map(str)
        case "uuid":
            return st.uuids().map(str)
    least, most = schema.get("minLength", 0), min(schema.get("maxLength", 30), 30)
    printable = st.characters(exclude_categories=["Cs", "Cc", "Z"])
    return st.text(printable, min_size=least, max_size=most)


def broken(schema, whole):
    """Objects that differ from what fits in one agreed thing, or are something else altogether."""
    fitting = values(schema, whole)
    names = list(resolved(schema, whole).get("properties", {}))
    unknown = st.tuples(fitting, texts.filter(lambda t: t not in names), junk)
    swapped = st.tuples(fitting, st.sampled_from(names), junk)
    return st.one_of(
        junk, unknown.map(lambda three: {**three[0], three[1]: three[2]}),
        swapped.map(lambda three: {**three[0], three[1]: three[2]}),
    )  # fmt: skip


def path_of(template, names):
    """The address of `template` with its names filled in."""
    return re.sub(r"{(\w+)}", lambda found: str(names[found[1]]), template)
