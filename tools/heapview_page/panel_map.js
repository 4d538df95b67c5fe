// SPDX-License-Identifier: MIT
// panel_map.js: the address map with its legend and the details of the chosen cell.

class MapPanel {
  constructor(s) {
    this.s = s;
    this.hidden = new Set(); // types switched off, by number
    this.filter = "";
    this.map = new HeapMap(s, {select: cell => app.select(cell),
                               describe: block => cell_tip(s, block)});
    this.details = el("div.details.sheet", {ariaLive: "polite"});
    this.legend = el("div.legend.sheet");
    this.count = el("span.muted");
    this.element = el("div.map-grid", {}, el("div.map-left", {}, this.tools(), this.map.element),
                      el("div.map-side", {}, this.legend, this.details));
    this.show_legend();
    this.select(-1);
  }

  tools() {
    const map = this.map;
    const by = [["type", "type"], ["holds", "state"]];
    if (this.s.age.some(age => age >= 0)) {
      by.splice(1, 0, ["age", "age"]);
    }
    const button = (text, label, click) =>
      el("button", {type: "button", ariaLabel: label, title: label, onclick: click}, text);
    this.search = el("input", {type: "search", placeholder: "Find type, value, file:line", size: 22,
                               ariaLabel: "Show cells whose type, value or line has this text",
                               oninput: e => this.refilter(e.target.value)});
    return el("div.tools", {}, this.search, this.count,
      el("span.grow"),
      el_choice("Colour by", by, "type", value => {
        map.colour_by = value;
        this.show_legend();
        map.draw_soon();
      }),
      el("label", {}, el("input", {type: "checkbox", checked: true, onchange: e => {
        map.fold = e.target.checked;
        map.relayout();
      }}), " fold free rows"),
      el("span", {}, button("−", "Zoom out", () => map.zoom(-1)),
         button("+", "Zoom in", () => map.zoom(1)),
         button("All", "All of the heap at once", () => map.fit())));
  }

  refilter(text) {
    this.filter = text.trim().toLowerCase();
    this.fade();
  }

  // The same from another panel: all of a type, or what has a text.
  find(name, is_type) {
    const type = this.s.types.findIndex(t => t.name === name);
    this.hidden = new Set(is_type ? this.s.types.keys() : []);
    this.hidden.delete(type);
    this.search.value = is_type ? "" : name;
    this.show_legend();
    this.refilter(this.search.value);
  }

  // Which cells are pale: those of hidden types, and those without the text looked for.
  fade() {
    const s = this.s, text = this.filter;
    this.map.faded = text || this.hidden.size ? new Uint8Array(s.count) : null;
    const in_type = s.types.map(t => t.name.toLowerCase().includes(text));
    const in_site = s.sites.map(site => site !== null &&
      flame_frame_name(site).toLowerCase().includes(text));
    let found = 0, blocks = 0;
    for (let i = 0; this.map.faded && i < s.count; i++) {
      const shown = !this.hidden.has(s.type[i]) &&
        (in_type[s.type[i]] || in_site[s.site[i]] ||
         (s.repr[i] || "").toLowerCase().includes(text));
      this.map.faded[i] = shown ? 0 : 1;
      found += shown ? 1 : 0;
      blocks += shown ? s.blocks[i] : 0;
    }
    this.count.textContent = this.map.faded
      ? `${format_count(found)} cells, ${format_bytes(blocks * s.heap.block)}` : "";
    this.map.draw_soon();
  }

  // ---- legend ----

  show_legend() {
    const entries = {type: () => this.type_entries(), age: () => this.age_entries(),
                     holds: () => this.hold_entries()}[this.map.colour_by]();
    this.legend.replaceChildren(...entries);
  }

  type_entries() {
    const s = this.s, colours = colours_of_types(s);
    const numbers = s.types.map((_, i) => i).sort((a, b) => s.types[b].blocks - s.types[a].blocks);
    const rows = numbers.map(i => el("li", {}, el("button", {
      type: "button", ariaPressed: String(!this.hidden.has(i)),
      title: "Click: only this; again: all",
      onclick: e => this.toggle(i, e.ctrlKey || e.metaKey || e.shiftKey)},
      el("span.swatch", {style: {background: colours[i]}}), el("span.name", {}, s.types[i].name),
      el("span.number", {}, format_count(s.types[i].count)),
      el("span.number.bytes", {}, format_bytes(s.types[i].blocks * s.heap.block)))));
    return [el("div.head", {}, el("b", {}, `${s.types.length} types`),
               el("span.muted", {}, "Ctrl-click for several")), el("ul", {}, rows)];
  }

  // Only this type, or all again; with `several` this type is switched on or off.
  toggle(type, several) {
    const all = this.s.types.map((_, i) => i);
    const alone = this.hidden.size === all.length - 1 && !this.hidden.has(type);
    if (!several) {
      this.hidden = new Set(alone ? [] : all.filter(i => i !== type));
    } else if (!this.hidden.delete(type)) {
      this.hidden.add(type);
    }
    this.show_legend();
    this.fade();
  }

  shade_entry(colour, text) {
    return el("li", {}, el("button", {type: "button", disabled: true},
                           el("span.swatch", {style: {background: colour}}), text));
  }

  age_entries() {
    return [el("ul", {}, [0, 0.25, 0.5, 0.75, 1].map(k => this.shade_entry(colours_age(k),
      k ? `made ${format_count(this.age_at(k))} allocations ago` : "just made")),
      this.shade_entry("var(--unknown)", "before tracing began"))];
  }

  age_at(share) {
    const most = this.s.age.reduce((a, b) => Math.max(a, b), 1);
    return Math.round(Math.expm1(Math.log1p(most) * share));
  }

  hold_entries() {
    const s = this.s, sums = [0, 0, 0, 0];
    const fixed = fit_fixed(s), reach = graph_reach(s);
    for (let i = 0; i < s.count; i++) {
      sums[fixed[i] || (reach[i] === GRAPH_UNREACHED ? 3 : 0)] += cell_bytes(s, i);
    }
    const texts = ["can move", "pinned: its address was given away", "the C stack may refer to it",
                   "garbage, not yet collected"];
    const colours = ["--unknown", "--accent", "--from", "--good"];
    return [el("ul", {}, texts.map((text, k) => this.shade_entry(
      `var(${colours[k]})`, `${text}: ${format_bytes(sums[k])}`)))];
  }

  // ---- what the page tells it ----

  shown() {
    this.map.relayout();
  }

  select(cell) {
    this.map.selected = cell;
    this.details.replaceChildren(cell >= 0 ? cell_details(this.s, cell) : el("div", {},
      el("h2", {}, "No cell chosen"),
      el("p.muted", {}, "Each square is a block of ", String(this.s.heap.block),
         " bytes, a bar of squares is a cell. Click one to see what it refers to and what keeps it",
         " alive. Arrow keys go from cell to cell, Ctrl and the wheel zoom. A dot marks cells that",
         " compaction can't move.")));
    this.details.scrollTop = 0;
    if (cell >= 0) {
      this.map.reveal(this.s.first[cell]);
    }
    this.map.draw_overlay();
  }

  show_window(window) {
    this.map.window = window;
    this.map.reveal(window.first);
    this.map.draw_soon();
  }

  check() {
    return this.map.layout && this.map.canvas.width > 100 && this.legend.querySelector("button");
  }
}
