"""Where somebody stands in the picture, in numbers that are explained and never called a score."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import networkx as nx

EXPLANATIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "degree": {
            "nl": "Het aantal anderen met wie een directe band bekend is. Wie vaker is "
            "onderzocht, heeft er vanzelf meer.",
            "en": "The number of others to whom a direct tie is known. Whoever was looked at "
            "more often has more of them for that reason alone.",
        },
        "betweenness": {
            "nl": "Het deel van de kortste paden tussen anderen dat hier langs loopt. Hoog bij "
            "een tussenpersoon, maar ook bij een bank, notaris of boekhouder.",
            "en": "The share of shortest paths between others that run through here. High for "
            "a go-between, but for a bank, a notary or a bookkeeper too.",
        },
        "pagerank": {
            "nl": "Hoe vaak een willekeurige wandeling langs de banden hier uitkomt. Het zegt "
            "iets over de tekening, niets over gedrag.",
            "en": "How often a random walk along the ties arrives here. It says something about "
            "the drawing and nothing about conduct.",
        },
        "components": {
            "nl": "Het aantal groepen waartussen geen enkele band bekend is. Een band die "
            "ontbreekt, is misschien alleen niet vastgelegd.",
            "en": "The number of groups between which no tie at all is known. A missing tie may "
            "only be a missing record.",
        },
        "density": {
            "nl": "Het deel van alle denkbare banden dat bekend is, van 0 tot 1. Een klein dossier "
            "is altijd dichter dan een groot.",
            "en": "The share of all conceivable ties that is known, from 0 to 1. A small file "
            "is always denser than a large one.",
        },
    }
)


def measure(graph: nx.MultiDiGraph, top: int = 10) -> dict[str, Any]:
    """Size, cohesion and the `top` nodes by betweenness, then degree, then id.

    All on the simple undirected graph (`networkx.Graph(graph)`): parallel ties count once
    and direction is dropped; `ties` is the number before that. Betweenness is
    `networkx.betweenness_centrality` of it, unweighted and normalised, over all nodes and not
    a sample; pagerank is `networkx.pagerank` with its own defaults, unweighted.
    """
    simple = nx.Graph(graph)
    between = nx.betweenness_centrality(simple, weight=None)
    rank = nx.pagerank(simple, weight=None) if simple else {}
    order = sorted(simple, key=lambda node: (-between[node], -simple.degree(node), node))
    return {
        "nodes": simple.number_of_nodes(),
        "edges": simple.number_of_edges(),
        "ties": graph.number_of_edges(),
        "components": nx.number_connected_components(simple),
        "density": nx.density(simple),
        "top": [
            {
                "id": node,
                "label": graph.nodes[node].get("label", node),
                "degree": simple.degree(node),
                "betweenness": between[node],
                "pagerank": rank[node],
            }
            for node in order[:top]
        ],
    }
