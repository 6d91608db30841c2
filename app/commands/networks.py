"""Commands for the network of a case: measure, search for patterns, export."""

from pathlib import Path

import click

from app.commands.door import Door, common, place_for
from bureau.operations import cases, networks
from bureau.rules.vocabulary import HOPS


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
@click.option(
    "--hops",
    default=HOPS,
    show_default=True,
    type=int,
    help="How far from the persons concerned, in ties; at most 3, more than 1 with --reason.",
)
@click.option("--reason", default="", help="Why to look further than one tie; kept with the run.")
@common
def detect(
    door: Door,
    reference: str,
    patterns: tuple[str, ...],
    settings: tuple[str, ...],
    hops: int,
    reason: str,
) -> None:
    """Search one case for patterns; what is found are leads, never findings. Needs --purpose.

    Searched is what touches a party within HOPS ties of the persons concerned (role R01): each
    relation, deal, payment or record between two parties is one tie, an account or phone stands
    where its holder stands, and nothing is reached through a bank, notary or other regulated hub.
    The other side of a payment is seen in that payment only. Where nobody is recorded as
    person concerned the whole file is searched, and the run says so.

    Without --pattern every pattern is run that the phase of the case admits: in a screening
    those for the authority's own file, in a partnership case those of its phase. What is left
    out is said to a reader, not in the JSON; one that is named and not admitted is refused.
    """
    with door.unit() as work:
        purpose = door.purpose or ""
        case_id = cases.find_case(work, reference)
        answer = networks.detect(
            work, case_id, purpose, patterns, settings, hops=hops, reason=reason
        )
        if not patterns and not door.as_json:
            _tell_closed(networks.open_patterns(work, case_id))
        door.say(answer)


def _tell_closed(here: networks.OpenPatterns) -> None:
    """Which patterns were not run, on standard error."""
    codes = ", ".join(row.code for row in here.closed)
    click.echo(f"Not run, the phase of this case does not admit them: {codes}.", err=True)


@network.command(
    epilog="Example: bureau network export --case SCR-2026-7K3QXA --format svg --out net.svg"
    " --as officer"
)
@click.option("--case", "reference", required=True)
@click.option("--format", "format_name", required=True, type=click.Choice(list(networks.FORMATS)))
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
