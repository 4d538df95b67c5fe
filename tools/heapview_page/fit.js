// SPDX-License-Identifier: MIT
// fit.js: free runs, and whether a request fits.

// Free runs in address order: {first: block, blocks}.
function fit_runs(s) {
  return cached(s, "runs", () => {
    const runs = [];
    let at = 0;
    for (let i = 0; i <= s.count; i++) {
      const start = i < s.count ? s.first[i] : s.heap.blocks;
      if (start > at) {
        runs.push({first: at, blocks: start - at});
      }
      at = i < s.count ? start + s.blocks[i] : at;
    }
    return runs;
  });
}

// {free, largest, runs, fragmentation} in bytes; fragmentation is the share of free memory that is
// not in the largest run.
function fit_summary(s) {
  return cached(s, "free", () => {
    const runs = fit_runs(s);
    let free = 0, largest = 0;
    for (const run of runs) {
      free += run.blocks;
      largest = Math.max(largest, run.blocks);
    }
    return {free: free * s.heap.block, largest: largest * s.heap.block, runs: runs.length,
            fragmentation: free ? 1 - largest / free : 0};
  });
}

// Runs by size: [{from, to, count, blocks}]; from and to in blocks, each class twice as large as the
// one before.
function fit_histogram(s) {
  const classes = [];
  for (const run of fit_runs(s)) {
    const k = Math.floor(Math.log2(run.blocks));
    while (classes.length <= k) {
      classes.push({from: 2 ** classes.length, to: 2 ** (classes.length + 1) - 1, count: 0,
                    blocks: 0});
    }
    classes[k].count++;
    classes[k].blocks += run.blocks;
  }
  return classes;
}

// Cells that compaction can't move: 1 pinned, 2 the C stack may refer to it.
function fit_fixed(s) {
  return cached(s, "fixed", () => {
    const fixed = s.pinned.slice();
    for (const root of s.roots) {
      if (root.root === "C stack") {
        for (const i of root.refs) {
          fixed[i] = fixed[i] || 2;
        }
      }
    }
    return fixed;
  });
}

// The largest run that compaction could make, in bytes: the widest gap between cells that stay, as
// far as there is free memory to fill it with.
function fit_compacted(s) {
  const fixed = fit_fixed(s);
  let gap = 0, at = 0;
  for (let i = 0; i < s.count; i++) {
    if (fixed[i]) {
      gap = Math.max(gap, s.first[i] - at);
      at = s.first[i] + s.blocks[i];
    }
  }
  gap = Math.max(gap, s.heap.blocks - at);
  return Math.min(gap * s.heap.block, fit_summary(s).free);
}

// Would `bytes` fit in one piece? {blocks, fits, run, window}: `run` is the smallest free run that
// takes it, else `window` {first, cells, bytes, fixed} is where the fewest cells (or the fewest
// bytes of cells, by = "bytes") are in the way; null where the heap is smaller than that. Of
// windows as good as each other one with fewer cells that can't move, then the lowest is taken.
function fit_request(s, bytes, by = "cells") {
  const blocks = Math.max(1, Math.ceil(bytes / s.heap.block));
  let run = null;
  for (const r of fit_runs(s)) {
    if (r.blocks >= blocks && (!run || r.blocks < run.blocks)) {
      run = r;
    }
  }
  return {blocks, fits: run !== null, run, window: run ? null : fit_window(s, blocks, by)};
}

// Windows worth a look start at the end of a cell or at block 0: further right only brings more in.
function fit_window(s, blocks, by) {
  const fixed = fit_fixed(s);
  let best = null, best_cost = null, to = 0, sum = 0, stuck = 0;
  for (let from = 0; from <= s.count; from++) {
    const first = from ? s.first[from - 1] + s.blocks[from - 1] : 0;
    if (from) {
      sum -= s.blocks[from - 1];
      stuck -= fixed[from - 1] ? 1 : 0;
    }
    if (first + blocks > s.heap.blocks) {
      break;
    }
    for (; to < s.count && s.first[to] < first + blocks; to++) {
      sum += s.blocks[to];
      stuck += fixed[to] ? 1 : 0;
    }
    const cost = by === "bytes" ? [sum, stuck, to - from] : [to - from, stuck, sum];
    if (!best || fit_less(cost, best_cost)) {
      best = {first, from, to, bytes: sum * s.heap.block, fixed: stuck};
      best_cost = cost;
    }
  }
  return best && {first: best.first, bytes: best.bytes, fixed: best.fixed,
                  cells: Array.from({length: best.to - best.from}, (_, k) => best.from + k)};
}

function fit_less(a, b) {
  const k = a.findIndex((x, i) => x !== b[i]);
  return k >= 0 && a[k] < b[k];
}

// A size as people type it: 4096, 0x1000, 4K, 1.5 M. NaN if it is none.
function fit_parse_size(text) {
  const m = /^\s*(0x[0-9a-f]+|[0-9][0-9,_]*(?:\.[0-9]+)?)\s*([km]?)(?:i?b)?\s*$/i.exec(text);
  if (!m) {
    return NaN;
  }
  const unit = {k: 1024, m: 1048576}[m[2].toLowerCase()] || 1;
  return Math.round(Number(m[1].replace(/[,_]/g, "")) * unit);
}
