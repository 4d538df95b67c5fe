// SPDX-License-Identifier: MIT
// panel_flame.js: bytes by call stack as an icicle: callers above, what they call below.

const FLAME_ROW = 24;
const FLAME_NARROW = 2.5; // pixels below which a frame isn't drawn

class FlamePanel {
  constructor(s) {
    this.s = s;
    this.what = "live";
    this.text = "";
    this.zoomed = 0; // the site that has the full width
    this.graph = el("div.flame", {role: "group", ariaLabel: "Flame graph. Enter zooms in."});
    this.found = el("span.muted");
    this.note = el("p.muted");
    this.body = el("section.sheet", {}, this.note, this.graph);
    this.lines = el("section.sheet");
    this.element = el("div", {}, this.tools(), this.body, this.lines);
    on_resize(this.graph, () => this.graph.clientWidth !== this.width && this.draw());
    this.draw();
    this.show_lines();
  }

  tools() {
    const search = el("input", {type: "search", placeholder: "Find function or file", size: 22,
      ariaLabel: "Mark frames with this text", oninput: e => {
        this.text = e.target.value.trim().toLowerCase();
        this.draw();
      }});
    return el("div.tools", {}, el_choice("Bytes", [["live", "live now"], ["peak", "at the peak"],
                                                   ["garbage", "garbage"]],
                                         "live", what => {
                                           this.what = what;
                                           this.zoomed = 0;
                                           this.draw();
                                           this.show_lines();
                                         }),
              search, this.found, el("span.grow"),
              el("button", {type: "button", onclick: () => this.zoom(0)}, "Whole graph"),
              el("button", {type: "button", title: "For speedscope and other flame graph viewers",
                            onclick: () => this.save()}, "Save folded stacks"));
  }

  save() {
    if (!flame_lacks(this.s, this.what)) {
      save_file(`${this.s.name}.${this.what}.folded`, export_folded(this.s, this.what));
    }
  }

  zoom(site) {
    this.zoomed = site;
    this.draw();
    tip_show(null);
  }

  draw() {
    const lacks = flame_lacks(this.s, this.what);
    this.note.replaceChildren();
    if (lacks) {
      this.graph.replaceChildren(el_lacks(lacks.replace("-X trace-alloc", "`-X trace-alloc`")));
      this.lines.hidden = true;
      return;
    }
    const tree = flame_tree(this.s, this.what);
    const node = this.zoomed ? tree.nodes[this.zoomed] : tree;
    this.whole = tree.total;
    this.width = this.graph.clientWidth;
    this.frames = [];
    this.deepest = 0;
    const above = flame_stack(this.s, Math.max(this.zoomed, 0)).slice(0, -1);
    this.place(tree, 0, this.width, 0, tree !== node);
    above.map(site => tree.nodes[site])
      .forEach(frame => this.place(frame, 0, this.width, frame.depth, true));
    if (tree !== node) {
      this.place_below(node, 0, this.width);
    } else {
      this.place_children(tree, 0, this.width);
    }
    this.graph.style.height = `${(this.deepest + 1) * FLAME_ROW}px`;
    this.graph.classList.toggle("searching", this.text !== "");
    this.graph.replaceChildren(...this.frames);
    this.show_found(tree);
    this.note.textContent = format_bytes(tree.total) + {
      peak: " at the highest point, by the line that made them.",
      live: " alive, by the line that made them. Garbage is left out: " +
            `${format_bytes(graph_garbage(this.s).bytes)}.`,
      garbage: " that no root reaches, by the line that made them: what the next collection frees.",
    }[this.what];
  }

  place_below(node, x, width) {
    this.place(node, x, width, node.depth, false);
    this.place_children(node, x, width);
  }

  place_children(node, x, width) {
    for (const child of node.children) {
      const share = width * child.total / node.total;
      if (share >= FLAME_NARROW) {
        this.place_below(child, x, share);
      }
      x += share;
    }
  }

  name(node) {
    const rest = {"-1": this.what === "peak" ? "by no Python line" : "before tracing began",
                  "0": this.s.heap.program || "program"};
    return rest[node.site] ?? flame_frame_name(this.s.sites[node.site]);
  }

  matches(node) {
    return this.text !== "" && node.site !== 0 && this.name(node).toLowerCase().includes(this.text);
  }

  place(node, x, width, depth, above) {
    const name = this.name(node);
    const colour = node.site > 0 ? colours_file(this.s.sites[node.site].file) : "var(--free)";
    const frame = el("button", {
      type: "button", ariaLabel: `${name}, ${format_bytes(node.total)}`,
      style: {left: `${x}px`, width: `${width}px`, top: `${depth * FLAME_ROW}px`,
              background: colour, padding: width < 14 ? "0" : "0 5px"},
      onclick: () => this.zoom(Math.max(node.site, 0)),
      onpointermove: e => tip_show(this.tip(node, name), e), onpointerleave: () => tip_show(null)},
      width > 26 ? name : "");
    frame.classList.toggle("above", above);
    frame.classList.toggle("found", this.matches(node));
    this.deepest = Math.max(this.deepest, depth);
    this.frames.push(frame);
  }

  tip(node, name) {
    return el("div", {}, el("b", {}, name),
              el("div", {}, `${format_bytes(node.total)} in all, `,
                 format_percent(node.total / this.whole)),
              el("div.muted", {}, `${format_bytes(node.self)} by this line itself`));
  }

  // The same by line alone, whoever called.
  show_lines() {
    if (flame_lacks(this.s, this.what)) {
      return;
    }
    const rows = flame_lines(this.s, this.what);
    const most = rows.reduce((m, r) => Math.max(m, r.bytes), 1);
    this.lines.hidden = false;
    this.lines.replaceChildren(el("h2", {}, "By line, whoever called"), new DataTable([
      {title: "Line", value: r => r.name, show: r => el_find(r.name, false)},
      column_count("Bytes", r => r.bytes),
      {title: "", value: r => r.bytes,
       show: r => [el_bar(r.bytes, most), " ", format_percent(r.bytes / this.whole)]},
    ], rows, {sort: 1, most: 20}).element);
  }

  // The share of what is found; a found frame inside another is not counted twice.
  show_found(tree) {
    const sum = node => this.matches(node) ? node.total
      : node.children.reduce((total, child) => total + sum(child), 0);
    const bytes = this.text ? sum(tree) : 0;
    this.found.textContent = this.text
      ? `${format_bytes(bytes)}, ${format_percent(tree.total ? bytes / tree.total : 0)}` : "";
  }

  check() {
    return this.graph.querySelector("button, .lacks");
  }
}
