/* The picture of a network, drawn where the server placed the nodes, in step with the table below it.
   Without this script the table, and the drawing made by the server, say the same. */
(() => {
  "use strict";

  const SHAPES = {
    person: "ellipse",
    company: "round-rectangle",
    property: "pentagon",
    address: "diamond",
    account: "hexagon",
    phone: "right-rhomboid",
    device: "triangle",
    vehicle: "concave-hexagon",
    wallet: "star",
  };
  const LINES = {
    confirmed: { "line-style": "solid", width: 4 },
    probable: { "line-style": "solid", width: 2 },
    possible: { "line-style": "dashed", "line-dash-pattern": [8, 5], width: 2 },
    doubtful: { "line-style": "dashed", "line-dash-pattern": [2, 5], width: 2 },
    unknown: { "line-style": "dashed", "line-dash-pattern": [1, 8], width: 2 },
  };
  const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const ZOOM_STEP = 1.3;
  const EDGE_WORDS_UP_TO = 60;
  const FONT = '"Source Sans 3", sans-serif';
  const ROOM_OF_A_LABEL = 90;
  const WIDTH_OF_A_LETTER = 5.5;
  const LOWEST = 300;
  const HIGHEST = 1000;
  const MARGIN = 60;

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function style(edges) {
    const ink = token("--bureau-ink");
    const line = token("--bureau-grey-600");
    const chosen = token("--bureau-accent");
    const surface = token("--bureau-white");
    const kinds = Object.entries(SHAPES).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`,
      style: { shape, "background-color": token(`--bureau-kind-${kind}`) },
    }));
    const lines = Object.entries(LINES).map(([certainty, drawn]) => ({
      selector: `edge[certainty = "${certainty}"]`,
      style: drawn,
    }));
    return [
      {
        selector: "node",
        style: {
          label: "data(lines)", color: ink, "font-family": FONT, "font-size": 13,
          "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 190,
          "text-background-color": surface, "text-background-opacity": 0.85, "text-background-padding": 2,
          width: 30, height: 30, "border-width": 2, "border-color": surface, "min-zoomed-font-size": 7,
        },
      },
      ...kinds,
      {
        selector: "edge",
        style: {
          "curve-style": "bezier", "line-color": line, "target-arrow-color": line,
          "target-arrow-shape": "triangle", "arrow-scale": 0.9, "line-cap": "butt",
          label: edges > EDGE_WORDS_UP_TO ? "" : "data(shown)", color: ink, "font-size": 11,
          "font-family": FONT, "text-rotation": "autorotate",
          "text-background-color": surface, "text-background-opacity": 0.9, "text-background-padding": 2,
          "min-zoomed-font-size": 8,
        },
      },
      ...lines,
      { selector: "node[?marked]", style: { "border-color": chosen, "border-width": 4 } },
      { selector: ".far", style: { opacity: 0.25 } },
      {
        selector: "node:selected",
        style: { "border-color": ink, "border-width": 4, "underlay-color": chosen, "underlay-opacity": 0.5, "underlay-padding": 7 },
      },
      {
        selector: "edge:selected",
        style: { "line-color": ink, "target-arrow-color": ink, "underlay-color": chosen, "underlay-opacity": 0.5, "underlay-padding": 4, label: "data(words)" },
      },
    ];
  }

  /* As high as the drawing needs at the width there is, so that its words can be read. */
  function room(nodes, stage) {
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const width = Math.max(...xs) - Math.min(...xs) + 2 * ROOM_OF_A_LABEL;
    const height = Math.max(...ys) - Math.min(...ys) + 2 * MARGIN;
    const scale = Math.min(1, stage.clientWidth / width);
    stage.style.blockSize = `${Math.min(HIGHEST, Math.max(LOWEST, height * scale))}px`;
  }

  /* The words of a tie stand on its line where they fit between the names; else choosing it shows them. */
  function fits(words, from, to) {
    const free = Math.hypot(to.x - from.x, to.y - from.y) - ROOM_OF_A_LABEL;
    return words.length * WIDTH_OF_A_LETTER < free;
  }

  function elements(network) {
    const known = new Map(network.nodes.map((node) => [node.id, node]));
    const nodes = network.nodes.map((node) => ({ group: "nodes", data: node, position: { x: node.x, y: node.y } }));
    const edges = network.edges.map((edge) => {
      const words = [edge.label, edge.amount].filter(Boolean).join(" · ");
      const shown = fits(words, known.get(edge.source), known.get(edge.target)) ? words : "";
      return { group: "edges", data: { ...edge, words, shown } };
    });
    return [...nodes, ...edges];
  }

  /* What is chosen: shown in the picture, in the table, in the panel, and said. */
  class Choice {
    constructor(graph, figure) {
      this.graph = graph;
      this.said = figure.querySelector("[data-graph-said]");
      this.panel = document.querySelector("[data-graph-panel]");
      this.rows = [...document.querySelectorAll("tr[data-edge]")];
    }

    clear() {
      this.graph.elements().unselect().removeClass("far");
      for (const row of this.rows) row.classList.remove("is-chosen", "is-near");
      this.said.textContent = "";
    }

    show(element) {
      this.clear();
      element.select();
      const near = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes());
      this.graph.elements().difference(near).addClass("far");
      const ids = new Set(near.edges().map((edge) => edge.id()));
      for (const row of this.rows) {
        const met = ids.has(row.dataset.edge);
        row.classList.toggle("is-chosen", met && element.isEdge());
        row.classList.toggle("is-near", met && element.isNode());
      }
      this.said.textContent = this.sentence(element);
    }

    sentence(element) {
      if (element.isNode()) {
        return `${element.data("label")} · ${this.said.dataset.ties}: ${element.connectedEdges().length}`;
      }
      return `${element.source().data("label")} – ${element.data("words")} – ${element.target().data("label")}`;
    }

    open(element) {
      this.show(element);
      const address = element.data("evidence") || element.data("expand") || element.data("url");
      if (!address) return;
      if (element.isNode() || !this.panel || !window.htmx) window.location.assign(address);
      else this.read(address);
    }

    async read(address) {
      await window.htmx.ajax("GET", address, { target: this.panel, swap: "innerHTML" });
      this.panel.focus({ preventScroll: false });
    }

    bringIntoView(node) {
      const { x1, y1, x2, y2 } = node.renderedBoundingBox();
      const inside = x1 >= 0 && y1 >= 0 && x2 <= this.graph.width() && y2 <= this.graph.height();
      if (!inside) this.graph.center(node);
    }

    /* The nearest node in the direction of the arrow, weighing how far it lies aside. */
    walk(direction) {
      const from = this.graph.nodes(":selected").first();
      if (from.empty()) return this.show(this.graph.nodes().first());
      const [dx, dy] = direction;
      const origin = from.position();
      const ahead = this.graph.nodes().map((node) => {
        const { x, y } = node.position();
        const along = (x - origin.x) * dx + (y - origin.y) * dy;
        const aside = Math.abs((x - origin.x) * dy) + Math.abs((y - origin.y) * dx);
        return { node, along, cost: along + 2 * aside };
      });
      const found = ahead.filter((one) => one.along > 0).sort((one, other) => one.cost - other.cost)[0];
      if (!found) return undefined;
      this.show(found.node);
      return this.bringIntoView(found.node);
    }
  }

  function zoom(graph, way) {
    if (way === "fit") return graph.fit(undefined, 40);
    const level = graph.zoom() * (way === "in" ? ZOOM_STEP : 1 / ZOOM_STEP);
    return graph.zoom({ level, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  }

  function keys(graph, choice, stage) {
    stage.addEventListener("keydown", (event) => {
      const chosen = graph.nodes(":selected").first();
      if (DIRECTIONS[event.key]) choice.walk(DIRECTIONS[event.key]);
      else if (event.key === "Enter" && chosen.nonempty()) choice.open(chosen);
      else if (event.key === "Escape") choice.clear();
      else if (event.key === "+" || event.key === "=") zoom(graph, "in");
      else if (event.key === "-") zoom(graph, "out");
      else if (event.key === "0") zoom(graph, "fit");
      else return;
      event.preventDefault();
    });
  }

  function table(graph, choice) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-choose]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const edge = graph.getElementById(link.dataset.choose);
      if (edge.empty() || !choice.panel) return;
      event.preventDefault();
      choice.open(edge);
    });
    for (const row of choice.rows) {
      row.addEventListener("focusin", () => {
        const edge = graph.getElementById(row.dataset.edge);
        if (edge.nonempty()) choice.show(edge);
      });
    }
  }

  function draw(figure, network) {
    const stage = figure.querySelector("[data-graph-stage]");
    const tools = figure.querySelector("[data-graph-tools]");
    const drawing = figure.querySelector("[data-graph-drawing]");
    stage.hidden = false;
    tools.hidden = false;
    if (drawing) drawing.hidden = true;
    room(network.nodes, stage);
    const graph = window.cytoscape({
      container: stage,
      elements: elements(network),
      style: style(network.edges.length),
      layout: { name: "preset", padding: 24 },
      minZoom: 0.05,
      maxZoom: 4,
      boxSelectionEnabled: false,
      hideEdgesOnViewport: network.edges.length > 1500,
    });
    const choice = new Choice(graph, figure);
    graph.on("tap", "edge", (event) => choice.open(event.target));
    graph.on("tap", "node", (event) => choice.show(event.target));
    graph.on("dbltap", "node", (event) => choice.open(event.target));
    graph.on("tap", (event) => {
      if (event.target === graph) choice.clear();
    });
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("[data-zoom]");
      if (button) zoom(graph, button.dataset.zoom);
    });
    keys(graph, choice, stage);
    table(graph, choice);
    new ResizeObserver(() => graph.resize()).observe(stage);
    figure.dataset.drawn = String(graph.elements().length);
  }

  async function start(figure) {
    const said = figure.querySelector("[data-graph-said]");
    try {
      const answer = await fetch(figure.dataset.graph, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const network = await answer.json();
      await document.fonts.ready;
      draw(figure, network);
    } catch (failure) {
      said.textContent = said.dataset.failed;
      console.error(failure);
    }
  }

  /* What the explorer draws with too. */
  window.bureauGraph = { style, zoom, DIRECTIONS };

  for (const figure of document.querySelectorAll("figure[data-graph]")) start(figure);
})();
