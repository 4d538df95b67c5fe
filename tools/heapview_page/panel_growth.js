// SPDX-License-Identifier: MIT
// panel_growth.js: what grew between two snapshots.

class GrowthPanel {
  constructor() {
    const [a, b] = app.snapshots;
    this.element = b ? el("div", {}) : el_lacks("To see what grew, give two snapshots of one " +
      "program: `tools/heapview first.jsonl second.jsonl -o out.html`, written by " +
      "`micropython.heap_snapshot(stream)` at two moments. Or drop a second file here.");
    if (b) {
      this.element.append(this.summary(a, b), this.types(a, b), this.sites(a, b));
    }
  }

  summary(a, b) {
    const rows = compare_types(a, b).filter(row => row.name !== COMPARE_GARBAGE);
    const sum = key => rows.reduce((n, row) => n + row[key], 0);
    const bytes = sum("bytes"), cells = sum("cells");
    return el("p", {}, "From ", el("b", {}, a.name), " to ", el("b", {}, b.name), ": ",
              el(bytes > 0 ? "b.bad" : "b.good", {}, `${format_change(bytes)} alive`),
              `, ${format_change(cells, format_count)} cells.`);
  }

  columns(rows, name, title) {
    const most = rows.reduce((m, r) => Math.max(m, Math.abs(r.bytes)), 1);
    const change = (r, key, format) =>
      el(`span.${r[key] > 0 ? "bad" : r[key] ? "good" : "muted"}`, {},
         format_change(r[key], format));
    return [
      {title, value: r => r.name, show: name},
      {title: "Change", number: true, value: r => r.bytes,
       show: r => change(r, "bytes", format_bytes)},
      {title: "", value: r => Math.abs(r.bytes),
       show: r => el_bar(Math.abs(r.bytes), most, r.bytes > 0 ? "var(--bad)" : "var(--good)")},
      {title: "Cells", number: true, value: r => r.cells,
       show: r => change(r, "cells", format_count)},
      {title: "Before", number: true, value: r => r.bytes_a, show: r => format_bytes(r.bytes_a)},
      {title: "After", number: true, value: r => r.bytes_b, show: r => format_bytes(r.bytes_b)},
    ];
  }

  types(a, b) {
    const rows = compare_types(a, b);
    return el("section.sheet", {}, el("h2", {}, "By type"),
              new DataTable(this.columns(rows, r => this.link(r.name, true, b), "Type"), rows,
                            {sort: 1, most: 15}).element);
  }

  // To the cells of that name in the second snapshot; what stands in brackets is none's name.
  link(name, is_type, b) {
    return name.startsWith("(") ? el("b", {}, name) : el_find(name, is_type, b);
  }

  sites(a, b) {
    if (a.sites.length < 2 || b.sites.length < 2) {
      return el_lacks("By line: both snapshots need `-X trace-alloc`.");
    }
    const rows = compare_sites(a, b);
    const name = r => {
      const frames = r.name.split(";");
      return [this.link(frames.pop(), false, b), frames.length > 0 &&
        el("div.muted", {}, `from ${frames.reverse().join(", ")}`)];
    };
    return el("section.sheet", {}, el("h2", {}, "By line, with its callers"),
              new DataTable(this.columns(rows, name, "Made in"), rows,
                            {sort: 1, most: 30}).element);
  }

  check() {
    return this.element.classList.contains("lacks") || this.element.querySelector("tbody tr");
  }
}
