"""Who and what appears: the index and the relation chart; a protected person in neither."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from bureau.graph.layout import layout
from bureau.graph.project import project
from bureau.graph.values import Edge, Node
from bureau.model import Entity, KeptPicture
from bureau.operations._network_rows import Who
from bureau.rules.roles import name_of
from bureau.rules.vocabulary import EntityKind
from reports.assembly.file import CaseFile
from reports.values.network import ChartNode, ChartTie, Entry, PartRole, RelationChart

ADDRESSES = (EntityKind.ADDRESS, EntityKind.ACCOUNT)
MOST_ON_PAPER = 26


def entries(file: CaseFile) -> tuple[Entry, ...]:
    """The index of persons, companies and real estate."""
    subject = file.rows.screening.applicant_id if file.rows.screening else None
    return tuple(
        Entry(
            key=f"E{number}",
            label=entity.label,
            kind=entity.kind,
            role=PartRole.SUBJECT if entity.id == subject else PartRole.RELATED,
            sources=file.number(entity.learnt_from_id),
            identifiers=_identifiers(file, entity),
            note=_roles(file, entity),
        )
        for number, entity in enumerate(named(file), 1)
    )


def named(file: CaseFile) -> list[Entity]:
    """Those with a part of their own: not addresses, nor accounts of the thousands of payments."""
    return [
        entity
        for entity in file.entities.values()
        if entity.kind not in ADDRESSES and file.number(entity.learnt_from_id)
    ]


def _identifiers(file: CaseFile, entity: Entity) -> tuple[tuple[str, str], ...]:
    shown = (one for one in entity.identifiers if file.number(one.learnt_from_id))
    return tuple(sorted((one.scheme.upper(), one.value) for one in shown))


def _roles(file: CaseFile, entity: Entity) -> str:
    held = sorted({one.role for one in entity.roles if file.number(one.learnt_from_id)})
    return ", ".join(name_of(role, file.case.kind).in_(file.language) for role in held)


def chart(file: CaseFile) -> RelationChart | None:
    """The ties between the people, companies and real estate of the case, as a drawing."""
    who = file.network.who
    edges = drawn(file, who)
    met = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = [node for node in who.nodes if node.id in met]
    return _drawn(file, who, nodes, edges) if edges else None


def drawn(file: CaseFile, who: Who) -> list[Edge]:
    """The ties of the drawing: those of the view that was chosen, else as many as fit on paper."""
    edges = list(_shown(file, who))
    picture = view(file)
    if picture is None:
        tied = {end for edge in edges for end in (edge.source, edge.target)}
        kept = _ranked(file, who.names, tied)
    else:
        kept = set(picture.places)
    edges = [edge for edge in edges if {edge.source, edge.target} <= kept]
    return sorted(edges, key=lambda edge: (edge.source, edge.target, edge.kind, edge.on, edge.id))


def view(file: CaseFile) -> KeptPicture | None:
    """The kept view of the network that somebody chose for the drawing."""
    chosen = file.selection.picture
    return file.work.within(KeptPicture, chosen, file.case) if chosen else None


def _places(file: CaseFile, nodes: list[Node], edges: list[Edge]) -> dict[str, tuple[float, float]]:
    """Where each node stands: as it was kept, or laid out anew."""
    laid = {key: (float(x), float(y)) for key, (x, y) in layout(project(nodes, edges)).items()}
    picture = view(file)
    if picture is None:
        return laid
    return {key: (spot[0], spot[1]) for key in laid if (spot := picture.places.get(key))}


def _drawn(file: CaseFile, who: Who, nodes: list[Node], edges: list[Edge]) -> RelationChart:
    places, picture = _places(file, nodes, edges), view(file)
    subject = file.rows.screening.applicant_id if file.rows.screening else None
    named = {node.id: node for node in nodes}
    return RelationChart(
        description=file.say(
            f"Betrekkingen in deze zaak: {len(places)} knopen, {len(edges)} lijnen.",
            f"Ties in this case: {len(places)} nodes, {len(edges)} lines.",
        ),
        selected_by=picture.by.name if picture else file.work.actor.name,
        nodes=tuple(
            ChartNode(key, named[key].label, named[key].kind, x, y, key == _key(who.names, subject))
            for key, (x, y) in sorted(places.items())
        ),
        ties=tuple(_tie(file, edge) for edge in edges if {edge.source, edge.target} <= set(places)),
    )


def _tie(file: CaseFile, edge: Edge) -> ChartTie:
    numbers, words = tuple(sorted(_numbers(edge))), edge.detail or edge.label
    since = file.t.partial(edge.on) if edge.on else ""
    return ChartTie(edge.source, edge.target, words, edge.certainty, numbers, since)


def _shown(file: CaseFile, who: Who) -> Iterator[Edge]:
    """The ties among people, companies and real estate whose source may go along."""
    told = {who.names[key] for key in file.entities}
    nodes = (node for node in who.nodes if node.kind not in ADDRESSES and not node.hub)
    shown = {node.id for node in nodes if node.id in told}
    known = {source.number for source in file.sources.values()}
    for edge in file.network.ties:
        along = {edge.source, edge.target} <= shown - file.barred and _numbers(edge) <= known
        if along and not file.sieve.left(f"tie:{edge.id}"):
            yield edge


def _numbers(edge: Edge) -> set[int]:
    return {int(source.removeprefix("S")) for source in edge.sources}


def _key(names: Mapping[UUID, str], entity_id: UUID | None) -> str | None:
    return names.get(entity_id) if entity_id else None


def _ranked(file: CaseFile, names: Mapping[UUID, str], tied: set[str]) -> set[str]:
    """As many tied nodes as fit on paper: those with a role first, then by kind and name."""
    tied_entities = [entity for entity in file.entities.values() if names.get(entity.id) in tied]
    tied_entities.sort(key=lambda one: (not one.roles, one.label))
    return {names[entity.id] for entity in tied_entities[:MOST_ON_PAPER]}
