// SPDX-License-Identifier: MIT
// compare.js: what grew from one snapshot to another.

const COMPARE_GARBAGE = "(garbage, not yet collected)";

// Cells that roots reach, and apart from them garbage, by the name that name_of(i) gives cell i:
// name -> {cells, bytes}.
function compare_sums(s, name_of) {
  const sums = new Map(), reach = graph_reach(s);
  for (let i = 0; i < s.count; i++) {
    const name = reach[i] === GRAPH_UNREACHED ? COMPARE_GARBAGE : name_of(i);
    let sum = sums.get(name);
    if (!sum) {
      sums.set(name, sum = {cells: 0, bytes: 0});
    }
    sum.cells++;
    sum.bytes += s.blocks[i] * s.heap.block;
  }
  return sums;
}

// Rows {name, cells_a, cells_b, bytes_a, bytes_b, bytes, cells}: bytes and cells are b's minus a's.
// Largest growth first.
function compare_rows(a, b) {
  const names = new Set([...a.keys(), ...b.keys()]);
  const none = {cells: 0, bytes: 0};
  const rows = [...names].map(name => {
    const x = a.get(name) || none, y = b.get(name) || none;
    return {name, cells_a: x.cells, cells_b: y.cells, bytes_a: x.bytes, bytes_b: y.bytes,
            cells: y.cells - x.cells, bytes: y.bytes - x.bytes};
  });
  return rows.sort((p, q) => q.bytes - p.bytes || (p.name < q.name ? -1 : 1));
}

function compare_types(a, b) {
  const by_type = s => compare_sums(s, i => s.types[s.type[i]].name);
  return compare_rows(by_type(a), by_type(b));
}

// By whole call stack: `a;b;c` as in folded stacks; innermost frame last.
function compare_sites(a, b) {
  const by_stack = s => {
    const stacks = export_stacks(s);
    return compare_sums(s, i => stacks[s.site[i]]);
  };
  return compare_rows(by_stack(a), by_stack(b));
}
