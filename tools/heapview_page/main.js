// SPDX-License-Identifier: MIT
// main.js: reads the snapshots of this page, shows figures and panels.

const PANELS = [
  {id: "map", title: "Map", make: s => new MapPanel(s)},
  {id: "fragmentation", title: "Fragmentation", make: s => new FragmentationPanel(s)},
  {id: "flame", title: "Flame graph", make: s => new FlamePanel(s)},
  {id: "dominators", title: "Dominators", make: s => new DominatorsPanel(s)},
  {id: "growth", title: "Growth", make: s => new GrowthPanel(s)},
  {id: "imports", title: "Imports", make: s => new ImportsPanel(s)},
  {id: "timeline", title: "Timeline", make: s => new TimelinePanel(s)},
];

const app = {
  snapshots: [],
  s: null,           // the snapshot shown
  panel: "map",
  built: new Map(),  // panels made so far, by id

  // Shows a panel, made when first asked for.
  show(id) {
    this.panel = id;
    if (!this.built.has(id)) {
      const panel = PANELS.find(p => p.id === id).make(this.s);
      panel.box = el("div", {id: `panel-${id}`, role: "tabpanel", ariaLabel: id}, panel.element);
      this.built.set(id, panel);
      document.getElementById("panels").append(panel.box);
    }
    for (const [other, panel] of this.built) {
      panel.box.hidden = other !== id;
    }
    this.built.get(id).shown?.();
    for (const tab of document.getElementById("tabs").children) {
      const chosen = tab.dataset.panel === id;
      tab.ariaSelected = String(chosen);
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) {
        tab.scrollIntoView({block: "nearest", inline: "nearest"});
      }
    }
    tip_show(null);
    this.note_place();
  },

  // Chooses a cell (-1: none); `show` goes to the map.
  select(cell, show = false) {
    this.cell = cell;
    if (show) {
      this.show("map");
    }
    this.built.get("map")?.select(cell);
    this.note_place();
  },

  // Shows on the map of `s` which cells are of this type or, with is_type false, have this text.
  find(name, is_type, s = this.s) {
    if (s !== this.s) {
      this.use(s);
      show_which();
    }
    this.show("map");
    this.built.get("map").find(name, is_type);
  },

  show_window(window) {
    this.show("map");
    this.built.get("map").show_window(window);
  },

  // Keeps panel and cell in the address, so that it can be passed on.
  note_place() {
    if (location.hash !== "#selftest") {
      const cell = this.cell >= 0 ? `&cell=${this.s.first[this.cell] * this.s.heap.block}` : "";
      const which = this.s === this.snapshots[0] ? "" : "&snapshot=2";
      history.replaceState(null, "", `#panel=${this.panel}${which}${cell}`);
    }
  },

  use(s) {
    this.s = s;
    this.cell = -1;
    show_figures(s);
    this.rebuild();
  },

  // Makes the panels anew: for another snapshot, or in other colours.
  rebuild() {
    this.built.clear();
    document.getElementById("panels").replaceChildren();
    this.show(this.panel);
  },
};

// ---- the head of the page ----

function show_figures(s) {
  const {heap} = s, total = heap.blocks * heap.block;
  const free = fit_summary(s), garbage = graph_garbage(s);
  const program = heap.program || "the prompt";
  document.title = `Heap of ${program}`;
  document.getElementById("title").replaceChildren("Heap of ", el("span.mono", {}, program));
  const figure = (name, value, small = "", title = "") => el("div", {title}, el("dt", {}, name),
    el("dd", {}, value, small && el("small", {}, ` ${small}`)));
  document.getElementById("figures").replaceChildren(
    figure("heap", format_bytes(total), `${heap.word * 8} bits`),
    figure("used", format_bytes(heap.used), format_percent(heap.used / total)),
    figure("peak", format_bytes(heap.peak)),
    figure("free", format_bytes(free.free)),
    figure("largest free run", format_bytes(free.largest)),
    figure("fragmentation", format_percent(free.fragmentation), "",
           "The share of free memory that is not in the largest run"),
    figure("cells", format_count(s.count)),
    figure("garbage", format_bytes(garbage.bytes), "", "In cells that no root reaches"),
    figure("collections", format_count(heap.collections ?? 0),
           heap.compactions ? `${heap.compactions} compacting` : ""));
}

function show_which() {
  const which = document.getElementById("which");
  which.replaceChildren(...(app.snapshots.length > 1 ? [el_choice("Snapshot", app.snapshots.map(
    (s, i) => [s, `${i + 1}: ${s.name}`]), app.s, s => app.use(s))] : []));
}

