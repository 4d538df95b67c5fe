// SPDX-License-Identifier: MIT
// export.js: folded stacks and Chrome's .heapsnapshot; the same as tools/heapviewlib/export.py.

// The folded name of each site's stack; of site 0 what stands for cells without a site.
function export_stacks(s) {
  const stacks = ["(not traced)"];
  for (const site of s.sites.slice(1)) {
    const name = flame_frame_name(site).replace(/;/g, ",").replace(/[\r\n]/g, " ");
    stacks.push(site.parent ? `${stacks[site.parent]};${name}` : name);
  }
  return stacks;
}

// Lines `frame;frame;frame bytes`. `what` is "live" (garbage is one line then), "garbage" or "peak".
function export_folded(s, what) {
  const bytes = flame_bytes(s, what);
  const rows = export_stacks(s).map((stack, site) => [stack, bytes[site]]);
  rows.push(["(garbage)", what === "live" ? graph_garbage(s).bytes : 0]);
  return rows.map(([stack, count]) => count ? `${stack} ${count}\n` : "").join("");
}

const EXPORT_NODE_TYPES = [
  "hidden", "array", "string", "object", "code", "closure", "regexp", "number", "native",
  "synthetic", "concatenated string", "sliced string", "symbol", "bigint", "object shape",
  "wasm object"];
const EXPORT_EDGE_TYPES = [
  "context", "element", "property", "internal", "hidden", "shortcut", "weak"];
const EXPORT_NODE_FIELDS = ["type", "name", "id", "self_size", "edge_count", "trace_node_id",
                            "detachedness"];
const EXPORT_META = {
  node_fields: EXPORT_NODE_FIELDS,
  node_types: [EXPORT_NODE_TYPES, "string", "number", "number", "number", "number", "number"],
  edge_fields: ["type", "name_or_index", "to_node"],
  edge_types: [EXPORT_EDGE_TYPES, "string_or_number", "node"],
  trace_function_info_fields: [
    "function_id", "name", "script_name", "script_id", "line", "column"],
  trace_node_fields: ["id", "function_info_index", "count", "size", "children"],
  sample_fields: ["timestamp_us", "last_assigned_id"],
  location_fields: ["object_index", "script_id", "line", "column"],
};
const EXPORT_SHOWN_AS = {str: "string", bytes: "string", function: "closure", code: "code",
                         int: "number", float: "number"};

class ExportNodes {
  constructor() {
    this.nodes = [];
    this.edges = [];
    this.strings = new Map([["<dummy>", 0]]); // as V8 does: no name has index 0
  }
  string(text) {
    if (!this.strings.has(text)) {
      this.strings.set(text, this.strings.size);
    }
    return this.strings.get(text);
  }
  // Appends a node with edges to the nodes of numbers `base` + each of `targets`.
  add(type, name, size, targets, base, weak = []) {
    const width = EXPORT_NODE_FIELDS.length;
    const id = 2 * (this.nodes.length / width) + 1;
    this.nodes.push(EXPORT_NODE_TYPES.indexOf(type), this.string(name), id, size,
                    targets.length + weak.length, 0, 0);
    targets.forEach((target, i) => this.edges.push(1, i, (base + target) * width));
    // Weak edges have names, not indices.
    weak.forEach(target => this.edges.push(6, this.string("weak"), (base + target) * width));
  }
}

// The text of a .heapsnapshot: node 0 leads to the roots, which lead to cells.
function export_heapsnapshot(s) {
  const out = new ExportNodes();
  const first_cell = 2 + s.roots.length;
  out.add("synthetic", "", 0, [1], 0);
  out.add("synthetic", "(GC roots)", 0, s.roots.map((_, i) => i), 2);
  for (const root of s.roots) {
    out.add("synthetic", `(${root.label})`, 0, root.refs, first_cell);
  }
  for (let i = 0; i < s.count; i++) {
    const type = s.types[s.type[i]].name;
    const kind = Object.hasOwn(EXPORT_SHOWN_AS, type) ? EXPORT_SHOWN_AS[type] : "object";
    out.add(kind, kind === "object" ? type : s.repr[i] ?? type, s.blocks[i] * s.heap.block,
            s.refs.subarray(s.refs_at[i], s.refs_at[i + 1]), first_cell, graph_weak_targets(s, i));
  }
  return JSON.stringify({
    snapshot: {meta: EXPORT_META, node_count: out.nodes.length / EXPORT_NODE_FIELDS.length,
               edge_count: out.edges.length / 3, trace_function_count: 0},
    nodes: out.nodes, edges: out.edges, trace_function_infos: [], trace_tree: [], samples: [],
    locations: [], strings: [...out.strings.keys()]});
}
