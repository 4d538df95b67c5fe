// SPDX-License-Identifier: MIT
// parse.js: the text of a snapshot (docs/heap-snapshot.md) -> a Snapshot, arrays indexed by cell.
//
//   first, blocks  Uint32Array  its first block, number of blocks
//   type           Uint16Array  index in `types`: {name, letter, count, blocks}
//   site, age      allocation site (0: none), allocations ago (-1: unknown)
//   pinned         Uint8Array   1: compaction may not move it
//   repr           Array        text or undefined
//   cls            Int32Array   cell of its class, -1: none
//   refs_at, refs  its references are refs[refs_at[i]] ... refs[refs_at[i + 1] - 1], as cells
//   cell_of        Int32Array   by block: the cell there, -1: free
//   weak           [{from: cell, refs: cells}]: what refers to what without keeping it alive
// and: name, heap, sites (from 1), roots [{label, refs, ...}], modules, peak, events.

const PARSE_VERSION = 1;
const PARSE_MOST_BLOCKS = 1 << 28;

class SnapshotError extends Error {
  constructor(name, line, what) {
    super(`${name}: line ${line}: ${what}`);
    this.line = line;
  }
}

// A typed array that grows as values are pushed.
class Growing {
  constructor(kind) {
    this.array = new kind(1024);
    this.length = 0;
  }
  push(value) {
    if (this.length === this.array.length) {
      const larger = new this.array.constructor(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
  done() {
    return this.array.slice(0, this.length);
  }
}

class Parser {
  constructor(name) {
    this.name = name;
    this.line = 0;
    this.ended = false;
    this.heap = null;
    this.sites = [null];
    this.types = [];
    this.type_numbers = new Map();
    this.weak = [];
    this.roots = [];
    this.modules = [];
    this.events = [];
    this.peak = null;
    this.repr = [];
    this.cell_end = 0;
    this.lines_of = new Growing(Uint32Array);
    this.columns = {
      first: new Growing(Uint32Array), blocks: new Growing(Uint32Array),
      type: new Growing(Uint16Array), site: new Growing(Uint32Array),
      age: new Growing(Float64Array), pinned: new Growing(Uint8Array),
      class_at: new Growing(Float64Array), refs_at: new Growing(Uint32Array),
    };
    this.ref_addresses = new Growing(Float64Array);
    this.columns.refs_at.push(0);
  }

  fail(what, line = this.line) {
    throw new SnapshotError(this.name, line, what);
  }

  // One line of the text.
  add(text) {
    this.line++;
    let line;
    try {
      line = JSON.parse(text);
    } catch (e) {
      this.fail(`not JSON (${e.message})`);
    }
    if (typeof line !== "object" || line === null || Array.isArray(line)) {
      this.fail("not a JSON object");
    }
    if (this.ended) {
      this.fail("comes after the last line");
    }
    let kind = "";
    for (kind in line) {
      break;
    }
    if (!this.heap !== (kind === "heap")) {
      this.fail(this.heap ? "a second snapshot begins" : "a snapshot begins with a line \"heap\"");
    }
    const add = Parser.KINDS[kind];
    if (add) {
      add.call(this, line);
    }
  }

  counts(line, ...keys) {
    for (const key of keys) {
      if (!(Number.isSafeInteger(line[key]) && line[key] >= 0)) {
        this.fail(`"${key}" is ${JSON.stringify(line[key])}, not a count`);
      }
    }
  }

  add_heap(line) {
    this.counts(line, "heap", "word", "block", "blocks", "used", "peak");
    if (line.heap !== PARSE_VERSION) {
      this.fail(`version ${line.heap} of the format; this page reads version ${PARSE_VERSION}`);
    }
    if (!line.block || line.blocks > PARSE_MOST_BLOCKS) {
      this.fail("the figures of the heap make no sense");
    }
    this.heap = line;
  }

  add_site(line) {
    this.counts(line, "site", "parent", "line");
    if (line.site !== this.sites.length || line.parent >= line.site) {
      this.fail(`site ${line.site} of parent ${line.parent} is out of order`);
    }
    this.sites.push(line);
  }

  add_cell(line) {
    this.counts(line, "cell", "size");
    const block = this.heap.block;
    const end = line.cell + line.size;
    if (line.cell < this.cell_end || line.cell % block || line.size % block || !line.size ||
        end > this.heap.blocks * block) {
      this.fail(`no cell of ${line.size} bytes can be at ${line.cell}`);
    }
    if (line.site >= this.sites.length) {
      this.fail(`there is no site ${line.site}`);
    }
    this.cell_end = end;
    const c = this.columns;
    c.first.push(line.cell / block);
    c.blocks.push(line.size / block);
    c.type.push(this.type_number(line, line.size / block));
    c.site.push(line.site || 0);
    c.age.push(line.age ?? -1);
    c.pinned.push(line.pinned || 0);
    c.class_at.push(line.class ?? -1);
    for (const at of line.refs || []) {
      this.ref_addresses.push(at);
    }
    c.refs_at.push(this.ref_addresses.length);
    this.repr.push(line.repr);
    this.lines_of.push(this.line);
  }

  type_number(line, blocks) {
    const name = String(line.type);
    let number = this.type_numbers.get(name);
    if (number === undefined) {
      number = this.types.push({name, letter: line.letter || "h", count: 0, blocks: 0}) - 1;
      this.type_numbers.set(name, number);
    }
    this.types[number].count++;
    this.types[number].blocks += blocks;
    return number;
  }

  add_root(line) {
    if (!Array.isArray(line.refs ?? [])) {
      this.fail("the \"refs\" of a root are no list");
    }
    const frame = line.root === "frame" && line.function !== undefined;
    const label = frame ? `frame ${line.function} (${line.file ?? "?"}:${line.line ?? 0})`
                        : String(line.root);
    this.roots.push({...line, refs: line.refs ?? [], label, source: this.line});
  }

  add_weak(line) {
    this.counts(line, "weak");
    if (!Array.isArray(line.refs)) {
      this.fail("a \"weak\" without a list \"refs\"");
    }
    this.weak.push({from: line.weak, refs: line.refs, source: this.line});
  }

  add_peak(line) {
    const bytes = new Float64Array(this.sites.length);
    let rest = line.peak;
    for (const [site, count] of line.sites) {
      if (!(site < bytes.length)) {
        this.fail(`there is no site ${site}`);
      }
      bytes[site] += count;
      rest -= count;
    }
    bytes[0] += Math.max(0, rest); // made by no Python line that is known
    this.peak = {bytes: line.peak, sites: bytes};
  }

  add_end(line) {
    if (line.end !== this.line - 1) {
      this.fail(`counts ${line.end} lines before it, but there are ${this.line - 1}`);
    }
    this.ended = true;
  }

  // After the last line: addresses become cells.
  finish() {
    if (!this.ended) {
      this.fail(this.line ? "the text ends here, without its last line: cut short"
                          : "there is nothing");
    }
    const s = {name: this.name, heap: this.heap, sites: this.sites, types: this.types,
               weak: this.weak, roots: this.roots, modules: this.modules, events: this.events,
               peak: this.peak,
               repr: this.repr, count: this.repr.length, cache: {}};
    for (const key of ["first", "blocks", "type", "site", "age", "pinned", "refs_at"]) {
      s[key] = this.columns[key].done();
    }
    s.cell_of = this.block_table(s);
    this.resolve(s);
    return s;
  }

  block_table(s) {
    const table = new Int32Array(this.heap.blocks).fill(-1);
    for (let i = 0; i < s.count; i++) {
      table.fill(i, s.first[i], s.first[i] + s.blocks[i]);
    }
    return table;
  }

  resolve(s) {
    const block = this.heap.block;
    const cell_at = (at, line) => {
      const i = s.cell_of[at / block];
      if (i === undefined || i < 0 || s.first[i] * block !== at) {
        this.fail(`refers to ${at}, where no cell is`, line());
      }
      return i;
    };
    const lines_of = this.lines_of.array;
    s.refs = new Int32Array(this.ref_addresses.length);
    s.cls = new Int32Array(s.count).fill(-1);
    const class_at = this.columns.class_at.array;
    for (let i = 0; i < s.count; i++) {
      for (let k = s.refs_at[i]; k < s.refs_at[i + 1]; k++) {
        s.refs[k] = cell_at(this.ref_addresses.array[k], () => lines_of[i]);
      }
      if (class_at[i] >= 0) {
        s.cls[i] = cell_at(class_at[i], () => lines_of[i]);
      }
    }
    for (const weak of s.weak) {
      weak.from = cell_at(weak.from, () => weak.source);
      weak.refs = weak.refs.map(at => cell_at(at, () => weak.source));
    }
    for (const root of s.roots) {
      root.refs = root.refs.map(at => cell_at(at, () => root.source));
    }
  }
}

Parser.KINDS = {
  heap: Parser.prototype.add_heap, site: Parser.prototype.add_site,
  cell: Parser.prototype.add_cell, weak: Parser.prototype.add_weak,
  root: Parser.prototype.add_root,
  peak: Parser.prototype.add_peak, end: Parser.prototype.add_end,
  module(line) {
    this.modules.push(line);
  },
  event(line) {
    this.events.push(line);
  },
};

// The Snapshot in this text. `pause` (optional, async) is called now and then with the share done,
// so that the page stays alive. Throws SnapshotError.
async function parse_snapshot(name, text, pause) {
  const parser = new Parser(name);
  let at = text.startsWith("\n") ? 1 : 0; // after <script>
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    end = end < 0 ? text.length : end;
    parser.add(text.slice(at, end));
    at = end + 1;
    if (pause && parser.line % 20000 === 0) {
      await pause(at / text.length);
    }
  }
  return parser.finish();
}

// Computes a thing about a snapshot once.
function cached(s, key, make) {
  return key in s.cache ? s.cache[key] : (s.cache[key] = make());
}
