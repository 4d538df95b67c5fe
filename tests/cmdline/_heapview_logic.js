// SPDX-License-Identifier: MIT
// Tests of the page's logic in node: heapview_logic.host.py runs it with the directory of the page,
// then a snapshot and what tools/heapview exports from it (live and peak folded, .heapsnapshot).
"use strict";
const assert = require("assert"),
  fs = require("fs"),
  vm = require("vm");
const [page, ...files] = process.argv.slice(2);
const [text, folded, folded_peak, heapsnapshot] = files.map(name => fs.readFileSync(name, "utf8"));
const LOGIC = [
  "format",
  "parse",
  "graph",
  "dominators",
  "fit",
  "flame",
  "compare",
  "export",
  "map_layout",
  "timeline",
  "panel_imports",
];
vm.runInThisContext(LOGIC.map(name => fs.readFileSync(`${page}/${name}.js`, "utf8")).join("\n"));

let seed = 1;
function random(n) {
  // a whole number below n
  seed = (seed * 48271) % 2147483647;
  return seed % n;
}

// The text of a snapshot: cells [{at, blocks, refs: numbers of cells, pinned}], roots: their cells.
function text_of(blocks, cells, roots, more = []) {
  const lines = [{heap: 1, word: 4, block: 16, blocks, used: 0, peak: 0, program: "t"}];
  cells.forEach(c =>
    lines.push({
      cell: c.at * 16,
      size: c.blocks * 16,
      type: c.type || "x",
      letter: "h",
      refs: (c.refs || []).map(r => cells[r].at * 16),
      ...(c.pinned ? {pinned: 1} : {}),
    }),
  );
  roots.forEach((refs, i) => lines.push({root: `r${i}`, refs: refs.map(r => cells[r].at * 16)}));
  lines.push(...more);
  lines.push({end: lines.length});
  return lines.map(line => JSON.stringify(line) + "\n").join("");
}

async function random_heap(count, edges) {
  const cells = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    at += random(3) ? 0 : random(6);
    const blocks = 1 + random(random(4) ? 3 : 12);
    cells.push({at, blocks, refs: [], pinned: random(12) === 0});
    at += blocks;
  }
  for (let k = 0; k < edges; k++) {
    cells[random(count)].refs.push(random(count));
  }
  const roots = Array.from({length: 1 + random(3)}, () =>
    Array.from({length: random(3)}, () => random(count)),
  );
  return parse_snapshot("random", text_of(at + random(20) + 1, cells, roots));
}

// Cells reached from the roots when `without` (a cell, or -1) is gone.
function reached(s, without) {
  const seen = new Set(),
    queue = s.roots.flatMap(r => r.refs);
  while (queue.length) {
    const i = queue.pop();
    if (i !== without && !seen.has(i)) {
      seen.add(i);
      queue.push(...graph_targets(s, i));
    }
  }
  return seen;
}

