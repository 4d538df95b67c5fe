// SPDX-License-Identifier: MIT
// table.js: a table whose columns sort on a click.
//
// columns: [{title, value: row => sortable, show: row => text or element (default: value),
//            number: true}]
// options: sort (index of the column sorted first), most (rows shown at a time), click: row => ...

// A column of numbers as they are.
function column_count(title, value) {
  return {title, number: true, value, show: row => format_count(value(row))};
}

class DataTable {
  constructor(columns, rows, options = {}) {
    this.columns = columns;
    this.rows = rows;
    this.shown = this.page = options.most || 100;
    this.click = options.click;
    this.sorted = options.sort ?? -1;
    this.down = true;
    this.body = el("tbody");
    this.more = el("button.more", {type: "button", onclick: () => {
      this.shown += this.page;
      this.fill();
    }});
    this.heads = columns.map((column, i) => this.head(column, i));
    this.element = el("div.table-box", {},
                      el("table", {}, el("thead", {}, el("tr", {}, this.heads)), this.body),
                      this.more);
    this.sort();
  }

  head(column, i) {
    const button = el("button", {type: "button", onclick: () => {
      this.down = this.sorted === i ? !this.down : column.number === true;
      this.sorted = i;
      this.sort();
    }}, column.title);
    return el(column.number ? "th.number" : "th", {scope: "col"}, button);
  }

  sort() {
    const column = this.columns[this.sorted];
    if (column) {
      const sign = this.down ? -1 : 1;
      this.rows.sort((a, b) => {
        const x = column.value(a), y = column.value(b);
        return x < y ? -sign : x > y ? sign : 0;
      });
    }
    this.heads.forEach((head, i) => head.ariaSort =
      i !== this.sorted ? "none" : this.down ? "descending" : "ascending");
    this.fill();
  }

  fill() {
    this.body.replaceChildren(...this.rows.slice(0, this.shown).map(row => this.row(row)));
    const rest = this.rows.length - this.shown;
    this.more.hidden = rest <= 0;
    this.more.textContent = `${format_count(Math.max(rest, 0))} more rows`;
  }

  row(row) {
    const cells = this.columns.map(column => {
      const shown = (column.show || column.value)(row);
      return el(column.number ? "td.number" : "td", {}, shown);
    });
    const tr = el("tr", {}, cells);
    if (this.click) {
      tr.classList.add("link");
      tr.tabIndex = 0;
      tr.onclick = () => this.click(row);
      tr.onkeydown = e => e.key === "Enter" && this.click(row);
    }
    return tr;
  }
}
