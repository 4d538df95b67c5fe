// compare.js: what grew from one snapshot to another.

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
  const by_type = s => new Map(s.types.map(
    t => [t.name, {cells: t.count, bytes: t.blocks * s.heap.block}]));
  return compare_rows(by_type(a), by_type(b));
}

// By whole call stack: `a;b;c` as in folded stacks; innermost frame last.
function compare_sites(a, b) {
  return compare_rows(compare_by_stack(a), compare_by_stack(b));
}

function compare_by_stack(s) {
  const stacks = export_stacks(s);
  const sums = stacks.map(() => ({cells: 0, bytes: 0}));
  for (let i = 0; i < s.count; i++) {
    sums[s.site[i]].cells++;
    sums[s.site[i]].bytes += s.blocks[i] * s.heap.block;
  }
  const by_stack = new Map();
  stacks.forEach((stack, site) => {
    const sum = by_stack.get(stack) || {cells: 0, bytes: 0};
    by_stack.set(stack, {cells: sum.cells + sums[site].cells, bytes: sum.bytes + sums[site].bytes});
  });
  return new Map([...by_stack].filter(([, sum]) => sum.cells));
}