function show_tabs() {
  const tabs = document.getElementById("tabs");
  tabs.replaceChildren(...PANELS.map(({id, title}) => el("button", {
    type: "button", role: "tab", "data-panel": id, "aria-controls": `panel-${id}`,
    onclick: () => app.show(id)}, title)));
  tabs.onkeydown = e => {
    const now = PANELS.findIndex(p => p.id === app.panel), last = PANELS.length - 1;
    const to = {ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1,
                Home: 0, End: last}[e.key];
    if (to !== undefined) {
      e.preventDefault();
      app.show(PANELS[to].id);
      tabs.querySelector("[aria-selected=true]").focus();
    }
  };
}

function show_actions() {
  const file = el("input", {type: "file", multiple: true, hidden: true, accept: ".jsonl,.html",
                            onchange: e => open_files(e.target.files)});
  document.getElementById("actions").replaceChildren(
    el("button", {type: "button", title: "For the memory panel of Chrome's developer tools",
                  onclick: () => app.s && save_file(`${app.s.name}.heapsnapshot`,
                                                    export_heapsnapshot(app.s))},
       "Save .heapsnapshot"),
    el("button", {type: "button", title: "Snapshots may also be dropped on the page",
                  onclick: () => file.click()}, "Open…"), file);
}

// ---- reading ----

function show_message(...content) {
  document.getElementById("message").replaceChildren(...content);
}

function show_problem(error) {
  show_message(el("div.error", {role: "alert"}, el("b", {}, error instanceof SnapshotError
    ? "This snapshot can't be read. " : "The page failed. "), error.message));
}

// Reads texts [{name, text}] and shows them; keeps what was shown if one is damaged.
async function open_texts(texts) {
  const read = [];
  for (const {name, text} of texts) {
    read.push(await parse_snapshot(name, text, async share => {
      show_message(`Reading ${name}: ${format_percent(share)}`);
      await new Promise(resolve => setTimeout(resolve, 0));
    }));
  }
  show_message();
  app.snapshots = read;
  app.use(read[0]);
  show_which();
}

// Texts of the snapshots in a page.
function texts_of_page(page) {
  return [...page.querySelectorAll("script.heap-snapshot")].map(
    (script, i) => ({name: script.dataset.name || `snapshot ${i + 1}`, text: script.textContent}));
}

// The text in a file, or the first one in a page.
async function text_of_file(file) {
  const text = await file.text();
  const [first] = text.startsWith("<!doctype html>")
    ? texts_of_page(new DOMParser().parseFromString(text, "text/html")) : [{text}];
  return {name: file.name, text: first ? first.text : ""};
}

async function open_files(files) {
  try {
    const texts = await Promise.all([...files].slice(0, 2).map(text_of_file));
    const [first] = app.snapshots;
    await open_texts(texts);
    if (texts.length === 1 && first) { // the second of two
      app.snapshots = [first, app.s];
      app.use(app.s);
      show_which();
    }
  } catch (error) {
    show_problem(error);
  }
}

// The panel that #panel=... names, else the one shown.
function panel_asked_for(hash) {
  const id = new URLSearchParams(hash.slice(1)).get("panel");
  return PANELS.some(p => p.id === id) ? id : app.panel;
}

// What #panel=flame&cell=1040 in the address asks for.
function go_to_place(hash) {
  const place = new URLSearchParams(hash.slice(1));
  if (place.get("snapshot") === "2" && app.snapshots[1] && app.s !== app.snapshots[1]) {
    app.use(app.snapshots[1]);
    show_which();
  }
  app.show(panel_asked_for(hash));
  const cell = app.s.cell_of[Number(place.get("cell") ?? -1) / app.s.heap.block] ?? -1;
  if (cell >= 0) {
    app.select(cell, app.panel === "map");
  }
}

async function main() {
  const hash = location.hash;
  show_actions();
  document.body.addEventListener("dragover", e => e.preventDefault());
  document.body.addEventListener("drop", e => {
    e.preventDefault();
    open_files(e.dataTransfer.files);
  });
  const texts = texts_of_page(document);
  try {
    show_tabs();
    if (!texts.length) {
      show_message(el_lacks("No snapshot is in this page. Open a file written by " +
        "`micropython.heap_snapshot(stream)` or `-X heapmap=out.jsonl`, or drop it here."));
      return;
    }
    app.panel = panel_asked_for(hash);
    await open_texts(texts);
    go_to_place(hash);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.rebuild());
    addEventListener("hashchange", () => go_to_place(location.hash));
    if (hash === "#selftest") {
      await selftest_run();
    }
  } catch (error) {
    show_problem(error);
    document.title = `selftest failed: ${error.message}`;
  }
}
