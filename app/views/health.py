"""For those who keep the house running: alive, ready, counted."""

import resource

from flask import Blueprint, Response, abort, jsonify
from flask.typing import ResponseReturnValue

from app.places import ready, settings

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> ResponseReturnValue:
    """This process answers."""
    return jsonify(ok=True)


@bp.get("/readyz")
def ready_now() -> ResponseReturnValue:
    """Database, queue and keys answer too."""
    parts = ready()
    return jsonify(ok=all(parts.values()), **parts), 200 if all(parts.values()) else 503


@bp.get("/metrics")
def metrics() -> ResponseReturnValue:
    """Counters in Prometheus text; only where the settings turn them on."""
    if not settings().metrics:
        abort(404)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    lines = (
        "# TYPE bureau_memory_bytes gauge",
        f"bureau_memory_bytes {usage.ru_maxrss * 1024}",
        "# TYPE bureau_cpu_seconds counter",
        f"bureau_cpu_seconds {usage.ru_utime + usage.ru_stime}",
        "",
    )
    return Response("\n".join(lines), mimetype="text/plain; version=0.0.4")
