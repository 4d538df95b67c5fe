// SPDX-License-Identifier: MIT
// panel_imports.js: what each import cost.

class ImportsPanel {
  constructor(s) {
    this.s = s;
    if (!s.modules.length) {
      this.element = el_lacks("Nothing was imported, or the cost of imports wasn't recorded: run " +
                              "the program with `-X heapmap=out.html` or `-X trace-alloc`.");
      return;
    }
    const rows = this.rows();
    const most = rows.reduce((m, r) => Math.max(m, r.bytes), 1);
    this.element = el("div", {}, el("p.muted", {},
      "Bytes still in use after each import. “Alone” leaves out the imports made on the way;",
      " “highest” is how far it rose meanwhile, “allocated” all that was allocated for it."),
      el("section.sheet", {}, new DataTable([
        {title: "Module", value: r => r.path, show: r =>
          el("span", {style: {"padding-left": `${r.depth * 20}px`}}, r.depth ? "↳ " : "",
             r.module)},
        column_count("Bytes", r => r.bytes),
        {title: "", value: r => r.bytes, show: r => el_bar(r.bytes, most)},
        column_count("Alone", r => r.alone), column_count("Highest", r => r.peak),
        column_count("Allocated", r => r.allocated),
      ], rows).element));
  }

  // Imports with those made on the way below them, the dearest first.
  rows() {
    const modules = this.s.modules;
    const children = new Map();
    modules.forEach(m => {
      const key = modules.some(p => p.module === m.parent) ? m.parent : "";
      children.set(key, [...(children.get(key) || []), m]);
    });
    const rows = [];
    const add = (name, depth, path) => {
      const list = (children.get(name) || []).sort((a, b) => b.bytes - a.bytes);
      children.delete(name); // also ends cycles
      for (const m of list) {
        const row = {...m, depth, path: `${path}/${m.module}`, alone: m.bytes};
        rows.push(row);
        const before = rows.length;
        add(m.module, depth + 1, row.path);
        rows.slice(before).filter(r => r.depth === depth + 1).forEach(r => row.alone -= r.bytes);
      }
    };
    add("", 0, "");
    return rows;
  }

  check() {
    return this.element.classList.contains("lacks") || this.element.querySelector("tbody tr");
  }
}
