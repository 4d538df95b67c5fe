// SPDX-License-Identifier: MIT
// panel_dominators.js: what keeps how much alive: the dominator tree, the cells that retain most.

const TREE_PAGE = 50; // children shown at a time

class DominatorsPanel {
  constructor(s) {
    this.s = s;
    this.d = dominators_of(s);
    this.column = "retained";
    this.open = new Set([0]);
    this.pages = new Map();
    this.box = el("div.sheet.tree");
    this.element = el("div", {}, el("div.tools", {},
      el_choice("Show", [["tree", "tree"], ["cells", "largest cells"], ["types", "by type"]],
                "tree", view => this.show(view)),
      el("span.muted", {}, "Retained: what would be freed if this went. What several roots hold",
         " stands at the top.")), this.box);
    this.show("tree");
  }

  show(view) {
    const make = {tree: this.tree, cells: this.cells, types: this.types}[view];
    this.box.replaceChildren(make.call(this));
  }

  // ---- the tree ----

  tree() {
    this.body = el("tbody");
    this.heads = [this.head("name", "What"), this.head("retained", "Retained"),
                  this.head("self", "Itself")];
    this.down = true;
    this.fill();
    return el("div.table-box", {}, el("table", {},
      el("thead", {}, el("tr", {}, this.heads, el("th", {}))), this.body));
  }

  head(id, title) {
    return el(id === "name" ? "th" : "th.number", {scope: "col"}, el("button", {
      type: "button", onclick: () => {
        this.down = this.column === id ? !this.down : id !== "name";
        this.column = id;
        this.fill();
      }}, title));
  }

  fill() {
    const ids = ["name", "retained", "self"];
    this.heads.forEach((head, i) => head.ariaSort =
      ids[i] !== this.column ? "none" : this.down ? "descending" : "ascending");
    const rows = [];
    this.add_rows(0, 0, rows);
    this.body.replaceChildren(...rows);
  }

  // The row of node n and, if it is open, those below it.
  add_rows(n, depth, rows) {
    rows.push(this.row(n, depth));
    if (!this.open.has(n)) {
      return;
    }
    const children = this.sorted(n);
    const shown = this.pages.get(n) || TREE_PAGE;
    children.slice(0, shown).forEach(child => this.add_rows(child, depth + 1, rows));
    if (children.length > shown) {
      rows.push(el("tr", {}, el("td", {colSpan: 4}, el("button.more", {
        type: "button", style: {"margin-left": `${(depth + 1) * 18}px`}, onclick: () => {
          this.pages.set(n, shown * 4);
          this.fill();
        }}, `${format_count(children.length - shown)} more`))));
    }
  }

  sorted(n) {
    const {at, children} = this.d;
    const list = Array.from(children.subarray(at[n], at[n + 1])).filter(k => this.d.retained[k]);
    const key = {name: k => this.name(k), self: k => this.self(k),
                 retained: k => this.d.retained[k]}[this.column];
    const sign = this.down ? -1 : 1;
    return this.column === "retained" && this.down ? list : list.sort((a, b) => {
      const x = key(a), y = key(b);
      return x < y ? -sign : x > y ? sign : 0;
    });
  }

  name(n) {
    const {first_cell} = this.d;
    return n >= first_cell ? cell_title(this.s, n - first_cell)
      : n ? `root: ${this.s.roots[n - 1].label}` : "all that is alive";
  }

  self(n) {
    return n >= this.d.first_cell ? cell_bytes(this.s, n - this.d.first_cell) : 0;
  }

  row(n, depth) {
    const {d, s} = this, i = n - d.first_cell, leaf = d.at[n] === d.at[n + 1];
    const open = this.open.has(n);
    const twist = el("button.twist", {type: "button", disabled: leaf, ariaExpanded: String(open),
      ariaLabel: `${open ? "Close" : "Open"} ${this.name(n)}`, onclick: () => {
        if (!this.open.delete(n)) {
          this.open.add(n);
        }
        this.fill();
        this.body.querySelector(`[data-node="${n}"] .twist`)?.focus();
      }}, leaf ? "" : open ? "▾" : "▸");
    const label = i >= 0 ? el("button.link", {type: "button", onclick: () => app.select(i, true)},
                              cell_swatch(s, i), cell_title(s, i))
                         : el("span", {}, n ? cell_root(s, n - 1) : this.name(n));
    const site = i >= 0 ? cell_site(s, i) : "";
    return el("tr", {"data-node": n},
      el("td", {}, el("div.branch", {style: {"padding-left": `${depth * 18}px`}}, twist,
                      el("div", {}, label, " ", el("span.muted", {}, site)))),
      el("td.number", {}, format_count(d.retained[n])),
      el("td.number", {}, format_count(this.self(n))),
      el("td", {}, el_bar(d.retained[n], d.retained[0]), " ",
         format_percent(d.retained[n] / d.retained[0] || 0)));
  }

  // ---- tables ----

  cells() {
    const s = this.s, {retained, first_cell} = this.d;
    const cells = Array.from({length: s.count}, (_, i) => i)
      .sort((a, b) => retained[b + first_cell] - retained[a + first_cell]).slice(0, 1000);
    return new DataTable([
      {title: "Cell", value: i => cell_title(s, i), show: i => cell_link(s, i)},
      column_count("Retained", i => retained[i + first_cell]),
      column_count("Itself", i => cell_bytes(s, i)),
      {title: "Made in", value: i => cell_site(s, i)},
    ], cells, {sort: 1}).element;
  }

  // Retained by type: cells inside one of the same type are counted with that one.
  types() {
    const s = this.s, {retained, first_cell, idom} = this.d;
    const rows = s.types.map((type, t) => ({...type, t, retained: 0}));
    for (let i = 0; i < s.count; i++) {
      const above = idom[i + first_cell] - first_cell;
      if (above < 0 || s.type[above] !== s.type[i]) {
        rows[s.type[i]].retained += retained[i + first_cell];
      }
    }
    const bytes = row => row.blocks * s.heap.block;
    return new DataTable([
      {title: "Type", value: r => r.name, show: r => [
        el("span.swatch", {style: {background: colours_of_types(s)[r.t]}}), el_find(r.name, true)]},
      column_count("Cells", r => r.count), column_count("Bytes", bytes),
      column_count("Retained", r => r.retained),
      {title: "", value: r => r.retained, show: r => el_bar(r.retained, retained[0])},
    ], rows, {sort: 3}).element;
  }

  check() {
    return this.box.querySelectorAll("tbody tr").length > 1 || !this.s.roots.length;
  }
}
