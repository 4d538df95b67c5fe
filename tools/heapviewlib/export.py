# SPDX-License-Identifier: MIT
"""A snapshot in formats of others: folded stacks, Chrome's .heapsnapshot.

heapview_page/export.js does the same in the page; a test holds the two together.
"""

import json

UNTRACED = "(not traced)"
GARBAGE = "(garbage)"  # what no root reaches


class NotTraced(Exception):
    """The snapshot has no allocation sites."""


# ---- folded stacks: `frame;frame;frame bytes`, a stack a line -----------------------------------

def frame_name(site):
    line = ":%d" % site["line"] if site["line"] else ""
    name = "%s (%s%s)" % (site["function"], site["file"], line)
    return name.replace(";", ",").replace("\n", " ").replace("\r", " ")


def reached(snapshot):
    """Addresses of the cells that a root leads to."""
    refs = {cell["cell"]: cell.get("refs", ()) for cell in snapshot.cells}
    queue = [ref for root in snapshot.roots for ref in root.get("refs", ())]
    seen = set(queue)
    while queue:
        new = [ref for ref in refs[queue.pop()] if ref not in seen]
        seen.update(new)
        queue += new
    return seen


def site_bytes(snapshot, peak):
    """Bytes by site number, 0 for cells that have none; at the end those of garbage."""
    totals = [0] * (len(snapshot.sites) + 2)
    if peak:
        for site, count in snapshot.peak["sites"]:
            totals[site] += count
        totals[0] += max(0, snapshot.peak["peak"] - sum(totals))
    else:
        live = reached(snapshot)
        for cell in snapshot.cells:
            totals[cell.get("site", 0) if cell["cell"] in live else -1] += cell["size"]
    return totals


def folded_stacks(snapshot, peak):
    """Live bytes (or those at the peak) by call stack. Raises NotTraced."""
    if not snapshot.sites:
        raise NotTraced("%s has no call stacks: run the program with -X trace-alloc"
                        % snapshot.path)
    if peak and not snapshot.peak:
        raise NotTraced("%s has no figures of the peak" % snapshot.path)
    stacks = [UNTRACED]
    for site in snapshot.sites:
        above = stacks[site["parent"]] + ";" if site["parent"] else ""
        stacks.append(above + frame_name(site))
    stacks.append(GARBAGE)
    totals = site_bytes(snapshot, peak)
    lines = ["%s %d\n" % (stack, count) for stack, count in zip(stacks, totals) if count]
    return "".join(lines).encode("utf-8", "replace")


# ---- .heapsnapshot: what the memory panel of Chrome's developer tools loads --------------------
# The format is described by its own `meta`: flat arrays of numbers, strings by their index.

NODE_TYPES = ["hidden", "array", "string", "object", "code", "closure", "regexp", "number",
              "native", "synthetic", "concatenated string", "sliced string", "symbol", "bigint",
              "object shape", "wasm object"]
EDGE_TYPES = ["context", "element", "property", "internal", "hidden", "shortcut", "weak"]
NODE_FIELDS = ["type", "name", "id", "self_size", "edge_count", "trace_node_id",
               "detachedness"]
META = {
    "node_fields": NODE_FIELDS,
    "node_types": [NODE_TYPES, "string", "number", "number", "number", "number", "number"],
    "edge_fields": ["type", "name_or_index", "to_node"],
    "edge_types": [EDGE_TYPES, "string_or_number", "node"],
    "trace_function_info_fields": ["function_id", "name", "script_name", "script_id", "line",
                                   "column"],
    "trace_node_fields": ["id", "function_info_index", "count", "size", "children"],
    "sample_fields": ["timestamp_us", "last_assigned_id"],
    "location_fields": ["object_index", "script_id", "line", "column"],
}
SHOWN_AS = {"str": "string", "bytes": "string", "function": "closure", "code": "code",
            "int": "number", "float": "number"}
SYNTHETIC = NODE_TYPES.index("synthetic")
ELEMENT, WEAK = EDGE_TYPES.index("element"), EDGE_TYPES.index("weak")


def root_name(root):
    if root["root"] == "frame" and "function" in root:
        return "frame %s (%s:%d)" % (root["function"], root.get("file", "?"), root.get("line", 0))
    return root["root"]


class Nodes:
    """Nodes and edges under construction."""

    def __init__(self):
        self.nodes, self.edges = [], []
        self.strings = {"<dummy>": 0}  # as V8 does: no name has index 0

    def string(self, text):
        return self.strings.setdefault(text, len(self.strings))

    def add(self, kind, name, size, targets, weak=()):
        """Appends a node whose edges lead to the nodes of these numbers."""
        ident = 2 * (len(self.nodes) // len(NODE_FIELDS)) + 1
        self.nodes += (kind, self.string(name), ident, size, len(targets) + len(weak), 0, 0)
        for i, target in enumerate(targets):
            self.edges += (ELEMENT, i, target * len(NODE_FIELDS))
        for target in weak: # these have names, not indices
            self.edges += (WEAK, self.string("weak"), target * len(NODE_FIELDS))


def add_cell(out, cell, numbers, weak):
    kind = SHOWN_AS.get(cell["type"], "object")
    name = cell["type"] if kind == "object" else cell.get("repr", cell["type"])
    out.add(NODE_TYPES.index(kind), name, cell["size"], [numbers[r] for r in cell.get("refs", ())],
            [numbers[r] for r in weak])


def heapsnapshot_json(snapshot):
    """The .heapsnapshot as pieces of bytes. Node 0 leads to the roots, which lead to cells."""
    out = Nodes()
    first_root, first_cell = 2, 2 + len(snapshot.roots)
    numbers = {c["cell"]: first_cell + i for i, c in enumerate(snapshot.cells)}
    out.add(SYNTHETIC, "", 0, [1])
    out.add(SYNTHETIC, "(GC roots)", 0, range(first_root, first_cell))
    for root in snapshot.roots:
        out.add(SYNTHETIC, "(%s)" % root_name(root), 0, [numbers[r] for r in root.get("refs", ())])
    weak = {line["weak"]: line["refs"] for line in snapshot.weaks}
    for cell in snapshot.cells:
        add_cell(out, cell, numbers, weak.get(cell["cell"], ()))
    counts = {"node_count": len(out.nodes) // len(NODE_FIELDS), "edge_count": len(out.edges) // 3,
              "trace_function_count": 0}
    whole = {"snapshot": {"meta": META, **counts}, "nodes": out.nodes, "edges": out.edges,
             "trace_function_infos": [], "trace_tree": [], "samples": [], "locations": [],
             "strings": list(out.strings)}
    yield json.dumps(whole, separators=(",", ":")).encode()
