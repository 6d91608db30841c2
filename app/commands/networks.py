"""Commands for the network of a case: measure, search for patterns, export."""

from pathlib import Path

import click

from app.commands.door import Door, common, place_for
from bureau.operations import cases, networks


@click.group()
def network() -> None:
    """The network of one case, as far as you may see it."""


@network.command(epilog="Example: bureau network measure --case SCR-2026-7K3QXA --as officer")
@click.option("--case", "reference", required=True)
@click.option("--top", default=10, show_default=True, type=click.IntRange(1, 1000))
@common
def measure(door: Door, reference: str, top: int) -> None:
    """Counts and places in the picture; they say nothing about a person."""
    with door.unit() as work:
        door.say(networks.measure_network(work, cases.find_case(work, reference), top))


@network.command(
    epilog="Example: bureau network detect --case SCR-2026-7K3QXA --pattern UB-03"
    " --set UB-03.N_days=7 --purpose 'check of the financing' --as officer"
)
@click.option("--case", "reference", required=True)
@click.option("--pattern", "patterns", multiple=True, help="For instance UB-03; may be repeated.")
@click.option("--set", "settings", multiple=True, help="For instance UB-03.N_days=7.")
@common
def detect(
    door: Door, reference: str, patterns: tuple[str, ...], settings: tuple[str, ...]
) -> None:
    """Search one case for patterns; what is found are leads, never findings. Needs --purpose."""
    with door.unit() as work:
        purpose = door.purpose or ""
        case_id = cases.find_case(work, reference)
        door.say(networks.detect(work, case_id, purpose, patterns, settings))


@network.command(
    epilog="Example: bureau network export --case SCR-2026-7K3QXA --format svg --out net.svg"
    " --as officer"
)
@click.option("--case", "reference", required=True)
@click.option(
    "--format", "format_name", required=True, type=click.Choice(["graphml", "json", "svg"])
)
@click.option("--out", required=True, type=click.Path(dir_okay=False))
@common
def export(door: Door, reference: str, format_name: str, out: str) -> None:
    """Write the network to a file, with a manifest of counts and digest beside it."""
    path = place_for(Path(out), folder=False)
    with door.unit() as work:
        made = networks.export_network(work, cases.find_case(work, reference), format_name)
    path.write_bytes(made.content)
    path.with_name(path.name + ".manifest.json").write_bytes(made.manifest)
    answer = {
        "path": str(path),
        "nodes": made.nodes,
        "edges": made.edges,
        "sha256": made.sha256,
    }
    door.say(answer, f"{path}: {made.nodes} nodes, {made.edges} ties.")
