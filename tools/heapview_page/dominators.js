// SPDX-License-Identifier: MIT
// dominators.js: what would be freed if a cell went: immediate dominators and retained sizes.
//
// The algorithm is Lengauer and Tarjan's, "A fast algorithm for finding dominators in a flowgraph",
// ACM TOPLAS 1979, with simple path compression: O(edges * log nodes), also for long linked lists.
//
// Nodes: 0 stands for the program, 1 ... R for the roots, then the cells.

// {idom, retained, at, children, first_cell}: children of node n are children[at[n]] ..., largest
// first; retained in bytes; idom of garbage is -1.
function dominators_of(s) {
  return cached(s, "dominators", () => {
    const first_cell = 1 + s.roots.length;
    const order = dominators_order(s, first_cell);
    const idom = dominators_tree(s, first_cell, order);
    const retained = new Float64Array(idom.length);
    for (let k = order.count; k >= 1; k--) {
      const n = order.node[k];
      retained[n] += n < first_cell ? 0 : s.blocks[n - first_cell] * s.heap.block;
      if (k > 1) {
        retained[idom[n]] += retained[n];
      }
    }
    return {idom, retained, first_cell, ...dominators_children(idom, retained)};
  });
}

// The nodes that n leads to, as numbers of cells: those of roots are negative.
function dominators_targets(s, first_cell, n) {
  if (n >= first_cell) {
    const i = n - first_cell;
    return s.refs.subarray(s.refs_at[i], s.refs_at[i + 1]);
  }
  return n ? s.roots[n - 1].refs : s.roots.map((_, r) => r + 1 - first_cell);
}

// Depth-first numbers from 1: {node, number, parent, count}; node[k] has number k; parent is the
// number of the parent in the depth-first tree. 0: not reached.
function dominators_order(s, first_cell) {
  const total = first_cell + s.count;
  const node = new Int32Array(total + 1), number = new Int32Array(total);
  const parent = new Int32Array(total + 1);
  const stack = [[0, dominators_targets(s, first_cell, 0), 0]];
  let count = 1;
  node[1] = 0;
  number[0] = 1;
  while (stack.length) {
    const top = stack[stack.length - 1];
    if (top[2] === top[1].length) {
      stack.pop();
      continue;
    }
    const to = top[1][top[2]++] + first_cell;
    if (!number[to]) {
      number[to] = ++count;
      node[count] = to;
      parent[count] = number[top[0]];
      stack.push([to, dominators_targets(s, first_cell, to), 0]);
    }
  }
  return {node, number, parent, count};
}

// Predecessors of each node, as {at, from}.
function dominators_sources(s, first_cell) {
  const total = first_cell + s.count;
  const at = new Uint32Array(total + 1);
  const each_edge = f => {
    for (let n = 0; n < total; n++) {
      for (const to of dominators_targets(s, first_cell, n)) {
        f(n, to + first_cell);
      }
    }
  };
  each_edge((_, to) => at[to + 1]++);
  for (let n = 0; n < total; n++) {
    at[n + 1] += at[n];
  }
  const next = at.slice();
  const from = new Int32Array(at[total]);
  each_edge((n, to) => from[next[to]++] = n);
  return {at, from};
}

// The immediate dominator of each node. All arrays within go by depth-first number.
function dominators_tree(s, first_cell, order) {
  const {node, number, parent, count} = order;
  const sources = dominators_sources(s, first_cell);
  const semi = new Int32Array(count + 1), label = new Int32Array(count + 1);
  const ancestor = new Int32Array(count + 1), dom = new Int32Array(count + 1);
  const bucket = new Int32Array(count + 1), next = new Int32Array(count + 1); // linked lists
  for (let v = 1; v <= count; v++) {
    semi[v] = label[v] = v;
  }
  const evaluate = dominators_forest(ancestor, label, semi);
  for (let w = count; w > 1; w--) {
    const n = node[w];
    for (let k = sources.at[n]; k < sources.at[n + 1]; k++) {
      const v = number[sources.from[k]];
      if (v) {
        semi[w] = Math.min(semi[w], semi[evaluate(v)]);
      }
    }
    next[w] = bucket[semi[w]];
    bucket[semi[w]] = w;
    const p = parent[w];
    ancestor[w] = p;
    for (let v = bucket[p]; v; v = next[v]) {
      const u = evaluate(v);
      dom[v] = semi[u] < semi[v] ? u : p;
    }
    bucket[p] = 0;
  }
  const idom = new Int32Array(number.length).fill(-1);
  for (let w = 2; w <= count; w++) {
    dom[w] = dom[w] === semi[w] ? dom[w] : dom[dom[w]];
    idom[node[w]] = node[dom[w]];
  }
  return idom;
}

// evaluate(v): the number of least `semi` on the path from v up its tree of the forest, paths
// compressed on the way.
function dominators_forest(ancestor, label, semi) {
  const path = [];
  return v => {
    if (!ancestor[v]) {
      return label[v];
    }
    let at = v;
    for (; ancestor[ancestor[at]]; at = ancestor[at]) {
      path.push(at);
    }
    while (path.length) {
      const below = path.pop(), above = ancestor[below];
      if (semi[label[above]] < semi[label[below]]) {
        label[below] = label[above];
      }
      ancestor[below] = ancestor[above];
    }
    return label[v];
  };
}

// {at, children}: children of each node, by retained size, largest first.
function dominators_children(idom, retained) {
  const at = new Uint32Array(idom.length + 1);
  for (const d of idom) {
    if (d >= 0) {
      at[d + 1]++;
    }
  }
  for (let n = 0; n < idom.length; n++) {
    at[n + 1] += at[n];
  }
  const next = at.slice();
  const children = new Int32Array(at[idom.length]);
  for (let n = 0; n < idom.length; n++) {
    if (idom[n] >= 0) {
      children[next[idom[n]]++] = n;
    }
  }
  for (let n = 0; n < idom.length; n++) {
    if (at[n + 1] - at[n] > 1) {
      children.subarray(at[n], at[n + 1]).sort((a, b) => retained[b] - retained[a] || a - b);
    }
  }
  return {at, children};
}
