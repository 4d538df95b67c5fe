// SPDX-License-Identifier: MIT
// panel_timeline.js: used bytes, their peak and the largest free run over time; collections, marks.

const TIMELINE_PAD = {left: 64, right: 14, top: 26, bottom: 28};
const TIMELINE_LINES = [["used", "--accent", "used"], ["peak", "--warm", "highest so far"],
                        ["largest", "--good", "largest free run"]];

class TimelinePanel {
  constructor(s) {
    this.s = s;
    this.axis = "at";
    this.drag = null;  // where a drag began, in pixels
    this.range = null; // of the axis, chosen by dragging: [from, to]
    if (s.events.length < 2) {
      this.element = el_lacks("This snapshot has no timeline: run the program with " +
                              "`-X heapmap=out.html` (or out.jsonl), and set marks by " +
                              "`micropython.mark(\"boot done\")`.");
      return;
    }
    this.points = timeline_points(s.events);
    this.canvas = el("canvas.chart", {role: "img", ariaLabel: "Memory over time"});
    this.listen();
    on_resize(this.canvas, () => this.draw());
    this.element = el("div", {}, el("div.tools", {}, el_choice("Over",
      [["at", "bytes allocated"], ["ms", "time"]], "at", axis => {
        this.axis = axis;
        this.zoom(null);
      }), el("span.muted", {}, "Drag over a stretch to see it closer."), el("span.grow"),
      el("button", {type: "button", onclick: () => this.zoom(null)}, "Whole time")),
      el("section.sheet", {}, this.canvas, this.keys()),
      this.collections());
  }

  listen() {
    const canvas = this.canvas;
    canvas.addEventListener("pointermove", e => this.hover(e));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("pointerdown", e => this.drag = e.offsetX);
    canvas.addEventListener("pointerup", e => {
      const ends = [this.drag, e.offsetX].sort((a, b) => a - b);
      this.drag = null;
      if (ends[1] - ends[0] > 5) {
        this.zoom(ends.map(x => this.value_at(x)));
      }
    });
    canvas.addEventListener("dblclick", () => this.zoom(null));
  }

  zoom(range) {
    this.range = range;
    this.near = null;
    this.draw();
  }

  value_at(x) {
    const {left, right} = TIMELINE_PAD, [from, to] = this.shown;
    return from + (x - left) / (this.canvas.clientWidth - left - right) * (to - from);
  }

  keys() {
    const key = (colour, text) =>
      el("span", {}, el("span.swatch", {style: {background: `var(${colour})`}}), text);
    return el("div.keys", {}, TIMELINE_LINES.map(([, colour, text]) => key(colour, text)),
              key("--muted", "pause of a collection (below)"), key("--bad", "compaction"));
  }

  draw() {
    const {context, width, height} = canvas_start(this.canvas);
    if (width < 100) {
      return;
    }
    const {left, right, top, bottom} = TIMELINE_PAD;
    const last = this.points[this.points.length - 1][this.axis];
    const [from, to] = this.shown = this.range ?? [0, last || 1];
    const most = this.points.reduce((m, p) => Math.max(m, p.peak, p.largest), 1);
    this.x = p => left + (p[this.axis] - from) / (to - from) * (width - left - right);
    this.y = bytes => height - bottom - bytes / most * (height - top - bottom) * 0.96;
    this.draw_axes(context, width, height, most);
    context.save();
    context.beginPath();
    context.rect(left, 0, width - left - right + 1, height - bottom);
    context.clip();
    this.draw_pauses(context, height);
    this.draw_lines(context);
    this.draw_marks(context, width, height);
    context.restore();
    if (this.drag !== null && this.near) {
      context.fillStyle = colours_variable("--accent-pale");
      context.globalAlpha = 0.6;
      context.fillRect(this.drag, top, this.pointer - this.drag, height - top - bottom);
      context.globalAlpha = 1;
    }
    if (this.near) {
      context.fillStyle = colours_variable("--text");
      context.fillRect(this.x(this.near), top, 1, height - top - bottom);
    }
  }

  draw_axes(context, width, height, most) {
    const {left, right} = TIMELINE_PAD;
    context.font = "11.5px system-ui, 'DejaVu Sans', sans-serif";
    context.textBaseline = "middle";
    for (const bytes of timeline_ticks(0, most, 7, 1024)) {
      context.fillStyle = colours_variable("--line");
      context.fillRect(left, Math.round(this.y(bytes)), width - left - right, 1);
      context.fillStyle = colours_variable("--muted");
      context.textAlign = "right";
      context.fillText(bytes ? format_bytes(bytes) : "0", left - 8, this.y(bytes));
    }
    context.textAlign = "center";
    const show = this.axis === "ms" ? format_milliseconds : format_bytes;
    const base = this.axis === "ms" ? 1000 : 1024;
    const [from, to] = this.shown;
    for (const tick of timeline_ticks(from, to, width > 600 ? 8 : 4, base)) {
      const x = Math.min(this.x({[this.axis]: tick}), width - 30);
      context.fillText(tick ? show(tick) : "0", x, height - 12);
    }
  }

