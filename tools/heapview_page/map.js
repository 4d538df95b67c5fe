// SPDX-License-Identifier: MIT
// map.js: the picture of the heap: a square per block, drawn as far as it is in sight.
//
// Two canvases: one for blocks, one above it for outlines, so that hovering redraws little.

const MAP_LARGEST = 28;

class HeapMap {
  // events: select(cell or -1), describe(block) => what the tip shows.
  constructor(s, events) {
    this.s = s;
    this.events = events;
    this.px = 0;             // 0: chosen by the size of the window
    this.whole = false;      // chosen so that all of it is in sight
    this.fold = true;
    this.colour_by = "type";
    this.faded = null;       // Uint8Array by cell: 1 is drawn pale
    this.selected = -1;
    this.hovered = -1;
    this.window = null;      // {first, blocks}: marked by the fragmentation panel
    this.canvas = el("canvas");
    this.overlay = el("canvas");
    this.view = el("div", {style: {position: "sticky", top: "0", left: "0", overflow: "hidden"}},
                   this.canvas, this.overlay);
    this.inner = el("div", {}, this.view);
    this.element = el("div.map-scroll.sheet", {tabIndex: 0, role: "application",
      ariaLabel: "Map of the heap. Arrow keys go from cell to cell, plus and minus zoom."},
      this.inner);
    Object.assign(this.overlay.style, {position: "absolute", top: "0", left: "0"});
    this.listen();
  }

