// SPDX-License-Identifier: MIT
// timeline_chart.js: used bytes, their peak and the largest free run, with pauses in a strip of
// their own below, and marks above; any stretch of it closer.

const TIMELINE_PAD = {left: 68, right: 14, top: 30, bottom: 84};
const TIMELINE_STRIP = 40; // pixels of the longest pause
const TIMELINE_LINES = [["used", "--accent", "used"], ["peak", "--warm", "highest so far"],
                        ["largest", "--good", "largest free run"]];

class TimelineChart {
  // zoomed(whole): called when another stretch is shown.
  constructor(s, zoomed) {
    this.events = s.events;
    this.zoomed = zoomed;
    this.axis = "at";
    this.hidden = new Set(); // names of lines
    this.drag = null;        // where a drag began, in pixels
    this.range = null;       // of the axis: [from, to]; null: all
    this.near = null;        // the point under the pointer
    this.points = timeline_points(s.events);
    this.canvas = el("canvas.chart", {role: "img", tabIndex: 0, ariaLabel:
      "Memory over time. Plus and minus zoom, left and right move, Escape shows all."});
    this.listen();
    on_resize(this.canvas, () => this.draw());
  }

  // ---- what is shown ----

  get last() {
    return this.points[this.points.length - 1][this.axis] || 1;
  }
  get shown() {
    return this.range ?? [0, this.last];
  }

  show(range) {
    this.range = range;
    this.hover(null);
    this.zoomed(range === null);
  }

  over(axis) {
    this.axis = axis;
    this.show(null);
  }

  toggle(line) {
    if (!this.hidden.delete(line)) {
      this.hidden.add(line);
    }
    this.draw();
  }

  // Around what is at pixel x, or around the middle.
  zoom(factor, x = null) {
    const [from, to] = this.shown;
    this.show(timeline_zoom([from, to], x === null ? (from + to) / 2 : this.value_at(x), factor,
                            this.last));
  }

  pan(share) {
    const [from, to] = this.shown;
    if (this.range) {
      this.show(timeline_pan([from, to], share * (to - from), this.last));
    }
  }

  // ---- pointer and keys ----

  listen() {
    const canvas = this.canvas;
    canvas.addEventListener("pointermove", e => this.hover(e));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("pointerdown", e => {
      this.drag = e.offsetX;
      canvas.setPointerCapture(e.pointerId);
    });
    canvas.addEventListener("pointercancel", () => this.drag = null);
    canvas.addEventListener("pointerup", e => this.dropped(e.offsetX));
    canvas.addEventListener("dblclick", () => this.show(null));
    canvas.addEventListener("keydown", e => this.key(e));
    canvas.addEventListener("wheel", e => {
      if (e.ctrlKey || e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
        e.preventDefault();
        const step = e.deltaX || e.deltaY;
        e.ctrlKey ? this.zoom(step < 0 ? 0.8 : 1.25, e.offsetX) : this.pan(Math.sign(step) / 10);
      }
    }, {passive: false});
  }

  dropped(x) {
    const ends = [this.drag ?? x, x].sort((a, b) => a - b);
    this.drag = null;
    if (ends[1] - ends[0] > 5) {
      const [from, to] = ends.map(end => Math.min(Math.max(this.value_at(end), 0), this.last));
      this.show(timeline_zoom([from, to], from, 1, this.last));
    } else {
      this.draw();
    }
  }

  key(event) {
    const act = {"+": () => this.zoom(0.5), "=": () => this.zoom(0.5), "-": () => this.zoom(2),
                 ArrowLeft: () => this.pan(-0.2), ArrowRight: () => this.pan(0.2),
                 Home: () => this.pan(-Infinity), End: () => this.pan(Infinity),
                 Escape: () => this.show(null), 0: () => this.show(null)}[event.key];
    if (act && !event.ctrlKey) {
      event.preventDefault();
      act();
    }
  }

