// SPDX-License-Identifier: MIT
// flame.js: bytes by call stack, from the tree of sites.

// Bytes by site number; 0: cells without a site. `what` is "live" (what roots reach), "garbage" (the
// other cells) or "peak".
function flame_bytes(s, what) {
  if (what === "peak") {
    return s.peak.sites;
  }
  return cached(s, "site_bytes " + what, () => {
    const bytes = new Float64Array(s.sites.length), reach = graph_reach(s);
    for (let i = 0; i < s.count; i++) {
      if ((reach[i] === GRAPH_UNREACHED) === (what === "garbage")) {
        bytes[s.site[i]] += s.blocks[i] * s.heap.block;
      }
    }
    return bytes;
  });
}

// Why there is no such graph, with what to do; "" if there is.
function flame_lacks(s, what) {
  if (s.sites.length < 2) {
    return "This snapshot doesn't say where cells were made. Run the program with -X trace-alloc.";
  }
  return what === "peak" && !s.peak ? "This snapshot has no figures of the peak." : "";
}

// The tree: {site, self, total, count, depth, children}, largest child first. The root has site 0
// and, as a child of its own, the cells without a site (site -1).
function flame_tree(s, what) {
  return cached(s, "flame " + what, () => {
    const self = flame_bytes(s, what);
    const nodes = s.sites.map((_, site) => ({site, self: site ? self[site] : 0,
                                             total: self[site], depth: 0, children: []}));
    for (let site = s.sites.length - 1; site > 0; site--) {
      const parent = nodes[s.sites[site].parent];
      parent.total += nodes[site].total;
      if (nodes[site].total) {
        parent.children.push(nodes[site]);
      }
    }
    if (self[0]) {
      nodes[0].children.push({site: -1, self: self[0], total: self[0], depth: 0, children: []});
    }
    for (let site = 0; site < nodes.length; site++) { // parents come first
      nodes[site].children.sort((a, b) => flame_last(a) - flame_last(b) || b.total - a.total ||
                                          a.site - b.site);
      nodes[site].children.forEach(child => child.depth = nodes[site].depth + 1);
    }
    nodes[0].nodes = nodes;
    return nodes[0];
  });
}

// What belongs to no line goes to the end.
function flame_last(node) {
  return node.site < 0 ? 1 : 0;
}

// Rows {name, bytes}: each line with what it made itself, over all stacks.
function flame_lines(s, what) {
  const sums = new Map();
  flame_bytes(s, what).forEach((bytes, site) => {
    if (site && bytes) {
      const name = flame_frame_name(s.sites[site]);
      sums.set(name, (sums.get(name) || 0) + bytes);
    }
  });
  return [...sums].map(([name, bytes]) => ({name, bytes}));
}

// "load (x.py:12)"; without the line where there is none.
function flame_frame_name(site) {
  return `${site.function} (${site.file}${site.line ? `:${site.line}` : ""})`;
}

// The frames of a site, outermost first, as site numbers.
function flame_stack(s, site) {
  const stack = [];
  for (; site > 0; site = s.sites[site].parent) {
    stack.push(site);
  }
  return stack.reverse();
}
