// SPDX-License-Identifier: MIT
// graph.js: who refers to whom, and how the roots reach a cell.

// {at, from}: cell i is referred to by from[at[i]] ... from[at[i + 1] - 1], each as often as it
// refers.
function graph_referrers(s) {
  return cached(s, "referrers", () => {
    const at = new Uint32Array(s.count + 1);
    for (let k = 0; k < s.refs.length; k++) {
      at[s.refs[k] + 1]++;
    }
    for (let i = 0; i < s.count; i++) {
      at[i + 1] += at[i];
    }
    const next = at.slice();
    const from = new Int32Array(s.refs.length);
    for (let i = 0; i < s.count; i++) {
      for (let k = s.refs_at[i]; k < s.refs_at[i + 1]; k++) {
        from[next[s.refs[k]]++] = i;
      }
    }
    return {at, from};
  });
}

// Roots that refer to this cell directly, as numbers in s.roots.
function graph_roots_of(s, cell) {
  const found = [];
  s.roots.forEach((root, i) => root.refs.includes(cell) && found.push(i));
  return found;
}

const GRAPH_UNREACHED = -1;

// Breadth first from all roots: parent[i] is the cell through which a shortest path comes to i,
// -2 - r for root r, GRAPH_UNREACHED for garbage.
function graph_reach(s) {
  return cached(s, "reach", () => {
    const parent = new Int32Array(s.count).fill(GRAPH_UNREACHED);
    const queue = new Int32Array(s.count);
    let length = 0;
    s.roots.forEach((root, r) => {
      for (const i of root.refs) {
        if (parent[i] === GRAPH_UNREACHED) {
          parent[i] = -2 - r;
          queue[length++] = i;
        }
      }
    });
    for (let head = 0; head < length; head++) {
      const i = queue[head];
      for (let k = s.refs_at[i]; k < s.refs_at[i + 1]; k++) {
        const to = s.refs[k];
        if (parent[to] === GRAPH_UNREACHED) {
          parent[to] = i;
          queue[length++] = to;
        }
      }
    }
    return parent;
  });
}

// {root, cells}: from a root (its number) through these cells to `cell`, which is the last. null
// for garbage.
function graph_path(s, cell) {
  const parent = graph_reach(s);
  if (parent[cell] === GRAPH_UNREACHED) {
    return null;
  }
  const cells = [cell];
  let at = parent[cell];
  for (; at >= 0; at = parent[at]) {
    cells.push(at);
  }
  return {root: -2 - at, cells: cells.reverse()};
}

// Cells and bytes that no root reaches.
function graph_garbage(s) {
  return cached(s, "garbage", () => {
    const parent = graph_reach(s);
    let count = 0, blocks = 0;
    for (let i = 0; i < s.count; i++) {
      if (parent[i] === GRAPH_UNREACHED) {
        count++;
        blocks += s.blocks[i];
      }
    }
    return {count, bytes: blocks * s.heap.block};
  });
}

// Of cell i: the cells it refers to, and those that refer to it, each once.
function graph_targets(s, i) {
  return [...new Set(s.refs.subarray(s.refs_at[i], s.refs_at[i + 1]))];
}
function graph_sources(s, i) {
  const {at, from} = graph_referrers(s);
  return [...new Set(from.subarray(at[i], at[i + 1]))];
}

// {to, from}: what cells refer to without keeping it alive, and what refers to them so:
// Map of a cell -> cells.
function graph_weak(s) {
  return cached(s, "weak", () => {
    const to = new Map(), from = new Map();
    const add = (map, key, cell) => map.has(key) ? map.get(key).push(cell) : map.set(key, [cell]);
    for (const weak of s.weak) {
      for (const cell of weak.refs) {
        add(to, weak.from, cell);
        add(from, cell, weak.from);
      }
    }
    return {to, from};
  });
}
function graph_weak_targets(s, i) {
  return graph_weak(s).to.get(i) ?? [];
}
function graph_weak_sources(s, i) {
  return graph_weak(s).from.get(i) ?? [];
}