  listen() {
    const e = this.element;
    on_resize(e, () => this.relayout());
    e.addEventListener("scroll", () => this.draw_soon());
    e.addEventListener("pointermove", event => this.hover(event));
    e.addEventListener("pointerleave", () => this.hover(null));
    e.addEventListener("click", event => {
      const block = this.block_under(event);
      this.events.select(block < 0 ? -1 : this.s.cell_of[block]);
    });
    e.addEventListener("keydown", event => this.key(event));
    e.addEventListener("wheel", event => {
      if (event.ctrlKey) {
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 1 : -1, event);
      }
    }, {passive: false});
  }

  // ---- size ----

  relayout() {
    const width = this.element.clientWidth, height = this.element.clientHeight;
    if (!width || !height) {
      return; // hidden
    }
    const px = this.px || layout_best_px(this.s, width, height * (this.whole ? 1 : 3.5), this.fold,
                                         this.whole ? 1 : 4);
    this.layout = new MapLayout(this.s, px, width, this.fold);
    this.inner.style.width = `${Math.max(this.layout.width, width)}px`;
    this.inner.style.height = `${Math.max(this.layout.height, height)}px`;
    for (const part of [this.view, this.canvas, this.overlay]) {
      part.style.width = `${width}px`;
      part.style.height = `${height}px`;
    }
    this.draw();
    this.draw_overlay();
  }

  // One step in or out; the block under the pointer (or the selection) stays where it is.
  zoom(step, event) {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 20, 24, MAP_LARGEST];
    const now = this.layout.px;
    const next = step > 0 ? steps.find(p => p > now) : steps.filter(p => p < now).pop();
    if (!next) {
      return;
    }
    const anchor = event ? this.block_under(event)
                         : this.selected >= 0 ? this.s.first[this.selected] : -1;
    const before = anchor < 0 ? null : this.layout.block_at(anchor);
    this.px = next;
    this.relayout();
    if (before) {
      const after = this.layout.block_at(anchor);
      this.element.scrollTop += after.y - before.y;
      this.element.scrollLeft += after.x - before.x;
    }
  }

  fit() {
    this.px = 0;
    this.whole = true;
    this.relayout();
  }

  // ---- pointer and keys ----

  block_under(event) {
    const box = this.element.getBoundingClientRect();
    const block = this.layout.hit(event.clientX - box.left + this.element.scrollLeft,
                                  event.clientY - box.top + this.element.scrollTop);
    return block < this.s.heap.blocks ? block : -1;
  }

  hover(event) {
    const block = event && this.layout ? this.block_under(event) : -1;
    if (block !== this.hovered) {
      this.hovered = block;
      this.draw_overlay();
    }
    tip_show(block < 0 ? null : this.events.describe(block), event);
  }

  key(event) {
    const s = this.s, last = s.count - 1, i = this.selected;
    const row = step => {
      const block = i < 0 ? 0 : s.first[i] + step * LAYOUT_ROW;
      for (let b = block; b >= 0 && b < s.heap.blocks; b += Math.sign(step)) {
        if (s.cell_of[b] >= 0 && s.cell_of[b] !== i) {
          return s.cell_of[b];
        }
      }
      return i;
    };
    const to = {ArrowRight: () => Math.min(i + 1, last), ArrowLeft: () => Math.max(i - 1, 0),
                ArrowDown: () => row(1), ArrowUp: () => row(-1), Home: () => 0, End: () => last,
                Escape: () => -1}[event.key];
    if (to && s.count) {
      event.preventDefault();
      this.events.select(to());
    } else if (event.key === "+" || event.key === "=" || event.key === "-") {
      this.zoom(event.key === "-" ? -1 : 1);
    }
  }

  // Scrolls so that this block is in sight.
  reveal(block) {
    if (!this.layout) {
      return;
    }
    const {x, y} = this.layout.block_at(block), e = this.element;
    if (y < e.scrollTop + 8 || y > e.scrollTop + e.clientHeight - 24) {
      e.scrollTop = y - e.clientHeight / 2;
    }
    if (x < e.scrollLeft || x > e.scrollLeft + e.clientWidth - 24) {
      e.scrollLeft = x - e.clientWidth / 2;
    }
  }

  // ---- drawing ----

  draw_soon() {
    if (!this.due && this.layout) {
      this.due = requestAnimationFrame(() => {
        this.due = 0;
        this.draw();
        this.draw_overlay();
      });
    }
  }

  // Calls f(line) for each line in sight, in each column.
  each_line(height, f) {
    const {px, per_column, columns, lines} = this.layout;
    const top = Math.max(0, Math.floor((this.element.scrollTop - LAYOUT_MARGIN) / px));
    const end = Math.min(per_column, top + Math.ceil(height / px) + 1);
    for (let column = 0; column < columns; column++) {
      for (let k = top; k < end; k++) {
        const line = column * per_column + k;
        if (line < lines.length) {
          f(line, k);
        }
      }
    }
  }

  start(canvas) {
    const started = canvas_start(canvas);
    started.context.translate(-this.element.scrollLeft, -this.element.scrollTop);
    return started;
  }

  draw() {
    const {context, height} = this.start(this.canvas);
    this.colours = this.palette();
    this.free_colour = colours_variable("--free");
    const boxes = new Map(); // colour -> flat list of x, y, width, height
    this.each_line(height, line => this.collect_line(line, boxes));
    for (const [colour, list] of boxes) {
      context.globalAlpha = colour.startsWith("pale ") ? 0.13 : 1;
      context.fillStyle = colour.replace("pale ", "");
      for (let k = 0; k < list.length; k += 4) {
        context.fillRect(list[k], list[k + 1], list[k + 2], list[k + 3]);
      }
    }
    context.globalAlpha = 1;
    this.draw_grid(context, height);
    this.draw_texts(context, height);
  }

  collect_line(line, boxes) {
    const {s, layout: {px, lines}} = this;
    const row = lines[line];
    if (row < 0) {
      return;
    }
    const {x, y} = this.layout.line_at(line);
    const end = Math.min((row + 1) * LAYOUT_ROW, s.heap.blocks);
    const gap = px >= 4 ? 1 : 0;
    for (let b = row * LAYOUT_ROW; b < end;) {
      const cell = s.cell_of[b];
      let to = b + 1;
      while (to < end && s.cell_of[to] === cell) {
        to++;
      }
      const colour = cell < 0 ? this.free_colour : this.colour(cell);
      let list = boxes.get(colour);
      if (!list) {
        boxes.set(colour, list = []);
      }
      const last = cell < 0 || s.first[cell] + s.blocks[cell] === to;
      list.push(x + (b % LAYOUT_ROW) * px, y, (to - b) * px - (last ? gap : 0), px - gap);
      b = to;
    }
  }

  colour(cell) {
    const s = this.s;
    const colour = this.colours[this.colour_by === "type" ? s.type[cell] : this.shade(cell)];
    return this.faded && this.faded[cell] ? "pale " + colour : colour;
  }

  // The colours by type, or of 0 ... 33 as shade() counts.
  palette() {
    if (this.colour_by === "type") {
      return colours_of_types(this.s);
    }
    return cached(this.s, `shades ${this.colour_by} ${colours_dark()}`, () =>
      this.colour_by === "age" ? Array.from({length: 34}, (_, k) => colours_age((k - 1) / 32))
        : ["--unknown", "--accent", "--from", "--good"].map(colours_variable));
  }

  // By age: 1 (young) ... 33 (old), 0 unknown. By what holds it: 0 movable, 1 pinned, 2 the C
  // stack, 3 garbage.
  shade(cell) {
    const s = this.s;
    if (this.colour_by === "age") {
      return s.age[cell] < 0 ? 0 : 1 + Math.round(32 * this.age_rank(cell));
    }
    return fit_fixed(s)[cell] || (graph_reach(s)[cell] === GRAPH_UNREACHED ? 3 : 0);
  }

  // On a logarithmic scale, since most cells are either new or there from the start.
  age_rank(cell) {
    const most = cached(this.s, "oldest", () => this.s.age.reduce((a, b) => Math.max(a, b), 1));
    return Math.log1p(this.s.age[cell]) / Math.log1p(most);
  }

  // Fine lines that part the blocks of a cell.
  draw_grid(context, height) {
    const {px, lines} = this.layout;
    if (px < 6) {
      return;
    }
    context.globalAlpha = px < 9 ? 0.25 : 0.4;
    context.fillStyle = colours_variable("--sheet");
    this.each_line(height, line => {
      const {x, y} = this.layout.line_at(line);
      for (let k = 1; lines[line] >= 0 && k <= LAYOUT_ROW; k++) {
        context.fillRect(x + k * px - 1, y, 1, px);
      }
    });
    context.globalAlpha = 1;
  }

  draw_texts(context, height) {
    const {px, lines} = this.layout;
    const every = Math.ceil(15 / px);
    context.font = "10.5px ui-monospace, 'DejaVu Sans Mono', monospace";
    context.textBaseline = "top";
    context.fillStyle = colours_variable("--muted");
    this.each_line(height, (line, k) => {
      const {x, y} = this.layout.line_at(line);
      if (lines[line] >= 0 && k % every === 0) {
        context.fillText(format_address(lines[line] * LAYOUT_ROW * this.s.heap.block),
                         x - this.layout.gutter + 12, y);
      }
    });
    context.fillStyle = colours_variable("--free-text");
    context.textAlign = "center";
    this.text_size = Math.max(9, Math.min(11, px));
    context.font = `${this.text_size}px system-ui, 'DejaVu Sans', sans-serif`;
    this.draw_gaps(context);
    this.draw_run_sizes(context, height);
    context.textAlign = "left";
  }

  draw_gaps(context) {
    const {px, gaps} = this.layout;
    for (const gap of gaps) {
      const {x, y} = this.layout.line_at(gap.line);
      const bytes = gap.rows * LAYOUT_ROW * this.s.heap.block;
      const text = `${format_count(gap.rows)} rows free, ${format_bytes(bytes)}`;
      context.fillText(`· · ·  ${text}  · · ·`,
                       x + LAYOUT_ROW * px / 2, y + (gap.lines * px - this.text_size) / 2);
    }
  }

  // The size of each free run in its widest part in sight.
  draw_run_sizes(context, height) {
    const {px, lines} = this.layout;
    const deep = Math.ceil(this.text_size / px);
    for (const run of fit_runs(this.s)) {
      const text = format_bytes(run.blocks * this.s.heap.block);
      const first = Math.ceil(run.first / LAYOUT_ROW);
      const rows = Math.floor((run.first + run.blocks) / LAYOUT_ROW) - first;
      let at = run.first, blocks = Math.min(run.blocks, LAYOUT_ROW - run.first % LAYOUT_ROW);
      let tall = 1;
      if (rows >= 1) {
        at = first * LAYOUT_ROW;
        blocks = LAYOUT_ROW;
        tall = Math.min(rows, 40);
      } else if (run.blocks - blocks > blocks) {
        at += blocks;
        blocks = run.blocks - blocks;
      }
      const line = this.layout.line_of[Math.floor(at / LAYOUT_ROW)];
      if (tall < deep || blocks * px < text.length * 6 + 6 || lines[line] < 0) {
        continue;
      }
      const {x, y} = this.layout.block_at(at);
      const y_text = y + (tall * px - this.text_size) / 2;
      if (y_text > this.element.scrollTop - 12 && y_text < this.element.scrollTop + height) {
        context.fillText(text, x + blocks * px / 2, y_text);
      }
    }
  }

  draw_overlay() {
    if (!this.layout) {
      return;
    }
    const {context} = this.start(this.overlay);
    const s = this.s;
    this.draw_pins(context);
    if (this.window) {
      this.outline(context, this.window.first, this.window.blocks, colours_variable("--bad"), 2);
    }
    if (this.selected >= 0) {
      for (const i of graph_sources(s, this.selected).slice(0, 500)) {
        this.outline(context, s.first[i], s.blocks[i], colours_variable("--from"), 2);
      }
      for (const i of graph_targets(s, this.selected).slice(0, 500)) {
        this.outline(context, s.first[i], s.blocks[i], colours_variable("--to"), 2);
      }
      this.outline_weak(context);
      this.outline(context, s.first[this.selected], s.blocks[this.selected],
                   colours_variable("--text"), 3);
    }
    const cell = this.hovered < 0 ? -1 : s.cell_of[this.hovered];
    if (cell >= 0) {
      this.outline(context, s.first[cell], s.blocks[cell], colours_variable("--text"), 1);
    }
  }

  // What weak references join with the chosen cell: dashed.
  outline_weak(context) {
    const s = this.s;
    const frame = (cells, colour) => cells.slice(0, 500).forEach(i =>
      this.outline(context, s.first[i], s.blocks[i], colours_variable(colour), 2));
    context.setLineDash([3, 2]);
    frame(graph_weak_sources(s, this.selected), "--from");
    frame(graph_weak_targets(s, this.selected), "--to");
    context.setLineDash([]);
  }

  // A dot on each cell that can't be moved.
  draw_pins(context) {
    const {px, lines} = this.layout, s = this.s;
    if (px < 5) {
      return;
    }
    const fixed = fit_fixed(s);
    context.fillStyle = colours_variable("--pin");
    this.each_line(this.element.clientHeight, line => {
      for (let b = lines[line] * LAYOUT_ROW, k = 0; b >= 0 && k < LAYOUT_ROW; k++) {
        const cell = s.cell_of[b + k];
        if (cell >= 0 && fixed[cell] && s.first[cell] === b + k && !this.faded?.[cell]) {
          const {x, y} = this.layout.line_at(line);
          context.beginPath();
          context.arc(x + k * px + px / 2 - 0.5, y + px / 2 - 0.5, Math.min(px / 4, 3), 0, 7);
          context.fill();
        }
      }
    });
  }

  // A frame around blocks, a rectangle for each row that they touch.
  outline(context, first, blocks, colour, thick) {
    const px = this.layout.px, top = this.element.scrollTop - px;
    const bottom = top + this.element.clientHeight + 2 * px;
    context.strokeStyle = colour;
    context.lineWidth = Math.min(thick, 1 + px / 6);
    for (let b = first; b < first + blocks;) {
      const to = Math.min(first + blocks, (Math.floor(b / LAYOUT_ROW) + 1) * LAYOUT_ROW);
      const {x, y} = this.layout.block_at(b);
      if (y >= top && y <= bottom) {
        context.strokeRect(x - 0.5, y - 0.5, (to - b) * px, px);
      }
      b = to;
    }
  }
}
