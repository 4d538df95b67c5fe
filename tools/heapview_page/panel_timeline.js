// SPDX-License-Identifier: MIT
// panel_timeline.js: memory over time; collections, marks.

class TimelinePanel {
  constructor(s) {
    this.s = s;
    if (s.events.length < 2) {
      this.element = el_lacks("This snapshot has no timeline: run the program with " +
                              "`-X heapmap=out.html` (or out.jsonl), and set marks by " +
                              "`micropython.mark(\"boot done\")`.");
      return;
    }
    const chart = this.chart = new TimelineChart(s, whole => this.all.disabled = whole);
    const button = (text, label, click) =>
      el("button", {type: "button", ariaLabel: label, title: label, onclick: click}, text);
    this.all = button("All", "The whole time", () => chart.show(null));
    this.all.disabled = true;
    this.element = el("div", {},
      el("div.tools", {},
         el_choice("Over", [["at", "bytes allocated"], ["ms", "time"]], "at",
                   axis => chart.over(axis)),
         el("span.muted", {}, "Drag over a stretch to see it closer."), el("span.grow"),
         el("span", {}, button("◂", "Earlier", () => chart.pan(-0.5)),
            button("▸", "Later", () => chart.pan(0.5)),
            button("−", "Zoom out", () => chart.zoom(2)),
            button("+", "Zoom in", () => chart.zoom(0.5)), this.all)),
      el("section.sheet", {}, chart.canvas, chart.keys()),
      this.collections());
  }

  collections() {
    const rows = this.s.events.filter(e => e.pause_us !== undefined);
    const pauses = rows.map(e => e.pause_us).sort((a, b) => a - b);
    const total = pauses.reduce((a, b) => a + b, 0);
    const text = rows.length ?
      `${format_count(rows.length)} collections and compactions; pauses: ` +
      `${format_milliseconds(total / 1000)} in all, half of them under ` +
      `${format_milliseconds(pauses[rows.length >> 1] / 1000)}, the longest ` +
      `${format_milliseconds(pauses[rows.length - 1] / 1000)}.` : "There was no collection.";
    const bytes = (title, key) => ({title, number: true, value: e => e[key] ?? 0,
                                    show: e => format_bytes(e[key] ?? 0)});
    const time = (title, ms) => ({title, number: true, value: ms,
                                  show: e => format_milliseconds(ms(e))});
    return el("section.sheet", {}, el("h2", {}, "Collections"), el("p.muted", {}, text),
      rows.length > 0 &&
      new DataTable([
        {title: "What", value: e => e.event},
        time("After", e => e.ms), time("Pause", e => e.pause_us / 1000),
        bytes("Freed", "freed"), bytes("Used after", "used"),
        bytes("Largest free run", "largest"),
      ], rows, {most: 25}).element);
  }

  check() {
    return this.element.classList.contains("lacks") || this.chart.canvas.width > 100;
  }
}
