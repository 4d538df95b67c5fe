// SPDX-License-Identifier: MIT
// panel_fragmentation.js: free runs by size, and whether a request would fit.

class FragmentationPanel {
  constructor(s) {
    this.s = s;
    this.by = "bytes";
    this.answer = el("div", {ariaLive: "polite"});
    this.input = el("input", {size: 12, ariaLabel: "Size in bytes, for example 4096 or 4K",
                              value: this.first_size(), oninput: () => this.show_answer()});
    this.element = el("div.columns", {},
                      el("section.sheet", {}, el("h2", {}, "Free runs by size"), this.summary(),
                         this.histogram()),
                      el("section.sheet", {}, el("h2", {}, "Does it fit?"), this.question(),
                         this.answer));
    this.show_answer();
  }

  // A size just too large, so that there is something to see.
  first_size() {
    const {largest, free} = fit_summary(this.s);
    return String(free > largest ? Math.min(free, largest + Math.max(64, largest >> 3)) : largest);
  }

  summary() {
    const s = this.s, sum = fit_summary(s), compacted = fit_compacted(s);
    const more = compacted > sum.largest;
    return el("p", {}, `${format_bytes(sum.free)} are free in ${format_count(sum.runs)} runs;`,
              " the largest is ",
              el("b", {}, format_bytes(sum.largest)),
              `, so ${format_percent(sum.fragmentation)} of free`,
              " memory can't be had in one piece. ",
              more ? `Compaction can make a run of ${format_bytes(compacted)}.`
                   : "Compaction would not make a larger run.");
  }

  histogram() {
    const block = this.s.heap.block, classes = fit_histogram(this.s);
    const most = Math.max(...classes.map(c => c.blocks));
    const range = c => c.from === c.to ? format_bytes(c.from * block)
      : `${format_bytes(c.from * block)} – ${format_bytes(c.to * block)}`;
    return el("div.histogram", {}, classes.map(c => [
      el("span.number", {}, range(c)), el_bar(c.blocks, most),
      c.count ? el("span", {}, `${format_count(c.count)} ×`,
                   el("span.muted", {}, ` ${format_bytes(c.blocks * block)}`))
              : el("span.muted", {}, "none")]));
  }

  question() {
    return el("div.tools", {}, el("label", {}, "Bytes ", this.input),
              el_choice("In the way", [["bytes", "fewest bytes"], ["cells", "fewest cells"]],
                        "bytes",
                        value => {
                          this.by = value;
                          this.show_answer();
                        }));
  }

  show_answer() {
    const bytes = fit_parse_size(this.input.value);
    const s = this.s;
    if (!(bytes > 0)) {
      this.answer.replaceChildren(el("p.bad", {}, "Type a number of bytes, such as 4096 or 1.5K."));
      return;
    }
    const request = fit_request(s, bytes, this.by);
    this.answer.replaceChildren(...(request.fits ? this.fitting(request)
                                    : request.window ? this.blocked(request, bytes)
                                    : [el("p.verdict.bad", {}, "No: the whole heap is smaller.")]));
    const canvas = this.answer.querySelector("canvas");
    if (canvas) {
      on_resize(canvas, () => this.draw_strip(canvas, request));
    }
  }

  fitting({run, blocks}) {
    const block = this.s.heap.block;
    return [el("p.verdict.good", {}, "Yes, it fits."),
            el("p", {}, "The smallest free run that takes it has ",
               `${format_bytes(run.blocks * block)} and`,
               " begins at ", el("code", {}, format_address(run.first * block)), "."),
            this.to_map(run.first, blocks)];
  }

  to_map(first, blocks) {
    return el("button", {type: "button", onclick: () => app.show_window({first, blocks})},
              "Show on the map");
  }

  blocked({window, blocks}, bytes) {
    const s = this.s, {cells} = window, after = fit_compacted(s);
    const all = el("b", {}, this.count(cells.length));
    return [
      el("p.verdict.bad", {}, "No, not now."),
      el("p", {}, bytes > fit_summary(s).free ? "There is less free memory than that. "
         : after >= bytes ? "Compaction makes room for it: the cells in the way can move. "
         : "Not after compaction either: cells that can't move are in the way. ",
         "The best place begins at ", el("code", {}, format_address(window.first * s.heap.block)),
         "; in the way there: ", all, ` with ${format_bytes(window.bytes)}`,
         window.fixed ? `, ${format_count(window.fixed)} of which can't move.`
                      : ", all of which can move."),
      el("canvas.strip", {ariaLabel: "The best place: cells in the way, and free blocks"}),
      this.to_map(window.first, blocks), el("h3", {}, "Made where"), this.makers(cells),
      el("h3", {}, "Cells in the way"), this.table(cells)];
  }

  count(cells) {
    return `${format_count(cells)} ${cells === 1 ? "cell" : "cells"}`;
  }

  // The lines that made most of these cells.
  makers(cells) {
    const s = this.s, by_site = new Map();
    if (s.sites.length < 2) {
      return el("p", {}, "Not known: run the program with ", el("code", {}, "-X trace-alloc"), ".");
    }
    for (const i of cells) {
      const name = cell_site(s, i) || "before tracing began";
      const sum = by_site.get(name) || {count: 0, bytes: 0};
      by_site.set(name, {count: sum.count + 1, bytes: sum.bytes + cell_bytes(s, i)});
    }
    const rows = [...by_site].sort((a, b) => b[1].bytes - a[1].bytes).slice(0, 6);
    return el("ul.plain", {}, rows.map(([name, {count, bytes}]) => el("li", {}, name,
      el("span.muted", {}, ` ${this.count(count)}, ${format_bytes(bytes)}`))));
  }

  table(cells) {
    const s = this.s, fixed = fit_fixed(s);
    return new DataTable([
      {title: "Cell", value: i => cell_title(s, i), show: i => cell_link(s, i)},
      column_count("Bytes", i => cell_bytes(s, i)),
      {title: "Made in", value: i => cell_site(s, i), show: i => cell_site(s, i) ||
        el("span.muted", {}, s.sites.length > 1 ? "before tracing" : "needs -X trace-alloc")},
      {title: "Moves", value: i => fixed[i], show: i => ["yes", "pinned", "C stack"][fixed[i]]},
    ], cells.slice(), {most: 20, sort: 3}).element;
  }

  // The window and what is around it on one line.
  draw_strip(canvas, {window, blocks}) {
    const s = this.s, colours = colours_of_types(s), fixed = fit_fixed(s);
    const {context, width} = canvas_start(canvas);
    const margin = Math.ceil(blocks * 0.12);
    const from = Math.max(0, window.first - margin);
    const to = Math.min(s.heap.blocks, window.first + blocks + margin);
    const x = block => (block - from) / (to - from) * width;
    context.fillStyle = colours_variable("--free");
    context.fillRect(0, 10, width, 26);
    for (let b = from; b < to; b++) {
      const i = s.cell_of[b];
      if (i >= 0) {
        context.fillStyle = colours[s.type[i]];
        context.fillRect(x(b), 10, Math.max(1, x(b + 1) - x(b)), 26);
        context.fillStyle = colours_variable("--pin");
        context.fillRect(x(b), 2, fixed[i] ? Math.max(1, x(b + 1) - x(b)) : 0, 5);
      }
    }
    context.strokeStyle = colours_variable("--bad");
    context.lineWidth = 2;
    context.strokeRect(x(window.first) + 1, 7, x(window.first + blocks) - x(window.first) - 2, 32);
  }

  check() {
    return this.element.querySelector(".histogram .bar") && this.element.querySelector(".verdict");
  }
}