  draw_lines(context) {
    TIMELINE_LINES.forEach(([key, colour], k) => {
      context.strokeStyle = context.fillStyle = colours_variable(colour);
      context.lineWidth = k ? 1.5 : 2;
      context.setLineDash(key === "peak" ? [5, 3] : []);
      context.beginPath();
      this.points.forEach((p, i) => context[i ? "lineTo" : "moveTo"](this.x(p), this.y(p[key])));
      context.stroke();
      if (key === "used") {
        context.lineTo(this.x(this.points[this.points.length - 1]), this.y(0));
        context.lineTo(this.x(this.points[0]), this.y(0));
        context.globalAlpha = 0.13;
        context.fill();
        context.globalAlpha = 1;
      }
    });
    context.setLineDash([]);
  }

  // Pauses stand on the base line, the longest a fifth of the height.
  draw_pauses(context, height) {
    const pauses = this.s.events.filter(e => e.pause_us !== undefined);
    const most = pauses.reduce((m, e) => Math.max(m, e.pause_us), 1);
    for (const e of pauses) {
      const size = Math.max(2, e.pause_us / most * (height - TIMELINE_PAD.bottom) * 0.2);
      context.fillStyle = colours_variable(e.event === "compact" ? "--bad" : "--muted");
      context.globalAlpha = e.event === "compact" ? 1 : 0.55;
      context.fillRect(this.x(e) - 1, height - TIMELINE_PAD.bottom - size, 2.5, size);
    }
    context.globalAlpha = 1;
  }

  draw_marks(context, width, height) {
    context.fillStyle = colours_variable("--text");
    const {left, top, bottom} = TIMELINE_PAD;
    const free = [0, 0]; // x from which each of two rows of names is free
    for (const e of this.s.events.filter(e => e.event === "mark")) {
      const x = this.x(e), text = e.name ?? "", size = context.measureText(text).width;
      if (x < left || x > width) {
        continue; // out of the stretch shown
      }
      context.globalAlpha = 0.5;
      context.fillRect(x, top - 8, 1, height - top - bottom + 8);
      context.globalAlpha = 1;
      const from = Math.max(left, Math.min(x - size / 2, width - size - 4));
      const row = from > free[0] ? 0 : from > free[1] ? 1 : -1;
      if (row >= 0) { // else there is no room; the tip says it
        context.textAlign = "left";
        context.fillText(text, from, 8 + row * 12);
        free[row] = from + size + 10;
      }
    }
  }

  hover(event) {
    this.near = null;
    if (event) {
      const x = event.clientX - this.canvas.getBoundingClientRect().left;
      this.pointer = x;
      for (const p of this.points) {
        if (!this.near || Math.abs(this.x(p) - x) < Math.abs(this.x(this.near) - x)) {
          this.near = p;
        }
      }
    }
    this.draw();
    tip_show(this.near && this.tip(this.near), event);
  }

  tip(p) {
    const e = p.source;
    const name = {collect: "collection", compact: "compaction"}[e.event] ?? e.event;
    return el("div", {}, el("b", {}, e.name ?? name),
              el("div", {}, `after ${format_milliseconds(p.ms)}, ${format_bytes(p.at)} allocated`),
              el("div", {}, `used ${format_bytes(p.used)}, highest ${format_bytes(p.peak)}`),
              el("div", {}, `largest free run ${format_bytes(p.largest)}`),
              e.freed !== undefined && el("div", {}, `freed ${format_bytes(e.freed)}`),
              e.pause_us !== undefined &&
                el("div", {}, `pause ${format_milliseconds(e.pause_us / 1000)}`));
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
    return this.element.classList.contains("lacks") || this.canvas.width > 100;
  }
}

// Points to draw: before a collection there was what it freed as well; `peak` is the most so far.
function timeline_points(events) {
  const points = [];
  let peak = 0;
  const add = (event, used) => {
    peak = Math.max(peak, used);
    points.push({at: event.at, ms: event.ms, used, peak, largest: event.largest, source: event});
  };
  for (const event of events) {
    if (event.freed) {
      add(event, event.used + event.freed);
      points[points.length - 1].largest = points.length > 1 ? points[points.length - 2].largest
                                                            : event.largest;
    }
    add(event, event.used);
  }
  return points;
}

// About `count` round numbers between these, in units of `base` (1000 or 1024).
function timeline_ticks(from, to, count, base) {
  let unit = 1;
  while ((to - from) / unit >= base) {
    unit *= base;
  }
  const rough = (to - from) / unit / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = unit * power * [1, 2, 5, 10].find(k => k * power >= rough);
  const first = Math.ceil(from / step);
  return Array.from({length: Math.floor(to / step) - first + 1}, (_, i) => (first + i) * step);
}
