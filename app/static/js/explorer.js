/* The explorer: what a link would show on a new page is drawn in place, so that nothing jumps.
   Every move is an address that the server made; without this script the same links are pages. */
(() => {
  "use strict";

  const ROOM = 120;
  const SHORT = 300;
  const SCATTERED = 3;
  const SMOOTH_UP_TO = 800;
  const NAMED_UP_TO = 90;
  const LETTERS = 13;
  const SMALLEST_LETTERS = 9.5;
  const LARGEST_LETTERS = 28;
  const { style, zoom, DIRECTIONS } = window.bureauGraph;

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const large = (nodes) => nodes > SMOOTH_UP_TO;

  function look(data) {
    const busy = large(data.nodes.length);
    const ink = token("--bureau-ink");
    return [
      ...style(data.edges.length),
      { selector: "node[size > 1]", style: { width: "mapData(width, 1, 9, 34, 90)", height: "mapData(width, 1, 9, 34, 90)", "border-style": "double", "border-color": ink, "border-width": 6 } },
      { selector: "node[?elsewhere]", style: { "border-style": "double", "border-color": ink, "border-width": 6 } },
      { selector: "edge[?onway]", style: { "line-color": token("--bureau-accent"), "target-arrow-color": token("--bureau-accent"), width: 6, "z-index": 9 } },
      { selector: "node[?onway]", style: { "border-color": token("--bureau-accent"), "border-width": 5 } },
      ...(busy ? [
        { selector: "node", style: { "min-zoomed-font-size": 9, "text-background-opacity": 0, width: 52, height: 52, "border-width": 0, "font-size": 15 } },
        { selector: "edge", style: { "curve-style": "haystack", "target-arrow-shape": "none", "line-style": "solid", width: 4, label: "", opacity: 0.4 } },
      ] : []),
    ];
  }

  /* Where each node stands: where it stood, else around a neighbour, else where the server put it. */
  function places(data, known) {
    const found = new Map();
    const fresh = [];
    for (const node of data.nodes) {
      if (known.has(node.id)) found.set(node.id, known.get(node.id));
      else fresh.push(node);
    }
    const first = found.size === 0;
    const near = new Map();
    for (const edge of data.edges) {
      near.set(edge.source, [...(near.get(edge.source) || []), edge.target]);
      near.set(edge.target, [...(near.get(edge.target) || []), edge.source]);
    }
    const around = new Map();
    for (const node of fresh) {
      const anchor = first ? undefined : (near.get(node.id) || []).find((id) => found.has(id));
      if (anchor === undefined) found.set(node.id, { x: node.x, y: node.y });
      else around.set(anchor, [...(around.get(anchor) || []), node.id]);
    }
    for (const [anchor, ids] of around) fan(found, anchor, ids, near);
    return found;
  }

  const span = (points) => Math.max(0, ...["x", "y"].map((axis) => {
    const along = points.map((point) => point[axis]);
    return Math.max(...along) - Math.min(...along);
  }));

  /* Whether a small view taken from a large one would lie too far apart to be read. */
  function scattered(data, known) {
    const kept = data.nodes.filter((node) => known.has(node.id)).map((node) => known.get(node.id));
    return kept.length > 1 && span(kept) > SCATTERED * Math.max(ROOM, span(data.nodes));
  }

  /* What an address leaves out; when only this changes, nothing else may move. */
  const hidden = (address) => new URL(address, window.location.href).searchParams.getAll("hide").sort().join();

  /* Newcomers in an arc around their neighbour, on the side where there is most room. */
  function fan(found, anchor, ids, near) {
    const middle = found.get(anchor);
    const taken = (near.get(anchor) || []).filter((id) => found.has(id)).map((id) => {
      const { x, y } = found.get(id);
      return Math.atan2(y - middle.y, x - middle.x);
    });
    const start = freest(taken);
    const radius = ROOM + Math.max(0, ids.length - 6) * 14;
    const arc = taken.length ? Math.min(Math.PI * 1.3, ids.length * 0.55) : Math.PI * 2;
    ids.forEach((id, number) => {
      const turn = start + (ids.length === 1 ? 0 : (number / (ids.length - (taken.length ? 1 : 0)) - 0.5) * arc);
      const far = radius * (number % 2 ? 1.35 : 1);
      found.set(id, { x: middle.x + far * Math.cos(turn), y: middle.y + far * Math.sin(turn) });
    });
  }

  function freest(taken) {
    if (!taken.length) return 0;
    const turns = [...taken].sort((one, other) => one - other);
    let best = 0;
    let widest = -1;
    turns.forEach((turn, number) => {
      const next = number + 1 < turns.length ? turns[number + 1] : turns[0] + 2 * Math.PI;
      if (next - turn > widest) [widest, best] = [next - turn, (turn + next) / 2];
    });
    return best;
  }

  class Explorer {
    constructor(figure) {
      this.figure = figure;
      this.stage = figure.querySelector("[data-graph-stage]");
      this.said = figure.querySelector("[data-graph-said]");
      this.panel = document.querySelector("[data-graph-panel]");
      this.tables = document.querySelector("[data-explore-tables]");
      this.known = new Map();
      this.address = window.location.href;
    }

    async begin() {
      const data = await this.ask(this.figure.dataset.exploreFigure);
      this.address = new URL(data.page, window.location.href).href;
      this.stage.hidden = false;
      this.figure.querySelector("[data-graph-tools]").hidden = false;
      this.known = places(data, this.known);
      this.graph = window.cytoscape({
        container: this.stage,
        elements: this.elements(data),
        style: look(data),
        layout: { name: "preset", padding: 24 },
        minZoom: 0.02,
        maxZoom: 4,
        boxSelectionEnabled: false,
        textureOnViewport: large(data.nodes.length),
        hideEdgesOnViewport: data.edges.length > 1500,
        pixelRatio: large(data.nodes.length) ? 1 : "auto",
      });
      this.listen();
      this.time(data);
      this.done(data);
    }

    async ask(address) {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }

    elements(data) {
      const nodes = data.nodes.map((node) => ({
        group: "nodes",
        data: { ...node, width: Math.min(9, Math.log2(node.size) + 1) },
        position: { ...this.known.get(node.id) },
      }));
      const edges = data.edges.map((edge) => {
        const words = [edge.label, edge.amount].filter(Boolean).join(" · ");
        const [from, to] = [this.known.get(edge.source), this.known.get(edge.target)];
        const shown = words.length * 5.5 < Math.hypot(to.x - from.x, to.y - from.y) - 90 ? words : "";
        return { group: "edges", data: { ...edge, words, shown } };
      });
      return [...nodes, ...edges];
    }

    /* Show another state of the same graph; what stays keeps its place. */
    async go(address, { push = true } = {}) {
      const json = new URL(address, window.location.href);
      json.pathname += ".json";
      this.remember();
      this.figure.setAttribute("aria-busy", "true");
      try {
        const data = await this.ask(json);
        await this.rows(address); // first: a link of the old table would lead astray
        const stays = hidden(address) !== hidden(this.address) || !scattered(data, this.known);
        const kept = stays ? this.known : new Map();
        this.known = new Map([...this.known, ...places(data, kept)]);
        this.graph.batch(() => {
          this.graph.elements().remove();
          this.graph.add(this.elements(data));
        });
        this.graph.style(look(data));
        this.graph.fit(undefined, 40);
        if (push) window.history.pushState({}, "", address);
        this.address = address;
        this.done(data);
      } catch (failure) {
        this.said.textContent = failure.message === "422" ? this.said.dataset.refused : this.said.dataset.failed;
        const reason = document.getElementById("reason");
        if (failure.message === "422" && reason) reason.focus();
      } finally {
        this.figure.removeAttribute("aria-busy");
      }
    }

    /* The names of a view of some dozens are read at any zoom that shows all of it. */
    named() {
      const nodes = this.graph.nodes();
      if (nodes.length > NAMED_UP_TO) return;
      const size = Math.min(LARGEST_LETTERS, Math.max(LETTERS, SMALLEST_LETTERS / this.graph.zoom()));
      const clear = { "text-background-opacity": 0, "text-outline-width": 2 / this.graph.zoom() };
      nodes.style({ ...clear, "font-size": size, "text-outline-color": token("--bureau-white") });
    }

    remember() {
      this.graph.nodes().forEach((node) => { this.known.set(node.id(), { ...node.position() }); });
    }

    async rows(address, near = "") {
      const asked = new URL(address, window.location.href);
      if (near) asked.searchParams.set("near", near);
      const answer = await fetch(asked, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (answer.ok) this.tables.innerHTML = await answer.text();
    }

    done(data) {
      const list = this.figure.querySelector("[data-explore-said]");
      list.replaceChildren(...data.said.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
      this.figure.querySelector("[data-explore-counts]").textContent = data.counts;
      this.buttons();
      this.named();
      this.figure.dataset.drawn = String(this.graph.elements().length);
    }

    chosen() {
      return this.graph.elements(":selected").first();
    }

    clear() {
      this.graph.elements().unselect().removeClass("far");
      for (const row of this.tables.querySelectorAll(".is-chosen, .is-near")) row.classList.remove("is-chosen", "is-near");
      this.said.textContent = "";
      this.buttons();
    }

    show(element, { scroll = true } = {}) {
      this.clear();
      element.select();
      const near = element.isNode() ? element.closedNeighborhood() : element.union(element.connectedNodes());
      if (!large(this.graph.nodes().length)) this.graph.elements().difference(near).addClass("far");
      const ids = new Set(near.map((each) => each.id()));
      for (const row of this.tables.querySelectorAll("tr[data-node], tr[data-edge]")) {
        const id = row.dataset.node || row.dataset.edge;
        row.classList.toggle("is-chosen", id === element.id());
        row.classList.toggle("is-near", id !== element.id() && ids.has(id));
        if (scroll && id === element.id()) reveal(row);
      }
      this.said.textContent = this.sentence(element);
      this.buttons();
    }

    sentence(element) {
      if (element.isEdge()) return `${element.source().data("label")} – ${element.data("words")} – ${element.target().data("label")}`;
      return `${element.data("label")} · ${this.said.dataset.ties}: ${element.connectedEdges().length}`;
    }

    buttons() {
      const one = this.chosen();
      for (const button of this.figure.querySelectorAll("[data-act]")) {
        if (button.dataset.act !== "all") button.disabled = one.empty() || !one.data(button.dataset.act);
      }
    }

    act(what) {
      const one = this.chosen();
      const address = one.nonempty() && one.data(what);
      if (!address) return;
      if (what === "panel") this.read(address);
      else this.go(address);
    }

    /* What is behind a line or a party, in the panel; a group is opened. */
    async open(element) {
      this.show(element);
      if (element.isNode() && element.data("size") > 1) return this.act("expand");
      if (!this.tables.querySelector(`[data-node="${CSS.escape(element.id())}"], [data-edge="${CSS.escape(element.id())}"]`)) {
        await this.rows(this.address, element.id());
        this.show(element);
      }
      return this.read(element.data("evidence") || element.data("panel"));
    }

    async read(address) {
      if (!address || !this.panel) return;
      await window.htmx.ajax("GET", address, { target: this.panel, swap: "innerHTML" });
      this.panel.focus({ preventScroll: true });
    }

    walk([dx, dy]) {
      const from = this.graph.nodes(":selected").first();
      if (from.empty()) return this.show(this.graph.nodes().first());
      const origin = from.position();
      let best;
      this.graph.nodes().forEach((node) => {
        const { x, y } = node.position();
        const along = (x - origin.x) * dx + (y - origin.y) * dy;
        const cost = along + 2 * (Math.abs((x - origin.x) * dy) + Math.abs((y - origin.y) * dx));
        if (along > 0 && (!best || cost < best.cost)) best = { node, cost };
      });
      if (!best) return undefined;
      this.show(best.node);
      const { x1, y1, x2, y2 } = best.node.renderedBoundingBox();
      if (x1 < 0 || y1 < 0 || x2 > this.graph.width() || y2 > this.graph.height()) this.graph.center(best.node);
      return undefined;
    }

    listen() {
      const { graph, figure } = this;
      let last = { id: "", at: 0 };
      graph.on("zoom", () => this.named());
      graph.on("tap", "node", (event) => {
        const twice = last.id === event.target.id() && event.timeStamp - last.at < SHORT;
        last = { id: event.target.id(), at: event.timeStamp };
        if (twice) this.act("expand");
        else this.show(event.target);
      });
      graph.on("tap", "edge", (event) => this.open(event.target));
      graph.on("tap", (event) => { if (event.target === graph) this.clear(); });
      figure.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (!button) return;
        if (button.dataset.zoom) zoom(graph, button.dataset.zoom);
        else if (button.dataset.act === "all") this.period("", "");
        else if (button.dataset.act) this.act(button.dataset.act);
      });
      this.stage.addEventListener("keydown", (event) => this.key(event));
      document.addEventListener("click", (event) => this.click(event));
      this.tables.addEventListener("keydown", step);
      this.tables.addEventListener("focusin", (event) => {
        const row = event.target.closest("tr[data-node], tr[data-edge]");
        const one = row && graph.getElementById(row.dataset.node || row.dataset.edge);
        if (one && one.nonempty()) this.show(one, { scroll: false });
      });
      window.addEventListener("popstate", () => this.go(window.location.href, { push: false }));
      const form = document.querySelector("[data-keep-places]")?.form;
      form?.addEventListener("submit", () => this.keep(form));
      new ResizeObserver(() => graph.resize()).observe(this.stage);
    }

    key(event) {
      const letters = { e: "expand", h: "hide", b: "begin", n: "panel" };
      const one = this.chosen();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (DIRECTIONS[event.key]) this.walk(DIRECTIONS[event.key]);
      else if (event.key === "Enter" && one.nonempty()) this.open(one);
      else if (event.key === "Escape") this.clear();
      else if (letters[event.key.toLowerCase()]) this.act(letters[event.key.toLowerCase()]);
      else if (event.key === "+" || event.key === "=") zoom(this.graph, "in");
      else if (event.key === "-") zoom(this.graph, "out");
      else if (event.key === "0") zoom(this.graph, "fit");
      else return;
      event.preventDefault();
    }

    click(event) {
      const link = event.target.closest("a[data-choose], a[data-explore], a[data-panel]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      if (link.hasAttribute("data-explore")) this.go(link.href);
      else if (link.hasAttribute("data-panel")) this.read(link.href);
      else {
        const one = this.graph.getElementById(link.dataset.choose);
        if (one.empty()) return;
        this.open(one);
      }
      event.preventDefault();
    }

    keep(form) {
      this.remember();
      const now = {};
      this.graph.nodes().forEach((node) => {
        const { x, y } = node.position();
        now[node.id()] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
      });
      form.querySelector("[data-keep-places]").value = JSON.stringify(now);
      form.querySelector("[data-keep-asked]").value = new URL(this.address, window.location.href).search.slice(1);
    }

    /* Two sliders over the months in which anything is dated. */
    time(data) {
      const frame = this.figure.querySelector("[data-explore-time]");
      if (!data.span) return;
      const month = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
      const [least, most] = data.span.map(month);
      if (most <= least) return;
      const [from, to] = ["from", "to"].map((name) => frame.querySelector(`[data-time="${name}"]`));
      const asked = new URL(this.address).searchParams;
      for (const each of [from, to]) Object.assign(each, { min: least, max: most });
      from.value = asked.get("from") ? month(asked.get("from")) : least;
      to.value = asked.get("to") ? month(asked.get("to")) : most;
      const words = (number) => new Date(Math.floor(number / 12), number % 12, 1)
        .toLocaleDateString(document.documentElement.lang, { month: "short", year: "numeric" });
      const say = () => {
        if (Number(from.value) > Number(to.value)) to.value = from.value;
        for (const each of [from, to]) each.setAttribute("aria-valuetext", words(Number(each.value)));
        frame.querySelector("[data-explore-period]").value = `${words(Number(from.value))} – ${words(Number(to.value))}`;
      };
      const changed = () => {
        say();
        const [first, last] = [Number(from.value), Number(to.value)];
        const day = (number, end) => {
          const found = new Date(Date.UTC(Math.floor(number / 12), (number % 12) + (end ? 1 : 0), end ? 0 : 1));
          return found.toISOString().slice(0, 10);
        };
        this.period(first > least ? day(first, false) : "", last < most ? day(last, true) : "");
      };
      for (const each of [from, to]) {
        each.addEventListener("input", say);
        each.addEventListener("change", changed);
      }
      this.sliders = { from, to, say };
      say();
      frame.hidden = false;
    }

    period(first, last) {
      const address = new URL(this.address, window.location.href);
      for (const [name, day] of [["from", first], ["to", last]]) {
        if (day) address.searchParams.set(name, day);
        else address.searchParams.delete(name);
        const field = document.getElementById(name === "from" ? "since" : "until");
        if (field) field.value = day;
      }
      if (this.sliders && !first && !last) {
        this.sliders.from.value = this.sliders.from.min;
        this.sliders.to.value = this.sliders.to.max;
        this.sliders.say();
      }
      this.go(address.href);
    }
  }

  /* Scroll only the frame of the table, never the page. */
  function reveal(row) {
    const frame = row.closest(".table-frame");
    if (!frame) return;
    const [outer, inner] = [frame.getBoundingClientRect(), row.getBoundingClientRect()];
    if (inner.top < outer.top + 60 || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - 80;
  }

  /* Arrow keys in a table go to the same link of the row above or below. */
  function step(event) {
    const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const row = event.target.closest("tr[data-node], tr[data-edge]");
    const next = by && row && row[by];
    const link = next && next.querySelector("a");
    if (!link) return;
    event.preventDefault();
    link.focus();
  }

  for (const figure of document.querySelectorAll("[data-explore-figure]")) {
    const explorer = new Explorer(figure);
    if (window.bureauExplorer === undefined) window.bureauExplorer = explorer;
    document.fonts.ready.then(() => explorer.begin()).catch((failure) => {
      explorer.said.textContent = explorer.said.dataset.failed;
      console.error(failure);
    });
  }
})();