const tests = {
  async retained_is_what_would_be_freed() {
    for (let round = 0; round < 150; round++) {
      const count = 2 + random(24);
      const s = await random_heap(count, random(count * 3));
      const d = dominators_of(s),
        all = reached(s, -1);
      const bytes = set => [...set].reduce((sum, i) => sum + s.blocks[i] * 16, 0);
      assert.strictEqual(d.retained[0], bytes(all));
      for (let i = 0; i < count; i++) {
        const expected = all.has(i) ? bytes(all) - bytes(reached(s, i)) : 0;
        assert.strictEqual(d.retained[d.first_cell + i], expected, `cell ${i} of round ${round}`);
        assert.strictEqual(d.idom[d.first_cell + i] >= 0, all.has(i));
      }
    }
  },

  async dominators_of_long_lists_are_quick() {
    const count = 200000; // linked and rooted at both ends: the iterative algorithm is quadratic
    const cells = Array.from({length: count}, (_, i) => ({
      at: i,
      blocks: 1,
      refs: [i + 1, i - 1].filter(k => k >= 0 && k < count),
    }));
    const s = await parse_snapshot("list", text_of(count, cells, [[0], [count - 1]]));
    const start = Date.now();
    const d = dominators_of(s);
    assert.ok(Date.now() - start < 20000);
    assert.strictEqual(d.retained[0], count * 16);
    assert.strictEqual(d.retained[d.first_cell + 5], 16);
  },

  async paths_are_real_and_shortest() {
    for (let round = 0; round < 60; round++) {
      const s = await random_heap(30, random(90));
      let front = new Set(s.roots.flatMap(r => r.refs)),
        seen = new Set(front);
      for (let length = 1; front.size; length++) {
        const next = new Set();
        for (const i of front) {
          const {root, cells} = graph_path(s, i);
          assert.strictEqual(cells.length, length);
          assert.ok(s.roots[root].refs.includes(cells[0]));
          assert.strictEqual(cells[cells.length - 1], i);
          cells.slice(1).forEach((to, k) => assert.ok(graph_targets(s, cells[k]).includes(to)));
          graph_targets(s, i)
            .filter(to => !seen.has(to))
            .forEach(to => next.add(to));
        }
        next.forEach(i => seen.add(i));
        front = next;
      }
      for (let i = 0; i < s.count; i++) {
        assert.strictEqual(graph_path(s, i) === null, !seen.has(i));
        graph_targets(s, i).forEach(to => assert.ok(graph_sources(s, to).includes(i)));
      }
    }
  },

  async the_best_window_is_the_best() {
    for (let round = 0; round < 120; round++) {
      const s = await random_heap(2 + random(30), 0);
      const blocks = 1 + random(s.heap.blocks + 2);
      for (const by of ["cells", "bytes"]) {
        const found = fit_request(s, blocks * 16 - random(16), by);
        let least = Infinity;
        for (let b = 0; b + blocks <= s.heap.blocks; b++) {
          const inside = new Set(s.cell_of.subarray(b, b + blocks));
          inside.delete(-1);
          const cost =
            by === "cells" ? inside.size : [...inside].reduce((n, i) => n + s.blocks[i], 0);
          least = Math.min(least, cost);
        }
        assert.strictEqual(found.fits, least === 0);
        if (found.window) {
          const w = found.window;
          assert.strictEqual(by === "cells" ? w.cells.length : w.bytes / 16, least);
          const inside = new Set(s.cell_of.subarray(w.first, w.first + blocks));
          inside.delete(-1);
          assert.deepStrictEqual([...inside], w.cells);
          assert.strictEqual(w.fixed, w.cells.filter(i => s.pinned[i]).length);
        } else {
          assert.strictEqual(found.fits || blocks > s.heap.blocks, true);
        }
      }
    }
  },

  async compaction_is_bounded_by_pins_and_free_memory() {
    const heap = (blocks, cells) => parse_snapshot("t", text_of(blocks, cells, []));
    const free = await heap(100, [
      {at: 10, blocks: 10},
      {at: 40, blocks: 10},
    ]);
    assert.strictEqual(fit_compacted(free), 80 * 16);
    const pinned = await heap(100, [
      {at: 10, blocks: 10},
      {at: 40, blocks: 10, pinned: true},
    ]);
    assert.strictEqual(fit_compacted(pinned), 50 * 16);
    assert.strictEqual(fit_summary(pinned).largest, 50 * 16);
  },

  async free_runs_add_up() {
    const s = await parse_snapshot("s", text);
    const used = s.blocks.reduce((a, b) => a + b, 0);
    assert.strictEqual(fit_summary(s).free, (s.heap.blocks - used) * 16);
    const classes = fit_histogram(s);
    assert.strictEqual(
      classes.reduce((n, c) => n + c.count, 0),
      fit_runs(s).length,
    );
    assert.strictEqual(classes.reduce((n, c) => n + c.blocks, 0) * 16, fit_summary(s).free);
  },

  async flame_graphs_add_up() {
    const s = await parse_snapshot("s", text);
    for (const what of ["live", "garbage", "peak"]) {
      const tree = flame_tree(s, what);
      const check = node => {
        const below = node.children.reduce((n, child) => n + check(child), 0);
        assert.strictEqual(node.total, node.self + below);
        return node.total;
      };
      check(tree);
      const stacks = flame_bytes(s, what).reduce((a, b) => a + b, 0);
      assert.strictEqual(tree.total, stacks);
    }
    const garbage = flame_tree(s, "garbage").total;
    assert.strictEqual(garbage, graph_garbage(s).bytes);
    assert.ok(garbage > 0);
    assert.strictEqual(
      flame_tree(s, "live").total + garbage,
      s.blocks.reduce((a, b) => a + b, 0) * 16,
    );
    assert.strictEqual(flame_lacks(s, "live"), "");
  },

  async exports_are_those_of_the_tool() {
    const s = await parse_snapshot("s", text);
    assert.strictEqual(export_folded(s, "live"), folded);
    assert.strictEqual(export_folded(s, "peak"), folded_peak);
    assert.deepStrictEqual(JSON.parse(export_heapsnapshot(s)), JSON.parse(heapsnapshot));
  },

  async what_grew() {
    const heap = cells =>
      parse_snapshot("t", text_of(100, cells, [[...cells.keys()].filter(i => !cells[i].dead)]));
    const a = await heap([
      {at: 0, blocks: 2, type: "list"},
      {at: 2, blocks: 1, type: "str"},
    ]);
    const b = await heap([
      {at: 0, blocks: 2, type: "list"},
      {at: 4, blocks: 3, type: "list"},
      {at: 8, blocks: 1, type: "dict"},
      {at: 9, blocks: 7, type: "list", dead: true},
    ]);
    assert.deepStrictEqual(
      compare_types(a, b).map(r => [r.name, r.cells, r.bytes]),
      [
        ["(garbage, not yet collected)", 1, 112],
        ["list", 1, 48],
        ["dict", 1, 16],
        ["str", -1, -16],
      ],
    );
    assert.deepStrictEqual(
      compare_sites(a, b).map(r => [r.name, r.cells, r.bytes]),
      [
        ["(garbage, not yet collected)", 1, 112],
        ["(not traced)", 1, 48],
      ],
    );
  },

  async each_block_is_found_where_it_is_drawn() {
    const s = await random_heap(400, 0);
    s.heap.blocks += 64 * 90; // a long free run at the end
    const table = new Int32Array(s.heap.blocks).fill(-1);
    table.set(s.cell_of);
    s.cell_of = table;
    s.cache = {};
    for (const fold of [true, false]) {
      for (const [px, width] of [
        [1, 300],
        [3, 1000],
        [5, 400],
        [8, 900],
        [14, 320],
      ]) {
        const layout = new MapLayout(s, px, width, fold);
        assert.strictEqual(layout.gaps.length > 0, fold);
        for (let block = 0; block < s.heap.blocks; block++) {
          const {x, y} = layout.block_at(block);
          const hit = layout.hit(x + px / 2, y + px / 2);
          assert.ok(y + px <= layout.height && x + px <= layout.width + 20);
          const in_gap = layout.gaps.find(
            g => block >= g.row * 64 && block < (g.row + g.rows) * 64,
          );
          assert.strictEqual(hit, in_gap ? in_gap.row * 64 : block);
        }
        assert.strictEqual(layout.hit(-1, 5), -1);
        assert.strictEqual(layout.hit(5, layout.height + 1), -1);
      }
    }
  },

  async timeline_rises_before_a_collection() {
    const events = [
      {event: "start", at: 0, ms: 0, used: 10, largest: 90},
      {event: "collect", at: 50, ms: 1, used: 20, freed: 40, largest: 70, pause_us: 5},
    ];
    assert.deepStrictEqual(
      timeline_points(events).map(p => [p.at, p.used, p.peak, p.largest]),
      [
        [0, 10, 10, 90],
        [50, 60, 60, 90],
        [50, 20, 60, 70],
      ],
    );
    assert.deepStrictEqual(timeline_ticks(0, 100, 5, 1000), [0, 20, 40, 60, 80, 100]);
    assert.deepStrictEqual(timeline_ticks(25, 65, 4, 1000), [30, 40, 50, 60]);
    assert.deepStrictEqual(timeline_ticks(0, 4096, 4, 1024), [0, 1024, 2048, 3072, 4096]);
  },

  async timeline_stretches() {
    assert.deepStrictEqual(timeline_zoom([0, 100], 20, 0.5, 100), [10, 60]);
    assert.deepStrictEqual(timeline_zoom([10, 60], 60, 1.2, 100), [0, 60]);
    assert.strictEqual(timeline_zoom([10, 60], 20, 2, 100), null);
    let [from, to] = [0, 100];
    for (let k = 0; k < 100; k++) {
      [from, to] = timeline_zoom([from, to], 30, 0.5, 100);
      assert.ok(from >= 0 && to <= 100 && from <= 30 && to >= 30 && to - from > 0.009);
    }
    assert.deepStrictEqual(timeline_pan([10, 60], 20, 100), [30, 80]);
    assert.deepStrictEqual(timeline_pan([10, 60], -Infinity, 100), [0, 50]);
    assert.deepStrictEqual(timeline_pan([10, 60], Infinity, 100), [50, 100]);
    const points = [1, 9, 3, 4, 2].map((used, at) => ({at: at * 10, used, largest: 5}));
    assert.strictEqual(timeline_most(points, "at", [0, 40], ["used", "largest"]), 9);
    assert.strictEqual(timeline_most(points, "at", [31, 40], ["used"]), 4);
    assert.strictEqual(timeline_most(points, "at", [31, 40], ["used", "largest"]), 5);
    const labels = [48000, 48010].map(at => timeline_label(at, 10, 1024));
    assert.notStrictEqual(labels[0], labels[1]);
    assert.strictEqual(timeline_label(2048, 1024, 1024), "2 K");
    assert.strictEqual(timeline_label(1.5, 0.5, 1000), "1.5 ms");
    assert.strictEqual(timeline_label(0.25, 0.05, 1000), "250 µs");
    assert.strictEqual(timeline_label(0, 5, 1000), "0");
  },

  async imports_form_a_tree() {
    const rows = ImportsPanel.prototype.rows.call({
      s: {
        modules: [
          {module: "b", parent: "a", bytes: 30},
          {module: "c", parent: "a", bytes: 50},
          {module: "a", bytes: 100},
          {module: "d", bytes: 200},
        ],
      },
    });
    assert.deepStrictEqual(
      rows.map(r => [r.module, r.depth, r.alone]),
      [
        ["d", 0, 200],
        ["a", 0, 20],
        ["c", 1, 50],
        ["b", 1, 30],
      ],
    );
  },

  async sizes_as_people_type_them() {
    for (const [typed, bytes] of [
      ["4096", 4096],
      [" 4K ", 4096],
      ["1.5M", 1572864],
      ["0x400", 1024],
      ["10,000", 10000],
      ["2 KiB", 2048],
      ["7b", 7],
    ]) {
      assert.strictEqual(fit_parse_size(typed), bytes, typed);
    }
    for (const typed of ["", "K", "-4", "1e3", "4 X", "abc"]) {
      assert.ok(Number.isNaN(fit_parse_size(typed)), typed);
    }
    assert.deepStrictEqual(
      [0, 1023, 1024, 20480, 1048576].map(n => format_bytes(n)),
      ["0 B", "1023 B", "1.00 K", "20.0 K", "1.00 M"],
    );
    assert.deepStrictEqual(
      [5, -5, 0].map(n => format_change(n)),
      ["+5 B", "−5 B", "0"],
    );
  },

  // Each line damaged in turn: the page says which.
  async damaged_snapshots_are_refused() {
    const lines = text.split("\n").slice(0, -1);
    for (let i = 0; i < lines.length; i += i < 40 ? 1 : 17) {
      const broken = lines.slice();
      broken[i] = broken[i].slice(0, -1);
      const error = await parse_snapshot("s", broken.join("\n")).then(
        () => null,
        e => e,
      );
      assert.ok(error instanceof SnapshotError, lines[i]);
      assert.strictEqual(error.line, i + 1);
    }
    for (let size = 0; size < text.length - 1; size += 1 + Math.floor(text.length / 300)) {
      await assert.rejects(parse_snapshot("s", text.slice(0, size)), SnapshotError);
    }
  },

  async wrong_figures_are_refused() {
    const small = text_of(
      64,
      [
        {at: 0, blocks: 2, refs: [1]},
        {at: 2, blocks: 4, refs: [0]},
      ],
      [[0]],
    );
    await parse_snapshot("s", "\n" + small); // as in an HTML page
    for (const [line, old, now] of [
      [1, '"heap":1', '"heap":2'],
      [1, '"block":16', '"block":0'],
      [1, '"blocks":64', '"blocks":9000000000000'],
      [1, '"heap"', '"help"'],
      [2, '"size":32', '"size":40'],
      [2, "[32]", "[48]"],
      [2, "[32]", "[-16]"],
      [2, "[32]", '["a"]'],
      [2, '"cell":0', '"cell":-16'],
      [3, '"cell":32', '"cell":16'],
      [3, '"size":64', '"size":6400'],
      [4, "[0]", "7"],
      [4, "[0]", "[16]"],
      [5, '"end":4', '"end":3'],
      [2, '"cell"', '"heap"'],
    ]) {
      const lines = small.split("\n");
      assert.ok(lines[line - 1].includes(old));
      lines[line - 1] = lines[line - 1].replace(old, now);
      const error = await parse_snapshot("s", lines.join("\n")).then(
        () => null,
        e => e,
      );
      assert.ok(error instanceof SnapshotError, now);
      assert.strictEqual(error.line, line, `${now}: ${error.message}`);
    }
  },
};

(async () => {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    await test().catch(error => {
      failed++;
      console.log(`${name}: ${error.stack}`);
    });
  }
  console.log(`${Object.keys(tests).length} tests, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
})();