  value_at(x) {
    const {left, right} = TIMELINE_PAD, [from, to] = this.shown;
    return from + (x - left) / (this.canvas.clientWidth - left - right) * (to - from);
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

  // ---- drawing ----

  draw() {
    const {context, width, height} = canvas_start(this.canvas);
    if (width < 100) {
      return;
    }
    const {left, right, top, bottom} = TIMELINE_PAD, [from, to] = this.shown;
    const names = TIMELINE_LINES.map(([name]) => name).filter(name => !this.hidden.has(name));
    const most = timeline_most(this.points, this.axis, [from, to], names);
    this.floor = height - bottom; // where 0 bytes are
    this.x = p => left + (p[this.axis] - from) / (to - from) * (width - left - right);
    this.y = bytes => this.floor - bytes / most * (this.floor - top) * 0.97;
    context.font = "11.5px system-ui, 'DejaVu Sans', sans-serif";
    context.textBaseline = "middle";
    this.draw_axes(context, width, height, most);
    context.save();
    context.beginPath();
    context.rect(left, 0, width - left - right + 1, height);
    context.clip();
    const pause = this.draw_pauses(context, height);
    this.draw_marks(context, width);
    context.beginPath();
    context.rect(left, 0, width - left - right + 1, this.floor);
    context.clip();
    this.draw_lines(context);
    context.restore();
    context.textAlign = "right";
    context.fillStyle = colours_variable("--muted");
    context.fillText(pause ? format_milliseconds(pause / 1000) : "no pause", left - 8,
                     height - 12 - TIMELINE_STRIP + 6);
    this.draw_pointer(context);
  }

  draw_pointer(context) {
    if (!this.near) {
      return;
    }
    const {left, right, top} = TIMELINE_PAD;
    if (this.drag !== null) {
      const inside = x => Math.min(Math.max(x, left), this.canvas.clientWidth - right);
      const from = inside(this.drag);
      context.fillStyle = colours_variable("--accent");
      context.globalAlpha = 0.25;
      context.fillRect(from, top, inside(this.pointer) - from, this.floor - top);
      context.globalAlpha = 1;
    }
    context.fillStyle = colours_variable("--text");
    context.fillRect(this.x(this.near), top, 1, this.floor - top);
  }

  draw_axes(context, width, height, most) {
    const {left, right} = TIMELINE_PAD, [from, to] = this.shown;
    const heights = timeline_ticks(0, most, 6, 1024);
    context.textAlign = "right";
    for (const bytes of heights) {
      context.fillStyle = colours_variable("--line");
      context.fillRect(left, Math.round(this.y(bytes)), width - left - right, 1);
      context.fillStyle = colours_variable("--muted");
      context.fillText(timeline_label(bytes, heights[1] - heights[0], 1024), left - 8,
                       this.y(bytes));
    }
    context.textAlign = "center";
    const base = this.axis === "ms" ? 1000 : 1024;
    const ticks = timeline_ticks(from, to, width > 600 ? 8 : 3, base);
    for (const tick of ticks) {
      const text = timeline_label(tick, ticks[1] - ticks[0] || to - from, base);
      const x = this.x({[this.axis]: tick});
      context.fillRect(x, this.floor, 1, 4);
      context.fillText(text, Math.min(x, width - context.measureText(text).width / 2 - 2),
                       this.floor + 14);
    }
    this.draw_place(context, width, height);
  }

  // Below all: which part of the whole is shown.
  draw_place(context, width, height) {
    if (this.range) {
      const {left, right} = TIMELINE_PAD, all = width - left - right;
      const [from, to] = this.range.map(value => value / this.last * all);
      context.fillStyle = colours_variable("--line");
      context.fillRect(left, height - 5, all, 4);
      context.fillStyle = colours_variable("--accent");
      context.fillRect(left + from, height - 5, Math.max(3, to - from), 4);
    }
  }

  draw_lines(context) {
    TIMELINE_LINES.filter(([name]) => !this.hidden.has(name)).forEach(([name, colour]) => {
      context.strokeStyle = context.fillStyle = colours_variable(colour);
      context.lineWidth = name === "used" ? 2 : 1.5;
      context.setLineDash(name === "peak" ? [5, 3] : []);
      context.beginPath();
      this.points.forEach((p, i) => context[i ? "lineTo" : "moveTo"](this.x(p), this.y(p[name])));
      context.stroke();
      if (name === "used") {
        context.lineTo(this.x(this.points[this.points.length - 1]), this.y(0));
        context.lineTo(this.x(this.points[0]), this.y(0));
        context.globalAlpha = 0.13;
        context.fill();
        context.globalAlpha = 1;
      }
    });
    context.setLineDash([]);
  }

  // Pauses in their strip, the longest in sight as high as that. Returns it, in microseconds.
  draw_pauses(context, height) {
    const [from, to] = this.shown;
    const pauses = this.events.filter(e => e.pause_us !== undefined && e[this.axis] >= from &&
                                           e[this.axis] <= to);
    const most = pauses.reduce((m, e) => Math.max(m, e.pause_us), 0);
    const base = height - 12;
    context.fillStyle = colours_variable("--line");
    context.fillRect(0, base, this.canvas.clientWidth, 1);
    for (const e of pauses) {
      const size = Math.max(2, e.pause_us / most * TIMELINE_STRIP);
      context.fillStyle = colours_variable(e.event === "compact" ? "--bad" : "--muted");
      context.fillRect(this.x(e) - 1, base - size, 2.5, size);
    }
    return most;
  }

  // Names of marks in two rows; where there is no room, the tip says them.
  draw_marks(context, width) {
    context.fillStyle = colours_variable("--text");
    const {left, right, top} = TIMELINE_PAD, free = [0, 0];
    for (const e of this.events.filter(e => e.event === "mark")) {
      const x = this.x(e), text = e.name ?? "", size = context.measureText(text).width;
      if (x < left || x > width - right + 1) {
        continue; // out of the stretch shown
      }
      context.globalAlpha = 0.5;
      context.fillRect(x, top - 4, 1, this.floor - top + 4);
      context.globalAlpha = 1;
      const from = Math.max(left, Math.min(x - size / 2, width - right - size));
      const row = from > free[0] ? 0 : from > free[1] ? 1 : -1;
      if (row >= 0) {
        context.textAlign = "left";
        context.fillText(text, from, 8 + row * 12);
        free[row] = from + size + 10;
      }
    }
  }

  // The names of the lines; a click hides or shows one.
  keys() {
    const swatch = colour => el("span.swatch", {style: {background: `var(${colour})`}});
    const lines = TIMELINE_LINES.map(([name, colour, text]) => {
      const button = el("button.key", {type: "button", ariaPressed: "true",
        title: "Click: without this line; the others get its room", onclick: () => {
          this.toggle(name);
          button.ariaPressed = String(!this.hidden.has(name));
        }}, swatch(colour), text);
      return button;
    });
    return el("div.keys", {}, lines, el("span", {}, swatch("--muted"), "pause of a collection"),
              el("span", {}, swatch("--bad"), "of a compaction"));
  }
}
