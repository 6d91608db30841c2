"""The description of the interface (OpenAPI 3.1), made from the contracts that it describes."""

import inspect
import re
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask, Response, current_app, jsonify

from app.api.door import RAW, Contract, bp
from app.api.told_else import Problem

VERSION = "1.0.0"
BLURB = (
    "The interface of Bureau for other programs. A token stands for its owner, with the rights the "
    "owner has at that moment, in one organisation and for one stated purpose; all that is read or "
    "written through it is in the trail. What the owner may not see answers as if it did not exist."
)
REFUSALS = {
    "400": "The request cannot be read.",
    "401": "There is no token, or it is not valid now.",
    "404": "There is no such thing, or the owner of the token may not see it.",
    "413": "It is too large.",
    "422": "It cannot be used; `where` says the place and `hint` the remedy.",
    "429": "Too many requests; try again after a minute.",
    "503": "The database does not answer now; nothing was stored.",
}
POSTED = {
    "409": "The present state does not allow it, or somebody was first.",
    "415": "The address does not take this kind of content.",
}
ITSELF = {
    "operationId": "openapi",
    "summary": "This description.",
    "security": [],
    "responses": {
        "200": {
            "description": "OpenAPI 3.1",
            "content": {"application/json": {"schema": {"type": "object"}}},
        },
    },
}
PROBLEM = {"application/problem+json": {"schema": Problem}}


@bp.get("/openapi.json")
def openapi() -> Response:
    """What this interface takes and gives, for programs that read such descriptions."""
    kept = current_app.extensions
    if "openapi" not in kept:
        kept["openapi"] = _described(current_app)
    return jsonify(kept["openapi"])


def _described(app: Flask) -> dict[str, Any]:
    spec = APISpec(
        title="Bureau",
        version=VERSION,
        openapi_version="3.1.0",
        plugins=[MarshmallowPlugin()],
        info={"description": BLURB, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        servers=[{"url": str(bp.url_prefix)}],
        security=[{"token": []}],
    )
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        view = app.view_functions[rule.endpoint]
        contract: Contract | None = getattr(view, "contract", None)
        if rule.endpoint.startswith("api.") and contract:
            method = "post" if "POST" in (rule.methods or ()) else "get"
            path = rule.rule.removeprefix(str(bp.url_prefix))
            path, parameters = _path(path)
            told = _operation(rule.endpoint, view, contract, method)
            spec.path(path, parameters=parameters, operations={method: told})
    spec.path("/openapi.json", operations={"get": ITSELF})
    found = spec.to_dict()
    for place in found["paths"].values():
        _relax(place.get("post", {}))
    return found


def _relax(told: dict[str, Any]) -> None:
    """Where a form may say the same as the query, nothing of the query is required by itself."""
    if RAW in told.get("requestBody", {}).get("content", {}):
        for parameter in told["parameters"]:
            parameter.update(required=False, description="only where the file is the body")


def _path(rule: str) -> tuple[str, list[dict[str, Any]]]:
    names = re.findall(r"<uuid:(\w+)>", rule)
    schema = {"type": "string", "format": "uuid"}
    parameters = [{"name": n, "in": "path", "required": True, "schema": schema} for n in names]
    return re.sub(r"<uuid:(\w+)>", r"{\1}", rule), parameters


def _operation(endpoint: str, view: Any, contract: Contract, method: str) -> dict[str, Any]:
    refusals = {**REFUSALS, **(POSTED if method == "post" else {})}
    told: dict[str, Any] = {
        "operationId": endpoint.removeprefix("api."),
        "summary": inspect.getdoc(view),
        "responses": {
            str(contract.status): {
                "description": inspect.getdoc(contract.gives),
                "content": {"application/json": {"schema": contract.gives}},
            },
            **{code: {"description": w, "content": PROBLEM} for code, w in refusals.items()},
        },
    }
    if contract.args().fields:
        told["parameters"] = [{"in": "query", "schema": contract.args}]
    if contract.body:
        content: dict[str, Any] = {
            kind: {"schema": shape or {}} for kind, shape in contract.body.items()
        }
        told["requestBody"] = {"required": True, "content": content}
    return told
