// SPDX-License-Identifier: MIT
// cell.js: a cell in words: its name, a link to it, all that is known about it.

const CELL_MOST = 40; // cells listed at a time

function cell_type(s, i) {
  return s.types[s.type[i]].name;
}

function cell_bytes(s, i) {
  return s.blocks[i] * s.heap.block;
}

function cell_address(s, i) {
  return format_address(s.first[i] * s.heap.block);
}

// Where it was made: "load (x.py:12)", or "".
function cell_site(s, i) {
  return s.site[i] ? flame_frame_name(s.sites[s.site[i]]) : "";
}

// "Record", "str 'abc'"; of functions and the like the text alone, which names the type.
function cell_title(s, i) {
  const type = cell_type(s, i), text = s.repr[i];
  return text === undefined ? type : text.startsWith("<") ? text : `${type} ${text}`;
}

function cell_swatch(s, i) {
  return el("span.swatch", {style: {background: colours_of_types(s)[s.type[i]]}});
}

function cell_link(s, i) {
  return el("button.link", {type: "button", title: cell_address(s, i),
                            onclick: () => app.select(i, true)},
            cell_swatch(s, i), cell_title(s, i),
            el("span.muted", {}, ` ${format_bytes(cell_bytes(s, i))}`));
}

// What the tip says about a block.
function cell_tip(s, block) {
  const i = s.cell_of[block];
  if (i < 0) {
    const run = fit_runs(s).find(r => block < r.first + r.blocks);
    return el("div", {}, el("b", {}, "free"), ` ${format_bytes(run.blocks * s.heap.block)}`,
              el("div.muted.mono", {}, `from ${format_address(run.first * s.heap.block)}`));
  }
  const site = cell_site(s, i);
  return el("div", {}, cell_swatch(s, i), el("b", {}, cell_type(s, i)),
            ` ${format_bytes(cell_bytes(s, i))}`,
            s.repr[i] !== undefined && el("div.mono", {}, s.repr[i]),
            site && el("div", {}, `made in ${site}`),
            el("div.muted.mono", {}, cell_address(s, i) + (s.pinned[i] ? ", pinned" : "")));
}

// A list of cells as links, with a line that says how many more there are.
function cell_list(s, cells) {
  const rest = cells.length - CELL_MOST;
  return el("ul", {}, cells.slice(0, CELL_MOST).map(i => el("li", {}, cell_link(s, i))),
            rest > 0 && el("li.muted", {}, `and ${format_count(rest)} more`));
}

function cell_details(s, i) {
  const targets = graph_targets(s, i), sources = graph_sources(s, i);
  const roots = graph_roots_of(s, i);
  return el("div", {},
            el("h2", {}, cell_swatch(s, i), cell_type(s, i)),
            cell_facts(s, i),
            el("h3", {}, "Kept alive by"), cell_path(s, i),
            s.site[i] > 0 && [el("h3", {}, "Made by"), cell_stack(s, i)],
            el("h3", {}, cell_mark("--to"), `Refers to ${format_count(targets.length)}`),
            cell_list(s, targets),
            el("h3", {}, cell_mark("--from"),
               `Referred to by ${format_count(sources.length + roots.length)}`),
            el("ul", {}, roots.map(r => el("li", {}, cell_root(s, r)))),
            cell_list(s, sources),
            cell_weak_list(s, "Refers weakly to", graph_weak_targets(s, i)),
            cell_weak_list(s, "Weakly referred to by", graph_weak_sources(s, i)));
}

// Cells on one side of weak references; null if there are none.
function cell_weak_list(s, title, cells) {
  return cells.length ? [el("h3", {title: "Weak references keep nothing alive"},
                            `${title} ${format_count(cells.length)}`), cell_list(s, cells)] : null;
}

function cell_mark(variable) {
  return el("span.swatch", {style: {border: `2px solid var(${variable})`, background: "none"}});
}

// What roots with names of their own are.
const CELL_ROOTS = {
  "interned names": "the table of names; keeps none of them alive",
  "weak index": "a table that finds weak references, or layouts of instances; keeps none alive",
  "finalisers": "the register of objects that have a finaliser; keeps none of them alive",
  "finaliser": "an object whose finaliser is due",
  "weak callback": "a weak reference whose callback is due",
  "reserve": "kept for the exception when memory is out",
  "emergency": "alloc_emergency_exception_buf()",
  "C stack": "words that may be addresses; what they refer to can't move",
  "stack": "values at hand in no frame",
  "state": "the interpreter's own state",
  "modules": "sys.modules",
  "exception": "the last exception raised",
};

function cell_root(s, root) {
  const {root: name, label} = s.roots[root], what = CELL_ROOTS[name];
  return [el("span.tag", {title: what ?? ""}, "root"), label,
          what && el("span.muted.aside", {}, `: ${what}`)].filter(Boolean);
}

function cell_facts(s, i) {
  const fixed = fit_fixed(s)[i];
  const fact = (name, ...value) => [el("dt", {}, name), el("dd", {}, value)];
  return el("dl", {},
            s.repr[i] !== undefined && fact("value", el("code", {}, s.repr[i])),
            fact("size", `${format_count(cell_bytes(s, i))} bytes`),
            fact("frees", `${format_count(cell_retained(s, i))} bytes if it goes`),
            fact("address", el("code", {}, cell_address(s, i))),
            s.cls[i] >= 0 && fact("class", cell_link(s, s.cls[i])),
            s.age[i] >= 0 && fact("age", `${format_count(s.age[i])} allocations`),
            fact("moves", fixed === 1 ? "no: pinned, its address was given away"
                        : fixed ? "not now: the C stack may refer to it" : "yes"));
}

// Retained bytes of a cell; its own for garbage.
function cell_retained(s, i) {
  const d = dominators_of(s);
  return d.retained[d.first_cell + i] || cell_bytes(s, i);
}

function cell_path(s, i) {
  const path = graph_path(s, i);
  if (!path) {
    return el("p", {}, "Nothing: it is garbage that the next collection frees.");
  }
  const steps = path.cells.map(
    c => el("li", {}, c === i ? el("b", {}, "this cell") : cell_link(s, c)));
  const hidden = steps.splice(12, Math.max(0, steps.length - 20)).length;
  if (hidden) {
    steps.splice(12, 0, el("li.muted", {}, `${format_count(hidden)} cells further`));
  }
  return el("ol.path", {}, el("li", {}, cell_root(s, path.root)), steps);
}

function cell_stack(s, i) {
  return el("ol.path", {}, flame_stack(s, s.site[i]).map(
    site => el("li", {}, `${s.sites[site].function} `,
               el("span.muted", {}, `${s.sites[site].file}:${s.sites[site].line}`))));
}
