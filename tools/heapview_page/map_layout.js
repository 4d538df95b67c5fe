// SPDX-License-Identifier: MIT
// map_layout.js: where each block stands on the map.
//
// Rows of 64 blocks as in mem_info(1), set in columns like a newspaper. Stretches of free rows may
// be folded into one gap, as mem_info(1) leaves them out.

const LAYOUT_ROW = 64;
const LAYOUT_DIGIT = 6.4; // pixels of a digit of an address
const LAYOUT_FOLD = 18;   // pixels that the text in a gap needs
const LAYOUT_MARGIN = 8;  // above the first row and below the last

class MapLayout {
  constructor(s, px, width, fold) {
    this.px = px;
    this.fold = fold;
    this.rows = Math.ceil(s.heap.blocks / LAYOUT_ROW);
    this.place_rows(s);
    const last = format_address(s.heap.blocks * s.heap.block);
    this.gutter = Math.ceil(last.length * LAYOUT_DIGIT) + 16; // the address, and space around it
    this.column_width = LAYOUT_ROW * px + this.gutter;
    this.columns = Math.max(1, Math.floor((width + 8) / this.column_width));
    this.columns = Math.min(this.columns, Math.max(1, Math.ceil(this.lines.length / 8)));
    this.per_column = Math.ceil(this.lines.length / this.columns);
    this.columns = Math.ceil(this.lines.length / this.per_column);
    this.width = this.columns * this.column_width - 6;
    this.height = this.per_column * px + 2 * LAYOUT_MARGIN;
  }

  // lines: the row on each line of the map; -1 within a gap. line_of: the line of each row; rows in
  // a gap are at its first line. gaps: {line, lines, row, rows}.
  place_rows(s) {
    const need = Math.ceil(LAYOUT_FOLD / this.px);
    const lines = new Int32Array(this.rows);
    this.line_of = new Int32Array(this.rows);
    this.gaps = [];
    let count = 0, row = 0;
    const place = to => {
      for (; row < to; row++) {
        this.line_of[row] = count;
        lines[count++] = row;
      }
    };
    for (const run of this.fold ? fit_runs(s) : []) {
      const first = Math.ceil(run.first / LAYOUT_ROW);
      const end = Math.floor((run.first + run.blocks) / LAYOUT_ROW);
      if (end - first > need + 2) {
        place(first);
        this.gaps.push({line: count, lines: need, row: first, rows: end - first});
        this.line_of.fill(count, first, end);
        lines.fill(-1, count, count + need);
        count += need;
        row = end;
      }
    }
    place(this.rows);
    this.lines = lines.subarray(0, count);
  }

  // Top left corner of a line, and of a block.
  line_at(line) {
    const column = Math.floor(line / this.per_column);
    return {x: column * this.column_width + this.gutter - 8,
            y: (line - column * this.per_column) * this.px + LAYOUT_MARGIN};
  }
  block_at(block) {
    const at = this.line_at(this.line_of[Math.floor(block / LAYOUT_ROW)]);
    return {x: at.x + (block % LAYOUT_ROW) * this.px, y: at.y};
  }

  // The block at a point, -1 if there is none (a gap's first block within a gap).
  hit(x, y) {
    const column = Math.floor(x / this.column_width);
    const within = Math.floor((x - column * this.column_width - this.gutter + 8) / this.px);
    const down = Math.floor((y - LAYOUT_MARGIN) / this.px);
    const line = column * this.per_column + down;
    if (down < 0 || down >= this.per_column || column < 0 || column >= this.columns || within < 0 ||
        within >= LAYOUT_ROW || line >= this.lines.length) {
      return -1;
    }
    if (this.lines[line] < 0) {
      return this.gaps.find(g => line >= g.line && line < g.line + g.lines).row * LAYOUT_ROW;
    }
    return this.lines[line] * LAYOUT_ROW + within;
  }
}

// The largest size of a block, from `least` to 14 pixels, at which all fits into this box. If nothing
// does: the largest that has as many columns as the least one.
function layout_best_px(s, width, height, fold, least) {
  for (let px = 14; px > least; px--) {
    const layout = new MapLayout(s, px, width, fold);
    if (layout.width <= width && layout.height <= height) {
      return px;
    }
  }
  const columns = px => new MapLayout(s, px, width, fold).columns;
  let px = least;
  while (px < 14 && columns(px + 1) === columns(least) && LAYOUT_ROW * (px + 1) < width - 80) {
    px++;
  }
  return px;
}
